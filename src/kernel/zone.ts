// Time zones as data: an offset, and its changes where there are any. The host's zone and its tables are never asked.
import { type Weekday, weekdayOfDay } from './calendar.ts';
import { type MinuteInstant, minuteInstant, minutesPerDay } from './instant.ts';

/**
 * A zone: `offsetMinutes` ahead of UTC until the first of `changes`, then each change's from its instant on.
 * Changes stand in order of time and are at least two days apart.
 */
export type Zone = {
  readonly name: string;
  readonly offsetMinutes: number;
  readonly changes?: readonly { readonly at: MinuteInstant; readonly offsetMinutes: number }[];
};

export const utc: Zone = { name: 'Z', offsetMinutes: 0 };

/** Minutes ahead of UTC at an instant. */
export function offsetAt(zone: Zone, minute: number): number {
  const changes = zone.changes;
  let offset = zone.offsetMinutes;
  if (changes === undefined) return offset;
  for (const change of changes) {
    if (change.at > minute) break;
    offset = change.offsetMinutes;
  }
  return offset;
}

/** The military zone of a letter: A–I are 1–9 h ahead, K–M 10–12, N–Y 1–12 behind, Z is UTC; J means local, and has none. */
export function zoneOfLetter(letter: string): Zone | undefined {
  const index = letter.length === 1 ? zoneLetters.indexOf(letter) : -1;
  if (index < 0) return undefined;
  const hours = index - 12;
  return { name: letter, offsetMinutes: hours * 60 };
}

/** The letter of an offset; none for half hours and for more than twelve hours. */
export function letterOfOffset(offsetMinutes: number): string | undefined {
  return offsetMinutes % 60 === 0 ? zoneLetters[offsetMinutes / 60 + 12] : undefined;
}

// From twelve hours behind to twelve ahead.
const zoneLetters = 'YXWVUTSRQPONZABCDEFGHIKLM';

/** Whole local days since 1970-01-01. */
export function localDay(minute: MinuteInstant, zone: Zone): number {
  return Math.floor((minute + offsetAt(zone, minute)) / minutesPerDay);
}

/** Minutes since local midnight on the clock on the wall, 0–1439. */
export function minuteOfLocalDay(minute: MinuteInstant, zone: Zone): number {
  const local = minute + offsetAt(zone, minute);
  return local - Math.floor(local / minutesPerDay) * minutesPerDay;
}

export function localWeekday(minute: MinuteInstant, zone: Zone): Weekday {
  return weekdayOfDay(localDay(minute, zone));
}

/**
 * The instant of a local day and minute of day. A time that the clocks show twice is the first of the two; one that they skip is
 * moved on by as much as the clocks were.
 */
export function minuteFromLocal(day: number, minuteOfDay: number, zone: Zone): MinuteInstant {
  const local = day * minutesPerDay + minuteOfDay;
  const before = offsetAt(zone, local - minutesPerDay);
  const after = offsetAt(zone, local + minutesPerDay);
  const first = local - before;
  if (before === after || offsetAt(zone, first) === before) return minuteInstant(first);
  const second = local - after;
  return minuteInstant(offsetAt(zone, second) === after ? second : first);
}
