/** Runs checks over a document and sorts what they find into faults and notes. */
import type { Problem } from '../../kernel/index.ts';
import type { Document } from '../document.ts';
import type { Check, Remark } from './check.ts';

/**
 * A check of absence that was left out: `key` says it in words, `absent` names the owners listed of whom the
 * reader has no file: not there, or not for this reader, which is the same to a reader.
 */
export type NotChecked = { readonly check: string; readonly key: string; readonly absent: readonly string[] };

export function runChecks(
  checks: readonly Check[],
  document: Document,
  absent: readonly string[],
): { readonly faults: readonly Problem[]; readonly notes: readonly Problem[]; readonly notChecked: readonly NotChecked[] } {
  const faults: Problem[] = [];
  const notes: Problem[] = [];
  const notChecked: NotChecked[] = [];
  for (const { name, ofAbsence, find } of checks) {
    if (ofAbsence && !document.exercise.complete) {
      notChecked.push({ check: name, key: `check.${name}`, absent });
      continue;
    }
    for (const remark of find(document)) (remark.severity === 'fault' ? faults : notes).push(asProblem(remark));
  }
  return { faults, notes, notChecked };
}

function asProblem({ key, values, at, maybe }: Remark): Problem {
  return maybe === undefined ? { key, values, at } : { key, values, at, maybe };
}
