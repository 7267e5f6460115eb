/** A serial needs a site that can take it: with its facilities, room enough, open long enough, and with the light it wants. */
import type { Exercise, Serial, Site } from '../exercise.ts';
import { type Possibility, possibleTimes } from '../possible-times.ts';
import { serialMinutes } from '../serial-minutes.ts';
import { check, checkOfAbsence, checkOfItems, fault, type Remark } from './check.ts';

export const listedSitesHaveTheFacilities = checkOfItems(
  'listedSitesHaveTheFacilities',
  'Every site listed for a serial has the facilities the serial needs.',
  function* (document) {
    const { serials, sites } = document.exercise;
    for (const serial of serials.list) {
      for (const [index, name] of serial.sites.entries()) {
        const site = sites.byId.get(name);
        const lacking = site === undefined ? [] : lackingAt(serial, site);
        if (lacking.length === 0) continue;
        const able = sites.list.filter((other) => lackingAt(serial, other).length === 0).map(({ id }) => id);
        const maybe = able.length === 0 ? undefined : { key: 'exercise.sitesThatHaveIt', values: { sites: able.slice(0, 8) } };
        yield fault(
          document.placeOf('serials', serial.id, ['sites', index]),
          'exercise.siteLacks',
          { item: serial.id, site: name, facilities: lacking },
          maybe,
        );
      }
    }
  },
);

export const someSiteHasTheFacilities = checkOfAbsence(
  'someSiteHasTheFacilities',
  'For every serial some site has all the facilities it needs.',
  ['sites'],
  function* (document) {
    const { serials, sites } = document.exercise;
    for (const serial of serials.list) {
      if (serial.sites.length > 0 || serial.facilities.length === 0) continue;
      if (sites.list.some((site) => lackingAt(serial, site).length === 0)) continue;
      yield fault(document.placeOf('serials', serial.id, ['facilities']), 'exercise.noSiteHas', {
        item: serial.id,
        facilities: serial.facilities,
      });
    }
  },
);

export const someSiteHasRoom = check(
  'someSiteHasRoom',
  'A site a serial may use takes as many people as the serial brings at least.',
  function* (document) {
    const { exercise } = document;
    for (const serial of exercise.serials.list) {
      const people = (serial.team?.people.least ?? 0) + serial.visitors;
      const candidates = candidateSites(exercise, serial);
      const most = candidates.reduce((room, { capacity }) => Math.max(room, capacity.people ?? Number.POSITIVE_INFINITY), 0);
      if (candidates.length === 0 || most >= people) continue;
      yield fault(document.placeOf('serials', serial.id, ['sites']), 'exercise.noRoom', { item: serial.id, people, most });
    }
  },
  ['sites'],
);

export const poolsSuffice = checkOfItems(
  'poolsSuffice',
  'A serial takes no more of a pool than there is, at a site where it can be used.',
  function* (document) {
    const { serials, pools } = document.exercise;
    for (const serial of serials.list) {
      for (const [index, { pool: name, count }] of serial.pools.entries()) {
        const pool = pools.byId.get(name);
        if (pool === undefined) continue;
        const at = document.placeOf('serials', serial.id, ['pools', index]);
        if (count > pool.count) yield fault(at, 'exercise.poolTooSmall', { item: serial.id, pool: name, count, most: pool.count });
        const reached = pool.sites.length === 0 || serial.sites.length === 0 || serial.sites.some((site) => pool.sites.includes(site));
        if (!reached) yield fault(at, 'exercise.poolElsewhere', { item: serial.id, pool: name, sites: pool.sites });
      }
    }
  },
);

export const everySerialHasATime = check(
  'everySerialHasATime',
  'At some site a serial may use there is a time when it is open long enough, in the light the serial wants.',
  function* (document) {
    const { exercise } = document;
    const possibility = possibleTimes(exercise);
    for (const serial of exercise.serials.list) {
      const candidates = needsSite(serial) ? candidateSites(exercise, serial) : [undefined];
      if (candidates.length === 0) continue;
      const found = new Set<Possibility>();
      for (const site of candidates) {
        found.add(possibility(serial, site));
        if (found.has('possible')) break;
      }
      if (!found.has('possible')) yield noTime(serial, found, (path) => document.placeOf('serials', serial.id, path));
    }
  },
  ['sites'],
);

function noTime(serial: Serial, found: ReadonlySet<Possibility>, placeOf: (path: readonly string[]) => Remark['at']): Remark {
  const { total, run } = serialMinutes(serial);
  const field =
    serial.light !== undefined && found.has('noLight')
      ? 'light'
      : serial.hours !== undefined
        ? 'hours'
        : serial.at !== undefined
          ? 'at'
          : 'sites';
  const values = { item: serial.id, minutes: total, run, light: serial.light ?? '' };
  if (found.has('noLight')) return fault(placeOf([field]), 'exercise.lightImpossible', values);
  const key = found.has('neverOpen') ? 'exercise.neverOpen' : 'exercise.hoursTooShort';
  return fault(placeOf([field]), key, values);
}

function needsSite({ sites, facilities, team }: Serial): boolean {
  return sites.length > 0 || facilities.length > 0 || team !== undefined;
}

function candidateSites(exercise: Exercise, serial: Serial): readonly Site[] {
  const listed = serial.sites.length === 0 ? exercise.sites.list : serial.sites.flatMap((id) => exercise.sites.byId.get(id) ?? []);
  return listed.filter((site) => lackingAt(serial, site).length === 0);
}

function lackingAt(serial: Serial, site: Site): readonly string[] {
  return serial.facilities.filter((facility) => !site.facilities.includes(facility));
}
