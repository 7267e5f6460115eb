// What the search has decided so far, with the occupancy of bodies, sites and pools kept up to date as serials are placed and lifted.
import { contains } from '../problem/intervals.ts';
import type { RequirementFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';
import { forgetQualified, noteQualified } from './first-ends.ts';
import type { Knowledge } from './knowledge.ts';
import { leadCountedAt } from './lead-counts.ts';
import { type Engagement, engagementOf, type Placement, type Stand } from './placement.ts';
import { forgetRested, type Rested } from './rested.ts';
import { poolIsFull, stretchesAbove } from './room.ts';
import { indexFor, isSound, spellsOf } from './timeline.ts';

/** A stretch in which a serial (or a meeting, -1) takes a site or a pool. */
export type Use = { readonly serial: number; readonly from: number; readonly to: number; readonly amount: number };

export type State = {
  readonly problem: PlanProblem;
  readonly knowledge: Knowledge;
  readonly placed: (Placement | null)[];
  /** By serial: 1 where nothing may be changed. */
  readonly pinned: Uint8Array;
  /** By body, in order of time; hard meetings stand among them with serial -1. */
  readonly engagements: Engagement[][];
  readonly siteUses: Use[][];
  readonly peopleUses: Use[][];
  readonly poolUses: Use[][];
  /** How often, and how long, units are in one team: by first unit × units + second. */
  readonly times: Int32Array;
  readonly minutes: Int32Array;
  /** By requirement how often it is exercised. */
  readonly exercised: Int32Array;
  /** By party how often it leads a mixed team. */
  readonly led: Int32Array;
  /** Duty minutes by unit, recounted where `stale`. */
  readonly duty: Float64Array;
  readonly stale: Uint8Array;
  readonly remembered: Remembered;
};

/** What is worked out when asked for and forgotten when what it rests on changes. */
type Remembered = {
  pairs: number;
  readonly siteFull: (readonly number[] | undefined)[];
  readonly poolFull: Map<number, readonly number[]>[];
  /** By group of a parity how often each of its parties leads there; not counted yet where undefined. */
  readonly leads: (number[] | undefined)[];
  /** By body 1 where its engagements are unsound, 2 where that is not known. */
  readonly unsound: Uint8Array;
  /** By body the minutes by which its wishes about duty are broken; not a number where that is not known. */
  readonly overwork: Float64Array;
  /** By qualification, by body: the earliest end of a serial that qualifies; not known yet where undefined. */
  readonly qualified: (Float64Array | undefined)[];
  /** By length of an engagement, by unit: the starts from which it could take it on. */
  readonly rested: Rested[];
};

export function emptyState(knowledge: Knowledge): State {
  const { problem } = knowledge;
  const { bodies, unitCount, sites, pools, serials } = problem;
  const state: State = {
    problem,
    knowledge,
    placed: serials.map(() => null),
    pinned: new Uint8Array(serials.length),
    engagements: bodies.map(() => []),
    siteUses: sites.map(() => []),
    peopleUses: sites.map(() => []),
    poolUses: pools.map(() => []),
    times: new Int32Array(unitCount * unitCount),
    minutes: new Int32Array(unitCount * unitCount),
    exercised: new Int32Array(problem.requirements.length),
    led: new Int32Array(problem.parties.length),
    duty: new Float64Array(unitCount),
    stale: new Uint8Array(unitCount).fill(1),
    remembered: {
      pairs: 0,
      siteFull: sites.map(() => undefined),
      poolFull: pools.map(() => new Map()),
      leads: [],
      unsound: new Uint8Array(bodies.length),
      overwork: new Float64Array(bodies.length).fill(Number.NaN),
      qualified: problem.qualifications.map(() => undefined),
      rested: [],
    },
  };
  for (const { from, to, site, price, posts } of problem.occurrences) {
    if (price !== null) continue;
    for (const post of posts) engage(state, post, { serial: -1, start: from, end: to, site, isRest: false, night: -1 });
    if (site >= 0) state.siteUses[site]?.push({ serial: -1, from, to, amount: 1 });
  }
  return state;
}

function engage({ engagements }: State, body: number, engagement: Engagement): void {
  const list = engagements[body];
  if (list === undefined) return;
  let at = list.length;
  list.push(engagement);
  for (const index = indexFor(list, engagement.start); at > index; at--) list[at] = list[at - 1] ?? engagement;
  list[at] = engagement;
}

export function place(state: State, placement: Placement): void {
  const { problem } = state;
  const { serial, start, site, team } = placement;
  const facts = problem.serials[serial];
  if (facts === undefined) return;
  state.placed[serial] = placement;
  const whole = engagementOf(problem, serial, placement);
  for (const { body, onlyRun } of placement.engaged) {
    engage(state, body, onlyRun ? engagementOf(problem, serial, placement, true) : whole);
    state.remembered.unsound[body] = 2;
    state.remembered.overwork[body] = Number.NaN;
    if (body >= problem.unitCount) continue;
    state.stale[body] = 1;
    forgetRested(state, body);
  }
  if (site >= 0) {
    state.siteUses[site]?.push({ serial, from: start, to: start + facts.total + facts.reset, amount: 1 });
    state.peopleUses[site]?.push({ serial, from: start, to: start + facts.total, amount: peopleOf(problem, placement) });
  }
  for (const [pool, amount] of facts.pools) {
    state.poolUses[pool]?.push({ serial, from: start, to: start + facts.total + (problem.pools[pool]?.turnaround ?? 0), amount });
  }
  countTogether(state, team, 1, facts.run);
  countLead(state, placement, 1);
  countExercised(state, placement, 1);
  noteQualified(state, placement);
  forget(state, placement);
}

export function lift(state: State, serial: number): Placement | null {
  const { problem } = state;
  const placement = state.placed[serial] ?? null;
  const facts = problem.serials[serial];
  if (placement === null || facts === undefined) return null;
  state.placed[serial] = null;
  for (const { body } of placement.engaged) {
    const list = state.engagements[body] ?? [];
    for (let at = 0; at < list.length; at++) {
      if (list[at]?.serial !== serial) continue;
      list.splice(at, 1);
      break;
    }
    state.remembered.unsound[body] = 2;
    state.remembered.overwork[body] = Number.NaN;
    if (body >= problem.unitCount) continue;
    state.stale[body] = 1;
    forgetRested(state, body);
  }
  if (placement.site >= 0) {
    drop(state.siteUses[placement.site], serial);
    drop(state.peopleUses[placement.site], serial);
  }
  for (const [pool] of facts.pools) drop(state.poolUses[pool], serial);
  countTogether(state, placement.team, -1, -facts.run);
  countLead(state, placement, -1);
  countExercised(state, placement, -1);
  forgetQualified(state, placement);
  forget(state, placement);
  return placement;
}

/** Another lead, or another reserve: nothing that takes a place. */
export function replace(state: State, placement: Placement): void {
  const before = state.placed[placement.serial] ?? null;
  if (before !== null) countLead(state, before, -1);
  countLead(state, placement, 1);
  state.placed[placement.serial] = placement;
}

function countLead({ problem, knowledge, led, remembered }: State, placement: Placement, by: number): void {
  const { serial, lead, isMixed } = placement;
  if (!isMixed) return;
  for (const group of knowledge.parityGroupsOf[serial] ?? []) {
    const leads = remembered.leads[group];
    const parity = problem.parities[knowledge.parityGroups[group]?.parity ?? -1];
    if (leads === undefined || parity === undefined) continue;
    const at = leadCountedAt(problem, parity, placement);
    if (at >= 0) leads[at] = (leads[at] ?? 0) + by;
  }
  const party = problem.bodies[lead]?.party ?? -1;
  if (party >= 0) led[party] = (led[party] ?? 0) + by;
}

function countExercised({ problem, knowledge, exercised }: State, placement: Placement, by: number): void {
  for (const index of knowledge.requirementsOf[placement.serial] ?? []) {
    const facts = problem.requirements[index];
    if (facts === undefined || (facts.mixed && !placement.isMixed) || !placement.parties.includes(facts.party)) continue;
    if (hasLight(problem, facts, placement.serial, placement)) exercised[index] = (exercised[index] ?? 0) + by;
  }
}

/** Whether a serial that could count for a requirement has its light where it stands. */
export function hasLight(problem: PlanProblem, { light }: RequirementFacts, serial: number, stand: Stand): boolean {
  const facts = problem.serials[serial];
  if (light === undefined || facts === undefined) return true;
  const periods = stand.site < 0 ? problem.sites[0]?.outside : problem.sites[stand.site]?.light;
  const run = stand.start + facts.toRun;
  return contains(periods?.[light] ?? [], run, run + facts.run);
}

function forget({ problem, remembered }: State, { serial, site }: Placement): void {
  if (site >= 0) remembered.siteFull[site] = undefined;
  for (const [pool] of problem.serials[serial]?.pools ?? []) remembered.poolFull[pool]?.clear();
}

function drop(uses: Use[] | undefined, serial: number): void {
  const at = uses?.findIndex((use) => use.serial === serial) ?? -1;
  if (at >= 0) uses?.splice(at, 1);
}

function countTogether(state: State, team: readonly number[], by: number, run: number): void {
  const { times, minutes, problem, remembered } = state;
  const { together, bodies, unitCount } = problem;
  const least = Math.max(1, together.times);
  for (let first = 0; first < team.length; first++) {
    const one = team[first] ?? 0;
    const party = bodies[one]?.party;
    for (let second = first + 1; second < team.length; second++) {
      const other = team[second] ?? 0;
      const at = one * unitCount + other;
      const wasPair = (times[at] ?? 0) >= least && (minutes[at] ?? 0) >= together.minutes;
      times[at] = (times[at] ?? 0) + by;
      minutes[at] = (minutes[at] ?? 0) + run;
      const isPair = (times[at] ?? 0) >= least && (minutes[at] ?? 0) >= together.minutes;
      if (isPair !== wasPair && bodies[other]?.party !== party) remembered.pairs += isPair ? 1 : -1;
    }
  }
}

/** The bodies whose engagements break a hard duty rule, or leave no time to travel. */
export function unsoundBodies({ problem, engagements, remembered: { unsound } }: State): readonly number[] {
  const found: number[] = [];
  for (let body = 0; body < unsound.length; body++) {
    if (unsound[body] === 2) unsound[body] = isSound(problem, body, engagements[body] ?? []) ? 0 : 1;
    if (unsound[body] === 1) found.push(body);
  }
  return found;
}

/** When a site has no room for one more serial: from and to in turn. */
export function fullAtSite({ problem, siteUses, remembered }: State, site: number): readonly number[] {
  const full = remembered.siteFull[site] ?? stretchesAbove(siteUses[site] ?? [], (problem.sites[site]?.serials ?? 1) - 1);
  remembered.siteFull[site] = full;
  return full;
}

/** When a pool has not so much left: from and to in turn. */
export function fullInPool({ problem, poolUses, remembered }: State, pool: number, amount: number): readonly number[] {
  const facts = problem.pools[pool];
  const known = remembered.poolFull[pool];
  if (facts === undefined || known === undefined) return [];
  const full = known.get(amount) ?? poolIsFull(poolUses[pool] ?? [], facts, amount);
  known.set(amount, full);
  return full;
}

/** The people a placement brings to its site. */
export function peopleOf(problem: PlanProblem, { serial, team, attending }: Pick<Placement, 'serial' | 'team' | 'attending'>): number {
  let people = problem.serials[serial]?.visitors ?? 0;
  for (const unit of team) people += problem.bodies[unit]?.strength ?? 0;
  for (const unit of attending) people += problem.bodies[unit]?.strength ?? 0;
  return people;
}

const spells: number[] = [];

/** A unit's duty minutes over the whole exercise. */
export function dutyMinutes(state: State, unit: number): number {
  const body = state.problem.bodies[unit];
  if (state.stale[unit] === 1 && body !== undefined) {
    const found = spellsOf(state.problem, body, state.engagements[unit] ?? [], spells);
    let minutes = 0;
    for (let index = 0; index < found.length; index += 2) minutes += (found[index + 1] ?? 0) - (found[index] ?? 0);
    state.duty[unit] = minutes;
    state.stale[unit] = 0;
  }
  return state.duty[unit] ?? 0;
}
