// Some lanes of planning in a thread of their own: reads the document's files, searches one lane after the other, posts what it found.
import { parentPort, workerData } from 'node:worker_threads';
import type { Exercise } from '../../exercise/index.ts';
import {
  type Guidance,
  type LaneResult,
  type Plan,
  type PlanOptions,
  type Request,
  replanning,
  startLaneSearch,
} from '../../plan/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import type { FromWorker } from './in-workers.ts';

export type PlanLaneJob = {
  readonly files: readonly SourceFile[];
  readonly seed: string;
  readonly iterations: number;
  readonly lanes: number;
  /** The lanes that this thread does, one after the other: what it learnt to run fast in one it runs fast in the next. */
  readonly own: readonly number[];
  /** Stop each after so many milliseconds instead of after the iterations. */
  readonly milliseconds: number | null;
  readonly replan: { readonly plan: Plan; readonly request: Request } | undefined;
  readonly guidance: Guidance | undefined;
  /** Whether what is better is posted as it is found. */
  readonly tellsBetter: boolean;
};

const job = workerData as PlanLaneJob;
const post = (message: FromWorker<readonly LaneResult[], LaneResult>): void => parentPort?.postMessage(message);

const { exercise } = documentFrom(job.files);
if (exercise === undefined) post({ error: 'a document that was read without fault could not be read again' });
else {
  const asked = askedOf(exercise);
  const { seed, iterations, lanes, own } = job;
  const results = own.map((lane, index) => {
    const search = startLaneSearch(asked.exercise, { seed, iterations, lanes, ...asked.options }, lane);
    const began = performance.now();
    const share = () => (job.milliseconds === null ? search.tries / iterations : (performance.now() - began) / job.milliseconds);
    while (share() < 1 && search.tries < iterations) {
      const isBetter = search.step();
      if (isBetter && job.tellsBetter) post({ piece: search.result() });
      post({ share: (index + Math.min(1, share())) / own.length });
    }
    return search.result();
  });
  post({ result: results });
}

/** The document to be planned, and what is asked besides it. */
function askedOf(document: Exercise): { readonly exercise: Exercise; readonly options: Pick<PlanOptions, 'fixed' | 'guidance'> } {
  const found = job.replan === undefined ? undefined : replanning(document, job.replan.plan, job.replan.request);
  if (found === undefined || 'problems' in found)
    return { exercise: document, options: job.guidance === undefined ? {} : { guidance: job.guidance } };
  return found;
}
