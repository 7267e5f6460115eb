// A plan's times by themselves, for who would better them: the problem that they are, what they are now, and the plan at other times.
import type { Exercise } from '../../exercise/index.ts';
import type { Plan } from '../plan.ts';
import { finished, type Planned, problemOf } from '../planning.ts';
import { bookingsOf, placementOfBooking } from '../search/bookings.ts';
import type { Placement } from '../search/placement.ts';
import { timesOf, timesProblemOf } from './settled.ts';
import { isOfTimesAlone, standingAt } from './times-lane.ts';
import { minuteOfSlot, type Times, type TimesProblem } from './times-problem.ts';

export type PlanTimes = {
  readonly problem: TimesProblem;
  /** Undefined where some serial that moves is not in the plan. */
  readonly now: Times | undefined;
  /** Nothing but times is decided in this document: what is proved of them holds for every plan. */
  readonly isWhole: boolean;
  /** The plan with these times instead, checked and certified. */
  at(times: Times): Planned;
};

/** Teams, sites, leads and support stay as the plan has them. */
export function timesOfPlan(exercise: Exercise, plan: Plan): PlanTimes {
  const planning = problemOf(exercise);
  const isWhole = isOfTimesAlone(planning);
  const index = new Map(planning.serials.map(({ id }, serial) => [id, serial]));
  const placed: (Placement | null)[] = planning.serials.map((_, serial) =>
    isWhole ? standingAt(planning, serial, planning.whole[0]) : null,
  );
  let isPlaced = true;
  for (const booking of plan.bookings) {
    const serial = index.get(booking.serial);
    const placement = placementOfBooking(planning, booking);
    if (serial !== undefined && placement !== undefined) placed[serial] = placement;
    else isPlaced = isPlaced && !isWhole;
  }
  const problem = timesProblemOf(planning, placed);
  return {
    problem,
    now: isPlaced ? timesOf(problem, placed) : undefined,
    isWhole,
    at: (times) => {
      const moved = [...placed];
      for (const [activity, serial] of problem.serials.entries()) {
        const placement = placed[serial];
        if (placement != null) moved[serial] = { ...placement, start: minuteOfSlot(problem, times[activity] ?? 0) };
      }
      return finished(exercise, { ...plan, bookings: bookingsOf(planning, moved), objectives: [], unmet: [] });
    },
  };
}
