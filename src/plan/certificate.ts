// The certificate: for every objective the value reached and, where one is known, a bound that no plan can pass, with facts that add up to it.
// A bound holds over all plans whose earlier objectives are at least as good as this plan's.
import type { ObjectiveKind } from '../exercise/index.ts';
import { unreachable } from '../kernel/index.ts';
import type { Bound } from './bounds/bound.ts';
import { continuityBound } from './bounds/continuity.ts';
import { endBound, slackBound } from './bounds/finish.ts';
import { limitsOf, type Valued } from './bounds/limits.ts';
import { loadBound } from './bounds/load.ts';
import { pairsBound } from './bounds/pairs.ts';
import { priceBound } from './bounds/price.ts';
import { type Reach, reachOf } from './bounds/reach.ts';
import { faultOfBound } from './check/witness.ts';
import type { ObjectiveResult } from './plan.ts';
import type { PlanProblem } from './problem.ts';

/**
 * Puts a bound beside each value. It is proved that a value cannot be bettered only where it equals its bound. A plan in which something
 * hard is missing gets no bounds: it may be better than any that is complete.
 */
export function certify(problem: PlanProblem, values: readonly Valued[], isComplete: boolean): readonly ObjectiveResult[] {
  return values.map(({ id, value }, index) => {
    const earlier = values.slice(0, index);
    const known = isComplete ? boundWithin(problem, id, earlier) : undefined;
    // What the checker cannot follow is not stated.
    if (known === undefined || faultOfBound(problem.exercise, { id, ...known }, earlier) !== undefined)
      return { id, value, bound: null, proved: false, witness: [] };
    const proved = Math.abs(known.bound - value) < 1e-6;
    return { id, value, bound: proved ? value : known.bound, proved, witness: known.witness };
  });
}

/** The bound for an objective over the plans that are at least as good in those before it. */
export function boundWithin(problem: PlanProblem, id: ObjectiveKind, earlier: readonly Valued[]): Bound | undefined {
  const reach = reachOf(problem, limitsOf(earlier));
  // A serial that must be held and cannot leaves nothing to bound.
  if (reach.isHeld.some((isHeld, serial) => isHeld && reach.starts[serial]?.length === 0)) return undefined;
  const bounds = boundsOf.get(reach) ?? new Map<ObjectiveKind, Bound | undefined>();
  boundsOf.set(reach, bounds);
  const bound = bounds.has(id) ? bounds.get(id) : boundOf(id, reach);
  bounds.set(id, bound);
  return bound;
}

const boundsOf = new WeakMap<Reach, Map<ObjectiveKind, Bound | undefined>>();

function boundOf(id: ObjectiveKind, reach: Reach): Bound | undefined {
  switch (id) {
    case 'price':
      return priceBound(reach);
    case 'slack':
      return slackBound(reach);
    case 'continuity':
      return continuityBound(reach);
    case 'pairs':
      return pairsBound(reach);
    case 'load':
      return loadBound(reach);
    case 'end':
      return endBound(reach);
    default:
      return unreachable(id);
  }
}
