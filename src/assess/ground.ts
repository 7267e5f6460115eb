/** What the document alone says of coverage and pairs, worked out once for all assessments of it: a dry run makes a thousand. */
import { ancestorsOfTask, type Exercise, leafTasks, leafUnits, type Requirement } from '../exercise/index.ts';

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
  /** The languages of a party and of its posts; undefined where the document has no such party. */
  readonly spokenBy: (party: string) => ReadonlySet<string> | undefined;
  /** Party × leaf task, with how many serials the requirements ask for. */
  readonly cells: readonly { readonly party: string; readonly task: string; readonly needed: number }[];
};

const grounds = new WeakMap<Exercise, Ground>();

export function groundOf(exercise: Exercise): Ground {
  const known = grounds.get(exercise);
  if (known !== undefined) return known;
  const participating = new Set<string>(exercise.setting.participating);
  const leaves = leafUnits(exercise).filter(({ party }) => participating.has(party));
  const ofParty = new Map<string, number>();
  for (const { party } of leaves) ofParty.set(party, (ofParty.get(party) ?? 0) + 1);
  const spoken = new Map<string, Set<string>>(exercise.parties.list.map(({ id, languages }) => [id, new Set(languages)]));
  for (const { party, languages } of exercise.posts.list)
    for (const language of languages) if (party !== undefined) spoken.get(party)?.add(language);
  const ground: Ground = {
    exercise,
    trained: new Map(exercise.serials.list.map(({ id, tasks }) => [id, new Set(tasks.flatMap((task) => ancestorsOfTask(exercise, task)))])),
    partyOfUnit: new Map(exercise.units.list.map(({ id, party }) => [id, party])),
    leafTasks: leafTasks(exercise).map(({ id }) => id),
    unitNumbers: new Map(leaves.map(({ id }, index) => [id, index])),
    possiblePairs: crossPairs([...ofParty.values()]),
    phases: exercise.phases.list.toSorted((a, b) => a.order - b.order || a.from.at - b.from.at).map(({ id }) => id),
    spokenBy: (party) => spoken.get(party),
    cells: exercise.setting.participating.flatMap((party) =>
      leafTasks(exercise).map(({ id: task }) => ({ party, task, needed: neededBy(exercise.requirements.list, party, task) })),
    ),
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

/** One serial may meet several requirements of a task; only different lights or phases exclude each other. */
function neededBy(requirements: readonly Requirement[], party: string, task: string): number {
  const most = new Map<string, number>();
  for (const one of requirements) {
    if (one.party !== party || one.task !== task) continue;
    const condition = `${one.light ?? ''} ${one.phase ?? ''}`;
    most.set(condition, Math.max(most.get(condition) ?? 0, one.times));
  }
  const unconditional = most.get(' ') ?? 0;
  most.delete(' ');
  return Math.max(
    unconditional,
    [...most.values()].reduce((sum, times) => sum + times, 0),
  );
}
