// What the document leaves possible, as the checker sees it: the starts of each serial, and who may be in its team. Worked out from the
// document alone, so that a plan cannot vouch for its own bounds.
import {
  type Exercise,
  isPresent,
  leafUnits,
  type MinutePeriod,
  presenceOf,
  type Scope,
  type Serial,
  type Site,
  serialMinutes,
  trains,
  type Unit,
} from '../../../exercise/bare/index.ts';
import { localDay, minuteFromLocal } from '../../../kernel/index.ts';
import { leavesOfAll } from '../ground.ts';
import { concernsUnit } from '../scope.ts';
import { type Calendar, calendarOf } from './calendar.ts';

/** What plans as good in the earlier objectives may pay and must leave free; infinite where nothing is asked. */
export type Asked = { readonly price: number; readonly slack: number; readonly end: number };

/** Whether no plan as good breaks what has this price. */
export const isFirm = (price: number | undefined, { price: most }: Asked): boolean => price === undefined || price > most + 1e-6;

export type Times = ReturnType<typeof serialMinutes>;

/** The document with what is looked up in it again and again. */
export type Facts = {
  readonly exercise: Exercise;
  readonly calendar: Calendar;
  readonly units: readonly Unit[];
  readonly times: ReadonlyMap<string, Times>;
  /** The starts that window, hours, light, places, hard closures and milestones leave a serial at each of its sites. */
  readonly stands: ReadonlyMap<string, readonly { readonly site: Site | undefined; readonly starts: readonly number[] }[]>;
  presence(body: string): readonly MinutePeriod[];
};

const known = new WeakMap<Exercise, Facts>();

export function factsOf(exercise: Exercise): Facts {
  const facts = known.get(exercise) ?? gathered(exercise);
  known.set(exercise, facts);
  return facts;
}

function gathered(exercise: Exercise): Facts {
  const calendar = calendarOf(exercise);
  const present = new Map<string, readonly MinutePeriod[]>();
  const presence = (body: string) => {
    const there = present.get(body) ?? presenceOf(exercise, body);
    present.set(body, there);
    return there;
  };
  const times = new Map(exercise.serials.list.map((serial) => [serial.id as string, serialMinutes(serial)]));
  const stands = new Map(
    exercise.serials.list.map((serial) => {
      const own = times.get(serial.id) ?? serialMinutes(serial);
      return [
        serial.id as string,
        sitesOf(serial, exercise).map((site) => ({ site, starts: startsAt(serial, own, site, exercise, calendar) })),
      ];
    }),
  );
  return { exercise, calendar, units: leafUnits(exercise), times, stands, presence };
}

/** The sites a serial may be at; none as such where it needs none. */
function sitesOf(serial: Serial, { sites }: Exercise): readonly (Site | undefined)[] {
  if (serial.sites.length === 0 && serial.facilities.length === 0 && serial.team === undefined) return [undefined];
  return sites.list.filter((site) => {
    const isNamed = serial.sites.length === 0 || serial.sites.some((id) => id === site.id);
    const zones = Object.keys(site.zones);
    const hasZone = serial.zone === undefined || zones.some((zone) => zone === serial.zone || `${site.id}/${zone}` === serial.zone);
    return isNamed && hasZone && serial.facilities.every((facility) => site.facilities.includes(facility));
  });
}

function startsAt(serial: Serial, times: Times, site: Site | undefined, exercise: Exercise, calendar: Calendar): readonly number[] {
  const { setting, zone } = exercise;
  const toRun = times.setUp + times.brief;
  if (serial.at !== undefined) return [serial.at.at - toRun];
  const pools = serial.pools.flatMap(({ pool }) => exercise.pools.byId.get(pool) ?? []);
  if (pools.some((pool) => pool.sites.length > 0 && (site === undefined || !pool.sites.some((id) => id === site.id)))) return [];
  const phase = serial.phase === undefined ? undefined : exercise.phases.byId.get(serial.phase);
  const gates = exercise.milestones.list.filter(
    ({ gates: scope, price }) => price === undefined && scope !== undefined && !isOfPeople(scope) && liesIn(scope, serial, site, exercise),
  );
  const from = Math.max(
    setting.from.at,
    serial.startsFrom?.at ?? setting.from.at,
    phase?.from.at ?? setting.from.at,
    ...gates.map(({ due, lead }) => due.at + (lead?.minutes ?? 0)),
  );
  const to = Math.min(setting.to.at, serial.endsBy?.at ?? setting.to.at, phase?.to.at ?? setting.to.at);
  const closures = exercise.closures.list.filter((closure) => closure.price === undefined && closesPlace(closure, serial, site, exercise));
  const outside = site ?? exercise.sites.list[0];
  const midnight = minuteFromLocal(localDay(setting.from.at, zone), 0, zone);
  const ofSerial = [...(serial.hours === undefined ? [] : [[serial.hours]]), ...pools.map(({ opening }) => opening)].map(
    calendar.outsideHours,
  );
  const ofSite = site === undefined ? [] : [calendar.outsideHours(site.opening), calendar.outsideDates(site)];
  const ofLight = serial.light === undefined || outside === undefined ? () => 0 : calendar.outsideLight(outside, serial.light);
  const closed = closures.map((closure) => ({ closure, count: calendar.insideClosure(closure) }));
  const found: number[] = [];
  const late = (from - midnight) % setting.gridMinutes;
  for (let start = late === 0 ? from : from - late + setting.gridMinutes; start + times.total <= to; start += setting.gridMinutes) {
    const [end, run] = [start + times.total, start + toRun];
    if (ofSerial.some((count) => count(start, end) > 0) || ofSite.some((count) => count(start, end + times.reset) > 0)) continue;
    if (ofLight(run, run + times.run) > 0 || closed.some(({ closure, count }) => count(start, untilOf(closure, end, times)) > 0)) continue;
    found.push(start);
  }
  return found;
}

type Closure = Exercise['closures']['list'][number];

/** Whether a closure is for places and serials, whoever takes part. */
export const isForPlaces = ({ scope }: Closure): boolean =>
  [scope.parties, scope.units, scope.posts, scope.roles].every((field) => field === undefined);

export function closesPlace(closure: Closure, serial: Serial, site: Site | undefined, exercise: Exercise): boolean {
  return isForPlaces(closure) && !closure.except.includes(serial.kind) && liesIn(closure.scope, serial, site, exercise);
}

/** Until when a serial touches a closure: for places to the end of the reset. */
export const untilOf = ({ scope }: Closure, end: number, { reset }: Times): number =>
  scope.sites === undefined && scope.zones === undefined ? end : end + reset;

/** The units that a closure keeps away, and the serials from which it keeps them wherever they are held; undefined where it is for places. */
export function barredBy(closure: Closure, { exercise, stands, units: all }: Facts) {
  const { parties, units, posts, roles, ...rest } = closure.scope;
  if (isForPlaces(closure)) return undefined;
  const people = { ...(parties && { parties }), ...(units && { units }), ...(posts && { posts }), ...(roles && { roles }) };
  const isBarred = (serial: Serial) =>
    !closure.except.includes(serial.kind) && (stands.get(serial.id) ?? []).every(({ site }) => liesIn(rest, serial, site, exercise));
  return {
    units: new Set(all.filter((unit) => concernsUnit(people, unit, exercise))),
    serials: new Set(exercise.serials.list.filter(isBarred)),
  };
}

/** Whether a scope asks who takes part. */
export const isOfPeople = ({ parties, units }: Scope): boolean => parties !== undefined || units !== undefined;

/** Whether neither place nor people decide what lies in a scope. */
export const isOfDocument = ({ parties, units, posts, roles, sites, zones }: Scope): boolean =>
  [parties, units, posts, roles, sites, zones].every((field) => field === undefined);

/** Whether a serial at a site lies in a scope, people left aside. */
export function liesIn(scope: Scope, serial: Serial, site: Site | undefined, exercise: Exercise): boolean {
  return (
    (scope.serials?.some((id) => id === serial.id) ?? true) &&
    (scope.kinds?.includes(serial.kind) ?? true) &&
    (scope.phases === undefined || (serial.phase !== undefined && scope.phases.includes(serial.phase))) &&
    (scope.tasks?.some((task) => trains(exercise, serial, task)) ?? true) &&
    (scope.pools?.some((pool) => serial.pools.some((use) => use.pool === pool)) ?? true) &&
    (scope.posts?.some((post) => serial.attend?.posts.some((id) => id === post) ?? false) ?? true) &&
    (scope.roles === undefined ||
      (serial.attend?.posts ?? []).some((id) => scope.roles?.some((role) => exercise.posts.byId.get(id)?.role === role))) &&
    (scope.sites === undefined || (site !== undefined && scope.sites.some((id) => id === site.id))) &&
    (scope.zones?.some((zone) => zone === serial.zone || zone === `${site?.id}/${serial.zone}`) ?? true)
  );
}

/** Whether a unit is there all through, and whether a serial that attends it is fixed then. */
export function attendsFixed(unit: Unit, serial: Serial, { exercise, times, presence }: Facts): readonly [number, number] | undefined {
  const { attend, at } = serial;
  const own = times.get(serial.id);
  if (attend === undefined || at === undefined || own === undefined) return undefined;
  const start = at.at - own.setUp - own.brief;
  const isIn =
    attend.units === 'all' ? isPresent(presence(unit.id), start, start + own.total) : leavesOfAll(exercise, attend.units).includes(unit.id);
  return isIn ? [start, start + own.total] : undefined;
}
