// Where a team could be had for a serial, as far as counting tells: at which of its open stands enough units that suit it are there, free,
// rested and qualified; and at which of these most are.
import { type Bits, clearRange, hasAny } from './bits.ts';
import { firstEnds } from './first-ends.ts';
import { restedStarts } from './rested.ts';
import type { Open } from './stands.ts';
import type { State } from './state.ts';
import { askedOfTeam } from './team-needs.ts';

/** How many units are on offer at each grid point, in binary: a plane of bits for each digit. */
type Counted = readonly Bits[];

export type Able = { readonly open: Open; readonly offered: Counted };

/** Undefined where the serial has no team, or its starts are not on the grid. */
export function whereAble(open: Open): Able | undefined {
  const { state, serial, bits } = open;
  const { problem, knowledge } = state;
  const facts = problem.serials[serial];
  const ties = knowledge.ties[serial];
  const width = bits[0]?.length ?? 0;
  if (facts === undefined || facts.team === null || ties === undefined || width === 0) return undefined;
  const asked = askedOfTeam(problem, facts.team, ties);
  const rows: (Bits | undefined)[] = [];
  const units: number[] = [];
  const since = qualifiedSince(state, serial, open.places[0] ?? -1);
  for (let unit = 0; unit < problem.unitCount; unit++) {
    if (asked.from[unit] !== 1) continue;
    const from = since(unit);
    if (from === Number.POSITIVE_INFINITY) continue;
    const own = restedStarts(state, unit, facts.total);
    if (from > knowledge.slots.first) {
      const row = own.slice();
      clearRange(row, 0, Math.ceil((from - knowledge.slots.first) / knowledge.slots.step));
      rows[unit] = row;
    } else rows[unit] = own;
    units.push(unit);
  }
  const twin = ties.same.map((other) => state.placed[other]).find((placement) => placement != null);
  const offered = counted(rows, units, width);
  const enough = atLeast(offered, Math.max(1, asked.units[0]), width);
  for (const unit of twin?.team ?? asked.must) {
    const row = rows[unit];
    for (let word = 0; word < width; word++) enough[word] = (enough[word] ?? 0) & (row?.[word] ?? 0);
  }
  if (twin == null)
    for (const { least, member } of asked.counts) {
      const members = units.filter((unit) => member[unit] === 1);
      if (members.length > least + common) continue;
      const has = atLeast(counted(rows, members, width), least, width);
      for (let word = 0; word < width; word++) enough[word] = (enough[word] ?? 0) & (has[word] ?? 0);
    }
  return { open: { ...open, bits: bits.map((set) => set.map((word, at) => word & (enough[at] ?? 0))) }, offered };
}

/** So many more than are asked for, and there are enough wherever most are. */
const common = 16;

/** Of the stands at which a team could be had, those at which most units are on offer. */
export function ablest({ open, offered }: Able): Open {
  let bits = open.bits;
  for (let digit = offered.length - 1; digit >= 0; digit--) {
    const plane = offered[digit];
    const narrower = bits.map((set) => set.map((word, at) => word & (plane?.[at] ?? 0)));
    if (narrower.some((set) => hasAny(set, 0, set.length << 5))) bits = narrower;
  }
  return { ...open, bits };
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

function counted(rows: readonly (Bits | undefined)[], units: readonly number[], width: number): Counted {
  const planes = Array.from({ length: 32 - Math.clz32(units.length) }, () => new Int32Array(width));
  for (const unit of units) {
    const row = rows[unit];
    if (row === undefined) continue;
    for (let word = 0; word < width; word++) {
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

function atLeast(planes: Counted, least: number, width: number): Bits {
  const found = new Int32Array(width);
  if (least >= 2 ** planes.length) return found;
  found.fill(-1);
  for (const [digit, plane] of planes.entries()) {
    const isAsked = ((least >> digit) & 1) === 1;
    for (let word = 0; word < width; word++) {
      const here = plane[word] ?? 0;
      found[word] = isAsked ? here & (found[word] ?? 0) : here | (found[word] ?? 0);
    }
  }
  return found;
}
