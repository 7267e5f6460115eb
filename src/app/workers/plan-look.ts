// Works out what the best of a search under way is worth, in a thread of its own that stays as long as the search: a server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { type LaneResult, type Planned, planFromLanes } from '../../plan/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';

export type PlanLookJob = { readonly files: readonly SourceFile[]; readonly seed: string; readonly lanes: number };

/** What was found, and how long it took to work out. */
export type PlanLook = { readonly planned: Planned; readonly milliseconds: number };

const { files, ...search } = workerData as PlanLookJob;
const { exercise } = documentFrom(files);
if (exercise === undefined) throw new Error('a document that was read without fault could not be read again');
// What is made once for a document is made before anybody waits for it.
planFromLanes(exercise, search, []);
parentPort?.on('message', (results: readonly LaneResult[]) => {
  const began = performance.now();
  const planned = planFromLanes(exercise, search, results);
  parentPort?.postMessage({ planned, milliseconds: performance.now() - began } satisfies PlanLook);
});
