// The thread that works out what the best of a search under way is worth: it begins with the first look and stays until the search ends.
import { Worker } from 'node:worker_threads';
import type { LaneResult } from '../../plan/index.ts';
import { workerFile } from '../workers/in-workers.ts';
import type { PlanLook, PlanLookJob } from '../workers/plan-look.ts';

export type PlanLooks = {
  /** What these lanes have found together; one look after the other. Rejects where the thread fails; nothing comes of a look that is ended. */
  readonly look: (results: readonly LaneResult[]) => Promise<PlanLook>;
  readonly end: () => void;
};

export function planLooks(job: PlanLookJob, signal: AbortSignal): PlanLooks {
  let worker: Worker | undefined;
  const begun = (): Worker => {
    if (worker !== undefined) return worker;
    worker = new Worker(workerFile('plan-look'), { workerData: job });
    signal.addEventListener('abort', end, { once: true });
    // A server that is done otherwise does not wait for looks.
    worker.unref();
    return worker;
  };
  const end = (): void => {
    signal.removeEventListener('abort', end);
    void worker?.terminate();
  };
  return {
    look: (results) =>
      new Promise((resolve, reject) => {
        const asked = begun();
        const looked = (found: PlanLook): void => {
          asked.off('error', reject);
          resolve(found);
        };
        asked.once('message', looked).once('error', reject);
        asked.postMessage(results);
      }),
    end,
  };
}
