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
type Count = { readonly least: number; readonly member: Uint8Array };

/** Whom a team can be made of: by unit 1 where it is free, and what it costs to free the others (infinite where they cannot be). */
export type Offer = { readonly free: Uint8Array; readonly price?: (unit: number) => number };

/** How much freeing a unit costs against one need that it meets. */
const priceWeight = 300;

/** A team out of the units on offer, ascending; undefined when there is none or none was found. */
export function teamFor(
  state: State,
  serial: number,
  offer: Offer,
  ties: Ties,
  wishOf: () => Wish,
  random: Random,
): readonly number[] | undefined {
  const { problem } = state;
  const need = problem.serials[serial]?.team;
  if (need === undefined || need === null) return [];
  const twin = ties.same.map((other) => state.placed[other]).find((placement) => placement != null);
  if (twin != null)
    return isOnOffer(offer, twin.team) && suits(problem, need, twin.team) && partsAreKept(state, ties, twin.team) ? twin.team : undefined;
  const asked = askedOfTeam(state, need, ties);
  for (let attempt = 0; attempt < 3; attempt++) {
    const team = attempted(problem, asked, offer, wishOf(), random, 1 + 3 * attempt);
    if (team !== undefined) return team;
    if (asked.hopeless) return undefined;
  }
  return undefined;
}

const isOnOffer = ({ free, price }: Offer, team: readonly number[]): boolean =>
  team.every((unit) => free[unit] === 1 || (price?.(unit) ?? Number.POSITIVE_INFINITY) < Number.POSITIVE_INFINITY);

type Asked = {
  readonly needs: readonly TeamFacts[];
  readonly counts: readonly Count[];
  readonly must: readonly number[];
  readonly units: readonly [number, number];
  readonly people: readonly [number, number];
  readonly leastParties: number;
  /** Set where another attempt cannot help. */
  hopeless: boolean;
};

/** What has the same team asks the same of it. */
function askedOfTeam(state: State, need: TeamFacts, ties: Ties): Asked {
  const { problem } = state;
  const needs = ties.same.length === 0 ? [need] : [need, ...ties.same.flatMap((other) => problem.serials[other]?.team ?? [])];
  const counts: Count[] = [];
  for (const one of needs) counts.push(...countsOf(problem, one));
  for (const { other, least } of ties.parts) {
    const placed = state.placed[other];
    if (placed != null) counts.push({ least, member: flagsOf(problem, placed.team) });
  }
  return {
    needs,
    counts,
    must: [...new Set(needs.flatMap((one) => [...one.named, ...wholeGroup(one)]))],
    units: [Math.max(...needs.map((one) => one.units[0])), Math.min(...needs.map((one) => one.units[1]))],
    people: [Math.max(...needs.map((one) => one.people[0])), Math.min(...needs.map((one) => one.people[1]))],
    leastParties: Math.max(1, ...needs.map((one) => one.leastParties)),
    hopeless: false,
  };
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

/** One try, the less by the wishes and the more by chance the bolder. */
function attempted(
  problem: PlanProblem,
  asked: Asked,
  offer: Offer,
  wish: Wish,
  random: Random,
  bold: number,
): readonly number[] | undefined {
  const { bodies, unitCount } = problem;
  const { needs, counts, must, units, people: peopleAsked, leastParties } = asked;
  const worths = new Float64Array(unitCount);
  const pool: number[] = [];
  let [lightest, heaviest] = [Number.POSITIVE_INFINITY, 0];
  for (let unit = 0; unit < unitCount; unit++) {
    const price = offer.free[unit] === 1 ? 0 : (offer.price?.(unit) ?? Number.POSITIVE_INFINITY);
    if (price === Number.POSITIVE_INFINITY || !needs.every((one) => one.from[unit] === 1)) continue;
    worths[unit] = 4 * bold * random.uniform() - priceWeight * Math.min(price, 1000);
    pool.push(unit);
    const strength = bodies[unit]?.strength ?? 0;
    lightest = Math.min(lightest, strength);
    heaviest = Math.max(heaviest, strength);
  }
  const isIn = new Uint8Array(unitCount);
  const missing = counts.map(({ least }) => least);
  const parties = new Uint8Array(problem.parties.length);
  const team: number[] = [];
  let [people, partyCount] = [0, 0];
  const take = (unit: number) => {
    team.push(unit);
    isIn[unit] = 1;
    const body = bodies[unit];
    people += body?.strength ?? 0;
    if (parties[body?.party ?? -1] === 0) {
      parties[body?.party ?? -1] = 1;
      partyCount++;
    }
    for (let index = 0; index < counts.length; index++) missing[index] = (missing[index] ?? 0) - (counts[index]?.member[unit] ?? 0);
    wish.add(unit);
  };
  for (const unit of must) {
    if (!pool.includes(unit)) {
      asked.hopeless = true;
      return undefined;
    }
    take(unit);
  }
  if (pool.length < units[0]) {
    asked.hopeless = true;
    return undefined;
  }
  for (;;) {
    let lacks = 0;
    for (let index = 0; index < counts.length; index++) if ((missing[index] ?? 0) > 0) lacks++;
    const needsParty = partyCount < leastParties;
    const needsAnyone = team.length < units[0] || people < peopleAsked[0] || team.length === 0;
    const needsDeal = lacks === 0 && !needs.every((one) => deal(one.demands, team) !== null);
    if (lacks === 0 && !needsParty && !needsAnyone && !needsDeal) break;
    let [best, bestWorth] = [-1, 0];
    for (const unit of pool) {
      if (isIn[unit] === 1) continue;
      const strength = bodies[unit]?.strength ?? 0;
      const left = units[1] - team.length - 1;
      if (left < 0 || people + strength > peopleAsked[1]) continue;
      // Who would leave no way to the size that is asked for is passed over.
      if (people + strength + Math.max(0, units[0] - team.length - 1) * lightest > peopleAsked[1]) continue;
      if (people + strength + left * heaviest < peopleAsked[0]) continue;
      let gain = 0;
      for (let index = 0; index < counts.length; index++) if ((missing[index] ?? 0) > 0 && counts[index]?.member[unit] === 1) gain += 1;
      if (needsParty && parties[bodies[unit]?.party ?? -1] === 0) gain += 1;
      if (needsDeal && needs.some((one) => one.demands.some((demand) => demand.distinct && demand.eligible[unit] === 1))) gain += 1;
      if (gain === 0 && (lacks > 0 || needsParty || needsDeal || !needsAnyone)) continue;
      const worth = 1000 * gain + wish.worth(unit) + (worths[unit] ?? 0);
      if (best < 0 || worth > bestWorth) [best, bestWorth] = [unit, worth];
    }
    if (best < 0) return undefined;
    take(best);
  }
  extend(problem, asked, offer, pool, team, isIn, parties, people, wish, random, take);
  return team.sort((a, b) => a - b);
}

/** Without a stated size a team grows only by what is asked of it, and by parties that need the task. Nobody is freed for a wish. */
function extend(
  { bodies }: PlanProblem,
  { units, people: peopleAsked }: Asked,
  { free }: Offer,
  pool: readonly number[],
  team: readonly number[],
  isIn: Uint8Array,
  parties: Uint8Array,
  peopleIn: number,
  wish: Wish,
  random: Random,
  take: (unit: number) => void,
): void {
  const most = units[1] === Number.POSITIVE_INFINITY ? 0 : units[1];
  let people = peopleIn;
  for (;;) {
    let [best, bestWorth] = [-1, 0.01];
    for (const unit of pool) {
      const body = bodies[unit];
      if (isIn[unit] === 1 || free[unit] !== 1 || body === undefined) continue;
      if (team.length >= units[1] || people + body.strength > peopleAsked[1]) continue;
      const isNeeded = (wish.partyGain[body.party] ?? 0) > 0 && parties[body.party] !== 1;
      if (!isNeeded && team.length >= most) continue;
      const worth = wish.worth(unit) + 2 * random.uniform() - 1;
      if (worth > bestWorth) [best, bestWorth] = [unit, worth];
    }
    if (best < 0) return;
    people += bodies[best]?.strength ?? 0;
    take(best);
  }
}

const peopleIn = (problem: PlanProblem, team: readonly number[]): number =>
  team.reduce((sum, unit) => sum + (problem.bodies[unit]?.strength ?? 0), 0);

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

/** Whether a given team meets every need of its own. */
function suits(problem: PlanProblem, need: TeamFacts, team: readonly number[]): boolean {
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

function partsAreKept(state: State, ties: Ties, team: readonly number[]): boolean {
  return ties.parts.every(({ other, least }) => {
    const placed = state.placed[other];
    return placed == null || team.filter((unit) => placed.team.includes(unit)).length >= least;
  });
}
