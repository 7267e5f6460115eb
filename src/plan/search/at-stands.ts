// A plan at given stands: each serial in order of time where it is wanted, with the team, lead and support that do there. For stands that
// somebody else found, who did not see all the rules.
import type { Exercise } from '../../exercise/index.ts';
import { randomFor } from '../../kernel/index.ts';
import type { Plan } from '../plan.ts';
import { finished, type Planned, problemOf } from '../planning.ts';
import { bookingsOf } from './bookings.ts';
import { placementFor } from './insert.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Stand } from './placement.ts';
import { emptyState, place } from './state.ts';

/** What finds no team where it is wanted is placed after the others, wherever it can be; or is not held. */
export function planAtStands(exercise: Exercise, base: Plan, stands: readonly (Stand & { readonly serial: number })[]): Planned {
  const problem = problemOf(exercise);
  const knowledge = knowledgeOf(problem);
  const state = emptyState(knowledge);
  const random = randomFor(base.seed, 'plan/stands');
  const isFixed = (serial: number) => problem.serials[serial]?.fixed !== null;
  const inOrder = [...stands].sort((a, b) => Number(isFixed(b.serial)) - Number(isFixed(a.serial)) || a.start - b.start);
  for (const { serial, start, site } of inOrder) {
    const placement = placementFor(knowledge, state, serial, { draws: 0, enough: 1 }, random, [{ start, site }]);
    if (placement !== undefined) place(state, placement);
  }
  for (const serial of problem.serials.keys()) {
    if (state.placed[serial] != null) continue;
    const placement = placementFor(knowledge, state, serial, { draws: 200, enough: 3, isEarly: true }, random);
    if (placement !== undefined) place(state, placement);
  }
  return finished(exercise, { ...base, bookings: bookingsOf(problem, state.placed), objectives: [], unmet: [] });
}
