// What orders, lags and days leave to serials that wait: the starts of each are cut down by those of every other it is bound to, until
// nothing changes. A start after which some serial has none left is no start.
import type { LagFacts } from '../problem/statements.ts';
import { type Bits, bitsFor, clearRange, countOf, greatestOf, hasAny, keepRange, leastOf } from './bits.ts';
import type { Knowledge } from './knowledge.ts';
import type { Partner } from './order.ts';
import type { Placement } from './placement.ts';
import type { State } from './state.ts';

/** Where a serial may start: on the grid in a set, or at the one minute that the document or a placement gives it. */
type Domain = { readonly bits: Bits | null; readonly least: number; readonly greatest: number };

const slotFrom = ({ slots }: Knowledge, minute: number): number => Math.ceil((minute - slots.first) / slots.step);

const single = (minute: number): Domain => ({ bits: null, least: minute, greatest: minute });

function domainFrom({ slots }: Knowledge, bits: Bits): Domain {
  const [least, greatest] = [leastOf(bits), greatestOf(bits)];
  const minute = (slot: number) => slots.first + slot * slots.step;
  return least < 0 ? { bits, least: never, greatest: -never } : { bits, least: minute(least), greatest: minute(greatest) };
}

const never = Number.POSITIVE_INFINITY;

const known = new WeakMap<object, readonly Domain[]>();

/** By serial what all orders together leave of its starts before anything is placed. */
export function firstDomains(knowledge: Knowledge): readonly Domain[] {
  const found = known.get(knowledge.problem.serials);
  if (found !== undefined) return found;
  const { problem } = knowledge;
  const domains = problem.serials.map((facts, serial) => ownDomain(knowledge, serial, facts.fixed));
  const queue = problem.serials.flatMap((_, serial) => (isBound(knowledge, serial) ? [serial] : []));
  const waits = new Uint8Array(problem.serials.length).fill(1);
  for (let serial = queue.shift(); serial !== undefined; serial = queue.shift()) {
    waits[serial] = 0;
    const before = domains[serial];
    const after = before === undefined ? undefined : cutDown(knowledge, serial, before, (other) => domains[other] ?? single(0));
    // A document that contradicts itself keeps the starts it states; others say why.
    if (after === undefined || after.least === never) continue;
    domains[serial] = after;
    for (const { other } of knowledge.partners[serial] ?? []) {
      if (waits[other] === 1 || !isBound(knowledge, other)) continue;
      waits[other] = 1;
      queue.push(other);
    }
  }
  known.set(problem.serials, domains);
  return domains;
}

function ownDomain(knowledge: Knowledge, serial: number, fixed: number | null): Domain {
  if (fixed !== null) return single(fixed);
  const all = bitsFor(knowledge.slots.count);
  for (const set of knowledge.startBits[serial] ?? [])
    for (let word = 0; word < all.length; word++) all[word] = (all[word] ?? 0) | (set[word] ?? 0);
  return domainFrom(knowledge, all);
}

/** Whether orders cut a serial's starts at all: it must be held, and the document does not fix it. */
const isBound = ({ problem }: Knowledge, serial: number): boolean =>
  problem.serials[serial]?.optional === null && problem.serials[serial]?.fixed === null;

/** Whether every serial that waits keeps a start if one is placed so. */
export function leavesStarts({ problem, knowledge, placed }: State, placement: Placement): boolean {
  const partners = knowledge.partners[placement.serial] ?? [];
  if (partners.length === 0) return true;
  const first = firstDomains(knowledge);
  const cut = new Map<number, Domain>();
  const domainOf = (serial: number): Domain => {
    if (serial === placement.serial) return single(placement.start);
    const there = placed[serial];
    return there != null ? single(there.start) : (cut.get(serial) ?? first[serial] ?? single(0));
  };
  const isOpen = (serial: number) => serial !== placement.serial && placed[serial] === null && isBound(knowledge, serial);
  const queue = partners.flatMap((partner) => (isOrder(partner) && isOpen(partner.other) ? [partner.other] : []));
  const waits = new Set(queue);
  for (let steps = 0; steps < mostSteps; steps++) {
    const serial = queue.shift();
    if (serial === undefined) return true;
    waits.delete(serial);
    const before = domainOf(serial);
    const after = cutDown(knowledge, serial, before, (other) =>
      placed[other] != null || other === placement.serial || problem.serials[other]?.optional === null ? domainOf(other) : undefined,
    );
    if (after === undefined) continue;
    if (after.least === never) return false;
    cut.set(serial, after);
    for (const partner of knowledge.partners[serial] ?? []) {
      if (waits.has(partner.other) || !isOrder(partner) || !isOpen(partner.other)) continue;
      waits.add(partner.other);
      queue.push(partner.other);
    }
  }
  return true;
}

/** So many cuts and a placement is let be. */
const mostSteps = 60;

const isOrder = ({ isBefore, isAfter, lags }: Partner): boolean => isBefore || isAfter || lags.length > 0;

/** A domain without what those of its partners forbid; undefined where nothing changes. */
function cutDown(
  knowledge: Knowledge,
  serial: number,
  domain: Domain,
  domainOf: (other: number) => Domain | undefined,
): Domain | undefined {
  if (domain.bits === null) return undefined;
  const { problem } = knowledge;
  const facts = problem.serials[serial];
  const bits = domain.bits.slice();
  for (const { other, isBefore, isAfter, lags } of knowledge.partners[serial] ?? []) {
    const theirs = problem.serials[other];
    if (facts === undefined || theirs === undefined || !(isBefore || isAfter || lags.length > 0)) continue;
    const there = domainOf(other);
    if (there === undefined || there.least === never) continue;
    if (isBefore) clearRange(bits, 0, slotFrom(knowledge, there.least + theirs.total));
    if (isAfter) clearRange(bits, slotFrom(knowledge, there.greatest - facts.total + 1), bits.length << 5);
    for (const lag of lags) {
      if (lag.price !== null || lag.sameUnitsOnly || !lag.first.isOfTheDocument || !lag.second.isOfTheDocument) continue;
      const isFirst = lag.first.couldMatch(serial) && lag.second.couldMatch(other);
      const isSecond = lag.second.couldMatch(serial) && lag.first.couldMatch(other);
      if (isFirst !== isSecond) keepLag(knowledge, bits, lag, isFirst, facts, theirs, there);
    }
  }
  return countOf(bits) === countOf(domain.bits) ? undefined : domainFrom(knowledge, bits);
}

type Lengths = { readonly total: number; readonly toRun: number };

/** Leaves the starts that keep a lag with some start of the other. */
export function keepLag(
  knowledge: Knowledge,
  bits: Bits,
  lag: LagFacts,
  isFirst: boolean,
  own: Lengths,
  theirs: Lengths,
  there: Domain,
): void {
  const keep = (from: number, to: number) => keepRange(bits, slotFrom(knowledge, from), slotFrom(knowledge, to + 1));
  switch (lag.relation) {
    case 'lag': {
      const shift = isFirst
        ? (lag.toStart ? 0 : theirs.total) - (lag.fromEnd ? own.total : 0)
        : (lag.fromEnd ? theirs.total : 0) - (lag.toStart ? 0 : own.total);
      if (isFirst) keep(there.least + shift - lag.most, there.greatest + shift - lag.least);
      else keep(there.least + shift + lag.least, there.greatest + shift + lag.most);
      return;
    }
    case 'together':
      keep(there.least + theirs.toRun - own.toRun, there.greatest + theirs.toRun - own.toRun);
      return;
    default:
      keepDays(knowledge, bits, lag, isFirst, there);
  }
}

function keepDays(knowledge: Knowledge, bits: Bits, { relation }: LagFacts, isFirst: boolean, there: Domain): void {
  const { days } = knowledge;
  const isThere = (day: number): boolean => {
    const range = days[day];
    if (range === undefined) return false;
    if (there.bits !== null) return hasAny(there.bits, range[0], range[1]);
    const slot = Math.floor((there.least - knowledge.slots.first) / knowledge.slots.step);
    return range[0] <= slot && slot < range[1];
  };
  for (const [day, [from, until]] of days.entries()) {
    if (relation === 'notSameDay') {
      if (isThere(day) && days.every((_, other) => other === day || !isThere(other))) clearRange(bits, from, until);
    } else if (!isThere(relation === 'sameDay' ? day : isFirst ? day + 1 : day - 1)) clearRange(bits, from, until);
  }
}

/** The grid points of each local day, in turn. */
export function daysOf(count: number, dayAt: (slot: number) => number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let last = Number.NaN;
  for (let slot = 0; slot < count; slot++) {
    const day = dayAt(slot);
    const range = found[found.length - 1];
    if (day === last && range !== undefined) range[1] = slot + 1;
    else found.push([slot, slot + 1]);
    last = day;
  }
  return found;
}

/** The one minute of a placement, as a domain. */
export const domainOfPlacement = ({ start }: Placement): Domain => single(start);

/** Only those stands of a serial's places that all orders together could leave it. */
export function withinDomain(knowledge: Knowledge, serial: number, sets: readonly Bits[]): void {
  const domain = firstDomains(knowledge)[serial]?.bits;
  if (domain == null) return;
  for (const set of sets) for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) & (domain[word] ?? 0);
}
