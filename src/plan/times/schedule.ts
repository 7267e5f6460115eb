// Serial schedule generation: places activities in the order of a list, each at the first slot that is left for it; and a schedule that
// stands, from which activities are lifted and put back one by one. Nothing is allocated while it runs.
import { type Lists, type Model, never } from './model.ts';

/** Rules that look at more than two activities at once; asked last, because it costs most. */
export type Ledger = {
  clear(): void;
  allows(activity: number, slot: number): boolean;
  take(activity: number, slot: number): void;
  drop(activity: number, slot: number): void;
};

export type Scheduler = {
  readonly model: Model;
  /**
   * Starts for all activities, each no earlier than `floor`, into `times`; returns the latest end, or −1 where an activity finds no place
   * or would end after `limit`. Nothing in `order` may stand before what it waits for.
   */
  place(order: Int32Array, floor: number, limit: number, times: Int32Array): number;
  /** Nothing stands any more. */
  clear(): void;
  /** Puts an activity where `times` has it, unasked. */
  put(activity: number, times: Int32Array): void;
  lift(activity: number, times: Int32Array): void;
  /** The first slot from `floor` on that all that stands leaves an activity that does not, so that it ends by `limit`; −1 where there is none. */
  firstFor(activity: number, floor: number, limit: number, times: Int32Array): number;
};

export function schedulerOf(model: Model, ledger: Ledger | undefined): Scheduler {
  const { count, slots, duration, before, bounds, ties, apart, days, next, segments, guards, isMirrored, dayOf } = model;
  const room = model.room.slice();
  const isPlaced = new Uint8Array(count);
  const blocked = new Int32Array((slots >> 5) + 2);
  const isBound = flagsOf(count, bounds);
  const isMarked = flagsOf(count, apart).map((flag, activity) => flag | (hasAny(days, activity) ? 1 : 0));
  const areBound = isBound.includes(1);
  const areMarked = isMarked.includes(1);

  /** Marks the slots in which the activity cannot start because of those placed already. */
  function mark(activity: number, times: Int32Array): void {
    blocked.fill(0);
    for (let at = apart.from[activity] ?? 0, to = apart.from[activity + 1] ?? 0; at < to; at++) {
      const other = apart.other[at] ?? 0;
      if (isPlaced[other] === 0) continue;
      const start = times[other] ?? 0;
      markFrom(blocked, Math.max(0, start - (apart.amount[at] ?? 0) + 1), Math.min(slots, start + (apart.most[at] ?? 0)));
    }
    for (let at = days.from[activity] ?? 0, to = days.from[activity + 1] ?? 0; at < to; at++) {
      const other = days.other[at] ?? 0;
      if (isPlaced[other] === 1) markDays(activity, days.amount[at] ?? 0, dayAt(other, times[other] ?? 0));
    }
  }

  const dayAt = (activity: number, start: number): number => dayOf[isMirrored ? slots - (duration[activity] ?? 0) - start : start] ?? 0;

  function markDays(activity: number, relation: number, day: number): void {
    const wanted = relation === 2 ? day + 1 : relation === 3 ? day - 1 : day;
    const last = slots - (duration[activity] ?? 0);
    for (let slot = 0; slot <= last; slot++)
      if ((dayAt(activity, slot) === wanted) === (relation === 1)) blocked[slot >> 5] = (blocked[slot >> 5] ?? 0) | (1 << (slot & 31));
  }

  /** The first slot from one on that the activity's own starts and the marks leave. */
  function firstOpen(table: Int32Array, from: number, isMarkedToo: boolean): number {
    let slot = from >= slots ? slots : (table[from] ?? slots);
    if (!isMarkedToo) return slot;
    while (slot < slots) {
      const word = ~(blocked[slot >> 5] ?? 0) & (-1 << (slot & 31));
      if (word !== 0) {
        const open = (slot & -32) + 31 - Math.clz32(word & -word);
        if (open === slot) return slot;
        slot = open >= slots ? slots : (table[open] ?? slots);
      } else {
        const open = (slot & -32) + 32;
        slot = open >= slots ? slots : (table[open] ?? slots);
      }
    }
    return slot;
  }

  /** The first slot from one to another at which the activity has its starts, its room and its duty. */
  function fit(activity: number, from: number, last: number, isMarkedToo: boolean): number {
    const table = next[activity] ?? none;
    const first = segments.from[activity] ?? 0;
    const end = segments.from[activity + 1] ?? 0;
    let start = firstOpen(table, from, isMarkedToo);
    while (start <= last) {
      const before = start;
      for (let at = first; at < end && start === before; at++) start = roomFrom(at, start, last);
      if (start !== before) start = firstOpen(table, start, isMarkedToo);
      else if (ledger === undefined || ledger.allows(activity, start)) return start;
      else start = firstOpen(table, start + 1, isMarkedToo);
    }
    return -1;
  }

  /** The start itself where a segment has room from it on; else a later one, before which it has none. */
  function roomFrom(segment: number, start: number, last: number): number {
    const guard = guards[segments.pack[segment] ?? 0] ?? 0;
    const need = segments.need[segment] ?? 0;
    const offset = segments.offset[segment] ?? 0;
    const low = start + offset;
    let slot = low + (segments.length[segment] ?? 0) - 1;
    while (slot >= low && (((room[slot] ?? 0) - need) & guard) === guard) slot--;
    if (slot < low) return start;
    // Past the slot that does not suffice, and past those behind it that do not either.
    const stop = last + offset;
    do slot++;
    while (slot <= stop && (((room[slot] ?? 0) - need) & guard) !== guard);
    return slot - offset;
  }

  /** Takes room from a start on, or gives it back (`sign` −1). */
  function use(activity: number, start: number, sign: number): void {
    for (let at = segments.from[activity] ?? 0, end = segments.from[activity + 1] ?? 0; at < end; at++) {
      const need = sign * (segments.need[at] ?? 0);
      const from = start + (segments.offset[at] ?? 0);
      const to = from + (segments.length[at] ?? 0);
      for (let slot = from; slot < to; slot++) room[slot] = (room[slot] ?? 0) - need;
    }
  }

  function clear(): void {
    room.set(model.room);
    isPlaced.fill(0);
    ledger?.clear();
  }

  function place(order: Int32Array, floor: number, limit: number, times: Int32Array): number {
    clear();
    let latest = 0;
    for (let index = 0; index < count; index++) {
      const activity = order[index] ?? 0;
      let start = floor;
      for (let at = before.from[activity] ?? 0, to = before.from[activity + 1] ?? 0; at < to; at++) {
        const open = (times[before.other[at] ?? 0] ?? 0) + (before.amount[at] ?? 0);
        if (open > start) start = open;
      }
      let last = limit - (duration[activity] ?? 0);
      if (areBound && isBound[activity] === 1) {
        for (let at = bounds.from[activity] ?? 0, to = bounds.from[activity + 1] ?? 0; at < to; at++) {
          const other = bounds.other[at] ?? 0;
          if (isPlaced[other] === 0) continue;
          const known = times[other] ?? 0;
          start = Math.max(start, known + (bounds.amount[at] ?? -never));
          last = Math.min(last, known + (bounds.most[at] ?? never));
        }
      }
      const isMarkedToo = areMarked && isMarked[activity] === 1;
      if (isMarkedToo) mark(activity, times);
      start = fit(activity, start, last, isMarkedToo);
      if (start < 0) return -1;
      use(activity, start, 1);
      ledger?.take(activity, start);
      isPlaced[activity] = 1;
      times[activity] = start;
      const done = start + (duration[activity] ?? 0);
      if (done > latest) latest = done;
    }
    return latest;
  }

  return {
    model,
    place,
    clear,
    put: (activity, times) => {
      const start = times[activity] ?? 0;
      use(activity, start, 1);
      ledger?.take(activity, start);
      isPlaced[activity] = 1;
    },
    lift: (activity, times) => {
      const start = times[activity] ?? 0;
      use(activity, start, -1);
      ledger?.drop(activity, start);
      isPlaced[activity] = 0;
    },
    firstFor: (activity, floor, limit, times) => {
      let [start, last] = [floor, limit - (duration[activity] ?? 0)];
      for (let at = ties.from[activity] ?? 0, to = ties.from[activity + 1] ?? 0; at < to; at++) {
        const other = ties.other[at] ?? 0;
        if (isPlaced[other] === 0) continue;
        const known = times[other] ?? 0;
        start = Math.max(start, known + (ties.amount[at] ?? -never));
        last = Math.min(last, known + (ties.most[at] ?? never));
      }
      const isMarkedToo = areMarked && isMarked[activity] === 1;
      if (isMarkedToo) mark(activity, times);
      return fit(activity, start, last, isMarkedToo);
    },
  };
}

const none = new Int32Array();
const hasAny = (lists: Lists, activity: number): boolean => (lists.from[activity + 1] ?? 0) > (lists.from[activity] ?? 0);
const flagsOf = (count: number, lists: Lists): Uint8Array => Uint8Array.from({ length: count }, (_, one) => (hasAny(lists, one) ? 1 : 0));

/** Sets the bits from one slot until, not including, another. */
export function markFrom(words: Int32Array, from: number, to: number): void {
  if (from >= to) return;
  const [first, last] = [from >> 5, (to - 1) >> 5];
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (first === last) {
    words[first] = (words[first] ?? 0) | (head & tail);
    return;
  }
  words[first] = (words[first] ?? 0) | head;
  for (let word = first + 1; word < last; word++) words[word] = -1;
  words[last] = (words[last] ?? 0) | tail;
}
