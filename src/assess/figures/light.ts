/** The light in which a serial's run lay: by a hall's own light, by the hours the parties stated, or by the sun at the site. */
import type { Exercise, Site } from '../../exercise/index.ts';
import { type Light, type LightPeriod, lightPeriods, type MinuteInstant, minuteOfLocalDay, minutesPerDay } from '../../kernel/index.ts';

/** Minutes from one instant to another that lay in a light. */
export function minutesOfLight(exercise: Exercise, site: Site | undefined, from: number, to: number, light: Light): number {
  if (to <= from) return 0;
  if (site?.light !== undefined) return site.light === light ? to - from : 0;
  const { statedHours } = exercise.setting;
  if (statedHours !== undefined) {
    let minutes = 0;
    for (let minute = from; minute < to; minute++) {
      if (lightOfHour(statedHours, minuteOfLocalDay(minute as MinuteInstant, exercise.zone)) === light) minutes++;
    }
    return minutes;
  }
  const place = site ?? exercise.sites.list[0];
  if (place === undefined) return light === 'day' ? to - from : 0;
  let minutes = 0;
  for (const period of periodsAt(exercise, place, from, to))
    if (period.light === light) minutes += Math.max(0, Math.min(period.to, to) - Math.max(period.from, from));
  return minutes;
}

type Lit = { readonly from: number; readonly to: number; readonly twilight: string; readonly periods: readonly LightPeriod[] };
const lit = new WeakMap<Site, Lit>();

/** The periods of light at a place: those of the whole exercise, found once, where they hold the time asked for. */
function periodsAt({ setting }: Exercise, place: Site, from: number, to: number): readonly LightPeriod[] {
  const { twilight } = setting;
  const [first, last] = [setting.from.at - minutesPerDay, setting.to.at + 2 * minutesPerDay];
  if (!(first <= from && to <= last)) return lightPeriods(from as MinuteInstant, to as MinuteInstant, place.position, twilight);
  const known = lit.get(place);
  if (known?.from === first && known.to === last && known.twilight === twilight) return known.periods;
  const periods = lightPeriods(first as MinuteInstant, last as MinuteInstant, place.position, twilight);
  lit.set(place, { from: first, to: last, twilight, periods });
  return periods;
}

type Stated = NonNullable<Exercise['setting']['statedHours']>;

function lightOfHour({ day, night }: Stated, minuteOfDay: number): Light {
  if (isWithin(day, minuteOfDay)) return 'day';
  return isWithin(night, minuteOfDay) ? 'night' : 'twilight';
}

/** Daily hours that end at or before their start end on the next day. */
function isWithin({ from, to }: Stated['day'], minuteOfDay: number): boolean {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start < end ? start <= minuteOfDay && minuteOfDay < end : minuteOfDay >= start || minuteOfDay < end;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
