// Where and when a serial may still stand: its own starts less what stands in the way at its sites, in its pools, for those who attend it
// and by orders, days and exclusions; and which few of these are tried.
import type { Random } from '../../kernel/index.ts';
import { type Bits, clearRange, hasBit, membersOf } from './bits.ts';
import { domainOfPlacement, keepLag } from './domains.ts';
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
    for (const body of knowledge.needed[serial] ?? []) clearEngaged(state, set, body, site, facts.total);
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
  const [own, theirs] = [problem.serials[serial], problem.serials[partner.other]];
  const total = own?.total ?? 0;
  const otherEnd = other.start + (theirs?.total ?? 0);
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
    if (isFirst !== isSecond && own !== undefined && theirs !== undefined)
      keepLag(state.knowledge, bits, lag, isFirst, own, theirs, domainOfPlacement(other));
  }
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

/** Leaves only the stands at which each demand of the team that few can meet has enough of them free. */
export function withScarceUnits(open: Open): Open {
  const { state, serial, places, bits } = open;
  const { problem } = state;
  const facts = problem.serials[serial];
  for (const { count, eligible } of facts?.team?.demands ?? []) {
    const able: number[] = [];
    for (let unit = 0; unit < problem.unitCount; unit++) if (eligible[unit] === 1 && facts?.team?.from[unit] === 1) able.push(unit);
    if (able.length > scarce + count) continue;
    for (const [index, site] of places.entries()) {
      const set = bits[index];
      if (set !== undefined) keepWhereEnough(state, set, able, site, facts?.total ?? 0, count);
    }
  }
  return open;
}

/** So many more than are asked for, and a demand counts as one that few can meet. */
const scarce = 8;

/** Leaves the stands at which so many of some bodies are free. */
export function keepWhereEnough(state: State, bits: Bits, able: readonly number[], site: number, total: number, count: number): void {
  // How many are free, in binary: a plane of bits for each digit.
  const planes = [new Int32Array(bits.length), new Int32Array(bits.length), new Int32Array(bits.length), new Int32Array(bits.length)];
  for (const unit of able) {
    const free = bits.slice();
    clearEngaged(state, free, unit, site, total);
    clearAbsent(state, free, unit, total);
    for (let word = 0; word < bits.length; word++) {
      let carry = free[word] ?? 0;
      for (const plane of planes) {
        const digit = plane[word] ?? 0;
        plane[word] = digit ^ carry;
        carry &= digit;
      }
    }
  }
  for (let word = 0; word < bits.length; word++) {
    let atLeast = -1;
    for (const [digit, plane] of planes.entries()) {
      const has = plane[word] ?? 0;
      atLeast = ((count >> digit) & 1) === 1 ? has & atLeast : has | atLeast;
    }
    bits[word] = (bits[word] ?? 0) & atLeast;
  }
}

function clearAbsent(state: State, bits: Bits, body: number, length: number): void {
  let open = 0;
  for (const [from, to] of state.problem.bodies[body]?.presence ?? []) {
    clearRange(bits, open, slotFrom(state, from));
    open = slotFrom(state, to - length + 1);
  }
  clearRange(bits, Math.max(0, open), bits.length << 5);
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
