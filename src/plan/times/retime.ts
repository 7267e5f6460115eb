// Gives the state of a lane better times where time is what the objectives ask for; the lane then compares costs, as after any other try.
import type { Random } from '../../kernel/index.ts';
import { lift, place, type State } from '../search/state.ts';
import { shortenedTimes, slackerTimes } from './retimed.ts';

/** How often a few serials are lifted and put back. */
const tries = 600;

/** Whether times matter here more than staying near to a plan. */
export function asksForTimes({ problem, knowledge }: Pick<State, 'problem' | 'knowledge'>): boolean {
  return knowledge.base === undefined && problem.objectives.some((objective) => objective === 'end' || objective === 'slack');
}

/** Moves serials to better times for whichever comes first, the end or the slack; tells whether any was moved. */
export function retime(state: State, random: Random): boolean {
  const { problem, placed, pinned, knowledge } = state;
  const effort = { tries, mayMove: (serial: number) => pinned[serial] !== 1 };
  const first = problem.objectives.find((objective) => objective === 'end' || objective === 'slack');
  const better =
    first === 'slack' ? slackerTimes(problem, placed, knowledge.points, random, effort) : shortenedTimes(problem, placed, random, effort);
  if (better === undefined) return false;
  const moved = better.flatMap((placement) => (placement !== null && placement !== placed[placement.serial] ? [placement] : []));
  for (const { serial } of moved) lift(state, serial);
  for (const placement of moved) place(state, placement);
  return moved.length > 0;
}
