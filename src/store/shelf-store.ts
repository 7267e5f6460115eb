// A store on a shelf: puts decisions that arrive together into one transaction (group commit) and acknowledges after its
// commit. One fsync then carries hundreds of decisions.
import type { Batch, EventShape, Sealed, StreamKey } from '../conduct/index.ts';
import { isProblem, type MicroInstant, type Problem, problem, Refused } from '../kernel/index.ts';
import { Appending, type Known } from './appending.ts';
import { importInto } from './importing.ts';
import { granted, isHeld, type Lease, type LeaseRequest, leaseLost, renewed } from './lease.ts';
import { readInOrder } from './reading.ts';
import type { Shelf } from './shelf.ts';
import type { Appended, ErasableRecord, ErasedRecord, Heads, Imported, ReadOptions, Snapshot, Store, StoreOptions } from './store.ts';

// A class and no literal, for the reason that `Done` in `appending.ts` gives.
class Waiting {
  readonly lease: Lease;
  readonly batch: Batch<EventShape>;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;

  constructor(lease: Lease, batch: Batch<EventShape>, resolve: (appended: Appended) => void, reject: (error: unknown) => void) {
    this.lease = lease;
    this.batch = batch;
    this.resolve = resolve;
    this.reject = reject;
  }
}

// Enough for one fsync to vanish beside the work, few enough that the first of a flood is not kept waiting.
const mostInGroup = 1024;

/** Makes a store of a shelf that is open for this exercise and origin. */
export function storeOn(shelf: Shelf, options: StoreOptions): Store {
  return new ShelfStore(shelf, options);
}

class ShelfStore implements Store {
  readonly exercise: string;
  readonly origin: string;
  readonly #shelf: Shelf;
  readonly #options: StoreOptions;
  #queue: Waiting[] = [];
  #isFlushDue = false;
  #isClosed = false;
  #known: Known | null = null;

  constructor(shelf: Shelf, options: StoreOptions) {
    this.#shelf = shelf;
    this.#options = options;
    this.exercise = options.exercise;
    this.origin = options.origin;
  }

  async acquireLease(request: LeaseRequest) {
    return this.#transact(() => this.#putLease(granted(this.#shelf.lease(), request)));
  }

  async renewLease(lease: Lease, { now, forMicros }: Pick<LeaseRequest, 'now' | 'forMicros'>) {
    return this.#transact(() => this.#putLease(renewed(this.#shelf.lease(), lease, now, forMicros)));
  }

  async releaseLease(lease: Lease): Promise<void> {
    this.#transact(() => {
      if (isHeld(this.#shelf.lease(), lease)) this.#shelf.putLease({ ...lease, holder: null });
    });
  }

  append<E extends EventShape>(lease: Lease, batch: Batch<E>): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(closed());
      this.#queue.push(new Waiting(lease, batch, resolve, reject));
      if (this.#isFlushDue) return;
      this.#isFlushDue = true;
      setImmediate(() => this.#flushDue());
    });
  }

  async importEvents(lease: Lease, events: readonly Sealed[], now: MicroInstant): Promise<Imported> {
    const { origin, sealing } = this.#options;
    const { imported, hasErased } = this.#transact(() => {
      const state = this.#shelf.lease();
      if (!isHeld(state, lease)) return { imported: { kind: 'refused' as const, problem: leaseLost(lease, state) }, hasErased: false };
      return importInto(this.#shelf, origin, sealing.hash, events, now);
    });
    if (this.#known !== null) this.#known = { ...this.#known, clock: this.#shelf.clock() };
    return imported.kind === 'imported' ? { ...imported, ...this.#wipeIf(hasErased) } : imported;
  }

  read(options: ReadOptions = {}): AsyncIterable<Sealed> {
    this.#refuseWhenClosed();
    return readInOrder(this.#shelf, options, () => this.#refuseWhenClosed());
  }

  async heads(): Promise<Heads> {
    this.#refuseWhenClosed();
    return { clock: this.#shelf.clock(), streams: this.#shelf.heads() };
  }

  async outcomeOf(commandId: string) {
    this.#refuseWhenClosed();
    return this.#shelf.outcomeOf(commandId);
  }

  async putRecord(record: ErasableRecord): Promise<void> {
    this.#transact(() => this.#shelf.putRecord(record));
  }

  async record(id: string) {
    this.#refuseWhenClosed();
    return this.#shelf.record(id);
  }

  async records(streams?: Iterable<StreamKey>) {
    this.#refuseWhenClosed();
    const wanted = streams === undefined ? undefined : new Set(streams);
    return this.#shelf.records().filter(({ stream }) => wanted?.has(stream) ?? true);
  }

  async eraseRecord(id: string): Promise<ErasedRecord> {
    const isErased = this.#transact(() => {
      const record = this.#shelf.record(id);
      if (record === undefined) return false;
      this.#shelf.putRecord({ ...record, content: null });
      this.#shelf.dropSnapshots();
      return true;
    });
    return { isErased, ...this.#wipeIf(isErased) };
  }

  async putSnapshot(name: string, snapshot: Snapshot): Promise<void> {
    this.#transact(() => this.#shelf.putSnapshot(name, snapshot));
  }

  async snapshot(name: string) {
    this.#refuseWhenClosed();
    return this.#shelf.snapshot(name);
  }

  async dropSnapshots(): Promise<void> {
    this.#transact(() => this.#shelf.dropSnapshots());
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    while (this.#queue.length > 0) this.#flush();
    this.#isClosed = true;
    this.#shelf.close();
  }

  #flushDue(): void {
    this.#isFlushDue = false;
    if (this.#queue.length > 0) this.#flush();
    if (this.#queue.length === 0 || this.#isFlushDue) return;
    this.#isFlushDue = true;
    setImmediate(() => this.#flushDue());
  }

  #flush(): void {
    const group = this.#queue.length > mostInGroup ? this.#queue.splice(0, mostInGroup) : this.#queue;
    if (group === this.#queue) this.#queue = [];
    let committed: { readonly results: readonly Appended[]; readonly hasErased: boolean };
    try {
      committed = this.#shelf.transact(() => this.#appendAll(group));
    } catch (error) {
      // What was sealed is not stored, so the chain's ends are read anew.
      this.#known = null;
      for (const waiting of group) waiting.reject(error);
      return;
    }
    const residue = this.#wipeIf(committed.hasErased);
    for (let index = 0; index < group.length; index++) {
      const appended = committed.results[index];
      if (appended === undefined) continue;
      group[index]?.resolve(appended.kind === 'appended' && committed.hasErased ? { ...appended, ...residue } : appended);
    }
  }

  #appendAll(group: readonly Waiting[]) {
    const appending = new Appending(this.#shelf, this.#options.origin, this.#options.sealing, this.#known);
    const results = group.map(({ lease, batch }) => appending.append(lease, batch));
    if (appending.hasErased) this.#shelf.dropSnapshots();
    this.#known = appending.known();
    return { results, hasErased: appending.hasErased };
  }

  #putLease<L extends Lease | Problem>(lease: L): L {
    if (!isProblem(lease)) this.#shelf.putLease(lease);
    return lease;
  }

  // The payload is gone from the log at any rate; that its bytes are still in the files is said, and mended on the next opening.
  #wipeIf(hasErased: boolean): { readonly residue?: Problem } {
    if (!hasErased) return {};
    try {
      this.#shelf.wipe();
      return {};
    } catch (error) {
      // The decision is stored whatever became of the wiping, so its acknowledgement must go out.
      if (error instanceof Refused) return { residue: error.problem };
      return { residue: problem('store.notWiped', { reason: error instanceof Error ? error.message : String(error) }) };
    }
  }

  #transact<T>(work: () => T): T {
    this.#refuseWhenClosed();
    return this.#shelf.transact(work);
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw closed();
  }
}

function closed(): Refused {
  return new Refused(problem('store.closed'));
}
