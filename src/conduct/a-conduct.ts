/** Builders for tests of this and other rooms: a small joint exercise of two parties, and a conduct of it that is given commands and keeps its log. */
import {
  type AnExercise,
  anExercise,
  anInject,
  aPost,
  aSerial,
  aSite,
  aStoryline,
  aTask,
  aUnit,
  type Exercise,
} from '../exercise/index.ts';
import { type MicroInstant, microsFromIso } from '../kernel/index.ts';
import type { Command, CommandType, OrderOf } from './commands/commands.ts';
import { type Conduct, type LoggedEvent, noConduct } from './conduct.ts';
import { systemAuthor } from './decide/asking.ts';
import { decide, stampOf } from './decide.ts';
import type { Decision, Fact } from './decision.ts';
import type { PayloadOf } from './events/events.ts';
import { evolve } from './evolve.ts';
import { inOrder } from './log/change.ts';
import { routesOf } from './routes.ts';

const text = (en: string) => ({ source: 'en', texts: { en, ru: `${en} (ru)`, zh: `${en} (zh)` } });

const call = { source: 'en', texts: { en: 'Somebody calls.', ru: 'Кто-то звонит.', zh: '有人来电。' } };

/** The policy of the tests: coordination is for both, requests and findings stay with their party, the MSEL is released at ENDEX. */
export const aJointPolicy = {
  defaults: [
    { thing: 'inject', author: 'excon', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'excon:' },
    { thing: 'contact', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' },
    { thing: 'observation', classification: 'RESTRICTED', releasableTo: 'author', audience: 'author:' },
    { thing: 'finding', classification: 'RESTRICTED', releasableTo: 'author', audience: 'author:' },
  ],
  standing: [
    { thing: 'observation', trigger: 'whenSerialDone', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' },
    {
      thing: 'inject',
      author: 'excon',
      trigger: 'atEndex',
      classification: 'RESTRICTED',
      releasableTo: 'participating',
      audience: 'everyone:',
    },
    { thing: 'position', trigger: 'atEndex', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' },
  ],
} as const;

/** What the exercise of the tests holds; spread it into `anExercise` with changes of your own. */
export const jointItems = {
  policy: aJointPolicy,
  setting: {
    emergency: { channel: 'SAFETY 1', telephone: '112' },
    frozen: '2h',
    positions: { on: true, coarseMetres: { BLR: 500 } },
    partyScales: { CHN: ['good', 'fair', 'poor'] },
  },
  sites: [aSite({ id: 'NORTH', medical: { assets: ['AMBULANCE'] } }), aSite({ id: 'SOUTH' }), aSite({ id: 'HALL' })],
  pools: [{ id: 'AMBULANCE', name: { en: 'Ambulance' }, count: 1, kind: 'medical' }],
  units: [aUnit({ id: 'B1' }), aUnit({ id: 'B2' }), aUnit({ id: 'C1', party: 'CHN' }), aUnit({ id: 'C2', party: 'CHN' })],
  tasks: [aTask({ id: 'SEARCH', criticalTasks: { brief: { name: { en: 'Brief' }, standard: text('Both languages') } } })],
  procedures: [{ id: 'REQUEST', name: { en: 'Request' }, kind: 'request', within: '20min', standard: text('In 20 minutes') }],
  contingents: [
    {
      id: 'CHN-1',
      party: 'CHN',
      name: { en: 'Contingent' },
      strength: 100,
      reception: [{ name: { en: 'In-processing' }, from: 'D-2 08:00', to: 'D-2 12:00' }],
    },
  ],
  agreements: [
    { id: 'CHANGES', on: 'change', consents: [{ role: 'coDirector' }], within: '1h', silenceMeans: 'no' },
    { id: 'RELEASES', on: 'release', consents: [{ role: 'releaseOfficer' }], within: '30min', silenceMeans: 'yes' },
  ],
  posts: [
    aPost({ id: 'CODIR-BLR', role: 'coDirector', cell: 'command' }),
    aPost({ id: 'CODIR-CHN', role: 'coDirector', cell: 'command', party: 'CHN', languages: ['zh'] }),
    aPost({ id: 'SNR-BLR', role: 'seniorNationalRepresentative', cell: 'command' }),
    aPost({ id: 'SNR-CHN', role: 'seniorNationalRepresentative', cell: 'command', party: 'CHN', languages: ['zh'] }),
    aPost({ id: 'CHIEF', role: 'chiefController' }),
    aPost({ id: 'CONTROL', role: 'controller', party: 'CHN', languages: ['zh', 'en'] }),
    aPost({ id: 'SAFETY', role: 'safetyOfficer' }),
    aPost({ id: 'SAFETY-SOUTH', role: 'safetyOfficer', party: 'CHN', sites: ['SOUTH'] }),
    aPost({ id: 'MEDIC', role: 'medicalCover', cell: 'support', party: 'CHN' }),
    aPost({ id: 'EVAL-BLR', role: 'evaluator' }),
    aPost({ id: 'EVAL-CHN', role: 'evaluator', party: 'CHN', languages: ['zh'] }),
    aPost({ id: 'TRANS-BLR', role: 'translator', cell: 'support', languages: ['ru', 'zh'] }),
    aPost({ id: 'TRANS-CHN', role: 'translator', cell: 'support', party: 'CHN', languages: ['zh', 'ru'] }),
    aPost({ id: 'RELEASE-BLR', role: 'releaseOfficer', cell: 'support' }),
    aPost({ id: 'RELEASE-CHN', role: 'releaseOfficer', cell: 'support', party: 'CHN', languages: ['zh'] }),
    aPost({ id: 'HQ-BLR', role: 'player', cell: 'trainingAudience', deputies: ['OPS-BLR'] }),
    aPost({ id: 'OPS-BLR', role: 'player', cell: 'trainingAudience' }),
    aPost({ id: 'HQ-CHN', role: 'player', cell: 'trainingAudience', party: 'CHN', languages: ['zh'] }),
    { id: 'HICON', name: { en: 'Higher command' }, role: 'simulator', cell: 'hicon', languages: ['en', 'ru', 'zh'], simulated: true },
    aPost({ id: 'ROLE', role: 'rolePlayer', cell: 'locon' }),
  ],
  serials: [
    aSerial({ id: 'SER-1', tasks: ['SEARCH'], sites: ['NORTH'], pools: [{ pool: 'AMBULANCE', count: 1 }] }),
    aSerial({ id: 'SER-2', tasks: ['SEARCH'], sites: ['SOUTH'], pools: [{ pool: 'AMBULANCE', count: 1 }], goNoGo: ['safety'] }),
    aSerial({ id: 'SER-3', sites: ['HALL'], goNoGo: [] }),
  ],
  storylines: [aStoryline({ id: 'story' })],
  excon: {
    injects: [
      anInject({ id: 'I-1', number: '101', to: ['HQ-BLR', 'HQ-CHN'], answerWithin: '20min', trigger: { kind: 'time', at: 'D+1 09:00' } }),
      anInject({
        id: 'I-2',
        number: '102',
        to: ['HQ-BLR'],
        trigger: { kind: 'after', inject: 'I-1', happening: 'answered', delay: '5min' },
      }),
      anInject({ id: 'I-3', number: '103', to: ['HQ-CHN'], trigger: { kind: 'absence', inject: 'I-1', within: '20min' } }),
      anInject({ id: 'I-4', number: '104', to: ['HQ-BLR'], means: 'stagedCue', trigger: { kind: 'onCall' } }),
      anInject({ id: 'I-5', number: '105', to: ['HQ-CHN'], needsReleaseReview: true, trigger: { kind: 'time', at: 'D+1 10:00' } }),
      anInject({
        id: 'I-6',
        number: '106',
        to: ['HQ-CHN'],
        serial: 'SER-1',
        trigger: { kind: 'after', serial: 'SER-1', happening: 'running' },
      }),
      anInject({ id: 'I-7', number: '107', to: ['HQ-BLR'], trigger: { kind: 'time', at: 'H1+40min', realTime: false } }),
      anInject({ id: 'I-8', number: '108', to: ['HQ-CHN'], trigger: { kind: 'time', at: 'D+1 11:00', realTime: true } }),
      anInject({
        id: 'I-9',
        number: '109',
        to: ['HQ-CHN'],
        text: { source: 'en', texts: { en: 'Text', zh: { text: '文', state: 'draft' } } },
      }),
    ].map((inject) => ({ ...inject, text: inject.id === 'I-9' ? inject.text : call, controller: 'CHIEF' })),
  },
  ofParty: { BLR: { serials: [aSerial({ id: 'SER-OWN', sites: ['HALL'], goNoGo: [] })] } },
} as const satisfies AnExercise;

export function aJointExercise(changes: AnExercise = {}): Exercise {
  const { setting, ...items } = changes;
  return anExercise({
    ...jointItems,
    ...items,
    setting: { ...jointItems.setting, anchors: { D: '2024-07-08', H1: '091200CJUL24' }, ...setting },
  });
}

/** 9 July 2024, 06:00 in the exercise's zone. */
export const morning = microsFromIso('2024-07-09T03:00:00Z');
export const minutes = (count: number): number => count * 60_000_000;

export const aBooking = ({
  serial,
  ...changes
}: Partial<PayloadOf<'BookingAdopted'>> & { readonly serial: string }): PayloadOf<'BookingAdopted'> => ({
  serial,
  held: true,
  start: morning / 60_000_000 + 600,
  end: morning / 60_000_000 + 720,
  site: null,
  team: [],
  lead: null,
  support: [],
  ...changes,
});

/** Where the serials of the test exercise are booked: SER-1 in the north and SER-2 in the south, each mixed. */
export const someBookings = [
  aBooking({ serial: 'SER-1', site: 'NORTH', team: ['B1', 'C1'], lead: 'B1' }),
  aBooking({ serial: 'SER-2', site: 'SOUTH', team: ['B2', 'C2'], lead: 'C2' }),
  aBooking({ serial: 'SER-3', site: 'HALL', team: ['B1'] }),
  aBooking({ serial: 'SER-OWN', site: 'HALL', team: ['B2'] }),
];

/** A conduct that is given commands. Every command comes a second after the one before, unless told otherwise. */
export class TestConduct {
  readonly conduct: Conduct;
  readonly log: LoggedEvent[] = [];
  now: MicroInstant = morning;
  #commands = 0;
  readonly #lengths = new Map<string, number>();

  constructor(exercise: Exercise = aJointExercise()) {
    this.conduct = noConduct(exercise, routesOf(exercise));
  }

  /** Gives a command and folds what was decided. */
  give<T extends CommandType>(
    by: string,
    type: T,
    order: OrderOf<T>,
    more: { readonly expected?: number; readonly id?: string } = {},
  ): Decision {
    const command = { id: more.id ?? `c${++this.#commands}`, type, by, at: this.now, ...more, order } as unknown as Command;
    return this.take(command);
  }

  take(command: Command): Decision {
    const decision = decide(command, this.conduct);
    const { time, exerciseTime, authorIn } = stampOf(command, this.conduct);
    for (const { stream, event } of inOrder(decision.change)) {
      const sequence = (this.#lengths.get(stream) ?? 0) + 1;
      this.#lengths.set(stream, sequence);
      const logged: LoggedEvent = { stream, origin: 'test', sequence, time, exerciseTime, author: authorIn(stream), event };
      this.log.push(logged);
      evolve(this.conduct, logged);
    }
    this.now = (command.at + 1_000_000) as MicroInstant;
    return decision;
  }

  wait(micros: number): this {
    this.now = (this.now + micros) as MicroInstant;
    return this;
  }

  passTime(): Decision {
    return this.give(systemAuthor, 'PassTime', {});
  }

  /** With the plan adopted and STARTEX declared at the time it is. */
  started(): this {
    this.give(systemAuthor, 'AdoptPlan', { seed: '1', iterations: 1, lanes: 1, objectives: [], unmet: [], bookings: someBookings });
    this.give('CODIR-BLR', 'DeclareStartex', { exerciseTime: this.now });
    return this;
  }

  /** With a serial called, signed for and running. */
  running(serial: 'SER-1' | 'SER-2' | 'SER-3'): this {
    this.give('CHIEF', 'CallSerial', { serial });
    for (const item of this.conduct.exercise.serials.byId.get(serial)?.goNoGo ?? []) {
      if (item !== 'parties') this.give(systemAuthor, 'SignGoNoGo', { serial, item, go: true });
      else for (const party of ['BLR', 'CHN']) this.give(systemAuthor, 'SignGoNoGo', { serial, item: 'party', party, go: true });
    }
    this.give('CHIEF', 'StartSerial', { serial });
    return this;
  }

  /** With an inject called and released. */
  released(inject: string): this {
    this.give('CHIEF', 'CallInject', { inject });
    this.give('CHIEF', 'ReleaseInject', { inject });
    return this;
  }
}

/** The types of the events of a decision, with their streams' audiences, in order; a refusal as its key. */
export function told(decision: Decision): readonly string[] {
  if (decision.outcome.kind === 'refused') return [decision.outcome.problem.key, ...decision.change.map(brief)];
  return decision.change.map(brief);
}

const brief = ({ stream, event }: Fact): string => `${event.type} → ${stream.split('/').at(-1)}`;
