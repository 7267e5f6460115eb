/** An item in parts is whole for everyone who may read any of them: what only some may read is extra, never what it cannot do without. */
import { collectionNames } from '../nouns/collections.ts';
import type { WrittenItem } from '../portions.ts';
import { requiredOf } from '../read-items.ts';
import { check, note, type Remark } from './check.ts';
import { type Covers, coversIn } from './references.ts';
import { classesHold } from './release.ts';

export const itemsAreWholeForTheirReaders = check(
  'itemsAreWholeForTheirReaders',
  'Whoever may read a part of an item may read its required fields.',
  function* (document) {
    if (!classesHold(document)) return;
    const covers = coversIn(document);
    for (const collection of ['exercise', ...collectionNames] as const) {
      for (const item of document.written(collection).values()) if (item.portions.length > 1) yield* partsNotWhole(covers, item);
    }
  },
);

function* partsNotWhole(covers: Covers, item: WrittenItem): Iterable<Remark> {
  const stated = new Set(item.portions.flatMap((portion) => portion.fields));
  const required = requiredOf(item.collection).filter((field) => stated.has(field));
  for (const portion of item.portions) {
    const readable = item.portions.filter(({ classKey }) => covers(classKey, portion.classKey));
    const lacking = required.filter((field) => !readable.some(({ fields }) => fields.includes(field)));
    if (lacking.length === 0) continue;
    const at = item.placeOf(portion.fields.slice(0, 1), 'key');
    yield note(
      at,
      'exercise.notWhole',
      { item: item.id, file: portion.file, fields: lacking },
      { key: 'exercise.moveHere', values: { file: portion.file } },
    );
  }
}
