// The earliest end of every serial by calendar and order alone: no plan ends it sooner, whoever takes part.

import type { LagFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';

/** One serial on the way to an earliest end: when it can end at best, and what it had to wait for. */
export type Milepost = { readonly serial: number; readonly start: number; readonly end: number; readonly after: number };

/** By serial its earliest end, infinite where it has no start at all; only mandatory serials keep others waiting. */
export function earliestEnds(problem: PlanProblem): readonly Milepost[] {
  const { serials } = problem;
  const found: Milepost[] = serials.map((_, serial) => ({
    serial,
    start: Number.POSITIVE_INFINITY,
    end: Number.POSITIVE_INFINITY,
    after: -1,
  }));
  const waits = serials.map((_, serial) => waitsOf(problem, serial));
  const lower = serials.map(() => ({ from: Number.NEGATIVE_INFINITY, after: -1 }));
  for (let round = 0; round <= serials.length; round++) {
    let hasMoved = false;
    for (const [serial, facts] of serials.entries()) {
      let { from, after } = lower[serial] ?? { from: Number.NEGATIVE_INFINITY, after: -1 };
      for (const { other, least, lag } of waits[serial] ?? []) {
        if (serials[other]?.optional !== null) continue;
        const before = found[other];
        if (before === undefined || before.end === Number.POSITIVE_INFINITY) continue;
        const measured = lag === null || lag.fromEnd ? before.end : before.start;
        const wanted = measured + least - (lag === null || lag.toStart ? 0 : facts.total);
        if (wanted > from) [from, after] = [wanted, other];
      }
      const start = facts.starts.reduce(
        (earliest, starts) => Math.min(earliest, starts.find((one) => one >= from) ?? Number.POSITIVE_INFINITY),
        Number.POSITIVE_INFINITY,
      );
      const known = found[serial];
      if (known === undefined || (known.start === start && known.after === after)) continue;
      lower[serial] = { from, after };
      found[serial] = { serial, start, end: start + facts.total, after };
      hasMoved = true;
    }
    if (!hasMoved) break;
  }
  return found;
}

type Wait = { readonly other: number; readonly least: number; readonly lag: LagFacts | null };

/** The serials that must come before one, by predecessors and by hard lags that no choice of the plan can lift. */
export function waitsOf({ serials, lags }: PlanProblem, serial: number): readonly Wait[] {
  const ordered = serials[serial]?.after.map((other): Wait => ({ other, least: 0, lag: null })) ?? [];
  const lagged = lags
    .filter(
      (lag) =>
        lag.relation === 'lag' && lag.price === null && !lag.sameUnitsOnly && lag.first.isOfTheDocument && lag.second.isOfTheDocument,
    )
    .filter((lag) => lag.second.couldMatch(serial) && !lag.first.couldMatch(serial))
    .flatMap((lag) =>
      serials.flatMap((_, other): Wait[] =>
        lag.first.couldMatch(other) && !lag.second.couldMatch(other) ? [{ other, least: lag.least, lag }] : [],
      ),
    );
  return [...ordered, ...lagged];
}

/** The serials that keep one waiting, one after the other, ending with itself. */
export function chainTo(ends: readonly Milepost[], serial: number): readonly Milepost[] {
  const chain: Milepost[] = [];
  for (let at = ends[serial]; at !== undefined && !chain.includes(at); at = ends[at.after]) chain.unshift(at);
  return chain;
}
