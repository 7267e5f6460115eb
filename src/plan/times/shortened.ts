// Better times for a plan whose teams are settled: the operator that the search calls where the end is what is wanted.
import type { Random } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import type { Placement } from '../search/placement.ts';
import { startMending } from './mend.ts';
import { timesOf, timesProblemOf } from './settled.ts';
import { endOfTimes, minuteOfSlot } from './times-problem.ts';

/** How much is tried: so often a few serials are lifted and put back. */
export type TimesEffort = { readonly tries: number };

/**
 * The placements at times at which the last serial ends sooner, or, where none was found, at which all end sooner on the whole;
 * undefined where neither was found. Teams, sites, leads and support stay. What the times hold is told at `timesProblemOf`; the rest
 * (soft statements, parity, scenarios) is for the caller to compare.
 */
export function shortenedTimes(
  problem: PlanProblem,
  placed: readonly (Placement | null)[],
  random: Random,
  { tries }: TimesEffort,
  mayMove?: (serial: number) => boolean,
): readonly (Placement | null)[] | undefined {
  const times = timesProblemOf(problem, placed, mayMove);
  const now = timesOf(times, placed);
  const search = startMending(times, random, now);
  search.step(tries);
  const { best } = search;
  if (best === undefined) return undefined;
  const end = endOfTimes(times, now);
  if (best.end > end || (best.end === end && best.sum >= now.reduce((sum, slot) => sum + slot, 0))) return undefined;
  const moved = [...placed];
  for (const [activity, serial] of times.serials.entries()) {
    const placement = placed[serial];
    if (placement != null) moved[serial] = { ...placement, start: minuteOfSlot(times, best.times[activity] ?? 0) };
  }
  return moved;
}
