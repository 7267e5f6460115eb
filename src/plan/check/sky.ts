// The light over a site as the checker sees it: by the sun or by stated hours.
import type { Exercise, Site } from '../../exercise/index.ts';
import { type Light, type LightPeriod, lightAt, lightPeriods, type MinuteInstant, minuteOfLocalDay } from '../../kernel/index.ts';

export type Sky = {
  /** The light in which people work at a site; a hall has its own. */
  at(site: Site | undefined, minute: number): Light;
  /** The light outside, whatever the hall. */
  outside(site: Site | undefined, minute: number): Light;
  /** How many minutes of a stretch lie in a light in which people work at a site, or outside it. */
  minutesAt(site: Site | undefined, light: Light, from: number, to: number): number;
  minutesOutside(site: Site | undefined, light: Light, from: number, to: number): number;
};

export function skyOver(exercise: Exercise): Sky {
  const remembered = new Map<string, readonly LightPeriod[]>();
  const from = (exercise.setting.from.at - 2 * 1440) as MinuteInstant;
  const to = (exercise.setting.to.at + 2 * 1440) as MinuteInstant;
  const { statedHours, twilight } = exercise.setting;
  const stated = statedHours === undefined ? undefined : { isDay: within(statedHours.day), isNight: within(statedHours.night) };
  const periodsOver = (place: Site): readonly LightPeriod[] => {
    const periods = remembered.get(place.id) ?? lightPeriods(from, to, place.position, twilight);
    remembered.set(place.id, periods);
    return periods;
  };
  const outside = (site: Site | undefined, minute: number): Light => {
    if (stated !== undefined) {
      const local = minuteOfLocalDay(minute as MinuteInstant, exercise.zone);
      if (stated.isDay(local)) return 'day';
      return stated.isNight(local) ? 'night' : 'twilight';
    }
    const place = site ?? exercise.sites.list[0];
    if (place === undefined) return 'day';
    if (minute < from || minute >= to) return lightAt(minute as MinuteInstant, place.position, twilight);
    const periods = periodsOver(place);
    return periods[firstAfter(periods, minute)]?.light ?? 'day';
  };
  const minutesOutside: Sky['minutesOutside'] = (site, light, start, end) => {
    const place = site ?? exercise.sites.list[0];
    let count = 0;
    if (stated !== undefined || place === undefined || start < from || end > to) {
      for (let minute = start; minute < end; minute++) if (outside(site, minute) === light) count++;
      return count;
    }
    const periods = periodsOver(place);
    for (let index = firstAfter(periods, start); index < periods.length; index++) {
      const period = periods[index];
      if (period === undefined || period.from >= end) break;
      if (period.light === light) count += Math.min(period.to, end) - Math.max(period.from, start);
    }
    return count;
  };
  return {
    outside,
    minutesOutside,
    at: (site, minute) => site?.light ?? outside(site, minute),
    minutesAt: (site, light, start, end) =>
      site?.light === undefined ? minutesOutside(site, light, start, end) : site.light === light ? Math.max(0, end - start) : 0,
  };
}

/** The first of some periods, which lie end to end, that ends after a minute; the last where none does. */
function firstAfter(periods: readonly LightPeriod[], minute: number): number {
  let [low, high] = [0, periods.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.to ?? 0) > minute) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Tells whether a minute of the local day lies in daily hours; an end at or before the start is on the next day. */
export function within(hours: { readonly from: string; readonly to: string }): (minuteOfDay: number) => boolean {
  const from = minuteOf(hours.from);
  const to = minuteOf(hours.to);
  return from < to ? (minute) => from <= minute && minute < to : (minute) => minute >= from || minute < to;
}

export const minuteOf = (timeOfDay: string): number => Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3));
