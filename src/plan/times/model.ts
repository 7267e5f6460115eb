// A times problem laid out for speed: orders and lags by activity, starts as tables, resources packed several to a 32-bit word so that one
// subtraction tests them all. The mirrored model runs time backwards, so that one scheduler serves both directions.
import type { Apart, Days, Lag, Resource, TimesProblem } from './times-problem.ts';

/** Lists by activity, one behind the other: those of activity `a` are `from[a]`…`from[a + 1]`. */
export type Lists = { readonly from: Int32Array; readonly other: Int32Array; readonly amount: Int32Array; readonly most: Int32Array };

/** What an activity takes of one packed word of resources, and when. */
export type Segments = {
  readonly from: Int32Array;
  readonly pack: Int32Array;
  /** To be added to the start for the place in `room`. */
  readonly offset: Int32Array;
  readonly length: Int32Array;
  readonly need: Int32Array;
};

export type Model = {
  readonly count: number;
  readonly slots: number;
  readonly isMirrored: boolean;
  readonly duration: Int32Array;
  /** An order of activities in which nothing stands before what it waits for. */
  readonly topological: Int32Array;
  /** By activity those placed before it, and the least slots from their start to its own. */
  readonly before: Lists;
  /** By activity those that bound it otherwise, once they are placed: from `amount` to `most` slots after their start. */
  readonly bounds: Lists;
  /** By activity all that lags hold it to, whoever is placed first, as in `bounds`. */
  readonly ties: Lists;
  /** By activity those it must stay apart from: `amount` slots where it is first, `most` slots where the other is. */
  readonly apart: Lists;
  /** By activity days: `amount` is 0 for the same day, 1 for another, 2 for the next day after the other's, 3 for the day before. */
  readonly days: Lists;
  /** By activity and slot the first possible start from there on; `slots` where there is none. Shared by activities without limits. */
  readonly next: readonly Int32Array[];
  readonly segments: Segments;
  /** Guard bits of each pack, and the capacities by padded slot, guards set: those of pack `p` from `p × stride` on. */
  readonly guards: Int32Array;
  readonly room: Int32Array;
  readonly stride: number;
  readonly dayOf: Int32Array;
};

type Entry = { readonly at: number; readonly other: number; readonly amount: number; readonly most: number };

function listsOf(count: number, entries: readonly Entry[]): Lists {
  const from = new Int32Array(count + 1);
  for (const { at } of entries) from[at + 1] = (from[at + 1] ?? 0) + 1;
  for (let index = 0; index < count; index++) from[index + 1] = (from[index + 1] ?? 0) + (from[index] ?? 0);
  const heads = from.slice();
  const lists: Lists = {
    from,
    other: new Int32Array(entries.length),
    amount: new Int32Array(entries.length),
    most: new Int32Array(entries.length),
  };
  for (const { at, other, amount, most } of entries) {
    const place = heads[at] ?? 0;
    heads[at] = place + 1;
    lists.other[place] = other;
    lists.amount[place] = amount;
    lists.most[place] = most;
  }
  return lists;
}

/** Far beyond every slot, and still a small whole number. */
export const never = 1 << 28;
const clamped = (slots: number): number => Math.max(-never, Math.min(never, slots));

const models = new WeakMap<TimesProblem, Model>();

/** The model of a problem, made once. */
export function modelOf(problem: TimesProblem): Model {
  const known = models.get(problem);
  if (known !== undefined) return known;
  const { lags, apart, days, resources, starts, slots } = problem;
  const model = laidOut(problem, lags, apart, days, resources, nextTables(starts, slots), false);
  models.set(problem, model);
  return model;
}

/** The same problem with time running backwards: a start `t` becomes `slots − duration − t`. */
export function mirrored(problem: TimesProblem): Model {
  const { slots, duration } = problem;
  const lengthOf = (activity: number) => duration[activity] ?? 0;
  const lags = problem.lags.map(({ from, to, least, most }): Lag => {
    const shift = lengthOf(to) - lengthOf(from);
    return { from: to, to: from, least: least + shift, most: most + shift };
  });
  const apart = problem.apart.map(({ one, other, oneFirst, otherFirst }): Apart => {
    const shift = lengthOf(other) - lengthOf(one);
    return { one, other, oneFirst: otherFirst - shift, otherFirst: oneFirst + shift };
  });
  const resources = problem.resources.map(
    ({ capacity, uses }): Resource => ({
      capacity: capacity.toReversed(),
      uses: uses.map((use) => ({ ...use, offset: lengthOf(use.activity) - use.offset - use.length })),
    }),
  );
  const starts = problem.starts.map((bits, activity) => {
    const last = slots - lengthOf(activity);
    const turned = new Uint32Array(bits.length);
    for (let slot = 0; slot <= last; slot++)
      if (isSet(bits, slot)) turned[(last - slot) >> 5] = (turned[(last - slot) >> 5] ?? 0) | (1 << ((last - slot) & 31));
    return turned;
  });
  return laidOut(problem, lags, apart, problem.days, resources, nextTables(starts, slots), true);
}

export const isSet = (bits: Uint32Array, slot: number): boolean => (((bits[slot >> 5] ?? 0) >>> (slot & 31)) & 1) === 1;

/** One table for each set of starts that is not yet known. */
function nextTables(starts: readonly Uint32Array[], slots: number): readonly Int32Array[] {
  const known = new Map<string, Int32Array>();
  return starts.map((bits) => {
    const key = bits.join();
    const table = known.get(key) ?? new Int32Array(slots + 1).fill(slots);
    if (!known.has(key)) for (let slot = slots - 1; slot >= 0; slot--) table[slot] = isSet(bits, slot) ? slot : (table[slot + 1] ?? slots);
    known.set(key, table);
    return table;
  });
}

function laidOut(
  problem: TimesProblem,
  lags: readonly Lag[],
  apart: readonly Apart[],
  days: readonly Days[],
  resources: readonly Resource[],
  next: readonly Int32Array[],
  isMirrored: boolean,
): Model {
  const { slots, duration } = problem;
  const count = duration.length;
  // Every lag as a least distance from who is placed first; one that only asks for a most distance turns round.
  const ordered = lags.map((lag) =>
    lag.least > Number.NEGATIVE_INFINITY ? lag : { from: lag.to, to: lag.from, least: -lag.most, most: -lag.least },
  );
  const topological = topologicalOrder(count, ordered);
  const place = new Int32Array(count);
  for (const [index, activity] of topological.entries()) place[activity] = index;
  const before: Entry[] = [];
  const bounds: Entry[] = [];
  const ties: Entry[] = [];
  for (const { from, to, least, most } of ordered) {
    const isOrdered = (place[from] ?? 0) < (place[to] ?? 0);
    if (isOrdered) before.push({ at: to, other: from, amount: clamped(least), most: never });
    const both: readonly Entry[] = [
      { at: to, other: from, amount: clamped(least), most: clamped(most) },
      { at: from, other: to, amount: clamped(-most), most: clamped(-least) },
    ];
    ties.push(...both);
    if (!isOrdered || most < Number.POSITIVE_INFINITY) bounds.push(...both);
  }
  const relations = { same: [0, 0], other: [1, 1], next: [2, 3] } as const;
  return {
    count,
    slots,
    isMirrored,
    duration,
    topological,
    before: listsOf(count, before),
    bounds: listsOf(count, bounds),
    ties: listsOf(count, ties),
    apart: listsOf(
      count,
      apart.flatMap(({ one, other, oneFirst, otherFirst }): Entry[] => [
        { at: one, other, amount: clamped(oneFirst), most: clamped(otherFirst) },
        { at: other, other: one, amount: clamped(otherFirst), most: clamped(oneFirst) },
      ]),
    ),
    days: listsOf(
      count,
      days.flatMap(({ from, to, relation }): Entry[] => [
        { at: to, other: from, amount: relations[relation][0], most: 0 },
        { at: from, other: to, amount: relations[relation][1], most: 0 },
      ]),
    ),
    next,
    ...packed(count, slots, duration, resources),
    dayOf: problem.dayOf,
  };
}

/** Where orders run in a circle, its activities stand as they are numbered. */
function topologicalOrder(count: number, lags: readonly Lag[]): Int32Array {
  const waits = new Int32Array(count);
  const followers = Array.from({ length: count }, (): number[] => []);
  for (const { from, to } of lags) {
    followers[from]?.push(to);
    waits[to] = (waits[to] ?? 0) + 1;
  }
  const order: number[] = [];
  const isDone = new Uint8Array(count);
  const ready = Array.from({ length: count }, (_, activity) => activity).filter((activity) => waits[activity] === 0);
  while (order.length < count) {
    const activity = ready.shift() ?? isDone.indexOf(0);
    if (isDone[activity] === 1) continue;
    isDone[activity] = 1;
    order.push(activity);
    for (const follower of followers[activity] ?? []) {
      waits[follower] = (waits[follower] ?? 0) - 1;
      if (waits[follower] === 0) ready.push(follower);
    }
  }
  return Int32Array.from(order);
}

type Field = { readonly resource: Resource; readonly cap: number; readonly pack: number; readonly shift: number; readonly bits: number };

/** Resources side by side in words of 31 bits, each with a guard bit above it that a subtraction clears when the resource does not suffice. */
function packed(count: number, slots: number, duration: Int32Array, resources: readonly Resource[]) {
  const fields: Field[] = [];
  let [pack, shift] = [0, 0];
  let padding = 0;
  for (const resource of resources) {
    const demand = resource.uses.reduce((sum, use) => sum + use.amount, 0);
    const greatest = resource.uses.reduce((most, use) => Math.max(most, use.amount), 0);
    const most = resource.capacity.reduce((highest, room) => Math.max(highest, room), 0);
    if (demand === 0 || resource.capacity.every((room) => room >= demand)) continue;
    // More than all that is asked for is no different from that.
    const cap = Math.min(most, demand);
    const bits = 33 - Math.clz32(Math.max(cap, greatest, 1));
    if (shift + bits > 31) [pack, shift] = [pack + 1, 0];
    fields.push({ resource, cap, pack, shift, bits });
    shift += bits;
    for (const { activity, offset, length } of resource.uses)
      padding = Math.max(padding, -offset, offset + length - (duration[activity] ?? 0));
  }
  const packs = fields.length === 0 ? 0 : pack + 1;
  const guards = new Int32Array(packs);
  const stride = slots + 2 * padding + 1;
  const room = new Int32Array(packs * stride);
  const entries = new Map<string, { activity: number; pack: number; offset: number; length: number; need: number }>();
  for (const { resource, cap, pack: at, shift: by, bits } of fields) {
    const guard = 1 << (by + bits - 1);
    guards[at] = (guards[at] ?? 0) | guard;
    for (let slot = 0; slot < stride; slot++) {
      const inside = slot - padding >= 0 && slot - padding < slots;
      const left = inside ? Math.max(0, Math.min(cap, resource.capacity[slot - padding] ?? 0)) : cap;
      room[at * stride + slot] = (room[at * stride + slot] ?? 0) | guard | (left << by);
    }
    for (const { activity, amount, offset, length } of resource.uses) {
      if (amount === 0 || length <= 0) continue;
      const key = `${activity} ${at} ${offset} ${length}`;
      const entry = entries.get(key) ?? { activity, pack: at, offset, length, need: 0 };
      entry.need += amount << by;
      entries.set(key, entry);
    }
  }
  const sorted = [...entries.values()].sort(
    (a, b) => a.activity - b.activity || a.pack - b.pack || a.offset - b.offset || a.length - b.length,
  );
  const from = new Int32Array(count + 1);
  for (const { activity } of sorted) from[activity + 1] = (from[activity + 1] ?? 0) + 1;
  for (let index = 0; index < count; index++) from[index + 1] = (from[index + 1] ?? 0) + (from[index] ?? 0);
  const segments: Segments = {
    from,
    pack: Int32Array.from(sorted, (entry) => entry.pack),
    offset: Int32Array.from(sorted, (entry) => entry.pack * stride + entry.offset + padding),
    length: Int32Array.from(sorted, (entry) => entry.length),
    need: Int32Array.from(sorted, (entry) => entry.need),
  };
  return { segments, guards, room, stride };
}
