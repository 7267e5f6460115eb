// The certificate: for every objective the value reached and, where one is known, a bound that no plan can pass, with facts that add up to it.
// Bounds hold over all plans, hence also over those whose earlier objectives are as good as the plan's.
import type { ObjectiveKind } from '../exercise/index.ts';
import { isoFromMinute, type MinuteInstant, unreachable } from '../kernel/index.ts';
import { chainTo, earliestEnds, type Milepost } from './bounds/critical-path.ts';
import { type Bound, pairsBound } from './bounds/pairs.ts';
import type { ObjectiveResult, WitnessFact } from './plan.ts';
import type { PlanProblem } from './problem.ts';
import { trainingBefore } from './search/knowledge.ts';

/**
 * Puts a bound beside each value. It is proved that a value cannot be bettered only where it equals its bound. A plan in which something
 * hard is missing gets no bounds: it may be better than any that is complete.
 */
export function certify(
  problem: PlanProblem,
  values: readonly { readonly id: ObjectiveKind; readonly value: number }[],
  isComplete: boolean,
): readonly ObjectiveResult[] {
  return values.map(({ id, value }) => {
    const known = isComplete ? boundOf(id, problem) : undefined;
    return known === undefined
      ? { id, value, bound: null, proved: false, witness: [] }
      : { id, value, bound: known.bound, proved: known.bound === value, witness: known.witness };
  });
}

function boundOf(id: ObjectiveKind, problem: PlanProblem): Bound | undefined {
  switch (id) {
    case 'price':
      return { bound: 0, witness: [{ key: 'plan.witness.pricesAreNotNegative', values: {}, amount: 0 }] };
    case 'slack':
      return slackBound(problem);
    case 'continuity':
      return continuityBound(problem);
    case 'pairs':
      return pairsBound(problem);
    case 'load':
      return undefined;
    case 'end':
      return endBound(problem);
    default:
      return unreachable(id);
  }
}

/** The latest of the earliest ends of the serials that must be held. */
function endBound(problem: PlanProblem): Bound | undefined {
  const ends = earliestEnds(problem);
  const last = latest(ends.filter(({ serial, end }) => problem.serials[serial]?.optional === null && end < Number.POSITIVE_INFINITY));
  if (last === undefined) return undefined;
  return { bound: last.end - problem.whole[0], witness: steps(problem, chainTo(ends, last.serial), 1) };
}

/** The fixed point whose training can at best end the least before it. */
function slackBound(problem: PlanProblem): Bound | undefined {
  const ends = earliestEnds(problem);
  const points = problem.serials.flatMap((facts, serial) =>
    facts.fixed === null ? [] : [{ serial, before: trainingBefore(problem, serial) }],
  );
  if (points.every(({ before }) => before.length === 0))
    return { bound: 0, witness: [{ key: 'plan.witness.nothingWaits', values: {}, amount: 0 }] };
  let least: Bound | undefined;
  for (const { serial, before } of points) {
    const point = problem.serials[serial];
    const needed = before.filter((other) => problem.serials[other]?.optional === null).flatMap((other) => ends[other] ?? []);
    const last = latest(needed.filter(({ end }) => end < Number.POSITIVE_INFINITY));
    // An optional point need not be held, and then nothing bounds it.
    if (point?.fixed == null || point.optional !== null || last === undefined) continue;
    const bound = point.fixed - last.end;
    if (least !== undefined && least.bound <= bound) continue;
    const stands: WitnessFact = {
      key: 'plan.witness.fixedPoint',
      values: { serial: point.id, at: iso(point.fixed) },
      amount: point.fixed - problem.whole[0],
    };
    least = { bound, witness: [stands, ...steps(problem, chainTo(ends, last.serial), -1)] };
  }
  return least;
}

function latest(mileposts: readonly Milepost[]): Milepost | undefined {
  return mileposts.reduce<Milepost | undefined>((last, one) => (last === undefined || one.end > last.end ? one : last), undefined);
}

/** From the start of the exercise along a chain: how many minutes each serial adds, waiting for its window included. */
function steps(problem: PlanProblem, chain: readonly Milepost[], sign: 1 | -1): readonly WitnessFact[] {
  return chain.map(({ serial, start, end }, index) => {
    const before = chain[index - 1]?.end ?? problem.whole[0];
    const id = problem.serials[serial]?.id ?? '';
    return { key: 'plan.witness.endsAtBest', values: { serial: id, start: iso(start), end: iso(end) }, amount: sign * (end - before) };
  });
}

const iso = (minute: number): string => isoFromMinute(minute as MinuteInstant);

/** At best every serial of a sequence has a team within, or around, the one before. */
function continuityBound(problem: PlanProblem): Bound {
  const names = [...new Set(problem.serials.flatMap((facts) => facts.sequences))];
  const witness = names.map((of): WitnessFact => {
    const serials = problem.serials.filter((facts) => facts.team !== null && facts.sequences.includes(of)).length;
    return { key: 'plan.witness.sequence', values: { of, serials }, amount: Math.max(0, serials - 1) };
  });
  return { bound: witness.reduce((sum, { amount }) => sum + amount, 0), witness };
}
