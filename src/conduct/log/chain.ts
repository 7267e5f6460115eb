// The chain: each event's hash covers the hash before it in its stream and the stored header, which holds the salted
// digest of the payload. So a payload can be erased and the chain still verifies.
import type { MicroInstant } from '../../kernel/index.ts';
import { type Batch, inOrder, type Stamp } from './change.ts';
import { type EventShape, headerStart, type Sealed, type StreamKey, unsignedHeader } from './envelope.ts';
import type { HashText } from './hash-text.ts';

/** What the first event of a stream links to. */
export const zeroHash = '0'.repeat(64);

/** Signs what a hash covers: the previous hash and the header up to the place of the signature. */
export type Signer = { readonly key: string; readonly sign: (previousHash: string, unsignedHeader: string) => string };

/** What sealing takes from the host: a hash, a salt of at least 16 bytes in hexadecimal for every event, and a key if one signs. */
export type Sealing = { readonly hash: HashText; readonly salt: () => string; readonly signer?: Signer };

/** Where a stream of one origin ends. */
export type Head = { readonly stream: StreamKey; readonly origin: string; readonly length: number; readonly head: string };

type Tail = { sequence: number; hash: string; readonly start: string };

/** The growing ends of one origin's streams. Sealing moves them; who cannot store what was sealed throws them away and reads anew. */
export class Tails {
  readonly #origin: string;
  readonly #tails = new Map<StreamKey, Tail>();

  constructor(origin: string, heads: Iterable<Head> = []) {
    this.#origin = origin;
    for (const head of heads) {
      if (head.origin === origin) this.#tails.set(head.stream, this.#tail(head.stream, head.length, head.head));
    }
  }

  /** Numbers, stamps and chains the events of a change, in the order in which they are then stored. */
  seal<E extends EventShape>(batch: Pick<Batch<E>, 'change'> & Stamp, sealing: Sealing): Sealed[] {
    return inOrder(batch.change).map(({ stream, event }) => this.#sealed(stream, event, batch, sealing));
  }

  heads(): Head[] {
    return [...this.#tails.keys()].map((stream) => this.headOf(stream));
  }

  /** Where a stream of this origin ends; a stream not opened yet has length 0. */
  headOf(stream: StreamKey): Head {
    const tail = this.#tails.get(stream);
    return { stream, origin: this.#origin, length: tail?.sequence ?? 0, head: tail?.hash ?? zeroHash };
  }

  #sealed(stream: StreamKey, event: EventShape, stamp: Stamp, sealing: Sealing): Sealed {
    const tail = this.#tails.get(stream) ?? this.#opened(stream);
    const payload = JSON.stringify(event.payload);
    const salt = sealing.salt();
    const { type, version } = event;
    const { time, exerciseTime } = stamp;
    const fields = {
      sequence: tail.sequence + 1,
      time,
      exerciseTime,
      author: stamp.authorIn(stream),
      type,
      version,
      digest: sealing.hash(salt, payload),
    };
    const unsigned = unsignedHeader(tail.start, sealing.signer === undefined ? fields : { ...fields, key: sealing.signer.key });
    const header = sealing.signer === undefined ? `${unsigned}}` : signed(unsigned, tail.hash, sealing.signer);
    tail.hash = sealing.hash(tail.hash, header);
    tail.sequence += 1;
    return new SealedEvent(stream, this.#origin, tail.sequence, stamp.time, header, tail.hash, salt, payload);
  }

  #opened(stream: StreamKey): Tail {
    const tail = this.#tail(stream, 0, zeroHash);
    this.#tails.set(stream, tail);
    return tail;
  }

  #tail(stream: StreamKey, sequence: number, hash: string): Tail {
    return { sequence, hash, start: headerStart(stream, this.#origin) };
  }
}

// A class and no literal: V8 learns to allocate literals that were once found alive among the old, and there each would hold
// its texts until the next full collection.
class SealedEvent implements Sealed {
  readonly stream: StreamKey;
  readonly origin: string;
  readonly sequence: number;
  readonly time: MicroInstant;
  readonly header: string;
  readonly hash: string;
  readonly salt: string;
  readonly payload: string;

  constructor(
    stream: StreamKey,
    origin: string,
    sequence: number,
    time: MicroInstant,
    header: string,
    hash: string,
    salt: string,
    payload: string,
  ) {
    this.stream = stream;
    this.origin = origin;
    this.sequence = sequence;
    this.time = time;
    this.header = header;
    this.hash = hash;
    this.salt = salt;
    this.payload = payload;
  }
}

function signed(unsigned: string, previousHash: string, signer: Signer): string {
  return `${unsigned},"signature":${JSON.stringify(signer.sign(previousHash, unsigned))}}`;
}
