// The search for a plan: lanes side by side in threads, reduced in their order and certified in one more. Who asks for it loads nothing of the planner.
import { availableParallelism } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';
import type { LaneResult, Planned, PlanOptions } from '../plan/index.ts';
import type { PlanBudget, Progress } from './use-cases.ts';
import type { Handed } from './workers/handed.ts';
import { inWorker, inWorkers } from './workers/in-workers.ts';
import type { PlanFinishJob } from './workers/plan-finish.ts';
import type { PlanLaneJob } from './workers/plan-lane.ts';

export type SearchInLanes = {
  readonly seed: string;
  readonly budget?: PlanBudget;
  readonly lanes: number;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  /** What is asked besides the document. */
  readonly asked?: Pick<PlanOptions, 'fixed' | 'guidance'>;
  /** Takes what a lane has found each time it is better than what that lane found before. */
  readonly improved?: (found: LaneResult) => void;
  /** Takes what every lane found in the end. */
  readonly ended?: (results: readonly LaneResult[]) => void;
};

/**
 * What a try leaves behind is short-lived. A heap that may grow to gigabytes is cleared so seldom that a search which uses 20 MB holds 70; one of a few
 * hundred is kept near to what is used. A search uses some 25 times the bytes of its document, and may have a hundred times as many besides.
 */
const laneHeap = ({ shared }: Handed): ResourceLimits => ({
  maxYoungGenerationSizeMb: 6,
  maxOldGenerationSizeMb: 256 + Math.ceil(shared.length / 10_000),
});

/** Searches the lanes in threads, reduces them in their order and certifies the best. `document` is as the plan is checked against. */
export async function planInLanes(
  document: Handed,
  { seed, budget, lanes, progress, signal, asked = {}, improved, ended }: SearchInLanes,
): Promise<Planned> {
  const bySeconds = budget !== undefined && 'seconds' in budget;
  const threads = Math.max(1, Math.min(lanes, availableParallelism()));
  const rounds = Math.ceil(lanes / threads);
  const milliseconds = bySeconds ? (budget.seconds * 1000) / rounds : null;
  const iterations = bySeconds ? Number.MAX_SAFE_INTEGER : (budget?.iterations ?? null);
  const jobs = Array.from({ length: threads }, (_, thread): PlanLaneJob => {
    const own = Array.from({ length: lanes }, (_lane, lane) => lane).filter((lane) => lane % threads === thread);
    return { document, asked, seed, iterations, lanes, own, milliseconds, tellsBetter: improved !== undefined };
  });
  const results = await inWorkers<PlanLaneJob, readonly LaneResult[], LaneResult>('plan-lane', jobs, {
    heap: laneHeap(document),
    ...(improved === undefined ? {} : { piece: async (found: LaneResult) => improved(found) }),
    progress: (share) => progress({ key: 'app.planning', values: {} }, share),
    ...(signal === undefined ? {} : { signal }),
  });
  const found = results.flat().sort((one, other) => one.lane - other.lane);
  ended?.(found);
  const finish: PlanFinishJob = { document, seed, lanes, found };
  return inWorker<PlanFinishJob, Planned>('plan-finish', finish, { heap: laneHeap(document), ...(signal === undefined ? {} : { signal }) });
}
