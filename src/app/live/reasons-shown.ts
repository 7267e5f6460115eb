// Why what a reader reads of the document allows no plan: looked for in a thread of its own, once for all who read alike, until the document changes.
import type { Reader } from '../../release/index.ts';
import type { SourceFile } from '../document.ts';
import type { Reason } from '../plan-why.ts';
import { inWorkers } from '../workers/in-workers.ts';
import type { PlanConflictsJob } from '../workers/plan-conflicts.ts';
import { type Looking, onceForAlike } from './once-for-alike.ts';

/** The reasons of a document as a reader reads it, in a thread of its own. `thorough` is for when a search has failed. */
export async function reasonsInWorker(job: PlanConflictsJob, signal: AbortSignal): Promise<readonly Reason[]> {
  return (await inWorkers<PlanConflictsJob, readonly Reason[]>('plan-conflicts', [job], { signal })).flat();
}

/** `files` gives the same list as long as the document is the same. The reasons for a reader are undefined while they are being looked for. */
export function reasonsShown(files: () => readonly SourceFile[], looking: Looking): (reader: Reader) => readonly Reason[] | undefined {
  const asked = onceForAlike<readonly Reason[]>(looking, []);
  return (reader) => {
    const now = files();
    // What was changed meanwhile is asked for anew by whoever still looks.
    const look = async () => (files() === now ? await reasonsInWorker({ files: now, reader, how: 'thorough' }, looking.signal) : undefined);
    return asked(now, { files: now, reader, look });
  };
}
