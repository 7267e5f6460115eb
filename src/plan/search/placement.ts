// Where, when and with whom a serial stands while the search decides, and what that engages bodies in.

import { overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';

export type SupportGiven = { readonly demand: number; readonly party: number; readonly body: number };

/** Where a serial stands if a scenario's alternates are used. */
export type Reserve = { readonly scenario: number; readonly start: number; readonly site: number };

export type Placement = {
  readonly serial: number;
  readonly start: number;
  readonly site: number;
  /** Unit indexes, ascending. */
  readonly team: readonly number[];
  /** Units that attend and are not of the team. */
  readonly attending: readonly number[];
  /** Team and attending units together. */
  readonly people: readonly number[];
  readonly lead: number;
  readonly support: readonly SupportGiven[];
  /** Support that is demanded and not given: of hard demands, and the price of soft ones. */
  readonly missing: { readonly hard: number; readonly price: number };
  readonly reserves: readonly Reserve[];
};

/** A serial's place in time and space: its own, or its reserve. */
export type Stand = { readonly start: number; readonly site: number };

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

/** Every body that a placement engages, and whether only for the run. */
export function* bodiesOf(problem: PlanProblem, placement: Placement): Generator<readonly [body: number, onlyRun: boolean]> {
  for (const unit of placement.team) yield [unit, false];
  for (const unit of placement.attending) yield [unit, false];
  for (const post of problem.serials[placement.serial]?.attendPosts ?? []) yield [post, false];
  for (const { demand, body } of placement.support) yield [body, problem.supports[demand]?.onlyRun ?? false];
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
