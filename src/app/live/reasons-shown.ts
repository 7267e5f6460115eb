// Why what a reader reads of the document allows no plan: looked for in a thread of its own, once for all who read alike, until the document changes.
import type { Reader } from '../../release/index.ts';
import { filesReadableBy, type SourceFile } from '../document.ts';
import type { Reason } from '../plan-why.ts';
import { inWorkers } from '../workers/in-workers.ts';
import type { PlanConflictsJob } from '../workers/plan-conflicts.ts';
import { turns } from './turns.ts';

export type LookingForReasons = {
  /** The document's files: the same list as long as the document is the same. */
  readonly files: () => readonly SourceFile[];
  /** Called when what was looked for is there. */
  readonly told: () => void;
  /** Hears why it could not be looked for. */
  readonly failed: (error: unknown) => void;
  readonly signal: AbortSignal;
};

/** The reasons of a document as a reader reads it, in a thread of its own. `thorough` is for when a search has failed. */
export async function reasonsInWorker(job: PlanConflictsJob, signal: AbortSignal): Promise<readonly Reason[]> {
  return (await inWorkers<PlanConflictsJob, readonly Reason[]>('plan-conflicts', [job], { signal })).flat();
}

/** The reasons for a reader, or undefined while they are being looked for; asking sets that going, and one is looked for after the other. */
export function reasonsShown({ files, told, failed, signal }: LookingForReasons): (reader: Reader) => readonly Reason[] | undefined {
  type Found = { reasons: readonly Reason[] | undefined };
  const made = new WeakMap<readonly SourceFile[], Map<string, Found>>();
  const queue = turns();

  const look = async (of: readonly SourceFile[], reader: Reader, found: Found): Promise<void> => {
    // What was changed meanwhile is asked for anew by whoever still looks.
    if (files() !== of) return;
    try {
      found.reasons = await reasonsInWorker({ files: of, reader, how: 'thorough' }, signal);
    } catch (error) {
      if (signal.aborted) return;
      found.reasons = [];
      failed(error);
    }
    told();
  };

  return (reader) => {
    const now = files();
    const known = made.get(now) ?? new Map<string, Found>();
    made.set(now, known);
    const asked = `reader ${JSON.stringify(reader)}`;
    const there = known.get(asked);
    if (there !== undefined) return there.reasons;
    const read = `files ${JSON.stringify(filesReadableBy(now, reader).map(({ path }) => path))}`;
    const alike = known.get(read);
    const found = alike ?? { reasons: undefined };
    for (const key of [asked, read]) known.set(key, found);
    if (alike === undefined) void queue.take(() => look(now, reader, found));
    return found.reasons;
  };
}
