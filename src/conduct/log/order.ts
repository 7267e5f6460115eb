// The order of events: an origin's clock rises strictly with every change, and (time, origin, stream, sequence) is total.
// Live state, export and replay all fold in exactly this order.
import type { MicroInstant } from '../../kernel/index.ts';
import type { EventId } from './envelope.ts';

/** What an event's place in the total order is read from. */
export type Placed = EventId & { readonly time: MicroInstant };

/** The time of an origin's next change: now, or the least after the last one when the host's clock stood still or went back. */
export function nextTime(previous: MicroInstant | null, now: MicroInstant): MicroInstant {
  return previous === null || now > previous ? now : ((previous + 1) as MicroInstant);
}

/** Negative when `a` comes first, positive when `b` does, 0 for one and the same event. Texts compare by UTF-16 code units. */
export function compareOrder(a: Placed, b: Placed): number {
  if (a.time !== b.time) return a.time - b.time;
  if (a.origin !== b.origin) return a.origin < b.origin ? -1 : 1;
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.sequence - b.sequence;
}

/** Merges sources that are each in total order into one that is; an event held by several sources comes as often. */
export function* merged<T extends Placed>(sources: Iterable<Iterable<T>>): Generator<T, void, undefined> {
  const heap = new Heap<T>();
  for (const source of sources) heap.advance(source[Symbol.iterator]());
  for (let top = heap.top(); top !== undefined; top = heap.top()) {
    yield top.value;
    heap.replaceTop();
  }
}

type Cursor<T> = { value: T; readonly rest: Iterator<T> };

// A binary heap: a log may have hundreds of streams, and a linear look at all of them for every event would tell.
class Heap<T extends Placed> {
  readonly #cursors: Cursor<T>[] = [];

  top(): Cursor<T> | undefined {
    return this.#cursors[0];
  }

  advance(rest: Iterator<T>): void {
    const first = rest.next();
    if (first.done === true) return;
    this.#cursors.push({ value: first.value, rest });
    this.#rise(this.#cursors.length - 1);
  }

  replaceTop(): void {
    const top = this.#cursors[0];
    if (top === undefined) return;
    const next = top.rest.next();
    if (next.done !== true) top.value = next.value;
    else {
      const last = this.#cursors.pop();
      if (last === undefined || last === top) return;
      this.#cursors[0] = last;
    }
    this.#sink(0);
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#swapUnlessOrdered(parent, at)) return;
      at = parent;
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      const least = this.#isBefore(left + 1, left) ? left + 1 : left;
      if (least >= this.#cursors.length || !this.#swapUnlessOrdered(at, least)) return;
      at = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#cursors[a], this.#cursors[b]];
    return first !== undefined && second !== undefined && compareOrder(first.value, second.value) < 0;
  }

  #swapUnlessOrdered(upper: number, lower: number): boolean {
    const [above, below] = [this.#cursors[upper], this.#cursors[lower]];
    if (above === undefined || below === undefined || compareOrder(above.value, below.value) <= 0) return false;
    this.#cursors[upper] = below;
    this.#cursors[lower] = above;
    return true;
  }
}

/** The most that events from elsewhere may push an origin's clock ahead of the time at hand. */
export const mostAdvanceMicros = 60_000_000;

/** What an import does to a clock: its new value, and by how much events lay further ahead than a clock follows. */
export type ClockAfterImport = { readonly clock: MicroInstant | null; readonly beyondMicros: number };

/**
 * The clock of an origin that took in events of others, so that what it decides next comes after what it has seen.
 * It follows at most 60 s past `now`; what lies beyond is returned to be recorded and shown.
 */
export function clockAfterImport(clock: MicroInstant | null, now: MicroInstant, latest: MicroInstant): ClockAfterImport {
  const limit = now + mostAdvanceMicros;
  const followed = Math.min(latest, limit) as MicroInstant;
  return {
    clock: clock === null || followed > clock ? followed : clock,
    beyondMicros: Math.max(0, latest - limit),
  };
}
