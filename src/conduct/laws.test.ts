import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classOf } from '../exercise/index.ts';
import { randomFor } from '../kernel/index.ts';
import { type ClassKey, gateFor, type Reader, resolveReader } from '../release/index.ts';
import type { Command } from './commands/commands.ts';
import { type LoggedEvent, noConduct, type ReadonlyConduct, visible } from './conduct.ts';
import { statusOf, systemAuthor } from './decide/asking.ts';
import { standingStillAt } from './decide/halts.ts';
import { decide } from './decide.ts';
import { type EventType, eventSchemas } from './events/events.ts';
import { type EntityKind, entityKindOf } from './events/field.ts';
import { evolve, fold } from './evolve.ts';
import { randomPlay, sharedExercise } from './random-commands.ts';
import { readerDirectoryOf } from './reader-directory.ts';

const runs = 60;
const length = 160;
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const directory = readerDirectoryOf(sharedExercise);
const { scale } = sharedExercise.policy;

const readers: readonly Reader[] = ['BLR', 'CHN', 'BLR:excon', 'CHN:excon', 'joint', 'public', 'all'].map((name) => {
  const reader = resolveReader(name, directory);
  if ('key' in reader) throw new Error(reader.key);
  return reader;
});

const plain = ({ slices, time }: ReadonlyConduct) => ({ slices, time });

test('what a reader sees of the whole state is the state of what the reader sees', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const play = randomPlay(seed, length);
      for (const reader of readers) {
        const admits = gateFor(reader, scale);
        const folded = fold(
          noConduct(sharedExercise, play.conduct.routes),
          play.log.filter(({ stream }) => admits(stream)),
        );
        expect(plain(visible(play.conduct, admits))).toEqual(plain(folded));
      }
    }),
    { numRuns: runs },
  );
});

test('the random commands bring about every type of event', () => {
  const types = new Set<string>();
  for (let seed = 0; seed < 120; seed++) for (const { event } of randomPlay(seed, 250).log) types.add(event.type);
  const never = Object.keys(eventSchemas).filter((type) => !types.has(type));
  // A refusal is told EXCON where a hidden reason decided.
  expect(never.filter((type) => type !== 'CommandRefused')).toEqual([]);
});

test('every event has the shape of its schema, with its keys in the schema’s order', () => {
  for (let seed = 0; seed < 40; seed++) {
    for (const { event } of randomPlay(seed, length).log) {
      const read = eventSchemas[event.type as EventType].parse(event.payload);
      expect(JSON.stringify(event.payload)).toBe(JSON.stringify(read));
    }
  }
});

/** Where a name of a kind is made known: in these types, or, for the document's items, by the item's own class. */
const introducedBy: Readonly<Partial<Record<EntityKind, readonly EventType[]>>> = {
  delivery: ['InjectReleased', 'InjectReceived', 'PlayedInjectReleased'],
  message: ['MessageSent', 'MessageReceived', 'TranslationWanted'],
  request: ['RequestMade', 'RequestReceived', 'RequestTimed', 'AnswerSubmitted'],
  contact: ['ContactMarked'],
  observation: ['ObservationMade', 'ObservationReleased'],
  finding: ['FindingProposed'],
  action: ['CorrectiveActionSet'],
  alert: ['NoDuffRaised'],
  stop: ['StopCalled'],
  notice: ['ChangeNoticeIssued'],
  consentCase: ['ConsentAsked'],
  record: ['ProcedureRecorded', 'TextReleased', 'ReleaseRecorded', 'PostTaken', 'NoDuffDetailsRecorded'],
  file: ['DocumentAdopted'],
  review: ['InjectReviewAsked', 'TextForReview'],
};
const collectionOf = {
  post: 'posts',
  party: 'parties',
  serial: 'serials',
  site: 'sites',
  unit: 'units',
  contingent: 'contingents',
  phase: 'phases',
  task: 'tasks',
  procedure: 'procedures',
  agreement: 'agreements',
  pool: 'pools',
  inject: 'injects',
} as const;

type Named = { readonly kind: EntityKind; readonly id: string };

/** Every entity that a value names, found by the marks of its schema. */
function namedIn(schema: unknown, value: unknown): readonly Named[] {
  if (value === undefined || value === null || typeof schema !== 'object' || schema === null) return [];
  const kind = entityKindOf(schema);
  if (kind !== undefined && typeof value === 'string') return [{ kind, id: value }];
  const { def } = schema as { def?: { shape?: Record<string, unknown>; element?: unknown; innerType?: unknown } };
  if (def?.shape !== undefined)
    return Object.entries(def.shape).flatMap(([key, inner]) => namedIn(inner, (value as Record<string, unknown>)[key]));
  if (def?.element !== undefined) return (value as readonly unknown[]).flatMap((one) => namedIn(def.element, one));
  return def?.innerType === undefined ? [] : namedIn(def.innerType, value);
}

test('no event names anything that a reader of its stream may not read', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(seeds, (seed) => {
      const { log, conduct } = randomPlay(seed, length);
      const { covers } = conduct.routes;
      const homes = new Map<string, Set<ClassKey>>();
      for (const { stream, event } of log) {
        for (const { kind, id } of namedIn(eventSchemas[event.type as EventType], event.payload)) {
          if (introducedBy[kind]?.includes(event.type as EventType) !== true) continue;
          homes.set(`${kind}/${id}`, (homes.get(`${kind}/${id}`) ?? new Set()).add(stream));
        }
      }
      for (const logged of log) {
        const { stream, event, author } = logged;
        const named = [
          ...namedIn(eventSchemas[event.type as EventType], event.payload),
          ...(author === null || author === systemAuthor ? [] : [{ kind: 'post' as const, id: author }]),
        ];
        for (const { kind, id } of named) {
          seen.add(`${event.type} ${kind}`);
          const item = kind in collectionOf ? classOf(sharedExercise, collectionOf[kind as keyof typeof collectionOf], id) : undefined;
          const known = item === undefined ? [...(homes.get(`${kind}/${id}`) ?? [])] : [item];
          if (kind in collectionOf && item === undefined) throw new Error(`${event.type} names ${kind} ${id}, which does not exist`);
          if (!known.some((home) => covers(stream, home)))
            throw new Error(`${event.type} in ${stream} names ${kind} ${id}, known in ${known.join(' ')}`);
        }
      }
    }),
    { numRuns: runs },
  );
  expect(seen.size).toBeGreaterThan(100);
});

test('identifiers, numbers and titles of injects stay with EXCON until they are released', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const { stream, event } of randomPlay(seed, length).log) {
        if (stream.endsWith('/excon:') || event.type === 'PlayedInjectReleased') continue;
        expect(JSON.stringify(event.payload)).not.toMatch(/"I-\d"|"10\d"/);
      }
    }),
    { numRuns: runs },
  );
});

test('the fold is total on any part of a log in any order', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 9 }), (seed, tenths) => {
      const { log, conduct } = randomPlay(seed, length);
      const random = randomFor(`shuffle-${seed}`, 'log');
      const part = random.shuffled(log.filter(() => random.uniform() * 10 < tenths));
      const erased = part.map(
        (logged, index): LoggedEvent => (index % 11 === 0 ? { ...logged, event: { ...logged.event, payload: null } } : logged),
      );
      const state = noConduct(sharedExercise, conduct.routes);
      for (const event of erased) evolve(state, event);
      const command: Command = { id: 'x', type: 'PassTime', by: systemAuthor, at: conduct.time ?? (0 as never), order: {} };
      expect(decide(command, state).outcome.kind).toBe('accepted');
    }),
    { numRuns: runs },
  );
});

test('the same order given again at once changes nothing', () => {
  // A comment may be made twice; the clock jumps and anchors move as often as they are told; who signs again says it again.
  const repeatable = new Set([
    'CommentFinding',
    'JumpClock',
    'RecordClockLimit',
    'ReportAvailability',
    'ReportPosition',
    'SetInjectStatus',
  ]);
  fc.assert(
    fc.property(seeds, (seed) => {
      const play = randomPlay(seed, length / 2);
      randomPlay(seed + 1, length / 2, (command) => {
        const first = play.take({ ...command, at: play.now });
        if (first.outcome.kind === 'refused' || repeatable.has(command.type)) return;
        const again = decide({ ...command, id: `${command.id}-again`, at: play.now }, play.conduct);
        if (again.change.length > 0)
          throw new Error(`${command.type} again: ${JSON.stringify(again.change)} after ${JSON.stringify(first.change)}`);
      });
    }),
    { numRuns: runs / 2 },
  );
});

test('STOP and NO DUFF are accepted from anybody in any state, and then nothing runs at the place', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.constantFrom('NORTH', 'SOUTH', 'HALL', 'no such place'),
      fc.constantFrom('HQ-CHN', 'nobody', 'MEDIC', systemAuthor),
      (seed, site, by) => {
        const play = randomPlay(seed, length);
        for (const type of ['RaiseNoDuff', 'CallStop'] as const) {
          const decision =
            type === 'CallStop'
              ? play.give(by, type, { stop: `s-${seed % 6}`, site })
              : play.give(by, type, { alert: `n-${seed % 6}`, site, kind: 'fire', drill: false });
          expect(decision.outcome.kind).toBe('accepted');
          for (const { id } of sharedExercise.serials.list) {
            if (play.conduct.slices.get(play.conduct.routes.ofSerial(id))?.adoption.bookings.get(id)?.booking.site === site)
              expect(statusOf(play.conduct, id)).not.toBe('running');
          }
        }
      },
    ),
    { numRuns: runs * 2 },
  );
});

test('no serial ever runs while a STOP or a NO DUFF stands on it', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      randomPlay(seed, length * 2, (_, { conduct }) => {
        for (const { id } of sharedExercise.serials.list) {
          if (statusOf(conduct, id) === 'running') expect(standingStillAt(conduct, id)).toEqual([]);
        }
      });
    }),
    { numRuns: runs },
  );
});

test('a refusal is the same whether or not there is what its author may not read', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      randomPlay(seed, length, (command, { conduct }) => {
        const { routes, agenda } = conduct;
        if (command.by === systemAuthor) return;
        const whole = decide(command, conduct);
        if (whole.outcome.kind === 'accepted' || whole.outcome.problem.key === 'conduct.notNow') return;
        const seen = decide(command, { ...visible(conduct, (stream) => routes.reads(command.by, stream)), agenda });
        if (seen.outcome.kind === 'accepted')
          throw new Error(
            `${command.type} by ${command.by}: ${JSON.stringify(whole.outcome.problem)} tells of what its author may not read`,
          );
        expect(seen.outcome).toEqual(whole.outcome);
      });
    }),
    { numRuns: runs },
  );
});
