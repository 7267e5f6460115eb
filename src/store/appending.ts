// How a decision is appended, inside a transaction: fencing, command identifier, clock, erasure, then sealing and writing.
// Refusals come before the first write, so that in a group one decision's refusal leaves the others' writes whole.
import {
  type Batch,
  type CommandMark,
  commandIdReused,
  type EventId,
  type EventShape,
  erasuresIn,
  type Outcome,
  payloadErasedType,
  type Sealed,
  type Sealing,
  Tails,
} from '../conduct/index.ts';
import { isoFromMicros, type MicroInstant, type Problem, problem } from '../kernel/index.ts';
import { isHeld, type Lease, type LeaseState, leaseLost } from './lease.ts';
import type { Shelf } from './shelf.ts';
import type { Appended } from './store.ts';

/** One transaction's appends. The tails that it moved are good only if the transaction is. */
export class Appending {
  readonly #shelf: Shelf;
  readonly #sealing: Sealing;
  readonly #origin: string;
  readonly #lease: LeaseState | undefined;
  readonly #tails: Tails;
  #clock: MicroInstant | null;
  hasErased = false;

  /** `known` are tails and clock as the holder of the fencing number left them; read anew when another has held it since. */
  constructor(shelf: Shelf, origin: string, sealing: Sealing, known: Known | null) {
    this.#shelf = shelf;
    this.#origin = origin;
    this.#sealing = sealing;
    this.#lease = shelf.lease();
    const isCurrent = known !== null && known.fence === this.#lease?.fence;
    this.#tails = isCurrent ? known.tails : new Tails(origin, shelf.heads());
    this.#clock = isCurrent ? known.clock : shelf.clock();
  }

  append(lease: Lease, batch: Batch<EventShape>): Appended {
    if (!isHeld(this.#lease, lease)) return { kind: 'refused', problem: leaseLost(lease, this.#lease) };
    const { command, outcome, change, time } = batch;
    const erasures = erasuresIn(change, this.#origin);
    const fault = this.#timeFault(batch) ?? this.#erasureFault(erasures);
    if (fault !== undefined) return this.#repeated(command) ?? { kind: 'refused', problem: fault };
    if (!this.#shelf.putOutcome({ ...command, time, outcome })) return this.#repeated(command) ?? { kind: 'repeated', outcome };
    const events = this.#tails.seal(batch, this.#sealing);
    for (const event of events) this.#shelf.putEvent(event);
    if (events.length > 0) this.#clock = time;
    if (Array.isArray(erasures)) for (const erased of erasures as readonly EventId[]) this.#erase(erased);
    return new Done(outcome, events);
  }

  /** What the next transaction may start from, once this one is committed. */
  known(): Known | null {
    return this.#lease === undefined ? null : { fence: this.#lease.fence, tails: this.#tails, clock: this.#clock };
  }

  #repeated(command: CommandMark): Appended | undefined {
    const stored = this.#shelf.outcomeOf(command.id);
    if (stored === undefined) return undefined;
    if (stored.bodyDigest !== command.bodyDigest) return { kind: 'refused', problem: commandIdReused(command.id) };
    return { kind: 'repeated', outcome: stored.outcome };
  }

  #erase(erased: EventId): void {
    this.#shelf.erasePayload(erased);
    this.hasErased = true;
  }

  #timeFault({ change, time }: Batch<EventShape>): Problem | undefined {
    if (change.length === 0 || this.#clock === null || time > this.#clock) return undefined;
    return problem('store.timeNotLater', { time: isoFromMicros(time), clock: isoFromMicros(this.#clock) });
  }

  #erasureFault(erasures: ReturnType<typeof erasuresIn>): Problem | undefined {
    if ('key' in erasures) return problem(erasures.key, { stream: erasures.stream, origin: this.#origin });
    for (const erased of erasures) {
      const values = { stream: erased.stream, origin: erased.origin, sequence: erased.sequence };
      const event = this.#shelf.event(erased);
      if (event === undefined) return problem('log.erasesNothing', values);
      // Were an order itself erased, nobody could tell any more that what it erased was not simply taken away.
      if (event.header.includes(`"type":"${payloadErasedType}"`)) return problem('log.erasesAnOrder', values);
    }
    return undefined;
  }
}

/** What is kept from one transaction to the next while no other process has held the lease. */
export type Known = { readonly fence: number; readonly tails: Tails; readonly clock: MicroInstant | null };

// A class and no literal: V8 learns to allocate a literal that was once found alive among the old ones, and there each would
// hold its events until the next full collection.
class Done {
  readonly kind = 'appended';
  readonly outcome: Outcome;
  readonly events: readonly Sealed[];

  constructor(outcome: Outcome, events: readonly Sealed[]) {
    this.outcome = outcome;
    this.events = events;
  }
}
