// Where every value of a file stands: the readers leave marks, `placesOf` answers questions about them.
import type { Place } from '../../kernel/index.ts';
import type { Lines } from './lines.ts';

/** A value's offset in the text; for a list or a map with the marks of what is in it. */
export type Mark = number | MapMark | ListMark;
export type MapMark = { readonly at: number; readonly keys: string[]; readonly keysAt: number[]; readonly values: Mark[] };
export type ListMark = { readonly at: number; readonly values: Mark[] };

/** Where a value and its key stand; an item of a list stands as its own key. A path that leads nowhere gets its nearest ancestor. */
export type PlaceOf = (path: readonly (string | number)[]) => { readonly key: Place; readonly value: Place };

export function offsetOf(mark: Mark): number {
  return typeof mark === 'number' ? mark : mark.at;
}

/** The same marks seen from another place: what an alias repeats stands where the alias stands. */
export function markedAt(mark: Mark, at: number): Mark {
  return typeof mark === 'number' ? at : { ...mark, at };
}

export function placesOf(root: Mark, lines: Lines): PlaceOf {
  return (path) => {
    let mark = root;
    let keyAt = offsetOf(root);
    for (const step of path) {
      const next = stepInto(mark, step);
      if (next === undefined) break;
      mark = next.mark;
      keyAt = next.keyAt;
    }
    return { key: lines.placeAt(keyAt), value: lines.placeAt(offsetOf(mark)) };
  };
}

function stepInto(mark: Mark, step: string | number): { readonly mark: Mark; readonly keyAt: number } | undefined {
  if (typeof mark === 'number') return undefined;
  const index = 'keys' in mark ? mark.keys.indexOf(String(step)) : Number(step);
  const value = mark.values[index];
  if (value === undefined) return undefined;
  return { mark: value, keyAt: 'keys' in mark ? (mark.keysAt[index] ?? mark.at) : offsetOf(value) };
}
