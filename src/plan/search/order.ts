// Whether two serials may stand as they do: predecessors, lags and days, exclusions. Only pairs that a statement could concern are looked at.

import type { LagFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';
import type { Placement, Stand } from './placement.ts';

/** For each serial the others that some order, lag or exclusion could bind it to. */
export type Partners = readonly (readonly Partner[])[];

type Exclusion = PlanProblem['exclusions'][number];
export type Partner = {
  readonly other: number;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  readonly lags: readonly LagFacts[];
  readonly exclusions: readonly Exclusion[];
};

export function partnersOf({ serials, lags, exclusions }: PlanProblem): Partners {
  return serials.map((serial, one) =>
    serials.flatMap((facts, other): Partner[] => {
      if (one === other) return [];
      const either = (a: { couldMatch(serial: number): boolean }, b: { couldMatch(serial: number): boolean }) =>
        (a.couldMatch(one) && b.couldMatch(other)) || (a.couldMatch(other) && b.couldMatch(one));
      const partner = {
        other,
        isBefore: serial.after.includes(other),
        isAfter: facts.after.includes(one),
        lags: lags.filter((lag) => either(lag.first, lag.second)),
        exclusions: exclusions.filter((exclusion) => either(exclusion.between, exclusion.and)),
      };
      return partner.isBefore || partner.isAfter || partner.lags.length + partner.exclusions.length > 0 ? [partner] : [];
    }),
  );
}

/** A serial with where it stands and who takes part, as far as orders ask. */
export type Standing = {
  readonly serial: number;
  readonly stand: Stand;
  readonly people: readonly number[];
  readonly team: readonly number[];
};

export const standing = (placement: Placement, stand: Stand = placement): Standing => ({
  serial: placement.serial,
  stand,
  people: placement.people,
  team: placement.team,
});

/** The soft price of two serials standing so, or infinity where something hard breaks. */
export function priceOfPair(problem: PlanProblem, one: Standing, other: Standing, partner: Partner): number {
  const total = (who: Standing) => problem.serials[who.serial]?.total ?? 0;
  const [start, end] = [one.stand.start, one.stand.start + total(one)];
  const [otherStart, otherEnd] = [other.stand.start, other.stand.start + total(other)];
  if ((partner.isBefore && otherEnd > start) || (partner.isAfter && end > otherStart)) return Number.POSITIVE_INFINITY;
  let price = 0;
  for (const exclusion of partner.exclusions) {
    if (Math.min(end, otherEnd) <= Math.max(start, otherStart)) continue;
    const isBound =
      (lies(exclusion.between, one) && lies(exclusion.and, other)) || (lies(exclusion.between, other) && lies(exclusion.and, one));
    if (isBound) price += exclusion.price ?? Number.POSITIVE_INFINITY;
  }
  for (const lag of partner.lags) {
    const forward = lies(lag.first, one) && lies(lag.second, other);
    const backward = lies(lag.first, other) && lies(lag.second, one);
    if (!forward && !backward) continue;
    if (lag.sameUnitsOnly && !one.team.some((unit) => other.team.includes(unit))) continue;
    const isEarlier = start < otherStart || (start === otherStart && idOf(problem, one) < idOf(problem, other));
    if (forward && (!backward || isEarlier) && !isKept(problem, lag, one, other)) price += lag.price ?? Number.POSITIVE_INFINITY;
    if (backward && (!forward || !isEarlier) && !isKept(problem, lag, other, one)) price += lag.price ?? Number.POSITIVE_INFINITY;
  }
  return price;
}

const idOf = (problem: PlanProblem, { serial }: Standing): string => problem.serials[serial]?.id ?? '';

const lies = (scope: LagFacts['first'], { serial, stand, people }: Standing): boolean => scope.matches(serial, stand.site, people);

function isKept(problem: PlanProblem, lag: LagFacts, first: Standing, second: Standing): boolean {
  const [one, other] = [problem.serials[first.serial], problem.serials[second.serial]];
  const [a, b] = [first.stand.start, second.stand.start];
  if (lag.relation === 'together') return a + (one?.toRun ?? 0) === b + (other?.toRun ?? 0);
  if (lag.relation === 'lag') {
    const minutes = b + (lag.toStart ? 0 : (other?.total ?? 0)) - a - (lag.fromEnd ? (one?.total ?? 0) : 0);
    return minutes >= lag.least && minutes <= lag.most;
  }
  const days = problem.dayOf(b) - problem.dayOf(a);
  return lag.relation === 'sameDay' ? days === 0 : lag.relation === 'notSameDay' ? days !== 0 : days === 1;
}
