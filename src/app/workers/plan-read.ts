// What planning begins with, in a thread of its own: the document read and checked, and whether it is seen at once that there is no plan. The schemas,
// the texts and their places take more memory than a search; they go with the thread.
import { parentPort, workerData } from 'node:worker_threads';
import { Malformed, type Problem, type Zone } from '../../kernel/index.ts';
import { type SourceFile, soundDocument } from '../document.ts';
import { type Reason, reasonsWhy } from '../plan-why.ts';
import { type Handed, handed } from './handed.ts';
import type { FromWorker } from './in-workers.ts';

export type PlanReadJob = { readonly directory: string };

export type PlanRead =
  | { readonly document: Handed; readonly zone: Zone; readonly files: readonly SourceFile[]; readonly reasons: readonly Reason[] }
  | { readonly faults: readonly Problem[] };

async function read({ directory }: PlanReadJob): Promise<PlanRead> {
  try {
    const { exercise, files } = await soundDocument(directory);
    return { document: handed(exercise), zone: exercise.zone, files, reasons: reasonsWhy(exercise, files, 'atOnce') };
  } catch (error) {
    // An error's class does not cross threads.
    if (error instanceof Malformed) return { faults: error.problems };
    throw error;
  }
}

const result = await read(workerData as PlanReadJob);
parentPort?.postMessage({ result } satisfies FromWorker<PlanRead>);
