// A bound that an exhaustive search has proved, put into a plan. No facts add up to it: who doubts it searches again.
import type { Exercise } from '../exercise/index.ts';
import { iso } from './bounds/bound.ts';
import { checkPlan } from './check.ts';
import type { ObjectiveResult, WitnessFact } from './plan.ts';
import type { Planned } from './planning.ts';

/** States that no plan ends before so many minutes, or leaves more slack, where that is more than is known. */
export function withSearchedBound(exercise: Exercise, planned: Planned, kind: 'end' | 'slack', bound: number, conflicts: number): Planned {
  const witness: WitnessFact =
    kind === 'end'
      ? { key: 'plan.witness.noneEndsSooner', values: { end: iso(exercise.setting.from.at + bound), conflicts }, amount: bound }
      : { key: 'plan.witness.noneLeavesMore', values: { minutes: bound, conflicts }, amount: bound };
  let isNews = false;
  const objectives = planned.plan.objectives.map((stated): ObjectiveResult => {
    const isTighter = stated.bound === null || (kind === 'end' ? bound > stated.bound : bound < stated.bound);
    if (stated.id !== kind || !isTighter) return stated;
    isNews = true;
    return { id: kind, value: stated.value, bound, proved: bound === stated.value, witness: [witness] };
  });
  if (!isNews) return planned;
  const plan = { ...planned.plan, objectives };
  return { plan, check: checkPlan(exercise, plan) };
}
