// Finds the plan that a live exercise is to begin with: the one computed before from the same input, else by searching; and shows how it goes.
import type { Exercise } from '../../exercise/index.ts';
import { problem, Refused } from '../../kernel/index.ts';
import { type Conflict, checkPlan, isAdoptable, type Plan, planToJson, readPlanJson } from '../../plan/index.ts';
import type { SourceFile } from '../document.ts';
import { planInLanes } from '../plan.ts';
import type { Progress } from '../use-cases.ts';
import { inWorkers } from '../workers/in-workers.ts';
import type { PlanConflictsJob } from '../workers/plan-conflicts.ts';
import { kept } from './kept.ts';
import type { PlanningShown } from './planning-shown.ts';

export type PlanSearch = {
  readonly seed: string;
  readonly iterations: number;
  readonly lanes: number;
  /** What the plan is computed from besides, and the folder in which it is kept. */
  readonly input: readonly string[];
  readonly cache: string;
  readonly shown: PlanningShown;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

/** Throws `Refused` where no plan was found; why is in what is shown. */
export async function planFound(exercise: Exercise, files: readonly SourceFile[], search: PlanSearch): Promise<Plan> {
  const { seed, iterations, lanes, input, cache, shown, progress, signal } = search;
  const text = await kept(cache, 'plan', [seed, String(iterations), ...input], async () => {
    const found = await inWorkers<PlanConflictsJob, readonly Conflict[]>('plan-conflicts', [{ files }], { signal });
    const conflicts = found.flat();
    if (conflicts.length > 0) {
      shown.impossible(conflicts);
      throw new Refused(problem('app.planImpossible'));
    }
    const { improved } = shown;
    const planned = await planInLanes(exercise, files, { seed, budget: { iterations }, lanes, signal, progress, improved });
    return planToJson(planned.plan);
  });
  const { plan } = readPlanJson(JSON.parse(text));
  if (plan === undefined) throw new Refused(problem('app.planIncomplete'));
  const check = checkPlan(exercise, plan);
  if (!isAdoptable(check)) {
    shown.incomplete({ plan, check });
    throw new Refused(problem('app.planIncomplete'));
  }
  shown.planned();
  return plan;
}
