/** A check of the document: one function that reads as its sentence. */
import type { Hint, Place, ProblemValue } from '../../kernel/index.ts';
import type { Document } from '../document.ts';

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
 * all others run on any subset of the folders.
 */
export type Check = {
  readonly name: string;
  readonly sentence: string;
  readonly ofAbsence: boolean;
  readonly find: (document: Document) => Iterable<Remark>;
};

export function check(name: string, sentence: string, find: Check['find']): Check {
  return { name, sentence, ofAbsence: false, find };
}

export function checkOfAbsence(name: string, sentence: string, find: Check['find']): Check {
  return { name, sentence, ofAbsence: true, find };
}

export function fault(at: Place, key: string, values: Remark['values'], maybe?: Hint): Remark {
  return { severity: 'fault', key, values, at, maybe };
}

export function note(at: Place, key: string, values: Remark['values'], maybe?: Hint): Remark {
  return { severity: 'note', key, values, at, maybe };
}
