// The document's files as a log's events leave them: adopted in their class, edited part by part so that comments last.
import { isSingletonName } from '../exercise/index.ts';
import { editYaml } from '../formats/yaml/index.ts';
import { utf8 } from '../kernel/index.ts';
import { type SourceFile, sourceFile } from './document.ts';

/** A file and the stream in which it stands. */
export type HeldFile = { readonly path: string; readonly text: string; readonly stream: string };

/** An event, as far as it may be about the document. */
export type DocumentEvent = {
  readonly stream: string;
  readonly event: { readonly type: string; readonly payload: unknown };
};

type Adopted = { readonly file: string; readonly text: string };
type Edited = {
  readonly file: string;
  readonly collection: string;
  readonly id: string;
  readonly edits: readonly { readonly path: readonly string[]; readonly value: unknown }[];
};

export const documentTypes: ReadonlySet<string> = new Set(['DocumentAdopted', 'PortionEdited']);

/** The files after these events, by path; one that was adopted empty is gone. An edit of a file that is not there tells nothing. */
export function filesAfter(
  events: Iterable<DocumentEvent>,
  before: ReadonlyMap<string, HeldFile> = new Map(),
): ReadonlyMap<string, HeldFile> {
  const files = new Map(before);
  for (const { stream, event } of events) {
    if (!documentTypes.has(event.type) || event.payload === null) continue;
    if (event.type === 'DocumentAdopted') {
      const { file, text } = event.payload as Adopted;
      if (text === '') files.delete(file);
      else files.set(file, { path: file, text, stream });
      continue;
    }
    const edited = event.payload as Edited;
    const held = files.get(edited.file);
    if (held !== undefined) files.set(edited.file, { ...held, text: textAfter(held.text, edited) });
  }
  return files;
}

function textAfter(text: string, { file, collection, id, edits }: Edited): string {
  const start = isSingletonName(collection) ? [collection] : [collection, id];
  const changes = edits.map(({ path, value }) => ({
    path: [...start, ...path],
    ...(value === null ? { remove: true as const } : { value }),
  }));
  return editYaml(text, changes, file);
}

/** The files as a document is read from them. */
export function sourcesOf(files: ReadonlyMap<string, HeldFile>): readonly SourceFile[] {
  return [...files.values()].map(({ path, text }) => sourceFile(path, utf8(text)));
}
