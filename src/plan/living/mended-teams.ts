// What is left of a plan after somebody is lost, with as little changed as can be: a team goes on without who is lost, or takes others, free or
// taken from a serial that is mended in turn. Then what was changed is mended anew in another order, as long as that may change less.
import { type Random, randomFor } from '../../kernel/index.ts';
import type { Booking } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { bookingsOf } from '../search/bookings.ts';
import { changeFrom } from '../search/cost.ts';
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
  wanted.sort((a, b) => a.start - b.start || a.serial - b.serial);
  const broken = wanted.filter((placement) => !isAgain(state, placement, random));
  if (broken.length === 0) return bookingsOf(problem, state.placed);
  const mending: Mending = {
    state,
    random,
    fixed: Uint8Array.from(problem.serials, ({ id }) => (fixed.has(id) ? 1 : 0)),
    tries: mostTries,
  };
  hold(mending, broken);
  let least = worthOf(state, wanted);
  for (let idle = 0, spent = mostTries; idle < idleRounds && spent > 0; idle++) {
    const kept = [...state.placed];
    mending.tries = Math.min(spent, triesOfRound);
    spent -= mending.tries;
    mendAnew(mending, wanted);
    spent += mending.tries;
    const then = worthOf(state, wanted);
    if (then > least) restore(state, kept);
    if (then < least) idle = -1;
    least = Math.min(least, then);
  }
  return bookingsOf(problem, state.placed);
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

/** What is changed; what is not held counts as much as it could change, ten times over. */
function worthOf(state: State, wanted: readonly Placement[]): number {
  const missing = wanted.filter(({ serial }) => state.placed[serial] === null);
  return changeFrom(state) + missing.reduce((sum, { serial }) => sum + 9 * changeFor(state, serial, null).amount, 0);
}

/** Some of what is changed, and what shares a unit with it, goes back to what it was where that holds; the rest is mended anew by chance. */
function mendAnew(mending: Mending, wanted: readonly Placement[]): void {
  const { state, random } = mending;
  const changed = wanted.filter(({ serial }) => changeFor(state, serial, state.placed[serial] ?? null).amount > 0);
  const missing = changed.filter(({ serial }) => state.placed[serial] === null);
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
