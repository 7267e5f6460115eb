/** Whether a serial, seen by itself, can be held at a site at all: opening, daily hours, its window and its light. */
import { type LightPeriod, type MinuteInstant, minuteInstant, minuteOfLocalDay, minutesPerDay } from '../kernel/index.ts';
import { inCommon, longestStretch, type OpenMinutes, openMinutes } from './daily-hours.ts';
import type { Exercise, Serial, Site } from './exercise.ts';
import { lightPeriodsAtSite } from './light-at-site.ts';
import { serialMinutes } from './serial-minutes.ts';

export type Possibility = 'possible' | 'hoursTooShort' | 'noLight' | 'neverOpen';

// A year shows every light there is; a longer window adds nothing.
const longestLook = 400 * minutesPerDay;

/** Remembers what does not depend on the serial, for one pass over all serials. */
export function possibleTimes(exercise: Exercise): (serial: Serial, site: Site) => Possibility {
  const light = new Map<string, readonly LightPeriod[]>();
  const stretches = new Map<string, { readonly longest: number; readonly from: (minuteOfDay: number) => number }>();
  const openHours = (serial: Serial, site: Site) => {
    const key = `${site.id} ${serial.hours?.from ?? ''} ${serial.hours?.to ?? ''}`;
    const known =
      stretches.get(key) ?? stretchesOf(inCommon(openMinutes(site.opening), openMinutes(serial.hours === undefined ? [] : [serial.hours])));
    stretches.set(key, known);
    return known;
  };
  const [first, last] = [exercise.setting.from.at, upTo(exercise.setting.from.at, exercise.setting.to.at)];
  // Windows differ from serial to serial; the sun at a site is looked at once for all of them.
  const lightOf = (site: Site, from: MinuteInstant, to: MinuteInstant): readonly LightPeriod[] => {
    if (from < first || to > last) return lightPeriodsAtSite(exercise, site, from, to);
    const known = light.get(site.id) ?? lightPeriodsAtSite(exercise, site, first, last);
    light.set(site.id, known);
    return known.filter((period) => period.from < to && period.to > from).map((period) => within(period, from, to));
  };
  return (serial, site) => {
    const { setUp, brief, run, debrief, total } = serialMinutes(serial);
    const [from, to] = windowOf(exercise, serial);
    if (!Number.isFinite(total) || !(from < to)) return 'possible';
    const open = openHours(serial, site);
    if (open.longest < total) return 'hoursTooShort';
    const periods = serial.light === undefined ? [{ from, to }] : lightOf(site, from, to).filter((period) => period.light === serial.light);
    const before = setUp + brief;
    const step = serial.at === undefined ? exercise.setting.gridMinutes : 1;
    for (const period of periods) {
      const first = Math.max(Math.ceil(period.from / step) * step, from + (serial.at === undefined ? before : 0));
      for (let start = first; start + run <= period.to; start += step) {
        if (serial.at === undefined && start + run + debrief > to) break;
        const begins = minuteInstant(start - before);
        if (open.from(minuteOfLocalDay(begins, exercise.zone)) >= total && isOpenOn(site, begins, begins + total)) return 'possible';
      }
    }
    return serial.light !== undefined && !periods.some((period) => period.to - period.from >= run) ? 'noLight' : 'neverOpen';
  };
}

// From when to when the run may lie: a fixed serial's own run; else the whole serial's window.
function windowOf(exercise: Exercise, serial: Serial): readonly [MinuteInstant, MinuteInstant] {
  if (serial.at !== undefined) {
    const end = serial.at.at + serial.run.minutes;
    return [serial.at.at, Number.isFinite(end) ? minuteInstant(end) : serial.at.at];
  }
  const from = serial.startsFrom?.at ?? exercise.setting.from.at;
  const to = serial.endsBy?.at ?? exercise.setting.to.at;
  return [from, upTo(from, to)];
}

function upTo(from: MinuteInstant, to: MinuteInstant): MinuteInstant {
  return to - from > longestLook ? minuteInstant(from + longestLook) : to;
}

function within({ from, to, light }: LightPeriod, first: MinuteInstant, last: MinuteInstant): LightPeriod {
  return { from: from < first ? first : from, to: to > last ? last : to, light };
}

function isOpenOn(site: Site, from: number, to: number): boolean {
  return site.openPeriods.length === 0 || site.openPeriods.some((period) => period.from.at <= from && to <= period.to.at);
}

function stretchesOf(open: OpenMinutes) {
  const longest = longestStretch(open);
  if (open === undefined || longest === Number.POSITIVE_INFINITY) return { longest, from: () => Number.POSITIVE_INFINITY };
  const lengths = new Uint16Array(minutesPerDay);
  let length = 0;
  for (let minute = 2 * minutesPerDay - 1; minute >= 0; minute--) {
    length = open[minute % minutesPerDay] === 1 ? length + 1 : 0;
    if (minute < minutesPerDay) lengths[minute] = length;
  }
  return { longest, from: (minuteOfDay: number) => lengths[minuteOfDay] ?? 0 };
}
