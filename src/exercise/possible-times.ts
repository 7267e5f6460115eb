/** Whether a serial, seen by itself, can be held at a site at all: opening, daily hours, its window and its light. */
import {
  type LightPeriod,
  localDay,
  type MinuteInstant,
  minuteFromLocal,
  minuteInstant,
  minuteOfLocalDay,
  minutesPerDay,
} from '../kernel/index.ts';
import { inCommon, longestStretch, type OpenMinutes, openMinutes } from './daily-hours.ts';
import type { Exercise, Serial, Site } from './exercise.ts';
import { lightPeriodsAtSite } from './light-at-site.ts';
import { serialMinutes } from './serial-minutes.ts';

export type Possibility = 'possible' | 'hoursTooShort' | 'noLight' | 'neverOpen';

// A year shows every light there is; a longer window adds nothing.
const longestLook = 400 * minutesPerDay;

/** Remembers what does not depend on the serial, for one pass over all serials. A serial that needs no site is asked about without one. */
export function possibleTimes(exercise: Exercise): (serial: Serial, site: Site | undefined) => Possibility {
  if (!Number.isFinite(exercise.setting.from.at)) return () => 'possible';
  const light = new Map<Site, readonly LightPeriod[]>();
  const stretches = new Map<string, Stretches>();
  const stretchesOfHours = (key: string, hours: () => OpenMinutes): Stretches => {
    const known = stretches.get(key) ?? stretchesOf(hours());
    stretches.set(key, known);
    return known;
  };
  const hoursOf = ({ hours }: Serial): OpenMinutes => openMinutes(hours === undefined ? [] : [hours]);
  const ofSerial = (serial: Serial) => stretchesOfHours(`hours ${serial.hours?.from} ${serial.hours?.to}`, () => hoursOf(serial));
  const ofSite = (site: Site | undefined) => stretchesOfHours(`site ${site?.id}`, () => openMinutes(site?.opening ?? []));
  const ofBoth = (serial: Serial, site: Site | undefined) =>
    stretchesOfHours(`both ${serial.hours?.from} ${serial.hours?.to} ${site?.id}`, () =>
      inCommon(hoursOf(serial), openMinutes(site?.opening ?? [])),
    );
  const { setting, zone } = exercise;
  const midnight = minuteFromLocal(localDay(setting.from.at, zone), 0, zone);
  const outside = outdoors(exercise);
  const [first, last] = [setting.from.at, upTo(setting.from.at, setting.to.at)];
  // Windows differ from serial to serial; the sun at a site is looked at once for all of them.
  const lightOf = (site: Site, from: MinuteInstant, to: MinuteInstant): readonly LightPeriod[] => {
    if (from < first || to > last) return lightPeriodsAtSite(exercise, site, from, to);
    const known = light.get(site) ?? lightPeriodsAtSite(exercise, site, first, last);
    light.set(site, known);
    return known.filter((period) => period.from < to && period.to > from).map((period) => within(period, from, to));
  };
  return (serial, site) => {
    const { setUp, brief, run, reset, total } = serialMinutes(serial);
    const window = serialWindow(exercise, serial);
    const [from, to] = [window.from, upTo(window.from, window.to)];
    // What is unreadable, or longer than its window, is told by other checks.
    if (!Number.isFinite(total + reset) || !(from < to) || window.to - from < total) return 'possible';
    const [hours, opening] = [ofSerial(serial), ofSite(site)];
    if (ofBoth(serial, site).longest < total || opening.longest < total + reset) return 'hoursTooShort';
    const before = setUp + brief;
    const under = site ?? outside;
    const periods =
      serial.light === undefined || under === undefined
        ? [{ from, to }]
        : lightOf(under, from, to).filter((one) => one.light === serial.light);
    const open = site === undefined ? [] : joined(site.openPeriods);
    // Starts of set-up lie on the grid; a fixed serial has the one that its fixed run gives it.
    const step = setting.gridMinutes;
    const onGrid = (minute: number) => midnight + Math.ceil((minute - midnight) / step) * step;
    for (const period of periods) {
      const earliest = serial.at === undefined ? onGrid(Math.max(from, period.from - before)) : from;
      for (let start = earliest; start + total <= to && start + before + run <= period.to; start += step) {
        const minuteOfDay = minuteOfLocalDay(minuteInstant(start), zone);
        const isPossible =
          start + before >= period.from &&
          hours.from(minuteOfDay) >= total &&
          opening.from(minuteOfDay) >= total + reset &&
          (open.length === 0 || open.some((one) => one.from <= start && start + total + reset <= one.to));
        if (isPossible) return 'possible';
      }
    }
    return serial.light !== undefined && !periods.some((period) => period.to - period.from >= run) ? 'noLight' : 'neverOpen';
  };
}

/**
 * From when to when a serial may lie, from set-up to debrief: in the exercise, its phase and its own window; a fixed serial at its time.
 * It may be shorter than the serial, or end before it begins.
 */
export function serialWindow(exercise: Exercise, serial: Serial): { readonly from: MinuteInstant; readonly to: MinuteInstant } {
  if (serial.at !== undefined) {
    const { setUp, brief, total } = serialMinutes(serial);
    const begin = serial.at.at - setUp - brief;
    return Number.isFinite(begin + total)
      ? { from: minuteInstant(begin), to: minuteInstant(begin + total) }
      : { from: serial.at.at, to: serial.at.at };
  }
  const phase = serial.phase === undefined ? undefined : exercise.phases.byId.get(serial.phase);
  const stated = [{ from: serial.startsFrom, to: serial.endsBy }, ...(phase === undefined ? [] : [phase]), exercise.setting];
  return {
    from: stated.reduce((latest, { from }) => (from !== undefined && from.at > latest ? from.at : latest), exercise.setting.from.at),
    to: stated.reduce((earliest, { to }) => (to !== undefined && to.at < earliest ? to.at : earliest), exercise.setting.to.at),
  };
}

// What needs no site is held outdoors, under the sky of the first site.
function outdoors({ sites }: Exercise): Site | undefined {
  const [site] = sites.list;
  if (site?.light === undefined) return site;
  const { light: _, ...open } = site;
  return open;
}

function upTo(from: MinuteInstant, to: MinuteInstant): MinuteInstant {
  return to - from > longestLook ? minuteInstant(from + longestLook) : to;
}

function within({ from, to, light }: LightPeriod, first: MinuteInstant, last: MinuteInstant): LightPeriod {
  return { from: from < first ? first : from, to: to > last ? last : to, light };
}

// Periods that meet or overlap are one.
function joined(periods: Site['openPeriods']): readonly { readonly from: number; readonly to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of [...periods].sort((a, b) => a.from.at - b.from.at)) {
    const before = all.at(-1);
    if (before !== undefined && from.at <= before.to) before.to = Math.max(before.to, to.at);
    else all.push({ from: from.at, to: to.at });
  }
  return all;
}

type Stretches = { readonly longest: number; readonly from: (minuteOfDay: number) => number };

function stretchesOf(open: OpenMinutes): Stretches {
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
