// The price of the soft statements that a state breaks, apart from support, parity, pairs, requirements and serials not held.
import { overlaps } from '../problem/intervals.ts';
import { priceOfPair, standing } from './order.ts';
import type { Placement } from './placement.ts';
import type { State } from './state.ts';
import { breachesOf, longestRunOfNights, spellsOf } from './timeline.ts';

export function softPrice(state: State): number {
  return closuresPrice(state) + milestonesPrice(state) + ordersPrice(state) + dutyPrice(state) + meetingsPrice(state);
}

function closuresPrice({ problem, placed }: State): number {
  const soft = [
    ...problem.closures
      .filter((closure) => closure.price !== null)
      .map((closure) => ({ ...closure, matches: closure.matches, bodies: null })),
    ...problem.bodyClosures.filter((closure) => closure.price !== null),
  ];
  let price = 0;
  for (const closure of soft) {
    for (const placement of placed) {
      const facts = problem.serials[placement?.serial ?? -1];
      if (placement === null || facts === undefined || !closure.matches(placement.serial, placement.site)) continue;
      const end = placement.start + facts.total + (closure.untilReset ? facts.reset : 0);
      if (overlaps(closure.periods, placement.start, end) && (closure.bodies === null || engagesAny(placement, closure.bodies)))
        price += closure.price ?? 0;
    }
  }
  return price;
}

/** What standing so costs by soft closures and milestones, and by support that is not given. */
export function priceOfStanding({ problem }: State, placement: Placement): number {
  const { serial, site, start, people, missing } = placement;
  const facts = problem.serials[serial];
  if (facts === undefined) return 0;
  let price = missing.price;
  for (const { periods, matches, untilReset, price: each } of problem.closures) {
    if (each === null || !matches(serial, site)) continue;
    if (overlaps(periods, start, start + facts.total + (untilReset ? facts.reset : 0))) price += each;
  }
  for (const { from, gates, price: each } of problem.milestones)
    if (each !== null && gates !== null && start < from && gates.matches(serial, site, people)) price += each;
  return price;
}

function engagesAny(placement: Placement, bodies: Uint8Array): boolean {
  return placement.engaged.some(({ body }) => bodies[body] === 1);
}

function milestonesPrice({ problem, placed }: State): number {
  let price = 0;
  for (const milestone of problem.milestones) {
    if (milestone.price === null || milestone.gates === null) continue;
    for (const placement of placed) {
      if (placement === null || placement.start >= milestone.from) continue;
      if (milestone.gates.matches(placement.serial, placement.site, placement.people)) price += milestone.price;
    }
  }
  return price;
}

function ordersPrice({ problem, placed, knowledge }: State): number {
  const hasSoft = problem.lags.some((lag) => lag.price !== null) || problem.exclusions.some((exclusion) => exclusion.price !== null);
  if (!hasSoft) return 0;
  let price = 0;
  for (const [serial, partners] of knowledge.partners.entries()) {
    const one = placed[serial];
    if (one == null) continue;
    for (const partner of partners) {
      const other = placed[partner.other];
      if (other == null || partner.other < serial) continue;
      const pair = priceOfPair(problem, standing(one), standing(other), partner);
      // A hard breach between fixed events is no matter of price.
      if (pair !== Number.POSITIVE_INFINITY) price += pair;
    }
  }
  return price;
}

/** Each soft duty rule costs once for each body that it is broken for and each thing in it that is broken. */
function dutyPrice({ problem, engagements }: State): number {
  let price = 0;
  for (const [index, body] of problem.bodies.entries()) {
    for (const rule of body.duty) {
      if (rule.price === null) continue;
      const list = engagements[index] ?? [];
      const spells = spellsOf(problem, body, list);
      const parts = [
        breachesOf({ ...rule, rest: 0, beforeNight: 0 }, spells, list) > 0,
        breachesOf({ ...rule, most: Number.POSITIVE_INFINITY, beforeNight: 0 }, spells, list) > 0,
        longestRunOfNights(list, rule) > rule.nights,
      ];
      price += rule.price * parts.filter(Boolean).length;
      if (breachesOf({ ...rule, most: Number.POSITIVE_INFINITY, rest: 0 }, spells, list) > 0) price += rule.price;
    }
  }
  return price;
}

function meetingsPrice({ problem, engagements }: State): number {
  let price = 0;
  for (const { from, to, posts, price: each } of problem.occurrences) {
    if (each === null) continue;
    for (const post of posts) if (engagements[post]?.some((one) => one.start < to && from < one.end)) price += each;
  }
  return price;
}
