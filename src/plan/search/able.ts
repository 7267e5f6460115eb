// Where a team could be had for a serial, as far as counting tells: at which of its open stands enough units that suit it are there, free,
// rested and qualified; and at which of these most are.
import { type Bits, clearRange } from './bits.ts';
import { firstEnds } from './first-ends.ts';
import { restedStarts } from './rested.ts';
import type { Open } from './stands.ts';
import type { State } from './state.ts';
import { askedOfTeam } from './team-needs.ts';

/** Where a team could be had, and by grid point how many units are on offer there, in binary: a plane of bits for each digit. */
export type Able = { readonly open: Open; readonly offered: readonly Bits[] };

/** Undefined where the serial has no team, or its starts are not on the grid. */
export function whereAble(open: Open): Able | undefined {
  const { state, serial, bits } = open;
  const { problem, knowledge } = state;
  const facts = problem.serials[serial];
  const ties = knowledge.ties[serial];
  const span = spanOf(bits);
  if (facts === undefined || facts.team === null || ties === undefined || bits.length === 0) return undefined;
  const asked = askedOfTeam(problem, facts.team, ties);
  const rows: (Bits | undefined)[] = [];
  const units: number[] = [];
  const since = qualifiedSince(state, serial, open.places[0] ?? -1);
  for (let unit = 0; unit < problem.unitCount; unit++) {
    if (asked.from[unit] !== 1) continue;
    const from = since(unit);
    const slot = Math.ceil((from - knowledge.slots.first) / knowledge.slots.step);
    if (slot >= span.until << 5) continue;
    const own = restedStarts(state, unit, facts.total - (facts.total % 60));
    rows[unit] = slot <= span.from << 5 ? own : without(own, slot);
    units.push(unit);
  }
  const offered = counted(rows, units, span);
  const enough = atLeast(offered, Math.max(1, asked.units[0]), span);
  const twin = ties.same.map((other) => state.placed[other]).find((placement) => placement != null);
  for (const unit of twin?.team ?? asked.must) meet(enough, rows[unit], span);
  for (const { least, member } of twin == null ? asked.counts : []) {
    const members = units.filter((unit) => member[unit] === 1);
    if (members.length <= least + common) meet(enough, atLeast(counted(rows, members, span), least, span), span);
  }
  return { open: { ...open, bits: bits.map((set) => met(set, enough, span)) }, offered };
}

/** So many more than are asked for, and there are enough wherever most are. */
const common = 16;

/** Of the stands at which a team could be had, those at which most units are on offer. */
export function ablest({ open, offered }: Able): Open {
  const span = spanOf(open.bits);
  let best = new Int32Array(open.bits[0]?.length ?? 0);
  for (const set of open.bits) for (let word = span.from; word < span.until; word++) best[word] = (best[word] ?? 0) | (set[word] ?? 0);
  for (let digit = offered.length - 1; digit >= 0; digit--) {
    const narrower = met(best, offered[digit], span);
    if (narrower.some((word) => word !== 0)) best = narrower;
  }
  return { ...open, bits: open.bits.map((set) => met(set, best, span)) };
}

/** The words in which something lies. */
type Span = { readonly from: number; readonly until: number };

function spanOf(bits: readonly Bits[]): Span {
  let [from, until] = [bits[0]?.length ?? 0, 0];
  for (const set of bits) {
    for (let word = 0; word < from; word++) if (set[word] !== 0) from = word;
    for (let word = set.length - 1; word >= until; word--) if (set[word] !== 0) until = word + 1;
  }
  return { from, until };
}

function without(row: Bits, before: number): Bits {
  const rest = row.slice();
  clearRange(rest, 0, before);
  return rest;
}

function meet(bits: Bits, others: Bits | undefined, { from, until }: Span): void {
  for (let word = from; word < until; word++) bits[word] = (bits[word] ?? 0) & (others?.[word] ?? 0);
}

function met(bits: Bits, others: Bits | undefined, { from, until }: Span): Int32Array<ArrayBuffer> {
  const both = new Int32Array(bits.length);
  for (let word = from; word < until; word++) both[word] = (bits[word] ?? 0) & (others?.[word] ?? 0);
  return both;
}

/** By unit the minute from which it has had what the serial asks for. */
function qualifiedSince(state: State, serial: number, site: number): (unit: number) => number {
  const asked = (state.knowledge.qualifications[serial] ?? []).filter(
    ({ facts }) => facts.each === 'unit' && facts.before.mayMatch(serial, site) && !facts.needs.mayMatch(serial, site),
  );
  const had = asked.map(({ index, facts }) => ({ bodies: facts.bodies, ends: firstEnds(state, index, -1) }));
  return (unit) => {
    let latest = Number.NEGATIVE_INFINITY;
    for (const { bodies, ends } of had) if (bodies[unit] === 1) latest = Math.max(latest, ends[unit] ?? 0);
    return latest;
  };
}

function counted(rows: readonly (Bits | undefined)[], units: readonly number[], { from, until }: Span): readonly Bits[] {
  const width = rows[units[0] ?? 0]?.length ?? 0;
  const planes = Array.from({ length: 32 - Math.clz32(units.length) }, () => new Int32Array(width));
  for (const unit of units) {
    const row = rows[unit];
    if (row === undefined) continue;
    for (let word = from; word < until; word++) {
      let carry = row[word] ?? 0;
      for (let digit = 0; carry !== 0; digit++) {
        const plane = planes[digit];
        if (plane === undefined) break;
        const before = plane[word] ?? 0;
        plane[word] = before ^ carry;
        carry &= before;
      }
    }
  }
  return planes;
}

function atLeast(planes: readonly Bits[], least: number, { from, until }: Span): Bits {
  const found = new Int32Array(until);
  if (least >= 2 ** planes.length) return found;
  found.fill(-1, from);
  for (const [digit, plane] of planes.entries()) {
    const isAsked = ((least >> digit) & 1) === 1;
    for (let word = from; word < until; word++) {
      const here = plane[word] ?? 0;
      found[word] = isAsked ? here & (found[word] ?? 0) : here | (found[word] ?? 0);
    }
  }
  return found;
}
