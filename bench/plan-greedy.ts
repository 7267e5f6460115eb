// The plain greedy planner that ours is compared with: serials one after the other, each at its earliest place with the first team that
// will do; nothing is ever moved again.
import type { Exercise } from '../src/exercise/index.ts';
import { randomFor } from '../src/kernel/index.ts';
import { limitsOf } from '../src/plan/bounds/limits.ts';
import { reachOf } from '../src/plan/bounds/reach.ts';
import { checkPlan, type Plan, type PlanCheck, problemFrom } from '../src/plan/index.ts';
import type { PlanProblem } from '../src/plan/problem.ts';
import { bookingsOf } from '../src/plan/search/bookings.ts';
import { placementFor } from '../src/plan/search/insert.ts';
import { knowledgeOf } from '../src/plan/search/knowledge.ts';
import type { Stand } from '../src/plan/search/placement.ts';
import { emptyState, place } from '../src/plan/search/state.ts';

export type Greedy = { readonly plan: Plan; readonly check: PlanCheck };

export function greedyPlan(exercise: Exercise): Greedy {
  const problem = problemFrom(exercise);
  const knowledge = knowledgeOf(problem);
  const state = emptyState(knowledge);
  const random = randomFor('greedy', exercise.setting.code);
  for (const serial of inOrder(problem)) {
    const placement = placementFor(knowledge, state, serial, { draws: 0, enough: 1 }, random, inTime(problem, serial));
    if (placement !== undefined) place(state, placement);
  }
  const plan: Plan = {
    format: 'entente-plan',
    version: 1,
    exercise: exercise.setting.code,
    seed: 'greedy',
    iterations: 0,
    lanes: 1,
    objectives: [],
    bookings: bookingsOf(problem, state.placed),
    unmet: [],
  };
  return { plan, check: checkPlan(exercise, plan) };
}

/** Fixed events first; then each after those it follows, the one that can end first first. */
function inOrder(problem: PlanProblem): readonly number[] {
  const { starts } = reachOf(problem, limitsOf([]));
  const rest = new Set(problem.serials.keys());
  const order: number[] = [];
  const key = (serial: number) => {
    const facts = problem.serials[serial];
    if (facts?.fixed != null) return facts.fixed - 1e9;
    return (starts[serial]?.[0] ?? 1e9) + (facts?.total ?? 0) + (facts?.optional === null ? 0 : 1e9);
  };
  while (rest.size > 0) {
    const ready = [...rest].filter((serial) => problem.serials[serial]?.after.every((before) => !rest.has(before)) ?? true);
    const next = (ready.length > 0 ? ready : [...rest]).reduce((best, serial) => (key(serial) < key(best) ? serial : best));
    rest.delete(next);
    order.push(next);
  }
  return order;
}

function inTime({ serials }: PlanProblem, serial: number): readonly Stand[] {
  const facts = serials[serial];
  if (facts === undefined) return [];
  const places = facts.needsSite ? facts.sites : [-1];
  return places
    .flatMap((site, index) => Array.from(facts.starts[index] ?? [], (start) => ({ start, site })))
    .sort((a, b) => a.start - b.start);
}
