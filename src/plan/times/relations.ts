// What holds two settled serials to each other in time: orders, lags, days, exclusions, and the bodies and sites for one that they share.

import type { LagFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';
import type { Engaged, Placement } from '../search/placement.ts';

/** All in minutes between starts of set-up. */
export type Relation = {
  /** Least and most from the start of the first to that of the second. */
  least: number;
  most: number;
  /** Where the first is first, the second starts at least so much later; and the other way round. Both −∞: they may overlap. */
  firstLeads: number;
  secondLeads: number;
  readonly days: ('same' | 'other' | 'next' | 'before')[];
};

const isBinding = ({ least, most, firstLeads, secondLeads, days }: Relation): boolean =>
  least > Number.NEGATIVE_INFINITY || most < Number.POSITIVE_INFINITY || firstLeads + secondLeads > 0 || days.length > 0;

/** By serial, for each of its bodies, from when until when it is engaged, counted from the start. */
export type Stretch = { readonly body: number; readonly from: number; readonly to: number };

export function stretchesOf(problem: PlanProblem, placement: Placement): readonly Stretch[] {
  const facts = problem.serials[placement.serial];
  if (facts === undefined) return [];
  return placement.engaged.map(({ body, onlyRun }: Engaged) =>
    onlyRun ? { body, from: facts.toRun, to: facts.toRun + facts.run } : { body, from: 0, to: facts.total },
  );
}

/** A placement with what is asked of every pair that it is in, looked up once. */
export type Settled = {
  readonly placement: Placement;
  readonly stretches: readonly Stretch[];
  readonly byBody: ReadonlyMap<number, Stretch>;
  /** A bit for each body. */
  readonly bodies: Int32Array;
  /** By lag, and by exclusion: 1 where it lies in the first scope, 2 where in the second, 3 in both. */
  readonly lags: Uint8Array;
  readonly exclusions: Uint8Array;
  /** The lags and the exclusions in which it lies at all. */
  readonly itsLags: readonly number[];
  readonly itsExclusions: readonly number[];
};

export function settledOf(problem: PlanProblem, placement: Placement): Settled {
  const stretches = stretchesOf(problem, placement);
  const bodies = new Int32Array((problem.bodies.length >> 5) + 1);
  for (const { body } of stretches) bodies[body >> 5] = (bodies[body >> 5] ?? 0) | (1 << (body & 31));
  const lies = (scope: LagFacts['first']) => scope.matches(placement.serial, placement.site, placement.people);
  const lags = Uint8Array.from(problem.lags, ({ first, second }) => (lies(first) ? 1 : 0) | (lies(second) ? 2 : 0));
  const exclusions = Uint8Array.from(problem.exclusions, ({ between, and }) => (lies(between) ? 1 : 0) | (lies(and) ? 2 : 0));
  return {
    placement,
    stretches,
    byBody: new Map(stretches.map((stretch) => [stretch.body, stretch])),
    bodies,
    lags,
    exclusions,
    itsLags: indexesOf(lags),
    itsExclusions: indexesOf(exclusions),
  };
}

const indexesOf = (flags: Uint8Array): readonly number[] => [...flags.keys()].filter((index) => flags[index] !== 0);

/** Whether one lies in the first of two scopes and the other in the second. */
const isPair = (one: number, other: number): boolean => (one & 1) === 1 && (other & 2) === 2;

function shareAny(one: Int32Array, other: Int32Array): boolean {
  for (let word = 0; word < one.length; word++) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

/**
 * What holds the second to the first, where they stand and with whom; undefined where nothing does. With `keepsSoft` soft statements that
 * hold now count like hard ones.
 */
export function relationOf(problem: PlanProblem, first: Settled, second: Settled, keepsSoft: boolean): Relation | undefined {
  const [one, other] = [first.placement, second.placement];
  const [a, b] = [problem.serials[one.serial], problem.serials[other.serial]];
  if (a === undefined || b === undefined) return undefined;
  const now = other.start - one.start;
  const relation: Relation = {
    least: Number.NEGATIVE_INFINITY,
    most: Number.POSITIVE_INFINITY,
    firstLeads: Number.NEGATIVE_INFINITY,
    secondLeads: Number.NEGATIVE_INFINITY,
    days: [],
  };
  const apart = (firstLeads: number, secondLeads: number, price: number | null = null) => {
    if (price !== null && !(keepsSoft && (now >= firstLeads || -now >= secondLeads))) return;
    relation.firstLeads = Math.max(relation.firstLeads, firstLeads);
    relation.secondLeads = Math.max(relation.secondLeads, secondLeads);
  };
  const within = (least: number, most: number, price: number | null = null) => {
    if (price !== null && !(keepsSoft && now >= least && now <= most)) return;
    relation.least = Math.max(relation.least, least);
    relation.most = Math.min(relation.most, most);
  };
  if (b.after.includes(one.serial)) within(a.total, Number.POSITIVE_INFINITY);
  if (a.after.includes(other.serial)) within(Number.NEGATIVE_INFINITY, -b.total);
  if (shareAny(first.bodies, second.bodies)) shareBodies(problem, first, second, apart);
  if (one.site >= 0 && one.site === other.site && problem.sites[one.site]?.serials === 1) apart(a.total + a.reset, b.total + b.reset);
  for (const index of first.itsExclusions) {
    const mine = first.exclusions[index] ?? 0;
    const yours = second.exclusions[index] ?? 0;
    if (isPair(mine, yours) || isPair(yours, mine)) apart(a.total, b.total, problem.exclusions[index]?.price);
  }
  for (const index of first.itsLags) {
    const mine = first.lags[index] ?? 0;
    const yours = second.lags[index] ?? 0;
    let forward = isPair(mine, yours);
    let backward = isPair(yours, mine);
    if (!forward && !backward) continue;
    const lag = problem.lags[index];
    if (lag === undefined) continue;
    if (lag.sameUnitsOnly && !one.team.some((unit) => other.team.includes(unit))) continue;
    const [there, back] = [distance(lag, a, b), distance(lag, b, a)];
    if (forward && backward && lag.relation === 'lag' && lag.most === Number.POSITIVE_INFINITY) {
      apart(there.least, back.least, lag.price);
      continue;
    }
    // Where either could be the first and more than a least distance is asked, they keep the order they have.
    if (forward && backward) {
      const isEarlier = one.start < other.start || (one.start === other.start && a.id < b.id);
      [forward, backward] = [isEarlier, !isEarlier];
    }
    if (lag.relation === 'together') within(a.toRun - b.toRun, a.toRun - b.toRun, lag.price);
    else if (lag.relation === 'lag') {
      if (forward) within(there.least, there.most, lag.price);
      else within(-back.most, -back.least, lag.price);
    } else {
      const days = problem.dayOf(other.start) - problem.dayOf(one.start);
      const wanted = lag.relation === 'sameDay' ? 'same' : lag.relation === 'notSameDay' ? 'other' : forward ? 'next' : 'before';
      const isKept = wanted === 'other' ? days !== 0 : days === { same: 0, next: 1, before: -1 }[wanted];
      if (lag.price === null || (keepsSoft && isKept)) relation.days.push(wanted);
    }
  }
  return isBinding(relation) ? relation : undefined;
}

function distance(lag: LagFacts, first: { readonly total: number }, second: { readonly total: number }) {
  const shift = (lag.fromEnd ? first.total : 0) - (lag.toStart ? 0 : second.total);
  return { least: lag.least + shift, most: lag.most + shift };
}

function shareBodies(
  problem: PlanProblem,
  first: Settled,
  second: Settled,
  apart: (firstLeads: number, secondLeads: number) => void,
): void {
  const [there, back] = ways(problem, first.placement.site, second.placement.site);
  for (const stretch of first.stretches) {
    const other = second.byBody.get(stretch.body);
    if (other !== undefined) apart(stretch.to + there - other.from, other.to + back - stretch.from);
  }
}

/** Minutes there and back, none where one of the two has no site. */
function ways({ travel }: PlanProblem, from: number, to: number): readonly [number, number] {
  return from < 0 || to < 0 ? [0, 0] : [travel[from]?.[to] ?? 0, travel[to]?.[from] ?? 0];
}
