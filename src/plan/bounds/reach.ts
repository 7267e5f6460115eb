// Within reach: the starts that each serial may still have, and who may then be in its team, once order, lags, days, stays, fixed events and
// the limits of earlier objectives have taken away what no plan can do. Every bound is counted on this.

import { complement, contains, type Interval, intersection, merged, overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';
import { heldSurely, isTooDear, type Limits, leastTooDear, surelyBefore, unlimited } from './limits.ts';
import { kept, type Span, type Tie, tiesBetween } from './ties.ts';

export type Reach = {
  readonly problem: PlanProblem;
  readonly limits: Limits;
  /** By serial: whether every plan within the limits holds it. */
  readonly isHeld: readonly boolean[];
  /** By serial, in order; what has none is not held by any plan. */
  readonly starts: readonly Int32Array[];
  /** The first and the last start at which a unit may be in a serial's team; undefined where there is none. */
  spanOf(unit: number, serial: number): Span | undefined;
  mayServe(unit: number, serial: number): boolean;
  /** Whether a unit may be in a serial's team at a start. */
  mayServeAt(unit: number, serial: number, start: number): boolean;
};

type Reaches = { readonly wide: Map<number, Reach>; readonly narrow: Map<string, Reach> };
const known = new WeakMap<PlanProblem, Reaches>();

/**
 * What limits leave of a problem; worked out once for each. The price matters by what it makes too dear alone; slack and end take away from
 * what the price leaves.
 */
export function reachOf(problem: PlanProblem, limits: Limits): Reach {
  const reaches = known.get(problem) ?? { wide: new Map(), narrow: new Map() };
  known.set(problem, reaches);
  const dearFrom = leastTooDear(problem, limits);
  const wide = reaches.wide.get(dearFrom) ?? workedOut(problem, { ...unlimited, price: limits.price }, undefined);
  reaches.wide.set(dearFrom, wide);
  if (limits.slack === unlimited.slack && limits.end === unlimited.end) return wide;
  const key = `${dearFrom} ${limits.slack} ${limits.end}`;
  const reach = reaches.narrow.get(key) ?? workedOut(problem, limits, wide);
  // A search that improves asks with ever new limits, and not with the old ones again.
  if (reaches.narrow.size >= 4) reaches.narrow.clear();
  reaches.narrow.set(key, reach);
  return reach;
}

function workedOut(problem: PlanProblem, limits: Limits, wider: Reach | undefined): Reach {
  const { serials, unitCount } = problem;
  const isHeld = heldSurely(problem, limits);
  const engaged = engagedOf(problem, isHeld);
  const free = engaged.map((events, unit) => {
    const busy = merged(events.map(({ from, to }): Interval => [from, to]));
    return intersection(problem.bodies[unit]?.presence ?? [], complement(busy, problem.horizon));
  });
  const closed = closuresOf(problem, limits);
  const starts: Int32Array[] = serials.map((_, serial) => wider?.starts[serial] ?? possibleStarts(problem, limits, serial));
  const serveAt = (unit: number, serial: number, start: number): boolean => {
    const facts = serials[serial];
    if (facts?.team == null || facts.team.from[unit] !== 1) return false;
    const end = start + facts.total;
    // A fixed event does not keep a unit from itself.
    const there = facts.fixed === null ? free[unit] : problem.bodies[unit]?.presence;
    if (there === undefined || !contains(there, start, end)) return false;
    if (facts.fixed !== null && engaged[unit]?.some((one) => one.serial !== serial && one.from < end && start < one.to)) return false;
    return !(closed[serial] ?? []).some(({ bodies, periods, untilReset }) => {
      return bodies[unit] === 1 && overlaps(periods, start, untilReset ? end + facts.reset : end);
    });
  };
  const mayServeAt = wider?.mayServeAt ?? serveAt;
  const cutDown = new Set<number>();
  for (const [serial, cut] of deadlines(problem, limits, isHeld)) {
    const before = starts[serial] ?? new Int32Array();
    const left = before.filter((start) => start + (serials[serial]?.total ?? 0) <= cut);
    if (left.length === before.length) continue;
    starts[serial] = left;
    cutDown.add(serial);
  }
  const open = wider === undefined ? serials.keys() : cutDown;
  narrow(problem, starts, isHeld, tiesBetween(problem, limits), open, (serial, start) => couldBegin(problem, serial, start, mayServeAt));
  const spans: (Span | null | undefined)[] = Array.from({ length: serials.length * unitCount });
  const spanOf = (unit: number, serial: number): Span | undefined => {
    if (wider !== undefined && wider.starts[serial] === starts[serial]) return wider.spanOf(unit, serial);
    const at = serial * unitCount + unit;
    if (spans[at] !== undefined) return spans[at] ?? undefined;
    const list = starts[serial] ?? new Int32Array();
    const first = list.find((start) => mayServeAt(unit, serial, start));
    const last = first === undefined ? undefined : list.findLast((start) => mayServeAt(unit, serial, start));
    const span = first === undefined || last === undefined ? null : ([first, last] as const);
    spans[at] = span;
    return span ?? undefined;
  };
  return { problem, limits, isHeld, starts, spanOf, mayServe: (unit, serial) => spanOf(unit, serial) !== undefined, mayServeAt };
}

/** The starts a serial has at any of its sites, without those that touch a closure too dear to break. */
function possibleStarts(problem: PlanProblem, limits: Limits, serial: number): Int32Array {
  const facts = problem.serials[serial];
  if (facts === undefined) return new Int32Array();
  const dear = problem.closures.filter(({ price }) => price !== null && isTooDear(price, limits));
  const places = (facts.needsSite ? facts.sites : [-1]).map((site, index) => ({
    starts: facts.starts[index] ?? new Int32Array(),
    closures: facts.fixed === null ? dear.filter(({ matches }) => matches(serial, site)) : [],
  }));
  if (places.every(({ closures }) => closures.length === 0)) return atAnySite(problem, serial);
  return union(
    places.map(({ starts, closures }) =>
      starts.filter((start) => {
        const end = start + facts.total;
        return !closures.some(({ periods, untilReset }) => overlaps(periods, start, untilReset ? end + facts.reset : end));
      }),
    ),
  );
}

const unions = new WeakMap<PlanProblem, Map<number, Int32Array>>();

function atAnySite(problem: PlanProblem, serial: number): Int32Array {
  const known = unions.get(problem) ?? new Map<number, Int32Array>();
  unions.set(problem, known);
  const starts = known.get(serial) ?? union(problem.serials[serial]?.starts ?? []);
  known.set(serial, starts);
  return starts;
}

function union([first = new Int32Array(), ...others]: readonly Int32Array[]): Int32Array {
  if (others.every((list) => list.length === first.length && list.every((start, index) => start === first[index]))) return first;
  return Int32Array.from(new Set([first, ...others].flatMap((list) => [...list]))).sort();
}

/** By unit the fixed events that hold it in every plan. */
function engagedOf({ serials, bodies, unitCount }: PlanProblem, isHeld: readonly boolean[]) {
  const engaged = Array.from({ length: unitCount }, (): { serial: number; from: number; to: number }[] => []);
  for (const [serial, { fixed, total, attendAll, attendUnits }] of serials.entries()) {
    if (fixed === null || !isHeld[serial]) continue;
    const units = attendAll
      ? engaged.flatMap((_, unit) => (contains(bodies[unit]?.presence ?? [], fixed, fixed + total) ? [unit] : []))
      : attendUnits;
    for (const unit of units) engaged[unit]?.push({ serial, from: fixed, to: fixed + total });
  }
  return engaged;
}

/** By serial the closures that keep units from it wherever it is held. */
function closuresOf({ serials, bodyClosures }: PlanProblem, limits: Limits) {
  return serials.map((facts, serial) =>
    bodyClosures.filter(
      ({ price, matches }) => isTooDear(price, limits) && (facts.needsSite ? facts.sites : [-1]).every((site) => matches(serial, site)),
    ),
  );
}

/** When a serial must have ended because of the end or the slack that a plan within the limits has. */
function deadlines(problem: PlanProblem, limits: Limits, isHeld: readonly boolean[]): readonly (readonly [number, number])[] {
  const { serials, whole } = problem;
  const found: (readonly [number, number])[] = [];
  if (Number.isFinite(limits.end)) for (const serial of serials.keys()) found.push([serial, whole[0] + limits.end]);
  if (Number.isFinite(limits.slack)) {
    for (const [serial, { fixed }] of serials.entries()) {
      if (fixed === null || !isHeld[serial]) continue;
      for (const before of surelyBefore(problem, serial, isHeld)) found.push([before, fixed - limits.slack]);
    }
  }
  return found;
}

/** Takes away starts, in turn, that some serial which is surely held does not allow, until nothing changes. */
function narrow(
  problem: PlanProblem,
  starts: Int32Array[],
  isHeld: readonly boolean[],
  ties: readonly Tie[],
  /** Those whose starts have changed since they were narrowed last. */
  changed: Iterable<number>,
  couldBeginAt: (serial: number, start: number) => boolean,
): void {
  const bySerial = problem.serials.map((): Tie[] => []);
  for (const tie of ties) {
    bySerial[tie.first]?.push(tie);
    bySerial[tie.second]?.push(tie);
  }
  const open = new Set<number>();
  for (const serial of changed) {
    open.add(serial);
    for (const { first, second } of bySerial[serial] ?? []) open.add(first).add(second);
  }
  for (const serial of open) {
    open.delete(serial);
    const before = starts[serial] ?? new Int32Array();
    let left = before;
    for (const tie of bySerial[serial] ?? []) {
      const other = tie.first === serial ? tie.second : tie.first;
      const list = starts[other];
      const [first, last] = [list?.[0], list?.at(-1)];
      if (!isHeld[other] || first === undefined || last === undefined) continue;
      left = kept(problem, tie, serial, left, [first, last]);
    }
    left = trimmed(left, (start) => couldBeginAt(serial, start));
    if (left.length === before.length) continue;
    starts[serial] = left;
    for (const tie of bySerial[serial] ?? []) open.add(tie.first === serial ? tie.second : tie.first);
  }
}

/** Without the starts at both ends that will not do. */
function trimmed(list: Int32Array, will: (start: number) => boolean): Int32Array {
  let [from, to] = [0, list.length];
  while (from < to && !will(list[from] ?? 0)) from++;
  while (to > from && !will(list[to - 1] ?? 0)) to--;
  return list.subarray(from, to);
}

/** Whether all who must be in a serial could be there, and enough of those who may: a start at which they could not is out of reach. */
function couldBegin(
  { serials, bodies, unitCount, parties, supports }: PlanProblem,
  serial: number,
  start: number,
  mayServeAt: (unit: number, serial: number, start: number) => boolean,
): boolean {
  const facts = serials[serial];
  if (facts === undefined) return false;
  const isThere = (body: number, from: number, to: number) => contains(bodies[body]?.presence ?? [], from, to);
  const end = start + facts.total;
  if (![...facts.attendUnits, ...facts.attendPosts].every((body) => isThere(body, start, end))) return false;
  for (const { price, scope, mixedOnly, eachParty, light, eligible, count, onlyRun } of supports) {
    if (price !== null || !scope.isOfTheDocument || !scope.couldMatch(serial) || mixedOnly || eachParty || light !== undefined) continue;
    const [from, to] = onlyRun ? [start + facts.toRun, start + facts.toRun + facts.run] : [start, end];
    if (eligible.filter((post) => isThere(post, from, to)).length < count) return false;
  }
  const { team } = facts;
  if (team === null) return true;
  const able: number[] = [];
  for (let unit = 0; unit < unitCount; unit++) if (mayServeAt(unit, serial, start)) able.push(unit);
  const of = (party: number) => able.filter((unit) => bodies[unit]?.party === party).length;
  return (
    able.length >= Math.max(1, team.units[0]) &&
    able.reduce((sum, unit) => sum + (bodies[unit]?.strength ?? 0), 0) >= team.people[0] &&
    team.demands.every(({ eligible, count }) => able.filter((unit) => eligible[unit] === 1).length >= count) &&
    team.named.every((unit) => able.includes(unit)) &&
    team.perParty.every(([party, least]) => of(party) >= least) &&
    parties.filter((_, party) => of(party) > 0).length >= team.leastParties &&
    (team.group === null || team.group.units.filter((unit) => able.includes(unit)).length >= team.group.least)
  );
}

/** Whether two units may be in one serial's team at the same start. */
export function mayMeet({ spanOf, mayServeAt, starts }: Reach, serial: number, one: number, other: number): boolean {
  const [a, b] = [spanOf(one, serial), spanOf(other, serial)];
  if (a === undefined || b === undefined) return false;
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  if (from > to) return false;
  for (const start of starts[serial] ?? [])
    if (from <= start && start <= to && mayServeAt(one, serial, start) && mayServeAt(other, serial, start)) return true;
  return false;
}
