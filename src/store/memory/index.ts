// The store in memory: for dry runs that keep their logs, for tests, and as the plainest reading of what a store is.
import type { EventId, Head, Sealed, StoredOutcome } from '../../conduct/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { LeaseState } from '../lease.ts';
import type { Shelf } from '../shelf.ts';
import { storeOn } from '../shelf-store.ts';
import type { ErasableRecord, Snapshot, Store, StoreOptions } from '../store.ts';

/** What outlives a memory store that is closed, as a file would. */
export type MemoryDisk = {
  readonly streams: Map<string, Sealed[]>;
  readonly outcomes: Map<string, StoredOutcome>;
  readonly records: Map<string, ErasableRecord>;
  readonly snapshots: Map<string, Snapshot>;
  lease: LeaseState | undefined;
  /** What an import pushed the clock to. */
  clockFloor: MicroInstant | null;
};

export function memoryDisk(): MemoryDisk {
  return { streams: new Map(), outcomes: new Map(), records: new Map(), snapshots: new Map(), lease: undefined, clockFloor: null };
}

/** Opens a store in memory; with a disk, what it held before. */
export function openMemoryStore(options: StoreOptions, disk: MemoryDisk = memoryDisk()): Store {
  return storeOn(shelfOn(disk, options.origin), options);
}

function shelfOn(disk: MemoryDisk, ownOrigin: string): Shelf {
  // How to take back each write of the transaction at hand.
  let undo: (() => void)[] = [];
  const put = <K, V>(map: Map<K, V>, key: K, value: V) => {
    const before = map.get(key);
    undo.push(before === undefined ? () => map.delete(key) : () => map.set(key, before));
    map.set(key, value);
  };
  const streamOf = (id: Pick<EventId, 'stream' | 'origin'>) => disk.streams.get(`${id.stream}\u0000${id.origin}`);
  return {
    transact(work) {
      undo = [];
      try {
        return work();
      } catch (error) {
        for (const step of undo.toReversed()) step();
        throw error;
      }
    },
    lease: () => disk.lease,
    putLease(lease) {
      const before = disk.lease;
      undo.push(() => {
        disk.lease = before;
      });
      disk.lease = lease;
    },
    clock() {
      const ends = [...disk.streams.values()].map((events) => events.at(-1)).filter((end) => end?.origin === ownOrigin);
      return ends.reduce<MicroInstant | null>((latest, end) => laterOf(latest, end?.time ?? null), disk.clockFloor);
    },
    pushClock(clock) {
      const before = disk.clockFloor;
      undo.push(() => {
        disk.clockFloor = before;
      });
      disk.clockFloor = laterOf(before, clock);
    },
    heads: () => [...disk.streams.values()].flatMap(headOf),
    putEvent(event) {
      const events = streamOf(event) ?? [];
      if (events.length === 0) put(disk.streams, `${event.stream}\u0000${event.origin}`, events);
      undo.push(() => events.pop());
      events.push(event);
    },
    event: (id) => streamOf(id)?.[id.sequence - 1],
    page: (stream, after, upTo, most) => streamOf(stream)?.slice(after, Math.min(upTo, after + most)) ?? [],
    erasePayload(id) {
      const events = streamOf(id);
      const before = events?.[id.sequence - 1];
      if (events === undefined || before === undefined) return;
      undo.push(() => {
        events[id.sequence - 1] = before;
      });
      events[id.sequence - 1] = { ...before, salt: null, payload: null };
    },
    outcomeOf: (commandId) => disk.outcomes.get(commandId),
    putOutcome(outcome) {
      if (disk.outcomes.has(outcome.id)) return false;
      put(disk.outcomes, outcome.id, outcome);
      return true;
    },
    putRecord: (record) => put(disk.records, record.id, record),
    record: (id) => disk.records.get(id),
    records: () => [...disk.records.values()],
    putSnapshot: (name, snapshot) => put(disk.snapshots, name, snapshot),
    snapshot: (name) => disk.snapshots.get(name),
    dropSnapshots() {
      const before = [...disk.snapshots];
      undo.push(() => {
        for (const [name, snapshot] of before) disk.snapshots.set(name, snapshot);
      });
      disk.snapshots.clear();
    },
    wipe: () => undefined,
    close: () => undefined,
  };
}

function headOf(events: readonly Sealed[]): Head[] {
  const end = events.at(-1);
  return end === undefined ? [] : [{ stream: end.stream, origin: end.origin, length: end.sequence, head: end.hash }];
}

function laterOf(a: MicroInstant | null, b: MicroInstant | null): MicroInstant | null {
  return a === null || (b !== null && b > a) ? b : a;
}
