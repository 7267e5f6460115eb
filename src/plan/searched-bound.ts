// What an exhaustive search says that no plan passes, put into a plan beside the bound that facts add up to. It is a claim: no facts add up to it,
// and who doubts it searches again.
import type { Exercise } from '../exercise/index.ts';
import { iso } from './bounds/bound.ts';
import { checkPlan } from './check.ts';
import type { ObjectiveResult, WitnessFact } from './plan.ts';
import type { Planned } from './planning.ts';

/** States that no plan ends before so many minutes, or leaves more slack, where that is more than is known. */
export function withSearchedBound(exercise: Exercise, planned: Planned, kind: 'end' | 'slack', bound: number, conflicts: number): Planned {
  const searched: WitnessFact =
    kind === 'end'
      ? { key: 'plan.witness.noneEndsSooner', values: { end: iso(exercise.setting.from.at + bound), conflicts }, amount: bound }
      : { key: 'plan.witness.noneLeavesMore', values: { minutes: bound, conflicts }, amount: bound };
  const isTighter = (than: number | null | undefined) => than == null || (kind === 'end' ? bound > than : bound < than);
  let isNews = false;
  const objectives = planned.plan.objectives.map((stated): ObjectiveResult => {
    if (stated.id !== kind || !isTighter(stated.bound) || !isTighter(stated.searched?.amount)) return stated;
    isNews = true;
    return { ...stated, searched };
  });
  if (!isNews) return planned;
  const plan = { ...planned.plan, objectives };
  return { plan, check: checkPlan(exercise, plan) };
}
