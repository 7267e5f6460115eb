/** The document while it is being read: the exercise made of it, and what the exercise no longer shows: who refers to what, and where everything stands. */
import type { Place } from '../kernel/index.ts';
import type { Exercise } from './exercise.ts';
import type { ClassFacts } from './file-class.ts';
import { collectionNames, collections } from './nouns/collections.ts';
import type { NounKind, Span, Translated, When } from './nouns/field.ts';
import type { ParsedFile, Path } from './parsed-file.ts';
import type { Collection, WrittenItem } from './portions.ts';

/** A marked field of an item that was read. */
export type Marked<T> = { readonly from: WrittenItem; readonly path: Path; readonly value: T };
export type Reference = Marked<string> & { readonly kind: NounKind };

export type MarkedFields = {
  readonly references: readonly Reference[];
  readonly instants: readonly Marked<When>[];
  readonly durations: readonly Marked<Span>[];
  readonly texts: readonly Marked<Translated>[];
};

export type Document = ItemDocument & {
  readonly exercise: Exercise;
  readonly facts: ClassFacts;
};

/** What there is of the exercise where its setting or policy cannot be read: times have no instants, files no classes. */
export type Items = Omit<Exercise, 'setting' | 'zone' | 'policy'>;

/** The document as far as it stands without setting and policy. */
export type ItemDocument = MarkedFields & {
  readonly exercise: Items;
  readonly files: readonly ParsedFile[];
  /** Every item as written, also those with faults of their own: a fault in an item is not a missing item. */
  readonly written: (collection: Collection) => ReadonlyMap<string, WrittenItem>;
  readonly placeOf: (collection: Collection, id: string, path?: Path, on?: 'key' | 'value') => Place;
};

const collectionByKind = new Map<NounKind, Collection>(collectionNames.map((name) => [collections[name].kind, name]));

/** The collection in which a kind of thing is declared; none for anchors and zones, which stand inside others. */
export function collectionOf(kind: NounKind): Collection | undefined {
  return collectionByKind.get(kind);
}
