// What an exhaustive search says that no plan passes, put into a plan beside the bound that facts add up to. It is a claim: no facts add up to it,
// and who doubts it searches again.
import type { Exercise } from '../exercise/index.ts';
import { iso } from './bounds/bound.ts';
import { checkPlan } from './check.ts';
import type { ObjectiveResult, WitnessFact } from './plan.ts';
import type { Planned } from './planning.ts';

/** What an exhaustive search can be asked about. */
export type Searchable = 'end' | 'slack' | 'price' | 'continuity';

const claims: Readonly<Record<Searchable, (exercise: Exercise, bound: number) => Pick<WitnessFact, 'key' | 'values'>>> = {
  end: ({ setting }, bound) => ({ key: 'plan.witness.noneEndsSooner', values: { end: iso(setting.from.at + bound) } }),
  slack: (_, bound) => ({ key: 'plan.witness.noneLeavesMore', values: { minutes: bound } }),
  price: (_, bound) => ({ key: 'plan.witness.nonePaysLess', values: { price: bound } }),
  continuity: (_, bound) => ({ key: 'plan.witness.noneKeepsMore', values: { kept: bound } }),
};

/**
 * States that no plan ends before so many minutes, leaves more slack, pays less, or keeps teams better, where that is more than is known. The last of
 * plans whose price and slack are no worse, where these come before it.
 */
export function withSearchedBound(exercise: Exercise, planned: Planned, kind: Searchable, bound: number, conflicts: number): Planned {
  const { key, values } = claims[kind](exercise, bound);
  const searched: WitnessFact = { key, values: { ...values, conflicts }, amount: bound };
  const isLess = kind === 'end' || kind === 'price';
  const isTighter = (than: number | null | undefined) => than == null || (isLess ? bound > than : bound < than);
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
