// What a plan lacks in a document as its reader reads both, looked at in a thread of its own: a server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { checkPlan, type Plan } from '../../plan/index.ts';
import type { Reader } from '../../release/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import { type Lacks, lacksOfPlan } from '../live/reason-shown.ts';
import type { FromWorker } from './in-workers.ts';

/** `files` are those that the reader may open, and `plan` is what the reader reads of it. */
export type PlanLacksJob = { readonly files: readonly SourceFile[]; readonly reader: Reader; readonly plan: Plan };

const { files, reader, plan } = workerData as PlanLacksJob;
const { exercise } = documentFrom(files, reader);
const result = exercise === undefined ? { count: 0, first: [] } : lacksOfPlan(checkPlan(exercise, plan));
parentPort?.postMessage({ result } satisfies FromWorker<Lacks>);
