/** Random commands for the laws of conduct: every type, mostly by posts that may give them, about things that mostly exist. */
import { type Random, randomFor, sha256Hex } from '../kernel/index.ts';
import { aBooking, aJointExercise, jointItems, minutes, morning, TestConduct } from './a-conduct.ts';
import { type Command, type CommandType, commandSchemas, type OrderOf } from './commands/commands.ts';
import { statusOf, systemAuthor } from './decide/asking.ts';
import { missingSignatures } from './decide/go-no-go.ts';
import { goNoGoItems } from './events/running.ts';

// biome-ignore format: a list
const posts = [
  'CODIR-BLR', 'CODIR-CHN', 'SNR-BLR', 'SNR-CHN', 'CHIEF', 'CONTROL', 'SAFETY', 'SAFETY-SOUTH', 'MEDIC', 'EVAL-BLR', 'EVAL-CHN', 'TRANS-BLR', 'TRANS-CHN',
  'RELEASE-BLR', 'RELEASE-CHN', 'HQ-BLR', 'OPS-BLR', 'HQ-CHN', 'HICON', 'ROLE', 'nobody', systemAuthor,
] as const;
const serials = ['SER-1', 'SER-2', 'SER-3', 'SER-OWN', 'no such serial'] as const;
const injects = ['I-1', 'I-2', 'I-3', 'I-4', 'I-5', 'I-6', 'I-7', 'I-8', 'I-9', 'no such inject'] as const;
const sites = ['NORTH', 'SOUTH', 'HALL'] as const;
const languages = ['ru', 'zh', 'en'] as const;
const parties = ['BLR', 'CHN'] as const;

type Makers = { readonly [T in CommandType]: (random: Random, play: TestConduct) => readonly [by: string, order: OrderOf<T>] };

const one = <T>(random: Random, list: readonly T[]): T => random.pick(list);
const chance = (random: Random, probability: number): boolean => random.uniform() < probability;
const id = (random: Random, kind: string): string => `${kind}-${random.below(6)}`;
const few = (random: Random, kind: string): string => `${kind}-${random.below(2)}`;
const post = (random: Random): string => one(random, posts.slice(0, 20));
const directors = ['CODIR-BLR', 'CODIR-CHN'] as const;
const control = ['CHIEF', 'CONTROL', 'CODIR-BLR'] as const;
const evaluators = ['EVAL-BLR', 'EVAL-CHN'] as const;
const players = ['HQ-BLR', 'OPS-BLR', 'HQ-CHN'] as const;
const translators = ['TRANS-BLR', 'TRANS-CHN'] as const;
const officers = ['RELEASE-BLR', 'RELEASE-CHN'] as const;

function entry(random: Random, of: string, play: TestConduct) {
  return chance(random, 0.15) ? { onBehalf: { of, toldBy: 'by voice', madeAt: play.now - minutes(1) } } : {};
}
function streamOf(random: Random, play: TestConduct): string {
  const { everyone, excon, ofParty, ofPost } = play.conduct.routes;
  return one(random, [everyone, excon, ofParty('BLR'), ofParty('CHN'), ofPost('HQ-BLR'), 'UNCLASSIFIED/PUBLIC//public:', 'not a class']);
}
/** A delivery and, mostly, the post that has it. */
function someDelivery(random: Random, play: TestConduct): readonly [by: string, delivery: string] {
  const by = one(random, players);
  const held = [...(play.conduct.slices.get(play.conduct.routes.ofPost(by))?.play.deliveries.keys() ?? []), 'no such delivery'];
  return [chance(random, 0.9) ? by : one(random, players), one(random, held)];
}
function someReview(random: Random, play: TestConduct): string {
  return chance(random, 0.9) ? play.conduct.routes.deliveryOf('I-5', 'review:') : 'no such review';
}
function someFile(random: Random, play: TestConduct) {
  const { everyone, excon, ofParty } = play.conduct.routes;
  const [file, own] = one(random, [
    ['shared/serials.yaml', everyone],
    ['excon/all.yaml', excon],
    ['parties/BLR/all.yaml', ofParty('BLR')],
  ] as const);
  const text = one(random, ['text', 'text', 'other', '']);
  return {
    file,
    class: own === excon || chance(random, 0.9) ? own : streamOf(random, play),
    text,
    hash: chance(random, 0.95) ? sha256Hex(text) : '',
  };
}
function someBooking(random: Random) {
  const start = morning / 60_000_000 + random.below(40) * 60;
  const team = one(random, [['B1', 'C1'], ['B2'], ['B2', 'C2'], []] as string[][]);
  return aBooking({ serial: one(random, serials.slice(0, 4)), site: one(random, [...sites, null]), start, end: start + 120, team });
}

// biome-ignore format: one type a line
const makers: Makers = {
  AdoptDocument: (random, play) => [one(random, [systemAuthor, systemAuthor, ...directors]), { files: [someFile(random, play)] }],
  EditPortion: (random) => {
    const [file, collection, id] = one(random, [['shared/serials.yaml', 'serials', 'SER-1'], ['excon/all.yaml', 'injects', 'I-1'], ['parties/BLR/all.yaml', 'serials', 'SER-OWN'], ['excon/none.yaml', 'injects', 'I-1'], ['excon/all.yaml', 'none', 'I-1']] as const);
    const edits = one(random, [[{ path: ['name', 'en'], value: `Name ${random.below(3)}` }], [{ path: ['text', 'texts', 'en'], value: 'Another call.' }], [{ path: ['to', '0'], value: 'HQ-BLR' }], [{ path: [], value: null }], []]);
    return [one(random, [...directors, 'CODIR-CHN', 'CHIEF', systemAuthor]), { file, collection, id, edits }];
  },
  AdoptPlan: (random) => [systemAuthor, { seed: '1', iterations: 1, lanes: 1, objectives: [], unmet: [], bookings: [someBooking(random)] }],
  DeclareStartex: (random, play) => [one(random, directors), { exerciseTime: play.now }],
  DeclareEndex: (random) => [one(random, directors), {}],
  PauseClock: (random) => [one(random, directors), { reason: 'weather' }],
  ResumeClock: (random) => [one(random, directors), {}],
  JumpClock: (random, play) => [one(random, directors), { to: play.now + minutes(random.below(90)), reason: 'on' }],
  SetClockSpeed: (random) => [one(random, directors), { speed: one(random, [0.5, 1, 3, 60]) }],
  SetAnchor: (random, play) => [one(random, directors), { anchor: one(random, ['D', 'H1', 'H9']), at: Math.floor(play.now / 60_000_000) + random.below(300), reason: 'moved' }],
  PassTime: () => [systemAuthor, {}],
  RecordClockLimit: (_, play) => [systemAuthor, { origin: 'minsk', asked: play.now, given: play.now - minutes(1) }],
  CallSerial: (random) => [one(random, control), { serial: one(random, serials) }],
  SignGoNoGo: (random) => [one(random, ['SAFETY', 'MEDIC', 'SNR-BLR', 'SNR-CHN', systemAuthor]), { serial: one(random, serials), item: one(random, goNoGoItems), go: chance(random, 0.9), ...(chance(random, 0.5) ? { party: one(random, parties) } : {}) }],
  StartSerial: (random) => [one(random, control), { serial: one(random, serials) }],
  ResumeSerial: (random) => [one(random, control), { serial: one(random, serials) }],
  FinishSerial: (random) => [one(random, control), { serial: one(random, serials) }],
  CurtailSerial: (random) => [one(random, control), { serial: one(random, serials), reason: 'late' }],
  CancelSerial: (random) => [one(random, directors), { serial: chance(random, 0.1) ? one(random, serials) : 'no such serial', reason: 'rain' }],
  ChangeBooking: (random) => [one(random, [...directors, systemAuthor]), { booking: someBooking(random), reason: 'moved' }],
  ReportArrival: (random) => [one(random, control), { contingent: 'CHN-1', strength: 99 }],
  FinishReceptionStep: (random) => [one(random, control), { contingent: 'CHN-1', step: random.below(2), short: 0 }],
  ReportContingentReady: (random) => [one(random, control), { contingent: 'CHN-1' }],
  ReportDeparture: (random) => [one(random, control), { contingent: 'CHN-1' }],
  ReportAvailability: (random) => [one(random, control), { ...(chance(random, 0.5) ? { unit: 'B1' } : { post: 'HQ-BLR' }), available: chance(random, 0.5) }],
  ReportPosition: (random) => [one(random, players), { unit: one(random, ['B1', 'C1']), latitude: 52 + random.uniform(), longitude: 23 + random.uniform() }],
  SetInjectStatus: (random) => [one(random, control), { inject: one(random, injects), status: one(random, ['draft', 'submitted', 'approved', 'synchronized', 'deferred', 'obsolete']) }],
  CallInject: (random) => [one(random, control), { inject: one(random, injects) }],
  ReportInjectSet: (random) => [one(random, control), { inject: one(random, ['I-4', 'I-4', 'I-1']) }],
  ReleaseInject: (random, play) => [one(random, control), { inject: one(random, injects), ...entry(random, 'CHIEF', play) }],
  ReportInjectPlayed: (random) => [one(random, ['ROLE', 'CHIEF']), { inject: one(random, ['I-4', 'I-4', 'I-1']) }],
  ReportExpectedAction: (random) => [one(random, evaluators), { inject: one(random, injects), outcome: one(random, ['expected', 'other', 'none']) }],
  AskInjectReview: (random) => [one(random, control), { inject: one(random, injects) }],
  ReviewInject: (random, play) => [one(random, officers), { review: someReview(random, play), decision: chance(random, 0.8) ? 'released' : 'refused' }],
  ReadDelivery: (random, play) => {
    const [by, delivery] = someDelivery(random, play);
    return [by, { delivery }];
  },
  AnswerDelivery: (random, play) => {
    const [by, delivery] = someDelivery(random, play);
    return [chance(random, 0.1) ? 'CONTROL' : by, { delivery, text: 'Yes', language: one(random, languages), ...entry(random, by, play) }];
  },
  SendMessage: (random, play) => {
    const from = one(random, [...players, 'HICON', 'CONTROL']);
    return [from, { message: few(random, 'm'), from, to: [post(random), post(random)], language: one(random, languages), means: 'message', text: 'On our way', ...(chance(random, 0.4) ? { replyTo: few(random, 'm') } : {}), ...(chance(random, 0.3) ? { serial: one(random, serials) } : {}), ...entry(random, from, play) }];
  },
  TranslateMessage: (random) => [one(random, translators), { message: few(random, 'm'), to: one(random, players), language: one(random, languages), text: 'Translated' }],
  AcknowledgeMessage: (random) => [one(random, players), { message: few(random, 'm'), ...(chance(random, 0.2) ? { as: 'HQ-BLR' } : {}) }],
  MakeRequest: (random, play) => {
    const from = one(random, [...players, 'HICON']);
    return [from, { request: id(random, 'r'), from, to: one(random, [...players, 'HICON']), language: one(random, languages), text: 'Send a boat', ...(chance(random, 0.6) ? { procedure: 'REQUEST' } : {}), ...(chance(random, 0.4) ? { serial: one(random, serials) } : {}), ...entry(random, from, play) }];
  },
  TranslateRequest: (random) => [one(random, translators), { request: id(random, 'r'), language: one(random, languages), text: 'Translated' }],
  ReviewRequest: (random) => {
    const decision = one(random, ['released', 'releasedChanged', 'refused', 'released'] as const);
    return [one(random, officers), { request: id(random, 'r'), decision, ...(decision === 'releasedChanged' ? { texts: { zh: '派船', ru: 'Лодку' } } : {}) }];
  },
  AnswerRequest: (random, play) => [one(random, [...players, 'HICON']), { request: id(random, 'r'), text: 'Yes', language: one(random, languages), ...(chance(random, 0.3) ? { class: streamOf(random, play) } : {}) }],
  TranslateAnswer: (random) => [one(random, translators), { request: id(random, 'r'), language: one(random, languages), text: 'Translated' }],
  ReviewAnswer: (random, play) => {
    const decision = one(random, ['released', 'releasedChanged', 'withheld'] as const);
    const changed = { texts: { zh: '同意', ru: 'Да' }, ...(chance(random, 0.5) ? { class: streamOf(random, play) } : {}) };
    return [one(random, officers), { request: id(random, 'r'), decision, ...(decision === 'releasedChanged' ? changed : {}), ...(chance(random, 0.9) ? { reason: 'Not theirs' } : {}) }];
  },
  MarkContact: (random, play) => [post(random), { contact: id(random, 'k'), from: one(random, players), to: one(random, players), means: 'radio', ...(chance(random, 0.5) ? { serial: one(random, serials) } : {}), ...entry(random, 'HQ-BLR', play) }],
  MakeObservation: (random) => [one(random, evaluators), { observation: id(random, 'o'), serial: one(random, serials), task: 'SEARCH', criticalTask: 'brief', rating: one(random, ['P', 'S', 'M', 'U', null, 'X']), ...(chance(random, 0.3) ? { met: true } : {}), text: 'Seen' }],
  WithdrawObservation: (random) => [one(random, evaluators), { observation: id(random, 'o'), reason: 'mistaken' }],
  RecordProcedure: (random, play) => [one(random, evaluators), { record: id(random, 'p'), procedure: 'REQUEST', serial: one(random, serials), from: 'BLR', to: 'CHN', startedAt: play.now - minutes(5), finishedAt: play.now }],
  ProposeFinding: (random) => [one(random, [...evaluators, 'SNR-CHN']), { finding: few(random, 'f'), title: 'Title', text: 'Text', language: 'en', strength: chance(random, 0.5), task: 'SEARCH', serials: [one(random, serials)], shownBy: [id(random, 'o'), id(random, 'r')], joint: chance(random, 0.5) }],
  CommentFinding: (random) => [post(random), { finding: few(random, 'f'), text: 'Agreed', language: 'en' }],
  AgreeFinding: (random) => [one(random, directors), { finding: few(random, 'f'), ...(chance(random, 0.3) ? { nationalView: 'CHN' } : {}) }],
  KeepFindingNational: (random) => [one(random, ['SNR-BLR', 'SNR-CHN']), { finding: few(random, 'f') }],
  SupersedeFinding: (random) => [one(random, directors), { finding: few(random, 'f'), by: few(random, 'f') }],
  SetCorrectiveAction: (random) => [one(random, directors), { action: id(random, 'a'), finding: few(random, 'f'), text: 'Train', owner: post(random), due: 30_000_000, element: 'training', done: false }],
  AskConsent: (random) => {
    const [on, subject] = one(random, [['change', 'SER-1#x'], ['change', 'SER-OWN'], ['release', 'text-1'], ['release', 'text-2'], ['inject', 'I-1'], ['finding', 'f-1'], ['plan', 'TEST']] as const);
    const texts = [{ language: 'en', title: 'Title', text: one(random, ['Text', 'Another text']) }];
    const asked = chance(random, 0.2) ? { on: 'communique' as const, subject: 'text-1', texts } : { on, subject };
    return [one(random, [...directors, ...officers]), { case: id(random, 'case'), ...asked }];
  },
  GiveConsent: (random) => [one(random, [...directors, ...officers]), { case: id(random, 'case'), yes: chance(random, 0.8) }],
  CallStop: (random) => [post(random), { stop: few(random, 's'), site: one(random, sites) }],
  LiftStop: (random) => [one(random, ['SAFETY', 'CHIEF']), { stop: few(random, 's') }],
  RaiseNoDuff: (random) => [post(random), { alert: few(random, 'n'), site: one(random, [...sites, ...sites, null]), kind: 'casualty', drill: chance(random, 0.3) }],
  ExtendNoDuff: (random) => [one(random, directors), { alert: few(random, 'n') }],
  CorrectNoDuff: (random) => [post(random), { alert: few(random, 'n'), site: one(random, sites), kind: 'vehicle' }],
  WithdrawNoDuff: (random) => [post(random), { alert: few(random, 'n') }],
  RecordNoDuffDetails: (random) => [one(random, ['MEDIC', 'SAFETY']), { alert: few(random, 'n'), party: one(random, parties), text: 'Details' }],
  SignResume: (random) => {
    const [by, role] = one(random, [['SAFETY', 'safetyOfficer'], ['SNR-BLR', 'seniorNationalRepresentative'], ['SNR-CHN', 'seniorNationalRepresentative'], ['CODIR-BLR', 'coDirector'], ['CODIR-CHN', 'coDirector']] as const);
    return [by, { alert: few(random, 'n'), role }];
  },
  WithdrawParty: (random) => [one(random, ['SNR-BLR', 'SNR-CHN']), chance(random, 0.5) ? { serial: one(random, serials.slice(0, 4)) } : {}],
  ReturnParty: (random) => [one(random, ['SNR-BLR', 'SNR-CHN']), chance(random, 0.5) ? { serial: one(random, serials.slice(0, 4)) } : {}],
  ReleaseText: (random, play) => [one(random, officers), { record: id(random, 'text'), thing: one(random, ['entry', 'entry', 'communique']), title: 'Title', text: 'Text', language: 'en', to: streamOf(random, play), from: chance(random, 0.7) ? [streamOf(random, play)] : [] }],
  WithdrawText: (random, play) => [one(random, officers), { record: id(random, 'text'), stream: streamOf(random, play), reason: 'spill' }],
  ErasePayload: (random, play) => [one(random, officers), { stream: streamOf(random, play), origin: 'test', sequence: random.below(3), orderedBy: ['RELEASE-BLR', 'RELEASE-CHN'], reason: 'spill' }],
  ErasePerson: (random, play) => [one(random, officers), { person: 'P-1', orderedBy: ['RELEASE-BLR', 'RELEASE-CHN'], reason: 'asked', events: chance(random, 0.7) ? [{ stream: play.conduct.routes.everyone, origin: 'test', sequence: 2 }] : [], files: [] }],
  TakePost: (random) => [one(random, players), { post: one(random, players), record: id(random, 'person') }],
  LeavePost: (random) => [one(random, players), { post: one(random, players), record: id(random, 'person') }],
};

/** How much more often than once in sixty a type comes. */
// biome-ignore format: a list
const often: readonly CommandType[] = [
  'PassTime', 'CallSerial', 'SignGoNoGo', 'SignGoNoGo', 'SignGoNoGo', 'StartSerial', 'StartSerial', 'ResumeSerial', 'CallInject', 'ReleaseInject', 'ReleaseInject',
  'AnswerDelivery', 'MakeRequest', 'TranslateRequest', 'ReviewRequest', 'ReviewRequest', 'AnswerRequest', 'SignResume', 'SignResume', 'SendMessage', 'MakeObservation', 'FinishSerial',
  'ReadDelivery', 'StartSerial', 'FinishSerial', 'FinishSerial', 'ReportInjectSet', 'ReportInjectPlayed', 'ReportInjectPlayed', 'LiftStop', 'SignResume', 'SignResume', 'ResumeSerial', 'WithdrawText', 'ReleaseText', 'ReturnParty', 'ReturnParty', 'ResumeClock', 'TranslateMessage', 'ErasePayload', 'ErasePayload', 'TakePost', 'LeavePost', 'AdoptDocument', 'EditPortion', 'EditPortion',
];
const types = [...(Object.keys(makers) as CommandType[]).filter((type) => type !== 'DeclareEndex'), ...often];

/** A serial taken one step further, so that some of them run and end. */
function serialStep(random: Random, { conduct }: TestConduct): readonly [CommandType, string, object] {
  const serial = one(random, serials.slice(0, 3));
  const [item] = missingSignatures(conduct, serial);
  switch (statusOf(conduct, serial)) {
    case 'planned':
      return ['CallSerial', 'CHIEF', { serial }];
    case 'called': {
      const party =
        item?.startsWith('party:') === true ? { item: 'party', party: item.slice('party:'.length) } : { item: item ?? 'safety' };
      return ['SignGoNoGo', systemAuthor, { serial, ...party, go: true }];
    }
    case 'ready':
      return ['StartSerial', 'CHIEF', { serial }];
    case 'running':
      return chance(random, 0.2)
        ? ['FinishSerial', 'CHIEF', { serial }]
        : ['CallStop', 'ROLE', { stop: few(random, 's'), site: one(random, sites) }];
    default:
      return ['ResumeSerial', 'CHIEF', { serial }];
  }
}

/** A request between the parties taken one step further, so that some of them are answered and the answers reviewed. */
function requestStep(random: Random, play: TestConduct): readonly [CommandType, string, object] {
  const [from, to, ours, theirs] = one(random, [
    ['HQ-BLR', 'HQ-CHN', 'BLR', 'CHN'],
    ['HQ-CHN', 'HQ-BLR', 'CHN', 'BLR'],
  ] as const);
  const { slices, routes } = play.conduct;
  const request = few(random, `r-${ours}`);
  const asked = slices.get(routes.ofParty(ours))?.play.requests.get(request);
  const received = slices.get(routes.ofPost(to))?.play.requests.get(request);
  const language = theirs === 'CHN' ? 'zh' : 'ru';
  if (asked?.made == null) return ['MakeRequest', from, { request, from, to, language, text: 'Send a boat', procedure: 'REQUEST' }];
  if (asked.decision === null) return ['ReviewRequest', `RELEASE-${ours}`, { request, decision: 'released' }];
  if (received?.answer === null) return ['AnswerRequest', to, { request, text: 'Yes', language }];
  const [type, by, order] = one(random, [
    ['TranslateAnswer', `TRANS-${theirs}`, { request, language: one(random, languages), text: 'Translated' }],
    ['ReviewAnswer', `RELEASE-${theirs}`, makers.ReviewAnswer(random, play)[1]],
  ] as const);
  return [type, by, { ...order, request }];
}

/** One random command for the state at hand. Now and then its author is anybody. */
export function randomCommand(random: Random, play: TestConduct, count: number): Command {
  const drawn = one(random, types);
  const dice = random.uniform();
  const [type, by, order] =
    dice < 0.2
      ? serialStep(random, play)
      : dice < 0.25
        ? requestStep(random, play)
        : [drawn, ...(makers[drawn] as Makers['PassTime'])(random, play)];
  const author = chance(random, 0.08) ? one(random, posts) : by;
  if (chance(random, 0.3)) play.wait(minutes(random.below(20)));
  const read = commandSchemas[type].parse(order);
  return { id: `c${count}`, type, by: author, at: play.now, order: read } as Command;
}

/** A conduct after so many random commands, mostly begun with plan and STARTEX; `onCommand` sees each one before it is given. */
export function randomPlay(seed: number, count: number, onCommand: (command: Command, play: TestConduct) => void = () => {}): TestConduct {
  const random = randomFor(`play-${seed}`, 'commands');
  const play = new TestConduct(sharedExercise);
  if (chance(random, 0.9)) play.started();
  for (let index = 0; index < count; index++) {
    const isLast = index === count - 1 && chance(random, 0.3);
    const command = isLast
      ? ({ id: 'endex', type: 'DeclareEndex', by: 'CODIR-BLR', at: play.now, order: {} } as Command)
      : randomCommand(random, play, index);
    onCommand(command, play);
    play.take(command);
  }
  return play;
}

const communiques = {
  id: 'COMMUNIQUES',
  on: 'communique' as const,
  consents: [{ role: 'coDirector' }],
  within: '1h',
  silenceMeans: 'yes' as const,
};
export const sharedExercise = aJointExercise({ agreements: [...jointItems.agreements, communiques] });
