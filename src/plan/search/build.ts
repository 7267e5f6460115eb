// How a lane begins: what still holds of a plan is taken over, then serial after serial is placed, those first that have the fewest places.
import type { Random } from '../../kernel/index.ts';
import { countOf } from './bits.ts';
import { type Effort, placementAgain, placementFor } from './insert.ts';
import type { Knowledge } from './knowledge.ts';
import type { Placement } from './placement.ts';
import { type Queue, settle } from './settle.ts';
import { openStands } from './stands.ts';
import { lift, place, type State } from './state.ts';

const building: Effort = { draws: 12, enough: 1, isCounted: true };
const hurrying: Effort = { draws: 12, enough: 1, isSoon: true };

/** So many orders are tried in which to place again what has a reserve. */
const orders = 5;

/**
 * Places again what can stand as it did, in order of time; where one found no reserve because another had taken it, those go first that found
 * none. Tells what could not.
 */
export function placeAgain(state: State, wanted: readonly Placement[], random: Random): readonly Placement[] {
  const { scenariosOf } = state.knowledge;
  const failing = (order: readonly Placement[]): readonly Placement[] =>
    order.filter((placement) => {
      const again = placementAgain(state.knowledge, state, placement, random);
      if (again !== undefined) place(state, again);
      return again === undefined;
    });
  let order: readonly Placement[] = [...wanted].sort((a, b) => a.start - b.start || a.serial - b.serial);
  let failed = failing(order);
  let best = { failed, placed: [...state.placed] };
  for (let count = 1; count < orders && failed.some(({ serial }) => (scenariosOf[serial] ?? []).length > 0); count++) {
    const first = failed.filter(({ serial }) => (scenariosOf[serial] ?? []).length > 0);
    order = [...first, ...order.filter((placement) => !first.includes(placement))];
    for (const { serial } of wanted) lift(state, serial);
    failed = failing(order);
    if (failed.length < best.failed.length) best = { failed, placed: [...state.placed] };
  }
  for (const { serial } of wanted) {
    if (state.placed[serial] === best.placed[serial]) continue;
    lift(state, serial);
  }
  for (const { serial } of wanted) {
    const placement = best.placed[serial] ?? null;
    if (placement !== null && state.placed[serial] !== placement) place(state, placement);
  }
  return best.failed;
}

/** Takes over what still holds of a plan, in order of time; then all that holds but for its team. */
export function begin(state: State, from: readonly (Placement | null)[], may: readonly number[], random: Random): void {
  const { knowledge } = state;
  const wanted = may.flatMap((serial) => from[serial] ?? []);
  placeAgain(state, wanted, random);
  wanted.sort((a, b) => a.start - b.start || a.serial - b.serial);
  for (const { serial, start, site } of wanted) {
    if (state.placed[serial] !== null) continue;
    const found = placementFor(knowledge, state, serial, { draws: 0, enough: 1 }, random, [{ start, site }]);
    if (found !== undefined) place(state, found);
  }
}

/**
 * What qualifies for others first, and of that what the document fixes, then what has the fewest places to be; optional serials last. What finds no place is
 * forced in while there is still room for what gives way, and waits where that does not help.
 */
export function build(state: State, queue: Queue, random: Random, isSoon = false): void {
  const { knowledge, problem } = state;
  const wanted = queue.may.filter((serial) => state.placed[serial] === null && !isLeftOut(knowledge, serial));
  const keys = new Float64Array(problem.serials.length).fill(done);
  for (const serial of wanted) keys[serial] = keyOf(knowledge, serial) - hardFirst(queue, serial);
  const stuck: number[] = [];
  const effort = isSoon ? hurrying : building;
  for (let next = leastOf(keys); keys[next] !== done; next = leastOf(keys)) {
    keys[next] = done;
    const placement = placementFor(knowledge, state, next, effort, random);
    if (placement === undefined) {
      if (problem.serials[next]?.optional !== null) continue;
      queue.waiting.push(next);
      for (let turn = 0; turn < turns && queue.waiting.length > 0; turn++) settle(state, queue, random);
      stuck.push(...queue.waiting.splice(0));
      continue;
    }
    place(state, placement);
    // The team is kept for those that the document fixes before others take its units there.
    for (const twin of knowledge.ties[next]?.same ?? []) {
      if (keys[twin] === done || problem.serials[twin]?.fixed === null) continue;
      const there = placementFor(knowledge, state, twin, effort, random);
      if (there === undefined) continue;
      place(state, there);
      keys[twin] = done;
    }
    // Whom an order binds to it has fewer places now.
    for (const { other, isBefore, isAfter, lags } of knowledge.partners[next] ?? []) {
      const key = keys[other] ?? done;
      if (key === done || problem.serials[other]?.fixed !== null || !(isBefore || isAfter || lags.length > 0)) continue;
      keys[other] = Math.min(key, keyOf(knowledge, other, placesLeft(state, other)));
    }
  }
  queue.waiting.push(...stuck);
}

/** The key of what is placed, or waits. */
const done = Number.POSITIVE_INFINITY;

function leastOf(keys: Float64Array): number {
  let at = 0;
  for (let index = 1; index < keys.length; index++) if ((keys[index] ?? done) < (keys[at] ?? done)) at = index;
  return at;
}

/** Lifts everything and builds it anew; what was hard to place comes first in its stage. */
export function rebuildAll(state: State, queue: Queue, random: Random): void {
  for (const serial of queue.may) lift(state, serial);
  queue.waiting.length = 0;
  build(state, queue, random);
}

/** So many serials are settled before building goes on without those that still wait. */
const turns = 8;

/** What was hard to place when a plan was built before counts as if it had so many places fewer. */
const hardFirst = ({ hardness }: Queue, serial: number): number => ((hardness[serial] ?? 0) > 4 ? 1e5 : 0);

const placesLeft = (state: State, serial: number): number => openStands(state, serial).bits.reduce((sum, set) => sum + countOf(set), 0);

function keyOf({ problem, stages }: Knowledge, serial: number, left = Number.POSITIVE_INFINITY): number {
  const facts = problem.serials[serial];
  if (facts === undefined) return 0;
  const stage = 1e6 * (stages[serial] ?? 0);
  // A team at a fixed time is found before others of its stage, but not before it can be qualified.
  if (facts.fixed !== null) return (facts.team === null ? -2e9 : stage - 1e6) + facts.fixed - problem.whole[0];
  const own = facts.starts.reduce((sum, starts) => sum + starts.length, 0);
  // What needs a reserve besides is placed before the reserve is taken.
  const inReserve = problem.scenarios.flatMap(({ reserves }) =>
    reserves
      .filter((reserve) => reserve.serial === serial)
      .map(({ starts }) => [...starts.values()].reduce((sum, list) => sum + list.length, 0)),
  );
  const places = Math.min(left, own, ...inReserve);
  return (facts.optional === null ? 0 : 1e9) + stage + Math.min(places, 99_999);
}

/** An optional serial that the plan to stay near to does not hold is not taken up. */
const isLeftOut = ({ base, problem }: Knowledge, serial: number): boolean =>
  base !== undefined && base.placed[serial] === null && problem.serials[serial]?.optional !== null;
