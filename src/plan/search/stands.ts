// Where and when a serial may still stand: its own starts less what stands in the way at its sites, in its pools, for those who attend it
// and by orders, days and exclusions; and which few of these are tried.
import type { Random } from '../../kernel/index.ts';
import type { LagFacts } from '../problem/statements.ts';
import { type Bits, clearRange, hasBit, keepRange, membersOf } from './bits.ts';
import type { Partner } from './order.ts';
import type { Placement, Stand } from './placement.ts';
import { fullAtSite, fullInPool, type State } from './state.ts';

/** Open stands of a serial: for each of its places the grid points at which it may start. */
export type Open = { readonly state: State; readonly serial: number; readonly places: readonly number[]; readonly bits: readonly Bits[] };

export type Leaving = { /** Places and people taken by others are left out of account. */ readonly occupants: boolean };

/** Works out the open stands; with `leaving` occupants those where only others that could be lifted stand in the way as well. */
export function openStands(state: State, serial: number, leaving: Leaving = { occupants: false }): Open {
  const { problem, knowledge } = state;
  const facts = problem.serials[serial];
  const own = knowledge.startBits[serial] ?? [];
  if (facts === undefined || own.length === 0) return { state, serial, places: [], bits: [] };
  const places = facts.needsSite ? facts.sites : [-1];
  const bits = own.map((starts) => starts.slice());
  for (const partner of knowledge.partners[serial] ?? []) {
    const other = state.placed[partner.other];
    if (other != null && (!leaving.occupants || state.pinned[partner.other] === 1))
      for (const set of bits) narrowed(state, serial, set, partner, other);
  }
  if (leaving.occupants) return { state, serial, places, bits };
  for (const [pool, amount] of facts.pools) {
    const full = fullInPool(state, pool, amount);
    const length = facts.total + (problem.pools[pool]?.turnaround ?? 0);
    for (const set of bits) clearAround(state, set, full, length);
  }
  for (const [index, site] of places.entries()) {
    const set = bits[index];
    if (set === undefined) continue;
    if (site >= 0) clearAround(state, set, fullAtSite(state, site), facts.total + facts.reset);
    for (const body of facts.attendUnits) clearEngaged(state, set, body, site, facts.total);
    for (const body of facts.attendPosts) clearEngaged(state, set, body, site, facts.total);
  }
  return { state, serial, places, bits };
}

/** The first grid point at or after a minute. */
const slotFrom = ({ knowledge: { slots } }: State, minute: number): number => Math.ceil((minute - slots.first) / slots.step);

/** Takes out the starts from which a stretch of so many minutes would touch one of the stretches. */
function clearAround(state: State, bits: Bits, stretches: readonly number[], length: number): void {
  for (let index = 0; index < stretches.length; index += 2) {
    const [from, to] = [stretches[index] ?? 0, stretches[index + 1] ?? 0];
    clearRange(bits, slotFrom(state, from - length + 1), slotFrom(state, to));
  }
}

function clearEngaged(state: State, bits: Bits, body: number, site: number, length: number): void {
  const { problem } = state;
  for (const one of state.engagements[body] ?? []) {
    const before = one.site < 0 || site < 0 ? 0 : (problem.travel[site]?.[one.site] ?? 0);
    const after = one.site < 0 || site < 0 ? 0 : (problem.travel[one.site]?.[site] ?? 0);
    clearRange(bits, slotFrom(state, one.start - before - length + 1), slotFrom(state, one.end + after));
  }
}

/** Takes out the starts that a placed partner forbids for certain; what depends on people is left to the full check. */
function narrowed(state: State, serial: number, bits: Bits, partner: Partner, other: Placement): void {
  const { problem } = state;
  const total = problem.serials[serial]?.total ?? 0;
  const otherEnd = other.start + (problem.serials[partner.other]?.total ?? 0);
  if (partner.isBefore) clearRange(bits, 0, slotFrom(state, otherEnd));
  if (partner.isAfter) clearRange(bits, slotFrom(state, other.start - total + 1), bits.length << 5);
  for (const { between, and, price } of partner.exclusions) {
    if (price !== null || !between.isOfTheDocument || !and.isOfTheDocument) continue;
    clearRange(bits, slotFrom(state, other.start - total + 1), slotFrom(state, otherEnd));
  }
  for (const lag of partner.lags) {
    if (lag.price !== null || lag.sameUnitsOnly || !lag.first.isOfTheDocument || !lag.second.isOfTheDocument) continue;
    const isFirst = lag.first.couldMatch(serial) && lag.second.couldMatch(partner.other);
    const isSecond = lag.second.couldMatch(serial) && lag.first.couldMatch(partner.other);
    if (isFirst !== isSecond) keepLag(state, serial, bits, lag, isFirst, other);
  }
}

function keepLag(state: State, serial: number, bits: Bits, lag: LagFacts, isFirst: boolean, other: Placement): void {
  const { problem } = state;
  const [own, others] = [problem.serials[serial], problem.serials[other.serial]];
  if (own === undefined || others === undefined) return;
  const keep = (from: number, to: number) => keepRange(bits, slotFrom(state, from), slotFrom(state, to + 1));
  switch (lag.relation) {
    case 'lag': {
      if (isFirst) {
        const until = other.start + (lag.toStart ? 0 : others.total) - (lag.fromEnd ? own.total : 0);
        keep(until - lag.most, until - lag.least);
      } else {
        const since = other.start + (lag.fromEnd ? others.total : 0) - (lag.toStart ? 0 : own.total);
        keep(since + lag.least, since + lag.most);
      }
      return;
    }
    case 'together': {
      const start = other.start + others.toRun - own.toRun;
      keep(start, start);
      return;
    }
    default:
      keepDays(state, bits, lag, isFirst, other);
  }
}

function keepDays({ problem, knowledge: { slots } }: State, bits: Bits, { relation }: LagFacts, isFirst: boolean, other: Placement): void {
  const day = problem.dayOf(other.start);
  const perDay = Math.round(1440 / slots.step);
  // Days begin about where the first one does; the few points around are asked one by one.
  const near = Math.floor((other.start - slots.first) / 1440) * perDay;
  let [from, until] = [-1, -1];
  const wanted = relation === 'consecutive' ? (isFirst ? day - 1 : day + 1) : day;
  for (let slot = Math.max(0, near - 2 * perDay); slot < Math.min(slots.count, near + 3 * perDay); slot++) {
    if (problem.dayOf(slots.first + slot * slots.step) !== wanted) continue;
    if (from < 0) from = slot;
    until = slot + 1;
  }
  if (relation === 'notSameDay') clearRange(bits, from, until);
  else keepRange(bits, from, until);
}

/** Whether a serial may stand at a stand as far as can be told without its team. */
export function isOpen({ state, serial, places, bits }: Open, { start, site }: Stand): boolean {
  const set = bits[places.indexOf(site)];
  const { slots } = state.knowledge;
  const slot = (start - slots.first) / slots.step;
  if (set !== undefined) return Number.isInteger(slot) && hasBit(set, slot);
  // A serial off the grid has the one start that the document gives it.
  const facts = state.problem.serials[serial];
  const starts = facts?.starts[facts.needsSite ? facts.sites.indexOf(site) : 0];
  return starts?.includes(start) ?? false;
}

let slotsOf = new Int32Array(4096);

/** A few open stands to try; all of them, in random order, when they are few; otherwise early ones more often. */
export function drawnFrom({ state, serial, places, bits }: Open, draws: number, isEarly: boolean, random: Random): readonly Stand[] {
  const { slots } = state.knowledge;
  const facts = state.problem.serials[serial];
  if (facts === undefined) return [];
  if (bits.length === 0) {
    const all = (facts.needsSite ? facts.sites : [-1]).flatMap((site, index) =>
      Array.from(facts.starts[index] ?? [], (start) => ({ site, start })),
    );
    return random.shuffled(all).slice(0, Math.max(draws, 1));
  }
  const ends: number[] = [];
  let total = 0;
  for (const set of bits) {
    if (slotsOf.length < total + set.length * 32) {
      const larger = new Int32Array(2 * (total + set.length * 32));
      larger.set(slotsOf);
      slotsOf = larger;
    }
    total = membersOf(set, slotsOf, total);
    ends.push(total);
  }
  if (total === 0) return [];
  const standAt = (index: number): Stand => {
    const place = ends.findIndex((end) => index < end);
    return { site: places[place] ?? -1, start: slots.first + (slotsOf[index] ?? 0) * slots.step };
  };
  const found: Stand[] = [];
  if (total <= draws) {
    for (let index = 0; index < total; index++) found.push(standAt(index));
    return isEarly ? found.sort((a, b) => a.start - b.start) : random.shuffled(found);
  }
  for (let draw = 0; draw < draws; draw++) {
    const any = random.below(total);
    const place = ends.findIndex((end) => any < end);
    const from = ends[place - 1] ?? 0;
    const count = (ends[place] ?? 0) - from;
    const u = random.uniform();
    const share = isEarly ? u * u * u : draw % 3 === 0 ? u : u * u;
    found.push(standAt(from + Math.floor(share * count)));
  }
  return isEarly ? found.sort((a, b) => a.start - b.start) : found;
}
