// How many distinct cross-party pairs any plan can reach: not more than there are pairs that can meet, than the teams have room for, or than
// each unit's serials let it meet.
import type { WitnessFact } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { type Bound, boundFrom } from './bound.ts';
import { pairsOverTheCut } from './cut.ts';
import { mayMeet, type Reach } from './reach.ts';
import { mostPairs, type Seats, seatsOf } from './seats.ts';

export function pairsBound(reach: Reach): Bound {
  const seats = seatsOf(reach);
  const partners = partnersOf(reach, seats);
  const [first = boundFrom([]), ...others] = [
    pairsThatCanMeet(reach, partners),
    pairsTheTeamsHold(reach.problem, seats),
    pairsByDegree(reach, seats, partners),
  ];
  const least = others.reduce((one, other) => (other.bound < one.bound ? other : one), first);
  if (!isOnceEnough(reach.problem, seats)) return least;
  const cut = boundFrom(pairsOverTheCut(reach, seats, teamsHadBefore(reach.problem, seats), partners) ?? least.witness);
  return cut.bound < least.bound ? cut : least;
}

/** Whether units of different parties may be in one team often enough and long enough. */
function canMeet(reach: Reach, seats: readonly Seats[], one: number, other: number): boolean {
  const { serials, together } = reach.problem;
  let [times, minutes] = [0, 0];
  for (const seat of seats) {
    if (seat.most < 2 || !mayMeet(reach, seat.serial, one, other)) continue;
    times++;
    minutes += serials[seat.serial]?.run ?? 0;
    if (times >= Math.max(1, together.times) && minutes >= together.minutes) return true;
  }
  return false;
}

/** By unit the units of other parties it can meet. */
type Partners = readonly (readonly number[])[];

function partnersOf(reach: Reach, seats: readonly Seats[]): Partners {
  const { bodies, unitCount } = reach.problem;
  const partners = Array.from({ length: unitCount }, (): number[] => []);
  for (let one = 0; one < unitCount; one++) {
    for (let other = one + 1; other < unitCount; other++) {
      if (bodies[one]?.party === bodies[other]?.party || !canMeet(reach, seats, one, other)) continue;
      partners[one]?.push(other);
      partners[other]?.push(one);
    }
  }
  return partners;
}

function pairsThatCanMeet(reach: Reach, partners: Partners): Bound {
  const { bodies, parties } = reach.problem;
  const counts = new Map<string, number>();
  for (const [one, others] of partners.entries()) {
    for (const other of others) {
      const [a, b] = [bodies[one]?.party ?? 0, bodies[other]?.party ?? 0];
      if (one < other) counts.set(`${Math.min(a, b)} ${Math.max(a, b)}`, (counts.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0) + 1);
    }
  }
  const witness = [...counts].sort().map(([key, pairs]): WitnessFact => {
    const [party = '', other = ''] = key.split(' ').map((index) => parties[Number(index)] ?? '');
    return { key: 'plan.witness.pairsCanMeet', values: { party, other, pairs }, amount: pairs };
  });
  return { bound: witness.reduce((sum, { amount }) => sum + amount, 0), witness };
}

/** Turán's count: a team of n units of several parties holds at most so many cross-party pairs. Serials with the same team count once. */
function pairsTheTeamsHold(problem: PlanProblem, seats: readonly Seats[]): Bound {
  const { together, serials } = problem;
  const once = isOnceEnough(problem, seats);
  const isAgain = teamsHadBefore(problem, seats);
  const counted = once ? seats.filter(({ serial }) => !isAgain.has(serial)) : seats;
  const witness = counted.map((seat): WitnessFact => {
    const pairs = mostPairs(seat);
    return { key: 'plan.witness.teamHolds', values: { serial: serials[seat.serial]?.id ?? '', units: seat.most, pairs }, amount: pairs };
  });
  const sum = witness.reduce((total, { amount }) => total + amount, 0);
  const pairMinutes = counted.reduce((total, seat, index) => total + (witness[index]?.amount ?? 0) * (serials[seat.serial]?.run ?? 0), 0);
  const byTimes = Math.floor(sum / Math.max(1, together.times));
  const byMinutes = once || together.minutes === 0 ? Number.POSITIVE_INFINITY : Math.floor(pairMinutes / together.minutes);
  const bound = Math.min(byTimes, byMinutes);
  if (bound < sum)
    witness.push({ key: 'plan.witness.pairsNeedTime', values: { times: together.times, minutes: together.minutes }, amount: bound - sum });
  return { bound, witness };
}

/** Whether two units need serve together only once, however short the serial. */
function isOnceEnough({ together, serials }: PlanProblem, seats: readonly Seats[]): boolean {
  return together.times <= 1 && seats.every(({ serial }) => (serials[serial]?.run ?? 0) >= together.minutes);
}

/** Serials that have the team of one that is surely held and counted itself: they add no pair. */
function teamsHadBefore({ serials }: PlanProblem, seats: readonly Seats[]): ReadonlySet<number> {
  const seated = new Set(seats.map(({ serial }) => serial));
  return new Set(
    seats.flatMap(({ serial }) => {
      const other = serials[serial]?.team?.sameTeamAs ?? -1;
      const isFirst = other >= 0 && seated.has(other) && serials[other]?.optional === null && (serials[other]?.team?.sameTeamAs ?? -1) < 0;
      return isFirst ? [serial] : [];
    }),
  );
}

/** Each unit meets at most as many as it can, and as its teams seat; every pair is counted at both its ends. */
function pairsByDegree(reach: Reach, seats: readonly Seats[], partners: Partners): Bound {
  const { bodies, together } = reach.problem;
  const witness = partners.map((others, unit): WitnessFact => {
    const places = seats.reduce((sum, { able, most }) => sum + (able.includes(unit) ? Math.max(0, most - 1) : 0), 0);
    const amount = Math.min(others.length, Math.floor(places / Math.max(1, together.times)));
    return { key: 'plan.witness.unitMeets', values: { unit: bodies[unit]?.id ?? '', others: amount }, amount };
  });
  const sum = witness.reduce((total, { amount }) => total + amount, 0);
  const bound = Math.floor(sum / 2);
  return { bound, witness: [...witness, { key: 'plan.witness.pairsCountedTwice', values: { pairs: sum }, amount: bound - sum }] };
}
