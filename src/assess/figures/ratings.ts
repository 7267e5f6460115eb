/**
 * Ratings rolled up: of a critical task the worst that an observation gave, of a task the worst of its critical tasks, for each party by itself.
 * Not observed is not rated. What a party rates on a scale of its own stands beside and is never converted.
 */
import { derivedRating } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { CriticalTaskRating, OwnRating, Ratings, TaskRating } from '../assessment.ts';
import type { Observation } from '../gather/observations.ts';

/** The worst of some ratings on a scale that goes from best to worst; null where none of them is on it. */
export function worstOf(ratings: readonly string[], scale: readonly string[]): string | null {
  return scale.findLast((rating) => ratings.includes(rating)) ?? null;
}

/** The rating of an observation on the agreed scale: as given, else as it follows from the answers where the scale is HSEEP's. */
export function ratingOf(observation: Observation, scale: readonly string[]): string | null {
  if (observation.rating !== null) return observation.rating;
  const rating = observation.met === undefined ? undefined : derivedRating(observation);
  return rating !== undefined && scale.length === 4 && scale.includes(rating) ? rating : null;
}

/** The scale of a party's own; empty where it has none. */
export function ownScaleOf({ setting }: Exercise, party: string): readonly string[] {
  return Object.hasOwn(setting.partyScales, party) ? (setting.partyScales[party] ?? []) : [];
}

type Tally = { readonly counts: Map<string, number>; readonly own: Map<string, number>; notRated: number };
/** By task, critical task and party. */
type Tallies = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Tally>>>;

export function ratingsOf(exercise: Exercise, observations: Iterable<Observation>): Ratings {
  const { ratingScale: scale, participating } = exercise.setting;
  const tallies = talliesOf(observations, scale);
  const observed = [...tallies.values()].flatMap((ofTask) => [...ofTask.values()].flatMap((byParty) => [...byParty.keys()]));
  const parties = [...new Set<string>([...participating, ...[...new Set(observed)].toSorted()])];
  const criticalTasks: CriticalTaskRating[] = [];
  const tasks: TaskRating[] = [];
  for (const { task, names, collected } of tasksWithCriticalTasks(exercise, tallies)) {
    for (const party of parties) {
      const ownScale = ownScaleOf(exercise, party);
      const rows = names.map((criticalTask): CriticalTaskRating => {
        const tally = tallies.get(task)?.get(criticalTask)?.get(party);
        const counts = counted(tally?.counts, scale);
        const row = { task, criticalTask, party, counts, notRated: tally?.notRated ?? 0, rating: worstOf(Object.keys(counts), scale) };
        return ownScale.length === 0 ? row : { ...row, own: ownRating(counted(tally?.own, ownScale), ownScale) };
      });
      criticalTasks.push(...rows);
      const rated = rows.flatMap(({ rating }) => rating ?? []);
      const row = { task, party, rating: worstOf(rated, scale), rated: rated.length, collected };
      tasks.push(
        ownScale.length === 0
          ? row
          : {
              ...row,
              own: worstOf(
                rows.flatMap(({ own }) => own?.rating ?? []),
                ownScale,
              ),
            },
      );
    }
  }
  return { scale, criticalTasks, tasks };
}

const ownRating = (counts: OwnRating['counts'], scale: readonly string[]): OwnRating => ({
  counts,
  rating: worstOf(Object.keys(counts), scale),
});

/** How often each rating was given, in the order of the scale; what is not on it comes last. */
function counted(counts: ReadonlyMap<string, number> | undefined, scale: readonly string[]): Readonly<Record<string, number>> {
  if (counts === undefined) return {};
  const place = (rating: string): number => (scale.includes(rating) ? scale.indexOf(rating) : scale.length);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
}

function talliesOf(observations: Iterable<Observation>, scale: readonly string[]): Tallies {
  const tallies = new Map<string, Map<string, Map<string, Tally>>>();
  for (const observation of observations) {
    const byParty = within(within(tallies, observation.task), observation.criticalTask);
    let tally = byParty.get(observation.party);
    if (tally === undefined) {
      tally = { counts: new Map(), own: new Map(), notRated: 0 };
      byParty.set(observation.party, tally);
    }
    const rating = ratingOf(observation, scale);
    const { partyRating } = observation;
    if (rating === null) tally.notRated++;
    else tally.counts.set(rating, (tally.counts.get(rating) ?? 0) + 1);
    if (partyRating !== undefined) tally.own.set(partyRating, (tally.own.get(partyRating) ?? 0) + 1);
  }
  return tallies;
}

/** The table under a name, laid out on first use. */
function within<T>(tables: Map<string, Map<string, T>>, name: string): Map<string, T> {
  let table = tables.get(name);
  if (table === undefined) {
    table = new Map();
    tables.set(name, table);
  }
  return table;
}

/** Tasks of the document that have critical tasks, in its order; then what was observed and stands in no document this reader reads. */
function tasksWithCriticalTasks(exercise: Exercise, tallies: Tallies) {
  const known = exercise.tasks.list.map(({ id, criticalTasks }) => {
    const stated = Object.keys(criticalTasks);
    const further = [...(tallies.get(id)?.keys() ?? [])].filter((name) => !Object.hasOwn(criticalTasks, name)).toSorted();
    const collected = Object.values(criticalTasks).filter((one) => one.collected).length;
    return { task: id as string, names: [...stated, ...further], collected };
  });
  const unknown = [...tallies].filter(([task]) => !exercise.tasks.byId.has(task)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [...known, ...unknown.map(([task, names]) => ({ task, names: [...names.keys()].toSorted(), collected: 0 }))].filter(
    ({ names }) => names.length > 0,
  );
}
