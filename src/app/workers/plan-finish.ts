// The plan of what the lanes have found, valued, certified and checked, in a thread of its own: a server answers meanwhile, and the heap that
// bounds and checker fill goes with the thread.
import { parentPort, workerData } from 'node:worker_threads';
import { type LaneResult, type Planned, planFromLanes } from '../../plan/bare/index.ts';
import { type Handed, received } from './handed.ts';
import type { FromWorker } from './in-workers.ts';

export type PlanFinishJob = {
  readonly document: Handed;
  readonly seed: string;
  readonly lanes: number;
  readonly found: readonly LaneResult[];
};

const { document, found, ...search } = workerData as PlanFinishJob;
parentPort?.postMessage({ result: planFromLanes(received(document), search, found) } satisfies FromWorker<Planned>);
