/** When a post is manned: where it is present, and, where persons hold it in shifts, while one of them is on. Microseconds. */
import { type Exercise, presenceOf } from '../../exercise/index.ts';
import { microsPerMinute } from '../../kernel/index.ts';

/** From, to, from, to, … in order, without overlap. */
export type Duty = Float64Array;

export function dutyOf(exercise: Exercise, post: string): Duty {
  const presence = presenceOf(exercise, post);
  const shifts: { readonly from: number; readonly to: number }[] = [];
  let always = true;
  for (const person of exercise.persons.list) {
    for (const hold of person.holds) {
      if (hold.post !== post) continue;
      if (hold.shift === undefined) return periodsOf(presence);
      always = false;
      shifts.push({ from: hold.shift.from.at, to: hold.shift.to.at });
    }
  }
  if (always) return periodsOf(presence);
  const both = presence.flatMap((period) =>
    shifts
      .map((shift) => ({ from: Math.max(period.from, shift.from), to: Math.min(period.to, shift.to) }))
      .filter(({ from, to }) => from < to),
  );
  return periodsOf(both);
}

/** When duty next begins, or the time itself when it has; Infinity when never again. */
export function nextOn(duty: Duty, time: number): number {
  for (let at = 0; at < duty.length; at += 2) {
    if (time < (duty[at + 1] ?? 0)) return Math.max(time, duty[at] ?? 0);
  }
  return Number.POSITIVE_INFINITY;
}

/** Microseconds on duty between two times. */
export function dutyWithin(duty: Duty, from: number, to: number): number {
  let sum = 0;
  for (let at = 0; at < duty.length; at += 2) sum += Math.max(0, Math.min(to, duty[at + 1] ?? 0) - Math.max(from, duty[at] ?? 0));
  return sum;
}

function periodsOf(periods: readonly { readonly from: number; readonly to: number }[]): Duty {
  const sorted = periods.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return Float64Array.from(joined.flatMap(({ from, to }) => [from * microsPerMinute, to * microsPerMinute]));
}
