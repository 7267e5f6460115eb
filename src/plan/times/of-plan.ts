// A plan's times by themselves, for who would better them: the problem that they are, what they are now, and the plan at other times.
import type { Exercise } from '../../exercise/index.ts';
import type { Plan } from '../plan.ts';
import { finished, type Planned, problemOf } from '../planning.ts';
import type { PlanProblem } from '../problem.ts';
import { bookingsOf, placementOfBooking } from '../search/bookings.ts';
import { trainingBefore } from '../search/knowledge.ts';
import type { Placement } from '../search/placement.ts';
import { timesOf, timesProblemOf } from './settled.ts';
import { isOfTimesAlone, standingAt } from './times-lane.ts';
import { minuteOfSlot, type Times, type TimesProblem } from './times-problem.ts';

/** What is to be made small: by how many minutes the latest of some activities ends after its due. What does not move is `standing`. */
export type Aim = { readonly dues: readonly { readonly activity: number; readonly due: number }[]; readonly standing: number };

/** By how many minutes a schedule is late at most. */
export function latenessOf(problem: TimesProblem, { dues, standing }: Aim, times: Times): number {
  let most = standing;
  for (const { activity, due } of dues) {
    const end = minuteOfSlot(problem, times[activity] ?? 0) + (problem.minutes[activity] ?? 0);
    most = Math.max(most, end - due);
  }
  return most;
}

export type PlanTimes = {
  readonly problem: TimesProblem;
  /** Undefined where some serial that moves is not in the plan. */
  readonly now: Times | undefined;
  /** Nothing but times is decided in this document: what is proved of them holds for every plan. */
  readonly isWhole: boolean;
  /** The end of the last serial as minute, and the least slack with its sign turned; undefined where nothing that moves decides about it. */
  readonly aims: { readonly end: Aim | undefined; readonly slack: Aim | undefined };
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
    aims: { end: endAim(problem), slack: slackAim(planning, problem, placed) },
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

function endAim({ serials, fixedEnd }: TimesProblem): Aim | undefined {
  return serials.length === 0 ? undefined : { dues: Array.from(serials, (_, activity) => ({ activity, due: 0 })), standing: fixedEnd };
}

/** Each training serial that must precede a fixed point is due at its start. */
function slackAim(planning: PlanProblem, { serials }: TimesProblem, placed: readonly (Placement | null)[]): Aim | undefined {
  const dues = new Map<number, number>();
  let standing = Number.NEGATIVE_INFINITY;
  for (const [point, facts] of planning.serials.entries()) {
    const at = placed[point]?.start;
    if (facts.fixed === null || at === undefined) continue;
    for (const before of trainingBefore(planning, point)) {
      const placement = placed[before];
      const activity = serials.indexOf(before);
      if (placement == null) continue;
      if (activity < 0) standing = Math.max(standing, placement.start + (planning.serials[before]?.total ?? 0) - at);
      else dues.set(activity, Math.min(at, dues.get(activity) ?? at));
    }
  }
  return dues.size === 0 ? undefined : { dues: [...dues].map(([activity, due]) => ({ activity, due })), standing };
}
