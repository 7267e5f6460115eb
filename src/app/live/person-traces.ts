// Where the document in a log speaks of a person: the events to erase, and the files as they stand without the person.
import type { LoggedEvent } from '../../conduct/index.ts';
import { editYaml, readYaml } from '../../formats/yaml/index.ts';
import { sha256Hex, utf8 } from '../../kernel/index.ts';
import type { HeldFiles } from './document-kept.ts';

type Traces = {
  readonly events: { readonly stream: string; readonly origin: string; readonly sequence: number }[];
  readonly files: { readonly file: string; readonly class: string; readonly text: string; readonly hash: string }[];
};

/** Every adoption and edit, also an earlier one, that says anything of the person; and each file that stands on one of them, as it must be adopted anew. */
export function tracesOf(person: string, past: Iterable<LoggedEvent>, held: HeldFiles): Traces {
  const events: Traces['events'] = [];
  const touched = new Set<string>();
  for (const { stream, origin, sequence, event } of past) {
    const file = fileThatSpeaks(event, person);
    if (file === undefined) continue;
    events.push({ stream, origin, sequence });
    touched.add(file);
  }
  const files = [...touched].flatMap((path) => {
    const file = held.get(path);
    if (file === undefined) return [];
    const text = editYaml(file.text, [{ path: ['persons', person], remove: true }], path);
    return [{ file: path, class: file.stream, text, hash: sha256Hex(text) }];
  });
  return { events, files };
}

function fileThatSpeaks(event: LoggedEvent['event'], person: string): string | undefined {
  if (event.payload === null) return undefined;
  if (event.type === 'DocumentAdopted') return speaksOf(event.payload.text, person) ? event.payload.file : undefined;
  if (event.type !== 'PortionEdited') return undefined;
  const { file, collection, id, edits } = event.payload;
  return collection === 'persons' && id === person && edits.some(({ value }) => value !== null) ? file : undefined;
}

function speaksOf(text: string, person: string): boolean {
  if (!text.includes(person)) return false;
  const { value } = readYaml('', utf8(text));
  const persons = typeof value === 'object' && value !== null && 'persons' in value ? value.persons : undefined;
  return typeof persons === 'object' && persons !== null && Object.hasOwn(persons, person);
}
