// What was missing most often where a search found no plan and nothing is proved: over the best of each search what it lacks, and for serials
// without a place what stood in the way at the places that were tried. It never says that there is no plan.
import type { Exercise } from '../exercise/index.ts';
import { randomFor } from '../kernel/index.ts';
import { brokenByBookings, recompute } from './check.ts';
import { brokenBy } from './living/moves.ts';
import type { Booking, Plan, Violation } from './plan.ts';
import { problemOf } from './planning.ts';
import { bookingsOf } from './search/bookings.ts';
import { placementFor } from './search/insert.ts';
import { knowledgeOf } from './search/knowledge.ts';
import { emptyState } from './search/state.ts';

export type Missing = {
  /** As it was at its worst. */
  readonly violation: Violation;
  /** In so many of the searches. */
  readonly times: number;
  /** For a serial without a place: what was in the way at so many of the places tried, most often first. */
  readonly inTheWay: readonly { readonly violation: Violation; readonly times: number }[];
  readonly places: number;
};

/** So many places are tried for each of so many serials that found none, and so many obstacles told. */
const mostPlaces = 12;
const mostSerials = 3;
const mostObstacles = 3;

/** `drafts` are the bookings that each search found best, the best of all first. */
export function missingMost(exercise: Exercise, drafts: readonly (readonly Booking[])[], most: number): readonly Missing[] {
  const plans = drafts.map((bookings) => planOf(exercise, bookings));
  const lacks = plans.map((plan) => brokenByBookings(recompute(exercise, plan)));
  const [best] = plans;
  let serials = mostSerials;
  return counted(lacks)
    .slice(0, most)
    .map(({ violation, times }): Missing => {
      const { serial } = violation.values;
      const isHomeless = best?.bookings.some((one) => one.serial === serial && !one.held) ?? false;
      if (best === undefined || !isHomeless || serials-- <= 0) return { violation, times, inTheWay: [], places: 0 };
      const stands = standsOf(exercise, String(serial));
      const broken = stands.map((booking) => brokenBy(exercise, best, booking));
      return { violation, times, inTheWay: counted(broken).slice(0, mostObstacles), places: stands.length };
    });
}

/** What is broken, by how many break it and how badly. */
function counted(lists: readonly (readonly Violation[])[]): readonly { readonly violation: Violation; readonly times: number }[] {
  const found = new Map<string, { violation: Violation; times: number; amount: number }>();
  for (const list of lists) {
    const here = new Set<string>();
    for (const violation of list) {
      const key = subjectOf(violation);
      const known = found.get(key);
      const times = (known?.times ?? 0) + (here.has(key) ? 0 : 1);
      here.add(key);
      const worse = known === undefined || violation.amount > known.violation.amount ? violation : known.violation;
      found.set(key, { violation: worse, times, amount: (known?.amount ?? 0) + violation.amount });
    }
  }
  return [...found.values()].sort((a, b) => b.times - a.times || b.amount - a.amount);
}

/** The rule and the names it speaks of, whatever the times and amounts. */
function subjectOf({ rule, values }: Violation): string {
  const names = Object.entries(values).filter(([name, value]) => typeof value !== 'number' && name !== 'at');
  return JSON.stringify([rule, names]);
}

/** Bookings of a serial at places spread over all it could have if it were alone. */
function standsOf(exercise: Exercise, serial: string): readonly Booking[] {
  const problem = problemOf(exercise);
  const index = problem.serials.findIndex(({ id }) => id === serial);
  const facts = problem.serials[index];
  if (facts === undefined) return [];
  const knowledge = knowledgeOf(problem, {});
  const alone = emptyState(knowledge);
  const sites = facts.needsSite ? facts.sites : [-1];
  const all = sites.flatMap((site, at) => Array.from(facts.starts[at] ?? []).map((start) => ({ start, site })));
  const step = Math.max(1, all.length / mostPlaces);
  const spread = Array.from({ length: Math.min(mostPlaces, all.length) }, (_, nth) => all[Math.floor(nth * step)]);
  return spread.flatMap((stand) => {
    if (stand === undefined) return [];
    const placed = placementFor(knowledge, alone, index, { draws: 0, enough: 1 }, randomFor('missing', serial), [stand]);
    const booking =
      placed === undefined
        ? undefined
        : bookingsOf(
            problem,
            problem.serials.map((_, one) => (one === index ? placed : null)),
          )[index];
    return booking === undefined ? [] : [booking];
  });
}

function planOf(exercise: Exercise, bookings: readonly Booking[]): Plan {
  const head = { format: 'entente-plan', version: 1, exercise: exercise.setting.code, seed: '1', iterations: 0, lanes: 1 } as const;
  return { ...head, objectives: [], bookings, unmet: [] };
}
