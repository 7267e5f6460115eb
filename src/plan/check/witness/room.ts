// The room that is left: starts and teams once order, lags, days, stays, fixed events and what earlier objectives ask have narrowed them.
import { type Exercise, isPresent, type Serial, type Unit } from '../../../exercise/bare/index.ts';
import { leavesOfAll } from '../ground.ts';
import { bondsOf, mustGoBefore } from './bonds.ts';
import { type Asked, attendsFixed, barredBy, closesPlace, type Facts, isFirm, isOfDocument, liesIn, untilOf } from './possible.ts';

export type Room = {
  readonly facts: Facts;
  readonly asked: Asked;
  isHeld(serial: Serial): boolean;
  starts(serial: Serial): readonly number[];
  /** The first and the last start at which a unit may be in a serial's team. */
  first(unit: Unit, serial: Serial): number | undefined;
  last(unit: Unit, serial: Serial): number | undefined;
  couldServe(unit: Unit, serial: Serial, start: number): boolean;
  /** The room without what is asked of slack and end; undefined where nothing is asked of them. */
  readonly wider: Room | undefined;
};

type Rooms = { readonly wide: Map<number, Room>; readonly narrow: Map<string, Room> };
const rooms = new WeakMap<Facts, Rooms>();

/**
 * The room that some earlier objectives leave; worked out once for each. What may be paid matters only by what costs more than that, and what
 * slack and end ask for only takes away.
 */
export function roomOf(facts: Facts, asked: Asked): Room {
  const known = rooms.get(facts) ?? { wide: new Map(), narrow: new Map() };
  rooms.set(facts, known);
  const firmFrom = leastFirmPrice(facts.exercise, asked);
  const wide = known.wide.get(firmFrom) ?? workedOut(facts, { ...nothingAsked, price: asked.price }, undefined);
  known.wide.set(firmFrom, wide);
  if (asked.slack === nothingAsked.slack && asked.end === nothingAsked.end) return wide;
  const key = `${firmFrom} ${asked.slack} ${asked.end}`;
  const room = known.narrow.get(key) ?? workedOut(facts, asked, wide);
  // A search that improves asks again and again; what it asked before is not asked again.
  if (known.narrow.size >= 4) known.narrow.clear();
  known.narrow.set(key, room);
  return room;
}

const nothingAsked: Asked = { price: Number.POSITIVE_INFINITY, slack: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** The least price at which something counts as hard. */
function leastFirmPrice({ closures, lags, serials }: Exercise, asked: Asked): number {
  const prices = [...closures.list, ...lags.list, ...serials.list.flatMap(({ optional }) => optional ?? [])].map(({ price }) => price);
  return prices.reduce<number>(
    (least, price) => (price !== undefined && isFirm(price, asked) ? Math.min(least, price) : least),
    Number.POSITIVE_INFINITY,
  );
}

function workedOut(facts: Facts, asked: Asked, wider: Room | undefined): Room {
  const { list } = facts.exercise.serials;
  const isHeld = wider?.isHeld ?? ((serial: Serial) => isFirm(serial.optional?.price, asked));
  const couldServe = wider?.couldServe ?? servingOf(facts, asked, isHeld);
  const starts = narrowed(facts, asked, isHeld, couldServe, wider);
  const own = (serial: Serial) => starts.get(serial.id) ?? [];
  const find = (last: boolean) => {
    const found = new Map(list.map((serial) => [serial, new Map<Unit, number | undefined>()]));
    return (unit: Unit, serial: Serial) => {
      if (wider !== undefined && wider.starts(serial) === own(serial)) return last ? wider.last(unit, serial) : wider.first(unit, serial);
      const known = found.get(serial);
      if (known?.has(unit)) return known.get(unit);
      const can = (start: number) => couldServe(unit, serial, start);
      const start = last ? own(serial).findLast(can) : own(serial).find(can);
      known?.set(unit, start);
      return start;
    };
  };
  return { facts, asked, isHeld, starts: own, couldServe, first: find(false), last: find(true), wider };
}

/** Whether a unit may be in a serial's team from a start on: allowed, there, at no fixed event, and not kept away. */
function servingOf(facts: Facts, asked: Asked, isHeld: (serial: Serial) => boolean): Room['couldServe'] {
  const { exercise, units, times, calendar, presence } = facts;
  const { list } = exercise.serials;
  const fixed = list.filter((serial) => serial.at !== undefined && isHeld(serial));
  const engaged = new Map(
    units.map((unit) => [
      unit,
      fixed.flatMap((serial) => {
        const span = attendsFixed(unit, serial, facts);
        return span === undefined ? [] : [{ serial, span }];
      }),
    ]),
  );
  const allowed = new Map(
    list.map((serial) => [serial, new Set(serial.team === undefined ? [] : leavesOfAll(exercise, serial.team.from))]),
  );
  const barring = exercise.closures.list.flatMap((closure) => {
    const barred = isFirm(closure.price, asked) ? barredBy(closure, facts) : undefined;
    return barred === undefined ? [] : [{ closure, minutes: calendar.insideClosure(closure), ...barred }];
  });
  return (unit, serial, start) => {
    const own = times.get(serial.id);
    if (serial.team === undefined || own === undefined) return false;
    if (serial.team.from.length > 0 && allowed.get(serial)?.has(unit.id) !== true) return false;
    const end = start + own.total;
    if (!isPresent(presence(unit.id), start, end)) return false;
    if (engaged.get(unit)?.some(({ serial: other, span }) => other !== serial && span[0] < end && start < span[1])) return false;
    return barring.every(
      (bar) => !bar.units.has(unit) || !bar.serials.has(serial) || bar.minutes(start, untilOf(bar.closure, end, own)) === 0,
    );
  };
}

function narrowed(
  facts: Facts,
  asked: Asked,
  isHeld: (serial: Serial) => boolean,
  couldServe: Room['couldServe'],
  wider: Room | undefined,
): ReadonlyMap<string, readonly number[]> {
  const { exercise } = facts;
  const left = new Map<string, readonly number[]>();
  const narrow = (serial: Serial, starts: readonly number[]) => {
    // The ends of what is left must be starts at which a team is there.
    const can = (start: number) => couldBegin(facts, serial, start, couldServe);
    const first = starts.findIndex(can);
    left.set(serial.id, first < 0 ? [] : starts.slice(first, starts.findLastIndex(can) + 1));
  };
  const deadlines = deadlinesOf(facts, asked, isHeld);
  for (const serial of exercise.serials.list) {
    const latest = (deadlines.get(serial.id) ?? Number.POSITIVE_INFINITY) - (facts.times.get(serial.id)?.total ?? 0);
    const stands = wider?.starts(serial) ?? standsAsked(facts, asked, serial);
    const inTime = stands.filter((start) => start <= latest);
    if (wider !== undefined && inTime.length === stands.length) left.set(serial.id, stands);
    else narrow(serial, inTime);
  }
  // What bonds take away by the wider room's starts they have taken.
  const before = (serial: Serial) => (wider === undefined ? '' : spanOf(wider.starts(serial)).join());
  const bonds = bondsOf(facts, asked).flatMap((bond) => [
    { bond, serial: bond.first, other: bond.second, seen: before(bond.second) },
    { bond, serial: bond.second, other: bond.first, seen: before(bond.first) },
  ]);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const side of bonds) {
      const { bond, serial, other } = side;
      const [own, others] = [left.get(serial.id) ?? [], left.get(other.id) ?? []];
      if (!isHeld(other) || others.length === 0) continue;
      const span = spanOf(others);
      if (side.seen === span.join()) continue;
      side.seen = span.join();
      const kept = own.filter((start) => bond.allows(start, serial === bond.first, span));
      if (kept.length === own.length) continue;
      narrow(serial, kept);
      isChanged = true;
    }
  }
  return left;
}

const spanOf = (starts: readonly number[]): readonly [number, number] => [starts[0] ?? 0, starts.at(-1) ?? 0];

/** The starts at any site, without those in closures that cost more than may be paid. */
function standsAsked({ exercise, stands, times, calendar }: Facts, asked: Asked, serial: Serial): readonly number[] {
  const own = times.get(serial.id);
  const dear = exercise.closures.list.filter(({ price }) => price !== undefined && isFirm(price, asked));
  const all = (stands.get(serial.id) ?? []).flatMap(({ site, starts }) => {
    const closures = serial.at === undefined ? dear.filter((closure) => closesPlace(closure, serial, site, exercise)) : [];
    const closed = closures.map((closure) => ({ closure, minutes: calendar.insideClosure(closure) }));
    if (closed.length === 0 || own === undefined) return starts;
    return starts.filter((start) => closed.every(({ closure, minutes }) => minutes(start, untilOf(closure, start + own.total, own)) === 0));
  });
  return [...new Set(all)].sort((a, b) => a - b);
}

/** When serials must have ended because of the end or the slack asked for. */
function deadlinesOf({ exercise, times }: Facts, { end, slack }: Asked, isHeld: (serial: Serial) => boolean): ReadonlyMap<string, number> {
  const { list, byId } = exercise.serials;
  const found = new Map(list.map((serial) => [serial.id as string, exercise.setting.from.at + end]));
  if (!Number.isFinite(slack)) return found;
  for (const point of list) {
    const own = times.get(point.id);
    if (point.at === undefined || own === undefined || !isHeld(point)) continue;
    const latest = point.at.at - own.setUp - own.brief - slack;
    for (const id of mustGoBefore(point, exercise, isHeld))
      if (byId.get(id as never)?.kind === 'training') found.set(id, Math.min(latest, found.get(id) ?? latest));
  }
  return found;
}

function couldBegin(
  { exercise, units, times, presence }: Facts,
  serial: Serial,
  start: number,
  couldServe: (unit: Unit, serial: Serial, start: number) => boolean,
): boolean {
  const own = times.get(serial.id);
  if (own === undefined) return false;
  const end = start + own.total;
  const attending = serial.attend === undefined || serial.attend.units === 'all' ? [] : leavesOfAll(exercise, serial.attend.units);
  if (![...attending, ...(serial.attend?.posts ?? [])].every((body) => isPresent(presence(body), start, end))) return false;
  const lacksSupport = exercise.supportDemands.list.some((demand) => {
    if (demand.price !== undefined || demand.mixedOnly || demand.eachParty || demand.light !== undefined) return false;
    if (!isOfDocument(demand.scope) || !liesIn(demand.scope, serial, undefined, exercise)) return false;
    const run = start + own.setUp + own.brief;
    const [from, to] = demand.during === 'run' ? [run, run + own.run] : [start, end];
    return supportersOf(demand, exercise).filter((post) => isPresent(presence(post), from, to)).length < demand.count;
  });
  if (lacksSupport) return false;
  const need = serial.team;
  if (need === undefined) return true;
  const able = units.filter((unit) => couldServe(unit, serial, start));
  const ids = able.map(({ id }) => id as string);
  const group = need.taskGroup === undefined ? undefined : exercise.taskGroups.byId.get(need.taskGroup.group);
  const grouped = group === undefined ? [] : leavesOfAll(exercise, group.units);
  return (
    able.length >= Math.max(1, need.units.least ?? 0) &&
    able.reduce((sum, { strength }) => sum + strength, 0) >= (need.people.least ?? 0) &&
    need.demands.every((demand) => able.filter((unit) => meetsDemand(unit, demand)).length >= demand.count) &&
    leavesOfAll(exercise, need.named).every((unit) => ids.includes(unit)) &&
    Object.entries(need.perParty).every(([party, least]) => able.filter((unit) => unit.party === party).length >= least) &&
    new Set(able.map(({ party }) => party)).size >= need.parties.least &&
    grouped.filter((unit) => ids.includes(unit)).length >= (group === undefined ? 0 : (need.taskGroup?.least ?? grouped.length))
  );
}

type SupportDemand = Exercise['supportDemands']['list'][number];

/** The posts of a demand's role that speak its languages. */
export function supportersOf({ role, languages }: SupportDemand, { posts }: Exercise): readonly string[] {
  return posts.list.filter((post) => post.role === role && languages.every((one) => post.languages.includes(one))).map(({ id }) => id);
}

type Demand = NonNullable<Serial['team']>['demands'][number];

export function meetsDemand(unit: Unit, { capability, level, language, party }: Demand): boolean {
  const isAble = capability === undefined || unit.capabilities.some((has) => has.capability === capability && has.level >= level);
  return isAble && (language === undefined || unit.languages.includes(language)) && (party === undefined || unit.party === party);
}
