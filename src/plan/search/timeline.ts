// Whether a body can take on one more engagement: there, in one place at a time, with time to travel, inside its hard duty rules.

import { contains, merged } from '../problem/intervals.ts';
import type { Body, DutyFacts, PlanProblem } from '../problem.ts';
import type { Engagement } from './placement.ts';

/** So far around an engagement its duty can matter. */
const reach = 2 * 1440;

/** The place of an engagement in a list in order of time. */
export function indexFor(list: readonly Engagement[], start: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Presence, overlap and travel; cheap. `list` holds the body's engagements in order of time. */
export function isFree(problem: PlanProblem, body: number, list: readonly Engagement[], wanted: Engagement): boolean {
  const facts = problem.bodies[body];
  if (facts === undefined || !contains(facts.presence, wanted.start, wanted.end)) return false;
  const at = indexFor(list, wanted.start);
  const after = list[at];
  const before = list[at - 1];
  if ((after !== undefined && after.start < wanted.end) || (before !== undefined && before.end > wanted.start)) return false;
  if (wanted.site < 0) return true;
  for (let index = at - 1; index >= 0; index--) {
    const one = list[index];
    if (one === undefined || one.site < 0) continue;
    if (one.end + (problem.travel[one.site]?.[wanted.site] ?? 0) > wanted.start) return false;
    break;
  }
  for (let index = at; index < list.length; index++) {
    const one = list[index];
    if (one === undefined || one.site < 0) continue;
    if (wanted.end + (problem.travel[wanted.site]?.[one.site] ?? 0) > one.start) return false;
    break;
  }
  return true;
}

/** Whether the body's hard duty rules still hold once it takes the engagement on. */
export function dutyAllows(problem: PlanProblem, body: number, list: readonly Engagement[], wanted: Engagement): boolean {
  const facts = problem.bodies[body];
  if (facts === undefined || facts.duty.length === 0) return true;
  const at = indexFor(list, wanted.start);
  let [low, high] = [at, at];
  while (low > 0 && (list[low - 1]?.end ?? 0) > wanted.start - reach) low--;
  while (high < list.length && (list[high]?.start ?? 0) < wanted.end + reach) high++;
  const around = [...list.slice(Math.max(0, low - 1), at), wanted, ...list.slice(at, Math.min(list.length, high + 1))];
  let spells: readonly number[] | undefined;
  for (const rule of facts.duty) {
    if (rule.price !== null) continue;
    if (rule.nights !== Number.POSITIVE_INFINITY && wanted.night >= 0 && nightsRunning(list, wanted, rule) > rule.nights) return false;
    if (rule.most === Number.POSITIVE_INFINITY && rule.rest === 0 && rule.beforeNight === 0) continue;
    spells ??= spellsOf(problem, facts, around);
    if (breachesOf(rule, spells, around) > 0) return false;
  }
  return true;
}

/** Spells of duty, from and to in turn, in order and without overlap. */
export function spellsOf(problem: PlanProblem, body: Body, list: readonly Engagement[]): readonly number[] {
  const spells: number[] = [];
  let isInOrder = true;
  const add = (from: number, to: number) => {
    if (from >= to) return;
    const last = spells.length - 1;
    if (last > 0 && from < (spells[last - 1] ?? 0)) isInOrder = false;
    if (isInOrder && last > 0 && from <= (spells[last] ?? 0)) spells[last] = Math.max(to, spells[last] ?? to);
    else spells.push(from, to);
  };
  let before: Engagement | undefined;
  for (const one of list) {
    if (one.site >= 0) {
      const out = body.home < 0 ? 0 : (problem.travel[body.home]?.[one.site] ?? 0);
      const back = before === undefined || body.home < 0 ? 0 : (problem.travel[before.site]?.[body.home] ?? 0);
      const isHomeBetween = body.home >= 0 && (before === undefined || one.start - before.end >= back + out);
      if (isHomeBetween && before !== undefined) add(before.end, before.end + back);
      const direct = before === undefined ? 0 : (problem.travel[before.site]?.[one.site] ?? 0);
      const way = isHomeBetween ? out : direct;
      add(one.start - way, one.start);
      before = one;
    }
    if (!one.isRest) add(one.start, one.end);
  }
  if (before !== undefined && body.home >= 0) add(before.end, before.end + (problem.travel[before.site]?.[body.home] ?? 0));
  return isInOrder ? spells : sortedAndMerged(spells);
}

function sortedAndMerged(spells: readonly number[]): readonly number[] {
  const pairs = Array.from({ length: spells.length / 2 }, (_, index) => [spells[2 * index] ?? 0, spells[2 * index + 1] ?? 0] as const);
  return merged(pairs).flat();
}

/** Minutes by which a rule is broken over spells: duty above the most, rest under the least. */
export function breachesOf(rule: DutyFacts, spells: readonly number[], list: readonly Engagement[]): number {
  let breaches = 0;
  for (let index = 0; index < spells.length; index += 2) {
    const from = spells[index] ?? 0;
    if (rule.during !== null && !contains(rule.during, from, from + 1)) continue;
    let [duty, longest] = [0, 0];
    for (let at = index; at < spells.length && (spells[at] ?? 0) < from + 1440; at += 2) {
      const end = spells[at + 1] ?? 0;
      duty += Math.min(end, from + 1440) - (spells[at] ?? 0);
      longest = Math.max(longest, Math.min(spells[at + 2] ?? Number.POSITIVE_INFINITY, from + 1440) - end);
    }
    breaches += Math.max(0, duty - rule.most) + Math.max(0, rule.rest - longest);
  }
  return rule.beforeNight > 0 ? breaches + restMissingBeforeNights(rule, spells, list) : breaches;
}

function restMissingBeforeNights(rule: DutyFacts, spells: readonly number[], list: readonly Engagement[]): number {
  let [missing, lastNight] = [0, -1];
  for (const one of list) {
    if (one.night < 0) continue;
    const isFirst = one.night !== lastNight;
    lastNight = one.night;
    if (!isFirst || (rule.during !== null && !contains(rule.during, one.start, one.start + 1))) continue;
    let at = 0;
    while (at + 3 < spells.length && (spells[at + 2] ?? 0) <= one.start) at += 2;
    const rest = at === 0 ? Number.POSITIVE_INFINITY : (spells[at] ?? 0) - (spells[at - 1] ?? 0);
    missing += Math.max(0, rule.beforeNight - rest);
  }
  return missing;
}

function nightsRunning(list: readonly Engagement[], wanted: Engagement, rule: DutyFacts): number {
  const counts = (one: Engagement) => one.night >= 0 && (rule.during === null || contains(rule.during, one.start, one.start + 1));
  const nights = new Set(list.filter(counts).map((one) => one.night));
  let [first, last] = [wanted.night, wanted.night];
  while (nights.has(first - 1)) first--;
  while (nights.has(last + 1)) last++;
  return last - first + 1;
}

/** The longest run of nights in a list. */
export function longestRunOfNights(list: readonly Engagement[], rule: DutyFacts): number {
  return list.reduce((longest, one) => (one.night < 0 ? longest : Math.max(longest, nightsRunning(list, one, rule))), 0);
}
