// `plan`: a sound document to a checked plan with its certificate; the lanes run side by side in threads.
import { availableParallelism } from 'node:os';
import type { Exercise } from '../exercise/index.ts';
import { defaultIterations, isAdoptable, type LaneResult, type Planned, planFromLanes, planToJson, whyImpossible } from '../plan/index.ts';
import type { Message } from '../words/index.ts';
import { type SourceFile, soundDocument } from './document.ts';
import type { PlanBudget, PlanExercise, Progress } from './use-cases.ts';
import { violationProblem } from './violation.ts';
import { inWorkers } from './workers/in-workers.ts';
import type { PlanLaneJob } from './workers/plan-lane.ts';

export const planExercise: PlanExercise = async (directory, { seed, budget, lanes, progress }) => {
  const { exercise, files } = await soundDocument(directory);
  const conflict = whyImpossible(exercise);
  if (conflict.length > 0) return { outcome: 'impossible', conflict: conflict, isMinimal: true };
  const planned = await planInLanes(exercise, files, { seed, lanes, progress, ...(budget === undefined ? {} : { budget }) });
  const { plan, check } = planned;
  const broken = check.violations.filter(({ price }) => price === null).map(violationProblem);
  return { outcome: isAdoptable(check) ? 'planned' : 'incomplete', plan, file: planToJson(plan), broken, summary: summaryOf(planned) };
};

/** Searches the lanes in threads and reduces them in their order. */
export async function planInLanes(
  exercise: Exercise,
  files: readonly SourceFile[],
  {
    seed,
    budget,
    lanes,
    progress,
    signal,
  }: {
    readonly seed: string;
    readonly budget?: PlanBudget;
    readonly lanes: number;
    readonly progress: Progress;
    readonly signal?: AbortSignal;
  },
): Promise<Planned> {
  const bySeconds = budget !== undefined && 'seconds' in budget;
  const rounds = Math.ceil(lanes / availableParallelism());
  const milliseconds = bySeconds ? (budget.seconds * 1000) / rounds : null;
  const iterations = bySeconds ? Number.MAX_SAFE_INTEGER : (budget?.iterations ?? defaultIterations);
  const jobs = Array.from({ length: lanes }, (_, lane): PlanLaneJob => ({ files, seed, iterations, lanes, lane, milliseconds }));
  const results = await inWorkers<PlanLaneJob, LaneResult>('plan-lane', jobs, {
    progress: (share) => progress({ key: 'app.planning', values: {} }, share),
    ...(signal === undefined ? {} : { signal }),
  });
  return planFromLanes(exercise, { seed, lanes }, results);
}

function summaryOf({ plan, check }: Planned): readonly Message[] {
  const held = plan.bookings.filter((booking) => booking.held).length;
  const soft = check.violations.filter(({ price }) => price !== null);
  return [
    { key: 'app.planned', values: { held, of: plan.bookings.length } },
    ...plan.objectives.map(({ id, value, bound, proved }): Message => {
      if (bound === null) return { key: 'app.objectiveUnbounded', values: { objective: id, value: rounded(value) } };
      return {
        key: proved ? 'app.objectiveProved' : 'app.objectiveBounded',
        values: { objective: id, value: rounded(value), bound: rounded(bound) },
      };
    }),
    ...(soft.length === 0 ? [] : [{ key: 'app.softBroken', values: { n: soft.length } }]),
  ];
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
