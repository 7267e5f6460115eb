/** Reads written items by their schemas: values where they are whole, problems with their places where they are not. */
import { type Problem, problem, problemAt } from '../kernel/index.ts';
import type { MarkedFields } from './document.ts';
import type { Exercise, Table } from './exercise.ts';
import { type MarkVisit, markedFieldsOf } from './marked-fields.ts';
import { type CollectionName, collectionNames, collections, type ItemOf } from './nouns/collections.ts';
import { releasePolicy } from './nouns/policy.ts';
import { programme, setting } from './nouns/setting.ts';
import type { Collection, Gathered, WrittenItem } from './portions.ts';
import { itemProblems } from './schema-problems.ts';
import { requiredFields } from './schema-shape.ts';

type Tables = { readonly [N in CollectionName]: Table<ItemOf<N>> };
type Schema = (typeof collections)[CollectionName]['schema'] | typeof setting | typeof releasePolicy | typeof programme;

export type ReadItems = {
  readonly setting: Exercise['setting'] | undefined;
  readonly policy: Exercise['policy'] | undefined;
  readonly programme: Exercise['programme'];
  readonly tables: Tables;
  readonly marked: MarkedFields;
  /** The collections of which an item could not be read. */
  readonly unread: ReadonlySet<Collection>;
  readonly faults: readonly Problem[];
  /** Items (and the setting or policy) that lack required fields, where the rest may stand in a file that was not read. */
  readonly lacking: readonly { readonly item: WrittenItem; readonly problem: Problem }[];
};

const schemas: Readonly<Record<Collection, Schema>> = {
  ...(Object.fromEntries(collectionNames.map((name) => [name, collections[name].schema])) as Record<CollectionName, Schema>),
  exercise: setting,
  release: releasePolicy,
  programme,
};
/** The fields without which an item of a collection is not whole. */
export function requiredOf(collection: Collection): readonly string[] {
  return requiredFields(schemas[collection]);
}

const marksOf = new Map(Object.entries(schemas).map(([name, schema]) => [name, markedFieldsOf(schema)]));

/** Visits the marked fields of an item of a collection. */
export function visitMarks(collection: Collection, ...visited: Parameters<MarkVisit>): void {
  marksOf.get(collection)?.(...visited);
}

/** Reads all that was gathered. `whole`: every file was read, so that a missing field is a fault and not a part elsewhere. */
export function readItems(gathered: Gathered, whole: boolean): ReadItems {
  const faults: Problem[] = [];
  const lacking: { item: WrittenItem; problem: Problem }[] = [];
  const unread = new Set<Collection>();
  const marked = { references: [], instants: [], durations: [], texts: [] } as Writable<MarkedFields>;
  const read = <T extends object>(written: WrittenItem): T | undefined => {
    const result = schemas[written.collection].safeParse(written.fields);
    if (result.success) {
      collectMarks(written, result.data, marked);
      return result.data as T;
    }
    unread.add(written.collection);
    // What it names and when it is can be looked into all the same.
    collectMarks(written, written.fields, marked, 'asWritten');
    for (const found of itemProblems(result.error.issues, {
      item: written.id,
      input: written.fields,
      schema: schemas[written.collection],
    })) {
      const placed = problemAt(found.problem, written.placeOf(found.path, found.on));
      if (found.missing && !whole) lacking.push({ item: written, problem: placed });
      else faults.push(placed);
    }
    return undefined;
  };
  const single = <T extends object>(name: 'exercise' | 'release' | 'programme'): T | undefined => {
    const written = gathered.items.get(name)?.get(name);
    return written === undefined ? undefined : read<T>(written);
  };
  const table = (name: CollectionName) => {
    const byId = new Map<string, object>();
    for (const [id, written] of gathered.items.get(name) ?? []) {
      const item = read(written);
      if (item !== undefined) byId.set(id, Object.assign(item, { id }));
    }
    return { list: [...byId.values()], byId };
  };
  return {
    setting: single('exercise'),
    policy: single('release'),
    programme: single('programme'),
    tables: Object.fromEntries(collectionNames.map((name) => [name, table(name)])) as unknown as Tables,
    marked,
    unread,
    faults,
    lacking,
  };
}

/** What is wrong when something that every exercise has stands nowhere. */
export function stoodNowhere(name: 'exercise' | 'release'): Problem {
  const maybe = { key: 'document.stateInSharedFiles', values: { files: [`shared/${name}.yaml`] } };
  return problemAt(problem('document.noSuchPart', { name }, maybe), { file: `shared/${name}.yaml`, line: 1, column: 1 });
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

function collectMarks(from: WrittenItem, item: object, marked: Writable<MarkedFields>, asWritten?: 'asWritten'): void {
  const visitor: Parameters<MarkVisit>[1] = {
    reference: (kind, value, path) => marked.references.push({ from, kind, value, path }),
    instant: (value, path) => marked.instants.push({ from, value, path }),
    duration: (value, path) => marked.durations.push({ from, value, path }),
    text: (value, path) => {
      marked.texts.push({ from, value, path });
      for (const [language, { translator, checker }] of Object.entries(value.texts)) {
        if (translator !== undefined)
          marked.references.push({ from, kind: 'post', value: translator, path: [...path, 'texts', language, 'translator'] });
        if (checker !== undefined)
          marked.references.push({ from, kind: 'post', value: checker, path: [...path, 'texts', language, 'checker'] });
      }
    },
  };
  visitMarks(from.collection, item, visitor, asWritten);
}
