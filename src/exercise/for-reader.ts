/** Which files a reader may open. Restriction precedes parsing: what a reader may not open is never read on the reader's behalf. */
import { isProblem } from '../kernel/index.ts';
import { mayRead, type Reader } from '../release/index.ts';
import { type ClassFacts, classOfFile } from './file-class.ts';

/** The files that a reader may open, in their order; one whose class cannot be read is opened by `all` alone. Works on files not yet parsed. */
export function restrictFiles<F extends { readonly path: string; readonly classKey?: string | undefined }>(
  files: readonly F[],
  reader: Reader,
  facts: ClassFacts,
): F[] {
  if (reader.kind === 'all') return [...files];
  return files.filter((file) => {
    const found = classOfFile(file, facts);
    return !isProblem(found) && mayRead(reader, found, facts.scale);
  });
}
