// Sorted lists of disjoint intervals of minutes, from a minute until, not including, another: what windows, hours, light and closures become.
import { localDay, type MinuteInstant, minuteFromLocal, readTimeOfDay, type Zone } from '../../kernel/index.ts';

export type Interval = readonly [from: number, to: number];
export type Intervals = readonly Interval[];

export function merged(intervals: Iterable<Interval>): Intervals {
  const found: [number, number][] = [];
  for (const [from, to] of [...intervals].filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

export function contains(intervals: Intervals, from: number, to: number): boolean {
  const at = firstEndingAfter(intervals, from);
  const one = intervals[at];
  return one !== undefined && one[0] <= from && to <= one[1];
}

export function overlaps(intervals: Intervals, from: number, to: number): boolean {
  const one = intervals[firstEndingAfter(intervals, from)];
  return one !== undefined && one[0] < to;
}

function firstEndingAfter(intervals: Intervals, minute: number): number {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle]?.[1] ?? 0) > minute) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function intersection(one: Intervals, other: Intervals): Intervals {
  const found: Interval[] = [];
  for (let [at, against] = [0, 0]; at < one.length && against < other.length; ) {
    const [first, second] = [one[at], other[against]];
    if (first === undefined || second === undefined) break;
    const from = Math.max(first[0], second[0]);
    const to = Math.min(first[1], second[1]);
    if (from < to) found.push([from, to]);
    if (first[1] <= second[1]) at++;
    else against++;
  }
  return found;
}

/** Of some minutes those from which a stretch, begun so much later, lies inside one of the intervals. */
export function startsInside(may: Intervals, intervals: Intervals, later: number, length: number): Intervals {
  const found: Interval[] = [];
  for (const [first, end] of may) {
    for (let at = firstEndingAfter(intervals, first + later); at < intervals.length; at++) {
      const [from, to] = intervals[at] ?? [end, end];
      if (from - later >= end) break;
      const [a, b] = [Math.max(first, from - later), Math.min(end, to - later - length + 1)];
      if (a < b) found.push([a, b]);
    }
  }
  return found;
}

/** Of some minutes those from which a stretch touches none of the intervals. */
export function startsOutside(may: Intervals, intervals: Intervals, length: number): Intervals {
  const found: Interval[] = [];
  for (const [first, end] of may) {
    let open = first;
    for (let at = firstEndingAfter(intervals, first); at < intervals.length; at++) {
      const [from, to] = intervals[at] ?? [end, end];
      if (from - length + 1 >= end) break;
      if (from - length + 1 > open) found.push([open, from - length + 1]);
      open = Math.max(open, to);
    }
    if (open < end) found.push([open, end]);
  }
  return found;
}

export function complement(intervals: Intervals, [from, to]: Interval): Intervals {
  const found: Interval[] = [];
  let open = from;
  for (const [start, end] of intervals) {
    if (start > open) found.push([open, Math.min(start, to)]);
    open = Math.max(open, end);
  }
  if (open < to) found.push([open, to]);
  return merged(found);
}

/** Daily hours over a span of days; an end at or before the start is on the next day. */
export function daily(
  hours: { readonly from: string; readonly to: string },
  [from, to]: Interval,
  zone: Zone,
  isDay: (day: number) => boolean = () => true,
): Intervals {
  const opens = minuteOfDay(hours.from);
  const closes = minuteOfDay(hours.to);
  const found: Interval[] = [];
  for (let day = localDay(from as MinuteInstant, zone) - 1; day <= localDay(to as MinuteInstant, zone) + 1; day++) {
    if (!isDay(day)) continue;
    found.push([minuteFromLocal(day, opens, zone), minuteFromLocal(closes > opens ? day : day + 1, closes, zone)]);
  }
  return merged(found);
}

export function minuteOfDay(text: string): number {
  const minutes = readTimeOfDay(text);
  return typeof minutes === 'number' ? minutes : 0;
}
