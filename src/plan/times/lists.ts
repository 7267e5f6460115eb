// Activity lists: orders in which nothing stands before what it waits for, made from priorities, crossed and shaken.
import type { Random } from '../../kernel/index.ts';
import type { Model } from './model.ts';

/** By activity the least slots from the start of everything to its own start, and from its own start to the end of everything. */
export function headsAndTails({ count, topological, before, duration }: Model): { readonly heads: Int32Array; readonly tails: Int32Array } {
  const heads = new Int32Array(count);
  const tails = Int32Array.from(duration);
  for (let index = 0; index < count; index++) {
    const activity = topological[index] ?? 0;
    for (let at = before.from[activity] ?? 0; at < (before.from[activity + 1] ?? 0); at++)
      heads[activity] = Math.max(heads[activity] ?? 0, (heads[before.other[at] ?? 0] ?? 0) + (before.amount[at] ?? 0));
  }
  for (let index = count - 1; index >= 0; index--) {
    const activity = topological[index] ?? 0;
    for (let at = before.from[activity] ?? 0; at < (before.from[activity + 1] ?? 0); at++) {
      const earlier = before.other[at] ?? 0;
      tails[earlier] = Math.max(tails[earlier] ?? 0, (before.amount[at] ?? 0) + (tails[activity] ?? 0));
    }
  }
  return { heads, tails };
}

/** The list by priority, least first; who waits for somebody of a higher number takes that number. `keys` are changed. */
export function listBy({ count, topological, before }: Model, keys: Float64Array, list: Int32Array): void {
  for (let index = 0; index < count; index++) {
    const activity = topological[index] ?? 0;
    for (let at = before.from[activity] ?? 0; at < (before.from[activity + 1] ?? 0); at++)
      keys[activity] = Math.max(keys[activity] ?? 0, keys[before.other[at] ?? 0] ?? 0);
  }
  const place = new Int32Array(count);
  for (let index = 0; index < count; index++) place[topological[index] ?? 0] = index;
  list.set(topological);
  list.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || (place[one] ?? 0) - (place[other] ?? 0));
}

/** A number from 0 on and below n, quickly; the least bias that 32 bits leave does not matter here. */
export const quickly = (random: Random, n: number): number => Math.floor((random.uint32() / 4294967296) * n);

/** The first list up to one place, then what the second has next up to another, then the rest as the first has it. */
export function crossed(first: Int32Array, second: Int32Array, from: number, to: number, isTaken: Uint8Array, child: Int32Array): void {
  const count = first.length;
  isTaken.fill(0);
  let made = 0;
  for (; made < from; made++) {
    const activity = first[made] ?? 0;
    child[made] = activity;
    isTaken[activity] = 1;
  }
  for (let index = 0; index < count && made < to; index++) {
    const activity = second[index] ?? 0;
    if (isTaken[activity] === 1) continue;
    child[made++] = activity;
    isTaken[activity] = 1;
  }
  for (let index = from; made < count; index++) {
    const activity = first[index] ?? 0;
    if (isTaken[activity] === 1) continue;
    child[made++] = activity;
    isTaken[activity] = 1;
  }
}

/** Swaps neighbours of the list here and there, each with one chance in so many, where neither waits for the other. */
export function shaken({ before }: Model, list: Int32Array, oneIn: number, random: Random): void {
  for (let index = quickly(random, 2 * oneIn); index + 1 < list.length; index += 1 + quickly(random, 2 * oneIn - 1)) {
    const [first, second] = [list[index] ?? 0, list[index + 1] ?? 0];
    if (isBefore(before, first, second)) continue;
    list[index] = second;
    list[index + 1] = first;
  }
}

function isBefore(before: Model['before'], first: number, second: number): boolean {
  for (let at = before.from[second] ?? 0, to = before.from[second + 1] ?? 0; at < to; at++) if (before.other[at] === first) return true;
  return false;
}
