// Rules of places and pools: where a serial may be, who fits there, when it is open, and how much of what is shared is left.
import type { Exercise, Site } from '../../exercise/index.ts';
import { minuteOfLocalDay } from '../../kernel/index.ts';
import type { Ground, Held } from './ground.ts';
import { rule } from './rule.ts';
import { within } from './sky.ts';

/** A serial is somewhere when it names sites or facilities, or has a team; its sites are those it names, with what it needs. */
export const serialsAreAtTheirSites = rule(
  'serialsAreAtTheirSites',
  'A serial is at a site that it names and that has its facilities and its zone.',
  2,
  (ground) =>
    ground.lookedAt.flatMap((held) => {
      const { serial, booking, site } = held;
      const isAllowed = site === undefined ? booking.site === null && !needsSite(serial) : suits(held, site);
      return isAllowed ? [] : [{ values: { serial: serial.id, site: site?.id ?? booking.site ?? '' }, amount: 1 }];
    }),
);

const needsSite = (serial: Held['serial']) => serial.sites.length > 0 || serial.facilities.length > 0 || serial.team !== undefined;

function suits({ serial, move }: Held, site: Site): boolean {
  const isNamed = serial.sites.length === 0 || serial.sites.includes(site.id as never) || move !== undefined;
  const hasZone =
    serial.zone === undefined || Object.keys(site.zones).some((zone) => zone === serial.zone || `${site.id}/${zone}` === serial.zone);
  return isNamed && hasZone && serial.facilities.every((facility) => site.facilities.includes(facility));
}

export const sitesAreOpen = rule('sitesAreOpen', 'A site is used from set-up to reset while it is open.', 2, ({ lookedAt, exercise }) =>
  lookedAt.flatMap(({ serial, site, start, siteFreeAt }) => {
    if (site === undefined) return [];
    const isOpenDate = (minute: number) =>
      site.openPeriods.length === 0 || site.openPeriods.some(({ from, to }) => from.at <= minute && minute < to.at);
    const isOpenHour = openHours(site.opening, exercise);
    let closed = 0;
    for (let minute = start; minute < siteFreeAt; minute++) if (!isOpenDate(minute) || !isOpenHour(minute)) closed++;
    return closed > 0 ? [{ values: { serial: serial.id, site: site.id, minutes: closed }, amount: closed }] : [];
  }),
);

function openHours(opening: Site['opening'], exercise: Exercise): (minute: number) => boolean {
  const hours = opening.map(within);
  if (hours.length === 0) return () => true;
  return (minute) => {
    const local = minuteOfLocalDay(minute as never, exercise.zone);
    return hours.some((isInside) => isInside(local));
  };
}

/** From the start of set-up to the end of the reset; a meeting with a site takes one place there. */
export const sitesHoldTheirSerials = rule('sitesHoldTheirSerials', 'A site holds at most so many serials at once.', 2, (ground) =>
  sitesLookedAt(ground).flatMap((site) => {
    const uses = [
      ...usesOf(ground, site.id).map((held) => ({ what: held.serial.id as string, from: held.start, to: held.siteFreeAt, amount: 1 })),
      ...ground.occurrences
        .filter(({ meeting }) => isHardMeetingAt(ground.exercise, meeting, site.id))
        .map(({ meeting, start, end }) => ({ what: meeting, from: start, to: end, amount: 1 })),
    ];
    return overloads(uses, () => site.capacity.serials).map(({ whats, over }) => ({
      values: { site: site.id, serials: whats, capacity: site.capacity.serials },
      amount: over,
    }));
  }),
);

function isHardMeetingAt(exercise: Exercise, meeting: string, site: string): boolean {
  const stated = exercise.meetings.byId.get(meeting);
  return stated !== undefined && stated.price === undefined && stated.site === site;
}

/** The units of team and attendance with their strength, and the visitors; those who support it do not count. */
export const sitesHoldTheirPeople = rule('sitesHoldTheirPeople', 'A site holds at most so many people at once.', 3, (ground) =>
  sitesLookedAt(ground).flatMap((site) => {
    const most = site.capacity.people;
    if (most === undefined) return [];
    const uses = usesOf(ground, site.id).map((held) => ({
      what: held.serial.id as string,
      from: held.start,
      to: held.end,
      amount: peopleOf(held),
    }));
    return overloads(uses, () => most).map(({ whats, over }) => ({
      values: { site: site.id, serials: whats, capacity: most },
      amount: over,
    }));
  }),
);

function peopleOf({ team, attending, serial }: Held): number {
  return [...new Set([...team, ...attending])].reduce((sum, unit) => sum + unit.strength, serial.visitors);
}

/** All sites, or, where only some serials are looked at, theirs. */
function sitesLookedAt({ exercise, held, lookedAt }: Ground): readonly Site[] {
  return lookedAt === held ? exercise.sites.list : exercise.sites.list.filter((site) => lookedAt.some((one) => one.site === site));
}

const usesOf = ({ held }: Ground, site: string): readonly Held[] => held.filter((one) => one.site?.id === site);

export const poolsSuffice = rule(
  'poolsSuffice',
  'No more of a pool is in use at once than there is, turnaround included.',
  2,
  ({ exercise, held, lookedAt }) =>
    exercise.pools.list.flatMap((pool) => {
      if (lookedAt !== held && !lookedAt.some(({ serial }) => serial.pools.some((use) => use.pool === pool.id))) return [];
      const turnaround = pool.turnaround?.minutes ?? 0;
      const uses = held.flatMap((one) =>
        one.serial.pools
          .filter((use) => use.pool === pool.id)
          .map((use) => ({ what: one.serial.id as string, from: one.start, to: one.end + turnaround, amount: use.count })),
      );
      const leftAt = (minute: number) =>
        pool.lessDuring.reduce(
          (left, { period, count }) => (period.from.at <= minute && minute < period.to.at ? Math.min(left, count) : left),
          pool.count,
        );
      const changes = pool.lessDuring.flatMap(({ period }) => [period.from.at as number, period.to.at as number]);
      return overloads(uses, leftAt, changes).map(({ whats, over }) => ({
        values: { pool: pool.id, serials: whats, count: pool.count },
        amount: over,
      }));
    }),
);

export const poolsAreUsedWhereTheyAre = rule(
  'poolsAreUsedWhereTheyAre',
  'A pool is used at its sites and in its hours.',
  2,
  ({ exercise, lookedAt }) =>
    lookedAt.flatMap(({ serial, site, start, end }) =>
      serial.pools.flatMap(({ pool: id }) => {
        const pool = exercise.pools.byId.get(id);
        if (pool === undefined) return [];
        const isThere = pool.sites.length === 0 || (site !== undefined && pool.sites.includes(site.id as never));
        const isOpenHour = openHours(pool.opening, exercise);
        let closed = 0;
        for (let minute = start; minute < end; minute++) if (!isOpenHour(minute)) closed++;
        return isThere && closed === 0
          ? []
          : [{ values: { serial: serial.id, pool: id, site: site?.id ?? '', minutes: closed }, amount: isThere ? closed : 1 }];
      }),
    ),
);

type Use = { readonly what: string; readonly from: number; readonly to: number; readonly amount: number };

/** Every stretch in which more is in use than there is, once for each set of users. */
function overloads(uses: readonly Use[], capacityAt: (minute: number) => number, changes: readonly number[] = []) {
  const moments = [...new Set([...uses.map((use) => use.from), ...changes])].sort((a, b) => a - b);
  const found = new Map<string, { whats: readonly string[]; over: number }>();
  for (const moment of moments) {
    const now = uses.filter((use) => use.from <= moment && moment < use.to);
    const over = now.reduce((sum, use) => sum + use.amount, 0) - capacityAt(moment);
    if (over <= 0 || now.length === 0) continue;
    const whats = now.map((use) => use.what).sort();
    const before = found.get(whats.join(' '));
    if (before === undefined || before.over < over) found.set(whats.join(' '), { whats, over });
  }
  return [...found.values()];
}

export const rulesOfPlaces = [
  serialsAreAtTheirSites,
  sitesAreOpen,
  sitesHoldTheirSerials,
  sitesHoldTheirPeople,
  poolsSuffice,
  poolsAreUsedWhereTheyAre,
];
