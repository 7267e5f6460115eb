// Two plans beside each other: what each objective gains or loses, and every booking that differs.
import type { Exercise, ObjectiveKind } from '../../exercise/index.ts';
import { recompute } from '../check.ts';
import type { Plan } from '../plan.ts';
import { problemOf } from '../planning.ts';
import { type Move, movesBetween } from './moves.ts';

/** `gain` is above zero where the second plan is better. */
export type ValueChange = { readonly id: ObjectiveKind; readonly before: number; readonly after: number; readonly gain: number };

export type Comparison = { readonly values: readonly ValueChange[]; readonly moves: readonly Move[]; readonly change: number };

export function comparePlans(exercise: Exercise, before: Plan, after: Plan): Comparison {
  const moves = movesBetween(problemOf(exercise), before, after, null);
  return {
    values: valueChanges(recompute(exercise, before).objectives, recompute(exercise, after).objectives),
    moves,
    change: moves.reduce((sum, { change }) => sum + change.amount, 0),
  };
}

type Values = readonly { readonly id: ObjectiveKind; readonly value: number }[];

export function valueChanges(before: Values, after: Values): readonly ValueChange[] {
  return before.map(({ id, value }) => {
    const then = after.find((other) => other.id === id)?.value ?? value;
    const isLess = id === 'price' || id === 'load' || id === 'end';
    return { id, before: value, after: then, gain: isLess ? value - then : then - value };
  });
}
