// What was computed once from an input is kept in the data folder under the input's hash; deletable at any time.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '../../formats/files/index.ts';
import { sha256Hex } from '../../kernel/index.ts';

/** The text kept for an input, or what `make` makes of it, which is then kept. */
export async function kept(folder: string, name: string, input: readonly string[], make: () => Promise<string>): Promise<string> {
  const file = join(folder, `${name}-${sha256Hex(input.map((part) => sha256Hex(part)).join('')).slice(0, 24)}.json`);
  try {
    return await readFile(file, 'utf8');
  } catch {
    const text = await make();
    await mkdir(folder, { recursive: true });
    await writeFileWhole(file, new TextEncoder().encode(text));
    return text;
  }
}
