/** Hours that recur every day, as minutes of the local day: what two of them leave in common, and how long that lasts without a break. */
import { minutesPerDay } from '../kernel/index.ts';

/** As an author writes them: `{ from: '22:00', to: '06:00' }`; an end at or before the start is on the next day. */
export type DailyHours = { readonly from: string; readonly to: string };

/** For each minute of the local day whether it lies in one of the hours; undefined when there is no limit. */
export type OpenMinutes = Uint8Array | undefined;

export function openMinutes(hours: readonly DailyHours[]): OpenMinutes {
  if (hours.length === 0) return undefined;
  const open = new Uint8Array(minutesPerDay);
  for (const { from, to } of hours) {
    const start = minuteOf(from);
    const length = (minuteOf(to) - start + minutesPerDay) % minutesPerDay || minutesPerDay;
    for (let minute = 0; minute < length; minute++) open[(start + minute) % minutesPerDay] = 1;
  }
  return open;
}

export function inCommon(a: OpenMinutes, b: OpenMinutes): OpenMinutes {
  if (a === undefined || b === undefined) return a ?? b;
  return a.map((open, minute) => open & (b[minute] ?? 0));
}

export function isOpenAt(open: OpenMinutes, minuteOfDay: number): boolean {
  return open === undefined || open[minuteOfDay] === 1;
}

/** The most minutes in a row, across midnight; infinite when there is no limit. */
export function longestStretch(open: OpenMinutes): number {
  if (open === undefined || open.every((minute) => minute === 1)) return Number.POSITIVE_INFINITY;
  let longest = 0;
  let stretch = 0;
  for (let minute = 0; minute < 2 * minutesPerDay; minute++) {
    stretch = open[minute % minutesPerDay] === 1 ? stretch + 1 : 0;
    if (stretch > longest) longest = stretch;
  }
  return longest;
}

function minuteOf(timeOfDay: string): number {
  return Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3, 5));
}
