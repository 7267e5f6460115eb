import { describe, expect, test } from 'vitest';
import { anExercise, aPost, aSerial, aSite, aUnit, type Exercise, type ObjectiveKind, objectiveKinds } from '../../exercise/index.ts';
import { isoFromMinute, type MinuteInstant, type Random, randomFor } from '../../kernel/index.ts';
import { boundWithin } from '../certificate.ts';
import { faultOfBound } from '../check/witness.ts';
import { checkPlan, isAdoptable, recompute } from '../check.ts';
import { exerciseFrom, generate } from '../generate/generate.ts';
import { plainMould } from '../generate/mould.ts';
import type { Booking, Plan } from '../plan.ts';
import { notHeld } from '../plan.ts';
import { planExercise, problemOf } from '../planning.ts';
import type { Bound } from './bound.ts';

const isLess = (id: ObjectiveKind): boolean => id === 'price' || id === 'load' || id === 'end';

function planOf({ setting }: Exercise, bookings: readonly Booking[]): Plan {
  const told = { format: 'entente-plan', version: 1, exercise: setting.code, seed: '', iterations: 0, lanes: 1 } as const;
  return { ...told, objectives: [], bookings, unmet: [] };
}

/** What is wrong with the bounds of a complete plan: those it passes, and those that the checker cannot follow. */
function faultsOf(exercise: Exercise, bookings: readonly Booking[]): readonly string[] {
  const { objectives } = recompute(exercise, planOf(exercise, bookings));
  return objectives.flatMap(({ id, value }, index) =>
    [[], objectives.slice(0, index)].flatMap((earlier) => {
      const known = boundWithin(problemOf(exercise), id, earlier);
      // Where only optional serials go before the fixed points, nothing bounds the slack.
      if (known === undefined) return id === 'slack' ? [] : [`${id} has no bound`];
      const isPassed = isLess(id) ? known.bound > value + 1e-6 : known.bound < value - 1e-6;
      const fault = faultOfBound(exercise, { id, ...known }, earlier);
      return [
        ...(isPassed ? [`${id} ${value} passes ${known.bound}`] : []),
        ...(fault === undefined ? [] : [`${id} is not followed: ${fault}`]),
      ];
    }),
  );
}

const orders: readonly (readonly ObjectiveKind[])[] = [
  objectiveKinds,
  ['pairs', 'end', 'slack', 'load', 'continuity', 'price'],
  ['end', 'continuity', 'price', 'slack', 'pairs', 'load'],
];
const ways = [
  { times: 1, minutes: 0 },
  { times: 2, minutes: 0 },
  { times: 1, minutes: 200 },
];

function ordered(exercise: Exercise, at: number): Exercise {
  const [objectives = objectiveKinds, together = { times: 1, minutes: 0 }] = [orders[at % orders.length], ways[at % ways.length]];
  return { ...exercise, setting: { ...exercise.setting, objectives: [...objectives], together } };
}

test('no hidden plan of a generated exercise passes a bound, and the checker follows each', { timeout: 120_000 }, () => {
  for (let seed = 1; seed <= 60; seed++) {
    const size = { serials: 8 + (seed % 9), units: 4 + (seed % 7), tightness: [0, 0.3, 0.6, 0.9, 1][seed % 5] ?? 0 };
    const objectives = seed % 3 === 0 ? { objectives: ['end', 'pairs'] as const } : {};
    const { files, hidden } = generate(plainMould, { seed: String(seed), ...size, ...objectives });
    expect([seed, ...faultsOf(ordered(exerciseFrom(files), seed), hidden)]).toEqual([seed]);
  }
});

/** Three days, few people, and one of everything that bounds speak of. */
function aFew(random: Random): Exercise {
  const some = <T>(items: readonly T[], chance: number): T[] => items.filter(() => random.happens(chance));
  const serials = Array.from({ length: 3 + random.below(4) }, (_, index) => `S${index}`);
  const capabilities = ['boat', 'rope'];
  const named = (text: string) => ({ en: text, zh: text, ru: text });
  const end = random.happens(0.5) ? [aSerial({ id: 'FINAL', at: '101600CJUL24', run: '2h', after: some(serials, 0.5) as never })] : [];
  return anExercise({
    setting: { to: '110000CJUL24', endex: 'D+2 20:00', gridMinutes: 60 },
    capabilities: capabilities.map((id) => ({ id, name: named(id) })),
    sites: [
      aSite({ id: 'A', capacity: { serials: 1 + random.below(2), people: 20 + random.below(40) } }),
      aSite({ id: 'B', opening: [{ from: '08:00', to: '20:00' }], travel: { A: '30min' } }),
    ],
    units: ['b1', 'b2', 'c1', 'c2', 'c3'].slice(0, 2 + random.below(4)).map((id) =>
      aUnit({
        id,
        party: id.startsWith('b') ? 'BLR' : 'CHN',
        strength: 5 + random.below(10),
        capabilities: some(capabilities, 0.7).map((capability) => ({ capability, level: 1 })) as never,
        ...(random.happens(0.3) ? { presence: [{ from: '081200CJUL24', to: '110000CJUL24' }] } : {}),
      }),
    ),
    taskGroups: [{ id: 'G', name: named('G'), units: ['b1', 'b2'] as never }],
    posts: [aPost({ id: 'safety', role: 'safetyOfficer' })],
    pools: [{ id: 'boats', name: named('boats'), count: 1, kind: 'equipment', turnaround: '30min' }],
    serials: [
      ...serials.map((id, index) =>
        aSerial({
          id,
          run: `${2 + random.below(5)}h`,
          sites: (random.happens(0.5) ? ['A'] : ['A', 'B']) as never,
          ...(random.happens(0.2) ? { reset: '1h' } : {}),
          ...(random.happens(0.2) ? { light: random.pick(['day', 'night'] as const) } : {}),
          ...(random.happens(0.2) ? { optional: { price: 2 } } : {}),
          ...(random.happens(0.5) ? { chain: 'one' } : {}),
          ...(random.happens(0.3) ? { pools: [{ pool: 'boats' as never, count: 1 }] } : {}),
          ...(index > 0 && random.happens(0.3) ? { after: [random.pick(serials.slice(0, index))] as never } : {}),
          team: {
            units: random.happens(0.5) ? { least: 1, most: 2 + random.below(2) } : {},
            ...(random.happens(0.4) ? { demands: [{ capability: random.pick(capabilities) as never }] } : {}),
            ...(random.happens(0.2) ? { named: ['b1'] as never } : {}),
            ...(random.happens(0.2) ? { taskGroup: { group: 'G' as never } } : {}),
          },
        }),
      ),
      ...end,
    ],
    supportDemands: some([{ id: 'safe', reason: 'Water.', role: 'safetyOfficer', scope: { kinds: ['training'] } } as const], 0.3),
    dutyRules: some([{ id: 'duty', reason: 'Tired.', mostPer24h: `${8 + random.below(4)}h` }], 0.6),
    closures: some([{ id: 'noon', reason: 'Lunch.', daily: { from: '12:00', to: '13:00' }, price: 1 }], 0.5),
    lags: some(
      [
        {
          id: 'wish',
          reason: 'A pity to divide them.',
          first: { serials: ['S0'] },
          second: { serials: ['S1'] },
          relation: random.pick(['sameDay', 'notSameDay', 'consecutive', 'together'] as const),
          ...(random.happens(0.5) ? { price: 3 } : {}),
        },
      ] as never,
      0.5,
    ),
  });
}

test('no plan that the search finds for a few serials passes a bound, and the checker follows each', { timeout: 120_000 }, () => {
  let complete = 0;
  for (let seed = 1; seed <= 50; seed++) {
    const exercise = ordered(aFew(randomFor('bounds', String(seed))), seed);
    const { plan, check } = planExercise(exercise, { seed: '1', iterations: 30, lanes: 1 });
    if (!isAdoptable(check)) continue;
    complete++;
    expect([seed, ...faultsOf(exercise, plan.bookings)]).toEqual([seed]);
    expect(checkPlan(exercise, plan).violations.filter(({ price }) => price === null)).toEqual([]);
  }
  expect(complete).toBeGreaterThan(25);
});

/** Every plan of two serials: each start on a coarse grid, each team, or not held. */
function* everyPlan(exercise: Exercise): Generator<readonly Booking[]> {
  const units = exercise.units.list.map(({ id }) => id as string).sort();
  const teams = Array.from({ length: 2 ** units.length - 1 }, (_, mask) => units.filter((_, unit) => ((mask + 1) >> unit) % 2 === 1));
  const problem = problemOf(exercise);
  const ways = problem.serials.map(({ id, starts, total, optional, sites }) => [
    ...(optional === null ? [] : [notHeld(id)]),
    ...[...new Set(starts.flatMap((list) => [...list]))].flatMap((start) =>
      teams.map(
        (team): Booking => ({
          ...notHeld(id),
          held: true,
          start: start as MinuteInstant,
          end: (start + total) as MinuteInstant,
          site: problem.sites[sites[0] ?? 0]?.id ?? null,
          team,
          lead: team[0] ?? null,
        }),
      ),
    ),
  ]);
  const [firsts = [], seconds = []] = ways;
  for (const one of firsts) for (const other of seconds) yield [one, other];
}

function aPair(random: Random): Exercise {
  const window = { startsFrom: '090800CJUL24', endsBy: '092000CJUL24' };
  return anExercise({
    setting: { from: '090000CJUL24', to: '100000CJUL24', gridMinutes: 60 },
    sites: [aSite({ id: 'A', capacity: { serials: 2 } })],
    units: ['b1', 'b2', 'c1'].map((id) => aUnit({ id, party: id === 'c1' ? 'CHN' : 'BLR', strength: 5 + random.below(5) })),
    serials: ['S', 'T'].map((id, index) =>
      aSerial({
        id,
        run: `${3 + random.below(3)}h`,
        sites: ['A' as never],
        chain: 'one',
        ...window,
        ...(index === 1 && random.happens(0.5) ? { after: ['S' as never] } : {}),
        ...(random.happens(0.3) ? { optional: { price: 3 } } : {}),
        team: { units: { least: 1 + random.below(2) }, ...(random.happens(0.4) ? { named: [random.pick(['b1', 'c1']) as never] } : {}) },
      }),
    ),
    closures: [{ id: 'noon', reason: 'Lunch.', daily: { from: '11:00', to: '13:00' }, price: 2 }],
    dutyRules: random.happens(0.5) ? [{ id: 'duty', reason: 'Tired.', mostPer24h: '6h' }] : [],
  });
}

describe('against all plans there are', () => {
  for (const seed of ['1', '2', '3', '4', '5', '6']) {
    test(`no plan of two serials passes a bound, not even over the plans as good as itself before (${seed})`, { timeout: 60_000 }, () => {
      const exercise = ordered(aPair(randomFor('pair', seed)), Number(seed));
      const problem = problemOf(exercise);
      const known = new Map<string, Bound | undefined>();
      let count = 0;
      for (const bookings of everyPlan(exercise)) {
        const check = recompute(exercise, planOf(exercise, bookings));
        if (!isAdoptable(check)) continue;
        count++;
        for (const [index, { id, value }] of check.objectives.entries()) {
          const earlier = check.objectives.slice(0, index);
          const key = `${id} ${earlier.map((one) => one.value).join()}`;
          if (!known.has(key)) known.set(key, boundWithin(problem, id, earlier));
          const bound = known.get(key)?.bound ?? value;
          expect(isLess(id) ? bound <= value + 1e-6 : bound >= value - 1e-6, `${key}: ${value} against ${bound}`).toBe(true);
        }
      }
      expect(count).toBeGreaterThan(0);
    });
  }
});

test('one holder of a capability bounds the end by how long it may be on duty', () => {
  const exercise = anExercise({
    setting: { objectives: ['end'] },
    capabilities: [{ id: 'boat', name: { en: 'b', zh: 'b', ru: 'b' } }],
    sites: [aSite({ id: 'A', capacity: { serials: 6 } })],
    units: [aUnit({ id: 'b1', capabilities: [{ capability: 'boat' as never, level: 1 }] }), aUnit({ id: 'b2' })],
    serials: ['S', 'T', 'U', 'V', 'W'].map((id) =>
      aSerial({ id, run: '4h', sites: ['A' as never], team: { demands: [{ capability: 'boat' as never }] } }),
    ),
    dutyRules: [{ id: 'duty', reason: 'Tired.', mostPer24h: '8h' }],
  });
  // Twenty hours at eight a day: two days, and four hours of the third.
  const known = boundWithin(problemOf(exercise), 'end', []);
  expect(known?.bound).toBe(2 * 1440 + 240);
  expect(known?.witness[0]?.values).toMatchObject({ kind: 'units', of: ['b1'], minutes: 1200 });
  expect(faultOfBound(exercise, { id: 'end', bound: null, witness: [], ...known }, [])).toBeUndefined();
  expect(isoFromMinute(((known?.bound ?? 0) + exercise.setting.from.at) as MinuteInstant)).toBe('2024-07-10T01:00:00Z');
});
