// What in a document cannot hold together, looked for in a thread of its own: a server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { type Conflict, whyImpossible } from '../../plan/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import type { FromWorker } from './in-workers.ts';

export type PlanConflictsJob = { readonly files: readonly SourceFile[] };

const post = (message: FromWorker<readonly Conflict[]>): void => parentPort?.postMessage(message);

const { exercise } = documentFrom((workerData as PlanConflictsJob).files);
if (exercise === undefined) post({ error: 'a document that was read without fault could not be read again' });
else post({ result: whyImpossible(exercise) });
