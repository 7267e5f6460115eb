// Who reads: the text of `--reader` to a reader, by the parties and posts of the document's shared part.
import { readerDirectoryOf } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import { type Problem, problem } from '../kernel/index.ts';
import { type Reader, resolveReader } from '../release/index.ts';

export function readerOf(text: string, { exercise }: { readonly exercise: Exercise | undefined }): Reader | Problem {
  if (text === 'all') return { kind: 'all' };
  if (text === 'public') return { kind: 'public' };
  if (exercise === undefined) return problem('app.readerNeedsDocument', { reader: text });
  return resolveReader(text, readerDirectoryOf(exercise));
}
