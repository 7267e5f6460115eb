import { constantFrom, assert as holds, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { anExercise, collectionNames, type Exercise, lagRelations, type ObjectiveKind } from '../../exercise/index.ts';
import { sha256Hex, stableJson } from '../../kernel/index.ts';
import { aFortnight } from '../a-fortnight.ts';
import { checkPlan } from '../check.ts';
import type { Booking } from '../plan.ts';
import { whyImpossible } from '../why-impossible.ts';
import { exerciseFrom, type Generated, generate, withoutPlanted } from './generate.ts';
import { mouldOf, plainMould } from './mould.ts';

const moulds = [plainMould, mouldOf(aFortnight({ units: 4, partTasks: 4 })), mouldOf(anExercise())];

/** What is hard and broken when an exercise is planned so. */
function broken(exercise: Exercise, bookings: readonly Booking[]): readonly string[] {
  const { objectives, unmet } = checkPlan(exercise, bare(exercise, bookings));
  const plan = {
    ...bare(exercise, bookings),
    unmet,
    objectives: objectives.map(({ id, value }) => ({ id, value, bound: null, proved: false, witness: [] })),
  };
  return checkPlan(exercise, plan)
    .violations.filter(({ price }) => price === null)
    .map(({ rule, values }) => `${rule} ${stableJson(values)}`);
}

const bare = ({ setting }: Exercise, bookings: readonly Booking[]) => ({
  format: 'entente-plan' as const,
  version: 1 as const,
  exercise: setting.code,
  seed: '',
  iterations: 0,
  lanes: 1,
  objectives: [],
  bookings,
  unmet: [],
});

const sizes = record({
  mould: constantFrom(...moulds),
  seed: integer({ min: 1, max: 1_000_000 }).map(String),
  serials: integer({ min: 8, max: 48 }),
  units: integer({ min: 4, max: 26 }),
  tightness: constantFrom(0, 0.3, 0.6, 0.9, 1),
  objectives: constantFrom<readonly ObjectiveKind[] | undefined>(undefined, ['price', 'end', 'pairs']),
});

test('the hidden plan keeps every statement of its exercise, however tight, and nothing is called impossible', () => {
  holds(
    property(sizes, ({ mould, objectives, ...size }) => {
      const { files, hidden } = generate(mould, { ...size, ...(objectives === undefined ? {} : { objectives }) });
      const exercise = exerciseFrom(files);
      expect(exercise.serials.list).toHaveLength(size.serials);
      expect(broken(exercise, hidden)).toEqual([]);
      expect(whyImpossible(exercise)).toEqual([]);
    }),
    { numRuns: 15, seed: 3 },
  );
});

test('a contradiction cannot hold, and without any one of its statements there is a plan', () => {
  holds(
    property(sizes, integer({ min: 1, max: 5 }), ({ mould, objectives: _, ...size }, impossible) => {
      const { files, hidden, planted } = generate(mould, { ...size, impossible });
      expect(planted).toHaveLength(impossible);
      for (const one of planted) {
        const exercise = exerciseFrom(withoutPlanted(files, one));
        const otherwise = hidden.map((booking) => one.otherwise.find(({ serial }) => serial === booking.serial) ?? booking);
        expect(broken(exercise, otherwise)).toEqual([]);
        expect(broken(exerciseFrom(files), otherwise)).not.toEqual([]);
      }
    }),
    { numRuns: 6, seed: 5 },
  );
});

test('to plant a contradiction of no statements is to plant none', () => {
  const size = { seed: '2', serials: 12, units: 8, tightness: 0.6 };
  expect(generate(plainMould, { ...size, impossible: 0 })).toEqual(generate(plainMould, size));
});

const forty = generate(plainMould, { seed: '3', serials: 40, units: 20, tightness: 0.6 });

test('every clause of the planning problem occurs in forty serials', () => {
  const exercise = exerciseFrom(forty.files);
  const { setting, serials, closures, lags, supportDemands, alternates, dutyRules, parities, units } = exercise;
  const unused = ['procedures', 'objectives', 'events', 'incidents', 'injects', 'terms', 'collection', 'assumptions', 'scarce', 'risks'];
  const others = ['nets', 'visits', 'communiques', 'conferences'];
  for (const name of collectionNames) {
    if (![...unused, ...others].includes(name)) expect(exercise[name].list.length, name).toBeGreaterThan(0);
  }
  const has = <T>(list: readonly T[], is: (item: T) => boolean, what: string) => expect(list.some(is), what).toBe(true);
  const teams = serials.list.flatMap(({ team }) => team ?? []);
  has(closures.list, ({ periods }) => periods.length > 0, 'closed period');
  has(closures.list, ({ daily }) => daily !== undefined, 'daily closure');
  has(closures.list, ({ price }) => price !== undefined, 'soft closure');
  for (const field of ['units', 'posts', 'sites', 'kinds'] as const) has(closures.list, ({ scope }) => scope[field] !== undefined, field);
  for (const relation of lagRelations) has(lags.list, (lag) => lag.relation === relation, relation);
  has(lags.list, ({ sameUnitsOnly }) => sameUnitsOnly, 'between serials of a unit');
  has(lags.list, ({ most }) => most !== undefined, 'most lag');
  has(lags.list, ({ measured }) => measured !== 'endToStart', 'measured otherwise');
  has(exercise.qualifications.list, ({ scope }) => scope.roles !== undefined, 'posts qualify');
  has(exercise.qualifications.list, ({ each }) => each === 'exercise', 'once for all');
  has(supportDemands.list, ({ eachParty }) => eachParty, 'support of each party');
  has(supportDemands.list, ({ mixedOnly }) => mixedOnly, 'support of mixed teams');
  has(supportDemands.list, ({ light }) => light === 'night', 'support at night');
  has(alternates.list, ({ window, start }) => (window ?? start) !== undefined, 'reserve time');
  has(alternates.list, ({ site }) => site !== undefined, 'reserve site');
  has(exercise.milestones.list, ({ gates }) => gates !== undefined, 'gate');
  has(exercise.milestones.list, ({ arrivals }) => arrivals.length > 0, 'arrival');
  has(dutyRules.list, ({ mostNightsRunning }) => mostNightsRunning !== undefined, 'nights');
  has(dutyRules.list, ({ mostPer24h, price }) => mostPer24h !== undefined && price !== undefined, 'soft duty');
  for (const by of ['overall', 'phase', 'task'] as const) has(parities.list, (parity) => parity.by === by, by);
  for (const kind of ['training', 'final', 'ceremony', 'brief', 'rehearsal', 'rest', 'visit', 'hotWash'] as const)
    has(serials.list, (serial) => serial.kind === kind, kind);
  for (const field of ['chain', 'optional', 'light', 'hours', 'startsFrom', 'endsBy', 'zone', 'at', 'attend', 'reset'] as const)
    has(serials.list, (serial) => serial[field] !== undefined, field);
  for (const field of ['taskGroup', 'sameTeamAs', 'unitsOf', 'lead'] as const) has(teams, (team) => team[field] !== undefined, field);
  for (const field of ['named', 'from'] as const) has(teams, (team) => team[field].length > 0, field);
  has(teams, ({ demands }) => demands.some(({ distinct }) => distinct), 'distinct');
  has(teams, ({ perParty }) => Object.keys(perParty).length > 0, 'per party');
  has(teams, ({ people }) => people.most !== undefined, 'people');
  has(units.list, ({ presence }) => presence.length > 1, 'a stay in two parts');
  has(exercise.pools.list, ({ turnaround }) => turnaround !== undefined, 'turnaround');
  expect(setting.objectives).toEqual(plainMould.objectives);
});

test('the same mould and options give the same files; another seed gives others', () => {
  const again = generate(plainMould, { seed: '3', serials: 40, units: 20, tightness: 0.6 });
  expect(stableJson(again)).toBe(stableJson(forty));
  expect(stableJson(generate(plainMould, { seed: '4', serials: 40, units: 20, tightness: 0.6 }).files)).not.toBe(stableJson(forty.files));
});

test('the tighter, the shorter the windows and stays', () => {
  const room = (tightness: number) => {
    const { serials, units } = exerciseFrom(generate(plainMould, { seed: '3', serials: 40, units: 20, tightness }).files);
    const windows = serials.list.flatMap(({ startsFrom, endsBy }) =>
      startsFrom === undefined || endsBy === undefined ? [] : [endsBy.at - startsFrom.at],
    );
    const stays = units.list.flatMap(({ presence }) => presence.map(({ from, to }) => to.at - from.at));
    return [...windows, ...stays].reduce((sum, minutes) => sum + minutes, 0);
  };
  expect(room(0)).toBeGreaterThan(room(0.6));
  expect(room(0.6)).toBeGreaterThan(room(1));
});

test('the generator is frozen: what is measured today can be measured again', () => {
  const hashOf = ({ files, hidden, planted }: Generated) => sha256Hex(stableJson({ files, hidden, planted })).slice(0, 16);
  expect([
    hashOf(forty),
    hashOf(generate(plainMould, { seed: '1', serials: 16, units: 8, tightness: 1, objectives: ['end', 'pairs'] })),
    hashOf(generate(plainMould, { seed: '2', serials: 24, units: 12, tightness: 0.9, impossible: 3 })),
    hashOf(generate(moulds[1] ?? plainMould, { seed: '1', serials: 30, units: 12, tightness: 0 })),
  ]).toEqual(['2e94d8f8a649af57', 'f079f5210c92c40d', 'e2941aafe90da986', '6f8cab8995e2fbcb']);
});
