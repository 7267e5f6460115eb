// Spares a unit that has more duty than is wished for it: in the serials that are too much for it others take its place, one after the
// other, until the wish is met.
import type { Random } from '../../kernel/index.ts';
import { exchange } from './exchange.ts';
import type { Placement } from './placement.ts';
import { isOverworked, overworkOf, priceOfDuty } from './soft-duty.ts';
import { lift, place, type State } from './state.ts';

/** So many others take its place at most. */
const most = 4;

/** Takes a unit out of serials until no soft rule about it is broken; the placements as they were, or none where that cannot be. */
export function spared(state: State, unit: number, random: Random): readonly Placement[] {
  const before: Placement[] = [];
  for (let count = 0; count < most && isOverworked(state, unit); count++) {
    let old: Placement | undefined;
    for (const serial of random.shuffled(tooMuch(state, unit))) {
      old = replaced(state, serial, unit, random);
      if (old !== undefined) break;
    }
    if (old === undefined) break;
    before.push(old);
  }
  if (before.length > 0 && !isOverworked(state, unit)) return before;
  giveBack(state, before);
  return [];
}

/** Puts back what stood before, the last first. */
export function giveBack(state: State, before: readonly Placement[]): void {
  for (const old of [...before].reverse()) {
    lift(state, old.serial);
    place(state, old);
  }
}

/** Serials of whose team a unit is, without one of which it would work less in a stretch that is too long. */
function tooMuch(state: State, unit: number): readonly number[] {
  const list = state.engagements[unit] ?? [];
  const now = overworkOf(state, unit, list);
  const without = (index: number) => overworkOf(state, unit, [...list.slice(0, index), ...list.slice(index + 1)]);
  return list.flatMap(({ serial }, index) =>
    serial >= 0 && state.placed[serial]?.team.includes(unit) && without(index) < now ? [serial] : [],
  );
}

/** Somebody whose own wishes about duty stay met comes for a unit, or nobody. */
function replaced(state: State, serial: number, unit: number, random: Random): Placement | undefined {
  const { problem } = state;
  const wanted = state.engagements[unit]?.find((one) => one.serial === serial);
  if (wanted === undefined) return undefined;
  const first = random.below(problem.unitCount);
  for (let count = -1; count < problem.unitCount; count++) {
    const comes = count < 0 ? -1 : (first + count) % problem.unitCount;
    if (comes === unit || (comes >= 0 && priceOfDuty(state, comes, wanted) > 0)) continue;
    const old = exchange(state, { serial, goes: unit, comes }, random);
    if (old !== undefined) return old;
  }
  return undefined;
}
