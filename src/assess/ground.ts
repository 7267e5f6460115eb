/** What the document alone says of coverage and pairs, worked out once for all assessments of it: a dry run makes a thousand. */
import {
  ancestorsOfTask,
  type Exercise,
  leafTasks,
  leafUnits,
  type Requirement,
  type Serial,
  type SerialMinutes,
  serialMinutes,
} from '../exercise/index.ts';

export type Ground = {
  readonly exercise: Exercise;
  /** Each requirement with the serials that train its task or one below it, in its phase where it states one. */
  readonly asked: readonly { readonly requirement: Requirement; readonly serials: readonly Timed[] }[];
  /** The parties of a team, and its pairs of leaf units of different parties, each pair as one number. */
  readonly partiesOf: (team: readonly string[]) => ReadonlySet<string>;
  readonly pairsOf: (team: readonly string[]) => readonly number[];
  readonly leafTasks: readonly string[];
  /** Cross-party pairs of leaf units that there could be. */
  readonly possiblePairs: number;
  /** Phases in the order in which they come. */
  readonly phases: readonly string[];
  /** The languages of a party and of its posts; undefined where the document has no such party. */
  readonly spokenBy: (party: string) => ReadonlySet<string> | undefined;
  /** Party × leaf task, with how many serials the requirements ask for, and those that train it. */
  readonly cells: readonly { readonly party: string; readonly task: string; readonly needed: number; readonly serials: readonly Timed[] }[];
};

/** A serial and how long its parts take. */
export type Timed = { readonly id: string; readonly serial: Serial; readonly minutes: SerialMinutes };

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
  const training = trainingOf(exercise);
  const units = exercise.units.byId;
  const numbers = new Map<string, number>(leaves.map(({ id }, index) => [id, index]));
  const ground: Ground = {
    exercise,
    asked: exercise.requirements.list.map((requirement) => ({
      requirement,
      serials: training(requirement.task).filter(({ serial }) => requirement.phase === undefined || serial.phase === requirement.phase),
    })),
    partiesOf: rememberedByTeam((team) => new Set<string>(team.flatMap((unit) => units.get(unit)?.party ?? []))),
    pairsOf: rememberedByTeam((team) => crossPartyPairs(exercise, numbers, team)),
    leafTasks: leafTasks(exercise).map(({ id }) => id),
    possiblePairs: crossPairs([...ofParty.values()]),
    phases: exercise.phases.list.toSorted((a, b) => a.order - b.order || a.from.at - b.from.at).map(({ id }) => id),
    spokenBy: (party) => spoken.get(party),
    cells: exercise.setting.participating.flatMap((party) =>
      leafTasks(exercise).map(({ id: task }) => ({
        party,
        task,
        needed: neededBy(exercise.requirements.list, party, task),
        serials: training(task),
      })),
    ),
  };
  grounds.set(exercise, ground);
  return ground;
}

/** The serials that train a task or one below it, in the document's order. */
function trainingOf(exercise: Exercise): (task: string) => readonly Timed[] {
  const serials = new Map<string, Timed[]>();
  for (const serial of exercise.serials.list) {
    const timed = { id: serial.id, serial, minutes: serialMinutes(serial) };
    for (const task of new Set(serial.tasks.flatMap((one) => ancestorsOfTask(exercise, one)))) {
      const list = serials.get(task);
      if (list === undefined) serials.set(task, [timed]);
      else list.push(timed);
    }
  }
  return (task) => serials.get(task) ?? [];
}

/** By the array itself, which a log's events share with the plan or hold for themselves; nobody writes to it. */
function rememberedByTeam<T>(of: (team: readonly string[]) => T): (team: readonly string[]) => T {
  const known = new WeakMap<readonly string[], { readonly made: T }>();
  return (team) => {
    let found = known.get(team);
    if (found === undefined) {
      found = { made: of(team) };
      known.set(team, found);
    }
    return found.made;
  };
}

function crossPartyPairs({ units }: Exercise, numbers: ReadonlyMap<string, number>, team: readonly string[]): readonly number[] {
  const members = [...new Set(team)].flatMap((unit) => {
    const number = numbers.get(unit);
    return number === undefined ? [] : [{ number, party: units.byId.get(unit)?.party }];
  });
  return members.flatMap((one, index) =>
    members
      .slice(index + 1)
      .filter(({ party }) => party !== one.party)
      .map(({ number }) => Math.min(one.number, number) * numbers.size + Math.max(one.number, number)),
  );
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
