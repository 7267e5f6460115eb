/** Builder for tests: a small joint exercise in which three things are too few on purpose: interpreters at night, an ambulance, and one evening's release officer. */
import { anExercise, anInject, aPost, aSerial, aSite, aStoryline, aTask, aUnit, type Exercise } from '../exercise/index.ts';
import { type MinuteInstant, minuteFromIso } from '../kernel/index.ts';
import type { Booking, Plan } from '../plan/index.ts';

const named = (text: string) => ({ en: text, zh: text, ru: text });
const text = (source: string) => ({ source: 'en', texts: { en: source, ru: source, zh: source } });
const posts = (party: 'BLR' | 'CHN', language: string) => [
  aPost({ id: `CODIR-${party}`, role: 'coDirector', party, cell: 'command', languages: [language, 'en'] }),
  aPost({ id: `SNR-${party}`, role: 'seniorNationalRepresentative', party, cell: 'command', languages: [language, 'en'] }),
  aPost({ id: `LNO-${party}`, role: 'liaisonOfficer', party, cell: 'command', languages: [language, 'en'] }),
  aPost({ id: `EVAL-${party}`, role: 'evaluator', party, languages: [language] }),
  aPost({ id: `CHIEF-EVAL-${party}`, role: 'chiefEvaluator', party, languages: [language, 'en'] }),
  aPost({ id: `RELEASE-${party}`, role: 'releaseOfficer', party, cell: 'support', languages: [language, 'en'] }),
  aPost({ id: `TRANSLATOR-${party}`, role: 'translator', party, cell: 'support', languages: ['ru', 'zh', 'en'] }),
  ...[1, 2].map((number) =>
    aPost({
      id: `LEAD-${party}-${number}`,
      role: 'teamLeader',
      party,
      cell: 'trainingAudience',
      unit: `${party}-${number}` as never,
      languages: [language],
    }),
  ),
];

const serial = (id: string, more: Partial<Parameters<typeof aSerial>[0]>) =>
  aSerial({
    id,
    run: '3h',
    setUp: '30min',
    debrief: '30min',
    tasks: ['task' as never],
    procedures: ['BACK-BRIEF', 'REQUEST', 'HAND-OVER'] as never,
    ...more,
  });

/** Six texts for the release officer in one evening, and calls to both leaders in the same night. */
const evening = Array.from({ length: 8 }, (_, number) =>
  anInject({
    id: `E-${number + 1}`,
    trigger: { kind: 'time', at: `D+1 19:0${number}` },
    to: ['LEAD-BLR-1', 'LEAD-CHN-1'] as never,
    text: text('A journalist asks.'),
    controller: 'CONTROL-1' as never,
    needsReleaseReview: true,
    answerWithin: '20min',
  }),
);
const night = Array.from({ length: 8 }, (_, number) =>
  anInject({
    id: `N-${number + 1}`,
    trigger: {
      kind: 'after',
      serial: (number % 2 === 0 ? 'NIGHT-1' : 'NIGHT-2') as never,
      happening: 'running',
      delay: `${60 + number}min`,
    },
    serial: (number % 2 === 0 ? 'NIGHT-1' : 'NIGHT-2') as never,
    to: (number % 2 === 0 ? ['LEAD-BLR-1', 'LEAD-CHN-1'] : ['LEAD-BLR-2', 'LEAD-CHN-2']) as never,
    text: text('Somebody is seen at the bridge.'),
    controller: 'CONTROL-1' as never,
    answerWithin: '15min',
  }),
);

export function aPlantedExercise(): Exercise {
  return anExercise({
    setting: { frozen: '12h' },
    policy: {
      defaults: [
        { thing: 'observation', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' },
        { thing: 'contact', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' },
      ],
      standing: [
        {
          thing: 'inject',
          author: 'excon',
          trigger: 'atEndex',
          classification: 'RESTRICTED',
          releasableTo: 'participating',
          audience: 'everyone:',
        },
      ],
    },
    contingents: [
      {
        id: 'GUESTS',
        party: 'CHN' as never,
        name: named('Guests'),
        strength: 40,
        arrival: 'D 01:00',
        departure: 'D+11 12:00',
        reception: [{ name: named('Induction'), from: 'D 02:00', to: 'D 03:00' }],
      },
    ],
    units: ['BLR-1', 'BLR-2', 'CHN-1', 'CHN-2'].map((id) => aUnit({ id, party: id.slice(0, 3) as never })),
    sites: [aSite({ id: 'NORTH', travel: { SOUTH: '20min' } }), aSite({ id: 'SOUTH' })],
    pools: [{ id: 'AMBULANCE', name: named('Ambulance'), kind: 'medical', count: 1, turnaround: '30min' }],
    tasks: [aTask({ id: 'task', criticalTasks: { brief: { name: named('Brief'), standard: text('Both sides say the same.') } } })],
    procedures: [
      { id: 'BACK-BRIEF', name: named('Back-brief'), kind: 'backBrief', within: '20min', standard: text('Both sides say the same.') },
      { id: 'REQUEST', name: named('Request'), kind: 'request', within: '30min', standard: text('Answered in time.') },
      { id: 'HAND-OVER', name: named('Hand-over'), kind: 'handOver', within: '15min', standard: text('Complete first time.') },
    ],
    objectives: [
      {
        id: 'TO-1',
        party: 'BLR' as never,
        task: 'task' as never,
        name: named('Together'),
        condition: text('By night.'),
        standard: text('In time.'),
      },
    ],
    collection: [
      {
        id: 'Q-1',
        objective: 'TO-1' as never,
        question: named('Alike?'),
        indicator: named('Differences'),
        criticalTask: 'task/brief',
        serials: ['DAY-1', 'DAY-2', 'NIGHT-1', 'NIGHT-2'] as never,
        evaluators: ['EVAL-BLR', 'EVAL-CHN'] as never,
      },
    ],
    serials: [
      serial('DAY-1', { pools: [{ pool: 'AMBULANCE' as never, count: 1 }] }),
      serial('DAY-2', { pools: [{ pool: 'AMBULANCE' as never, count: 1 }] }),
      serial('NIGHT-1', {}),
      serial('NIGHT-2', {}),
      serial('HOT-WASH', { kind: 'hotWash', procedures: [], tasks: [], goNoGo: ['siteClear'] }),
    ],
    posts: [
      ...posts('BLR', 'ru'),
      ...posts('CHN', 'zh'),
      aPost({ id: 'CHIEF', role: 'chiefController', languages: ['ru', 'en'] }),
      aPost({ id: 'CONTROL-1', role: 'controller', languages: ['ru', 'en'] }),
      aPost({ id: 'CONTROL-2', role: 'controller', party: 'CHN' as never, languages: ['zh', 'en'] }),
      aPost({ id: 'SAFETY', role: 'safetyOfficer' }),
      aPost({ id: 'MEDIC', role: 'medicalCoordinator', cell: 'support' }),
      aPost({ id: 'INTERPRETER', role: 'interpreter', cell: 'support', languages: ['ru', 'zh'] }),
    ],
    meetings: [
      { id: 'BOARD', name: named('Board'), at: '18:00', minutes: 30, posts: ['CODIR-BLR', 'CODIR-CHN'] as never, reason: 'Tomorrow' },
    ],
    storylines: [aStoryline({ id: 'story' })],
    injects: [...evening, ...night],
    assumptions: [
      { id: 'review', kind: 'releaseReviewMinutes', distribution: { shape: 'lognormal', median: 14, sigma: 0.4 }, source: 'assumed' },
    ],
  });
}

const minute = (iso: string) => minuteFromIso(`2024-07-${iso}Z`) as MinuteInstant;
const booking = (
  serialId: string,
  from: string,
  to: string,
  site: string,
  units: readonly number[],
  support: readonly string[],
): Booking => {
  const team = units.flatMap((number) => [`BLR-${number}`, `CHN-${number}`]).toSorted();
  return {
    serial: serialId,
    held: true,
    start: minute(from),
    end: minute(to),
    site,
    team,
    lead: team[0] ?? null,
    support: support.map((by) => ({ demand: by, by })),
  };
};

/** The second day serial begins the moment the ambulance is due back; at night there is one interpreter for two serials at once. */
export const aPlantedPlan: Plan = {
  format: 'entente-plan',
  version: 1,
  exercise: 'TEST-2024',
  seed: '1',
  iterations: 1,
  lanes: 1,
  objectives: [],
  unmet: [],
  bookings: [
    booking('DAY-1', '09T04:00:00', '09T08:00:00', 'NORTH', [1], ['CONTROL-1', 'INTERPRETER']),
    booking('DAY-2', '09T08:30:00', '09T12:30:00', 'SOUTH', [2], ['CONTROL-2', 'INTERPRETER']),
    booking('NIGHT-1', '09T19:00:00', '09T23:00:00', 'NORTH', [1], ['CONTROL-1', 'INTERPRETER']),
    booking('NIGHT-2', '09T19:00:00', '09T23:00:00', 'SOUTH', [2], ['CONTROL-2']),
    booking('HOT-WASH', '18T16:00:00', '18T20:00:00', 'NORTH', [], ['CONTROL-1']),
  ],
};
