// The document as each reader reads it, read once for all who read alike until it changes.
import { type Problem, problem } from '../../kernel/index.ts';
import type { DocumentMessage } from '../../protocol/index.ts';
import type { Reader } from '../../release/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import { documentMessageOf } from './document-message.ts';

/** `files` gives the same list as long as the document is the same. */
export function documentsShown(files: () => readonly SourceFile[]): (reader: Reader) => DocumentMessage | Problem {
  const made = new WeakMap<readonly SourceFile[], Map<string, DocumentMessage | Problem>>();
  return (reader) => {
    const now = files();
    const known = made.get(now) ?? new Map<string, DocumentMessage | Problem>();
    made.set(now, known);
    const key = JSON.stringify(reader);
    const found = known.get(key) ?? messageFor(now, reader);
    known.set(key, found);
    return found;
  };
}

function messageFor(files: readonly SourceFile[], reader: Reader): DocumentMessage | Problem {
  const { exercise } = documentFrom(files, reader);
  return exercise === undefined ? problem('server.notYetReadable') : documentMessageOf(exercise);
}
