// The store in memory: for dry runs that keep their logs, for tests, and as the plainest reading of what a store is.
import type { EventId, Head, Sealed, StoredOutcome } from '../../conduct/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { ErasableRecord, Snapshot, Store, StoreOptions } from '../index.ts';
import type { LeaseState } from '../lease.ts';
import type { Shelf } from '../shelf.ts';
import { storeOn } from '../shelf-store.ts';

/** What outlives a memory store that is closed, as a file would. */
export type MemoryDisk = {
  readonly streams: Map<string, { head: Head; readonly events: Sealed[] }>;
  readonly outcomes: Map<string, StoredOutcome>;
  readonly records: Map<string, ErasableRecord>;
  readonly snapshots: Map<string, Snapshot>;
  lease: LeaseState | undefined;
  clock: MicroInstant | null;
};

export function memoryDisk(): MemoryDisk {
  return { streams: new Map(), outcomes: new Map(), records: new Map(), snapshots: new Map(), lease: undefined, clock: null };
}

/** Opens a store in memory; with a disk, what it held before. */
export function openMemoryStore(options: StoreOptions, disk: MemoryDisk = memoryDisk()): Store {
  return storeOn(shelfOn(disk), options);
}

function shelfOn(disk: MemoryDisk): Shelf {
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
    clock: () => disk.clock,
    putClock(clock) {
      const before = disk.clock;
      undo.push(() => {
        disk.clock = before;
      });
      disk.clock = clock;
    },
    heads: () => [...disk.streams.values()].map(({ head }) => head).filter(({ length }) => length > 0),
    putHead(head) {
      const kept = streamOf(head);
      if (kept === undefined) return;
      const before = kept.head;
      undo.push(() => {
        kept.head = before;
      });
      kept.head = head;
    },
    putEvent(event) {
      const { stream, origin } = event;
      let kept = streamOf(event);
      if (kept === undefined) {
        kept = { head: { stream, origin, length: 0, head: '' }, events: [] };
        put(disk.streams, `${stream}\u0000${origin}`, kept);
      }
      const { events } = kept;
      undo.push(() => events.pop());
      events.push(event);
    },
    event: (id) => streamOf(id)?.events[id.sequence - 1],
    page: (stream, after, upTo, most) => streamOf(stream)?.events.slice(after, Math.min(upTo, after + most)) ?? [],
    erasePayload(id) {
      const kept = streamOf(id);
      const before = kept?.events[id.sequence - 1];
      if (kept === undefined || before === undefined) return;
      undo.push(() => {
        kept.events[id.sequence - 1] = before;
      });
      kept.events[id.sequence - 1] = { ...before, salt: null, payload: null };
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
