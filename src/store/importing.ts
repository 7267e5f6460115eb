// How events of other origins are taken in, inside a transaction: each must continue the chain held here and agree with its
// own digest. Everything is checked before the first write, so all come in or none; a fork or a gap is refused and named.
import { clockAfterImport, erasedBy, type HashText, type Head, readHeader, type Sealed, zeroHash } from '../conduct/index.ts';
import { type MicroInstant, type Problem, problem } from '../kernel/index.ts';
import type { Shelf } from './shelf.ts';
import type { Imported } from './store.ts';

/** What came of an import, and whether an order among the events erased a payload here. */
export type ImportResult = { readonly imported: Imported; readonly hasErased: boolean };

export function importInto(shelf: Shelf, origin: string, hash: HashText, events: readonly Sealed[], now: MicroInstant): ImportResult {
  const arrival = new Arrival(shelf, origin, hash);
  for (const event of events) {
    const fault = arrival.take(event);
    if (fault !== undefined) return { imported: { kind: 'refused', problem: fault }, hasErased: false };
  }
  return arrival.write(now);
}

class Arrival {
  readonly #shelf: Shelf;
  readonly #origin: string;
  readonly #hash: HashText;
  readonly #ends = new Map<string, Head>();
  readonly #added = new Map<string, Sealed>();
  #already = 0;

  constructor(shelf: Shelf, origin: string, hash: HashText) {
    this.#shelf = shelf;
    this.#origin = origin;
    this.#hash = hash;
    for (const head of shelf.heads()) this.#ends.set(streamOf(head), head);
  }

  take(event: Sealed): Problem | undefined {
    const { stream, origin, sequence } = event;
    const values = { stream, origin, sequence };
    const end = this.#ends.get(streamOf(event)) ?? { stream, origin, length: 0, head: zeroHash };
    if (sequence <= end.length) {
      const held = this.#added.get(idOf(event)) ?? this.#shelf.event(event);
      if (held?.hash !== event.hash) return problem('store.importForks', values);
      this.#already += 1;
      return undefined;
    }
    if (origin === this.#origin) return problem('store.importOfOwn', values);
    if (sequence !== end.length + 1) return problem('store.importGap', { ...values, held: end.length });
    if (!this.#isIntact(event, end.head)) return problem('store.importAltered', values);
    this.#added.set(idOf(event), event);
    this.#ends.set(streamOf(event), { stream, origin, length: sequence, head: event.hash });
    return undefined;
  }

  write(now: MicroInstant): ImportResult {
    let latest: MicroInstant | null = null;
    let hasErased = false;
    for (const event of this.#added.values()) {
      this.#shelf.putEvent(event);
      if (latest === null || event.time > latest) latest = event.time;
    }
    for (const event of this.#added.values()) hasErased = this.#obeyErasure(event) || hasErased;
    const { clock, beyondMicros } = latest === null ? { clock: null, beyondMicros: 0 } : clockAfterImport(this.#shelf.clock(), now, latest);
    if (clock !== null) this.#shelf.pushClock(clock);
    return { imported: { kind: 'imported', added: this.#added.size, already: this.#already, beyondMicros }, hasErased };
  }

  #isIntact(event: Sealed, previousHash: string): boolean {
    const header = readHeader(event.header);
    if (header === undefined || this.#hash(previousHash, event.header) !== event.hash) return false;
    if (header.stream !== event.stream || header.origin !== event.origin) return false;
    if (header.sequence !== event.sequence || header.time !== event.time) return false;
    if (event.salt === null || event.payload === null) return event.salt === event.payload;
    return this.#hash(event.salt, event.payload) === header.digest;
  }

  #obeyErasure(event: Sealed): boolean {
    const type = readHeader(event.header)?.type;
    if (type === undefined || event.payload === null) return false;
    const erased = erasedBy({ type, payload: JSON.parse(event.payload) });
    if (erased === undefined || erased.stream !== event.stream || erased.origin !== event.origin) return false;
    this.#shelf.erasePayload(erased);
    return true;
  }
}

function streamOf({ stream, origin }: Pick<Head, 'stream' | 'origin'>): string {
  return `${stream}\u0000${origin}`;
}

function idOf(event: Pick<Sealed, 'stream' | 'origin' | 'sequence'>): string {
  return `${streamOf(event)}\u0000${event.sequence}`;
}
