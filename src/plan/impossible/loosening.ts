// The form of a way to loosen a statement, and how much of it is tried at what cost.
import type { Exercise } from '../../exercise/index.ts';
import type { Sentence } from './tell-items.ts';

/** One way to loosen a statement. The more, the looser; `amounts` are in order. */
export type Loosening = {
  readonly amounts: readonly number[];
  edit(exercise: Exercise, amount: number): Exercise;
  cost(amount: number): number;
  sentence(amount: number): Sentence;
};

export const way = (key: string, values: Sentence['values'] = {}): Sentence => ({ key: `plan.way.${key}`, values });

/** A way that is taken or not. */
export function once(cost: number, sentence: Sentence, edit: (exercise: Exercise) => Exercise): Loosening {
  return { amounts: [1], edit, cost: () => cost, sentence: () => sentence };
}

/** Minutes to try: on the grid up to a day, then by the hour up to five. */
export function spans(grid: number): readonly number[] {
  const fine = Array.from({ length: Math.floor(1440 / grid) }, (_, index) => grid * (index + 1));
  return [...fine, ...Array.from({ length: 96 }, (_, index) => 1440 + 60 * (index + 1))];
}

export const upTo = (most: number): readonly number[] => Array.from({ length: Math.max(0, most) }, (_, index) => index + 1);

/** What it costs to let a statement give way by so many minutes. */
export const perHour =
  (weight = 1) =>
  (minutes: number): number =>
    1 + (weight * minutes) / 60;
