/**
 * The front over two objectives: plans of which none is better in both. Each end puts one objective first; between them the first is held at
 * a level and the second is made as good as it gets. What a search passes on its way from one end to the other counts too. The other
 * objectives follow. Every point is a checked plan.
 */
import type { Exercise, ObjectiveKind } from '../../exercise/index.ts';
import type { Message } from '../../words/index.ts';
import { isAdoptable, recompute } from '../check.ts';
import type { Booking, Plan } from '../plan.ts';
import { finished, type LaneResult, type Planned, type PlanOptions, planFromLanes, startLaneSearch } from '../planning.ts';
import type { Guidance } from '../search/guidance.ts';

export type Pair = readonly [ObjectiveKind, ObjectiveKind];

export type FrontPoint = { readonly values: readonly [number, number]; readonly planned: Planned };

/** A front in the making: searched with what `next` says, until it says nothing more. */
export type Front = {
  /** What the next plan is to be searched with; undefined when the front is there. */
  next(): Guidance | undefined;
  /** Takes the plan that was found, and what the lanes held for their best on the way to it. */
  take(found: Planned, passed: readonly LaneResult[]): void;
  /** From the least of the first objective to the best. */
  points(): readonly FrontPoint[];
  /** Why there are fewer points than were asked for; undefined where there are enough. */
  fewer(): Message | undefined;
};

type Candidate = { readonly values: readonly [number, number]; readonly bookings: readonly Booking[]; readonly plan: Plan };

/** How many plans are searched at most for a front of so many points, and how many points it has at most. */
const attempts = (points: number): number => 2 * points;
const mostPoints = (points: number): number => 2 * points;

export function startFront(exercise: Exercise, pair: Pair, points: number): Front {
  const [first, second] = pair;
  const inOrder = (...ids: Pair): readonly ObjectiveKind[] => [...ids, ...exercise.setting.objectives.filter((id) => !ids.includes(id))];
  let reached: readonly Candidate[] = [];
  let searched = 0;
  let isBestInBoth = false;
  const tried = new Map<string, number>();
  /** Whether something is worth a try: what was tried before with the same outcome is not. */
  const isNew = (key: string, most: number): boolean => (tried.get(key) ?? 0) < most;
  const trying = (key: string): number => {
    const times = (tried.get(key) ?? 0) + 1;
    tried.set(key, times);
    return times;
  };
  const offer = (bookings: readonly Booking[], plan: Plan): void => {
    const check = recompute(exercise, { ...plan, bookings });
    if (!isAdoptable(check)) return;
    const worth = (id: ObjectiveKind) => check.objectives.find((objective) => objective.id === id)?.value ?? Number.NaN;
    reached = undominated(pair, [...reached, { values: [worth(first), worth(second)], bookings, plan }]);
  };
  const next = (): Guidance | undefined => {
    const [low, high] = [reached[0], reached.at(-1)];
    if (searched === 0) return { order: inOrder(first, second) };
    if (low === undefined || high === undefined) return searched === 1 ? { order: inOrder(second, first) } : undefined;
    // A few more searches than points, so that what was only passed is bettered.
    if (isBestInBoth || searched >= attempts(points) || (searched > points && reached.length >= points)) return undefined;
    const ends = [
      { order: inOrder(second, first), from: low },
      { order: inOrder(first, second), from: high },
    ];
    // The ends first, as far as they are new; then what lies between two points.
    for (const { order, from } of searched === 1 ? ends.slice(0, 1) : ends) {
      const key = `${order[0]} ${from.values.join()}`;
      if (!isNew(key, 1)) continue;
      trying(key);
      return { order, from: from.bookings };
    }
    const gap = widestGap(reached, (one) => isNew(one, levels.length));
    if (gap === undefined) return undefined;
    const share = levels[trying(gap.key) - 1] ?? 0.5;
    const level = gap.low.values[0] + share * (gap.high.values[0] - gap.low.values[0]);
    return { order: inOrder(second, first), goals: [{ id: first, level }], from: gap.high.bookings };
  };
  return {
    next,
    take: (found, passed) => {
      searched++;
      for (const { cost, bookings } of passed) if ((cost[0] ?? 1) === 0) offer(bookings, found.plan);
      offer(found.plan.bookings, found.plan);
      isBestInBoth ||= isAdoptable(found.check) && pair.every((id) => isAtBound(found, id));
    },
    points: () =>
      thinned(reached, mostPoints(points)).map(({ values, bookings, plan }) => ({
        values,
        planned: finished(exercise, { ...plan, bookings, objectives: [], unmet: [] }),
      })),
    fewer: () => {
      const found = reached.length;
      if (found === 0) return { key: 'plan.front.none', values: { searches: searched } };
      if (isBestInBoth) return { key: 'plan.front.one', values: {} };
      if (found >= points) return undefined;
      return found === 1
        ? { key: 'plan.front.oneFound', values: { searches: searched, asked: points, first, second } }
        : { key: 'plan.front.fewFound', values: { searches: searched, asked: points, found } };
    },
  };
}

/** Shares of a gap at which it is tried, one after the other. */
const levels = [0.5, 0.75, 0.25];

function isAtBound({ plan }: Planned, kind: ObjectiveKind): boolean {
  return plan.objectives.some(({ id, value, bound }) => id === kind && bound === value);
}

const keyOf = ({ values }: Candidate): string => values.join();

function widestGap(front: readonly Candidate[], isOpen: (key: string) => boolean) {
  const gaps = front.slice(1).flatMap((high, index) => {
    const low = front[index];
    if (low === undefined) return [];
    return [{ low, high, key: `${keyOf(low)} ${keyOf(high)}`, width: Math.abs(high.values[0] - low.values[0]) }];
  });
  return gaps
    .filter(({ key }) => isOpen(key))
    .reduce<(typeof gaps)[number] | undefined>((best, gap) => (best === undefined || gap.width > best.width ? gap : best), undefined);
}

/** Those of which none is better in both, each pair of values once, from the least of the first objective to the best. */
function undominated(pair: Pair, candidates: readonly Candidate[]): readonly Candidate[] {
  const [one, other] = pair.map((id) => (id === 'price' || id === 'load' || id === 'end' ? -1 : 1)) as [number, number];
  const isBetter = (a: Candidate, b: Candidate) =>
    one * a.values[0] >= one * b.values[0] && other * a.values[1] >= other * b.values[1] && keyOf(a) !== keyOf(b);
  const seen = new Set<string>();
  return candidates
    .filter((candidate) => !candidates.some((rival) => isBetter(rival, candidate)))
    .filter((candidate) => !seen.has(keyOf(candidate)) && seen.add(keyOf(candidate)))
    .sort((a, b) => one * (a.values[0] - b.values[0]));
}

/** At most so many of them, the ends among them, those left out that lie nearest between their neighbours. */
function thinned(front: readonly Candidate[], most: number): readonly Candidate[] {
  const left = [...front];
  while (left.length > most) {
    const room = (index: number) => Math.abs((left[index + 1]?.values[0] ?? 0) - (left[index - 1]?.values[0] ?? 0));
    let closest = 1;
    for (let index = 2; index < left.length - 1; index++) if (room(index) < room(closest)) closest = index;
    left.splice(closest, 1);
  }
  return left;
}

/** The whole front at once; the budget is that of each plan. */
export function planFront(exercise: Exercise, pair: Pair, points: number, options: PlanOptions): readonly FrontPoint[] {
  const front = startFront(exercise, pair, points);
  for (let guidance = front.next(); guidance !== undefined; guidance = front.next()) {
    const passed: LaneResult[] = [];
    const lanes = Array.from({ length: options.lanes }, (_, lane) => startLaneSearch(exercise, { ...options, guidance }, lane));
    for (const lane of lanes) while (lane.tries < options.iterations) if (lane.step()) passed.push(lane.result());
    front.take(
      planFromLanes(
        exercise,
        options,
        lanes.map((lane) => lane.result()),
      ),
      passed,
    );
  }
  return front.points();
}
