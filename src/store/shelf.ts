// What an engine brings: the plain keeping of rows, synchronously, in transactions. Everything that makes it a log (sealing,
// fencing, command identifiers, group commit) is in `shelf-store.ts`, once for all engines of this kind.
import type { EventId, Head, Sealed, StoredOutcome } from '../conduct/index.ts';
import type { MicroInstant } from '../kernel/index.ts';
import type { LeaseState } from './lease.ts';
import type { ErasableRecord, Snapshot } from './store.ts';

export type Shelf = {
  /** Runs the work as one transaction: all of its writes are durable when this returns, or none is made and it throws. */
  readonly transact: <T>(work: () => T) => T;

  readonly lease: () => LeaseState | undefined;
  readonly putLease: (lease: LeaseState) => void;

  /** The time of the last event of this shelf's origin, or what an import pushed the clock to where that is later. */
  readonly clock: () => MicroInstant | null;
  readonly pushClock: (clock: MicroInstant) => void;

  /** The ends of all streams, as the events make them: there is no second account that could differ. */
  readonly heads: () => readonly Head[];

  readonly putEvent: (event: Sealed) => void;
  readonly event: (id: EventId) => Sealed | undefined;
  /** Up to `most` events of one stream of one origin after a sequence, in order, none beyond `upTo`. */
  readonly page: (stream: Pick<EventId, 'stream' | 'origin'>, after: number, upTo: number, most: number) => readonly Sealed[];
  /** Nulls payload and salt. */
  readonly erasePayload: (id: EventId) => void;

  readonly outcomeOf: (commandId: string) => StoredOutcome | undefined;
  /** Stores an outcome; false, and nothing is stored, when the command has one. */
  readonly putOutcome: (outcome: StoredOutcome) => boolean;

  readonly putRecord: (record: ErasableRecord) => void;
  readonly record: (id: string) => ErasableRecord | undefined;
  readonly records: () => readonly ErasableRecord[];

  readonly putSnapshot: (name: string, snapshot: Snapshot) => void;
  readonly snapshot: (name: string) => Snapshot | undefined;
  readonly dropSnapshots: () => void;

  /** Wipes the bytes of what was erased from every file; outside of transactions. */
  readonly wipe: () => void;
  readonly close: () => void;
};
