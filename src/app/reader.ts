// Who reads: the text of `--reader` to a reader, by the parties and posts of the document's shared part.
import { type ReadonlyConduct, readerDirectoryOf } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import { type Problem, problem } from '../kernel/index.ts';
import { type Reader, resolveReader } from '../release/index.ts';

/** With a conduct, a person holds the posts that the person holds now: leaving an audience ends access, joining gives its past. */
export function readerOf(
  text: string,
  { exercise, conduct }: { readonly exercise: Exercise | undefined; readonly conduct?: ReadonlyConduct },
): Reader | Problem {
  if (text === 'all') return { kind: 'all' };
  if (text === 'public') return { kind: 'public' };
  if (exercise === undefined) return problem('app.readerNeedsDocument', { reader: text });
  return resolveReader(text, readerDirectoryOf(exercise, conduct));
}
