// The times of serials whose teams, sites and support are settled, as numbers alone: what the scheduler of this folder and the closer read.
// Serials that do not move are no activities here; they are folded into the starts, the capacities and the duty that they leave.

import type { Body } from '../problem.ts';

/** Two activities of which one must be over for so long before the other starts, whichever comes first (a shared body, a site for one, an exclusion). */
export type Apart = {
  readonly one: number;
  readonly other: number;
  /** Least slots from the start of `one` to that of `other` where `one` is first. */
  readonly oneFirst: number;
  /** Least slots from the start of `other` to that of `one` where `other` is first. */
  readonly otherFirst: number;
};

/** `least` ≤ start of `to` − start of `from` ≤ `most`, in slots; infinite where nothing is asked. */
export type Lag = { readonly from: number; readonly to: number; readonly least: number; readonly most: number };

/** Local days of two starts: `to` on the same day as `from`, on another, or on the next. */
export type Days = { readonly from: number; readonly to: number; readonly relation: 'same' | 'other' | 'next' };

/** One activity's share of a resource, from `offset` slots after its start on for `length` slots. */
export type ResourceUse = { readonly activity: number; readonly amount: number; readonly offset: number; readonly length: number };

/** What several activities may use at once: a pool, a site for several, the people at a site. */
export type Resource = {
  /** By slot: what is left beside all that does not move. */
  readonly capacity: Int32Array;
  readonly uses: readonly ResourceUse[];
};

/** A unit or post whose hard duty rules bind: what engages it, and what is engaged already, in minutes. */
export type OnDuty = {
  /** Index of the body in the planning problem, and what is known of it there. */
  readonly body: number;
  readonly facts: Body;
  readonly engagements: readonly DutyEngagement[];
  readonly fixed: readonly FixedEngagement[];
};

/** An activity engages a body from `offset` minutes after its start on for `minutes`. */
export type DutyEngagement = {
  readonly activity: number;
  readonly offset: number;
  readonly minutes: number;
  readonly site: number;
  readonly isRest: boolean;
};

export type FixedEngagement = {
  readonly start: number;
  readonly end: number;
  readonly site: number;
  readonly isRest: boolean;
  readonly night: number;
};

/** See `timesProblemOf` for what a schedule of it keeps. */
export type TimesProblem = {
  /** Activities: the serials that move, by index of the planning problem. */
  readonly serials: Int32Array;
  /** Slots of the grid; slot 0 begins at minute `origin`. Starts and ends lie in 0…slots. */
  readonly slots: number;
  readonly origin: number;
  readonly grid: number;
  /** Minutes from site to site, for duty. */
  readonly travel: readonly (readonly number[])[];
  /** By activity: minutes from its start to its end, and the same in slots, rounded up. */
  readonly minutes: Int32Array;
  readonly duration: Int32Array;
  /** By activity: a bit for each slot at which it may start: bit `slot & 31` of word `slot >> 5`. */
  readonly starts: readonly Uint32Array[];
  readonly lags: readonly Lag[];
  readonly apart: readonly Apart[];
  readonly days: readonly Days[];
  readonly resources: readonly Resource[];
  /** Rolling duty, rest and nights; empty where no hard rule binds anybody. */
  readonly duty: readonly OnDuty[];
  /** By activity and slot of its start: the night in which it is night work, or −1; empty where no hard rule speaks of nights. */
  readonly nights: readonly Int32Array[];
  /** By slot: its local day; empty where `days` is. */
  readonly dayOf: Int32Array;
  /** The latest end of what does not move, in minutes; −∞ where everything moves. */
  readonly fixedEnd: number;
};

/** A schedule: by activity the slot in which it starts. */
export type Times = Int32Array;

/** The minute at which a slot begins. */
export const minuteOfSlot = ({ origin, grid }: Pick<TimesProblem, 'origin' | 'grid'>, slot: number): number => origin + slot * grid;

/** The latest end of a schedule in minutes, with what does not move. */
export function endOfTimes(problem: TimesProblem, times: Times): number {
  let end = problem.fixedEnd;
  for (let activity = 0; activity < times.length; activity++)
    end = Math.max(end, minuteOfSlot(problem, times[activity] ?? 0) + (problem.minutes[activity] ?? 0));
  return end;
}
