// What was missing most where the search ended without a plan, put into lines of words and into data. It is never called impossible.
import type { Exercise } from '../exercise/index.ts';
import { type Booking, type Missing, missingMost, type Violation } from '../plan/index.ts';
import type { Line, Lines } from './use-cases.ts';

export type MissingTold = Lines & { readonly json: unknown };

/** More than this is not told: what is missing less often may go with what is missing most. */
const mostTold = 8;

/** `drafts` are the bookings that each search found best, the best of all first. */
export function missingTold(exercise: Exercise, drafts: readonly (readonly Booking[])[]): MissingTold {
  const missing = missingMost(exercise, drafts, mostTold);
  const of = drafts.length;
  const head: readonly Line[] = missing.length === 0 ? [] : [{ message: { key: 'plan.missing.head', values: { n: of } }, indent: 0 }];
  return {
    lines: [...head, ...missing.flatMap((one) => linesOf(one, of))],
    zone: exercise.zone,
    json: missing.map(({ violation, times, inTheWay, places }) => ({
      ...messageOf(violation),
      rule: violation.rule,
      searches: times,
      ofSearches: of,
      places,
      inTheWay: inTheWay.map((obstacle) => ({ ...messageOf(obstacle.violation), rule: obstacle.violation.rule, places: obstacle.times })),
    })),
  };
}

const messageOf = ({ rule, values, amount }: Violation) => ({ key: `plan.${rule}`, values: { ...values, amount } });

function linesOf({ violation, times, inTheWay, places }: Missing, of: number): readonly Line[] {
  const said = (one: Violation, indent: number): Line => ({ message: messageOf(one), indent });
  return [
    said(violation, 1),
    ...(of === 1 ? [] : [{ message: { key: 'plan.missing.searches', values: { n: times, of } }, indent: 2 }]),
    ...inTheWay.flatMap((obstacle) => [
      { message: { key: 'plan.missing.places', values: { n: obstacle.times, of: places } }, indent: 2 },
      said(obstacle.violation, 3),
    ]),
  ];
}
