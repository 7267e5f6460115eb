// Forward-backward improvement: a schedule is pushed against its end and back against its beginning, which never lengthens it (double
// justification; Valls, Ballestín and Quintanilla 2005).
import { dutyLedgerOf } from './duty-ledger.ts';
import { mirrored, modelOf } from './model.ts';
import { type Scheduler, schedulerOf } from './schedule.ts';
import type { TimesProblem } from './times-problem.ts';

export type Justifier = {
  readonly forward: Scheduler;
  readonly backward: Scheduler;
  /** Places a list, pushes it back and forth once; `times` get the starts and `order` the activities by them. Latest end, or −1. */
  improve(order: Int32Array, times: Int32Array): number;
  /** Pushes a schedule back and forth once: the latest end, or −1 where something hindered it. */
  justify(order: Int32Array, times: Int32Array, latest: number): number;
};

export function justifierOf(problem: TimesProblem): Justifier {
  const forward = schedulerOf(modelOf(problem), dutyLedgerOf(problem, false));
  const backward = schedulerOf(mirrored(problem), dutyLedgerOf(problem, true));
  const { count, slots, duration } = forward.model;
  const turned = new Int32Array(count);
  const kept = new Int32Array(count);
  const turnedTimes = new Int32Array(count);
  const heads = new Int32Array(slots + 2);

  /** Sorts a list by time, those of equal time as they stood (`isReversed`: the other way round). */
  function sortInto(from: Int32Array, times: Int32Array, to: Int32Array, isReversed: boolean): void {
    heads.fill(0);
    for (let index = 0; index < count; index++) {
      const time = (times[from[index] ?? 0] ?? 0) + 1;
      heads[time] = (heads[time] ?? 0) + 1;
    }
    for (let time = 1; time <= slots; time++) heads[time] = (heads[time] ?? 0) + (heads[time - 1] ?? 0);
    for (let index = 0; index < count; index++) {
      const activity = from[isReversed ? count - 1 - index : index] ?? 0;
      const time = times[activity] ?? 0;
      const at = heads[time] ?? 0;
      to[at] = activity;
      heads[time] = at + 1;
    }
  }

  function justify(order: Int32Array, times: Int32Array, latest: number): number {
    for (let activity = 0; activity < count; activity++) turnedTimes[activity] = slots - (duration[activity] ?? 0) - (times[activity] ?? 0);
    sortInto(order, turnedTimes, turned, true);
    if (backward.place(turned, slots - latest, slots, turnedTimes) < 0) return -1;
    for (let activity = 0; activity < count; activity++) times[activity] = slots - (duration[activity] ?? 0) - (turnedTimes[activity] ?? 0);
    sortInto(turned, times, order, true);
    return forward.place(order, 0, slots, times);
  }

  function improve(order: Int32Array, times: Int32Array): number {
    const latest = forward.place(order, 0, slots, times);
    if (latest < 0) return -1;
    kept.set(order);
    const better = justify(order, times, latest);
    if (better < 0) {
      order.set(kept);
      return forward.place(order, 0, slots, times);
    }
    turned.set(order);
    sortInto(turned, times, order, false);
    return better;
  }

  return { forward, backward, improve, justify };
}
