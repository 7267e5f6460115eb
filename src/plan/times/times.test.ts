import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFor } from '../../kernel/index.ts';
import { aTimesProblem, brokenIn } from './a-times-problem.ts';
import { startTimesSearch } from './evolve.ts';
import { justifierOf } from './justify.ts';
import { leastEnd } from './least-end.ts';
import { startMending } from './mend.ts';
import { endOfTimes, type TimesProblem } from './times-problem.ts';

/**
 * A project in the manner of PSPLIB, written by hand: one resource, seven activities. The second and the fifth leave no room for the first,
 * the fourth and the sixth, and the last none for any: 7 + 7 + 2 slots is the least.
 */
const project = aTimesProblem([3, 4, 2, 4, 3, 5, 2], {
  slots: 30,
  lags: [
    { from: 0, to: 3, least: 3, most: Number.POSITIVE_INFINITY },
    { from: 1, to: 4, least: 4, most: Number.POSITIVE_INFINITY },
    { from: 2, to: 4, least: 2, most: Number.POSITIVE_INFINITY },
    { from: 3, to: 6, least: 4, most: Number.POSITIVE_INFINITY },
    { from: 4, to: 6, least: 3, most: Number.POSITIVE_INFINITY },
  ],
  resources: [
    {
      capacity: new Int32Array(30).fill(4),
      uses: [2, 3, 1, 2, 3, 2, 4].map((amount, activity) => ({
        activity,
        amount,
        offset: 0,
        length: [3, 4, 2, 4, 3, 5, 2][activity] ?? 0,
      })),
    },
  ],
});

const bound = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 8, max: 30 }));

/** Up to eight activities over four days, with something of everything; orders run from lower to higher numbers. */
const problems: fc.Arbitrary<TimesProblem> = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 8 })
  .chain((durations) => {
    const pair = fc
      .tuple(fc.nat(durations.length - 1), fc.nat(durations.length - 1))
      .filter(([one, other]) => one !== other)
      .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]);
    return fc.record({
      durations: fc.constant(durations),
      lags: fc.array(fc.tuple(pair, fc.integer({ min: 0, max: 6 }), bound), { maxLength: 4 }),
      apart: fc.array(fc.tuple(pair, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), { maxLength: 5 }),
      days: fc.array(fc.tuple(pair, fc.constantFrom('same' as const, 'other' as const, 'next' as const)), { maxLength: 1 }),
      capacities: fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.nat(47), fc.integer({ min: -1, max: 1 })), { maxLength: 3 }),
      closed: fc.array(fc.tuple(fc.nat(durations.length - 1), fc.nat(30), fc.nat(12)), { maxLength: 3 }),
    });
  })
  .map(({ durations, lags, apart, days, capacities, closed }) =>
    aTimesProblem(durations, {
      slots: 48,
      lags: lags.map(([[from, to], least, most]) => ({ from, to, least, most: Math.max(least, most) })),
      apart: apart.map(([[one, other], oneFirst, otherFirst]) => ({ one, other, oneFirst, otherFirst })),
      days: days.map(([[from, to], relation]) => ({ from, to, relation })),
      resources: capacities.map(([room, less, shift]) => ({
        capacity: Int32Array.from({ length: 48 }, (_, slot) => (slot >= less && slot < less + 5 ? room - 1 : room)),
        uses: durations.map((length, activity) => ({ activity, amount: 1 + (activity % 2), offset: shift, length: length + 1 })),
      })),
      starts: durations.map((_, activity) =>
        Array.from({ length: 48 }, (_, slot) => slot).filter((slot) =>
          closed.every(([one, from, length]) => one !== activity || slot < from || slot > from + length),
        ),
      ),
    }),
  );

test('a project is scheduled as shortly as can be', () => {
  const search = startTimesSearch(project, { random: randomFor('project', 'times'), population: 20 });
  search.step(200);
  expect(brokenIn(project, search.best?.times ?? new Int32Array())).toEqual([]);
  expect(search.best?.end).toBe(5 * 16);
});

test('a schedule at its least end is known to be, and nothing more is tried', () => {
  const chain = aTimesProblem([4, 3, 2], {
    lags: [
      { from: 0, to: 1, least: 4, most: Number.POSITIVE_INFINITY },
      { from: 1, to: 2, least: 3, most: Number.POSITIVE_INFINITY },
    ],
  });
  const search = startTimesSearch(chain, { random: randomFor('chain', 'times') });
  expect(search.step(10)).toBe(true);
  expect(search.best?.end).toBe(5 * 9);
  expect(search.isLeast).toBe(true);
  expect(search.step(1000)).toBe(false);
});

test('a schedule keeps everything that is asked of it', () => {
  fc.assert(
    fc.property(problems, fc.string(), (problem, seed) => {
      const search = startTimesSearch(problem, { random: randomFor(seed, 'times'), population: 6 });
      search.step(20);
      if (search.best !== undefined) {
        expect(brokenIn(problem, search.best.times)).toEqual([]);
        expect(search.best.end).toBe(endOfTimes(problem, search.best.times));
        expect(search.best.end).toBeGreaterThanOrEqual(leastEnd(problem));
      }
    }),
  );
});

test('pushing a schedule back and forth never lengthens it', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { forward, justify } = justifierOf(problem);
      const order = Int32Array.from(forward.model.topological);
      const times = new Int32Array(order.length);
      const latest = forward.place(order, 0, problem.slots, times);
      if (latest < 0) return;
      const again = justify(order, times, latest);
      if (again >= 0) expect(again).toBeLessThanOrEqual(latest);
    }),
  );
});

test('mended times hold at every moment and only get better', () => {
  fc.assert(
    fc.property(problems, fc.string(), (problem, seed) => {
      const search = startTimesSearch(problem, { random: randomFor(seed, 'times'), population: 4 });
      search.step(4);
      if (search.best === undefined) return;
      const mending = startMending(problem, randomFor(seed, 'mend'), search.best.times);
      let end = search.best.end;
      for (let round = 0; round < 5; round++) {
        mending.step(8);
        expect(brokenIn(problem, mending.best?.times ?? new Int32Array())).toEqual([]);
        expect(mending.best?.end).toBeLessThanOrEqual(end);
        end = mending.best?.end ?? end;
      }
    }),
  );
});

test('the same stream of chance gives the same schedules, however it is stepped', () => {
  const run = (strides: readonly number[]) => {
    const search = startTimesSearch(project, { random: randomFor('same', 'times'), population: 8 });
    for (const stride of strides) search.step(stride);
    return search.best;
  };
  expect(run([60])).toEqual(run([1, 9, 30, 20]));
});

test('mending finds the way out that placing in order does not', () => {
  // The second must begin within a slot of the first's end, and cannot before slot 10: as early as it can, the first is too early.
  const problem = aTimesProblem([3, 3, 2], {
    slots: 40,
    starts: [undefined, Array.from({ length: 30 }, (_, slot) => slot + 10), undefined],
    lags: [{ from: 0, to: 1, least: 3, most: 4 }],
    apart: [{ one: 0, other: 2, oneFirst: 3, otherFirst: 2 }],
  });
  const mending = startMending(problem, randomFor('way', 'mend'), Int32Array.from([30, 33, 20]));
  mending.step(2000);
  expect(mending.best?.end).toBe(5 * 13);
});
