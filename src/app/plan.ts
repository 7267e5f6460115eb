// `plan`: a sound document to a checked plan with its certificate; the lanes run side by side in threads.
import { availableParallelism } from 'node:os';
import type { Exercise } from '../exercise/index.ts';
import type { Zone } from '../kernel/index.ts';
import {
  defaultIterations,
  type Guidance,
  isAdoptable,
  type LaneResult,
  type Plan,
  type Planned,
  planFromLanes,
  planToJson,
  type Request,
} from '../plan/index.ts';
import type { Message } from '../words/index.ts';
import { type SourceFile, soundDocument } from './document.ts';
import { certificateLines } from './plan-certificate.ts';
import { missingTold } from './plan-missing.ts';
import { whyNot } from './plan-why.ts';
import type { PlanBudget, PlanExercise, Progress } from './use-cases.ts';
import { violationProblem } from './violation.ts';
import { inWorkers } from './workers/in-workers.ts';
import type { PlanLaneJob } from './workers/plan-lane.ts';

export const planExercise: PlanExercise = async (directory, { seed, budget, lanes, progress, task, closer }) => {
  const { exercise, files } = await soundDocument(directory);
  const search = { seed, lanes, progress, ...(budget === undefined ? {} : { budget }) };
  if (task !== undefined) return (await import('./plan-living.ts')).planTask(exercise, files, task, search);
  const why = whyNot(exercise, files, 'atOnce');
  if (why !== undefined) return { outcome: 'impossible', ...why };
  const lanesFound: LaneResult[] = [];
  const searched = await planInLanes(exercise, files, { ...search, ended: (results) => lanesFound.push(...results) });
  const closed =
    closer === undefined ? undefined : await (await import('./plan-closer.ts')).closePlan(exercise, searched, closer, progress);
  const planned = closed?.planned ?? searched;
  if (isAdoptable(planned.check)) {
    const report = reportOf(planned, exercise.zone);
    return { ...report, summary: [...report.summary, ...(closed?.told ?? [])] };
  }
  const deeper = whyNot(exercise, files, 'thorough');
  if (deeper !== undefined) return { outcome: 'impossible', ...deeper };
  const { bookings } = planned.plan;
  const others = lanesFound.map((found) => found.bookings).filter((found) => found !== bookings);
  return { ...reportOf(planned, exercise.zone), missing: missingTold(exercise, [bookings, ...others]) };
};

/** What is told of a plan that was made. */
export function reportOf(planned: Planned, zone: Zone) {
  const { plan, check } = planned;
  const broken = check.violations.filter(({ price }) => price === null).map(violationProblem);
  const outcome = isAdoptable(check) ? ('planned' as const) : ('incomplete' as const);
  return {
    outcome,
    plan,
    file: planToJson(plan),
    broken,
    summary: summaryOf(planned),
    certificate: { lines: certificateLines(plan), zone },
  };
}

export type SearchInLanes = {
  readonly seed: string;
  readonly budget?: PlanBudget;
  readonly lanes: number;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  /** A plan to stay near to, and what has happened since. */
  readonly replan?: { readonly plan: Plan; readonly request: Request };
  readonly guidance?: Guidance;
  /** Takes what a lane has found each time it is better than what that lane found before. */
  readonly improved?: (found: LaneResult) => void;
  /** Takes what every lane found in the end. */
  readonly ended?: (results: readonly LaneResult[]) => void;
};

/** What a try leaves behind is short-lived: a young generation of 16 MB a half lets two threads hold 150 MB more, and saves little time. */
const laneHeap = { maxYoungGenerationSizeMb: 12 };

/** Searches the lanes in threads and reduces them in their order. `exercise` is the document as the plan is checked against. */
export async function planInLanes(
  exercise: Exercise,
  files: readonly SourceFile[],
  { seed, budget, lanes, progress, signal, replan, guidance, improved, ended }: SearchInLanes,
): Promise<Planned> {
  const bySeconds = budget !== undefined && 'seconds' in budget;
  const threads = Math.max(1, Math.min(lanes, availableParallelism()));
  const rounds = Math.ceil(lanes / threads);
  const milliseconds = bySeconds ? (budget.seconds * 1000) / rounds : null;
  const iterations = bySeconds ? Number.MAX_SAFE_INTEGER : (budget?.iterations ?? defaultIterations);
  const jobs = Array.from({ length: threads }, (_, thread): PlanLaneJob => {
    const own = Array.from({ length: lanes }, (_lane, lane) => lane).filter((lane) => lane % threads === thread);
    return { files, seed, iterations, lanes, own, milliseconds, replan, guidance, tellsBetter: improved !== undefined };
  });
  const results = await inWorkers<PlanLaneJob, readonly LaneResult[], LaneResult>('plan-lane', jobs, {
    heap: laneHeap,
    ...(improved === undefined ? {} : { piece: async (found: LaneResult) => improved(found) }),
    progress: (share) => progress({ key: 'app.planning', values: {} }, share),
    ...(signal === undefined ? {} : { signal }),
  });
  const inOrder = results.flat().sort((one, other) => one.lane - other.lane);
  ended?.(inOrder);
  return planFromLanes(exercise, { seed, lanes }, inOrder);
}

function summaryOf({ plan, check }: Planned): readonly Message[] {
  const held = plan.bookings.filter((booking) => booking.held).length;
  const soft = check.violations.filter(({ price }) => price !== null);
  return [
    { key: 'app.planned', values: { held, of: plan.bookings.length } },
    ...(soft.length === 0 ? [] : [{ key: 'app.softBroken', values: { n: soft.length } }]),
  ];
}
