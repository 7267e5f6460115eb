/** THE PLAN as value: what was decided for every serial, what it is worth, and what is unmet. Written by the search, passed by the checker, read by conduct. */
import type { MinuteInstant } from '../kernel/index.ts';

/** Support given to a serial: which demand (a support demand's identifier, or `demand/PARTY` where each party gives its own), by which post. */
export type SupportBooking = { readonly demand: string; readonly by: string };

/**
 * One serial's booking. `start` is the start of set-up and `end` the end of debrief: the team, its support and the site are taken
 * from one to the other; the site also for the reset after `end`. A serial not held has null times, no site, team or lead.
 */
export type Booking = {
  readonly serial: string;
  readonly held: boolean;
  readonly start: MinuteInstant | null;
  readonly end: MinuteInstant | null;
  readonly site: string | null;
  /** Leaf units, sorted. */
  readonly team: readonly string[];
  readonly lead: string | null;
  readonly support: readonly SupportBooking[];
};

/** The booking of a serial that is not held. */
export const notHeld = (serial: string) =>
  ({ serial, held: false, start: null, end: null, site: null, team: [], lead: null, support: [] }) as const satisfies Booking;

/** A fact a person can add up: a sentence key with its values, and the part of the bound it contributes. */
export type WitnessFact = {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly amount: number;
};

/** The value reached for one objective, the bound nobody can pass, and why. */
export type ObjectiveResult = {
  readonly id: 'price' | 'slack' | 'continuity' | 'pairs' | 'load' | 'end';
  readonly value: number;
  /** Null when no bound is known. */
  readonly bound: number | null;
  readonly proved: boolean;
  readonly witness: readonly WitnessFact[];
  /**
   * What an exhaustive search says that no plan passes, its `amount`, where that is tighter than the bound. A claim: the checker cannot
   * count it again, so that it proves nothing here.
   */
  readonly searched?: WitnessFact | undefined;
};

/** Whether the value is proved best by facts that can be counted again, by the word of an exhaustive search alone, or not. */
export function proofOf({ value, proved, searched }: ObjectiveResult): 'counted' | 'searched' | 'none' {
  if (proved) return 'counted';
  return searched !== undefined && Math.abs(searched.amount - value) < 1e-6 ? 'searched' : 'none';
}

/** A requirement that the plan does not meet: how often it is needed, and how often it is planned. */
export type UnmetRequirement = { readonly requirement: string; readonly party: string; readonly times: number; readonly got: number };

export type Plan = {
  readonly format: 'entente-plan';
  readonly version: 1;
  readonly exercise: string;
  readonly seed: string;
  readonly iterations: number;
  readonly lanes: number;
  readonly objectives: readonly ObjectiveResult[];
  /** In the document's order of serials; every serial of every kind. */
  readonly bookings: readonly Booking[];
  readonly unmet: readonly UnmetRequirement[];
};

/** What a plan says of the search that found it. */
export type FoundBy = Pick<Plan, 'seed' | 'iterations' | 'lanes'>;

/** Bookings as a plan of an exercise of which nothing is valued yet; without `foundBy` no search has found it. */
export function barePlan(code: string, bookings: readonly Booking[], foundBy: FoundBy = { seed: '', iterations: 0, lanes: 0 }): Plan {
  const { seed, iterations, lanes } = foundBy;
  return { format: 'entente-plan', version: 1, exercise: code, seed, iterations, lanes, objectives: [], bookings, unmet: [] };
}

/** A hard statement broken, or a soft one with its price: the rule, who and what is concerned, by how much. */
export type Violation = {
  readonly rule: string;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly amount: number;
  readonly price: number | null;
};
