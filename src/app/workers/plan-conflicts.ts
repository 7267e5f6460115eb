// What in a document cannot hold together and what would mend it, as a reader reads that, looked for in a thread of its own: a server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import type { Reader } from '../../release/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import { type HowThorough, type Reason, reasonsWhy } from '../plan-why.ts';
import type { FromWorker } from './in-workers.ts';

/** `thorough` looks longer where nothing is found at once. */
export type PlanConflictsJob = { readonly files: readonly SourceFile[]; readonly reader: Reader; readonly how: HowThorough };

const { files, reader, how } = workerData as PlanConflictsJob;
const post = (message: FromWorker<readonly Reason[]>): void => parentPort?.postMessage(message);

const read = documentFrom(files, reader);
if (read.exercise !== undefined) {
  const atOnce = reasonsWhy(read.exercise, read.files, 'atOnce');
  post({ result: atOnce.length > 0 || how === 'atOnce' ? atOnce : reasonsWhy(read.exercise, read.files, how) });
} else if (reader.kind === 'all') post({ error: 'a document that was read without fault could not be read again' });
else post({ result: [] });
