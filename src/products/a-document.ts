/** Builders for tests of this and other rooms: a small exercise of two parties as files, with something of its own in each owner's folder. */
import {
  type AnExercise,
  aDocument,
  aFile,
  anInject,
  aPost,
  aSerial,
  aSite,
  aStoryline,
  aTask,
  aUnit,
  type ParsedFile,
} from '../exercise/index.ts';

const named = (en: string, zh = en, ru = en) => ({ en, zh, ru });
const text = (en: string, zh?: string, ru?: string) => ({
  source: 'en',
  texts: { en, ...(zh === undefined ? {} : { zh }), ...(ru === undefined ? {} : { ru: { text: ru, state: 'draft' as const } }) },
});

const team = { parties: { least: 2 } };

const shared = {
  setting: { aims: [text('Learn to coordinate.', '学习协同。')], emergency: { channel: 'SAFETY 1', telephone: '4112' } },
  programme: { name: named('Plan', '计划', 'План') },
  parties: [
    { id: 'BLR', name: named('Belarus', '白俄罗斯', 'Беларусь'), languages: ['ru'], colour: '#2f7d4f' },
    { id: 'CHN', name: named('China', '中国', 'Китай'), languages: ['zh'], colour: '#b5362c' },
  ],
  contingents: [
    { id: 'B-MAIN', party: 'BLR', name: named('Hosts'), strength: 40 },
    { id: 'C-MAIN', party: 'CHN', name: named('Guests'), strength: 30 },
  ],
  sites: [aSite({ id: 'CAMP', name: named('Camp', '营地', 'Лагерь') }), aSite({ id: 'LAKE', name: named('Lake') })],
  units: [
    aUnit({ id: 'B1', name: named('Boats B') }),
    aUnit({ id: 'B2', name: named('Search B') }),
    aUnit({ id: 'C1', party: 'CHN', name: named('Boats C') }),
  ],
  posts: [
    aPost({ id: 'DIR-B', role: 'coDirector', cell: 'command', name: named('Director B') }),
    aPost({ id: 'CTRL', name: named('Controller') }),
    aPost({ id: 'LEAD-B', role: 'teamLeader', cell: 'trainingAudience', name: named('Leader B') }),
    aPost({ id: 'LEAD-C', party: 'CHN', role: 'teamLeader', cell: 'trainingAudience', languages: ['zh'], name: named('Leader C') }),
    aPost({ id: 'EVAL-B', role: 'evaluator', name: named('Evaluator B') }),
    aPost({ id: 'EVAL-C', party: 'CHN', role: 'evaluator', name: named('Evaluator C') }),
  ],
  phases: [
    { id: 'PARTS', name: named('Part-task'), from: '080600CJUL24', to: '100000CJUL24', order: 1 },
    { id: 'FINAL', name: named('Final'), from: '100000CJUL24', to: '192000CJUL24', order: 2 },
  ],
  procedures: [
    { id: 'BRIEF', name: named('Back-brief'), kind: 'backBrief', within: '15min', standard: text('Correct in both languages.') },
  ],
  tasks: [
    aTask({ id: 'crossing', name: named('Crossing', '渡越') }),
    aTask({
      id: 'boats',
      parent: 'crossing',
      name: named('Boats', '船只'),
      criticalTasks: { order: { name: named('Give the order'), standard: text('The same on both banks.', '两岸一致。') } },
    }),
  ],
  objectives: [
    {
      id: 'TO-B',
      party: 'BLR',
      task: 'boats',
      name: named('Cross together'),
      condition: text('By day.'),
      standard: text('No boat is lost sight of.'),
    },
  ],
  requirements: [{ id: 'R-B', party: 'BLR', task: 'crossing', times: 2, mixed: true }],
  supportDemands: [{ id: 'EVAL', reason: 'Evaluation', role: 'evaluator', eachParty: true }],
  serials: [
    aSerial({
      id: 'S-1',
      name: named('First crossing', '首次渡越'),
      tasks: ['boats'],
      phase: 'PARTS',
      setUp: '30min',
      objectives: ['TO-B'],
      team,
    }),
    aSerial({ id: 'S-2', name: named('Second crossing'), tasks: ['boats'], phase: 'FINAL', team }),
    aSerial({ id: 'OPENING', kind: 'ceremony', at: '080900CJUL24', attend: { units: 'all', posts: ['DIR-B'] }, goNoGo: [] }),
  ],
  meetings: [
    {
      id: 'BOARD',
      reason: 'Decide',
      name: named('Board'),
      at: '18:00',
      minutes: 30,
      posts: ['DIR-B'],
      site: 'CAMP',
      from: '080600CJUL24',
      to: '092000CJUL24',
    },
  ],
  closures: [{ id: 'SLUICE', reason: 'The sluice is open', scope: { sites: ['LAKE'] }, daily: { from: '12:00', to: '13:00' } }],
  alternates: [{ id: 'WIND', reason: 'Wind', serials: ['S-2'], trigger: 'weather', decideBy: '101200CJUL24', site: 'CAMP' }],
  collection: [
    {
      id: 'C-1',
      objective: 'TO-B',
      question: named('Do both know the order?'),
      indicator: named('Differences'),
      criticalTask: 'boats/order',
      serials: ['S-1', 'S-2'],
      evaluators: ['EVAL-B', 'EVAL-C'],
    },
  ],
  nets: [{ id: 'NET', name: named('Safety net'), use: 'safety', channel: 'SAFETY 1' }],
  communiques: [
    {
      id: 'COM',
      kind: 'text',
      at: 'closing',
      title: text('On the end', '关于结束', 'Об окончании'),
      body: [text('It has ended.', '已经结束。', 'Завершено.')],
      authentic: ['en', 'zh', 'ru'],
      agreedBy: ['BLR'],
    },
  ],
} as const satisfies AnExercise;

const excon = {
  storylines: [aStoryline({ id: 'story', name: named('The bridge'), summary: text('It is closed.') })],
  injects: [
    anInject({
      id: 'I-1',
      number: '1-01',
      title: named('Bridge closed', '桥梁关闭'),
      trigger: { kind: 'after', serial: 'S-1', happening: 'running', delay: '20min' },
      to: ['LEAD-C'],
      text: text('The bridge is closed.', '桥梁关闭。'),
      expectedAction: text('The order is changed.'),
      answerWithin: '15min',
      criticalTasks: ['boats/order'],
      controller: 'CTRL',
      objective: 'TO-B',
      class: 'key',
    }),
    anInject({
      id: 'I-2',
      number: '1-02',
      trigger: { kind: 'absence', inject: 'I-1', within: '20min' },
      to: ['LEAD-C'],
      controller: 'CTRL',
    }),
  ],
} as const satisfies AnExercise['excon'];

const ofParty = (party: string, secret: string) => ({
  objectives: [{ id: `TO-${party}-N`, party, task: 'boats', name: named(secret), condition: text('Any.'), standard: text('Its own.') }],
});

/** What stands in a folder that not everybody reads; a test changes it to see that nobody else's product changes. */
export type Secrets = { readonly BLR?: string; readonly CHN?: string; readonly excon?: string };

/** The exercise's files as parsed; one of them, `shared/public.yaml`, is for the public. */
export function aSmallDocument({
  BLR = 'Own wish B',
  CHN = 'Own wish C',
  excon: title = 'The bridge',
}: Secrets = {}): readonly ParsedFile[] {
  const storylines = [{ ...excon.storylines[0], name: named(title) }] as AnExercise['storylines'];
  const files = aDocument({
    ...shared,
    excon: { ...excon, ...(storylines === undefined ? {} : { storylines }) },
    ofParty: { BLR: ofParty('BLR', BLR), CHN: ofParty('CHN', CHN) },
  });
  return [
    ...files.map(withoutPublic),
    aFile(
      'shared/public.yaml',
      { exercise: publicPart, parties: publicParties, communiques: publicCommuniques },
      'UNCLASSIFIED/PUBLIC//public:',
    ),
  ];
}

const publicFields = ['code', 'name', 'from', 'to', 'zone', 'languages', 'participating', 'host', 'simulated'] as const;
const publicParties = Object.fromEntries(shared.parties.map(({ id, name, languages }) => [id, { name, languages }]));
const publicPart: Record<string, unknown> = {};
const publicCommuniques = {
  NEWS: {
    kind: 'text',
    at: 'opening',
    title: text('On the opening', '关于开训', 'Об открытии'),
    body: [text('It has begun.', '已经开始。', 'Началось.')],
    authentic: ['en', 'zh'],
    agreedBy: ['BLR', 'CHN'],
  },
};

// What is public stands in the public file alone: parts add fields and never override.
function withoutPublic(file: ParsedFile): ParsedFile {
  if (file.path !== 'shared/exercise.yaml') return file;
  const value = file.value as { readonly exercise: Record<string, unknown>; readonly parties: Record<string, Record<string, unknown>> };
  for (const field of publicFields) if (value.exercise[field] !== undefined) publicPart[field] = value.exercise[field];
  const kept = Object.fromEntries(Object.entries(value.exercise).filter(([field]) => !publicFields.some((name) => name === field)));
  const parties = Object.fromEntries(Object.entries(value.parties).map(([id, { colour }]) => [id, { colour }]));
  return aFile(file.path, { ...value, exercise: kept, parties }, file.classKey);
}
