// Serials that must be held and found no place: each is forced in, and those that were lifted for it wait in turn.
import type { Random } from '../../kernel/index.ts';
import { force, type Hardness, nudge } from './force.ts';
import { placementFor } from './insert.ts';
import { evenOutLeads } from './leads.ts';
import { pairUp } from './pair-up.ts';
import { place, type State } from './state.ts';

export type Queue = {
  /** Serials that must be held and are not; the last is the next. */
  readonly waiting: number[];
  readonly hardness: Hardness;
  /** What the search decides about. */
  readonly may: readonly number[];
};

export function startQueue({ problem }: State, may: readonly number[]): Queue {
  return { waiting: [], hardness: Float64Array.from(problem.serials, ({ fixed }) => (fixed === null ? 1 : 4)), may };
}

/** Nudges after each serial that was forced in. */
const nudges = 1;

/** Places the serial that waits last, by force where there is no room for it; what is lifted for it waits in turn. */
export function settle(state: State, { waiting, hardness, may }: Queue, random: Random): void {
  const serial = waiting.pop();
  if (serial === undefined) return;
  const placement = placementFor(state.knowledge, state, serial, { draws: 12, enough: 1, isAnyhow: true }, random);
  if (placement !== undefined) {
    place(state, placement);
    return;
  }
  hardness[serial] = (hardness[serial] ?? 0) + 1;
  const lifted = force(state, serial, hardness, random);
  if (lifted === undefined) waiting.unshift(serial);
  else waiting.push(...random.shuffled(lifted.filter((other) => state.problem.serials[other]?.optional === null)));
  for (let count = 0; count < nudges; count++) {
    const other = random.pick(may);
    if (state.problem.serials[other]?.fixed === null) nudge(state, other, random);
  }
}

/** Once everything is held: pairs that must meet, and leads that must be even. */
export function firm(state: State, random: Random): void {
  pairUp(state, random);
  evenOutLeads(state);
}
