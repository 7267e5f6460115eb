/** The two clocks, the phase and the day, at an instant of real time. */
import { anchorsOf } from '../../exercise/index.ts';
import { isProblem, localDay, type MicroInstant, type MinuteInstant, minuteInstant, minuteOfMicros } from '../../kernel/index.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { clockOf } from '../decide/asking.ts';
import { type ClockFacts, exerciseTimeAt } from '../state/running.ts';

export type ClockView = {
  /** `unknown` where the reader reads neither the clock nor when the exercise begins. */
  readonly state: ClockFacts['state'] | 'unknown';
  readonly real: MicroInstant;
  /** Null before STARTEX. */
  readonly exercise: MicroInstant | null;
  /** How fast exercise time runs against real time. */
  readonly speed: number;
  readonly pauseReason: string | null;
  /** Phases under way, in their order. */
  readonly phases: readonly string[];
  /** Days since D-day by the exercise's clock; null where no D-day is known. */
  readonly day: number | null;
};

export function clockView(conduct: ReadonlyConduct, at: MicroInstant): ClockView {
  const clock = clockOf(conduct);
  const minute = minuteOfMicros(at);
  const dDay = dDayOf(conduct);
  const { zone, phases, setting } = conduct.exercise;
  return {
    state: clock?.state ?? (setting.startex === undefined ? 'unknown' : 'before'),
    real: at,
    exercise: clock === null || clock.state === 'before' ? null : exerciseTimeAt(clock, at),
    speed: clock?.speed ?? 1,
    pauseReason: clock?.pauseReason ?? null,
    phases: phases.list
      .filter(({ from, to }) => from.at <= minute && minute < to.at)
      .toSorted((a, b) => a.order - b.order)
      .map(({ id }) => id),
    day: dDay === null ? null : localDay(minute, zone) - localDay(dDay, zone),
  };
}

/** D-day as last set in conduct, else as the document has it. */
export function dDayOf({ exercise, slices }: ReadonlyConduct): MinuteInstant | null {
  for (const { running } of slices.values()) {
    const set = running.anchors.get('D');
    if (set !== undefined) return minuteInstant(set);
  }
  const stated = anchorsOf(exercise.setting.anchors, exercise.zone)('D');
  return isProblem(stated) ? null : stated;
}
