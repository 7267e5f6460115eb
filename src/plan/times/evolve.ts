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

const defaultPopulation = 200;

export function startTimesSearch(problem: TimesProblem, { random, from, population = defaultPopulation }: TimesOptions): TimesSearch {
  const justifier = justifierOf(problem);
  const { model } = justifier.forward;
  const { count } = model;
  const { tails } = headsAndTails(model);
  const critical = tails.reduce((most, tail) => Math.max(most, tail), 0);
  const least = leastEnd(problem);
  const lists = Array.from({ length: population + 1 }, () => new Int32Array(count));
  const schedules = Array.from({ length: population + 1 }, () => new Int32Array(count));
  const ends = new Float64Array(population + 1).fill(Number.POSITIVE_INFINITY);
  const sums = new Float64Array(population + 1);
  const keys = new Float64Array(count);
  const isTaken = new Uint8Array(count);
  let size = 0;
  let best: FoundTimes | undefined;

  /** Schedules the list in a slot of the population; tells whether it is the best so far. */
  function valued(slot: number): boolean {
    const [list, times] = [lists[slot], schedules[slot]];
    if (list === undefined || times === undefined || justifier.improve(list, times) < 0) {
      ends[slot] = Number.POSITIVE_INFINITY;
      return false;
    }
    const end = endOfTimes(problem, times);
    let sum = 0;
    for (let activity = 0; activity < count; activity++) sum += times[activity] ?? 0;
    ends[slot] = end;
    sums[slot] = sum;
    if (best !== undefined && (end > best.end || (end === best.end && sum >= best.sum))) return false;
    best = { times: times.slice(), end, sum };
    return true;
  }

  const isBetter = (one: number, other: number): boolean => {
    const apart = (ends[one] ?? 0) - (ends[other] ?? 0);
    return apart < 0 || (apart === 0 && (sums[one] ?? 0) < (sums[other] ?? 0));
  };

  /** A list by latest starts, more or less. */
  function drawn(slot: number): boolean {
    const noise = slot % 4 === 0 ? critical : 0.4 * critical;
    for (let activity = 0; activity < count; activity++) keys[activity] = (random.uint32() / 4294967296) * noise - (tails[activity] ?? 0);
    listBy(model, keys, lists[slot] ?? none);
    return valued(slot);
  }

  function begun(): boolean {
    const slot = size++;
    if (slot > 0 || from === undefined) return drawn(slot);
    for (let activity = 0; activity < count; activity++) keys[activity] = from[activity] ?? 0;
    listBy(model, keys, lists[slot] ?? none);
    return valued(slot);
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
    const child = lists[population] ?? none;
    crossed(lists[first] ?? none, lists[second] ?? none, at, at + length, isTaken, child);
    shaken(model, child, 20, random);
    const isBest = valued(population);
    settle();
    return isBest;
  }

  /** The newcomer takes the place of the worst, unless it is worse or known already. */
  function settle(): void {
    let worst = 0;
    for (let slot = 0; slot < population; slot++) {
      if (ends[slot] === ends[population] && sums[slot] === sums[population]) return;
      if (isBetter(worst, slot)) worst = slot;
    }
    if (!isBetter(population, worst)) return;
    for (const rows of [lists, schedules]) {
      const [old, young] = [rows[worst], rows[population]];
      if (old === undefined || young === undefined) continue;
      rows[worst] = young;
      rows[population] = old;
    }
    ends[worst] = ends[population] ?? 0;
    sums[worst] = sums[population] ?? 0;
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
