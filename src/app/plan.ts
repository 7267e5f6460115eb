// `plan`: a sound document to a checked plan with its certificate. It is read, searched in lanes side by side, and certified in threads: each
// has in memory what its part needs, and gives it back.
import { availableParallelism } from 'node:os';
import { Malformed, type Zone } from '../kernel/index.ts';
import { defaultIterations, isAdoptable, type LaneResult, type Planned, type PlanOptions, planToJson } from '../plan/bare/index.ts';
import type { Message } from '../words/index.ts';
import { certificateLines } from './plan-certificate.ts';
import type { Reason } from './plan-why.ts';
import type { PlanBudget, PlanExercise, PlanReport, Progress } from './use-cases.ts';
import { violationProblem } from './violation.ts';
import { type Handed, received } from './workers/handed.ts';
import { inWorkers } from './workers/in-workers.ts';
import type { PlanConflictsJob } from './workers/plan-conflicts.ts';
import type { PlanFinishJob } from './workers/plan-finish.ts';
import type { PlanLaneJob } from './workers/plan-lane.ts';
import type { PlanRead, PlanReadJob } from './workers/plan-read.ts';

export const planExercise: PlanExercise = async (directory, { seed, budget, lanes, progress, task, closer }) => {
  const search = { seed, lanes, progress, ...(budget === undefined ? {} : { budget }) };
  if (task !== undefined) return (await import('./plan-living.ts')).planTask(directory, task, search);
  const read = await inThread<PlanReadJob, PlanRead>('plan-read', { directory });
  if ('faults' in read) throw new Malformed(read.faults);
  const { document, zone, files, reasons } = read;
  if (reasons.length > 0) return impossible(reasons, zone);
  const lanesFound: LaneResult[] = [];
  const searched = await planInLanes(document, { ...search, ended: (results) => lanesFound.push(...results) });
  const closed =
    closer === undefined ? undefined : await (await import('./plan-closer.ts')).closePlan(received(document), searched, closer, progress);
  const planned = closed?.planned ?? searched;
  if (isAdoptable(planned.check)) {
    const report = reportOf(planned, zone);
    return { ...report, summary: [...report.summary, ...(closed?.told ?? [])] };
  }
  const whole: PlanConflictsJob = { files, reader: { kind: 'all' }, how: 'thorough' };
  const deeper = await inThread<PlanConflictsJob, readonly Reason[]>('plan-conflicts', whole);
  if (deeper.length > 0) return impossible(deeper, zone);
  const { bookings } = planned.plan;
  const isBest = (found: LaneResult) => JSON.stringify(found.bookings) === JSON.stringify(bookings);
  const best = lanesFound.findIndex(isBest);
  const others = lanesFound.filter((_, index) => index !== best).map((found) => found.bookings);
  const { missingTold } = await import('./plan-missing.ts');
  return { ...reportOf(planned, zone), missing: missingTold(received(document), [bookings, ...others]) };
};

async function impossible(reasons: readonly Reason[], zone: Zone): Promise<PlanReport> {
  return { outcome: 'impossible', ...(await import('./plan-why.ts')).reasonsTold(reasons, zone) };
}

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
  /** What is asked besides the document. */
  readonly asked?: Pick<PlanOptions, 'fixed' | 'guidance'>;
  /** Takes what a lane has found each time it is better than what that lane found before. */
  readonly improved?: (found: LaneResult) => void;
  /** Takes what every lane found in the end. */
  readonly ended?: (results: readonly LaneResult[]) => void;
};

/** What a try leaves behind is short-lived: a young generation of 16 MB a half lets two threads hold 150 MB more, and saves no time that can be measured. */
const threadHeap = { maxYoungGenerationSizeMb: 3 };

async function inThread<J, R>(module: string, job: J, signal?: AbortSignal): Promise<R> {
  const results = await inWorkers<J, R>(module, [job], { heap: threadHeap, ...(signal === undefined ? {} : { signal }) });
  return results[0] as R;
}

/** Searches the lanes in threads, reduces them in their order and certifies the best. `document` is as the plan is checked against. */
export async function planInLanes(
  document: Handed,
  { seed, budget, lanes, progress, signal, asked = {}, improved, ended }: SearchInLanes,
): Promise<Planned> {
  const bySeconds = budget !== undefined && 'seconds' in budget;
  const threads = Math.max(1, Math.min(lanes, availableParallelism()));
  const rounds = Math.ceil(lanes / threads);
  const milliseconds = bySeconds ? (budget.seconds * 1000) / rounds : null;
  const iterations = bySeconds ? Number.MAX_SAFE_INTEGER : (budget?.iterations ?? defaultIterations);
  const jobs = Array.from({ length: threads }, (_, thread): PlanLaneJob => {
    const own = Array.from({ length: lanes }, (_lane, lane) => lane).filter((lane) => lane % threads === thread);
    return { document, asked, seed, iterations, lanes, own, milliseconds, tellsBetter: improved !== undefined };
  });
  const results = await inWorkers<PlanLaneJob, readonly LaneResult[], LaneResult>('plan-lane', jobs, {
    heap: threadHeap,
    ...(improved === undefined ? {} : { piece: async (found: LaneResult) => improved(found) }),
    progress: (share) => progress({ key: 'app.planning', values: {} }, share),
    ...(signal === undefined ? {} : { signal }),
  });
  const found = results.flat().sort((one, other) => one.lane - other.lane);
  ended?.(found);
  return inThread<PlanFinishJob, Planned>('plan-finish', { document, seed, lanes, found }, signal);
}

function summaryOf({ plan, check }: Planned): readonly Message[] {
  const held = plan.bookings.filter((booking) => booking.held).length;
  const soft = check.violations.filter(({ price }) => price !== null);
  return [
    { key: 'app.planned', values: { held, of: plan.bookings.length } },
    ...(soft.length === 0 ? [] : [{ key: 'app.softBroken', values: { n: soft.length } }]),
  ];
}
