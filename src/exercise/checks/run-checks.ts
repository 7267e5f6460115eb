/** Runs checks over a document and sorts what they find into faults and notes. */
import type { Problem } from '../../kernel/index.ts';
import type { Document, ItemDocument } from '../document.ts';
import type { Collection } from '../portions.ts';
import type { Check, Remark } from './check.ts';

/**
 * A check of absence that was left out: `key` says it in words, `absent` names the owners listed of whom the
 * reader has no file: not there, or not for this reader, which is the same to a reader.
 */
export type NotChecked = { readonly check: string; readonly key: string; readonly absent: readonly string[] };

/** Runs them all but those of absence where not everything is there, and those that rest on collections with items that were not read. */
export function runChecks(
  checks: readonly Check[],
  document: Document,
  { absent, unread }: { readonly absent: readonly string[]; readonly unread: ReadonlySet<Collection> },
): { readonly faults: readonly Problem[]; readonly notes: readonly Problem[]; readonly notChecked: readonly NotChecked[] } {
  const faults: Problem[] = [];
  const notes: Problem[] = [];
  const notChecked: NotChecked[] = [];
  for (const { name, ofAbsence, restsOn, find } of checks) {
    if (ofAbsence && !document.exercise.complete) {
      notChecked.push({ check: name, key: `check.${name}`, absent });
      continue;
    }
    if (restsOn.some((collection) => unread.has(collection))) continue;
    for (const remark of find(document)) (remark.severity === 'fault' ? faults : notes).push(asProblem(remark));
  }
  return { faults, notes, notChecked };
}

/** The faults that need neither setting nor policy to be seen, where these cannot be read. */
export function runItemChecks(checks: readonly Check[], document: ItemDocument, unread: ReadonlySet<Collection>): readonly Problem[] {
  return checks.flatMap((check) => {
    if (!check.ofItems || check.restsOn.some((collection) => unread.has(collection))) return [];
    return [...check.find(document)].filter(({ severity }) => severity === 'fault').map(asProblem);
  });
}

function asProblem({ key, values, at, maybe }: Remark): Problem {
  return maybe === undefined ? { key, values, at } : { key, values, at, maybe };
}
