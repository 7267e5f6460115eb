// Whether a lead counts where parity is stated.
import type { PlanProblem } from '../problem.ts';
import type { Placement } from './placement.ts';

/** The place, among the parties of a parity, of the party that leads; -1 where that does not count. */
export function leadCountedAt({ bodies }: PlanProblem, { parties, scope }: PlanProblem['parities'][number], placement: Placement): number {
  const { isMixed, serial, site, people, lead } = placement;
  return isMixed && scope.matches(serial, site, people) ? parties.indexOf(bodies[lead]?.party ?? -1) : -1;
}
