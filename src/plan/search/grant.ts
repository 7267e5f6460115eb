// Grants a wish that is broken: the serial it is about goes where the wish is kept, by force where there is no room, and what has to go for that
// is placed again one by one, none of it dearer than before.
import type { Random } from '../../kernel/index.ts';
import { drawnBy } from './drawing.ts';
import { force } from './force.ts';
import { placementFor } from './insert.ts';
import type { Placement, Stand } from './placement.ts';
import { keptWishes, wishedSupport } from './preferred.ts';
import { priceAgainst } from './reserves.ts';
import { baseScene } from './scene.ts';
import { priceOfStanding } from './soft-price.ts';
import { drawnFrom, openStands } from './stands.ts';
import { lift, place, type State } from './state.ts';

/** Serials that are placed at most, one after the other. */
const most = 12;
/** Stands at which a serial is forced in. */
const looks = 16;

/** Whether a wish was granted and all that was lifted for it is held again; where not, what stood before is for the caller to put back. */
export function granted(state: State, may: readonly number[], random: Random): boolean {
  const { problem, placed, knowledge } = state;
  const first =
    may[
      drawnBy(
        may.map((serial) => priceOf(state, serial)),
        random,
      )
    ];
  if (first === undefined) return false;
  const limits = problem.serials.map((_, serial) => priceOf(state, serial));
  limits[first] = Math.max(0, (limits[first] ?? 0) - 1);
  const wished = wishedSupport(problem);
  const isServed = (serial: number) => (wished[serial]?.length ?? 0) > 0 && placed[serial]?.missing.price === 0;
  const hardness = Float64Array.from(problem.serials, ({ fixed }, serial) => (fixed !== null ? 4 : isServed(serial) ? 3 : 1));
  const queue = [first];
  lift(state, first);
  for (let count = 0; count < most; count++) {
    const serial = queue.pop();
    if (serial === undefined) return true;
    const limit = limits[serial] ?? 0;
    const wanted = drawnFrom(keptWishes(openStands(state, serial), true), 2, false, random);
    const found = placementFor(knowledge, state, serial, { draws: 16, enough: 2 }, random, wanted);
    if (found !== undefined && priceAt(state, found) <= limit) {
      place(state, found);
      continue;
    }
    hardness[serial] = (hardness[serial] ?? 1) + 2;
    const lifted = force(state, serial, hardness, random, standsFor(state, serial, random), true);
    const then = placed[serial];
    if (lifted === undefined || then == null || priceAt(state, then) > limit) return false;
    queue.unshift(...lifted.filter((other) => problem.serials[other]?.optional === null));
  }
  return queue.length === 0;
}

function priceOf(state: State, serial: number): number {
  const placement = state.placed[serial];
  return placement == null ? (state.problem.serials[serial]?.optional ?? 0) : priceAt(state, placement);
}

function priceAt(state: State, placement: Placement): number {
  const against = priceAgainst(state, baseScene(state), placement);
  return priceOfStanding(state, placement) + (against === Number.POSITIVE_INFINITY ? 0 : against);
}

/** Stands that others may have taken; who gives support is freed there like everybody else. */
const standsFor = (state: State, serial: number, random: Random): readonly Stand[] =>
  drawnFrom(keptWishes(openStands(state, serial, { occupants: true }), false), looks, false, random);
