// What is asked of a team: by its serial, by those that have the same team, and by those that take units over from it; and whether a team
// that is there already will do.
import type { DemandFacts, TeamFacts } from '../problem/serials.ts';
import type { PlanProblem } from '../problem.ts';
import type { State } from './state.ts';

/** Serials that bind each other's teams: those with exactly the same, and those of which some units must be taken over. */
export type Ties = { readonly same: readonly number[]; readonly parts: readonly { readonly other: number; readonly least: number }[] };

export function tiesOf({ serials }: PlanProblem): readonly Ties[] {
  const root = serials.map((_, index) => index);
  const find = (index: number): number => (root[index] === index ? index : find(root[index] ?? index));
  for (const [index, { team }] of serials.entries()) if (team !== null && team.sameTeamAs >= 0) root[find(index)] = find(team.sameTeamAs);
  const families = new Map<number, number[]>();
  for (const index of serials.keys()) families.set(find(index), [...(families.get(find(index)) ?? []), index]);
  const parts = serials.map((): { other: number; least: number }[] => []);
  for (const [index, { team }] of serials.entries()) {
    if (team === null || team.unitsOf === null || team.unitsOf.serial < 0) continue;
    parts[index]?.push({ other: team.unitsOf.serial, least: team.unitsOf.least });
    parts[team.unitsOf.serial]?.push({ other: index, least: team.unitsOf.least });
  }
  return serials.map((_, index) => ({
    same: (families.get(find(index)) ?? []).filter((other) => other !== index),
    parts: parts[index] ?? [],
  }));
}

/** At least so many of some units. */
export type Count = { readonly least: number /** By unit. */; readonly member: Uint8Array };

/** What has the same team asks the same of it. */
export type Asked = {
  readonly needs: readonly TeamFacts[];
  readonly counts: readonly Count[];
  /** By unit: whether all of them would have it. */
  readonly from: Uint8Array;
  readonly must: readonly number[];
  readonly units: readonly [number, number];
  readonly people: readonly [number, number];
  readonly leastParties: number;
  /** By unit: whether it could meet a demand that takes units of its own; undefined where there is none. */
  readonly distinct: Uint8Array | undefined;
};

const known = new WeakMap<Ties, Asked>();

/** What the document asks of a team; what depends on teams that are placed is `countsOfParts`. */
export function askedOfTeam(problem: PlanProblem, need: TeamFacts, ties: Ties): Asked {
  const found = known.get(ties);
  if (found !== undefined) return found;
  const needs = ties.same.length === 0 ? [need] : [need, ...ties.same.flatMap((other) => problem.serials[other]?.team ?? [])];
  const flags = (isIn: (unit: number) => boolean) => Uint8Array.from({ length: problem.unitCount }, (_, unit) => (isIn(unit) ? 1 : 0));
  const distinct = needs.flatMap((one) => one.demands.filter((demand) => demand.distinct));
  const asked: Asked = {
    needs,
    counts: needs.flatMap((one) => countsOf(problem, one)),
    from: flags((unit) => needs.every((one) => one.from[unit] === 1)),
    must: [...new Set(needs.flatMap((one) => [...one.named, ...wholeGroup(one)]))],
    units: [Math.max(...needs.map((one) => one.units[0])), Math.min(...needs.map((one) => one.units[1]))],
    people: [Math.max(...needs.map((one) => one.people[0])), Math.min(...needs.map((one) => one.people[1]))],
    leastParties: Math.max(1, ...needs.map((one) => one.leastParties)),
    distinct: distinct.length === 0 ? undefined : flags((unit) => distinct.some((demand) => demand.eligible[unit] === 1)),
  };
  known.set(ties, asked);
  return asked;
}

/** What is asked by those placed already that take units over. */
export function countsOfParts(state: State, { parts }: Ties): readonly Count[] {
  return parts.flatMap(({ other, least }) => {
    const placed = state.placed[other];
    return placed == null ? [] : [{ least, member: flagsOf(state.problem, placed.team) }];
  });
}

const knownCounts = new WeakMap<TeamFacts, readonly Count[]>();

/** What a team needs that can be counted unit by unit; distinct demands take units of their own besides. */
function countsOf(problem: PlanProblem, need: TeamFacts): readonly Count[] {
  const known = knownCounts.get(need);
  if (known !== undefined) return known;
  const { bodies, unitCount } = problem;
  const counts: Count[] = need.demands.map(({ count, eligible }) => ({ least: count, member: eligible }));
  for (const [party, least] of need.perParty)
    counts.push({ least, member: Uint8Array.from({ length: unitCount }, (_, unit) => (bodies[unit]?.party === party ? 1 : 0)) });
  if (need.group !== null) counts.push({ least: need.group.least, member: flagsOf(problem, need.group.units) });
  counts.push({ least: 1, member: need.lead });
  knownCounts.set(need, counts);
  return counts;
}

function flagsOf({ unitCount }: PlanProblem, units: readonly number[]): Uint8Array {
  const flags = new Uint8Array(unitCount);
  for (const unit of units) flags[unit] = 1;
  return flags;
}

export const wholeGroup = ({ group }: TeamFacts): readonly number[] =>
  group !== null && group.least >= group.units.length ? group.units : [];

/** Deals units out to the distinct demands so that the others are met by the rest; null when it cannot be done. */
export function deal(demands: readonly DemandFacts[], team: readonly number[]): ReadonlySet<number> | null {
  let hasDistinct = false;
  for (const demand of demands) {
    let able = 0;
    for (const unit of team) able += demand.eligible[unit] ?? 0;
    if (able < demand.count) return null;
    if (demand.distinct) hasDistinct = true;
  }
  if (!hasDistinct) return nobody;
  const distinct = demands.filter((demand) => demand.distinct).sort((a, b) => a.count - b.count);
  const shared = demands.filter((demand) => !demand.distinct);
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

const nobody: ReadonlySet<number> = new Set();

/** Whether a team, as it is, will do for a serial. */
export function teamWillDo(state: State, serial: number, ties: Ties, team: readonly number[]): boolean {
  const need = state.problem.serials[serial]?.team;
  if (need === undefined || need === null) return team.length === 0;
  for (const other of ties.same) {
    const twin = state.placed[other];
    if (twin != null && (twin.team.length !== team.length || !twin.team.every((unit) => team.includes(unit)))) return false;
  }
  return suits(state.problem, need, team) && partsAreKept(state, ties, team);
}

const peopleIn = (problem: PlanProblem, team: readonly number[]): number =>
  team.reduce((sum, unit) => sum + (problem.bodies[unit]?.strength ?? 0), 0);

/** Whether a given team meets every need of its own. */
export function suits(problem: PlanProblem, need: TeamFacts, team: readonly number[]): boolean {
  if (team.length === 0 || team.length > need.units[1] || team.length < need.units[0]) return false;
  const people = peopleIn(problem, team);
  if (people > need.people[1] || people < need.people[0]) return false;
  if (!team.every((unit) => need.from[unit] === 1) || !need.named.every((unit) => team.includes(unit))) return false;
  for (const { least, member } of countsOf(problem, need)) {
    let has = 0;
    for (const unit of team) has += member[unit] ?? 0;
    if (has < least) return false;
  }
  return partiesIn(problem, team) >= need.leastParties && deal(need.demands, team) !== null;
}

function partiesIn({ bodies }: PlanProblem, team: readonly number[]): number {
  let count = 0;
  for (const [index, unit] of team.entries()) {
    const party = bodies[unit]?.party;
    if (!team.slice(0, index).some((other) => bodies[other]?.party === party)) count++;
  }
  return count;
}

export function partsAreKept(state: State, ties: Ties, team: readonly number[]): boolean {
  return ties.parts.every(({ other, least }) => {
    const placed = state.placed[other];
    return placed == null || team.filter((unit) => placed.team.includes(unit)).length >= least;
  });
}
