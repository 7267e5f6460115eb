// Finds the plan that a live exercise is to begin with: the one computed before from the same input, else by searching; and shows how it goes.
import type { Exercise } from '../../exercise/index.ts';
import { problem, Refused } from '../../kernel/index.ts';
import { checkPlan, isAdoptable, type Plan, planToJson, readPlanJson } from '../../plan/index.ts';
import type { SourceFile } from '../document.ts';
import { planInLanes } from '../plan-lanes.ts';
import type { HowThorough, Reason } from '../plan-why.ts';
import type { Progress } from '../use-cases.ts';
import { handed } from '../workers/handed.ts';
import { kept } from './kept.ts';
import type { PlanningShown } from './planning-shown.ts';
import { reasonsInWorker } from './reasons-shown.ts';

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
  /** As the command looks for reasons: at once before anything is searched, and thoroughly after a search that failed. */
  const explain = async (how: HowThorough): Promise<void> => {
    const reasons = await kept(cache, 'reasons', [how, ...input], async () =>
      JSON.stringify(await reasonsInWorker({ files, reader: { kind: 'all' }, how }, signal)),
    );
    const found = JSON.parse(reasons) as readonly Reason[];
    if (found.length === 0) return;
    shown.impossible(found);
    throw new Refused(problem('app.planImpossible'));
  };
  const text = await kept(cache, 'plan', [seed, String(iterations), ...input], async () => {
    await explain('atOnce');
    const { improved } = shown;
    const planned = await planInLanes(handed(exercise), { seed, budget: { iterations }, lanes, signal, progress, improved });
    return planToJson(planned.plan);
  });
  const { plan } = readPlanJson(JSON.parse(text));
  if (plan === undefined) throw new Refused(problem('app.planIncomplete'));
  const check = checkPlan(exercise, plan);
  if (!isAdoptable(check)) {
    shown.incomplete({ plan, check });
    await explain('thorough');
    shown.unexplained();
    throw new Refused(problem('app.planIncomplete'));
  }
  shown.planned();
  return plan;
}
