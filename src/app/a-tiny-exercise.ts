// For tests: the exercise that `new` makes, as files, read, and planned with few steps.
import { Bug, utf8 } from '../kernel/index.ts';
import { type Plan, planExercise } from '../plan/index.ts';
import { documentFrom, type SourceFile, sourceFile } from './document.ts';
import { newExercise } from './new.ts';

const text = new TextDecoder();

/** Its files; `edit` may change a file's text, or take the file away with undefined. */
export async function tinyFiles(
  edit: (path: string, text: string) => string | undefined = (_path, same) => same,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  const write = async (path: string, content: unknown): Promise<void> => {
    const changed = edit(path, typeof content === 'string' ? content : text.decode(content as Uint8Array));
    if (changed !== undefined) files.push(sourceFile(path, utf8(changed)));
  };
  await newExercise({ title: 'Two Rivers', parties: ['BLR', 'CHN'], language: 'en', sink: { write } });
  return files;
}

export async function aTinyExercise() {
  const files = await tinyFiles();
  const { exercise } = documentFrom(files);
  if (exercise === undefined) throw new Bug('what `new` makes does not check');
  const { plan } = planExercise(exercise, { seed: '1', lanes: 1, iterations: 5 });
  return { files, exercise, plan: plan as Plan };
}
