// The starts that a settled serial may have where it stands and with whom, beside all that does not move: a bit for each slot of the grid.

import type { PlaceClosure } from '../problem/closures.ts';
import { contains, type Intervals, merged, overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';
import { attendingAt, type Placement } from '../search/placement.ts';
import type { Relation, Settled } from './relations.ts';

/** The grid laid over the exercise: slot 0 begins at `origin`. */
export type Slots = { readonly origin: number; readonly grid: number; readonly slots: number };

export function slotsOf({ whole, origin, grid }: PlanProblem): Slots {
  const first = origin + Math.floor((whole[0] - origin) / grid) * grid;
  return { origin: first, grid, slots: Math.ceil((whole[1] - first) / grid) };
}

/** The starts left by the document and by what is settled about the serial itself. */
export function ownStarts(problem: PlanProblem, slots: Slots, settled: Settled, keepsSoft: boolean): Uint32Array {
  const { serial, site, team, attending, start } = settled.placement;
  const facts = problem.serials[serial];
  const bits = new Uint32Array((slots.slots >> 5) + 1);
  if (facts === undefined) return bits;
  const stated = facts.starts[facts.needsSite ? facts.sites.indexOf(site) : 0] ?? new Int32Array();
  const windows = settled.stretches.map(({ body, from, to }) => ({ from, to, presence: problem.bodies[body]?.presence ?? [] }));
  const bodies = settled.stretches.map(({ body }) => body);
  const startsIn = ({ periods, untilReset }: PlaceClosure) =>
    periods.map(([from, to]) => [from - facts.total - (untilReset ? facts.reset : 0) + 1, to] as const);
  const isKept = (closure: PlaceClosure) => keepsSoft && startsIn(closure).every(([from, to]) => start < from || start >= to);
  const closed = merged(
    [
      ...problem.bodyClosures.filter(
        (closure) => (closure.price === null || isKept(closure)) && bodies.some((body) => closure.bodies[body] === 1),
      ),
      ...problem.closures.filter((closure) => closure.price !== null && isKept(closure)),
    ]
      .filter((closure) => closure.matches(serial, site))
      .flatMap(startsIn),
  );
  const isSupported = supportBy(problem, settled.placement);
  const lights = lightsNeeded(problem, settled.placement, keepsSoft);
  for (const minute of stated) {
    const slot = (minute - slots.origin) / slots.grid;
    if (slot < 0 || slot >= slots.slots || !Number.isInteger(slot)) continue;
    if (closed.length > 0 && overlaps(closed, minute, minute + 1)) continue;
    if (!windows.every(({ from, to, presence }) => isThere(presence, minute + from, minute + to))) continue;
    if (!lights.every((light) => contains(light, minute + facts.toRun, minute + facts.toRun + facts.run))) continue;
    if (facts.attendAll && !isSame(attendingAt(problem, serial, minute, team), attending)) continue;
    if (!isSupported(minute)) continue;
    bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  return bits;
}

function isThere(presence: Intervals, from: number, to: number): boolean {
  const [only] = presence;
  return presence.length === 1 && only !== undefined ? only[0] <= from && to <= only[1] : contains(presence, from, to);
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** Whether what is given in support is what is asked for at a start; that depends on the light of the run alone. */
function supportBy(problem: PlanProblem, placement: Placement): (start: number) => boolean {
  const { serial, site, support } = placement;
  const facts = problem.serials[serial];
  const light = site < 0 ? problem.sites[0]?.outside : problem.sites[site]?.light;
  const parties = partiesOf(problem, placement);
  const asked = problem.supports.flatMap((demand, index) => {
    if (!demand.scope.matches(serial, site, placement.people) || (demand.mixedOnly && parties.size < 2)) return [];
    return (demand.eachParty ? [...parties] : [-1]).map((party) => {
      const given = support.filter((one) => one.demand === index && one.party === party).length;
      return { isMissing: demand.price === null && given < demand.count, isGiven: given > 0, light: demand.light };
    });
  });
  const always = asked.filter((one) => one.light === undefined);
  if (always.some(({ isMissing }) => isMissing)) return () => false;
  const inLight = asked.filter(({ isMissing, isGiven, light: needed }) => needed !== undefined && (isMissing || isGiven));
  return (start) => {
    const run = start + (facts?.toRun ?? 0);
    return inLight.every(({ isMissing, isGiven, light: needed }) => {
      const isAsked = needed !== undefined && overlaps(light?.[needed] ?? [], run, run + (facts?.run ?? 0));
      return isAsked ? !isMissing : !isGiven;
    });
  };
}

function partiesOf(problem: PlanProblem, { team, attending }: Placement): ReadonlySet<number> {
  return new Set((team.length > 0 ? team : attending).map((unit) => problem.bodies[unit]?.party ?? -1));
}

/** The light in which the run must stay, so that hard requirements it is counted for go on counting it. */
function lightsNeeded(problem: PlanProblem, placement: Placement, keepsSoft: boolean): readonly Intervals[] {
  const { serial, site } = placement;
  const facts = problem.serials[serial];
  const light = site < 0 ? problem.sites[0]?.outside : problem.sites[site]?.light;
  return problem.requirements.flatMap((requirement) => {
    if (requirement.light === undefined || (requirement.price !== null && !keepsSoft) || facts?.team == null) return [];
    if (!facts.tasks.has(requirement.task) || !placement.parties.includes(requirement.party)) return [];
    const periods = light?.[requirement.light] ?? [];
    const run = placement.start + facts.toRun;
    return contains(periods, run, run + facts.run) ? [periods] : [];
  });
}

/** Takes away the starts that a serial which does not move, and starts at a minute, forbids: the relation is from it to the one that moves. */
export function leaveOut(bits: Uint32Array, slots: Slots, start: number, relation: Relation, problem: PlanProblem): void {
  const { least, most, firstLeads, secondLeads, days } = relation;
  keepOnly(bits, slots, start + least, start + most);
  clear(bits, slots, start - secondLeads + 1, start + firstLeads);
  for (const day of days) {
    const wanted = problem.dayOf(start) + (day === 'next' ? 1 : day === 'before' ? -1 : 0);
    for (let slot = 0; slot < slots.slots; slot++)
      if ((problem.dayOf(slots.origin + slot * slots.grid) === wanted) === (day === 'other'))
        bits[slot >> 5] = (bits[slot >> 5] ?? 0) & ~(1 << (slot & 31));
  }
}

/** Keeps the starts from one minute to another. */
export function keepOnly(bits: Uint32Array, slots: Slots, from: number, to: number): void {
  if (from > slots.origin) clear(bits, slots, Number.NEGATIVE_INFINITY, from);
  if (to < slots.origin + slots.slots * slots.grid) clear(bits, slots, to + 1, Number.POSITIVE_INFINITY);
}

/** Takes away the starts from one minute until, not including, another. */
export function clear(bits: Uint32Array, { origin, grid, slots }: Slots, from: number, until: number): void {
  if (from >= until) return;
  const first = from === Number.NEGATIVE_INFINITY ? 0 : Math.max(0, Math.ceil((from - origin) / grid));
  const last = until === Number.POSITIVE_INFINITY ? slots : Math.min(slots, Math.ceil((until - origin) / grid));
  for (let slot = first; slot < last; slot++) bits[slot >> 5] = (bits[slot >> 5] ?? 0) & ~(1 << (slot & 31));
}
