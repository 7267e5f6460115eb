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
  /** Tries since fewer waited than ever before. */
  idle: number;
};

export function startQueue({ problem }: State, may: readonly number[]): Queue {
  return { waiting: [], hardness: Float64Array.from(problem.serials, ({ fixed }) => (fixed === null ? 1 : 4)), may, idle: 0 };
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

/** So many tries force in what waits; then so many lift and place serials of all kinds, because forcing can go round in a circle. */
const forcing = 40;
const lifting = 20;
/** After so many rounds that help nobody a plan is built anew. */
const rounds = 2;

/** Whether what waits is forced in by this try, or begins, or goes on, to be placed among others that are lifted; or all is built anew. */
export function wayFor({ idle }: Queue): 'anew' | 'force' | 'begin' | 'go on' {
  if (idle > 0 && idle % (rounds * (forcing + lifting)) === 0) return 'anew';
  const at = idle % (forcing + lifting);
  return at < forcing ? 'force' : at === forcing ? 'begin' : 'go on';
}

/** Lets those wait again that must be held and are not, the hardest last; tells how many. */
export function requeue({ problem, placed }: State, { waiting, may, hardness }: Queue): number {
  const unheld = may.filter((serial) => placed[serial] === null && problem.serials[serial]?.optional === null);
  waiting.splice(0, waiting.length, ...unheld.sort((a, b) => (hardness[a] ?? 0) - (hardness[b] ?? 0) || a - b));
  return waiting.length;
}
