// Runs jobs side by side in worker threads, results in the order of the jobs: lanes are part of the input, cores are not.
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { Bug } from '../../kernel/index.ts';

/** What a worker posts: how far its job is, something on the way, its result, or why there is none. */
export type FromWorker<R, P = never> =
  | { readonly share: number }
  | { readonly piece: P }
  | { readonly result: R }
  | { readonly error: string };

export type InWorkers<P> = {
  /** Takes what a job posts on its way, which waits until it is taken; the order of pieces of different jobs depends on the cores. */
  readonly piece?: (piece: P) => Promise<void>;
  readonly progress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly workers?: number;
  /** What a thread's heap may hold; a small young generation keeps many short-lived events from filling the memory. */
  readonly heap?: ResourceLimits;
};

/** A file beside this one, named without its ending; it is `.ts` when run from source and `.js` when built. */
export const workerFile = (module: string): URL => new URL(`./${module}${extname(import.meta.url)}`, import.meta.url);

/** One job in a thread of its own. */
export async function inWorker<J, R>(module: string, job: J, options: InWorkers<never> = {}): Promise<R> {
  const [result] = await inWorkers<J, R>(module, [job], options);
  return result as R;
}

/** `module` as `workerFile` takes it. */
export async function inWorkers<J, R, P = never>(
  module: string,
  jobs: readonly J[],
  { progress, piece, signal, heap, workers = availableParallelism() }: InWorkers<P> = {},
): Promise<readonly R[]> {
  const url = workerFile(module);
  const threadOf = (job: J): Worker => new Worker(url, { workerData: job, ...(heap === undefined ? {} : { resourceLimits: heap }) });
  const results: R[] = new Array(jobs.length);
  const shares = new Float64Array(jobs.length);
  const failed = new AbortController();
  const stopping = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      stopping.throwIfAborted();
      const told = (share: number): void => {
        shares[index] = share;
        progress?.(shares.reduce((sum, each) => sum + each, 0) / jobs.length);
      };
      results[index] = await oneJob<J, R, P>(threadOf, jobs[index] as J, stopping, told, piece);
      shares[index] = 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, Math.min(workers, jobs.length)) }, work));
  } catch (error) {
    // Where one fails the others are of no more use.
    failed.abort(error);
    throw error;
  }
  return results;
}

function oneJob<J, R, P>(
  threadOf: (job: J) => Worker,
  job: J,
  signal: AbortSignal,
  told: (share: number) => void,
  piece: InWorkers<P>['piece'],
): Promise<R> {
  return new Promise((resolve, reject) => {
    const worker = threadOf(job);
    const stop = () => void worker.terminate();
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      settle();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: FromWorker<R, P>) => {
      if ('share' in message) told(message.share);
      else if ('piece' in message)
        piece?.(message.piece).then(
          () => worker.postMessage('taken'),
          (cause) => end(() => reject(cause)),
        );
      else if ('result' in message) end(() => resolve(message.result));
      else end(() => reject(new Bug(message.error)));
    });
    worker.on('error', (cause) => end(() => reject(cause)));
    worker.on('exit', (code) =>
      end(() => reject(signal.aborted ? signal.reason : new Bug(`a worker ended with ${code} before its job was done`))),
    );
  });
}
