// Puts a team together for a serial: first what it must have, unit by unit where most is missing, then what is wished for.
import type { Random } from '../../kernel/index.ts';
import type { DemandFacts, TeamFacts } from '../problem/serials.ts';
import type { PlanProblem } from '../problem.ts';
import type { State } from './state.ts';
import type { Wish } from './wishes.ts';

/** Serials that bind each other's teams: those with exactly the same, and those of which some units must be taken over. */
export type Ties = { readonly same: readonly number[]; readonly parts: readonly { readonly other: number; readonly least: number }[] };

export function tiesOf({ serials }: PlanProblem): readonly Ties[] {
  const root = serials.map((_, index) => index);
  const find = (index: number): number => (root[index] === index ? index : find(root[index] ?? index));
  for (const [index, { team }] of serials.entries()) if (team !== null && team.sameTeamAs >= 0) root[find(index)] = find(team.sameTeamAs);
  return serials.map((_, index) => ({
    same: serials.flatMap((__, other) => (other !== index && find(other) === find(index) ? [other] : [])),
    parts: serials.flatMap(({ team }, other) => {
      if (team === null || team.unitsOf === null) return [];
      const { serial, least } = team.unitsOf;
      if (other === index && serial >= 0) return [{ other: serial, least }];
      return serial === index ? [{ other, least }] : [];
    }),
  }));
}

type Need = { missing: number; readonly isMember: (unit: number) => boolean };

/** A team out of the units that are free, ascending; undefined when there is none or none was found. */
export function teamFor(
  state: State,
  serial: number,
  free: readonly number[],
  ties: Ties,
  wish: Wish,
  random: Random,
): readonly number[] | undefined {
  const { problem } = state;
  const need = problem.serials[serial]?.team;
  if (need === undefined || need === null) return [];
  const twin = ties.same.map((other) => state.placed[other]).find((placement) => placement != null);
  if (twin != null) return suits(problem, need, twin.team, free) && partsAreKept(state, ties, twin.team) ? twin.team : undefined;
  // What has the same team asks the same of it.
  const all = [need, ...ties.same.flatMap((other) => problem.serials[other]?.team ?? [])];
  const allowed = free.filter((unit) => all.every((one) => one.from[unit] === 1));
  const team = [...new Set(all.flatMap((one) => [...one.named, ...wholeGroup(one)]))];
  const most = Math.min(...all.map((one) => one.units[1]));
  const mostPeople = Math.min(...all.map((one) => one.people[1]));
  if (!team.every((unit) => allowed.includes(unit))) return undefined;
  for (const unit of team) wish.add(unit);
  const noise = allowed.map(() => random.uniform());
  const isFull = (unit: number) => team.length >= most || peopleIn(problem, team) + (problem.bodies[unit]?.strength ?? 0) > mostPeople;
  for (;;) {
    const needs = all.flatMap((one) => needsOf(state, one, ties, team));
    if (needs.length === 0) break;
    let [best, bestWorth] = [-1, 0];
    for (const [index, unit] of allowed.entries()) {
      if (team.includes(unit) || isFull(unit)) continue;
      let gain = 0;
      for (const one of needs) if (one.isMember(unit)) gain += 1;
      if (gain === 0) continue;
      const worth = 1000 * gain + wish.worth(unit) + 4 * (noise[index] ?? 0);
      if (best < 0 || worth > bestWorth) [best, bestWorth] = [unit, worth];
    }
    if (best < 0) return undefined;
    team.push(best);
    wish.add(best);
  }
  extend(problem, most, allowed, team, wish, noise, isFull);
  return team.sort((a, b) => a - b);
}

const wholeGroup = ({ group }: TeamFacts): readonly number[] => (group !== null && group.least >= group.units.length ? group.units : []);

function extend(
  problem: PlanProblem,
  mostUnits: number,
  allowed: readonly number[],
  team: number[],
  wish: Wish,
  noise: readonly number[],
  isFull: (unit: number) => boolean,
): void {
  // Without a stated size a team grows only by what is asked of it, and by parties that need the task.
  const most = mostUnits === Number.POSITIVE_INFINITY ? 0 : mostUnits;
  for (;;) {
    let [best, bestWorth] = [-1, 0.01];
    for (const [index, unit] of allowed.entries()) {
      if (team.includes(unit) || isFull(unit)) continue;
      const party = problem.bodies[unit]?.party ?? -1;
      const isNeeded = (wish.partyGain[party] ?? 0) > 0 && !team.some((other) => problem.bodies[other]?.party === party);
      if (!isNeeded && team.length >= most) continue;
      const worth = wish.worth(unit) + 2 * (noise[index] ?? 0) - 1;
      if (worth > bestWorth) [best, bestWorth] = [unit, worth];
    }
    if (best < 0) return;
    team.push(best);
    wish.add(best);
  }
}

const peopleIn = (problem: PlanProblem, team: readonly number[]): number =>
  team.reduce((sum, unit) => sum + (problem.bodies[unit]?.strength ?? 0), 0);

/** What the team still lacks. */
function needsOf(state: State, need: TeamFacts, ties: Ties, team: readonly number[]): readonly Need[] {
  const { problem } = state;
  const needs: Need[] = [];
  const ask = (missing: number, isMember: Need['isMember']) => {
    if (missing > 0) needs.push({ missing, isMember });
  };
  const partyOf = (unit: number) => problem.bodies[unit]?.party ?? -1;
  const dealt = deal(need.demands, team);
  if (dealt === null) {
    for (const [index, demand] of need.demands.entries()) ask(missingOf(need.demands, team, index), (unit) => demand.eligible[unit] === 1);
    // Each demand alone is met, so that one unit would have to meet two: any that meets a distinct one helps.
    if (needs.length === 0) ask(1, (unit) => need.demands.some((demand) => demand.distinct && demand.eligible[unit] === 1));
  }
  for (const [party, least] of need.perParty)
    ask(least - team.filter((unit) => partyOf(unit) === party).length, (unit) => partyOf(unit) === party);
  const parties = new Set(team.map(partyOf));
  ask(need.leastParties - parties.size, (unit) => !parties.has(partyOf(unit)));
  const { group } = need;
  if (group !== null) ask(group.least - team.filter((unit) => group.units.includes(unit)).length, (unit) => group.units.includes(unit));
  for (const { other, least } of ties.parts) {
    const placed = state.placed[other];
    if (placed != null) ask(least - team.filter((unit) => placed.team.includes(unit)).length, (unit) => placed.team.includes(unit));
  }
  ask(team.some((unit) => need.lead[unit] === 1) ? 0 : 1, (unit) => need.lead[unit] === 1);
  ask(need.units[0] - team.length, () => true);
  ask(need.people[0] - peopleIn(problem, team), () => true);
  return needs;
}

function missingOf(demands: readonly DemandFacts[], team: readonly number[], index: number): number {
  const demand = demands[index];
  return demand === undefined ? 0 : demand.count - team.filter((unit) => demand.eligible[unit] === 1).length;
}

/** Deals units out to the distinct demands so that the others are met by the rest; null when it cannot be done. */
export function deal(demands: readonly DemandFacts[], team: readonly number[]): ReadonlySet<number> | null {
  for (const demand of demands) {
    let able = 0;
    for (const unit of team) able += demand.eligible[unit] ?? 0;
    if (able < demand.count) return null;
  }
  const distinct = demands.filter((demand) => demand.distinct).sort((a, b) => a.count - b.count);
  const shared = demands.filter((demand) => !demand.distinct);
  if (distinct.length === 0) return new Set();
  const used = new Set<number>();
  const fits = () => shared.every((demand) => team.filter((unit) => !used.has(unit) && demand.eligible[unit] === 1).length >= demand.count);
  const take = (at: number, from: number, missing: number): boolean => {
    const demand = distinct[at];
    if (demand === undefined) return fits();
    if (missing === 0) return take(at + 1, 0, distinct[at + 1]?.count ?? 0);
    for (let index = from; index < team.length; index++) {
      const unit = team[index] ?? -1;
      if (used.has(unit) || demand.eligible[unit] !== 1) continue;
      used.add(unit);
      if (take(at, index + 1, missing - 1)) return true;
      used.delete(unit);
    }
    return false;
  };
  return take(0, 0, distinct[0]?.count ?? 0) ? used : null;
}

/** Whether a team, as it is, will do for a serial. */
export function teamWillDo(state: State, serial: number, ties: Ties, team: readonly number[]): boolean {
  const need = state.problem.serials[serial]?.team;
  if (need === undefined || need === null) return team.length === 0;
  const twin = ties.same.map((other) => state.placed[other]).find((placement) => placement != null);
  if (twin != null && (twin.team.length !== team.length || !twin.team.every((unit) => team.includes(unit)))) return false;
  return suits(state.problem, need, team, team) && partsAreKept(state, ties, team);
}

/** Whether a given team is all free and meets every need of its own. */
function suits(problem: PlanProblem, need: TeamFacts, team: readonly number[], free: readonly number[]): boolean {
  if (!team.every((unit) => free.includes(unit) && need.from[unit] === 1)) return false;
  if (team.length > need.units[1] || peopleIn(problem, team) > need.people[1]) return false;
  return need.named.every((unit) => team.includes(unit)) && needsAreMet(problem, need, team);
}

function needsAreMet(problem: PlanProblem, need: TeamFacts, team: readonly number[]): boolean {
  const partyOf = (unit: number) => problem.bodies[unit]?.party ?? -1;
  const { group } = need;
  return (
    deal(need.demands, team) !== null &&
    need.perParty.every(([party, least]) => team.filter((unit) => partyOf(unit) === party).length >= least) &&
    new Set(team.map(partyOf)).size >= need.leastParties &&
    (group === null || team.filter((unit) => group.units.includes(unit)).length >= group.least) &&
    team.some((unit) => need.lead[unit] === 1) &&
    team.length >= need.units[0] &&
    peopleIn(problem, team) >= need.people[0]
  );
}

function partsAreKept(state: State, ties: Ties, team: readonly number[]): boolean {
  return ties.parts.every(({ other, least }) => {
    const placed = state.placed[other];
    return placed == null || team.filter((unit) => placed.team.includes(unit)).length >= least;
  });
}
