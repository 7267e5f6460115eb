// The search for better times from times that hold: a few activities around one that ends too late are lifted and put back, each as early as
// the others let it. Whatever hinders it leaves the schedule as it was, so that it holds at every moment, also where most lags, days and
// duty make most orders of placing fail.
import type { Random } from '../../kernel/index.ts';
import { dutyLedgerOf } from './duty-ledger.ts';
import { leastEnd } from './least-end.ts';
import { quickly } from './lists.ts';
import { modelOf } from './model.ts';
import { schedulerOf } from './schedule.ts';
import { minuteOfSlot, type Times, type TimesProblem } from './times-problem.ts';
import type { FoundTimes, TimesSearch } from './times-search.ts';

/** What is to be made least: the greatest lateness, of ends against what is due; in the search found it is the `end`. */
export type Goal = {
  /** By activity the minute against which its end counts; infinite where nobody waits for it. */
  readonly due: Float64Array;
  /** The lateness of what does not move, and one below which nothing can come. */
  readonly fixed: number;
  readonly least: number;
};

/** The latest end of all. */
export const endOf = (problem: TimesProblem): Goal => ({
  due: new Float64Array(problem.serials.length),
  fixed: problem.fixedEnd,
  least: leastEnd(problem),
});

/** A schedule is compared with that of so many tries ago. */
const memory = 30;

export function startMending(problem: TimesProblem, random: Random, from: Times, goal: Goal = endOf(problem)): TimesSearch {
  const model = modelOf(problem);
  const { count, slots, topological, before } = model;
  const scheduler = schedulerOf(model, dutyLedgerOf(problem, false));
  const partners = partnersOf(problem);
  const place = new Int32Array(count);
  for (let index = 0; index < count; index++) place[topological[index] ?? 0] = index;
  const { due, fixed, least } = goal;
  const times = from.slice();
  const lifted = new Int32Array(count);
  const isLifted = new Uint8Array(count);
  const kept = new Int32Array(count);
  const keys = new Float64Array(count);
  const late = new Int32Array(count);
  let best: FoundTimes = { times: from.slice(), end: latenessOf(from), sum: sumOf(from) };
  let target = best.end - 1;
  let [tardy, sum] = [0, best.sum];
  const [thenTardy, thenSum] = [new Float64Array(memory), new Float64Array(memory)];
  let tried = 0;

  const tardinessOf = (activity: number) =>
    Math.max(0, minuteOfSlot(problem, times[activity] ?? 0) + (problem.minutes[activity] ?? 0) - (due[activity] ?? 0) - target);

  function latenessOf(of: Times): number {
    let latest = fixed;
    for (let activity = 0; activity < count; activity++)
      latest = Math.max(latest, minuteOfSlot(problem, of[activity] ?? 0) + (problem.minutes[activity] ?? 0) - (due[activity] ?? 0));
    return latest;
  }

  /** Only what somebody waits for counts. */
  function sumOf(of: Times): number {
    let all = 0;
    for (let activity = 0; activity < count; activity++) if ((due[activity] ?? 0) < Number.POSITIVE_INFINITY) all += of[activity] ?? 0;
    return all;
  }

  /** From now on everything after the best end so far is late. */
  function aim(): void {
    target = best.end - 1;
    tardy = 0;
    for (let activity = 0; activity < count; activity++) tardy += tardinessOf(activity);
    thenTardy.fill(tardy);
    thenSum.fill(sum);
  }

  /** Somebody who is late, or, where nobody is or now and then, anybody. */
  function chosen(): number {
    let lates = 0;
    for (let activity = 0; activity < count; activity++) if (tardinessOf(activity) > 0) late[lates++] = activity;
    return lates > 0 && quickly(random, 4) > 0 ? (late[quickly(random, lates)] ?? 0) : quickly(random, count);
  }

  /** Takes up the chosen one and some that it shares something with, near in time, or anything near a slot; tells how many. */
  function gather(first: number): number {
    let many = 0;
    const add = (activity: number) => {
      if (isLifted[activity] === 1) return;
      isLifted[activity] = 1;
      lifted[many++] = activity;
    };
    add(first);
    const wanted = Math.min(count, 2 + quickly(random, 3 + quickly(random, 12)));
    const around = partners[first] ?? none;
    // Where it might go instead, or where it is.
    const centre = quickly(random, 2) === 0 ? (times[first] ?? 0) : quickly(random, (times[first] ?? 0) + 1);
    const reach = 1 + quickly(random, Math.max(8, slots >> 2));
    for (let draw = 0; draw < 4 * wanted && many < wanted; draw++) {
      const other = around.length > 0 && quickly(random, 3) > 0 ? (around[quickly(random, around.length)] ?? 0) : quickly(random, count);
      if (Math.abs((times[other] ?? 0) - centre) <= reach) add(other);
    }
    return many;
  }

  /** The order in which they are put back: by the times they had, more or less, the chosen one perhaps sooner, nobody before whom it waits for. */
  function order(many: number, first: number): void {
    const noise = quickly(random, 3) === 0 ? 0 : 1 + quickly(random, Math.max(2, slots >> 2));
    const list = lifted.subarray(0, many);
    for (const activity of list) keys[activity] = (times[activity] ?? 0) + (noise === 0 ? 0 : quickly(random, noise));
    if (quickly(random, 2) === 0) keys[first] = -1;
    list.sort((one, other) => (place[other] ?? 0) - (place[one] ?? 0));
    for (const activity of list)
      for (let at = before.from[activity] ?? 0; at < (before.from[activity + 1] ?? 0); at++) {
        const earlier = before.other[at] ?? 0;
        if (isLifted[earlier] === 1 && (keys[earlier] ?? 0) > (keys[activity] ?? 0)) keys[earlier] = keys[activity] ?? 0;
      }
    list.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || (place[one] ?? 0) - (place[other] ?? 0));
  }

  function putBack(many: number): boolean {
    for (let index = 0; index < many; index++) {
      const activity = lifted[index] ?? 0;
      const floor = quickly(random, 8) === 0 ? quickly(random, (kept[activity] ?? 0) + 1) : 0;
      const start = scheduler.firstFor(activity, floor, slots, times);
      if (start < 0) {
        for (let back = 0; back < index; back++) scheduler.lift(lifted[back] ?? 0, times);
        return false;
      }
      times[activity] = start;
      scheduler.put(activity, times);
    }
    return true;
  }

  function attempt(): boolean {
    const first = chosen();
    const many = gather(first);
    let [tardyThen, sumThen] = [tardy, sum];
    for (let index = 0; index < many; index++) {
      const activity = lifted[index] ?? 0;
      kept[activity] = times[activity] ?? 0;
      tardyThen -= tardinessOf(activity);
      if ((due[activity] ?? 0) < Number.POSITIVE_INFINITY) sumThen -= times[activity] ?? 0;
      scheduler.lift(activity, times);
    }
    order(many, first);
    const isPut = putBack(many);
    for (let index = 0; index < many && isPut; index++) {
      const activity = lifted[index] ?? 0;
      tardyThen += tardinessOf(activity);
      if ((due[activity] ?? 0) < Number.POSITIVE_INFINITY) sumThen += times[activity] ?? 0;
    }
    for (let index = 0; index < many; index++) isLifted[lifted[index] ?? 0] = 0;
    const slot = tried++ % memory;
    const isNoWorse = (a: number, b: number) => tardyThen < a || (tardyThen === a && sumThen <= b);
    const isKept = isPut && (isNoWorse(tardy, sum) || isNoWorse(thenTardy[slot] ?? 0, thenSum[slot] ?? 0));
    if (isKept) [tardy, sum] = [tardyThen, sumThen];
    else {
      for (let index = 0; index < many; index++) {
        const activity = lifted[index] ?? 0;
        if (isPut) scheduler.lift(activity, times);
        times[activity] = kept[activity] ?? 0;
      }
      for (let index = 0; index < many; index++) scheduler.put(lifted[index] ?? 0, times);
    }
    thenTardy[slot] = tardy;
    thenSum[slot] = sum;
    return isKept && isNews();
  }

  function isNews(): boolean {
    if (tardy > 0 && sum >= best.sum) return false;
    const end = latenessOf(times);
    if (end > best.end || (end === best.end && sum >= best.sum)) return false;
    const isSooner = end < best.end;
    best = { times: times.slice(), end, sum };
    if (isSooner) aim();
    return true;
  }

  scheduler.clear();
  for (let activity = 0; activity < count; activity++) scheduler.put(activity, times);
  aim();
  return {
    step: (tries) => {
      let hasImproved = false;
      for (let made = 0; made < tries && count > 0 && best.end > least; made++) if (attempt()) hasImproved = true;
      return hasImproved;
    },
    get best() {
      return best;
    },
    get isLeast() {
      return best.end <= least;
    },
  };
}

const none = new Int32Array();

/** Beyond so many users everybody shares a resource with everybody. */
const few = 30;

/** By activity those it is held to, or shares something with; who is so more than once stands there more than once. */
function partnersOf({ serials, lags, apart, days, resources }: TimesProblem): readonly Int32Array[] {
  const lists = Array.from(serials, (): number[] => []);
  const join = (one: number, other: number) => {
    lists[one]?.push(other);
    lists[other]?.push(one);
  };
  for (const { from, to } of lags) join(from, to);
  for (const { from, to } of days) join(from, to);
  for (const { one, other } of apart) join(one, other);
  for (const { uses } of resources) {
    if (uses.length > few) continue;
    for (const [index, one] of uses.entries())
      for (const other of uses.slice(0, index)) if (one.activity !== other.activity) join(one.activity, other.activity);
  }
  return lists.map((list) => Int32Array.from(list));
}
