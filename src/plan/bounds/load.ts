// How uneven duty must be at least: where one unit of a party is surely longer on duty than another of it can be at all.
import type { WitnessFact } from '../plan.ts';
import { type Bound, boundFrom } from './bound.ts';
import type { Reach } from './reach.ts';

/**
 * Of n units let one be on duty at least d minutes longer than another. Then the one is above the mean by a, or the other below it by d - a,
 * and what lies below the mean lies above it elsewhere, over n - 1 units at most: the squares add up to (d / (1 + √(n - 1)))² or more.
 */
export function loadBound(reach: Reach): Bound {
  const { problem } = reach;
  const witness = problem.parties.flatMap((party, index): WitnessFact[] => {
    const units = problem.bodies.slice(0, problem.unitCount).flatMap((body, unit) => (body.party === index ? [unit] : []));
    const least = units.map((unit) => dutyAtLeast(reach, unit));
    const most = units.map((unit) => dutyAtMost(reach, unit));
    const [busiest, idlest] = [least.indexOf(Math.max(...least)), most.indexOf(Math.min(...most))];
    const apart = (least[busiest] ?? 0) - (most[idlest] ?? 0);
    if (units.length < 2 || apart <= 0) return [];
    const idOf = (at: number) => problem.bodies[units[at] ?? 0]?.id ?? '';
    return [
      {
        key: 'plan.witness.dutyApart',
        values: {
          party,
          units: units.length,
          unit: idOf(busiest),
          least: least[busiest] ?? 0,
          other: idOf(idlest),
          most: most[idlest] ?? 0,
        },
        amount: Math.floor((apart / (1 + Math.sqrt(units.length - 1))) ** 2),
      },
    ];
  });
  return witness.length > 0 ? boundFrom(witness) : boundFrom([{ key: 'plan.witness.squaresAreNotNegative', values: {}, amount: 0 }]);
}

/** The minutes of all serials surely held that a unit must take part in; what overlaps counts once. */
function dutyAtLeast({ problem, isHeld }: Reach, unit: number): number {
  const { serials, bodies } = problem;
  const isBound = ({ attendUnits, attendAll, team, fixed, total }: (typeof serials)[number]) =>
    attendUnits.includes(unit) ||
    team?.named.includes(unit) === true ||
    (attendAll && fixed !== null && bodies[unit]?.presence.some(([from, to]) => from <= fixed && fixed + total <= to));
  const own = serials.filter((facts, serial) => isHeld[serial] && facts.kind !== 'rest' && isBound(facts));
  const fixed = own.flatMap((facts) => (facts.fixed === null ? [] : [[facts.fixed, facts.fixed + facts.total] as const]));
  let [sum, open] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of fixed.sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, open));
    open = Math.max(open, to);
  }
  return sum + own.reduce((rest, facts) => rest + (facts.fixed === null ? facts.total : 0), 0);
}

/** The minutes of all serials a unit may take part in, each with the longest ways there and back. */
function dutyAtMost({ problem, mayServe, starts }: Reach, unit: number): number {
  const longest = problem.travel.flat().reduce((most, minutes) => Math.max(most, minutes), 0);
  return problem.serials.reduce((sum, facts, serial) => {
    if ((starts[serial]?.length ?? 0) === 0) return sum;
    const isIn = mayServe(unit, serial) || facts.attendAll || facts.attendUnits.includes(unit);
    if (!isIn) return sum;
    return sum + (facts.kind === 'rest' ? 0 : facts.total) + 2 * longest;
  }, 0);
}
