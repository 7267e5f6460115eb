// One worker of `bench/rehearse.ts`: does its lanes of dry runs, assesses each run, and says how long it took.
import { parentPort, workerData } from 'node:worker_threads';
import { documentFrom, filesOf } from '../src/app/document.ts';
import { soundPlan } from '../src/app/plan-file.ts';
import { type Assessor, assessor } from '../src/assess/index.ts';
import { startLane, variantsOf } from '../src/rehearse/index.ts';

export type LaneJob = {
  readonly directory: string;
  readonly planFile: string;
  readonly runs: number;
  readonly lanes: number;
  readonly own: readonly number[];
  readonly assessed: boolean;
  readonly variants: boolean;
};

const job = workerData as LaneJob;
const { files } = await filesOf(job.directory);
const { exercise } = documentFrom(files);
if (exercise === undefined) throw new Error('the document is not sound');
const plan = await soundPlan(job.planFile, exercise);
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  const start = performance.now();
  const counts = { runs: 0, events: 0, leastEvents: Number.POSITIVE_INFINITY, leastTypes: Number.POSITIVE_INFINITY, unplayed: 0 };
  const variants = job.variants ? variantsOf(exercise) : [undefined];
  const tallies = variants.flatMap((variant) =>
    job.own.map((lane) => {
      let current: { readonly run: number; readonly assessor: Assessor } | undefined;
      const listen = (run: number, event: Parameters<Assessor['take']>[0]): void => {
        if (current?.run !== run) {
          current?.assessor.result();
          current = { run, assessor: assessor(exercise, { reader: 'all', timeline: false }) };
        }
        current.assessor.take(event);
      };
      const { runs, lanes } = job;
      const options = {
        seed: 'bench',
        runs,
        lanes,
        lane,
        ...(variant === undefined ? {} : { variant }),
        ...(job.assessed ? { listen } : {}),
      };
      const work = startLane(exercise, plan, options);
      while (work.step());
      current?.assessor.result();
      return work.tally();
    }),
  );
  const width = (tallies[0]?.rows.length ?? 0) / Math.max(1, tallies[0]?.runs.length ?? 1);
  for (const { runs, rows } of tallies) {
    runs.forEach((_, at) => {
      const [events = 0, types = 0] = rows.subarray(at * width, at * width + 2);
      counts.runs++;
      counts.events += events;
      counts.leastEvents = Math.min(counts.leastEvents, events);
      counts.leastTypes = Math.min(counts.leastTypes, types);
    });
  }
  parentPort?.postMessage({ milliseconds: performance.now() - start, counts });
});
