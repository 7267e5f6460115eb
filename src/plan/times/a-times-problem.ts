// Small times problems for tests, and what a schedule breaks of one, counted without the scheduler.
import { isSet } from './model.ts';
import type { Apart, Days, Lag, Resource, Times, TimesProblem } from './times-problem.ts';

/** Activities by duration in slots of five minutes, twelve slots a day; every start is possible unless stated. */
export function aTimesProblem(
  durations: readonly number[],
  overrides: {
    readonly slots?: number;
    readonly starts?: readonly (readonly number[] | undefined)[];
    readonly lags?: readonly Lag[];
    readonly apart?: readonly Apart[];
    readonly days?: readonly Days[];
    readonly resources?: readonly Resource[];
  } = {},
): TimesProblem {
  const slots = overrides.slots ?? durations.reduce((sum, duration) => sum + duration, 0);
  const duration = Int32Array.from(durations);
  const starts = durations.map((length, activity) => {
    const bits = new Uint32Array((slots >> 5) + 1);
    const stated = overrides.starts?.[activity] ?? Array.from({ length: slots }, (_, slot) => slot);
    for (const slot of stated) if (slot + length <= slots) bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31));
    return bits;
  });
  return {
    serials: duration.map((_, activity) => activity),
    slots,
    origin: 0,
    grid: 5,
    travel: [],
    minutes: duration.map((length) => 5 * length),
    duration,
    starts,
    lags: overrides.lags ?? [],
    apart: overrides.apart ?? [],
    days: overrides.days ?? [],
    resources: overrides.resources ?? [],
    duty: [],
    nights: [],
    dayOf: Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / 12)),
    fixedEnd: Number.NEGATIVE_INFINITY,
  };
}

/** What a schedule breaks, in words. */
export function brokenIn(problem: TimesProblem, times: Times): readonly string[] {
  const at = (activity: number) => times[activity] ?? 0;
  const broken: string[] = [];
  for (const [activity, bits] of problem.starts.entries()) if (!isSet(bits, at(activity))) broken.push(`start of ${activity}`);
  for (const { from, to, least, most } of problem.lags) {
    const apart = at(to) - at(from);
    if (apart < least || apart > most) broken.push(`lag from ${from} to ${to}`);
  }
  for (const { one, other, oneFirst, otherFirst } of problem.apart)
    if (at(other) - at(one) < oneFirst && at(one) - at(other) < otherFirst) broken.push(`${one} and ${other} apart`);
  for (const { from, to, relation } of problem.days) {
    const days = (problem.dayOf[at(to)] ?? 0) - (problem.dayOf[at(from)] ?? 0);
    if (relation === 'same' ? days !== 0 : relation === 'other' ? days === 0 : days !== 1) broken.push(`days of ${from} and ${to}`);
  }
  for (const [index, { capacity, uses }] of problem.resources.entries()) {
    for (const [slot, room] of capacity.entries()) {
      const inUse = uses.reduce((sum, { activity, amount, offset, length }) => {
        const from = at(activity) + offset;
        return from <= slot && slot < from + length ? sum + amount : sum;
      }, 0);
      if (inUse > room) broken.push(`resource ${index} in slot ${slot}`);
    }
  }
  return broken;
}
