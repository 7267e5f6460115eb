/** What the plan holds when: held bookings, meetings and days, as schedule, day programme and calendar read them. */

import type { Exercise, ItemOf } from '../../exercise/index.ts';
import {
  isProblem,
  localDay,
  type MinuteInstant,
  minuteFromLocal,
  minuteInstant,
  minutesPerDay,
  readTimeOfDay,
} from '../../kernel/index.ts';
import type { Booking } from '../../plan/index.ts';
import type { Matter } from '../matter.ts';

/** A booking that is held, with its times. */
export type Held = Booking & { readonly start: MinuteInstant; readonly end: MinuteInstant };

/** In order of start, then of the document. */
export function heldBookings({ plan }: Pick<Matter, 'plan'>): readonly Held[] {
  return plan.bookings
    .filter((booking): booking is Held => booking.held && booking.start !== null && booking.end !== null)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

export type Meeting = ItemOf<'meetings'>;
export type Occurrence = { readonly meeting: Meeting; readonly day: number; readonly from: MinuteInstant; readonly to: MinuteInstant };

/** Every meeting on every day on which it is held, in order of time. */
export function occurrencesOf({ setting, zone, meetings }: Exercise): readonly Occurrence[] {
  return meetings.list
    .flatMap((meeting) => {
      const [first, last] = [(meeting.from ?? setting.from).at, (meeting.to ?? setting.to).at];
      const minuteOfDay = readTimeOfDay(meeting.at);
      if (isProblem(minuteOfDay) || !(first < last)) return [];
      return daysBetween(localDay(first, zone), localDay(last, zone)).flatMap((day): Occurrence[] => {
        const from = minuteFromLocal(day, minuteOfDay, zone);
        const to = minuteInstant(from + meeting.minutes);
        return first <= from && to <= last ? [{ meeting, day, from, to }] : [];
      });
    })
    .toSorted((a, b) => a.from - b.from);
}

export function daysBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, 1000)) }, (_, index) => first + index);
}

/** The local days on which a booking is held at least in part. */
export function daysOf(bookings: readonly Held[], { zone }: Exercise): readonly number[] {
  const days = bookings.flatMap(({ start, end }) => daysBetween(localDay(start, zone), localDay(minuteInstant(end - 1), zone)));
  return [...new Set(days)].toSorted((a, b) => a - b);
}

/** What of a list touches a local day. */
export function onDay<T>(
  items: readonly T[],
  day: number,
  { zone }: Exercise,
  periodOf: (item: T) => { from: number; to: number },
): readonly T[] {
  const from = minuteFromLocal(day, 0, zone);
  const to = minuteFromLocal(day + 1, 0, zone);
  return items.filter((item) => {
    const period = periodOf(item);
    return period.from < to && from < period.to;
  });
}

export const periodOfBooking = ({ start, end }: Held) => ({ from: start, to: end });
export const minutesInDay = minutesPerDay;
