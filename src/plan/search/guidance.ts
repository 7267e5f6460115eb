// What a search is asked besides the document: where to begin, what to change as little as can be, which values to reach first. All of it
// is data, so that it can cross a thread.
import type { ObjectiveKind } from '../../exercise/index.ts';
import type { Booking } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { placementOfBooking } from './bookings.ts';
import type { Placement } from './placement.ts';

export type Guidance = {
  /** Bookings to begin from, as far as they still hold. */
  readonly from?: readonly Booking[];
  /** Bookings to stay near to, before any objective; `now` is when changes are told. */
  readonly near?: { readonly bookings: readonly Booking[]; readonly now: number | null };
  /** Another order of objectives; those left out do not count. */
  readonly order?: readonly ObjectiveKind[];
  /** Objectives that are to be at least so good before the order counts. */
  readonly goals?: readonly Goal[];
};

export type Goal = { readonly id: ObjectiveKind; readonly level: number };

/** The bookings to stay near to, by serial. */
export type Base = { readonly placed: readonly (Placement | null)[]; readonly now: number | null };

export function placementsOf(problem: PlanProblem, bookings: readonly Booking[]): readonly (Placement | null)[] {
  const placed: (Placement | null)[] = problem.serials.map(() => null);
  for (const booking of bookings) {
    const placement = placementOfBooking(problem, booking);
    if (placement !== undefined) placed[placement.serial] = placement;
  }
  return placed;
}
