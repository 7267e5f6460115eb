// A bound on the end that an exhaustive search has proved, put into a plan. No facts add up to it: who doubts it searches again.
import type { Exercise } from '../exercise/index.ts';
import { iso } from './bounds/bound.ts';
import { checkPlan } from './check.ts';
import type { ObjectiveResult } from './plan.ts';
import type { Planned } from './planning.ts';

/** States that no plan ends before `end` (a minute), where that is more than is known. */
export function withSearchedEnd(exercise: Exercise, planned: Planned, end: number, conflicts: number): Planned {
  const bound = end - exercise.setting.from.at;
  let isNews = false;
  const objectives = planned.plan.objectives.map((stated): ObjectiveResult => {
    if (stated.id !== 'end' || bound <= (stated.bound ?? Number.NEGATIVE_INFINITY)) return stated;
    isNews = true;
    const witness = [{ key: 'plan.witness.noneEndsSooner', values: { end: iso(end), conflicts }, amount: bound }];
    return { id: 'end', value: stated.value, bound, proved: bound === stated.value, witness };
  });
  if (!isNews) return planned;
  const plan = { ...planned.plan, objectives };
  return { plan, check: checkPlan(exercise, plan) };
}
