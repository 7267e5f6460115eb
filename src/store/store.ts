// The store's interface: the log on disk. Asynchronous, with one contract suite (`contract.ts`) that every engine passes.
// A store belongs to one exercise and one origin; it may hold events of others.
import type { Batch, EventId, EventShape, Head, Outcome, Sealed, Sealing, StoredOutcome, StreamKey } from '../conduct/index.ts';
import type { MicroInstant, Problem } from '../kernel/index.ts';
import type { Lease, LeaseRequest } from './lease.ts';

/** Whose log a store holds, and how it seals what is appended. */
export type StoreOptions = { readonly exercise: string; readonly origin: string; readonly sealing: Sealing };

/** What an append came to. `appended`: stored, now durable. `repeated`: the command was seen before, this is its outcome. `refused`: nothing was written. */
export type Appended =
  | {
      readonly kind: 'appended';
      readonly outcome: Outcome;
      readonly events: readonly Sealed[];
      /** Set when a payload was erased but its bytes could not yet be wiped from the files; opening the store tries again. */
      readonly residue?: Problem;
    }
  | { readonly kind: 'repeated'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** What an import came to; `beyondMicros` is how much further ahead events lay than the clock followed, to be recorded and shown. */
export type Imported =
  | {
      readonly kind: 'imported';
      readonly added: number;
      readonly already: number;
      readonly beyondMicros: number;
      readonly residue?: Problem;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Where everything stands: the origin's clock (the time of its last change) and the end of every stream. */
export type Heads = { readonly clock: MicroInstant | null; readonly streams: readonly Head[] };

/** Which events to read: those after positions (of streams not named, all), up to positions, of some streams only. */
export type ReadOptions = {
  readonly after?: readonly EventId[];
  readonly upTo?: readonly Head[];
  readonly streams?: Iterable<StreamKey>;
};

/** What may have to be forgotten about a person: events refer to it by its identifier. Content is null once erased. */
export type ErasableRecord = { readonly id: string; readonly stream: StreamKey; readonly content: string | null };

/** Whether there was such a record; `residue` as in `Appended`. */
export type ErasedRecord = { readonly isErased: boolean; readonly residue?: Problem };

/** A fold kept to start from; a cache that may go at any time. */
export type Snapshot = { readonly positions: readonly EventId[]; readonly content: string };

/**
 * The log of one exercise at one origin.
 *
 * What a resolved promise says is durable. Rejections are `Refused` (disk full, locked, read-only, closed) or `Malformed` (the file is
 * damaged, newer, or none of ours); after one, nothing of the change is stored.
 */
export type Store = {
  readonly exercise: string;
  readonly origin: string;

  /** The right to decide for this exercise and origin; refused while another holds it and it has not run out. */
  readonly acquireLease: (request: LeaseRequest) => Promise<Lease | Problem>;
  /** Extends a lease that nobody has taken over, even one that has run out. */
  readonly renewLease: (lease: Lease, request: Pick<LeaseRequest, 'now' | 'forMicros'>) => Promise<Lease | Problem>;
  readonly releaseLease: (lease: Lease) => Promise<void>;

  /**
   * Appends a change with the outcome of its command, in one transaction or not at all. Time must be later than the clock (`nextTime`).
   * A change that holds `PayloadErased` erases the payloads it names in the same transaction.
   */
  readonly append: <E extends EventShape>(lease: Lease, batch: Batch<E>) => Promise<Appended>;
  /** Takes in events of other origins, each continuing the chain held here; all or none. Events already held are counted. */
  readonly importEvents: (lease: Lease, events: readonly Sealed[], now: MicroInstant) => Promise<Imported>;

  /** Events in total order, up to what is stored at the time of the call. */
  readonly read: (options?: ReadOptions) => AsyncIterable<Sealed>;
  readonly heads: () => Promise<Heads>;
  readonly outcomeOf: (commandId: string) => Promise<StoredOutcome | undefined>;

  readonly putRecord: (record: ErasableRecord) => Promise<void>;
  readonly record: (id: string) => Promise<ErasableRecord | undefined>;
  readonly records: (streams?: Iterable<StreamKey>) => Promise<readonly ErasableRecord[]>;
  readonly eraseRecord: (id: string) => Promise<ErasedRecord>;

  readonly putSnapshot: (name: string, snapshot: Snapshot) => Promise<void>;
  readonly snapshot: (name: string) => Promise<Snapshot | undefined>;
  readonly dropSnapshots: () => Promise<void>;

  /** Stores what is queued and lets go of the files. */
  readonly close: () => Promise<void>;
};
