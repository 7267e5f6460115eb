// Days in the whole problem: two serials on the same day, on different ones, or one on the day after the other.
import type { BoolVar } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';

/** Where the truths hold and both are held, the days are as the relation says. */
export function addDays(
  whole: Whole,
  first: number,
  second: number,
  relation: 'sameDay' | 'notSameDay' | 'consecutive',
  where: readonly BoolVar[],
): void {
  const { model } = whole;
  const others = [...where, ...whereHeld(whole, first, second)];
  const shift = relation === 'consecutive' ? 1 : 0;
  for (const day of daysOf(whole, first, second)) {
    const [one, other] = [sinceDay(whole, first, day), sinceDay(whole, second, day + shift)];
    if (relation === 'notSameDay') {
      const [after, later] = [sinceDay(whole, first, day + 1), sinceDay(whole, second, day + 1)];
      if (one === false || other === false || after === true || later === true) continue;
      model.clause(truths(after, later), [...others, ...truths(one, other)]);
      continue;
    }
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const)
      if (a !== false && b !== true) model.clause(truths(b), [...others, ...truths(a)]);
  }
}

const truths = (...some: readonly (BoolVar | boolean)[]): readonly BoolVar[] => some.filter((one) => typeof one !== 'boolean');

/** Every day on which one of them may start, one before and one after. */
function daysOf({ problem, minutes }: Whole, ...serials: readonly number[]): readonly number[] {
  const days = serials.flatMap((serial) => [...(minutes[serial] ?? [])].map((minute) => problem.dayOf(minute)));
  if (days.length === 0) return [];
  const [least, most] = days.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [days[0] ?? 0, days[0] ?? 0]);
  return Array.from({ length: most - least + 3 }, (_, index) => least - 1 + index);
}

/** Whether a serial starts on a day or later: surely, never, or a truth. */
function sinceDay({ problem, minutes, starts, from, step, isAtLeast }: Whole, serial: number, day: number): BoolVar | boolean {
  const list = minutes[serial] ?? new Int32Array();
  const first = list.find((minute) => problem.dayOf(minute) >= day);
  const start = starts[serial];
  if (first === undefined || start === undefined) return false;
  return first === list[0] ? true : isAtLeast(start, (first - from) / step);
}
