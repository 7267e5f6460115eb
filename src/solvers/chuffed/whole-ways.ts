// Who is where in the whole problem: there from set-up to debrief, kept away by no closed period, in one place at a time, with the way between.
import type { BoolVar } from './flatzinc.ts';
import { truthsOf, type Whole, whereHeld } from './whole.ts';
import type { Members } from './whole-qualified.ts';

/** Who takes part is there from set-up to debrief. */
export function addPresence(whole: Whole, serial: number, unit: number, truth: BoolVar | true): void {
  const { problem } = whole;
  const total = problem.serials[serial]?.total ?? 0;
  const where = [...truthsOf(truth), ...whereHeld(whole, serial)];
  let after = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...(problem.bodies[unit]?.presence ?? []), [Number.POSITIVE_INFINITY, 0] as const]) {
    whole.keepOut(serial, after, from, where);
    after = to - total;
  }
}

/** Closed periods keep bodies from serials. */
export function isAllowed(whole: Whole, body: number, serial: number, truth: BoolVar | true): void {
  const { problem, at } = whole;
  const facts = problem.serials[serial];
  if (facts === undefined) return;
  for (const { price, bodies, periods, untilReset, matches } of problem.bodyClosures) {
    if (price !== null || bodies[body] !== 1) continue;
    const lasts = facts.total + (untilReset ? facts.reset : 0);
    const isClosed = (start: number) => periods.some(([from, to]) => start < to && from < start + lasts);
    const places = facts.needsSite ? facts.sites : [-1];
    if (places.every((site) => matches(serial, site))) whole.unlessBetween(serial, isClosed, [], truthsOf(truth));
    else
      for (const [index, site] of places.entries()) {
        const there = at[serial]?.[index];
        if (matches(serial, site) && there !== undefined) whole.unlessBetween(serial, isClosed, [], truthsOf(truth, there));
      }
  }
}

/** Who takes part is there when an alternate is used. */
export function inReserve(whole: Whole, unit: number, serial: number, truth: BoolVar | true): void {
  const { model, problem } = whole;
  const total = problem.serials[serial]?.total ?? 0;
  for (const { reserves } of problem.scenarios) {
    const reserve = reserves.find((one) => one.serial === serial);
    if (reserve === undefined || reserve.isAtItsTime) continue;
    const isThere = (start: number) => problem.bodies[unit]?.presence.some(([from, to]) => from <= start && start + total <= to);
    if (![...reserve.starts.values()].some((list) => list.some(isThere)))
      model.clause([], [...truthsOf(truth), ...whereHeld(whole, serial)]);
  }
}

/** The pause that hard statements ask for between two serials of one unit, where the first comes before the second. */
function pauseBetween({ problem }: Whole, one: number, other: number): number {
  return problem.lags
    .filter(
      ({ relation, sameUnitsOnly, price, fromEnd, toStart, first, second }) =>
        relation === 'lag' &&
        sameUnitsOnly &&
        price === null &&
        fromEnd &&
        toStart &&
        first.isOfTheDocument &&
        second.isOfTheDocument &&
        first.couldMatch(one) &&
        second.couldMatch(other),
    )
    .reduce((longest, { least }) => Math.max(longest, least), 0);
}

/** Two serials with a unit in common are one after the other; the way between their sites, and the pause of a unit, lie between them. */
export function addOnePlace(whole: Whole, members: Members, teams: Members): void {
  const { model, problem, starts, up } = whole;
  const wayBetween = (one: number, other: number): number => {
    const [from, to] = [problem.serials[one]?.sites ?? [], problem.serials[other]?.sites ?? []];
    if (from.length === 0 || to.length === 0) return 0;
    return Math.min(...from.flatMap((a) => to.map((b) => problem.travel[a]?.[b] ?? 0)));
  };
  for (const [one, first] of members.entries()) {
    for (const [other, second] of members.entries()) {
      if (other <= one) continue;
      const shared = [...first].flatMap(([unit, truth]) => {
        const theirs = second.get(unit);
        return theirs === undefined ? [] : [truthsOf(truth, theirs)];
      });
      const [start, later] = [starts[one], starts[other]];
      if (shared.length === 0 || start === undefined || later === undefined) continue;
      // A pause is of those who are in both teams.
      const isOfTeams = [...first.keys()].every((unit) => !second.has(unit) || (teams[one]?.has(unit) && teams[other]?.has(unit)));
      const gapBetween = (from: number, to: number) => Math.max(wayBetween(from, to), isOfTeams ? pauseBetween(whole, from, to) : 0);
      const [isFirst, isSecond] = [model.bool(), model.bool()];
      model.atMost(
        [
          [1, start],
          [-1, later],
        ],
        -up((problem.serials[one]?.total ?? 0) + gapBetween(one, other)),
        isFirst,
      );
      model.atMost(
        [
          [1, later],
          [-1, start],
        ],
        -up((problem.serials[other]?.total ?? 0) + gapBetween(other, one)),
        isSecond,
      );
      for (const truths of shared) model.clause([isFirst, isSecond], [...truths, ...whereHeld(whole, one, other)]);
      addWays(whole, one, other, isFirst, wayBetween(one, other));
      addWays(whole, other, one, isSecond, wayBetween(other, one));
    }
  }
}

/** Between sites that lie further apart than the nearest of two serials lies the longer way. */
function addWays(whole: Whole, first: number, second: number, isBefore: BoolVar, least: number): void {
  const { model, problem, starts, at, up } = whole;
  const [one, other] = [problem.serials[first], problem.serials[second]];
  const [start, later] = [starts[first], starts[second]];
  if (one === undefined || other === undefined || start === undefined || later === undefined) return;
  for (const [index, from] of one.sites.entries()) {
    for (const [place, to] of other.sites.entries()) {
      const minutes = problem.travel[from]?.[to] ?? 0;
      if (minutes <= least || up(one.total + minutes) <= up(one.total + least)) continue;
      const isSo = model.bool();
      const places = [one.sites.length < 2 ? undefined : at[first]?.[index], other.sites.length < 2 ? undefined : at[second]?.[place]];
      model.clause([isSo], [isBefore, ...places.flatMap((truth) => truth ?? [])]);
      model.atMost(
        [
          [1, start],
          [-1, later],
        ],
        -up(one.total + minutes),
        isSo,
      );
    }
  }
}
