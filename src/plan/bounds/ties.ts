// Ties between two serials that no choice of people or places can lift: order, lags, days. Hard ones, and soft ones too dear to break.
import type { LagFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';
import { isTooDear, type Limits } from './limits.ts';

/** First and last start. */
export type Span = readonly [first: number, last: number];

/**
 * `lag` is null where the second simply begins after the first has ended; then `way` are the minutes that somebody who must be in both
 * needs to get from the one to the other.
 */
export type Tie = { readonly first: number; readonly second: number; readonly lag: LagFacts | null; readonly way: number };

export function tiesBetween(problem: PlanProblem, limits: Limits): readonly Tie[] {
  const { serials, lags } = problem;
  const ordered = serials.flatMap(({ after }, second) =>
    after.map((first): Tie => ({ first, second, lag: null, way: wayBetween(problem, first, second) })),
  );
  return [...ordered, ...lags.filter(({ price }) => isTooDear(price, limits)).flatMap((lag) => tiesOfLag(problem, lag))];
}

/** The pairs of serials that a lag ties whoever takes part; where each of two could be the first, nothing is said. */
export function tiesOfLag({ serials }: PlanProblem, lag: LagFacts): readonly Tie[] {
  const { first, second } = lag;
  if (lag.sameUnitsOnly || !first.isOfTheDocument || !second.isOfTheDocument) return [];
  const firsts = serials.flatMap((_, serial) => (first.couldMatch(serial) ? [serial] : []));
  const seconds = serials.flatMap((_, serial) => (second.couldMatch(serial) ? [serial] : []));
  return firsts.flatMap((one) =>
    seconds.flatMap((other): Tie[] =>
      one === other || (first.couldMatch(other) && second.couldMatch(one)) ? [] : [{ first: one, second: other, lag, way: 0 }],
    ),
  );
}

/** Whether a tie lets one of its serials start then, if the other starts at some time of a span. */
export function isKept(problem: PlanProblem, { first, second, lag, way }: Tie, serial: number, start: number, [from, to]: Span): boolean {
  const { serials, dayOf } = problem;
  const [one, other] = [serials[first], serials[second]];
  if (one === undefined || other === undefined) return true;
  const isFirst = serial === first;
  if (lag === null || lag.relation === 'lag') {
    // From the first's start to the second's; a plain predecessor ends before.
    const toFirst = lag === null ? one.total + way : lag.fromEnd ? one.total : 0;
    const toSecond = lag === null || lag.toStart ? 0 : other.total;
    const least = (lag?.least ?? 0) + toFirst - toSecond;
    const most = (lag?.most ?? Number.POSITIVE_INFINITY) + toFirst - toSecond;
    return isFirst ? to - start >= least && from - start <= most : start - from >= least && start - to <= most;
  }
  if (lag.relation === 'together') {
    const matching = isFirst ? start + one.toRun - other.toRun : start + other.toRun - one.toRun;
    return from <= matching && matching <= to;
  }
  const [day, low, high] = [dayOf(start), dayOf(from), dayOf(to)];
  if (lag.relation === 'sameDay') return low <= day && day <= high;
  if (lag.relation === 'notSameDay') return low !== high || day !== low;
  const wanted = isFirst ? day + 1 : day - 1;
  return low <= wanted && wanted <= high;
}

/** The starts, in order, that a tie leaves a serial if the other starts at some time of a span. */
export function kept(problem: PlanProblem, tie: Tie, serial: number, starts: Int32Array, span: Span): Int32Array {
  const will = (start: number) => isKept(problem, tie, serial, start, span);
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return starts;
  // All relations but that of different days leave what lies between two starts that they leave.
  const isWhole = tie.lag?.relation !== 'notSameDay';
  if (isWhole && will(first) && will(last)) return starts;
  return starts.filter(will);
}

/** The shortest way between the sites of two serials that surely have a unit in common; none where they have not. */
function wayBetween(problem: PlanProblem, first: number, second: number): number {
  const [one, other] = [problem.serials[first], problem.serials[second]];
  if (one === undefined || other === undefined || one.sites.length === 0 || other.sites.length === 0) return 0;
  const must = [...(one.team?.named ?? []), ...one.attendUnits];
  const isShared =
    other.team?.sameTeamAs === first ||
    one.team?.sameTeamAs === second ||
    [...(other.team?.named ?? []), ...other.attendUnits].some((unit) => must.includes(unit));
  if (!isShared) return 0;
  const ways = shortestWays(problem);
  return Math.min(...one.sites.flatMap((from) => other.sites.map((to) => ways[from]?.[to] ?? 0)));
}

const known = new WeakMap<PlanProblem, readonly (readonly number[])[]>();

/** Minutes between sites by the shortest way, other sites in between: who has something to do there on the way gets no sooner through. */
function shortestWays(problem: PlanProblem): readonly (readonly number[])[] {
  const found = known.get(problem);
  if (found !== undefined) return found;
  const ways = problem.travel.map((row) => [...row]);
  for (const [over, onwards] of ways.entries())
    for (const row of ways) for (const [to, minutes] of onwards.entries()) row[to] = Math.min(row[to] ?? 0, (row[over] ?? 0) + minutes);
  known.set(problem, ways);
  return ways;
}
