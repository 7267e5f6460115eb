// How much a plan changes against another: what is moved, given up or taken up, weighed by the notice given, the people affected, fixed
// events, and bookings of places and pools.

import type { PlanProblem } from '../problem.ts';
import type { Placement } from '../search/placement.ts';

/** One serial's change. `amount` is notice × (people + 10 × bookings), five times that for a fixed event or one with visitors. */
export type Change = {
  readonly amount: number;
  /** By strength: units that have to be elsewhere or otherwise engaged; each post and a new lead count one. */
  readonly people: number;
  /** Bookings of a site or a pool that no longer hold or are new. */
  readonly bookings: number;
  /** 4 under a day before, 2 under three days, else 1. */
  readonly notice: number;
  readonly isEvent: boolean;
};

const none: Change = { amount: 0, people: 0, bookings: 0, notice: 1, isEvent: false };

/** `now` is when the change is told; without it notice is no matter. */
export function changeOf(
  problem: PlanProblem,
  serial: number,
  before: Placement | null,
  after: Placement | null,
  now: number | null,
): Change {
  if (before === after) return none;
  const facts = problem.serials[serial];
  if (facts === undefined) return none;
  const isMoved = before === null || after === null || before.start !== after.start || before.site !== after.site;
  const people = isMoved ? everybody(problem, before, after) : whoChanged(problem, before, after);
  const bookings = isMoved ? (facts.needsSite ? 1 : 0) + facts.pools.length : 0;
  if (people === 0 && bookings === 0 && !isMoved) return none;
  const starts = [before?.start, after?.start].filter((start) => start !== undefined);
  const hours = now === null ? Number.POSITIVE_INFINITY : (Math.min(...starts) - now) / 60;
  const notice = hours < 24 ? 4 : hours < 72 ? 2 : 1;
  const isEvent = facts.visitors > 0 || facts.kind === 'ceremony' || facts.kind === 'visit' || facts.kind === 'final';
  return { people, bookings, notice, isEvent, amount: notice * (Math.max(1, people) + 10 * bookings) * (isEvent ? 5 : 1) };
}

function everybody({ bodies }: PlanProblem, before: Placement | null, after: Placement | null): number {
  const engaged = new Set([...(before?.engaged ?? []), ...(after?.engaged ?? [])].map(({ body }) => body));
  let people = 0;
  for (const body of engaged) people += bodies[body]?.strength ?? 0;
  return people;
}

/** Who joins or leaves a serial that stands where it stood. */
function whoChanged({ bodies }: PlanProblem, before: Placement | null, after: Placement | null): number {
  const had = new Set(before?.engaged.map(({ body }) => body));
  const has = new Set(after?.engaged.map(({ body }) => body));
  let people = before?.lead === after?.lead ? 0 : 1;
  for (const body of new Set([...had, ...has])) if (had.has(body) !== has.has(body)) people += bodies[body]?.strength ?? 0;
  return people;
}
