/** Sunrise, sunset and night of a local day at the sites used on it. */
import { type ItemOf, lightPeriodsAtSite } from '../../exercise/index.ts';
import { type MinuteInstant, minuteFromLocal } from '../../kernel/index.ts';
import type { Pen } from '../pen.ts';
import type { Held } from './programme.ts';

/** Null where it does not come to it on that day. `nightEnds` and `nightFrom`: where the document's twilight is over. */
export type DayLight = {
  readonly site: string;
  readonly sunrise: MinuteInstant | null;
  readonly sunset: MinuteInstant | null;
  readonly nightEnds: MinuteInstant | null;
  readonly nightFrom: MinuteInstant | null;
};

/** At the first site under the open sky that is used on the day, else the first of the document. */
export function dayLight(pen: Pen, day: number, bookings: readonly Held[]): DayLight | null {
  const { exercise } = pen.matter;
  const used = bookings.flatMap(({ site }) => (site === null ? [] : (exercise.sites.byId.get(site) ?? [])));
  const site = [...used, ...exercise.sites.list].find((candidate: ItemOf<'sites'>) => candidate.light === undefined);
  if (site === undefined) return null;
  pen.use('sites', site.id, 'position');
  const periods = lightPeriodsAtSite(exercise, site, minuteFromLocal(day, 0, pen.zone), minuteFromLocal(day + 1, 0, pen.zone));
  const day1 = periods.find(({ light }) => light === 'day');
  const dayLast = periods.findLast(({ light }) => light === 'day');
  const firstNight = periods[0]?.light === 'night' ? periods[0] : undefined;
  const lastNight = periods.at(-1)?.light === 'night' ? periods.at(-1) : undefined;
  const inside = (period: { readonly from: MinuteInstant } | undefined) =>
    period === undefined || period === periods[0] ? null : period.from;
  return {
    site: site.id,
    sunrise: inside(day1),
    sunset: dayLast === undefined || dayLast === periods.at(-1) ? null : dayLast.to,
    nightEnds: firstNight === undefined || firstNight === lastNight ? null : firstNight.to,
    nightFrom: inside(lastNight),
  };
}
