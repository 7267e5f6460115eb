// The home origin of a running exercise: holds the lease, folds the log, decides one command after the other, and tells nobody before the commit.
import { hostname } from 'node:os';
import {
  bodyDigest,
  type Command,
  type Conduct,
  compareOrder,
  decide,
  type EventId,
  erasedBy,
  evolve,
  fold,
  type HomeConduct,
  type LoggedEvent,
  nextTime,
  noConduct,
  type Outcome,
  opened,
  repeatedOutcome,
  type Sealed,
  type StoredOutcome,
  stampOf,
  systemAuthor,
  upgrade,
} from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import { isProblem, type MicroInstant, type Problem, Refused } from '../../kernel/index.ts';
import { type Imported, type Lease, nodeHashText, type Store } from '../../store/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import { documentTypes, filesAfter, sourcesOf } from '../held-files.ts';
import { type HeldFiles, withDocumentKept } from './document-kept.ts';
import { tracesOf } from './person-traces.ts';
import { turns } from './turns.ts';

/** An order before the origin has given it its time. */
export type Given = Omit<Command, 'at'>;

/** A stored event, as bytes and as what a fold takes. */
export type Told = { readonly sealed: Sealed; readonly logged: LoggedEvent };

export type Home = {
  /** The state now. A new one takes its place when the document changes or a payload is erased. */
  readonly conduct: HomeConduct;
  /** The document's files as the log holds them now: the same list as long as they are the same. */
  readonly files: () => readonly SourceFile[];
  /** The time of the last change; null before the first. */
  readonly clock: () => MicroInstant | null;
  /** Decides and stores; what it returns is durable. The same command again gets the same outcome. `at` is the origin's time for it. */
  readonly give: (given: Given, at: MicroInstant) => Promise<Outcome>;
  /** What came of a command, and when; undefined when it was never given. */
  readonly outcomeOf: (commandId: string) => Promise<StoredOutcome | undefined>;
  /** Hears of every change after its commit, in order. */
  readonly listen: (listener: (events: readonly Told[]) => void) => () => void;
  /** Everything stored so far, in total order. */
  readonly past: () => readonly Told[];
  /** Takes in events of other origins. Where they lie further ahead than the clock may follow, that is recorded. */
  readonly takeIn: (events: readonly Sealed[]) => Promise<Imported>;
  readonly close: () => Promise<void>;
};

const leaseMicros = 30_000_000;

/** Reads the log's events as a fold takes them. */
export async function pastOf(store: Store): Promise<Told[]> {
  const past: Told[] = [];
  for await (const sealed of store.read()) past.push({ sealed, logged: upgrade(opened(sealed)) });
  return past;
}

/** Opens the home origin over a store. Throws `Refused` where another process decides. */
export async function openHome(
  store: Store,
  exercise: Exercise,
  past: readonly Told[],
  holder: string,
  now: () => MicroInstant,
  /** Hears what the operator must know: an erased payload whose bytes could not yet be wiped from the files. */
  tell: (found: Problem) => void = () => {},
): Promise<Home> {
  let lease = await leaseOf(store, holder, now());
  // One list for good: whoever is being told of the past goes on in it.
  const events: Told[] = [...past];
  let held: HeldFiles = filesAfter(events.map(({ logged }) => logged));
  let conduct: Conduct = folded(exercise, events);
  const listeners = new Set<(events: readonly Told[]) => void>();
  let clock = (await store.heads()).clock;
  const queue = turns();

  const sources = new WeakMap<HeldFiles, readonly SourceFile[]>();
  const filesNow = (): readonly SourceFile[] => {
    const found = sources.get(held) ?? sourcesOf(held);
    sources.set(held, found);
    return found;
  };

  const keepLease = async (): Promise<void> => {
    if (now() > lease.until - leaseMicros / 2) lease = sound(await store.renewLease(lease, { now: now(), forMicros: leaseMicros }));
  };
  // Also while nobody orders anything the lease is ours. Where it is lost, the next order says so.
  const keeping = setInterval(() => void queue.take(keepLease).catch(() => undefined), leaseMicros / 4000);
  keeping.unref();

  const decideAndStore = async (given: Given, at: MicroInstant): Promise<Outcome> => {
    const mark = { id: given.id, bodyDigest: bodyDigest({ type: given.type, by: given.by, order: given.order }, nodeHashText) };
    const stored = await store.outcomeOf(given.id);
    if (stored !== undefined) {
      const outcome = repeatedOutcome(stored, mark);
      // A real emergency is never refused, not even for an identifier that was used before.
      if (outcome.kind === 'accepted' || !isUrgent(given) || stored.bodyDigest === mark.bodyDigest) return outcome;
      return decideAndStore({ ...given, id: `${given.id}/${mark.bodyDigest.slice(0, 12)}` }, at);
    }
    await keepLease();
    const time = nextTime(clock, at);
    const command = completed({ ...given, at: time } as Command);
    const { decision, next } = withDocumentKept(command, decide(command, conduct), held, conduct);
    const { outcome, change } = decision;
    const appended = await store.append(lease, { ...stampOf(command, conduct), time, command: mark, outcome, change });
    if (appended.kind === 'refused') throw new Refused(appended.problem);
    if (appended.kind === 'repeated') return appended.outcome;
    if (appended.residue !== undefined) tell(appended.residue);
    clock = time;
    const told = appended.events.map((sealed): Told => ({ sealed, logged: upgrade(opened(sealed)) }));
    const erased = erasuresOf(told);
    if (erased.size > 0)
      for (const [index, one] of events.entries()) if (erased.has(nameOf(one.sealed))) events[index] = withoutPayload(one);
    const isInOrder = follows(told, events.at(-1));
    events.push(...told);
    // Events of another origin may lie ahead of our clock; order is what the fold stands on.
    if (!isInOrder) events.sort((a, b) => compareOrder(a.sealed, b.sealed));
    if (next !== undefined) held = next.files;
    if (next !== undefined || erased.size > 0 || !isInOrder) conduct = folded(next?.exercise ?? conduct.exercise, events);
    else for (const { logged } of told) evolve(conduct, logged);
    if (told.length > 0) for (const listener of listeners) listener(told);
    return appended.outcome;
  };

  const completed = (command: Command): Command => {
    if (command.type !== 'ErasePerson') return command;
    const past = events.map(({ logged }) => logged);
    return { ...command, order: { ...command.order, ...tracesOf(command.order.person, past, held) } };
  };

  const takeIn = async (sealed: readonly Sealed[]): Promise<Imported> => {
    await keepLease();
    const imported = await store.importEvents(lease, sealed, now());
    if (imported.kind === 'refused') return imported;
    if (imported.residue !== undefined) tell(imported.residue);
    clock = (await store.heads()).clock;
    const before = new Set(events.map((one) => nameOf(one.sealed)));
    const isNew = (one: Sealed): boolean => !before.has(nameOf(one));
    const coming = new Map(sealed.filter(isNew).map((one) => [nameOf(one), one]));
    let told = [...coming.values()].map((one): Told => ({ sealed: one, logged: upgrade(opened(one)) }));
    const erases = erasuresOf(told).size > 0;
    // An order to erase takes away what is held here, or came with it.
    const past = erases ? await pastOf(store) : [...events, ...told].sort((a, b) => compareOrder(a.sealed, b.sealed));
    if (erases) told = past.filter((one) => isNew(one.sealed));
    // In one step: nobody may be told of half a past.
    events.length = 0;
    for (const one of past) events.push(one);
    const changesDocument = erases || told.some(({ logged }) => documentTypes.has(logged.event.type));
    if (changesDocument) held = filesAfter(events.map(({ logged }) => logged));
    conduct = folded((changesDocument ? documentFrom(sourcesOf(held)).exercise : undefined) ?? conduct.exercise, events);
    if (told.length > 0) for (const listener of listeners) listener(told);
    const last = sealed.reduce<Sealed | undefined>(
      (latest, one) => (latest === undefined || one.time > latest.time ? one : latest),
      undefined,
    );
    if (imported.beyondMicros > 0 && last !== undefined) {
      const order = { origin: last.origin, asked: last.time, given: last.time - imported.beyondMicros };
      await decideAndStore({ id: `import/${last.hash}`, type: 'RecordClockLimit', by: systemAuthor, order }, now());
    }
    return imported;
  };

  return {
    get conduct() {
      return conduct;
    },
    files: () => filesNow(),
    clock: () => clock,
    give: (given, at) => queue.take(() => decideAndStore(given, at), isUrgent(given)),
    outcomeOf: (commandId) => store.outcomeOf(commandId),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    past: () => events,
    takeIn: (sealed) => queue.take(() => takeIn(sealed)),
    async close() {
      clearInterval(keeping);
      await queue.idle();
      try {
        await store.releaseLease(lease);
      } finally {
        await store.close();
      }
    },
  };
}

function folded(exercise: Exercise, events: readonly Told[]): Conduct {
  return fold(
    noConduct(exercise),
    events.map(({ logged }) => logged),
  );
}

function follows([first]: readonly Told[], last: Told | undefined): boolean {
  return first === undefined || last === undefined || compareOrder(last.sealed, first.sealed) < 0;
}

/** A real emergency and a STOP overtake whatever waits. */
const isUrgent = ({ type }: Given): boolean => type === 'RaiseNoDuff' || type === 'CallStop';

const nameOf = ({ stream, origin, sequence }: EventId): string => `${origin}\n${stream}\n${sequence}`;

/** The events whose payloads some events order to be erased; the store has erased them with the same commit. */
function erasuresOf(told: readonly Told[]): ReadonlySet<string> {
  return new Set(told.flatMap(({ logged }) => erasedBy(logged.event) ?? []).map(nameOf));
}

function withoutPayload({ sealed, logged }: Told): Told {
  const { type, version } = logged.event;
  return { sealed: { ...sealed, salt: null, payload: null }, logged: { ...logged, event: { type, version, payload: null } } };
}

function sound(lease: Lease | Problem): Lease {
  if (isProblem(lease)) throw new Refused(lease);
  return lease;
}

/** The lease; at once from a process of this machine that was killed and left it behind. */
async function leaseOf(store: Store, holder: string, now: MicroInstant): Promise<Lease> {
  const request = { holder, now, forMicros: leaseMicros };
  const asked = await store.acquireLease(request);
  if (!isProblem(asked)) return asked;
  return sound(isOrphan(String(asked.values.holder), holder) ? await store.acquireLease({ ...request, evenIfHeld: true }) : asked);
}

/** This process as a holder: `host#process#began`. A container gives each of its processes the same number. */
export const ownHolder = (): string => `${hostname()}#${process.pid}#${Math.round(performance.timeOrigin).toString(36)}`;

function isOrphan(held: string, own: string): boolean {
  const [host, processId, began] = held.split('#');
  const [ownHost, ownProcessId, ownBegan] = own.split('#');
  if (host !== ownHost || processId === undefined) return false;
  return processId === ownProcessId ? began !== ownBegan : !isAlive(Number(processId));
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
