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

/** Whether a body is there for a stretch. */
export function isPresent(problem: PlanProblem, body: number, from: number, to: number): boolean {
  const facts = problem.bodies[body];
  return facts !== undefined && contains(facts.presence, from, to);
}

/** Overlap and travel; cheap. `list` holds the body's engagements in order of time. */
export function isFree({ travel }: PlanProblem, list: readonly Engagement[], { start, end, site }: Engagement): boolean {
  const at = indexFor(list, start);
  const after = list[at];
  if (after !== undefined && after.start < end) return false;
  const before = list[at - 1];
  if (before !== undefined && before.end > start) return false;
  if (site < 0) return true;
  for (let index = at - 1; index >= 0; index--) {
    const one = list[index];
    if (one === undefined || one.site < 0) continue;
    if (one.end + (travel[one.site]?.[site] ?? 0) > start) return false;
    break;
  }
  for (let index = at; index < list.length; index++) {
    const one = list[index];
    if (one === undefined || one.site < 0) continue;
    return end + (travel[site]?.[one.site] ?? 0) <= one.start;
  }
  return true;
}

const around: Engagement[] = [];
const spellsAround: number[] = [];

/** A list with one more engagement, as far around that as duty can matter; holds until it is asked for again. */
export function aroundOf(list: readonly Engagement[], wanted: Engagement): readonly Engagement[] {
  const at = indexFor(list, wanted.start);
  let [low, high] = [at, at];
  while (low > 0 && (list[low - 1]?.end ?? 0) > wanted.start - reach) low--;
  while (high < list.length && (list[high]?.start ?? 0) < wanted.end + reach) high++;
  around.length = 0;
  for (let index = Math.max(0, low - 1); index < at; index++) around.push(list[index] ?? wanted);
  around.push(wanted);
  for (let index = at; index < Math.min(list.length, high + 1); index++) around.push(list[index] ?? wanted);
  return around;
}

/** Whether the body's hard duty rules still hold once it takes the engagement on. */
export function dutyAllows(problem: PlanProblem, body: number, list: readonly Engagement[], wanted: Engagement): boolean {
  const facts = problem.bodies[body];
  if (facts === undefined || facts.duty.length === 0) return true;
  let areSpellsKnown = false;
  let spells: readonly number[] = spellsAround;
  for (const rule of facts.duty) {
    if (rule.price !== null) continue;
    if (rule.nights !== Number.POSITIVE_INFINITY && wanted.night >= 0 && nightsRunning(list, wanted, rule) > rule.nights) return false;
    if (rule.most === Number.POSITIVE_INFINITY && rule.rest === 0 && rule.beforeNight === 0) continue;
    if (!areSpellsKnown) spells = spellsOf(problem, facts, aroundOf(list, wanted), spellsAround);
    areSpellsKnown = true;
    if (breachesOf(rule, spells, around) > 0) return false;
  }
  return true;
}

/** Whether a whole list keeps the hard duty rules and leaves time to travel; to lift one engagement can send a body home in between. */
export function isSound(problem: PlanProblem, body: number, list: readonly Engagement[]): boolean {
  const facts = problem.bodies[body];
  if (facts === undefined) return true;
  let before: Engagement | undefined;
  for (const one of list) {
    if (one.site < 0) continue;
    if (before !== undefined && before.end <= one.start && before.end + (problem.travel[before.site]?.[one.site] ?? 0) > one.start)
      return false;
    before = one;
  }
  if (!facts.duty.some((rule) => rule.price === null)) return true;
  const spells = spellsOf(problem, facts, list, spellsAround);
  return facts.duty.every((rule) => rule.price !== null || breachesOf(rule, spells, list) === 0);
}

/** Spells of duty, from and to in turn, in order and without overlap, written into a list. */
export function spellsOf(problem: PlanProblem, body: Body, list: readonly Engagement[], spells: number[] = []): readonly number[] {
  const { home } = body;
  const { travel } = problem;
  spells.length = 0;
  let isInOrder = true;
  let before: Engagement | undefined;
  for (const one of list) {
    if (one.site >= 0) {
      const out = home < 0 ? 0 : (travel[home]?.[one.site] ?? 0);
      const back = before === undefined || home < 0 ? 0 : (travel[before.site]?.[home] ?? 0);
      const isHomeBetween = home >= 0 && (before === undefined || one.start - before.end >= back + out);
      if (isHomeBetween && before !== undefined) isInOrder = add(spells, before.end, before.end + back) && isInOrder;
      const direct = before === undefined ? 0 : (travel[before.site]?.[one.site] ?? 0);
      isInOrder = add(spells, one.start - (isHomeBetween ? out : direct), one.start) && isInOrder;
      before = one;
    }
    if (!one.isRest) isInOrder = add(spells, one.start, one.end) && isInOrder;
  }
  if (before !== undefined && home >= 0) isInOrder = add(spells, before.end, before.end + (travel[before.site]?.[home] ?? 0)) && isInOrder;
  return isInOrder ? spells : sortedAndMerged(spells);
}

/** Adds a spell, joined to the last where they touch; tells whether it came in order. */
function add(spells: number[], from: number, to: number): boolean {
  if (from >= to) return true;
  const last = spells.length - 1;
  if (last > 0 && from < (spells[last - 1] ?? 0)) {
    spells.push(from, to);
    return false;
  }
  if (last > 0 && from <= (spells[last] ?? 0)) spells[last] = Math.max(to, spells[last] ?? to);
  else spells.push(from, to);
  return true;
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

/** How many nights running a body works with one more engagement. */
function nightsRunning(list: readonly Engagement[], wanted: Engagement, rule: DutyFacts): number {
  const at = indexFor(list, wanted.start);
  let [first, last] = [wanted.night, wanted.night];
  for (let index = at - 1; index >= 0; index--) {
    const one = list[index];
    if (one === undefined || one.night < 0 || !isUnder(rule, one)) continue;
    if (one.night < first - 1) break;
    first = Math.min(first, one.night);
  }
  for (let index = at; index < list.length; index++) {
    const one = list[index];
    if (one === undefined || one.night < 0 || !isUnder(rule, one)) continue;
    if (one.night > last + 1) break;
    last = Math.max(last, one.night);
  }
  return last - first + 1;
}

const isUnder = ({ during }: DutyFacts, { start }: Engagement): boolean => during === null || contains(during, start, start + 1);

/** The longest run of nights in a list. */
export function longestRunOfNights(list: readonly Engagement[], rule: DutyFacts): number {
  return list.reduce((longest, one) => (one.night < 0 ? longest : Math.max(longest, nightsRunning(list, one, rule))), 0);
}
