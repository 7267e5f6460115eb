/**
 * The front over two objectives: plans of which none is better in both. Each end puts one objective first; between them the first is held at
 * a level and the second is made as good as it gets. The other objectives follow. Every point is a checked plan.
 */
import type { Exercise, ObjectiveKind } from '../../exercise/index.ts';
import { isAdoptable } from '../check.ts';
import { type Planned, type PlanOptions, planExercise } from '../planning.ts';
import type { Guidance } from '../search/guidance.ts';

export type Pair = readonly [ObjectiveKind, ObjectiveKind];

export type FrontPoint = { readonly values: readonly [number, number]; readonly planned: Planned };

/** How many plans are made at most for a front of so many points. */
const attempts = (points: number): number => 2 * points;

/** What the next plan of a front is to be searched with, after those found; undefined when the front is there. */
export function nextOfFront(exercise: Exercise, pair: Pair, points: number, found: readonly Planned[]): Guidance | undefined {
  const [first, second] = pair;
  const inOrder = (...ids: Pair): readonly ObjectiveKind[] => [...ids, ...exercise.setting.objectives.filter((id) => !ids.includes(id))];
  if (found.length === 0) return { order: inOrder(first, second) };
  const [begun] = found;
  if (found.length === 1 && begun !== undefined) return { order: inOrder(second, first), from: begun.plan.bookings };
  const front = frontOf(pair, found);
  if (front.length >= points || found.length >= attempts(points)) return undefined;
  const gap = widestGap(front);
  if (gap === undefined) return undefined;
  // Not always in the middle: a level that led to a point already there is not tried again.
  const share = 0.25 + 0.25 * (found.length % 3);
  const level = gap.low.values[0] + share * (gap.high.values[0] - gap.low.values[0]);
  return { order: inOrder(second, first), goals: [{ id: first, level }], from: gap.high.planned.plan.bookings };
}

function widestGap(front: readonly FrontPoint[]): { readonly low: FrontPoint; readonly high: FrontPoint } | undefined {
  const gaps = front.slice(1).flatMap((high, index) => {
    const low = front[index];
    return low === undefined ? [] : [{ low, high, width: Math.abs(high.values[0] - low.values[0]) }];
  });
  return gaps.reduce<(typeof gaps)[number] | undefined>(
    (best, gap) => (best === undefined || gap.width > best.width ? gap : best),
    undefined,
  );
}

/** The plans of which none is better in both, from the least of the first objective to the best. */
export function frontOf(pair: Pair, found: readonly Planned[]): readonly FrontPoint[] {
  const points = found
    .filter(({ check }) => isAdoptable(check))
    .map((planned): FrontPoint => ({ planned, values: [valueIn(planned, pair[0]), valueIn(planned, pair[1])] }));
  const [one, other] = pair.map((id) => (id === 'price' || id === 'load' || id === 'end' ? -1 : 1)) as [number, number];
  const isBetter = (a: FrontPoint, b: FrontPoint) =>
    one * a.values[0] >= one * b.values[0] && other * a.values[1] >= other * b.values[1] && a.values.join() !== b.values.join();
  const seen = new Set<string>();
  return points
    .filter((point) => !points.some((rival) => isBetter(rival, point)))
    .filter((point) => !seen.has(point.values.join()) && seen.add(point.values.join()))
    .sort((a, b) => one * (a.values[0] - b.values[0]));
}

function valueIn({ check }: Planned, id: ObjectiveKind): number {
  return check.objectives.find((objective) => objective.id === id)?.value ?? Number.NaN;
}

/** The whole front at once; the budget is that of each plan. */
export function planFront(exercise: Exercise, pair: Pair, points: number, options: PlanOptions): readonly FrontPoint[] {
  const found: Planned[] = [];
  for (;;) {
    const guidance = nextOfFront(exercise, pair, points, found);
    if (guidance === undefined) return frontOf(pair, found);
    found.push(planExercise(exercise, { ...options, guidance }));
  }
}
