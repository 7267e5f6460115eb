// `rehearse`: many seeded dry runs of a sound document and its plan, in lanes that run side by side in threads.
import { availableParallelism } from 'node:os';
import type { Exercise } from '../exercise/index.ts';
import { Malformed, prettyStableJson } from '../kernel/index.ts';
import { checkPlan, type Plan, planToJson } from '../plan/index.ts';
import { type LaneTally, type Rehearsal, reportFrom } from '../rehearse/index.ts';
import { type SourceFile, soundDocument } from './document.ts';
import { soundPlan } from './plan-file.ts';
import type { Progress, RehearseExercise } from './use-cases.ts';
import { violationProblem } from './violation.ts';
import { inWorkers } from './workers/in-workers.ts';
import type { KeptLog, RehearseLaneJob } from './workers/rehearse-lane.ts';

export const rehearseExercise: RehearseExercise = async (directory, { planFile, runs, seed, lanes, keepLogs, sink, progress }) => {
  const { exercise, files } = await soundDocument(directory);
  const plan = await soundPlan(planFile, exercise);
  const broken = checkPlan(exercise, plan).violations.filter(({ price }) => price === null);
  if (broken.length > 0) throw new Malformed(broken.map(violationProblem));
  const digits = String(runs).length;
  const kept = (log: KeptLog) => sink.write(`run-${String(log.run + 1).padStart(digits, '0')}.jsonl`, log.text);
  const rehearsal = await rehearseInLanes(exercise, files, plan, { seed, runs, lanes, progress, ...(keepLogs ? { kept } : {}) });
  await sink.write('rehearsal.json', prettyStableJson(rehearsal));
  return {
    json: rehearsal,
    summary: [
      { key: 'app.rehearsed', values: { runs: rehearsal.runs, events: Math.round(rehearsal.eventsPerRun.mean) } },
      ...rehearsal.weaknesses.map(({ key, values }) => ({ key, values })),
      ...rehearsal.plusOne
        .filter(({ savedMinutes }) => savedMinutes.low > 0)
        .map(({ resource, savedMinutes, rank }) => ({
          key: 'app.plusOneHelps',
          values: {
            rank,
            resource,
            minutes: Math.round(savedMinutes.mean),
            low: Math.round(savedMinutes.low),
            high: Math.round(savedMinutes.high),
          },
        })),
    ],
  };
};

/** Measured with 1,000 runs in two threads: without it up to 870 MB, with it 440. Twice the young generation takes 250 MB more and saves little. */
const laneHeap = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 320 };

/** Does the lanes in threads and puts their tallies together in the order of the lanes. */
export async function rehearseInLanes(
  exercise: Exercise,
  files: readonly SourceFile[],
  plan: Plan,
  options: {
    readonly seed: string;
    readonly runs: number;
    readonly lanes: number;
    readonly progress: Progress;
    readonly kept?: (log: KeptLog) => Promise<void>;
    readonly signal?: AbortSignal;
  },
): Promise<Rehearsal> {
  const { seed, runs, lanes, progress, kept, signal } = options;
  const planData: unknown = JSON.parse(planToJson(plan));
  // Which lanes share a thread changes the speed and nothing else: tallies are laid together by their lanes.
  const threads = Math.max(1, Math.min(lanes, availableParallelism()));
  const jobs = Array.from({ length: threads }, (_, thread): RehearseLaneJob => {
    const own = Array.from({ length: lanes }, (_lane, lane) => lane).filter((lane) => lane % threads === thread);
    return { files, plan: planData, seed, runs, lanes, own, keepLogs: kept !== undefined };
  });
  const tallies = await inWorkers<RehearseLaneJob, readonly LaneTally[], KeptLog>('rehearse-lane', jobs, {
    heap: laneHeap,
    progress: (share) => progress({ key: 'app.rehearsing', values: {} }, share),
    ...(kept === undefined ? {} : { piece: kept }),
    ...(signal === undefined ? {} : { signal }),
  });
  return reportFrom(exercise, plan, { seed, runs, lanes }, tallies.flat());
}
