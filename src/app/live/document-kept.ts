// Keeps the document of a running exercise without fault: what a decision would make of it is read anew before anything is stored.
import {
  type Command,
  type Decision,
  type Fact,
  fact,
  type HomeConduct,
  happenedWithout,
  refused,
  systemAuthor,
} from '../../conduct/index.ts';
import { classFactsOf, type Exercise, fileClasses, isReadFirst } from '../../exercise/index.ts';
import { isProblem, Malformed, type Problem, problem } from '../../kernel/index.ts';
import type { ClassKey } from '../../release/index.ts';
import { documentFrom, parsedFile } from '../document.ts';
import { documentTypes, filesAfter, type HeldFile, sourcesOf } from '../held-files.ts';

export type HeldFiles = ReadonlyMap<string, HeldFile>;

/** A decision, and the document that it leads to where that is another. */
export type Kept = { readonly decision: Decision; readonly next?: { readonly files: HeldFiles; readonly exercise: Exercise } };

/** What must stay as it was once there is a log: it names the log, and says whether the people in it are simulated. */
const fixed = ['code', 'simulated'] as const;

/** The decision as it may be stored: refused where the document would have faults, be of other classes, or lack what has happened. */
export function withDocumentKept(command: Command, decision: Decision, held: HeldFiles, conduct: HomeConduct): Kept {
  const facts = decision.change.filter(({ event }) => documentTypes.has(event.type));
  if (decision.outcome.kind === 'refused' || facts.length === 0) return { decision };
  const files = afterEdits(facts, held);
  if (isProblem(files)) return { decision: refusedWith(files) };
  const rest = decision.change.filter((one) => !facts.includes(one));
  if (rest.length === 0 && isSame(files, held)) return { decision: { ...decision, change: [] } };
  const { exercise, faults } = documentFrom(sourcesOf(files));
  if (exercise === undefined || faults.length > 0) return { decision: faulty(command, faults, files, conduct) };
  const others = ofOtherClass(files);
  if (others.length > 0)
    return { decision: told(command, problem('conduct.classesDiffer', { files: others.map(({ path }) => path) }), others, conduct) };
  const before = held.size === 0 ? undefined : conduct.exercise.setting;
  const changed = fixed.filter((field) => before !== undefined && before[field] !== exercise.setting[field]);
  if (changed.length > 0) return { decision: refusedWith(problem('conduct.fixedOnceBegun', { fields: changed })) };
  const gone = happenedWithout(conduct, exercise);
  if (gone.length > 0) {
    const streams = gone.map(({ stream }) => ({ stream }));
    return { decision: told(command, problem('conduct.happenedIsGone', { items: gone.map(({ id }) => id) }), streams, conduct) };
  }
  return { decision, next: { files, exercise } };
}

/** The files after the facts of a decision; a problem where an edit leads through what holds nothing. */
function afterEdits(facts: readonly Fact[], held: HeldFiles): HeldFiles | Problem {
  try {
    return filesAfter(facts, held);
  } catch (error) {
    if (error instanceof Malformed && error.problems[0] !== undefined) return error.problems[0];
    throw error;
  }
}

function isSame(one: HeldFiles, other: HeldFiles): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([path, { text, stream }]) => other.get(path)?.text === text && other.get(path)?.stream === stream);
}

/** The files that stand in a stream which is not that of their class. */
function ofOtherClass(files: HeldFiles): readonly HeldFile[] {
  const parsed = sourcesOf(files).map(parsedFile);
  const { facts } = classFactsOf(parsed.filter(({ path }) => isReadFirst(path)));
  if (facts === undefined) return [...files.values()];
  const { classes } = fileClasses(parsed, facts);
  return [...files.values()].filter(({ path, stream }) => classes.get(path) !== stream);
}

const refusedWith = (found: Problem): Decision => ({ outcome: { kind: 'refused', problem: found }, change: [] });

/**
 * The refusal by the faults of what the author reads, which are found in that alone: a part of an item that another party has would change them. Those
 * in files of others are told to who reads these.
 */
function faulty(command: Command, faults: readonly Problem[], files: HeldFiles, conduct: HomeConduct): Decision {
  const streamOf = ({ at }: Problem) => files.get(at?.file ?? '')?.stream as ClassKey | undefined;
  const isReadable = (stream: ClassKey | undefined) => reads(command, stream, conduct);
  const readable = new Map([...files].filter(([, { stream }]) => isReadable(stream as ClassKey)));
  const own = readable.size === files.size ? faults : documentFrom(sourcesOf(readable)).faults;
  const [first] = own;
  const hidden = new Map(faults.filter((fault) => !isReadable(streamOf(fault))).map((fault) => [streamOf(fault), fault]));
  const change = [...hidden].flatMap(([stream, fault]) => (stream === undefined ? [] : [reason(command, stream, fault)]));
  if (first === undefined) return { ...refused('notNow'), change };
  const values = { n: own.length, file: first.at?.file ?? '', line: first.at?.line ?? 1 };
  return { ...refusedWith(problem('conduct.documentHasFaults', values, { key: first.key, values: first.values })), change };
}

/** A refusal that tells of streams: "not now" for whoever may not read them all. */
function told(command: Command, found: Problem, of: readonly { readonly stream: string }[], conduct: HomeConduct): Decision {
  const streams = [...new Set(of.map(({ stream }) => stream as ClassKey))];
  if (streams.every((stream) => reads(command, stream, conduct))) return refusedWith(found);
  const home = [conduct.routes.excon, ...streams].find((one) => streams.every((stream) => conduct.routes.covers(one, stream)));
  return { ...refused('notNow'), change: home === undefined ? [] : [reason(command, home, found)] };
}

function reads(command: Command, stream: ClassKey | undefined, { routes }: HomeConduct): boolean {
  return command.by === systemAuthor || stream === undefined || routes.reads(command.by, stream);
}

function reason(command: Command, stream: ClassKey, { key, values }: Problem): Fact {
  return fact(stream, {
    type: 'CommandRefused',
    payload: { command: command.id, type: command.type, reason: { key, values: { ...values } } as never },
  });
}
