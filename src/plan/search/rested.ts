// From which grid points a unit could take on an engagement of some length: it is there, is not engaged, and keeps its hard duty rules, as
// far as can be told without travel. Known by unit and length until its engagements change.
import type { DutyFacts } from '../problem.ts';
import { type Bits, bitsFor, clearRange } from './bits.ts';
import type { State } from './state.ts';
import { spellsOf } from './timeline.ts';

/** What is known for one length, by unit. */
export type Rested = { readonly length: number; readonly bits: readonly Bits[]; readonly isKnown: Uint8Array };

export function restedStarts(state: State, unit: number, length: number): Bits {
  const { knowledge, problem } = state;
  const { rested } = state.remembered;
  let known = rested.find((one) => one.length === length);
  if (known === undefined) {
    const bits = Array.from({ length: problem.unitCount }, () => bitsFor(knowledge.slots.count));
    known = { length, bits, isKnown: new Uint8Array(problem.unitCount) };
    rested.push(known);
  }
  const bits = known.bits[unit] ?? bitsFor(knowledge.slots.count);
  if (known.isKnown[unit] === 0) workOut(state, unit, length, bits);
  known.isKnown[unit] = 1;
  return bits;
}

/** The engagements of a unit have changed. */
export function forgetRested({ remembered: { rested } }: State, unit: number): void {
  for (const { isKnown } of rested) isKnown[unit] = 0;
}

const day = 1440;
const never = Number.POSITIVE_INFINITY;
const spells: number[] = [];

function workOut({ problem, knowledge, engagements }: State, unit: number, length: number, bits: Bits): void {
  const { first, step } = knowledge.slots;
  const slotFrom = (minute: number) => Math.ceil((minute - first) / step);
  const facts = problem.bodies[unit];
  const list = engagements[unit] ?? [];
  bits.fill(-1);
  let open = 0;
  for (const [from, to] of facts?.presence ?? []) {
    clearRange(bits, open, slotFrom(from));
    open = slotFrom(to - length + 1);
  }
  clearRange(bits, Math.max(0, open), bits.length << 5);
  for (const { start, end } of list) clearRange(bits, slotFrom(start - length + 1), slotFrom(end));
  if (facts === undefined || list.length === 0) return;
  let areSpellsKnown = false;
  for (const rule of facts.duty) {
    if (rule.price !== null || rule.during !== null || (rule.most === never && rule.rest === 0)) continue;
    if (!areSpellsKnown) spellsOf(problem, facts, list, spells);
    areSpellsKnown = true;
    for (let at = 0; at < spells.length; at += 2) {
      clearFrom(rule, at, length, bits, slotFrom);
      clearBefore(rule, at, length, bits, slotFrom);
    }
  }
}

/** Takes out the starts with which the day that begins with a spell would hold too much duty, or too little rest. */
function clearFrom({ most, rest }: DutyFacts, at: number, length: number, bits: Bits, slotFrom: (minute: number) => number): void {
  const from = spells[at] ?? 0;
  const until = from + day;
  let [duty, longest, second, after] = [0, -1, -1, 0];
  for (let index = at; index < spells.length && (spells[index] ?? 0) < until; index += 2) {
    const end = spells[index + 1] ?? 0;
    duty += Math.min(end, until) - (spells[index] ?? 0);
    const gap = Math.min(spells[index + 2] ?? never, until) - end;
    if (gap > longest) [second, longest, after] = [longest, gap, end];
    else if (gap > second) second = gap;
  }
  const room = most - duty;
  if (room < length) clearRange(bits, slotFrom(from), slotFrom(until - room));
  if (second < rest) clearRange(bits, slotFrom(after + longest - length - rest + 1), slotFrom(after + rest));
}

/** Takes out the starts before a spell from which a day would hold too much duty, or too little rest. */
function clearBefore({ most, rest }: DutyFacts, at: number, length: number, bits: Bits, slotFrom: (minute: number) => number): void {
  const from = spells[at] ?? 0;
  const last = slotFrom(from - length + 1);
  let duty = 0;
  for (let index = at; index < spells.length && (spells[index] ?? 0) < from + day; index += 2) {
    const start = spells[index] ?? 0;
    const more = (spells[index + 1] ?? 0) - start;
    if (duty + more > most - length) {
      clearRange(bits, slotFrom(start + most - length - duty - day + 1), last);
      break;
    }
    duty += more;
  }
  let index = at;
  while (index + 2 < spells.length && (spells[index + 2] ?? 0) - (spells[index + 1] ?? 0) < rest) index += 2;
  clearRange(bits, slotFrom(from - length - rest + 1), Math.min(last, slotFrom((spells[index + 1] ?? 0) + rest - day)));
}
