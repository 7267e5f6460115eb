/** Gathers what the files say of each item: its parts, their fields put together, and where each field stands. Nothing is read by schema yet. */
import { canonicalJson, nearest, type Place, type Problem, problem, problemAt, sha256Hex } from '../kernel/index.ts';
import type { ClassKey } from '../release/index.ts';
import type { Portion } from './exercise.ts';
import { type CollectionName, collectionNames } from './nouns/collections.ts';
import { ownerName, ownerOf, type ParsedFile, type Path } from './parsed-file.ts';
import { dataFault } from './plain-data.ts';

export const singletonNames = ['exercise', 'release', 'programme'] as const;
export type SingletonName = (typeof singletonNames)[number];
export type Collection = CollectionName | SingletonName;

/** An item as written: the fields of all its parts. */
export type WrittenItem = {
  readonly collection: Collection;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly portions: readonly Portion[];
  /** The place of a field, a value below it, or (empty path) of the item itself. */
  readonly placeOf: (path: Path, on?: 'key' | 'value') => Place;
  /** The class of the file in which a field stands. */
  readonly classOfField: (field: string) => ClassKey;
  readonly ownerOfField: (field: string) => string;
};

export type Gathered = {
  readonly items: ReadonlyMap<Collection, ReadonlyMap<string, WrittenItem>>;
  readonly faults: readonly Problem[];
};

/** Files must stand in reading order; `classes` gives each file's class. */
export function gatherPortions(files: readonly ParsedFile[], classes: ReadonlyMap<string, ClassKey>): Gathered {
  const faults: Problem[] = [];
  const items = new Map<Collection, Map<string, ItemInMaking>>();
  for (const file of files) {
    const classKey = classes.get(file.path);
    const owner = ownerOf(file.path);
    if (classKey === undefined || owner === undefined) continue;
    const source = { file, classKey, owner: ownerName(owner) };
    for (const [name, value] of entriesOf(file.value, () => faults.push(fileNotMap(file)))) {
      if (name === 'class') {
        if (file.classKey === undefined) faults.push(problemAt(problem('document.classNotFirst', {}), file.places([name]).key));
      } else if (isSingletonName(name)) {
        addPart(itemIn(items, name, name), source, value, [name], faults);
      } else if (isCollection(name)) {
        const notMap = () => faults.push(problemAt(problem('document.collectionNotMap', { collection: name }), file.places([name]).value));
        for (const [id, part] of entriesOf(value, notMap)) {
          const strange = strangeIdentifier(id);
          if (strange !== undefined) faults.push(problemAt(strange, file.places([name, id]).key));
          else addPart(itemIn(items, name, id), source, part, [name, id], faults);
        }
      } else faults.push(problemAt(unknownCollection(name), file.places([name]).key));
    }
  }
  return { items: withoutEmpty(items), faults };
}

type Source = { readonly file: ParsedFile; readonly classKey: ClassKey; readonly owner: string };

class ItemInMaking implements WrittenItem {
  readonly collection: Collection;
  readonly id: string;
  readonly fields: Record<string, unknown> = {};
  readonly portions: Portion[] = [];
  private readonly sources: Source[] = [];
  private readonly sourceOf = new Map<string, Source>();

  constructor(collection: Collection, id: string) {
    this.collection = collection;
    this.id = id;
  }

  add(source: Source, part: Readonly<Record<string, unknown>>, faults: Problem[]): void {
    const { file, owner, classKey } = source;
    this.sources.push(source);
    this.portions.push(portionOf({ collection: this.collection, id: this.id, file: file.path, owner, classKey }, part));
    for (const [field, value] of Object.entries(part)) {
      const before = this.sourceOf.get(field);
      if (before === undefined) {
        this.sourceOf.set(field, source);
        this.fields[field] = value;
      } else faults.push(this.statedTwice(field, before, source));
    }
  }

  readonly placeOf = (path: Path, on: 'key' | 'value' = 'value'): Place => {
    const [field] = path;
    const source = (field === undefined ? undefined : this.sourceOf.get(String(field))) ?? this.sources[0];
    if (source === undefined) return { file: 'shared/exercise.yaml', line: 1, column: 1 };
    const places = source.file.places([...this.start(), ...path]);
    return path.length === 0 ? places.key : places[on];
  };

  readonly classOfField = (field: string): ClassKey => (this.sourceOf.get(field) ?? this.sources[0])?.classKey ?? ('' as ClassKey);
  readonly ownerOfField = (field: string): string => (this.sourceOf.get(field) ?? this.sources[0])?.owner ?? 'shared';

  private start(): Path {
    return isSingletonName(this.collection) ? [this.collection] : [this.collection, this.id];
  }

  private statedTwice(field: string, before: Source, again: Source): Problem {
    const path = [...this.start(), field];
    const first = before.file.places(path).key;
    const values = { item: this.id, field, first: `${first.file}:${first.line}` };
    return problemAt(problem('document.statedTwice', values, { key: 'document.partsOnlyAdd', values: {} }), again.file.places(path).key);
  }
}

// The hash costs more than all the rest of reading, and most readings show none: it is made when it is asked for.
function portionOf(of: Omit<Portion, 'hash' | 'fields'>, part: Readonly<Record<string, unknown>>): Portion {
  let hash: string | undefined;
  return {
    ...of,
    fields: Object.keys(part),
    get hash() {
      hash ??= sha256Hex(canonicalJson(part));
      return hash;
    },
  };
}

function addPart(item: ItemInMaking, source: Source, part: unknown, path: Path, faults: Problem[]): void {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) {
    faults.push(problemAt(problem('document.itemNotMap', { item: item.id }), source.file.places(path).value));
    return;
  }
  const fault = dataFault(part);
  if (fault !== undefined) {
    faults.push(problemAt(fault.problem, source.file.places([...path, ...fault.path]).value));
    return;
  }
  const fields = part as Readonly<Record<string, unknown>>;
  item.add(source, fields, faults);
}

function itemIn(items: Map<Collection, Map<string, ItemInMaking>>, collection: Collection, id: string): ItemInMaking {
  const table = items.get(collection) ?? new Map<string, ItemInMaking>();
  items.set(collection, table);
  const item = table.get(id) ?? new ItemInMaking(collection, id);
  table.set(id, item);
  return item;
}

function withoutEmpty(
  items: ReadonlyMap<Collection, ReadonlyMap<string, ItemInMaking>>,
): ReadonlyMap<Collection, ReadonlyMap<string, WrittenItem>> {
  return new Map([...items].map(([name, table]) => [name, new Map([...table].filter(([, item]) => item.portions.length > 0))]));
}

function entriesOf(value: unknown, notMap: () => void): readonly (readonly [string, unknown])[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
  notMap();
  return [];
}

export function isSingletonName(name: string): name is SingletonName {
  return (singletonNames as readonly string[]).includes(name);
}

function isCollection(name: string): name is CollectionName {
  return (collectionNames as readonly string[]).includes(name);
}

// A slash divides a task from its critical task; a colon an audience's kind from its name.
function strangeIdentifier(id: string): Problem | undefined {
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u.test(id) && id.length <= 64) return undefined;
  return problem(
    'document.strangeIdentifier',
    { id: id.slice(0, 80) },
    { key: 'document.identifierForm', values: { example: 'BLR-REC-1' } },
  );
}

function unknownCollection(name: string): Problem {
  const names = ['class', ...singletonNames, ...collectionNames];
  const meant = nearest(name, names);
  const maybe =
    meant === undefined ? { key: 'document.allowedValues', values: { values: names } } : { key: 'kernel.meant', values: { name: meant } };
  return problem('document.unknownCollection', { name: name.slice(0, 80) }, maybe);
}

function fileNotMap(file: ParsedFile): Problem {
  return problemAt(problem('document.fileNotMap', {}, { key: 'document.startWithCollection', values: {} }), file.places([]).value);
}
