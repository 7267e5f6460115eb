// What is left of a plan after somebody is lost, with as little changed as can be: a team goes on without who is lost, or takes others, free or
// taken from a serial that is mended in turn. Then what was changed is mended anew in another order, as long as that may change less.
import { type Random, randomFor } from '../../kernel/index.ts';
import type { Booking } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { bookingsOf } from '../search/bookings.ts';
import { placeAgain } from '../search/build.ts';
import { changeFrom, compareCosts, costOf } from '../search/cost.ts';
import { placementsOf } from '../search/guidance.ts';
import { placementAgain } from '../search/insert.ts';
import { knowledgeOf } from '../search/knowledge.ts';
import type { Placement } from '../search/placement.ts';
import { restore } from '../search/rebuild.ts';
import { emptyState, lift, place, type State } from '../search/state.ts';
import { chainFor, changeFor, type Mending } from './mend-chain.ts';

/** Placements that are tried at most, and in each round of mending anew. */
const mostTries = 12_000;
const triesOfRound = 300;
/** Rounds after the last that helped. */
const idleRounds = 20;

/**
 * The bookings that still hold, and those that hold with another team; the others are not held. `problem` is that of the changed document,
 * `fixed` are serials that nobody else's loss may change, `now` is when changes are told.
 */
export function withMendedTeams(
  problem: PlanProblem,
  bookings: readonly Booking[],
  fixed: ReadonlySet<string>,
  now: number | null,
): readonly Booking[] {
  const random = randomFor('mended', 'plan/living');
  const knowledge = knowledgeOf(problem, { near: { bookings, now } });
  const state = emptyState(knowledge);
  const before = knowledge.base?.placed ?? [];
  const wanted = before.flatMap((placement) => placement ?? []);
  const broken = placeAgain(state, wanted, random);
  if (broken.length === 0) return bookingsOf(problem, state.placed);
  const mending = mendingOf(state, random, fixed);
  hold(mending, broken);
  changeLess(mending, wanted);
  return bookingsOf(problem, state.placed);
}

/**
 * A plan that was found, with what need not have changed put back: one serial after the other, then some at a time, the others mended. What
 * cannot be placed as it was found is left as it is.
 */
export function withLessChanged(
  problem: PlanProblem,
  before: readonly Booking[],
  after: readonly Booking[],
  fixed: ReadonlySet<string>,
  now: number | null,
): readonly Booking[] {
  const random = randomFor('put back', 'plan/living');
  const knowledge = knowledgeOf(problem, { near: { bookings: before, now } });
  const state = emptyState(knowledge);
  const found = placementsOf(problem, after).flatMap((placement) => placement ?? []);
  if (placeAgain(state, found, random).length > 0) return after;
  const mending = mendingOf(state, random, fixed);
  const wanted = (knowledge.base?.placed ?? []).flatMap((placement) => placement ?? []);
  let least = costOf(state);
  for (const home of wanted) {
    if (mending.fixed[home.serial] === 1 || changeFor(state, home.serial, state.placed[home.serial] ?? null).amount === 0) continue;
    const kept = [...state.placed];
    lift(state, home.serial);
    const then = isAgain(state, home, random) ? costOf(state) : undefined;
    if (then !== undefined && compareCosts(then, least) <= 0) least = then;
    else restore(state, kept);
  }
  changeLess(mending, wanted);
  return bookingsOf(problem, state.placed);
}

function mendingOf(state: State, random: Random, fixed: ReadonlySet<string>): Mending {
  return { state, random, fixed: Uint8Array.from(state.problem.serials, ({ id }) => (fixed.has(id) ? 1 : 0)), tries: mostTries };
}

/** Mends some of it anew, again and again, and keeps what costs no more: first what is hard and missing, then what is changed. */
function changeLess(mending: Mending, wanted: readonly Placement[]): void {
  const { state } = mending;
  let least = costOf(state);
  for (let idle = 0, left = mostTries; idle < idleRounds && left > 0 && changeFrom(state) > 0; idle++) {
    const kept = [...state.placed];
    mending.tries = Math.min(left, triesOfRound);
    left -= mending.tries;
    mendAnew(mending, wanted);
    left += Math.max(0, mending.tries);
    const then = costOf(state);
    const apart = compareCosts(then, least);
    if (apart > 0) restore(state, kept);
    else least = then;
    if (apart < 0) idle = -1;
  }
}

function isAgain(state: State, placement: Placement, random: Random): boolean {
  const found = placementAgain(state.knowledge, state, placement, random);
  if (found !== undefined) place(state, found);
  return found !== undefined;
}

/** Holds serials that are not placed, one after the other, each by its cheapest chain. */
function hold(mending: Mending, homes: readonly Placement[]): void {
  const { state } = mending;
  for (const { serial } of homes) {
    const chain = chainFor(mending, serial, null, [], Number.POSITIVE_INFINITY);
    if (chain === undefined) continue;
    for (const placement of chain.placed) lift(state, placement.serial);
    for (const placement of chain.placed) place(state, placement);
  }
}

/** Some of what is changed, and what shares a unit with it, goes back to what it was where that holds; the rest is mended anew by chance. */
function mendAnew(mending: Mending, wanted: readonly Placement[]): void {
  const { state, random } = mending;
  const changed = wanted.filter(({ serial }) => changeFor(state, serial, state.placed[serial] ?? null).amount > 0);
  const missing = changed.filter(({ serial }) => state.placed[serial] === null);
  if (changed.length === 0) return;
  const first = random.pick(missing.length > 0 && random.happens(0.5) ? missing : changed);
  const isNear = ({ start }: Placement) => Math.abs(start - first.start) < nearby;
  const around = random.shuffled(changed.filter((one) => one !== first && isNear(one))).slice(0, 1 + random.below(4));
  const homes = random.shuffled([first, ...around, ...missing.filter((one) => one !== first && !around.includes(one))]);
  for (const { serial } of homes) lift(state, serial);
  hold(
    mending,
    homes.filter((home) => !isAgain(state, home, random)),
  );
}

/** Minutes within which serials may be in each other's way. */
const nearby = 2 * 1440;
