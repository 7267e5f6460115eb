// Places anew what a ruin lifted, and puts back what stood before where that is no better.
import type { Random } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import { type Effort, placementAgain, placementFor } from './insert.ts';
import type { Knowledge } from './knowledge.ts';
import type { Placement, Stand } from './placement.ts';
import type { Ruin } from './ruin.ts';
import { lift, place, replace, type State } from './state.ts';

const mending: Effort = { draws: 8, enough: 2 };
const thorough: Effort = { draws: 24, enough: 8 };

/**
 * Places what was lifted, and now and then an optional serial besides. Where `isWhole`, what must be held is not left out: as soon as it finds
 * no place, the rest is not tried, and false is told.
 */
export function rebuild(
  knowledge: Knowledge,
  state: State,
  { lifted, room }: Ruin,
  may: readonly number[],
  before: readonly (Placement | null)[],
  isWhole: boolean,
  random: Random,
): boolean {
  const { problem } = knowledge;
  const isOrdered = random.happens(0.5);
  const order = [...new Set([...lifted, ...waitingOptional(problem, state, may, random)])]
    .map((serial) => {
      const facts = problem.serials[serial];
      const first = facts?.fixed === null ? 0 : facts?.team === null ? -2e9 : -1e9;
      const wait = before[serial] === null && facts?.optional === null ? -1e8 : 0;
      const by = isOrdered ? (before[serial]?.start ?? 0) / 1e3 : 1e6 * random.uniform();
      return { serial, key: first + wait + by };
    })
    .sort((a, b) => a.key - b.key || a.serial - b.serial);
  for (const { serial } of order) {
    if (state.placed[serial] !== null) continue;
    const old = before[serial];
    const effort = old == null ? { draws: 16, enough: 2 } : random.happens(0.3) ? thorough : mending;
    const home = knowledge.base?.placed[serial];
    const wanted: Stand[] = room?.serial === serial ? [room.stand] : old != null && random.happens(0.4) ? [old] : [];
    if (home != null) wanted.unshift(home);
    const again = home == null || random.happens(0.1) ? undefined : placementAgain(knowledge, state, home, random);
    const placement = again ?? placementFor(knowledge, state, serial, effort, random, wanted);
    if (placement !== undefined) place(state, placement);
    else if (isWhole && problem.serials[serial]?.optional === null) return false;
  }
  return true;
}

/** Now and then an optional serial that is not held is tried again. */
function waitingOptional(problem: PlanProblem, state: State, may: readonly number[], random: Random): readonly number[] {
  const waiting = may.filter((serial) => state.placed[serial] === null && problem.serials[serial]?.optional !== null);
  return waiting.length === 0 ? [] : [random.pick(waiting)];
}

/** Puts back what stood before; a lead alone takes no place. */
export function restore(state: State, before: readonly (Placement | null)[]): void {
  const moved = before.flatMap((placement, serial) => (isSamePlace(placement, state.placed[serial] ?? null) ? [] : [serial]));
  for (const serial of moved) lift(state, serial);
  for (const [serial, placement] of before.entries()) {
    if (placement === null) continue;
    if (moved.includes(serial)) place(state, placement);
    else if (state.placed[serial] !== placement) replace(state, placement);
  }
}

function isSamePlace(one: Placement | null, other: Placement | null): boolean {
  return (
    one === other ||
    (one !== null &&
      other !== null &&
      one.team === other.team &&
      one.support === other.support &&
      one.start === other.start &&
      one.site === other.site)
  );
}
