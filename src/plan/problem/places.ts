// Sites and pools by index, with their opening and their light laid out over the calendar, and the minutes between sites.
import type { Exercise, Site } from '../../exercise/index.ts';
import { type Light, lightPeriods, type MinuteInstant } from '../../kernel/index.ts';
import { complement, daily, type Interval, type Intervals, intersection, merged } from './intervals.ts';

export type SiteFacts = {
  readonly id: string;
  readonly serials: number;
  readonly people: number;
  readonly open: Intervals;
  readonly facilities: readonly string[];
  readonly zones: readonly string[];
  /** The light in which people work there, and that outside. */
  readonly light: Readonly<Record<Light, Intervals>>;
  readonly outside: Readonly<Record<Light, Intervals>>;
};

export type PoolFacts = {
  readonly id: string;
  readonly count: number;
  readonly turnaround: number;
  readonly sites: readonly number[];
  readonly open: Intervals;
  readonly lessDuring: readonly { readonly from: number; readonly to: number; readonly count: number }[];
};

export function placesOf(exercise: Exercise, horizon: Interval) {
  const always: Intervals = [horizon];
  const siteIndex = new Map(exercise.sites.list.map((site, index) => [site.id as string, index]));
  const sites = exercise.sites.list.map((site): SiteFacts => {
    const outside = lightOver(exercise, site, horizon);
    const inside = site.light;
    return {
      id: site.id,
      serials: site.capacity.serials,
      people: site.capacity.people ?? Number.POSITIVE_INFINITY,
      open: intersection(
        opening(exercise, site.opening, horizon),
        site.openPeriods.length === 0 ? always : merged(site.openPeriods.map(({ from, to }) => [from.at, to.at] as const)),
      ),
      facilities: site.facilities,
      zones: Object.keys(site.zones),
      light:
        inside === undefined
          ? outside
          : { day: inside === 'day' ? always : [], twilight: inside === 'twilight' ? always : [], night: inside === 'night' ? always : [] },
      outside,
    };
  });
  const travel = exercise.sites.list.map((from) =>
    exercise.sites.list.map((to) => (from === to ? 0 : ((from.travel[to.id] ?? to.travel[from.id])?.minutes ?? 0))),
  );
  const pools = exercise.pools.list.map(
    (pool): PoolFacts => ({
      id: pool.id,
      count: pool.count,
      turnaround: pool.turnaround?.minutes ?? 0,
      sites: pool.sites.flatMap((site) => siteIndex.get(site) ?? []),
      open: opening(exercise, pool.opening, horizon),
      lessDuring: pool.lessDuring.map(({ period, count }) => ({ from: period.from.at, to: period.to.at, count })),
    }),
  );
  return { sites, travel, pools, siteIndex };
}

function opening(exercise: Exercise, hours: Site['opening'], horizon: Interval): Intervals {
  return hours.length === 0 ? [horizon] : merged(hours.flatMap((one) => daily(one, horizon, exercise.zone)));
}

function lightOver(exercise: Exercise, site: Site, horizon: Interval): Readonly<Record<Light, Intervals>> {
  const { statedHours, twilight } = exercise.setting;
  if (statedHours !== undefined) {
    const day = daily(statedHours.day, horizon, exercise.zone);
    const night = intersection(daily(statedHours.night, horizon, exercise.zone), complement(day, horizon));
    return { day, night, twilight: complement(merged([...day, ...night]), horizon) };
  }
  const periods = lightPeriods(horizon[0] as MinuteInstant, horizon[1] as MinuteInstant, site.position, twilight);
  const of = (light: Light) => merged(periods.filter((period) => period.light === light).map(({ from, to }) => [from, to] as const));
  return { day: of('day'), twilight: of('twilight'), night: of('night') };
}
