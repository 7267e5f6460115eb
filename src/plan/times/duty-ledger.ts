// Keeps hard duty rules while a schedule is made: for each bound body its engagements so far, in order of time, in typed arrays. The rules
// are those of `search/timeline.ts`; spells, rest and nights are counted around the newcomer only.

import { contains } from '../problem/intervals.ts';
import type { Body, DutyFacts } from '../problem.ts';
import { copy, insert, placeFor, type Row, remove, rowOf } from './engagement-row.ts';
import type { Ledger } from './schedule.ts';
import type { TimesProblem } from './times-problem.ts';

/** So far around an engagement its duty can matter, in minutes. */
const reach = 2 * 1440;
const day = 1440;

/** A bound body: its hard rules, what engages it whatever moves, and its engagements so far. */
type Bound = { readonly facts: Body; readonly rules: readonly DutyFacts[]; readonly fixed: Row; readonly row: Row };

type Share = { readonly bound: Bound; readonly offset: number; readonly minutes: number; readonly site: number; readonly isRest: number };

/** The ledger of a problem, or none where nothing asks for one. Slots are those of the mirrored problem where it is mirrored. */
export function dutyLedgerOf(problem: TimesProblem, isMirrored: boolean): Ledger | undefined {
  if (problem.duty.length === 0) return undefined;
  const { slots, origin, grid, duration, nights, travel } = problem;
  const bounds = problem.duty.map(({ facts, engagements, fixed }): Bound => {
    const length = fixed.length + engagements.length + 1;
    return { facts, rules: facts.duty.filter(({ price }) => price === null), fixed: rowOf(length, fixed), row: rowOf(length, fixed) };
  });
  const sharesOf = Array.from({ length: duration.length }, (): Share[] => []);
  for (const [index, bound] of bounds.entries())
    for (const { activity, offset, minutes, site, isRest } of problem.duty[index]?.engagements ?? [])
      sharesOf[activity]?.push({ bound, offset, minutes, site, isRest: isRest ? 1 : 0 });
  const longest = bounds.reduce((most, { row }) => Math.max(most, row.start.length), 0) + 1;
  const around = rowOf(longest);
  const spells = new Float64Array(8 * longest + 8);

  const original = (activity: number, slot: number) => (isMirrored ? slots - (duration[activity] ?? 0) - slot : slot);

  function allows(activity: number, slot: number): boolean {
    const list = sharesOf[activity];
    if (list === undefined || list.length === 0) return true;
    const at = original(activity, slot);
    const night = nights[activity]?.[at] ?? -1;
    for (const { bound, offset, minutes, site, isRest } of list) {
      const start = origin + at * grid + offset;
      if (!isAllowed(bound, start, start + minutes, site, isRest, isRest === 1 ? -1 : night)) return false;
    }
    return true;
  }

  function isAllowed({ facts, rules, row }: Bound, start: number, end: number, site: number, isRest: number, night: number): boolean {
    const place = placeFor(row, start);
    let [low, high] = [place, place];
    while (low > 0 && (row.end[low - 1] ?? 0) > start - reach) low--;
    while (high < row.count && (row.start[high] ?? 0) < end + reach) high++;
    around.count = 0;
    for (let at = Math.max(0, low - 1); at < place; at++) copy(row, at, around, around.count++);
    insert(around, around.count, start, end, site, isRest, night);
    for (let at = place; at < Math.min(row.count, high + 1); at++) copy(row, at, around, around.count++);
    let made = -1;
    for (const rule of rules) {
      if (rule.nights !== Number.POSITIVE_INFINITY && night >= 0 && nightsRunning(row, night, rule) > rule.nights) return false;
      if (rule.most === Number.POSITIVE_INFINITY && rule.rest === 0 && rule.beforeNight === 0) continue;
      if (made < 0) made = spellsOf(facts);
      if (isBroken(rule, made)) return false;
    }
    return true;
  }

  /** Spells of duty from and to in turn, in order; returns how many numbers. */
  function spellsOf({ home }: Body): number {
    const list = around;
    let made = 0;
    const add = (from: number, to: number) => {
      if (from >= to) return;
      // Ways home and out may lie before what was added last; they are put where they belong.
      let at = made;
      while (at > 0 && (spells[at - 2] ?? 0) > from) at -= 2;
      if (at > 0 && from <= (spells[at - 1] ?? 0)) {
        if (to > (spells[at - 1] ?? 0)) spells[at - 1] = to;
        at -= 2;
      } else {
        for (let move = made - 1; move >= at; move--) spells[move + 2] = spells[move] ?? 0;
        spells[at] = from;
        spells[at + 1] = to;
        made += 2;
      }
      while (at + 2 < made && (spells[at + 2] ?? 0) <= (spells[at + 1] ?? 0)) {
        spells[at + 1] = Math.max(spells[at + 1] ?? 0, spells[at + 3] ?? 0);
        for (let move = at + 2; move + 2 < made; move++) spells[move] = spells[move + 2] ?? 0;
        made -= 2;
      }
    };
    let before = -1;
    for (let at = 0; at < list.count; at++) {
      const [start, end, site] = [list.start[at] ?? 0, list.end[at] ?? 0, list.site[at] ?? -1];
      if (site >= 0) {
        const last = before < 0 ? -1 : (list.site[before] ?? -1);
        const free = before < 0 ? 0 : (list.end[before] ?? 0);
        const out = home < 0 ? 0 : (travel[home]?.[site] ?? 0);
        const back = before < 0 || home < 0 ? 0 : (travel[last]?.[home] ?? 0);
        const isHomeBetween = home >= 0 && (before < 0 || start - free >= back + out);
        if (isHomeBetween && before >= 0) add(free, free + back);
        const direct = before < 0 ? 0 : (travel[last]?.[site] ?? 0);
        add(start - (isHomeBetween ? out : direct), start);
        before = at;
      }
      if (list.isRest[at] === 0) add(start, end);
    }
    if (before >= 0 && home >= 0) add(list.end[before] ?? 0, (list.end[before] ?? 0) + (travel[list.site[before] ?? 0]?.[home] ?? 0));
    return made;
  }

  function isBroken(rule: DutyFacts, made: number): boolean {
    for (let index = 0; index < made; index += 2) {
      const from = spells[index] ?? 0;
      if (rule.during !== null && !contains(rule.during, from, from + 1)) continue;
      let [duty, rest] = [0, 0];
      for (let at = index; at < made && (spells[at] ?? 0) < from + day; at += 2) {
        const end = spells[at + 1] ?? 0;
        duty += Math.min(end, from + day) - (spells[at] ?? 0);
        rest = Math.max(rest, Math.min(at + 2 < made ? (spells[at + 2] ?? 0) : Number.POSITIVE_INFINITY, from + day) - end);
      }
      if (duty > rule.most || rest < rule.rest) return true;
    }
    return rule.beforeNight > 0 && lacksRestBeforeNight(rule, made);
  }

  function lacksRestBeforeNight(rule: DutyFacts, made: number): boolean {
    let last = -1;
    for (let one = 0; one < around.count; one++) {
      const night = around.night[one] ?? -1;
      if (night < 0) continue;
      const isFirst = night !== last;
      last = night;
      const start = around.start[one] ?? 0;
      if (!isFirst || (rule.during !== null && !contains(rule.during, start, start + 1))) continue;
      let at = 0;
      while (at + 3 < made && (spells[at + 2] ?? 0) <= start) at += 2;
      if (at > 0 && (spells[at] ?? 0) - (spells[at - 1] ?? 0) < rule.beforeNight) return true;
    }
    return false;
  }

  return {
    clear: () => {
      for (const { fixed, row } of bounds) {
        row.count = fixed.count;
        for (let at = 0; at < fixed.count; at++) copy(fixed, at, row, at);
      }
    },
    allows,
    take: (activity, slot) => {
      const at = original(activity, slot);
      const night = nights[activity]?.[at] ?? -1;
      for (const { bound, offset, minutes, site, isRest } of sharesOf[activity] ?? []) {
        const start = origin + at * grid + offset;
        insert(bound.row, placeFor(bound.row, start), start, start + minutes, site, isRest, isRest === 1 ? -1 : night);
      }
    },
    drop: (activity, slot) => {
      const at = original(activity, slot);
      for (const { bound, offset, minutes, site } of sharesOf[activity] ?? []) {
        const start = origin + at * grid + offset;
        remove(bound.row, start, start + minutes, site);
      }
    },
  };
}

function nightsRunning(row: Row, night: number, rule: DutyFacts): number {
  let [first, last] = [night, night];
  while (worksIn(row, first - 1, rule)) first--;
  while (worksIn(row, last + 1, rule)) last++;
  return last - first + 1;
}

function worksIn(row: Row, night: number, { during }: DutyFacts): boolean {
  for (let at = 0; at < row.count; at++) {
    const start = row.start[at] ?? 0;
    if (row.night[at] === night && (during === null || contains(during, start, start + 1))) return true;
  }
  return false;
}
