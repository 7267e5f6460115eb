// The plain greedy planner that ours is compared with: serials one after the other, each at its earliest place with the first team that
// will do; nothing is moved. Where some find no place it begins again with these earlier in the order, so many times, and the best is kept.
import type { Exercise } from '../src/exercise/index.ts';
import { randomFor } from '../src/kernel/index.ts';
import { limitsOf } from '../src/plan/bounds/limits.ts';
import { type Reach, reachOf } from '../src/plan/bounds/reach.ts';
import { checkPlan, type Plan, type PlanCheck, problemFrom } from '../src/plan/index.ts';
import type { PlanProblem } from '../src/plan/problem.ts';
import { bookingsOf } from '../src/plan/search/bookings.ts';
import { placementFor } from '../src/plan/search/insert.ts';
import { knowledgeOf } from '../src/plan/search/knowledge.ts';
import type { Placement, Stand } from '../src/plan/search/placement.ts';
import { emptyState, place } from '../src/plan/search/state.ts';
import { cpuSeconds, isComplete } from './plan-run.ts';

export type Greedy = { readonly plan: Plan; readonly check: PlanCheck };

/** It begins so often at most. */
const rounds = 40;

/** It begins again as long as it has seconds of processor time left. */
export function greedyPlan(exercise: Exercise, seconds: number): Greedy {
  const until = cpuSeconds() + seconds;
  const problem = problemFrom(exercise);
  const knowledge = knowledgeOf(problem);
  const random = randomFor('greedy', exercise.setting.code);
  const { starts } = reachOf(problem, limitsOf([]));
  /** By serial how often it found no place, or somebody who waits for it. */
  const missed = problem.serials.map(() => 0);
  let [best, fewest]: [Greedy | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds && (round === 0 || cpuSeconds() < until); round++) {
    const state = emptyState(knowledge);
    const out: number[] = [];
    for (const serial of inOrder(problem, starts, missed)) {
      const placement = placementFor(knowledge, state, serial, { draws: 0, enough: 1 }, random, inTime(problem, serial));
      if (placement !== undefined) place(state, placement);
      else if (problem.serials[serial]?.optional === null) out.push(serial);
    }
    if (out.length < fewest) {
      const found = planOf(exercise, problem, state.placed);
      [best, fewest] = [found, out.length];
      if (isComplete(found.check)) return found;
    }
    for (const serial of out) blame(problem, missed, serial);
  }
  return best ?? planOf(exercise, problem, []);
}

/** A serial and those it follows come earlier the next time. */
function blame(problem: PlanProblem, missed: number[], serial: number): void {
  missed[serial] = (missed[serial] ?? 0) + 1;
  for (const before of problem.serials[serial]?.after ?? []) blame(problem, missed, before);
}

function planOf(exercise: Exercise, problem: PlanProblem, placed: readonly (Placement | null)[]): Greedy {
  const plan: Plan = {
    format: 'entente-plan',
    version: 1,
    exercise: exercise.setting.code,
    seed: 'greedy',
    iterations: 0,
    lanes: 1,
    objectives: [],
    bookings: bookingsOf(problem, placed),
    unmet: [],
  };
  return { plan, check: checkPlan(exercise, plan) };
}

/** Fixed events first; then each after those it follows, the one that can end first first; a day earlier each time it found no place. */
function inOrder(problem: PlanProblem, starts: Reach['starts'], missed: readonly number[]): readonly number[] {
  const rest = new Set(problem.serials.keys());
  const order: number[] = [];
  const key = (serial: number) => {
    const facts = problem.serials[serial];
    if (facts?.fixed != null) return facts.fixed - 1e9;
    return (starts[serial]?.[0] ?? 1e9) + (facts?.total ?? 0) + (facts?.optional === null ? 0 : 1e9) - 1440 * (missed[serial] ?? 0);
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
