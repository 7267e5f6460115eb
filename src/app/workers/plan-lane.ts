// One lane of planning in a thread of its own: reads the document's files, searches its lane, posts what it found.
import { parentPort, workerData } from 'node:worker_threads';
import { type LaneResult, startLaneSearch } from '../../plan/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import type { FromWorker } from './in-workers.ts';

export type PlanLaneJob = {
  readonly files: readonly SourceFile[];
  readonly seed: string;
  readonly iterations: number;
  readonly lanes: number;
  readonly lane: number;
  /** Stop after so many milliseconds instead of after the iterations. */
  readonly milliseconds: number | null;
};

const job = workerData as PlanLaneJob;
const post = (message: FromWorker<LaneResult>): void => parentPort?.postMessage(message);

const { exercise } = documentFrom(job.files);
if (exercise === undefined) post({ error: 'a document that was read without fault could not be read again' });
else {
  const search = startLaneSearch(exercise, job, job.lane);
  const began = performance.now();
  const share = () => (job.milliseconds === null ? search.tries / job.iterations : (performance.now() - began) / job.milliseconds);
  while (share() < 1 && search.tries < job.iterations) {
    search.step();
    post({ share: Math.min(1, share()) });
  }
  post({ result: search.result() });
}
