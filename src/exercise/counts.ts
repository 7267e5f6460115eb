/** How much there is of everything, as `check` prints it. */
import type { Exercise } from './exercise.ts';
import { type CollectionName, collectionNames } from './nouns/collections.ts';
import { leafTasks } from './tasks.ts';
import { leafUnits } from './units.ts';

export type Counts = Readonly<Record<CollectionName, number>>;

/** Items by collection; units and tasks count their leaves, serials are those of every kind. */
export function countsOf(exercise: Exercise): Counts {
  const counts = Object.fromEntries(collectionNames.map((name) => [name, exercise[name].list.length])) as Record<CollectionName, number>;
  return { ...counts, units: leafUnits(exercise).length, tasks: leafTasks(exercise).length };
}
