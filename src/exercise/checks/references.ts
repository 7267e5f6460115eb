/** What an item refers to exists, and everyone who reads the reference may read what it names. */
import { type ClassKey, readClassKey } from '../../release/index.ts';
import { coversReadersOf } from '../class-of.ts';
import { collectionOf, type Document, type ItemDocument, type Reference } from '../document.ts';
import type { WrittenItem } from '../portions.ts';
import { fieldName } from '../schema-problems.ts';
import { check, checkOfItems, fault, type Remark } from './check.ts';
import { rememberedHints } from './named-things.ts';
import { classesHold } from './release.ts';

export const everyReferenceExists = checkOfItems('everyReferenceExists', 'What an item refers to exists.', function* (document) {
  const hints = new Map<string, ReturnType<typeof rememberedHints>>();
  for (const reference of document.references) {
    const collection = collectionOf(reference.kind);
    if (collection === undefined || document.written(collection).has(reference.value)) continue;
    const hint = hints.get(collection) ?? rememberedHints(document.written(collection).keys());
    hints.set(collection, hint);
    yield fault(placeOf(reference), 'exercise.noSuch', said(reference), hint(reference.value));
  }
});

export const everyCriticalTaskExists = checkOfItems(
  'everyCriticalTaskExists',
  'A critical task is named as task/critical task, and exists.',
  function* (document) {
    const known = new Set<string>();
    for (const [id, task] of document.written('tasks')) {
      const { criticalTasks } = task.fields;
      if (typeof criticalTasks === 'object' && criticalTasks !== null)
        for (const name of Object.keys(criticalTasks)) known.add(`${id}/${name}`);
    }
    const hint = rememberedHints(known);
    for (const { item, name, path } of criticalTasksNamed(document)) {
      if (known.has(name)) continue;
      yield fault(item.placeOf(path), 'exercise.noSuch', { item: item.id, field: fieldName(path), kind: 'criticalTask', name }, hint(name));
    }
  },
);

export const nobodyReadsAReferenceInVain = check(
  'nobodyReadsAReferenceInVain',
  'A file refers only to what all its own readers may read, and only to items of shared/ or of its own folder.',
  function* (document) {
    if (!classesHold(document)) return;
    const covers = coversIn(document);
    for (const reference of document.references) {
      const collection = collectionOf(reference.kind);
      const target = collection === undefined ? undefined : document.written(collection).get(reference.value);
      if (target === undefined) continue;
      const remark = notForItsReaders(reference, target, covers);
      if (remark !== undefined) yield remark;
    }
    for (const { item, name, path } of criticalTasksNamed(document)) {
      const target = document.written('tasks').get(name.split('/')[0] ?? '');
      if (target === undefined || covers(target.classOfField('criticalTasks'), item.classOfField(String(path[0])))) continue;
      yield fault(
        item.placeOf(path),
        'exercise.mayNotName',
        { item: item.id, name, file: target.placeOf(['criticalTasks'], 'key').file },
        toShared,
      );
    }
  },
);

const toShared = { key: 'exercise.moveWhatPartnersNeed', values: {} };

export type Covers = (wide: ClassKey, narrow: ClassKey) => boolean;

function notForItsReaders(reference: Reference, target: WrittenItem, covers: Covers): Remark | undefined {
  const field = String(reference.path[0] ?? '');
  const narrow = reference.from.classOfField(field);
  const readable = target.portions.filter((portion) => covers(portion.classKey, narrow));
  const values = { item: reference.from.id, name: reference.value, file: target.portions[0]?.file ?? '' };
  if (readable.length === 0) return fault(placeOf(reference), 'exercise.mayNotName', values, toShared);
  const owner = reference.from.ownerOfField(field);
  const stands = readable.some((portion) => portion.owner === 'shared' || portion.owner === owner);
  return stands ? undefined : fault(placeOf(reference), 'exercise.namesOtherOwner', values, toShared);
}

/** Whether whoever reads the narrow class reads the wide; remembers its answers. */
export function coversIn({ facts, written }: Document): Covers {
  const answers = new Map<string, boolean>();
  return (wide, narrow) => {
    if (wide === narrow) return true;
    const key = `${wide} ${narrow}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const partyOfPost = (post: string) => textOf(written('posts').get(post)?.fields.party);
    const answer = coversReadersOf(readClassKey(wide), readClassKey(narrow), facts.scale, partyOfPost);
    answers.set(key, answer);
    return answer;
  };
}

// As written, for an item with a fault names others all the same.
function* criticalTasksNamed({ written }: ItemDocument) {
  for (const item of written('collection').values()) {
    const name = textOf(item.fields.criticalTask);
    if (name !== undefined) yield { item, name, path: ['criticalTask'] };
  }
  for (const item of written('injects').values()) {
    const { criticalTasks } = item.fields;
    for (const [index, found] of Array.isArray(criticalTasks) ? criticalTasks.entries() : []) {
      const name = textOf(found);
      if (name !== undefined) yield { item, name, path: ['criticalTasks', index] };
    }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function placeOf({ from, path }: Reference) {
  return from.placeOf(path);
}

function said({ from, path, kind, value }: Reference) {
  return { item: from.id, field: fieldName(path), kind, name: value };
}
