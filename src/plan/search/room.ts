// Whether a site and the pools have room for one more serial, and when they have none.
import type { PlanProblem } from '../problem.ts';
import type { Use } from './state.ts';

/** Whether the site takes the serial, by number from set-up to reset, and by people until the debrief. */
export function siteHasRoom(
  problem: PlanProblem,
  uses: { readonly site: readonly Use[]; readonly people: readonly Use[] },
  serial: number,
  { start, site }: { readonly start: number; readonly site: number },
  people: number,
): boolean {
  const facts = problem.serials[serial];
  const place = problem.sites[site];
  if (facts === undefined || place === undefined) return true;
  const end = start + facts.total;
  if (mostInUse(uses.site, start, end + facts.reset) + 1 > place.serials) return false;
  return place.people === Number.POSITIVE_INFINITY || mostInUse(uses.people, start, end) + people <= place.people;
}

export function poolsHaveRoom(problem: PlanProblem, usesOf: (pool: number) => readonly Use[], serial: number, start: number): boolean {
  const facts = problem.serials[serial];
  if (facts === undefined) return true;
  for (const [index, count] of facts.pools) {
    const pool = problem.pools[index];
    if (pool === undefined) continue;
    const to = start + facts.total + pool.turnaround;
    const uses = usesOf(index);
    if (mostInUse(uses, start, to) + count > pool.count) return false;
    for (const { from, to: until, count: left } of pool.lessDuring) {
      const [a, b] = [Math.max(from, start), Math.min(until, to)];
      if (a < b && mostInUse(uses, a, b) + count > left) return false;
    }
  }
  return true;
}

/** The most in use at any minute of a stretch. */
export function mostInUse(uses: readonly Use[], from: number, to: number): number {
  let all = 0;
  let most = 0;
  for (const use of uses) if (use.from < to && from < use.to) all += use.amount;
  if (all === 0) return 0;
  for (const at of uses) {
    if (at.from >= to || from >= at.to) continue;
    const moment = Math.max(at.from, from);
    let now = 0;
    for (const use of uses) if (use.from <= moment && moment < use.to) now += use.amount;
    if (now > most) most = now;
  }
  return most;
}

/** The stretches in which more than so much is in use, from and to in turn, in order. */
export function stretchesAbove(uses: readonly Use[], limit: number): readonly number[] {
  const found: number[] = [];
  const changes: [number, number][] = [];
  for (const { from, to, amount } of uses) {
    if (from < to && amount > 0) changes.push([from, amount], [to, -amount]);
  }
  changes.sort((a, b) => a[0] - b[0]);
  let now = 0;
  for (let index = 0; index < changes.length; ) {
    const moment = changes[index]?.[0] ?? 0;
    const wasAbove = now > limit;
    for (; index < changes.length && changes[index]?.[0] === moment; index++) now += changes[index]?.[1] ?? 0;
    if (now > limit !== wasAbove) found.push(moment);
  }
  return found;
}

/** When a pool has not so much left, from and to in turn; stretches may overlap. */
export function poolIsFull(uses: readonly Use[], pool: PlanProblem['pools'][number], amount: number): readonly number[] {
  const always = amount > pool.count ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [];
  const full = [...always, ...stretchesAbove(uses, pool.count - amount)];
  for (const { from, to, count } of pool.lessDuring) {
    if (amount > count) full.push(from, to);
    const inside = stretchesAbove(uses, count - amount);
    for (let index = 0; index < inside.length; index += 2) {
      const [a, b] = [Math.max(from, inside[index] ?? 0), Math.min(to, inside[index + 1] ?? 0)];
      if (a < b) full.push(a, b);
    }
  }
  return full;
}
