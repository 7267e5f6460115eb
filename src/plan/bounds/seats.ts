// Seats: who may be in each serial's team, how few and how many at once, and how many of each party there must be.
import type { PlanProblem } from '../problem.ts';
import type { Reach } from './reach.ts';

export type Seats = {
  readonly serial: number;
  /** The units that may be in the team. */
  readonly able: readonly number[];
  readonly least: number;
  readonly most: number;
  /** By party: the units that may be in the team, and how many must. */
  readonly byParty: readonly { readonly able: number; readonly least: number }[];
};

const known = new WeakMap<Reach, readonly Seats[]>();

/** Seats of the serials that have a team and may be held. */
export function seatsOf(reach: Reach): readonly Seats[] {
  const seats = known.get(reach) ?? seated(reach);
  known.set(reach, seats);
  return seats;
}

function seated(reach: Reach): readonly Seats[] {
  const { problem, starts } = reach;
  return problem.serials.flatMap((facts, serial): Seats[] => {
    const { team } = facts;
    if (team === null || (starts[serial]?.length ?? 0) === 0) return [];
    const able = Array.from({ length: problem.unitCount }, (_, unit) => unit).filter((unit) => reach.mayServe(unit, serial));
    const byParty = problem.parties.map((_, party) => ({
      able: able.filter((unit) => problem.bodies[unit]?.party === party).length,
      least: Math.max(
        team.perParty.find(([of]) => of === party)?.[1] ?? 0,
        team.named.filter((unit) => problem.bodies[unit]?.party === party).length,
      ),
    }));
    return [{ serial, able, least: leastOf(problem, serial, able), most: mostOf(problem, serial, able), byParty }];
  });
}

/** Distinct demands take units of their own; all others may be met by the same. */
function leastOf({ serials, bodies }: PlanProblem, serial: number, able: readonly number[]): number {
  const team = serials[serial]?.team;
  if (team == null) return 0;
  const counts = (isDistinct: boolean) => team.demands.filter(({ distinct }) => distinct === isDistinct).map(({ count }) => count);
  const strengths = able.map((unit) => bodies[unit]?.strength ?? 0).sort((a, b) => b - a);
  return Math.max(
    1,
    team.units[0],
    team.leastParties,
    counts(true).reduce((sum, count) => sum + count, 0) + Math.max(0, ...counts(false)),
    team.perParty.reduce((sum, [, least]) => sum + least, 0),
    team.named.length,
    team.group?.least ?? 0,
    filling(strengths, (sum) => sum < team.people[0]),
  );
}

/** As many as the team may have, as are able, as the people allowed, and as the largest site holds beside those who attend. */
function mostOf({ serials, bodies, sites }: PlanProblem, serial: number, able: readonly number[]): number {
  const facts = serials[serial];
  if (facts?.team == null) return 0;
  const { team, attendUnits, visitors } = facts;
  const others = attendUnits.filter((unit) => !able.includes(unit)).reduce((sum, unit) => sum + (bodies[unit]?.strength ?? 0), visitors);
  const room = Math.max(0, ...facts.sites.map((site) => sites[site]?.people ?? Number.POSITIVE_INFINITY)) - others;
  const people = Math.min(team.people[1], room);
  const strengths = able.map((unit) => bodies[unit]?.strength ?? 0).sort((a, b) => a - b);
  const fitting = filling(strengths, (sum, next) => sum + next <= people);
  return Math.min(able.length, team.units[1], fitting);
}

/** How many in order are taken while it holds of their sum so far and the next. */
function filling(strengths: readonly number[], goesOn: (sum: number, next: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (const strength of strengths) {
    if (!goesOn(sum, strength)) break;
    sum += strength;
    count++;
  }
  return count;
}

/** The most cross-party pairs a team of `most` units holds: beyond those it must have, each unit comes from the party with the fewest. */
export function mostPairs({ byParty, most }: Pick<Seats, 'byParty' | 'most'>): number {
  const taken = byParty.map(({ able, least }) => Math.min(able, least));
  let size = taken.reduce((sum, count) => sum + count, 0);
  let pairs = (size * size - taken.reduce((sum, count) => sum + count * count, 0)) / 2;
  for (; size < most; size++) {
    let best = -1;
    for (const [party, { able }] of byParty.entries())
      if ((taken[party] ?? 0) < able && (best < 0 || (taken[party] ?? 0) < (taken[best] ?? 0))) best = party;
    if (best < 0) break;
    pairs += size - (taken[best] ?? 0);
    taken[best] = (taken[best] ?? 0) + 1;
  }
  return pairs;
}
