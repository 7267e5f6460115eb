// Where, when and with whom a serial stands while the search decides, and what that engages bodies in.

import { overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';

export type SupportGiven = { readonly demand: number; readonly party: number; readonly body: number };

/** Where a serial stands if a scenario's alternates are used. */
export type Reserve = { readonly scenario: number; readonly start: number; readonly site: number };

/** What is chosen for a serial. */
export type Choice = {
  readonly serial: number;
  readonly start: number;
  readonly site: number;
  /** Unit indexes, ascending. */
  readonly team: readonly number[];
  /** Units that attend and are not of the team. */
  readonly attending: readonly number[];
  readonly lead: number;
  readonly support: readonly SupportGiven[];
  /** Support that is demanded and not given: of hard demands, and the price of soft ones. */
  readonly missing: { readonly hard: number; readonly price: number };
  readonly reserves: readonly Reserve[];
};

/** A body that a serial engages, from set-up to debrief or only for the run. */
export type Engaged = { readonly body: number; readonly onlyRun: boolean };

/** A choice with what is read off it again and again. */
export type Placement = Choice & {
  /** Team and attending units together. */
  readonly people: readonly number[];
  /** The parties of the team. */
  readonly parties: readonly number[];
  readonly isMixed: boolean;
  readonly engaged: readonly Engaged[];
};

export function placementOf(problem: PlanProblem, choice: Choice): Placement {
  const { team, attending, support, serial } = choice;
  const parties = [...new Set(team.map((unit) => problem.bodies[unit]?.party ?? -1))];
  const people = attending.length === 0 ? team : [...team, ...attending];
  const engaged = [...people, ...(problem.serials[serial]?.attendPosts ?? [])].map((body): Engaged => ({ body, onlyRun: false }));
  for (const { demand, body } of support) engaged.push({ body, onlyRun: problem.supports[demand]?.onlyRun ?? false });
  return { ...choice, people, parties, isMixed: parties.length > 1, engaged };
}

/** A serial's place in time and space: its own, or its reserve. */
export type Stand = { readonly start: number; readonly site: number };

/** Where a serial stands: its own place, or, in a scenario that moves it, its reserve. */
export function standOf(placement: Placement, scenario: number): Stand {
  return scenario < 0 ? placement : (placement.reserves.find((reserve) => reserve.scenario === scenario) ?? placement);
}

export type Engagement = {
  readonly serial: number;
  readonly start: number;
  readonly end: number;
  readonly site: number;
  readonly isRest: boolean;
  /** The night in which it is night work, or -1. */
  readonly night: number;
};

/** The engagement of all bodies that are there from set-up to debrief, or only for the run. */
export function engagementOf(problem: PlanProblem, serial: number, { start, site }: Stand, onlyRun = false): Engagement {
  const facts = problem.serials[serial];
  if (facts === undefined) return { serial, start, end: start, site, isRest: true, night: -1 };
  const run = start + facts.toRun;
  const isRest = facts.kind === 'rest';
  const outside = (problem.sites[site] ?? problem.sites[0])?.outside.night ?? [];
  const isNight = !isRest && overlaps(outside, run, run + facts.run);
  return {
    serial,
    start: onlyRun ? run : start,
    end: onlyRun ? run + facts.run : start + facts.total,
    site,
    isRest,
    night: isNight ? problem.nightOf(run) : -1,
  };
}

/** The units that attend from a start on and are not of the team. */
export function attendingAt(problem: PlanProblem, serial: number, start: number, team: readonly number[]): readonly number[] {
  const facts = problem.serials[serial];
  if (facts === undefined) return [];
  if (!facts.attendAll) return facts.attendUnits.filter((unit) => !team.includes(unit));
  const end = start + facts.total;
  const found: number[] = [];
  for (let unit = 0; unit < problem.unitCount; unit++) {
    const isThere = problem.bodies[unit]?.presence.some(([from, to]) => from <= start && end <= to) ?? false;
    if (isThere && !team.includes(unit)) found.push(unit);
  }
  return found;
}
