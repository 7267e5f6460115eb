// `new --like`: a generated exercise in the likeness of another, written as a folder that checks.

import { writeYaml } from '../formats/yaml/index.ts';
import { generate, mouldOf, plainMould } from '../plan/index.ts';
import { type Language, say } from '../words/index.ts';
import { soundDocument } from './document.ts';
import type { FileSink, LikeAnother, Told } from './use-cases.ts';

export async function newLike({ directory, ...options }: LikeAnother, language: Language, sink: FileSink): Promise<Told> {
  const mould = directory === undefined ? plainMould : mouldOf((await soundDocument(directory)).exercise);
  const { files, planted } = generate(mould, options);
  const { serials, units, tightness, seed } = options;
  const comment = say({ key: 'plan.generate.fileIsGenerated', values: { like: mould.code, seed } }, language);
  for (const { path, content } of files) await sink.write(path, `# ${comment}\n\n${writeYaml(content)}`);
  const statements = planted.map(({ id }) => id);
  return {
    json: { ok: true, files: files.map(({ path }) => path), planted: statements },
    summary: [
      { key: 'plan.generate.generated', values: { serials, units, like: mould.code, tightness: Math.round(100 * tightness), seed } },
      ...(statements.length === 0 ? [] : [{ key: 'plan.generate.planted', values: { statements } }]),
    ],
  };
}
