// A lane of the search for exercises in which nothing is left to decide but times, and the earliest end is what is wanted: plain projects.
import { randomFor } from '../../kernel/index.ts';
import type { Booking } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import type { Guidance } from '../search/guidance.ts';
import type { Lane } from '../search/lane.ts';
import { type Placement, placementOf } from '../search/placement.ts';
import { startTimesSearch } from './evolve.ts';
import { timesProblemOf } from './settled.ts';
import { minuteOfSlot, type TimesProblem } from './times-problem.ts';

/** Tries after which a lane that has found nothing gives up. */
const patience = 300;

/** The lane, or undefined where teams, sites, support or other objectives are to be decided as well; `otherwise` goes on where it finds nothing. */
export function startTimesLane(
  problem: PlanProblem,
  seed: string,
  lane: number,
  { guidance, fixed = [] }: { readonly guidance?: Guidance; readonly fixed?: readonly Booking[] },
  otherwise: () => Lane,
): Lane | undefined {
  if (!isOfTimesAlone(problem) || fixed.length > 0 || guidance?.near !== undefined || guidance?.goals !== undefined) return undefined;
  const bare = problem.serials.map((_, serial) => standingAt(problem, serial, problem.whole[0]));
  const times = timesKnown(problem, bare);
  const search = startTimesSearch(times, { random: randomFor(seed, `plan/times/${lane}`) });
  let best: Lane['best'] & { readonly isLeast: boolean } = {
    cost: [1000 * problem.serials.length, 0],
    placed: problem.serials.map(() => null),
    isLeast: false,
  };
  let tries = 0;
  let other: Lane | undefined;
  return {
    get best() {
      return other?.best ?? best;
    },
    step: (count) => {
      if (other === undefined && tries >= patience && search.best === undefined) other = otherwise();
      if (other !== undefined) return other.step(count);
      tries += count;
      search.step(count);
      const found = search.best;
      if (found === undefined || (best.cost[0] === 0 && (best.cost[1] ?? 0) <= found.end)) return false;
      const placed = [...bare];
      for (const [activity, serial] of times.serials.entries())
        placed[serial] = standingAt(problem, serial, minuteOfSlot(times, found.times[activity] ?? 0));
      best = { cost: [0, found.end], placed, isLeast: search.isLeast };
      return true;
    },
  };
}

const known = new WeakMap<PlanProblem, TimesProblem>();

/** The times of a problem are made once for all its lanes. */
function timesKnown(problem: PlanProblem, bare: readonly Placement[]): TimesProblem {
  const times = known.get(problem) ?? timesProblemOf(problem, bare);
  known.set(problem, times);
  return times;
}

export function isOfTimesAlone({
  objectives,
  serials,
  lags,
  supports,
  scenarios,
  requirements,
  pairDemands,
  qualifications,
}: PlanProblem): boolean {
  const isElse = [scenarios, requirements, pairDemands, qualifications, supports].some((statements) => statements.length > 0);
  if (isElse || objectives.length !== 1 || objectives[0] !== 'end') return false;
  // Where either of two could be the first, their order is a decision that times alone do not hold.
  if (lags.some(({ first, second }) => serials.some((_, serial) => first.couldMatch(serial) && second.couldMatch(serial)))) return false;
  return serials.every(
    ({ team, attendAll, needsSite, sites, optional }) =>
      team === null && !attendAll && optional === null && (!needsSite || sites.length === 1),
  );
}

export function standingAt(problem: PlanProblem, serial: number, start: number): Placement {
  const facts = problem.serials[serial];
  return placementOf(problem, {
    serial,
    start: facts?.fixed ?? start,
    site: facts?.needsSite === true ? (facts.sites[0] ?? -1) : -1,
    team: [],
    attending: facts?.attendUnits ?? [],
    lead: -1,
    support: [],
    missing: { hard: 0, price: 0 },
    reserves: [],
  });
}
