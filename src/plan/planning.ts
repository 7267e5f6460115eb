// The planner: lanes of search over one document, stepped by whoever asked, reduced in the order of the lanes, passed by the checker.
import type { Exercise } from '../exercise/index.ts';
import { certify } from './certificate.ts';
import { isAdoptable, type PlanCheck, recompute, withMisstatements } from './check.ts';
import { type Booking, barePlan, type Plan } from './plan.ts';
import { type PlanProblem, problemFrom } from './problem.ts';
import { bookingsOf, placementOfBooking } from './search/bookings.ts';
import { compareCosts } from './search/cost.ts';
import type { Guidance } from './search/guidance.ts';
import { type Lane, startLane } from './search/lane.ts';
import { startTimesLane } from './times/times-lane.ts';

export type PlanOptions = {
  readonly seed: string;
  /** Tries in each lane. */
  readonly iterations: number;
  readonly lanes: number;
  /** Bookings that stay as they are: the past, and what is pinned. */
  readonly fixed?: readonly Booking[];
  /** What is asked besides the document. */
  readonly guidance?: Guidance;
};

export const defaultIterations = 200;
export const defaultLanes = 4;

export type PlanningProgress = {
  readonly isDone: boolean;
  /** Tries made so far and to be made, over all lanes. */
  readonly tries: number;
  readonly of: number;
  readonly hasImproved: boolean;
  /** Nothing hard is missing, as far as the search can tell. */
  readonly isComplete: boolean;
  /** No plan ends sooner than the best so far, as far as a lane can tell by itself; the certificate proves it. */
  readonly isLeast: boolean;
};

export type Planned = { readonly plan: Plan; readonly check: PlanCheck };

/** What one lane has found, as data that can cross a thread. */
export type LaneResult = {
  readonly lane: number;
  readonly iterations: number;
  readonly cost: readonly number[];
  readonly bookings: readonly Booking[];
};

/** A planning under way. Between two steps nothing happens: who does not step cancels. */
export type Planning = {
  /** One stride of one lane. */
  step(): PlanningProgress;
  /** The best plan so far, checked and with its certificate. */
  result(): Planned;
};

/** Tries of one step once a plan is complete. */
export const stride = 10;

/**
 * Starts planning. The plan depends on document, seed, iterations and lanes alone, wherever and however often it is stepped; a caller
 * that stops stepping by the clock gets the best so far, with the iterations that were made.
 */
export function startPlanning(exercise: Exercise, options: PlanOptions): Planning {
  const searches = Array.from({ length: options.lanes }, (_, lane) => startLaneSearch(exercise, options, lane));
  let next = 0;
  return {
    step: () => {
      const hasImproved = searches[next % searches.length]?.step() ?? false;
      next++;
      const tries = searches.reduce((sum, search) => sum + search.tries, 0);
      const results = searches.flatMap((search) => search.best() ?? []);
      const of = options.iterations * options.lanes;
      const isComplete = results.some((best) => (best.cost[0] ?? 1) === 0);
      return { isDone: tries >= of, tries, of, hasImproved, isComplete, isLeast: results.some((best) => best.isLeast === true) };
    },
    result: () =>
      planFromLanes(
        exercise,
        options,
        searches.map((search) => search.result()),
      ),
  };
}

export type LaneSearch = {
  readonly tries: number;
  /** One stride, or so many tries; tells whether it found better. Until a plan is complete a stride is one try, so that it is shown as soon as it is. */
  step(tries?: number): boolean;
  best(): { readonly cost: readonly number[]; readonly isLeast?: boolean } | undefined;
  result(): LaneResult;
};

/** One lane by itself, for a caller that runs lanes side by side. It is built on its first step. */
export function startLaneSearch(exercise: Exercise, options: PlanOptions, lane: number): LaneSearch {
  const { guidance } = options;
  const problem = guidance?.order === undefined ? problemOf(exercise) : { ...problemOf(exercise), objectives: guidance.order };
  const held = (options.fixed ?? []).flatMap((booking) => placementOfBooking(problem, booking) ?? []);
  const left = (options.fixed ?? [])
    .filter((booking) => !booking.held)
    .map(({ serial }) => problem.serials.findIndex(({ id }) => id === serial));
  let search: Lane | undefined;
  let tries = 0;
  const begun = () => {
    const plainly = () => startLane(problem, options.seed, lane, held, left, guidance);
    search ??= startTimesLane(problem, options.seed, lane, options, plainly) ?? plainly();
    return search;
  };
  return {
    get tries() {
      return tries;
    },
    step: (asked) => {
      // A first plan is shown before it is bettered.
      if (search === undefined) {
        begun();
        return true;
      }
      const times = Math.min(asked ?? ((search.best.cost[0] ?? 1) === 0 ? stride : 1), options.iterations - tries);
      tries += times;
      return search.step(times);
    },
    best: () => search?.best,
    result: () => {
      const { cost, placed } = begun().best;
      return { lane, iterations: tries, cost, bookings: bookingsOf(problem, placed) };
    },
  };
}

/** The best of all lanes, the first of equals, as a checked plan. */
export function planFromLanes(
  exercise: Exercise,
  { seed, lanes }: Pick<PlanOptions, 'seed' | 'lanes'>,
  results: readonly LaneResult[],
): Planned {
  const inOrder = [...results].sort((a, b) => a.lane - b.lane);
  const best = inOrder.reduce((least, result) => (compareCosts(result.cost, least.cost) < 0 ? result : least), inOrder[0] ?? noLane);
  const iterations = inOrder.reduce((most, result) => Math.max(most, result.iterations), 0);
  return finished(exercise, barePlan(exercise.setting.code, best.bookings, { seed, iterations, lanes }));
}

/** A plan from its bookings, valued, certified and checked. */
export function finished(exercise: Exercise, bare: Plan): Planned {
  const found = recompute(exercise, bare);
  const plan: Plan = { ...bare, objectives: certify(problemOf(exercise), found.objectives, isAdoptable(found)), unmet: found.unmet };
  return { plan, check: withMisstatements(plan, found) };
}

const noLane: LaneResult = { lane: 0, iterations: 0, cost: [], bookings: [] };

const problems = new WeakMap<Exercise, PlanProblem>();

/** The problem of a document, made once. */
export function problemOf(exercise: Exercise): PlanProblem {
  const known = problems.get(exercise) ?? problemFrom(exercise);
  problems.set(exercise, known);
  return known;
}

/** Plans to the end of the budget at once. */
export function planExercise(exercise: Exercise, options: PlanOptions): Planned {
  const planning = startPlanning(exercise, options);
  while (!planning.step().isDone);
  return planning.result();
}
