// The search for short schedules: a population of activity lists that are crossed, shaken, scheduled and justified. It depends on the
// problem and the random stream alone, and goes on for as long as it is stepped.
import type { Random } from '../../kernel/index.ts';
import { justifierOf } from './justify.ts';
import { leastEnd } from './least-end.ts';
import { crossed, headsAndTails, listBy, quickly, shaken } from './lists.ts';
import { endOfTimes, type Times, type TimesProblem } from './times-problem.ts';
import type { FoundTimes, TimesSearch } from './times-search.ts';

export type TimesOptions = {
  readonly random: Random;
  /** A schedule to begin from. */
  readonly from?: Times;
  readonly population?: number;
};

const firstPopulation = 300;
/** A population in which nobody has been replaced for so many tries each is given up for a larger one. */
const patience = 3;
const growth = 1.5;
/** Every so many populations the best of those before come together. */
const reunion = 3;

export function startTimesSearch(problem: TimesProblem, { random, from, population = firstPopulation }: TimesOptions): TimesSearch {
  const justifier = justifierOf(problem);
  const { model } = justifier.forward;
  const { count } = model;
  const { tails } = headsAndTails(model);
  const critical = tails.reduce((most, tail) => Math.max(most, tail), 0);
  const least = leastEnd(problem);
  const times = new Int32Array(count);
  const keys = new Float64Array(count);
  const isTaken = new Uint8Array(count);
  /** The best list of each population that was given up. */
  const elites: Int32Array[] = [];
  let lists = [new Int32Array(count)];
  let child = new Int32Array(count);
  let ends = new Float64Array(population);
  let sums = new Float64Array(population);
  let [childEnd, childSum] = [0, 0];
  let [size, stale] = [0, 0];
  let best: FoundTimes | undefined;

  /** Schedules the child; tells whether it is the best so far. */
  function valued(): boolean {
    childEnd = Number.POSITIVE_INFINITY;
    childSum = 0;
    if (justifier.improve(child, times) < 0) return false;
    childEnd = endOfTimes(problem, times);
    for (let activity = 0; activity < count; activity++) childSum += times[activity] ?? 0;
    if (best !== undefined && (childEnd > best.end || (childEnd === best.end && childSum >= best.sum))) return false;
    best = { times: times.slice(), end: childEnd, sum: childSum };
    return true;
  }

  const isBetter = (one: number, other: number): boolean => {
    const apart = (ends[one] ?? 0) - (ends[other] ?? 0);
    return apart < 0 || (apart === 0 && (sums[one] ?? 0) < (sums[other] ?? 0));
  };

  /** The next of a population: what was given, one of the best so far much shaken, or a list by latest starts, more or less. */
  function begun(): boolean {
    const elite = elites.length > 0 && elites.length % reunion === 0 && size < population / 2 ? elites[size % elites.length] : undefined;
    if (elite !== undefined) {
      child.set(elite);
      if (size >= elites.length) for (let times = 0; times < 3; times++) shaken(model, child, 3, random);
    } else {
      const noise = size % 4 === 0 ? critical : 0.4 * critical;
      const isGiven = size === 0 && elites.length === 0 && from !== undefined;
      for (let activity = 0; activity < count; activity++)
        keys[activity] = isGiven ? (from?.[activity] ?? 0) : (random.uint32() / 4294967296) * noise - (tails[activity] ?? 0);
      listBy(model, keys, child);
    }
    const isBest = valued();
    ends[size] = childEnd;
    sums[size] = childSum;
    lists[size++] = child;
    child = new Int32Array(count);
    return isBest;
  }

  function picked(): number {
    const [one, other] = [quickly(random, population), quickly(random, population)];
    return isBetter(one, other) ? one : other;
  }

  function bred(): boolean {
    const first = picked();
    let second = picked();
    if (second === first) second = (first + 1 + quickly(random, population - 1)) % population;
    const length = Math.max(1, Math.floor(count * (0.2 + 0.3 * (random.uint32() / 4294967296))));
    const at = quickly(random, count - length + 1);
    crossed(lists[first] ?? none, lists[second] ?? none, at, at + length, isTaken, child);
    shaken(model, child, 20, random);
    const isBest = valued();
    settle();
    if (stale > patience * population) giveUp();
    return isBest;
  }

  /** The newcomer takes the place of the worst, unless it is worse or known already. */
  function settle(): void {
    let worst = 0;
    stale++;
    for (let slot = 0; slot < population; slot++) {
      if (ends[slot] === childEnd && sums[slot] === childSum) return;
      if (isBetter(worst, slot)) worst = slot;
    }
    const apart = childEnd - (ends[worst] ?? 0);
    if (apart > 0 || (apart === 0 && childSum >= (sums[worst] ?? 0))) return;
    const old = lists[worst] ?? none;
    lists[worst] = child;
    child = old;
    ends[worst] = childEnd;
    sums[worst] = childSum;
    stale = 0;
  }

  function giveUp(): void {
    let first = 0;
    for (let slot = 1; slot < population; slot++) if (isBetter(slot, first)) first = slot;
    elites.push(lists[first] ?? none);
    population = Math.floor(population * growth);
    lists = [];
    ends = new Float64Array(population);
    sums = new Float64Array(population);
    [size, stale] = [0, 0];
  }

  const isLeast = () => best !== undefined && best.end <= least;
  return {
    step: (tries) => {
      let hasImproved = false;
      for (let made = 0; made < tries && count > 0 && !isLeast(); made++) {
        if (size < population ? begun() : bred()) hasImproved = true;
      }
      return hasImproved;
    },
    get best() {
      return best;
    },
    get isLeast() {
      return isLeast();
    },
  };
}

const none = new Int32Array();
