import { expect, test } from 'vitest';
import { overRuns, share } from './over-runs.ts';

test('a mean comes with its interval by Student, and with quantiles', () => {
  // Mean 3, standard deviation 1.5811, t(0.975, 4) = 2.776: ± 1.963.
  const found = overRuns([1, 2, 3, 4, 5]);
  expect(found).toMatchObject({ n: 5, mean: 3, p10: 1.4, p50: 3, p90: 4.6 });
  expect(found.high - 3).toBeCloseTo(1.963, 1);
  expect(3 - found.low).toBeCloseTo(1.963, 1);
});

test('what did not come to it is left out', () => {
  expect(overRuns([Number.NaN, 2])).toMatchObject({ n: 1, mean: 2, low: 2, high: 2 });
  expect(overRuns([]).n).toBe(0);
  expect(share([1, Number.NaN, 3], (value) => value > 2)).toBe(0.3333);
});
