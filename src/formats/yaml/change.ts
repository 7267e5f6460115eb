// The smallest changes that lead from one value to another, so that an edit touches no more of a text than it must.
import { entriesOf, isCollection } from './write-yaml.ts';

export type Path = readonly (string | number)[];

export type Change =
  /** Another value in place of one that is there. */
  | { readonly kind: 'replace'; readonly path: Path; readonly value: unknown }
  /** An entry or item less. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** Entries more at the end of a map; `after` is the last key that stays, none if none does. */
  | { readonly kind: 'addEntries'; readonly path: Path; readonly after: string | undefined; readonly entries: readonly [string, unknown][] }
  /** Items more in a list, before the item that stood at `index`. */
  | { readonly kind: 'addItems'; readonly path: Path; readonly index: number; readonly items: readonly unknown[] };

/** The changes from one value to another. Lists keep what they have in common at both ends. */
export function changesBetween(from: unknown, to: unknown, path: Path = []): Change[] {
  if (isSame(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to) && from.length > 0 && to.length > 0) return listChanges(from, to, path);
  const areMaps = isCollection(from) && isCollection(to) && !Array.isArray(from) && !Array.isArray(to);
  if (areMaps && entriesOf(from).length > 0 && entriesOf(to).length > 0) return mapChanges(from, to, path);
  return [{ kind: 'replace', path, value: to }];
}

function mapChanges(from: object, to: object, path: Path): Change[] {
  const before = new Map(entriesOf(from));
  const after = new Map(entriesOf(to));
  const changes: Change[] = [];
  let lastKept: string | undefined;
  for (const [key, value] of before) {
    if (after.has(key)) {
      lastKept = key;
      changes.push(...changesBetween(value, after.get(key), [...path, key]));
    } else changes.push({ kind: 'remove', path: [...path, key] });
  }
  const entries = [...after].filter(([key]) => !before.has(key));
  if (lastKept === undefined) return [{ kind: 'replace', path, value: to }];
  if (entries.length > 0) changes.push({ kind: 'addEntries', path, after: lastKept, entries });
  return changes;
}

function listChanges(from: readonly unknown[], to: readonly unknown[], path: Path): Change[] {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && isSame(from[head], to[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(from[from.length - 1 - tail], to[to.length - 1 - tail])) tail++;
  const changes: Change[] = [];
  const both = shorter - tail;
  for (let index = head; index < both; index++) changes.push(...changesBetween(from[index], to[index], [...path, index]));
  for (let index = both; index < from.length - tail; index++) changes.push({ kind: 'remove', path: [...path, index] });
  const items = to.slice(both, to.length - tail);
  if (items.length > 0) changes.push({ kind: 'addItems', path, index: both, items });
  return changes;
}

/** Whether two plain values say the same; the order of a map's keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isCollection(one) || !isCollection(other)) return (one ?? null) === (other ?? null);
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSame(item, other[index]));
  }
  const entries = entriesOf(one);
  if (entries.length !== entriesOf(other).length) return false;
  const map = other as Readonly<Record<string, unknown>>;
  return entries.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, map[key]));
}
