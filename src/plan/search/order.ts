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

type Draft = { other: number; isBefore: boolean; isAfter: boolean; lags: LagFacts[]; exclusions: Exclusion[] };

/** Hard lags between serials that share a unit are not among them: they are asked of each unit, not of each pair. */
export function partnersOf({ serials, lags, exclusions }: PlanProblem): Partners {
  const drafts = serials.map(() => new Map<number, Draft>());
  const partner = (one: number, other: number): Draft => {
    const known = drafts[one]?.get(other) ?? { other, isBefore: false, isAfter: false, lags: [], exclusions: [] };
    drafts[one]?.set(other, known);
    return known;
  };
  for (const [serial, { after }] of serials.entries()) {
    for (const before of after) {
      if (before === serial) continue;
      partner(serial, before).isBefore = true;
      partner(before, serial).isAfter = true;
    }
  }
  type Scope = LagFacts['first'];
  const membersOf = (scope: Scope) => serials.flatMap((_, serial) => (scope.couldMatch(serial) ? [serial] : []));
  const forPairs = (first: Scope, second: Scope, tell: (one: number, other: number) => void) => {
    const seconds = membersOf(second);
    for (const one of membersOf(first)) {
      for (const other of seconds) {
        // A pair that lies in both scopes both ways is told once.
        if (one === other || (one > other && first.couldMatch(other) && second.couldMatch(one))) continue;
        tell(one, other);
        tell(other, one);
      }
    }
  };
  for (const lag of lags) if (!isOfUnits(lag)) forPairs(lag.first, lag.second, (one, other) => partner(one, other).lags.push(lag));
  for (const exclusion of exclusions)
    forPairs(exclusion.between, exclusion.and, (one, other) => partner(one, other).exclusions.push(exclusion));
  return drafts.map((draft) => [...draft.values()].sort((a, b) => a.other - b.other));
}

/** Whether a lag is asked of each unit that two teams share. */
export const isOfUnits = ({ sameUnitsOnly, price }: LagFacts): boolean => sameUnitsOnly && price === null;

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
  const start = one.stand.start;
  const end = start + (problem.serials[one.serial]?.total ?? 0);
  const otherStart = other.stand.start;
  const otherEnd = otherStart + (problem.serials[other.serial]?.total ?? 0);
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

/** Whether a hard lag between serials that share a unit holds between two of a unit's serials, whoever else takes part. */
export function lagHolds(problem: PlanProblem, lag: LagFacts, one: number, stand: Stand, other: number, otherStand: Stand): boolean {
  const forward = lag.first.mayMatch(one, stand.site) && lag.second.mayMatch(other, otherStand.site);
  const backward = lag.first.mayMatch(other, otherStand.site) && lag.second.mayMatch(one, stand.site);
  if (!forward && !backward) return true;
  const isFirst = forward && (!backward || isBefore(problem, one, stand, other, otherStand));
  return isFirst ? isKeptAt(problem, lag, one, stand, other, otherStand) : isKeptAt(problem, lag, other, otherStand, one, stand);
}

function isBefore({ serials }: PlanProblem, one: number, stand: Stand, other: number, otherStand: Stand): boolean {
  return stand.start < otherStand.start || (stand.start === otherStand.start && (serials[one]?.id ?? '') < (serials[other]?.id ?? ''));
}

const idOf = (problem: PlanProblem, { serial }: Standing): string => problem.serials[serial]?.id ?? '';

const lies = (scope: LagFacts['first'], { serial, stand, people }: Standing): boolean => scope.matches(serial, stand.site, people);

const isKept = (problem: PlanProblem, lag: LagFacts, first: Standing, second: Standing): boolean =>
  isKeptAt(problem, lag, first.serial, first.stand, second.serial, second.stand);

function isKeptAt(problem: PlanProblem, lag: LagFacts, first: number, firstStand: Stand, second: number, secondStand: Stand): boolean {
  const [one, other] = [problem.serials[first], problem.serials[second]];
  const [a, b] = [firstStand.start, secondStand.start];
  if (lag.relation === 'together') return a + (one?.toRun ?? 0) === b + (other?.toRun ?? 0);
  if (lag.relation === 'lag') {
    const minutes = b + (lag.toStart ? 0 : (other?.total ?? 0)) - a - (lag.fromEnd ? (one?.total ?? 0) : 0);
    return minutes >= lag.least && minutes <= lag.most;
  }
  const days = problem.dayOf(b) - problem.dayOf(a);
  return lag.relation === 'sameDay' ? days === 0 : lag.relation === 'notSameDay' ? days !== 0 : days === 1;
}
