/** A number over runs: its mean with a 95 % interval, and how it is spread. */
import type { OverRuns } from '../rehearsal.ts';

const none: OverRuns = { n: 0, mean: 0, low: 0, high: 0, p10: 0, p50: 0, p90: 0 };

/** Values that are NaN did not come to it and are left out. `digits` after the point, for files that stay small. */
export function overRuns(values: readonly number[], digits = 2): OverRuns {
  const there = values.filter((value) => !Number.isNaN(value));
  const n = there.length;
  if (n === 0) return none;
  let sum = 0;
  for (const value of there) sum += value;
  const mean = sum / n;
  let squares = 0;
  for (const value of there) squares += (value - mean) * (value - mean);
  const half = n < 2 ? 0 : quantileOfT(n - 1) * Math.sqrt(squares / (n - 1) / n);
  const sorted = there.toSorted((a, b) => a - b);
  const round = (value: number) => rounded(value, digits);
  return {
    n,
    mean: round(mean),
    low: round(mean - half),
    high: round(mean + half),
    p10: round(quantile(sorted, 0.1)),
    p50: round(quantile(sorted, 0.5)),
    p90: round(quantile(sorted, 0.9)),
  };
}

export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  const result = Math.round(value * scale) / scale;
  return result === 0 ? 0 : result;
}

/** The share of runs in which something holds. */
export function share(values: readonly number[], holds: (value: number) => boolean): number {
  return values.length === 0 ? 0 : rounded(values.filter(holds).length / values.length, 4);
}

/** Linear between the two nearest (Hyndman and Fan's seventh definition). */
function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at;
  const below = Math.floor(place);
  const [low = 0, high = low] = [sorted[below], sorted[below + 1]];
  return low + (high - low) * (place - below);
}

/** Student's t at 97.5 % by Cornish and Fisher's expansion around the normal; within 1 % from 4 degrees of freedom on. */
function quantileOfT(degrees: number): number {
  const z = 1.959963984540054;
  const z3 = z * z * z;
  const z5 = z3 * z * z;
  return z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees);
}
