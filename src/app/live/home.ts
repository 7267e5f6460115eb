// The home origin of a running exercise: holds the lease, folds the log, decides one command after the other, and tells nobody before the commit.
import { hostname } from 'node:os';
import {
  bodyDigest,
  type Command,
  type Conduct,
  decide,
  evolve,
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
  upgrade,
} from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import { isProblem, type MicroInstant, type Problem, Refused } from '../../kernel/index.ts';
import { type Lease, nodeHashText, type Store } from '../../store/index.ts';

/** An order before the origin has given it its time. */
export type Given = Omit<Command, 'at'>;

/** A stored event, as bytes and as what a fold takes. */
export type Told = { readonly sealed: Sealed; readonly logged: LoggedEvent };

export type Home = {
  readonly conduct: HomeConduct;
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
): Promise<Home> {
  let lease = await leaseOf(store, holder, now());
  const conduct: Conduct = noConduct(exercise);
  const events: Told[] = [...past];
  for (const { logged } of events) evolve(conduct, logged);
  const listeners = new Set<(events: readonly Told[]) => void>();
  let clock = (await store.heads()).clock;
  let last: Promise<unknown> = Promise.resolve();

  const keepLease = async (): Promise<void> => {
    if (now() > lease.until - leaseMicros / 2) lease = sound(await store.renewLease(lease, { now: now(), forMicros: leaseMicros }));
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  // Also while nobody orders anything the lease is ours. Where it is lost, the next order says so.
  const keeping = setInterval(() => void inTurn(keepLease).catch(() => undefined), leaseMicros / 4000);
  keeping.unref();

  const decideAndStore = async (given: Given, at: MicroInstant): Promise<Outcome> => {
    const mark = { id: given.id, bodyDigest: bodyDigest({ type: given.type, by: given.by, order: given.order }, nodeHashText) };
    const stored = await store.outcomeOf(given.id);
    if (stored !== undefined) return repeatedOutcome(stored, mark);
    await keepLease();
    const time = nextTime(clock, at);
    const command = { ...given, at: time } as Command;
    const { outcome, change } = decide(command, conduct);
    const appended = await store.append(lease, { ...stampOf(command, conduct), time, command: mark, outcome, change });
    if (appended.kind === 'refused') throw new Refused(appended.problem);
    if (appended.kind === 'repeated') return appended.outcome;
    clock = time;
    const told = appended.events.map((sealed): Told => ({ sealed, logged: upgrade(opened(sealed)) }));
    for (const { logged } of told) evolve(conduct, logged);
    events.push(...told);
    if (told.length > 0) for (const listener of listeners) listener(told);
    return appended.outcome;
  };

  return {
    conduct,
    clock: () => clock,
    give: (given, at) => inTurn(() => decideAndStore(given, at)),
    outcomeOf: (commandId) => store.outcomeOf(commandId),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    past: () => events,
    async close() {
      clearInterval(keeping);
      await last;
      try {
        await store.releaseLease(lease);
      } finally {
        await store.close();
      }
    },
  };
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
