/** Spreads and shares: what every figure says of how sure it is. */
import type { Share, Spread } from './assessment.ts';

/** How long something took, or how long it had been open when nobody looked any more. Seconds. */
export type Lasted = { readonly seconds: number; readonly ended: boolean };

/** The share still open is a product of fractions and comes out a hair off where it should be exact. */
const hair = 1e-12;

/**
 * Kaplan–Meier quartiles (Kaplan and Meier 1958): the first time at which so large a share has ended, those still open being taken as open for longer
 * than they were watched, and null left out. Null where too many are open for that share to be reached. At one time, what ended comes before what was left open.
 *
 * @example spreadOf([{ seconds: 10, ended: true }, { seconds: 20, ended: false }, { seconds: 30, ended: true }]) // q1 10, median 30, q3 30
 */
export function spreadOf(lasted: readonly (Lasted | null)[]): Spread {
  const ended = sortedSeconds(lasted, true);
  const stillOpen = sortedSeconds(lasted, false);
  const all = ended.length + stillOpen.length;
  let open = 1;
  let left = 0;
  let q1: number | null = null;
  let median: number | null = null;
  let q3: number | null = null;
  for (let index = 0; index < ended.length && q3 === null; index++) {
    const seconds = ended[index] ?? 0;
    while (left < stillOpen.length && (stillOpen[left] ?? 0) < seconds) left++;
    const atRisk = all - index - left;
    open *= (atRisk - 1) / atRisk;
    if (open <= 0.75 + hair) q1 ??= seconds;
    if (open <= 0.5 + hair) median ??= seconds;
    if (open <= 0.25 + hair) q3 = seconds;
  }
  return { n: ended.length, censored: stillOpen.length, q1, median, q3 };
}

/** Plain numbers sort many times faster than records. */
function sortedSeconds(lasted: readonly (Lasted | null)[], ended: boolean): Float64Array {
  let count = 0;
  for (const one of lasted) if (one?.ended === ended) count++;
  const seconds = new Float64Array(count);
  for (const one of lasted) if (one?.ended === ended) seconds[--count] = one.seconds;
  return seconds.sort();
}

/** The 97.5 % quantile of the normal distribution. */
const z = 1.959963984540054;

/** So many of so many, with the 95 % interval of Wilson (1927); of none nothing can be said. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, low: null, high: null };
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  const low = hits === 0 ? 0 : (middle - half) / scale;
  const high = hits === of ? 1 : (middle + half) / scale;
  return { hits, of, low, high };
}

/** A share as a number; null of none. */
export function ratioOf({ hits, of }: Share): number | null {
  return of === 0 ? null : hits / of;
}
