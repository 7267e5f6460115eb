// Puts a team together for a serial: first what it must have, unit by unit where most is missing, then what is wished for.
import type { Random } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import type { State } from './state.ts';
import { type Asked, askedOfTeam, type Count, countsOfParts, deal, partsAreKept, suits, type Ties } from './team-needs.ts';
import type { Wish } from './wishes.ts';

/**
 * Whom a team can be made of: by unit 1 where it is free; what it costs to free the others (infinite where they cannot be); and what its
 * rest costs besides, which is asked only of who is about to be taken.
 */
export type Offer = {
  readonly free: Uint8Array;
  readonly price?: (unit: number) => number;
  readonly rest: (unit: number) => number;
};

const never = Number.POSITIVE_INFINITY;

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
  if (twin != null) {
    const will = isOnOffer(offer, twin.team) && suits(problem, need, twin.team) && partsAreKept(state, ties, twin.team);
    return will && twin.team.every((unit) => offer.rest(unit) < never) ? twin.team : undefined;
  }
  const asked = askedOfTeam(problem, need, ties);
  const counts = ties.parts.length === 0 ? asked.counts : [...asked.counts, ...countsOfParts(state, ties)];
  const pool = poolOf(problem, asked, counts, offer);
  for (let attempt = 0; attempt < attempts && pool.isEnough(); attempt++) {
    const team = attempted(problem, asked, counts, offer, pool, wishOf(), random, 1 + 3 * attempt);
    if (team !== undefined) return team;
  }
  return undefined;
}

/** So often a team is tried, the less by the wishes and the more by chance the bolder. */
const attempts = 3;

const isOnOffer = ({ free, price }: Offer, team: readonly number[]): boolean =>
  team.every((unit) => free[unit] === 1 || (price?.(unit) ?? never) < never);

/** The units that can be had, with what freeing each costs, and how many of them there are for each count. */
class Pool {
  readonly units: number[] = [];
  readonly prices: number[] = [];
  /** By place: 1 where the price holds what rest costs. */
  readonly hasRest: number[] = [];
  lightest = never;
  heaviest = 0;
  readonly #asked: Asked;
  readonly #counts: readonly Count[];
  readonly #able: number[];

  constructor(asked: Asked, counts: readonly Count[]) {
    this.#asked = asked;
    this.#counts = counts;
    this.#able = counts.map(() => 0);
  }

  add(unit: number, price: number, strength: number): void {
    this.units.push(unit);
    this.prices.push(price);
    this.hasRest.push(0);
    this.lightest = Math.min(this.lightest, strength);
    this.heaviest = Math.max(this.heaviest, strength);
    this.#count(unit, 1);
  }

  /** Counts the rest of the unit at a place into its price, once; tells what that adds. A unit that cannot have it leaves. */
  rest(at: number, { rest }: Offer): number {
    const unit = this.units[at];
    if (unit === undefined || this.hasRest[at] === 1) return 0;
    const cost = rest(unit);
    this.hasRest[at] = 1;
    this.prices[at] = (this.prices[at] ?? 0) + cost;
    if (cost === never) {
      this.units.splice(at, 1);
      this.prices.splice(at, 1);
      this.hasRest.splice(at, 1);
      this.#count(unit, -1);
    }
    return cost;
  }

  /** Whether each count by itself could still be met. */
  isEnough(): boolean {
    if (this.units.length < this.#asked.units[0]) return false;
    for (let index = 0; index < this.#counts.length; index++)
      if ((this.#able[index] ?? 0) < (this.#counts[index]?.least ?? 0)) return false;
    return this.#asked.must.every((unit) => this.units.includes(unit));
  }

  #count(unit: number, by: number): void {
    for (let index = 0; index < this.#counts.length; index++)
      if (this.#counts[index]?.member[unit] === 1) this.#able[index] = (this.#able[index] ?? 0) + by;
  }
}

function poolOf({ bodies, unitCount }: PlanProblem, asked: Asked, counts: readonly Count[], { free, price }: Offer): Pool {
  const pool = new Pool(asked, counts);
  for (let unit = 0; unit < unitCount; unit++) {
    if (asked.from[unit] !== 1) continue;
    const cost = free[unit] === 1 ? 0 : (price?.(unit) ?? never);
    if (cost < never) pool.add(unit, cost, bodies[unit]?.strength ?? 0);
  }
  return pool;
}

/** A team under way. */
class Draft {
  readonly team: number[] = [];
  readonly isIn: Uint8Array;
  readonly parties: Uint8Array;
  readonly missing: number[];
  people = 0;
  partyCount = 0;
  readonly #problem: PlanProblem;
  readonly #counts: readonly Count[];
  readonly #wish: Wish;

  constructor(problem: PlanProblem, counts: readonly Count[], wish: Wish) {
    this.#problem = problem;
    this.#counts = counts;
    this.#wish = wish;
    this.isIn = new Uint8Array(problem.unitCount);
    this.parties = new Uint8Array(problem.parties.length);
    this.missing = counts.map(({ least }) => least);
  }

  take(unit: number): void {
    this.team.push(unit);
    this.isIn[unit] = 1;
    const body = this.#problem.bodies[unit];
    const party = body?.party ?? -1;
    this.people += body?.strength ?? 0;
    if (this.parties[party] === 0) {
      this.parties[party] = 1;
      this.partyCount++;
    }
    for (let index = 0; index < this.#counts.length; index++)
      this.missing[index] = (this.missing[index] ?? 0) - (this.#counts[index]?.member[unit] ?? 0);
    this.#wish.add(unit);
  }
}

/** One try. Who is about to be taken is asked for its rest first; where that costs something, others may come before it. */
function attempted(
  problem: PlanProblem,
  asked: Asked,
  counts: readonly Count[],
  offer: Offer,
  pool: Pool,
  wish: Wish,
  random: Random,
  bold: number,
): readonly number[] | undefined {
  const { bodies } = problem;
  const { needs, must, units, people, leastParties, distinct } = asked;
  const noise = pool.units.map((_, index) => 4 * bold * random.uniform() - priceWeight * Math.min(pool.prices[index] ?? 0, 1000));
  const draft = new Draft(problem, counts, wish);
  for (const unit of must) {
    if (pool.rest(pool.units.indexOf(unit), offer) === never) return undefined;
    draft.take(unit);
  }
  const { team, isIn, parties } = draft;
  const lacking: Uint8Array[] = [];
  for (;;) {
    lacking.length = 0;
    for (let index = 0; index < counts.length; index++) {
      const member = counts[index]?.member;
      if ((draft.missing[index] ?? 0) > 0 && member !== undefined) lacking.push(member);
    }
    const needsParty = draft.partyCount < leastParties;
    const needsAnyone = team.length < units[0] || draft.people < people[0] || team.length === 0;
    const needsDeal = distinct !== undefined && lacking.length === 0 && !needs.every((one) => deal(one.demands, team) !== null);
    if (lacking.length === 0 && !needsParty && !needsAnyone && !needsDeal) break;
    const left = units[1] - team.length - 1;
    if (left < 0) return undefined;
    const mustGain = lacking.length > 0 || needsParty || needsDeal || !needsAnyone;
    // Who would leave no way to the size that is asked for is passed over.
    const mostPeople = people[1] - Math.max(0, units[0] - team.length - 1) * pool.lightest;
    const leastPeople = people[0] - (left === 0 ? 0 : left * pool.heaviest);
    let [best, bestWorth] = [-1, 0];
    for (let index = 0; index < pool.units.length; index++) {
      const unit = pool.units[index] ?? 0;
      if (isIn[unit] === 1) continue;
      const body = bodies[unit];
      const then = draft.people + (body?.strength ?? 0);
      if (then > mostPeople || then < leastPeople) continue;
      let gain = 0;
      for (let at = 0; at < lacking.length; at++) if (lacking[at]?.[unit] === 1) gain++;
      if (needsParty && parties[body?.party ?? -1] === 0) gain++;
      if (needsDeal && distinct[unit] === 1) gain++;
      if (gain === 0 && mustGain) continue;
      const worth = 1000 * gain + wish.worth(unit) + (noise[index] ?? 0);
      if (best < 0 || worth > bestWorth) [best, bestWorth] = [index, worth];
    }
    const unit = pool.units[best];
    if (unit === undefined) return undefined;
    const cost = pool.rest(best, offer);
    if (cost === 0) draft.take(unit);
    else if (cost < never) noise[best] = (noise[best] ?? 0) - priceWeight * Math.min(cost, 1000);
    else {
      noise.splice(best, 1);
      if (!pool.isEnough()) return undefined;
    }
  }
  extend(problem, asked, offer, pool, draft, wish, random);
  return team.sort((a, b) => a - b);
}

/** Without a stated size a team grows only by what is asked of it, and by parties that need the task. Nobody is freed for a wish. */
function extend(
  { bodies }: PlanProblem,
  { units, people }: Asked,
  offer: Offer,
  pool: Pool,
  draft: Draft,
  wish: Wish,
  random: Random,
): void {
  const most = units[1] === never ? 0 : units[1];
  const { team, isIn, parties } = draft;
  while (team.length < units[1]) {
    let [best, bestWorth] = [-1, 0.01];
    for (let index = 0; index < pool.units.length; index++) {
      const unit = pool.units[index] ?? -1;
      const body = bodies[unit];
      if (isIn[unit] === 1 || (pool.prices[index] ?? 0) > 0 || body === undefined || draft.people + body.strength > people[1]) continue;
      const isNeeded = (wish.partyGain[body.party] ?? 0) > 0 && parties[body.party] !== 1;
      if (!isNeeded && team.length >= most) continue;
      const worth = wish.worth(unit) + 2 * random.uniform() - 1;
      if (worth > bestWorth) [best, bestWorth] = [index, worth];
    }
    const unit = pool.units[best];
    if (unit === undefined) return;
    if (pool.rest(best, offer) === 0) draft.take(unit);
  }
}
