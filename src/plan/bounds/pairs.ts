// How many distinct cross-party pairs any plan can reach: not more than there are pairs that can meet, than the teams have room for, or than
// each unit's serials let it meet.
import type { WitnessFact } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';

export type Bound = { readonly bound: number; readonly witness: readonly WitnessFact[] };

export function pairsBound(problem: PlanProblem): Bound {
  const seats = seatsOf(problem);
  const [first = { bound: 0, witness: [] }, ...others] = [
    pairsThatCanMeet(problem, seats),
    pairsTheTeamsHold(problem, seats),
    pairsByDegree(problem, seats),
  ];
  return others.reduce((least, other) => (other.bound < least.bound ? other : least), first);
}

/** Who may be in each serial's team at some start, and how many at most. */
type Seats = { readonly serial: number; readonly may: Uint8Array; readonly most: number; readonly run: number; readonly same: string };

function seatsOf({ serials, bodies, unitCount }: PlanProblem): readonly Seats[] {
  const root = serials.map((_, index) => index);
  const find = (index: number): number => (root[index] === index ? index : find(root[index] ?? index));
  for (const [index, { team }] of serials.entries()) if (team !== null && team.sameTeamAs >= 0) root[find(index)] = find(team.sameTeamAs);
  return serials.flatMap((facts, serial): Seats[] => {
    if (facts.team === null) return [];
    const { team, total, starts, run } = facts;
    const may = Uint8Array.from({ length: unitCount }, (_, unit) => {
      const presence = bodies[unit]?.presence ?? [];
      const isThere = starts.some((list) => list.some((start) => presence.some(([from, to]) => from <= start && start + total <= to)));
      return team.from[unit] === 1 && isThere ? 1 : 0;
    });
    const able = may.reduce((sum, one) => sum + one, 0);
    const lightest = Math.min(
      ...bodies
        .slice(0, unitCount)
        .filter((_, unit) => may[unit] === 1)
        .map((body) => body.strength),
      Number.MAX_SAFE_INTEGER,
    );
    const most = Math.min(able, team.units[1], Math.floor(team.people[1] / lightest));
    return [{ serial, may, most, run, same: `team ${find(serial)}` }];
  });
}

/** Pairs whose units may be in one team often enough and long enough. */
function pairsThatCanMeet({ bodies, unitCount, together, parties }: PlanProblem, seats: readonly Seats[]): Bound {
  const counts = new Map<string, number>();
  for (let one = 0; one < unitCount; one++) {
    for (let other = one + 1; other < unitCount; other++) {
      const [a, b] = [bodies[one]?.party ?? 0, bodies[other]?.party ?? 0];
      if (a === b) continue;
      let [times, minutes] = [0, 0];
      for (const { may, run } of seats) {
        if (may[one] !== 1 || may[other] !== 1) continue;
        times++;
        minutes += run;
      }
      if (times < Math.max(1, together.times) || minutes < together.minutes) continue;
      const key = [parties[Math.min(a, b)], parties[Math.max(a, b)]].join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const witness = [...counts].map(([key, pairs]): WitnessFact => {
    const [party = '', other = ''] = key.split(' ');
    return { key: 'plan.witness.pairsCanMeet', values: { party, other, pairs }, amount: pairs };
  });
  return { bound: witness.reduce((sum, { amount }) => sum + amount, 0), witness };
}

/** Turán's count: a team of n units of several parties holds at most so many cross-party pairs. Serials with the same team count once. */
function pairsTheTeamsHold(problem: PlanProblem, seats: readonly Seats[]): Bound {
  const { together, serials } = problem;
  const once = together.times <= 1 && together.minutes === 0;
  const witness: WitnessFact[] = [];
  const best = new Map<string, WitnessFact>();
  let pairMinutes = 0;
  for (const seat of seats) {
    const pairs = mostPairs(problem, seat);
    pairMinutes += pairs * seat.run;
    const fact: WitnessFact = {
      key: 'plan.witness.teamHolds',
      values: { serial: serials[seat.serial]?.id ?? '', units: seat.most, pairs },
      amount: pairs,
    };
    const known = best.get(seat.same);
    if (!once) witness.push(fact);
    else if (known === undefined || known.amount > pairs) best.set(seat.same, fact);
  }
  witness.push(...best.values());
  const sum = witness.reduce((total, { amount }) => total + amount, 0);
  const byTimes = Math.floor(sum / Math.max(1, together.times));
  const byMinutes = together.minutes === 0 ? Number.POSITIVE_INFINITY : Math.floor(pairMinutes / together.minutes);
  const bound = Math.min(byTimes, byMinutes);
  if (bound < sum)
    witness.push({ key: 'plan.witness.pairsNeedTime', values: { times: together.times, minutes: together.minutes }, amount: bound - sum });
  return { bound, witness };
}

function mostPairs({ bodies, parties }: PlanProblem, { may, most }: Seats): number {
  const able = parties.map((_, party) => may.reduce((sum, one, unit) => sum + (one === 1 && bodies[unit]?.party === party ? 1 : 0), 0));
  const taken = parties.map(() => 0);
  let pairs = 0;
  for (let size = 0; size < most; size++) {
    // The party with the fewest so far meets the most of the others.
    let best = -1;
    for (const [party, count] of able.entries()) {
      if ((taken[party] ?? 0) < count && (best < 0 || (taken[party] ?? 0) < (taken[best] ?? 0))) best = party;
    }
    if (best < 0) break;
    pairs += size - (taken[best] ?? 0);
    taken[best] = (taken[best] ?? 0) + 1;
  }
  return pairs;
}

/** Each unit meets at most as many as it can, and as its teams seat; every pair is counted at both its ends. */
function pairsByDegree({ bodies, unitCount, together }: PlanProblem, seats: readonly Seats[]): Bound {
  const witness: WitnessFact[] = [];
  for (let unit = 0; unit < unitCount; unit++) {
    const others = new Set<number>();
    let places = 0;
    for (const { may, most } of seats) {
      if (may[unit] !== 1) continue;
      places += Math.max(0, most - 1);
      for (let other = 0; other < unitCount; other++)
        if (may[other] === 1 && bodies[other]?.party !== bodies[unit]?.party) others.add(other);
    }
    const amount = Math.min(others.size, Math.floor(places / Math.max(1, together.times)));
    witness.push({ key: 'plan.witness.unitMeets', values: { unit: bodies[unit]?.id ?? '', others: amount }, amount });
  }
  const sum = witness.reduce((total, { amount }) => total + amount, 0);
  const bound = Math.floor(sum / 2);
  return { bound, witness: [...witness, { key: 'plan.witness.pairsCountedTwice', values: { pairs: sum }, amount: bound - sum }] };
}
