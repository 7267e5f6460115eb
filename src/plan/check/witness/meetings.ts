// The facts of pairs as the checker counts them: who can meet, what teams hold, whom each unit can meet. The least of the three is the bound.
import type { Unit } from '../../../exercise/index.ts';
import type { WitnessFact } from '../../plan.ts';
import type { Room } from './room.ts';
import { pairsIn, type Team, teamsOf } from './seats.ts';

export function factsOfPairs(room: Room): readonly WitnessFact[] {
  const teams = teamsOf(room);
  const partners = partnersOf(room, teams);
  const [first = [], ...others] = [canMeet(room, partners), teamsHold(room, teams), unitsMeet(room, teams, partners)];
  const sum = (facts: readonly WitnessFact[]) => facts.reduce((total, { amount }) => total + amount, 0);
  return others.reduce((least, facts) => (sum(facts) < sum(least) ? facts : least), first);
}

/**
 * The key of the fact that does not hold, where pairs are counted in the teams that are named, and elsewhere: no plan reaches more than those
 * teams hold and than can meet in others, whichever teams are named.
 */
export function faultOfCut(room: Room, stated: readonly WitnessFact[]): string | undefined {
  const { units } = room.facts;
  const teams = teamsOf(room);
  const isOnce = isOnceEnough(room, teams);
  const inside = new Set<Team>();
  for (const { key, values, amount } of stated) {
    if (key === 'plan.witness.pairsMeetElsewhere') continue;
    const team = teams.find(({ serial }) => serial.id === values.serial);
    if (key !== 'plan.witness.teamHolds' || team === undefined || inside.has(team) || !isOnce) return key;
    const pairs = pairsIn(room, team);
    if (amount !== pairs || values.pairs !== pairs || values.units !== team.most) return key;
    inside.add(team);
  }
  // What has the team of a serial that is surely held and named adds no pair.
  const isNamed = (team: Team) => inside.has(team) || [...inside].some((one) => isTeamOf(team, one));
  const outside = teams.filter((team) => team.most >= 2 && !isNamed(team));
  const counts = new Map<string, number>();
  for (const [index, one] of units.entries()) {
    for (const other of units.slice(index + 1)) {
      if (one.party === other.party || !outside.some((team) => couldMeet(room, team, one, other))) continue;
      const key = [one.party, other.party].sort().join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const { key, values, amount } of stated) {
    if (key !== 'plan.witness.pairsMeetElsewhere') continue;
    const parties = [String(values.party), String(values.other)].sort().join(' ');
    if (counts.get(parties) !== amount || values.pairs !== amount) return key;
    counts.delete(parties);
  }
  return counts.size > 0 ? 'plan.witness.pairsMeetElsewhere' : undefined;
}

/** Whether every team is together so long that once is enough. */
function isOnceEnough({ facts: { exercise, times } }: Room, teams: readonly Team[]): boolean {
  const { together } = exercise.setting;
  return together.times <= 1 && teams.every(({ serial }) => (times.get(serial.id)?.run ?? 0) >= together.minutes);
}

function couldMeet(room: Room, { serial }: Team, one: Unit, other: Unit): boolean {
  if (room.first(one, serial) === undefined || room.first(other, serial) === undefined) return false;
  return room.starts(serial).some((start) => room.couldServe(one, serial, start) && room.couldServe(other, serial, start));
}

/** Whether a team is that of another serial, surely held and counted itself. */
const isTeamOf = ({ need }: Team, { serial, need: own }: Team): boolean =>
  serial.id === need.sameTeamAs && serial.optional === undefined && own.sameTeamAs === undefined;

/** By unit the units of other parties with which it can serve often and long enough. */
function partnersOf(room: Room, teams: readonly Team[]): ReadonlyMap<Unit, readonly Unit[]> {
  const { exercise, units, times } = room.facts;
  const { together } = exercise.setting;
  const found = new Map(units.map((unit) => [unit, [] as Unit[]]));
  const large = teams.filter(({ most }) => most >= 2);
  for (const [index, one] of units.entries()) {
    for (const other of units.slice(index + 1)) {
      if (one.party === other.party) continue;
      let [often, long] = [0, 0];
      for (const team of large) {
        if (often >= together.times && often > 0 && long >= together.minutes) break;
        if (!couldMeet(room, team, one, other)) continue;
        often++;
        long += times.get(team.serial.id)?.run ?? 0;
      }
      if (often === 0 || often < together.times || long < together.minutes) continue;
      found.get(one)?.push(other);
      found.get(other)?.push(one);
    }
  }
  return found;
}

function canMeet({ facts: { exercise } }: Room, partners: ReadonlyMap<Unit, readonly Unit[]>): readonly WitnessFact[] {
  const parties = exercise.parties.list.map(({ id }) => id as string);
  return parties.flatMap((party, index) =>
    parties.slice(index + 1).flatMap((other): WitnessFact[] => {
      let pairs = 0;
      for (const [unit, others] of partners) if (unit.party === party) pairs += others.filter((one) => one.party === other).length;
      return pairs === 0 ? [] : [{ key: 'plan.witness.pairsCanMeet', values: { party, other, pairs }, amount: pairs }];
    }),
  );
}

function teamsHold(room: Room, teams: readonly Team[]): readonly WitnessFact[] {
  const { times, minutes } = room.facts.exercise.setting.together;
  const isOnce = isOnceEnough(room, teams);
  const isAgain = (team: Team) => teams.some((other) => isTeamOf(team, other));
  const counted = isOnce ? teams.filter((team) => !isAgain(team)) : teams;
  const facts = counted.map((team): WitnessFact => {
    const pairs = pairsIn(room, team);
    return { key: 'plan.witness.teamHolds', values: { serial: team.serial.id, units: team.most, pairs }, amount: pairs };
  });
  const sum = facts.reduce((total, { amount }) => total + amount, 0);
  const run = (team: Team) => room.facts.times.get(team.serial.id)?.run ?? 0;
  const pairMinutes = counted.reduce((total, team, index) => total + run(team) * (facts[index]?.amount ?? 0), 0);
  const often = Math.floor(sum / Math.max(1, times));
  const bound = isOnce || minutes === 0 ? often : Math.min(often, Math.floor(pairMinutes / minutes));
  return bound < sum ? [...facts, { key: 'plan.witness.pairsNeedTime', values: { times, minutes }, amount: bound - sum }] : facts;
}

function unitsMeet(
  { facts: { exercise } }: Room,
  teams: readonly Team[],
  partners: ReadonlyMap<Unit, readonly Unit[]>,
): readonly WitnessFact[] {
  const facts = [...partners].map(([unit, others]): WitnessFact => {
    const seats = teams.filter(({ able }) => able.includes(unit)).reduce((sum, { most }) => sum + Math.max(0, most - 1), 0);
    const amount = Math.min(others.length, Math.floor(seats / Math.max(1, exercise.setting.together.times)));
    return { key: 'plan.witness.unitMeets', values: { unit: unit.id, others: amount }, amount };
  });
  const sum = facts.reduce((total, { amount }) => total + amount, 0);
  return [...facts, { key: 'plan.witness.pairsCountedTwice', values: { pairs: sum }, amount: Math.floor(sum / 2) - sum }];
}
