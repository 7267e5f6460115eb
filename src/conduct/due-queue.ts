/** A queue by time in which an entry may be moved or taken away: a binary heap whose outdated entries are skipped, and dropped when they come first. */
import { compareDue, type Due } from './triggers.ts';

export type Queue = {
  readonly heap: Due[];
  /** The entry that counts for a key, where it is not its first. */
  readonly latest: Map<string, Due>;
  readonly first: ReadonlyMap<string, Due>;
  /** Keys that never become due any more, and those that do not for now. */
  readonly gone: Set<string>;
  readonly shelved: Set<string>;
};

/** A queue of entries sorted by time; `first` is shared and never written. */
export function queue(sorted: readonly Due[], first: ReadonlyMap<string, Due>): Queue {
  return { heap: sorted.slice(), latest: new Map(), first, gone: new Set(), shelved: new Set() };
}

/** Whether an entry still counts. */
function counts({ latest, first, gone, shelved }: Queue, due: Due): boolean {
  return !gone.has(due.key) && !shelved.has(due.key) && (latest.get(due.key) ?? first.get(due.key)) === due;
}

/** Puts an entry in; it takes the place of any other with its key. */
export function queued(into: Queue, due: Due): void {
  into.latest.set(due.key, due);
  const { heap } = into;
  let at = heap.push(due) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || compareDue(above, due) <= 0) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = due;
  pruned(into);
}

/** Drops what no longer counts from the front, so that the first entry always counts. */
export function pruned(from: Queue): void {
  for (let top = from.heap[0]; top !== undefined && !counts(from, top); top = from.heap[0]) dropFirst(from.heap);
}

function dropFirst(heap: Due[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const [one, other] = [heap[left], heap[left + 1]];
    if (one === undefined) break;
    const [least, below] = other !== undefined && compareDue(other, one) < 0 ? [left + 1, other] : [left, one];
    if (compareDue(last, below) <= 0) break;
    heap[at] = below;
    at = least;
  }
  heap[at] = last;
}

/** The time of the first entry; null when there is none. */
export function firstAt(of: Queue): number | null {
  return of.heap[0]?.at ?? null;
}

/** All entries that are due at a time, in order; what lies below a later entry of the heap is not looked at. */
export function dueBy(of: Queue, time: number): readonly Due[] {
  const first = of.heap[0];
  if (first === undefined || first.at > time) return [];
  const found = new Set<Due>();
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const due = of.heap[at];
    if (due === undefined || due.at > time) continue;
    if (counts(of, due)) found.add(due);
    open.push(2 * at + 1, 2 * at + 2);
  }
  return [...found].sort(compareDue);
}
