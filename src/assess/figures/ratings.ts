/**
 * Ratings rolled up: of a critical task the worst that an observation gave, of a task the worst of its critical tasks, for each party by itself.
 * Not observed is not rated. Parties' own scales stand beside the agreed one and are never converted.
 */
import type { Exercise } from '../../exercise/index.ts';
import type { CriticalTaskRating, Ratings, TaskRating } from '../assessment.ts';
import type { Observation } from '../gather/observations.ts';

type Answers = Pick<Observation, 'met' | 'improvement' | 'negativeImpact'>;

/**
 * The rating that the evaluator's answers come to (HSEEP 2020): objective not met, the worst; met with harm to other activities, risk or breach of
 * rules, the third; met with something to improve, the second; else the first. Null where the scale has not four ratings, or nothing was answered.
 *
 * @example ratingFrom({ met: true, improvement: true, negativeImpact: false }, ['P', 'S', 'M', 'U']) // 'S'
 */
export function ratingFrom({ met, improvement, negativeImpact }: Answers, scale: readonly string[]): string | null {
  if (met === undefined || scale.length !== 4) return null;
  if (!met) return scale[3] ?? null;
  if (negativeImpact === true) return scale[2] ?? null;
  return (improvement === true ? scale[1] : scale[0]) ?? null;
}

/** The worst of some ratings: on the agreed scale where any of them is on it, else on the party's own. */
export function worstOf(ratings: Iterable<string>, agreed: readonly string[], own: readonly string[] = []): string | null {
  const given = new Set(ratings);
  return agreed.findLast((rating) => given.has(rating)) ?? own.findLast((rating) => given.has(rating)) ?? null;
}

type Tally = { readonly counts: Map<string, number>; notRated: number };

export function ratingsOf(exercise: Exercise, observations: Iterable<Observation>): Ratings {
  const { ratingScale: scale, partyScales } = exercise.setting;
  const tallies = talliesOf(observations, scale);
  const parties = [...new Set([...exercise.setting.participating, ...[...tallies.keys()].map((key) => key.split('\n')[2] ?? '')])];
  const criticalTasks: CriticalTaskRating[] = [];
  const tasks: TaskRating[] = [];
  for (const { task, names, collected } of tasksWithCriticalTasks(exercise, tallies)) {
    for (const party of parties) {
      const own = Object.hasOwn(partyScales, party) ? (partyScales[party] ?? []) : [];
      const rated = names.map((criticalTask): CriticalTaskRating => {
        const tally = tallies.get(tallyKey(task, criticalTask, party));
        const ordered = [...(tally?.counts ?? [])].toSorted(([a], [b]) => place(a, scale, own) - place(b, scale, own) || (a < b ? -1 : 1));
        const rating = worstOf(tally?.counts.keys() ?? [], scale, own);
        return { task, criticalTask, party, counts: Object.fromEntries(ordered), notRated: tally?.notRated ?? 0, rating };
      });
      criticalTasks.push(...rated);
      const given = rated.flatMap(({ rating }) => (rating === null ? [] : [rating]));
      tasks.push({ task, party, rating: worstOf(given, scale, own), rated: given.length, collected });
    }
  }
  return { scale, criticalTasks, tasks };
}

const tallyKey = (task: string, criticalTask: string, party: string): string => `${task}\n${criticalTask}\n${party}`;

const place = (rating: string, scale: readonly string[], own: readonly string[]): number => {
  const at = scale.indexOf(rating);
  return at >= 0 ? at : scale.length + (own.includes(rating) ? own.indexOf(rating) : own.length);
};

function talliesOf(observations: Iterable<Observation>, scale: readonly string[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const observation of observations) {
    const key = tallyKey(observation.task, observation.criticalTask, observation.party);
    const tally = tallies.get(key) ?? { counts: new Map<string, number>(), notRated: 0 };
    tallies.set(key, tally);
    const rating = observation.rating ?? ratingFrom(observation, scale);
    if (rating === null) tally.notRated++;
    else tally.counts.set(rating, (tally.counts.get(rating) ?? 0) + 1);
  }
  return tallies;
}

/** Tasks of the document that have critical tasks, in its order; then what was observed and stands in no document this reader reads. */
function tasksWithCriticalTasks(exercise: Exercise, tallies: ReadonlyMap<string, Tally>) {
  const observed = new Map<string, Set<string>>();
  for (const key of tallies.keys()) {
    const [task = '', criticalTask = ''] = key.split('\n');
    observed.set(task, (observed.get(task) ?? new Set()).add(criticalTask));
  }
  const known = exercise.tasks.list.map(({ id, criticalTasks }) => {
    const names = new Set([...Object.keys(criticalTasks), ...[...(observed.get(id) ?? [])].toSorted()]);
    return { task: id as string, names: [...names], collected: Object.values(criticalTasks).filter(({ collected }) => collected).length };
  });
  const unknown = [...observed].filter(([task]) => !exercise.tasks.byId.has(task)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [...known, ...unknown.map(([task, names]) => ({ task, names: [...names].toSorted(), collected: 0 }))].filter(
    ({ names }) => names.length > 0,
  );
}
