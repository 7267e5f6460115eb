// Sets of grid points in 32-bit words: the starts a serial may still have, cut down by what stands in the way.

export type Bits = Int32Array;

export const bitsFor = (count: number): Bits => new Int32Array((count + 31) >> 5);

export function setBit(bits: Bits, index: number): void {
  bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
}

export const hasBit = (bits: Bits, index: number): boolean => index >= 0 && ((bits[index >> 5] ?? 0) & (1 << (index & 31))) !== 0;

/** Takes out everything from an index until, not including, another; both may lie outside. */
export function clearRange(bits: Bits, from: number, until: number): void {
  const start = Math.max(from, 0);
  const end = Math.min(until, bits.length << 5);
  if (start >= end) return;
  const first = start >> 5;
  const last = (end - 1) >> 5;
  const low = -1 << (start & 31);
  const high = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) {
    bits[first] = (bits[first] ?? 0) & ~(low & high);
    return;
  }
  bits[first] = (bits[first] ?? 0) & ~low;
  for (let word = first + 1; word < last; word++) bits[word] = 0;
  bits[last] = (bits[last] ?? 0) & ~high;
}

/** Leaves only what lies in a range. */
export function keepRange(bits: Bits, from: number, until: number): void {
  clearRange(bits, 0, from);
  clearRange(bits, Math.max(0, until), bits.length << 5);
}

/** Writes the members into a list, in order, from a place in it on; returns the place after the last. */
export function membersOf(bits: Bits, into: Int32Array, at: number): number {
  let next = at;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      const bit = rest & -rest;
      into[next++] = (word << 5) + 31 - Math.clz32(bit);
      rest ^= bit;
    }
  }
  return next;
}

/** Whether anything lies in a range. */
export function hasAny(bits: Bits, from: number, until: number): boolean {
  const start = Math.max(from, 0);
  const end = Math.min(until, bits.length << 5);
  if (start >= end) return false;
  const first = start >> 5;
  const last = (end - 1) >> 5;
  const low = -1 << (start & 31);
  const high = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) return ((bits[first] ?? 0) & low & high) !== 0;
  if (((bits[first] ?? 0) & low) !== 0 || ((bits[last] ?? 0) & high) !== 0) return true;
  for (let word = first + 1; word < last; word++) if (bits[word] !== 0) return true;
  return false;
}

/** The least and the greatest member; -1 where there is none. */
export function leastOf(bits: Bits): number {
  for (let word = 0; word < bits.length; word++) {
    const rest = bits[word] ?? 0;
    if (rest !== 0) return (word << 5) + 31 - Math.clz32(rest & -rest);
  }
  return -1;
}

export function greatestOf(bits: Bits): number {
  for (let word = bits.length - 1; word >= 0; word--) {
    const rest = bits[word] ?? 0;
    if (rest !== 0) return (word << 5) + 31 - Math.clz32(rest);
  }
  return -1;
}

export function countOf(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    rest -= (rest >>> 1) & 0x55555555;
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
