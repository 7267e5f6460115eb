import { expect, test } from 'vitest';
import type { TimesProblem } from '../../plan/index.ts';
import { cliquesOf } from './cliques.ts';
import { closeTimes, raisedBound } from './close-times.ts';
import { startEngine } from './engine.ts';

const engine = await startEngine();
const withEngine = test.skipIf(engine === undefined);
const effort = { conflicts: 10_000 };

/** Activities of so many slots on a grid of 15 minutes, 64 slots long. */
function aProblem(duration: readonly number[], more: Partial<TimesProblem> = {}): TimesProblem {
  const whole = () => Uint32Array.of(0xffffffff, 0xffffffff, 0);
  return {
    serials: Int32Array.from(duration, (_, index) => index),
    slots: 64,
    origin: 0,
    grid: 15,
    travel: [],
    minutes: Int32Array.from(duration, (slots) => 15 * slots),
    duration: Int32Array.from(duration),
    starts: duration.map(whole),
    lags: [],
    apart: [],
    days: [],
    resources: [],
    duty: [],
    nights: [],
    dayOf: new Int32Array(),
    fixedEnd: Number.NEGATIVE_INFINITY,
    ...more,
  };
}

const toEnd = (problem: TimesProblem) => ({
  dues: Array.from(problem.serials, (_, activity) => ({ activity, due: 0 })),
  standing: problem.fixedEnd,
});

withEngine('the least end is found and proved, and is then closed', async () => {
  const uses = [0, 1, 2].map((activity) => ({ activity, amount: 1, offset: 0, length: [4, 4, 6][activity] ?? 0 }));
  const problem = aProblem([4, 4, 6], { resources: [{ capacity: new Int32Array(64).fill(2), uses }] });
  const aim = toEnd(problem);
  if (engine === undefined) return;
  const found = await closeTimes(engine, problem, { aim, effort });
  expect(found.bound).toBe(8 * 15);
  const again = await closeTimes(engine, problem, { aim, effort, now: found.times });
  expect(again).toMatchObject({ times: undefined, bound: 8 * 15 });
});

withEngine('lags, being apart, days and stretches with less room are kept', async () => {
  const capacity = new Int32Array(64).fill(1);
  capacity.fill(0, 4, 10);
  const problem = aProblem([2, 2, 2], {
    lags: [{ from: 0, to: 1, least: 3, most: 5 }],
    apart: [{ one: 0, other: 2, oneFirst: 4, otherFirst: 2 }],
    days: [{ from: 1, to: 2, relation: 'next' }],
    dayOf: Int32Array.from({ length: 64 }, (_, slot) => Math.floor(slot / 32)),
    resources: [{ capacity, uses: [{ activity: 1, amount: 1, offset: 0, length: 2 }] }],
  });
  if (engine === undefined) return;
  const { times } = await closeTimes(engine, problem, { aim: toEnd(problem), effort });
  const [first = 0, second = 0, third = 0] = times ?? [];
  expect(second - first).toBeGreaterThanOrEqual(3);
  expect(second - first).toBeLessThanOrEqual(5);
  expect(second >= 10 || second + 2 <= 4).toBe(true);
  expect(third).toBe(32);
});

withEngine('a bound is raised as far as it is proved', async () => {
  const uses = [0, 1, 2, 3, 4].map((activity) => ({ activity, amount: 1, offset: 0, length: 3 }));
  const problem = aProblem([3, 3, 3, 3, 3], { resources: [{ capacity: new Int32Array(64).fill(2), uses }] });
  if (engine === undefined) return;
  const raised = await raisedBound(engine, problem, { aim: toEnd(problem), effort, from: 45, until: 20 * 15 });
  expect(raised.bound).toBe(9 * 15);
});

test('those that are all apart from each other are seen together', () => {
  const pair = (one: number, other: number) => ({ one, other, oneFirst: 3, otherFirst: 5 });
  expect(cliquesOf(4, [pair(0, 1), pair(0, 2), pair(1, 2), pair(2, 3)])).toEqual([{ members: [0, 1, 2], lengths: [3, 3, 5] }]);
});
