// What is worked out in a thread for a reader: once for all who read the same files, one thing after the other.
import type { Reader } from '../../release/index.ts';
import { filesReadableBy, type SourceFile } from '../document.ts';
import { turns } from './turns.ts';

export type Looking = {
  /** Called when what was looked for is there. */
  readonly told: () => void;
  /** Hears why it could not be looked for. */
  readonly failed: (error: unknown) => void;
  readonly signal: AbortSignal;
};

/** What is looked for: of which files, for whom, and how; undefined where nobody needs it any more. */
type Look<T> = { readonly files: readonly SourceFile[]; readonly reader: Reader; readonly look: () => Promise<T | undefined> };

/**
 * What was found about something, or undefined while it is looked for; asking sets that going. It is kept as long as what it is about. What could
 * not be looked for counts as nothing.
 */
export function onceForAlike<T>({ told, failed, signal }: Looking, nothing: T): (about: object, asked: Look<T>) => T | undefined {
  type Found = { there: T | undefined };
  const made = new WeakMap<object, Map<string, Found>>();
  const queue = turns();

  const lookFor = async (found: Found, look: Look<T>['look']): Promise<void> => {
    try {
      const there = await look();
      if (there === undefined) return;
      found.there = there;
    } catch (error) {
      if (signal.aborted) return;
      found.there = nothing;
      failed(error);
    }
    told();
  };

  return (about, { files, reader, look }) => {
    const known = made.get(about) ?? new Map<string, Found>();
    made.set(about, known);
    const asked = `reader ${JSON.stringify(reader)}`;
    const there = known.get(asked);
    if (there !== undefined) return there.there;
    const read = `files ${JSON.stringify(filesReadableBy(files, reader).map(({ path }) => path))}`;
    const alike = known.get(read);
    const found = alike ?? { there: undefined };
    for (const key of [asked, read]) known.set(key, found);
    if (alike === undefined) void queue.take(() => lookFor(found, look));
    return found.there;
  };
}
