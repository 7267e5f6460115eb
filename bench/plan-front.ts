// The front over two objectives: how many points of at least five, each a checked plan none of which is better in both than another, and
// what it took in seconds of processor time in one thread, with the budget that `entente plan --front` has.
import type { Exercise, ObjectiveKind } from '../src/exercise/index.ts';
import { defaultIterations, defaultLanes, isAdoptable, type Plan, planFront } from '../src/plan/index.ts';
import type { Measured } from './plan-measures.ts';
import { cpuSeconds, median } from './plan-run.ts';

/** As many as `entente plan --front` asks for. */
const wanted = 5;

const isLess = (id: ObjectiveKind): boolean => id === 'price' || id === 'load' || id === 'end';

const isAtBound = ({ objectives }: Plan, kind: ObjectiveKind): boolean =>
  objectives.some(({ id, value, bound }) => id === kind && bound === value);

export function measureFronts(
  exercises: readonly (readonly [string, Exercise])[],
  pair: readonly [ObjectiveKind, ObjectiveKind],
): Measured {
  const rows = exercises.map(([name, exercise]) => {
    const began = cpuSeconds();
    const front = planFront(exercise, pair, wanted, { seed: '1', iterations: defaultIterations, lanes: defaultLanes });
    const seconds = Math.round(100 * (cpuSeconds() - began)) / 100;
    const isBetter = (one: readonly number[], other: readonly number[]) =>
      pair.every((id, at) => (isLess(id) ? -1 : 1) * ((one[at] ?? 0) - (other[at] ?? 0)) >= 0) && one.join() !== other.join();
    return {
      exercise: name,
      points: front.length,
      'one is best in both': front.some(({ planned }) => pair.every((id) => isAtBound(planned.plan, id))) ? 1 : 0,
      'not adoptable': front.filter(({ planned }) => !isAdoptable(planned.check)).length,
      dominated: front.filter(({ values }) => front.some((other) => isBetter(other.values, values))).length,
      seconds,
      values: front.map(({ values }) => values.map((value) => Math.round(100 * value) / 100).join('/')).join(' '),
    };
  });
  return {
    rows,
    summary: [
      {
        exercises: rows.length,
        [`with ${wanted} points`]: rows.filter(({ points }) => points >= wanted).length,
        'with one, best in both': rows.filter((row) => row['one is best in both'] === 1).length,
        'median points': median(rows.map(({ points }) => points)),
        'not adoptable': rows.reduce((sum, row) => sum + row['not adoptable'], 0),
        dominated: rows.reduce((sum, { dominated }) => sum + dominated, 0),
        'median seconds': median(rows.map(({ seconds }) => seconds)),
        'most seconds': Math.max(...rows.map(({ seconds }) => seconds)),
      },
    ],
  };
}
