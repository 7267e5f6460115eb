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

export type Settled = {
  readonly placement: Placement;
  readonly stretches: readonly Stretch[];
  readonly byBody: ReadonlyMap<number, Stretch>;
};

export function settledOf(problem: PlanProblem, placement: Placement): Settled {
  const stretches = stretchesOf(problem, placement);
  return { placement, stretches, byBody: new Map(stretches.map((stretch) => [stretch.body, stretch])) };
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
  shareBodies(problem, first, second, apart);
  if (one.site >= 0 && one.site === other.site && problem.sites[one.site]?.serials === 1) apart(a.total + a.reset, b.total + b.reset);
  for (const { between, and, price } of problem.exclusions) {
    const isBound = (lies(between, one) && lies(and, other)) || (lies(between, other) && lies(and, one));
    if (isBound) apart(a.total, b.total, price);
  }
  for (const lag of problem.lags) {
    let forward = lies(lag.first, one) && lies(lag.second, other);
    let backward = lies(lag.first, other) && lies(lag.second, one);
    if (!forward && !backward) continue;
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

const lies = (scope: LagFacts['first'], { serial, site, people }: Placement): boolean => scope.matches(serial, site, people);

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
