// `plan`: a sound document to a checked plan with its certificate. It is read, searched in lanes side by side, and certified in threads: each
// has in memory what its part needs, and gives it back.
import { Malformed, type Zone } from '../kernel/index.ts';
import type { LaneResult } from '../plan/index.ts';
import { planInLanes } from './plan-lanes.ts';
import type { Reason } from './plan-why.ts';
import type { PlanExercise, PlanReport } from './use-cases.ts';
import { received } from './workers/handed.ts';
import { inWorker } from './workers/in-workers.ts';
import type { PlanConflictsJob } from './workers/plan-conflicts.ts';
import type { PlanRead, PlanReadJob } from './workers/plan-read.ts';

/** A heap that takes a text apart is full of what nobody needs a moment later. */
const readHeap = { maxYoungGenerationSizeMb: 6 };

export const planExercise: PlanExercise = async (directory, { seed, budget, lanes, progress, task, closer }) => {
  const search = { seed, lanes, progress, ...(budget === undefined ? {} : { budget }) };
  if (task !== undefined) return (await import('./plan-living.ts')).planTask(directory, task, search);
  const read = await inWorker<PlanReadJob, PlanRead>('plan-read', { directory }, { heap: readHeap });
  if ('faults' in read) throw new Malformed(read.faults);
  const { document, zone, files, reasons } = read;
  if (reasons.length > 0) return impossible(reasons, zone);
  const lanesFound: LaneResult[] = [];
  const searched = await planInLanes(document, { ...search, ended: (results) => lanesFound.push(...results) });
  const closed =
    closer === undefined ? undefined : await (await import('./plan-closer.ts')).closePlan(received(document), searched, closer, progress);
  const planned = closed?.planned ?? searched;
  const report = (await import('./plan-report.ts')).reportOf(planned, zone);
  if (report.outcome === 'planned') {
    return { ...report, summary: [...report.summary, ...(closed?.told ?? [])] };
  }
  const whole: PlanConflictsJob = { files, reader: { kind: 'all' }, how: 'thorough' };
  const deeper = await inWorker<PlanConflictsJob, readonly Reason[]>('plan-conflicts', whole, { heap: readHeap });
  if (deeper.length > 0) return impossible(deeper, zone);
  const { bookings } = planned.plan;
  const isBest = (found: LaneResult) => JSON.stringify(found.bookings) === JSON.stringify(bookings);
  const best = lanesFound.findIndex(isBest);
  const others = lanesFound.filter((_, index) => index !== best).map((found) => found.bookings);
  const { missingTold } = await import('./plan-missing.ts');
  return { ...report, missing: missingTold(received(document), [bookings, ...others]) };
};

async function impossible(reasons: readonly Reason[], zone: Zone): Promise<PlanReport> {
  return { outcome: 'impossible', ...(await import('./plan-why.ts')).reasonsTold(reasons, zone) };
}
