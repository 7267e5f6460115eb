/** The light at a site: its own where it has one, else the hours the document states, else the sun's. */
import {
  type Light,
  type LightPeriod,
  lightAt,
  lightPeriods,
  type MinuteInstant,
  minuteInstant,
  minuteOfLocalDay,
  minutesPerDay,
} from '../kernel/index.ts';
import { isOpenAt, type OpenMinutes, openMinutes } from './daily-hours.ts';
import type { Exercise, Site } from './exercise.ts';

/** The light in one minute. By stated hours, what is neither day nor night is twilight, and what is both is day. */
export function lightAtSite(exercise: Exercise, site: Site, minute: MinuteInstant): Light {
  if (site.light !== undefined) return site.light;
  const stated = statedLight(exercise);
  if (stated !== undefined) return stated(minuteOfLocalDay(minute, exercise.zone));
  return lightAt(minute, site.position, exercise.setting.twilight);
}

/** The light from one instant to another as unbroken periods. */
export function lightPeriodsAtSite(exercise: Exercise, site: Site, from: MinuteInstant, to: MinuteInstant): readonly LightPeriod[] {
  if (!(from < to)) return [];
  if (site.light !== undefined) return [{ from, to, light: site.light }];
  const stated = statedLight(exercise);
  if (stated === undefined) return lightPeriods(from, to, site.position, exercise.setting.twilight);
  const periods: { from: MinuteInstant; to: MinuteInstant; light: Light }[] = [];
  for (let minute: number = from; minute < to; minute++) {
    const at = minuteInstant(minute);
    const light = stated(minuteOfLocalDay(at, exercise.zone));
    const last = periods.at(-1);
    if (last?.light === light) last.to = minuteInstant(minute + 1);
    else periods.push({ from: at, to: minuteInstant(minute + 1), light });
  }
  return periods;
}

const statedTables = new WeakMap<object, { readonly day: OpenMinutes; readonly night: OpenMinutes }>();

function statedLight({ setting }: Exercise): ((minuteOfDay: number) => Light) | undefined {
  const { statedHours } = setting;
  if (statedHours === undefined) return undefined;
  const known = statedTables.get(statedHours);
  const { day, night } = known ?? { day: openMinutes([statedHours.day]), night: openMinutes([statedHours.night]) };
  if (known === undefined) statedTables.set(statedHours, { day, night });
  return (minuteOfDay) => {
    const minute = minuteOfDay % minutesPerDay;
    return isOpenAt(day, minute) ? 'day' : isOpenAt(night, minute) ? 'night' : 'twilight';
  };
}
