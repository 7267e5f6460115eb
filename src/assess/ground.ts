/** What the document alone says of coverage and pairs, worked out once for all assessments of it: a dry run makes a thousand. */
import { ancestorsOfTask, type Exercise, leafTasks, leafUnits } from '../exercise/index.ts';

export type Ground = {
  readonly exercise: Exercise;
  /** serial → its tasks and all tasks above them. */
  readonly trained: ReadonlyMap<string, ReadonlySet<string>>;
  readonly partyOfUnit: ReadonlyMap<string, string>;
  readonly leafTasks: readonly string[];
  /** Leaf units of participating parties, by number, and whose they are. */
  readonly unitNumbers: ReadonlyMap<string, number>;
  /** Cross-party pairs of leaf units that there could be. */
  readonly possiblePairs: number;
  /** Phases in the order in which they come. */
  readonly phases: readonly string[];
};

const grounds = new WeakMap<Exercise, Ground>();

export function groundOf(exercise: Exercise): Ground {
  const known = grounds.get(exercise);
  if (known !== undefined) return known;
  const participating = new Set<string>(exercise.setting.participating);
  const leaves = leafUnits(exercise).filter(({ party }) => participating.has(party));
  const ofParty = new Map<string, number>();
  for (const { party } of leaves) ofParty.set(party, (ofParty.get(party) ?? 0) + 1);
  const ground: Ground = {
    exercise,
    trained: new Map(exercise.serials.list.map(({ id, tasks }) => [id, new Set(tasks.flatMap((task) => ancestorsOfTask(exercise, task)))])),
    partyOfUnit: new Map(exercise.units.list.map(({ id, party }) => [id, party])),
    leafTasks: leafTasks(exercise).map(({ id }) => id),
    unitNumbers: new Map(leaves.map(({ id }, index) => [id, index])),
    possiblePairs: crossPairs([...ofParty.values()]),
    phases: exercise.phases.list.toSorted((a, b) => a.order - b.order || a.from.at - b.from.at).map(({ id }) => id),
  };
  grounds.set(exercise, ground);
  return ground;
}

/** How many pairs there are between groups of these sizes. */
export function crossPairs(sizes: readonly number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.reduce((pairs, size) => pairs - (size * (size - 1)) / 2, (all * (all - 1)) / 2);
}

/** The phase of a serial: the one it states, else the one in which it is booked to start. */
export function phaseOfSerial(exercise: Exercise, serial: string, start: number | null): string | null {
  const stated = exercise.serials.byId.get(serial)?.phase;
  if (stated !== undefined) return stated;
  if (start === null) return null;
  return exercise.phases.list.find(({ from, to }) => from.at <= start && start < to.at)?.id ?? null;
}
