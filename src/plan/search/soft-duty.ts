// Wishes about how long somebody works: who has more duty than wished, and what it would cost to take more on.
import type { DutyFacts } from '../problem.ts';
import type { Engagement } from './placement.ts';
import type { State } from './state.ts';
import { aroundOf, breachesOf, spellsOf } from './timeline.ts';

/** Soft duty rules about how long a body may work or must rest. */
const isAbout = ({ price, most, rest }: DutyFacts): boolean =>
  price !== null && price > 0 && (most !== Number.POSITIVE_INFINITY || rest > 0);

/** The units that wish for less duty and have it not. */
export const overworked = (state: State): readonly number[] => state.knowledge.softDuty.filter((unit) => isOverworked(state, unit));

export function isOverworked(state: State, unit: number): boolean {
  const { overwork } = state.remembered;
  if (Number.isNaN(overwork[unit])) overwork[unit] = overworkOf(state, unit, state.engagements[unit] ?? []);
  return (overwork[unit] ?? 0) > 0;
}

/** Minutes by which a list of engagements breaks a unit's wishes. */
export function overworkOf({ problem }: State, unit: number, list: readonly Engagement[]): number {
  const body = problem.bodies[unit];
  if (body === undefined) return 0;
  let sum = 0;
  for (const rule of body.duty)
    if (isAbout(rule)) sum += breachesOf({ ...rule, beforeNight: 0 }, spellsOf(problem, body, list, spells), list);
  return sum;
}

const spells: number[] = [];

/** The price of soft duty rules that a unit keeps and would break if it took an engagement on. */
export function priceOfDuty(state: State, unit: number, wanted: Engagement): number {
  if (isOverworked(state, unit)) return 0;
  if (overworkOf(state, unit, aroundOf(state.engagements[unit] ?? [], wanted)) === 0) return 0;
  return Math.max(...(state.problem.bodies[unit]?.duty ?? []).map((rule) => (isAbout(rule) ? (rule.price ?? 0) : 0)));
}
