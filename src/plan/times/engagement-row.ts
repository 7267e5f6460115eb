// The engagements of one body in order of time, in typed arrays that grow by insertion.
import type { FixedEngagement } from './times-problem.ts';

export type Row = {
  count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly site: Int32Array;
  readonly isRest: Uint8Array;
  /** The night in which it is night work, or −1. */
  readonly night: Int32Array;
};

export function rowOf(length: number, engagements: readonly FixedEngagement[] = []): Row {
  const row: Row = {
    count: 0,
    start: new Int32Array(length),
    end: new Int32Array(length),
    site: new Int32Array(length),
    isRest: new Uint8Array(length),
    night: new Int32Array(length),
  };
  for (const { start, end, site, isRest, night } of engagements) insert(row, row.count, start, end, site, isRest ? 1 : 0, night);
  return row;
}

/** The place of an engagement that begins then. */
export function placeFor({ start, count }: Row, minute: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function insert(row: Row, place: number, start: number, end: number, site: number, isRest: number, night: number): void {
  for (let at = row.count; at > place; at--) copy(row, at - 1, row, at);
  row.count++;
  row.start[place] = start;
  row.end[place] = end;
  row.site[place] = site;
  row.isRest[place] = isRest;
  row.night[place] = night;
}

/** Takes out an engagement by its times and place. */
export function remove(row: Row, start: number, end: number, site: number): void {
  let place = placeFor(row, start);
  while (place < row.count && (row.end[place] !== end || row.site[place] !== site)) place++;
  if (place >= row.count) return;
  for (let at = place; at + 1 < row.count; at++) copy(row, at + 1, row, at);
  row.count--;
}

export function copy(from: Row, at: number, to: Row, place: number): void {
  to.start[place] = from.start[at] ?? 0;
  to.end[place] = from.end[at] ?? 0;
  to.site[place] = from.site[at] ?? 0;
  to.isRest[place] = from.isRest[at] ?? 0;
  to.night[place] = from.night[at] ?? 0;
}
