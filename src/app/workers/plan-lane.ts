// Some lanes of planning in a thread of their own: takes the document as it was read, searches one lane after the other, posts what it found.
import { parentPort, workerData } from 'node:worker_threads';
import { defaultIterations, type LaneResult, type PlanOptions, startLaneSearch } from '../../plan/bare/index.ts';
import { type Handed, received } from './handed.ts';
import type { FromWorker } from './in-workers.ts';

export type PlanLaneJob = {
  readonly document: Handed;
  /** What is asked besides the document. */
  readonly asked: Pick<PlanOptions, 'fixed' | 'guidance'>;
  readonly seed: string;
  /** The planner's own number where none is stated. */
  readonly iterations: number | null;
  readonly lanes: number;
  /** The lanes that this thread does, one after the other: what it learnt to run fast in one it runs fast in the next. */
  readonly own: readonly number[];
  /** Stop each after so many milliseconds instead of after the iterations. */
  readonly milliseconds: number | null;
  /** Whether what is better is posted as it is found. */
  readonly tellsBetter: boolean;
};

const { document, asked, seed, iterations: stated, lanes, own, milliseconds, tellsBetter } = workerData as PlanLaneJob;
const exercise = received(document);
const iterations = stated ?? defaultIterations;
const post = (message: FromWorker<readonly LaneResult[], LaneResult>): void => parentPort?.postMessage(message);

const result = own.map((lane, index) => {
  const search = startLaneSearch(exercise, { seed, iterations, lanes, ...asked }, lane);
  const began = performance.now();
  const share = () => (milliseconds === null ? search.tries / iterations : (performance.now() - began) / milliseconds);
  while (share() < 1 && search.tries < iterations) {
    const isBetter = search.step();
    if (isBetter && tellsBetter) post({ piece: search.result() });
    post({ share: (index + Math.min(1, share())) / own.length });
  }
  return search.result();
});
post({ result });
