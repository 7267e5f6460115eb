/** A check of the document: one function that reads as its sentence. */
import type { Hint, Place, ProblemValue } from '../../kernel/index.ts';
import type { Document, ItemDocument } from '../document.ts';
import type { Collection } from '../portions.ts';

/** What a check found: a fault, or a note that is advice only. */
export type Remark = {
  readonly severity: 'fault' | 'note';
  readonly key: string;
  readonly values: Readonly<Record<string, ProblemValue>>;
  readonly at: Place;
  readonly maybe?: Hint | undefined;
};

/**
 * A check. One of absence ("no serial touches this objective") concludes from what is not there, and so runs only when everything is there;
 * all others run on any subset of the folders. One that `restsOn` collections concludes from all their items, and so waits until each can be
 * read: one slip is one fault. One of items looks at no setting and no policy, and runs also where these cannot be read.
 */
export type Check = {
  readonly name: string;
  readonly sentence: string;
  readonly ofAbsence: boolean;
  readonly restsOn: readonly Collection[];
} & (
  | { readonly ofItems: false; readonly find: (document: Document) => Iterable<Remark> }
  | { readonly ofItems: true; readonly find: (document: ItemDocument) => Iterable<Remark> }
);

type FindIn<D> = (document: D) => Iterable<Remark>;

export function check(name: string, sentence: string, find: FindIn<Document>, restsOn: readonly Collection[] = []): Check {
  return { name, sentence, ofAbsence: false, restsOn, ofItems: false, find };
}

export function checkOfItems(name: string, sentence: string, find: FindIn<ItemDocument>, restsOn: readonly Collection[] = []): Check {
  return { name, sentence, ofAbsence: false, restsOn, ofItems: true, find };
}

export function checkOfAbsence(name: string, sentence: string, restsOn: readonly Collection[], find: FindIn<Document>): Check {
  return { name, sentence, ofAbsence: true, restsOn, ofItems: false, find };
}

export function fault(at: Place, key: string, values: Remark['values'], maybe?: Hint): Remark {
  return { severity: 'fault', key, values, at, maybe };
}

export function note(at: Place, key: string, values: Remark['values'], maybe?: Hint): Remark {
  return { severity: 'note', key, values, at, maybe };
}
