// Whether a site and the pools have room for one more serial.
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
  return facts.pools.every(([index, count]) => {
    const pool = problem.pools[index];
    if (pool === undefined) return true;
    const to = start + facts.total + pool.turnaround;
    const uses = usesOf(index);
    if (mostInUse(uses, start, to) + count > pool.count) return false;
    return pool.lessDuring.every(({ from, to: until, count: left }) => {
      const [a, b] = [Math.max(from, start), Math.min(until, to)];
      return a >= b || mostInUse(uses, a, b) + count <= left;
    });
  });
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
