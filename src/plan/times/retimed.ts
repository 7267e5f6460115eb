// Better times for a plan whose teams are settled: the operator that the search calls where the end, or the slack before fixed points, is
// what is wanted.
import type { Random } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import type { Placement } from '../search/placement.ts';
import { endOf, type Goal, startMending } from './mend.ts';
import { timesOf, timesProblemOf } from './settled.ts';
import { minuteOfSlot, type TimesProblem } from './times-problem.ts';

type Placed = readonly (Placement | null)[];

/** A fixed point and the serials that must precede it. */
export type FixedPoint = { readonly serial: number; readonly before: readonly number[] };

/** How often a few serials are lifted and put back, and which serials may move (any that the document does not fix). */
export type Effort = { readonly tries: number; readonly mayMove?: (serial: number) => boolean };

/** The placements at times at which the last serial ends sooner, or else all end sooner on the whole; undefined where none were found. */
export function shortenedTimes(problem: PlanProblem, placed: Placed, random: Random, effort: Effort): Placed | undefined {
  if (isFixedLast(problem, placed)) return undefined;
  return bettered(problem, placed, random, effort, endOf);
}

/** The placements at times that leave more slack before the fixed point with the least, or else more on the whole; undefined where none were found. */
export function slackerTimes(
  problem: PlanProblem,
  placed: Placed,
  points: readonly FixedPoint[],
  random: Random,
  effort: Effort,
): Placed | undefined {
  const due = new Float64Array(problem.serials.length).fill(Number.POSITIVE_INFINITY);
  for (const { serial, before } of points) {
    const start = placed[serial]?.start;
    if (start !== undefined) for (const other of before) due[other] = Math.min(due[other] ?? 0, start);
  }
  return bettered(problem, placed, random, effort, (times) => {
    const moves = new Set(times.serials);
    let fixed = Number.NEGATIVE_INFINITY;
    for (const [serial, placement] of placed.entries())
      if (placement !== null && !moves.has(serial))
        fixed = Math.max(fixed, placement.start + (problem.serials[serial]?.total ?? 0) - (due[serial] ?? 0));
    return { due: Float64Array.from(times.serials, (serial) => due[serial] ?? 0), fixed, least: Number.NEGATIVE_INFINITY };
  });
}

/** Whether what ends last is fixed, so that moving others ends nothing sooner. */
function isFixedLast({ serials }: PlanProblem, placed: Placed): boolean {
  let [last, lastFixed] = [0, 0];
  for (const [serial, placement] of placed.entries()) {
    const facts = serials[serial];
    if (placement === null || facts === undefined) continue;
    last = Math.max(last, placement.start + facts.total);
    if (facts.fixed !== null) lastFixed = Math.max(lastFixed, placement.start + facts.total);
  }
  return lastFixed >= last;
}

/**
 * Teams, sites, leads and support stay. What the times keep is told at `timesProblemOf`; the rest (soft statements that are broken already,
 * parity, support in scenarios) is for the caller to compare.
 */
function bettered(
  problem: PlanProblem,
  placed: Placed,
  random: Random,
  { tries, mayMove }: Effort,
  goalOf: (times: TimesProblem) => Goal,
): Placed | undefined {
  const times = timesProblemOf(problem, placed, mayMove, true);
  const search = startMending(times, random, timesOf(times, placed), goalOf(times));
  if (!search.step(tries) || search.best === undefined) return undefined;
  const moved = [...placed];
  for (const [activity, serial] of times.serials.entries()) {
    const placement = placed[serial];
    const start = minuteOfSlot(times, search.best.times[activity] ?? 0);
    if (placement != null && placement.start !== start) moved[serial] = { ...placement, start };
  }
  return moved;
}
