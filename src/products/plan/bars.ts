/** Bookings as bars of a schedule chart: a lane for each site, and one more where two bookings of a site overlap. */
import {
  civilFromDay,
  localDay,
  type MinuteInstant,
  minuteFromLocal,
  minuteInstant,
  minuteOfLocalDay,
  timeOfDayText,
} from '../../kernel/index.ts';
import type { Chart } from '../content.ts';
import type { Pen } from '../pen.ts';
import { daysBetween, type Held } from './programme.ts';

type Schedule = Extract<Chart, { kind: 'schedule' }>;
type Lane = Schedule['lanes'][number];

/** What nobody leads. */
const unled = '#64748b';

/** All of the bookings by site, with a tick for every day. */
export function chartOfDays(pen: Pen, bookings: readonly Held[]): Schedule {
  const first = localDay(minuteInstant(Math.min(...bookings.map(({ start }) => start))), pen.zone);
  const last = localDay(minuteInstant(Math.max(...bookings.map(({ end }) => end)) as MinuteInstant), pen.zone);
  const ticks = daysBetween(first, last).map((day) => ({ at: minuteFromLocal(day, 0, pen.zone), label: String(civilFromDay(day).day) }));
  const [from, to] = [minuteFromLocal(first, 0, pen.zone), minuteFromLocal(last + 1, 0, pen.zone)];
  return { kind: 'schedule', from, to, ticks, lanes: lanesBySite(pen, bookings) };
}

/** Bookings of one day by site, from the hour in which the first begins to that in which the last ends, with a tick every second hour. */
export function chartOfHours(pen: Pen, bookings: readonly Held[]): Schedule {
  const from = wholeHour(Math.min(...bookings.map(({ start }) => start)), Math.floor);
  const to = wholeHour(Math.max(...bookings.map(({ end }) => end)), Math.ceil);
  const every = to - from > 20 * 60 ? 180 : 120;
  const ticks = Array.from({ length: Math.ceil((to - from) / every) }, (_, index) => {
    const at = minuteInstant(from + index * every);
    return { at, label: timeOfDayText(minuteOfLocalDay(at, pen.zone)) };
  });
  return { kind: 'schedule', from, to, ticks, lanes: lanesBySite(pen, bookings) };
}

const wholeHour = (minute: number, round: (value: number) => number): number => round(minute / 60) * 60;

function lanesBySite(pen: Pen, bookings: readonly Held[]): readonly Lane[] {
  const { exercise } = pen.matter;
  const order = exercise.sites.list.map(({ id }) => id);
  const sites = [...new Set(bookings.map(({ site }) => site ?? ''))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return sites.flatMap((site) => {
    const label = site === '' ? '–' : pen.name('sites', site);
    const held = bookings.filter((booking) => (booking.site ?? '') === site);
    return withoutOverlap(held).map((lane, index) => ({
      label: index === 0 ? label : '',
      bars: lane.map((booking) => barOf(pen, booking)),
    }));
  });
}

/** Puts each booking into the first lane that is free, so that no bar hides another. */
function withoutOverlap(bookings: readonly Held[]): readonly (readonly Held[])[] {
  const lanes: Held[][] = [];
  for (const booking of bookings) {
    const free = lanes.find((lane) => (lane.at(-1)?.end ?? 0) <= booking.start);
    if (free === undefined) lanes.push([booking]);
    else free.push(booking);
  }
  return lanes;
}

function barOf(pen: Pen, booking: Held): Lane['bars'][number] {
  const { exercise } = pen.matter;
  pen.useBooking(booking);
  const party = booking.lead === null ? undefined : exercise.units.byId.get(booking.lead)?.party;
  const colour = party === undefined ? undefined : exercise.parties.byId.get(party)?.colour;
  if (party !== undefined && colour !== undefined) pen.use('parties', party, 'colour');
  return { from: booking.start, to: booking.end, label: booking.serial, tone: colour ?? unled };
}
