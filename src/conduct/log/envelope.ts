// The envelope of an event: what surrounds a payload in its stream. Everything above it (chain, log file, store) is
// generic over the events themselves, which the rest of this room defines.
import type { MicroInstant } from '../../kernel/index.ts';
import type { ClassKey } from '../../release/index.ts';

/** A stream's key is the canonical string of its class: who may read the key may read the stream. */
export type StreamKey = ClassKey;

/** What every event has; `payload` is a JSON object that is either whole or erased. */
export type EventShape = { readonly type: string; readonly version: number; readonly payload: object };

/** Stream, origin and sequence are the identifier of an event; sequences count from 1 in each stream of each origin. */
export type EventId = { readonly stream: StreamKey; readonly origin: string; readonly sequence: number };

/** Where an event stands, in the two times, and who made it as far as the stream's readers may know. */
export type Envelope = EventId & {
  readonly time: MicroInstant;
  readonly exerciseTime: MicroInstant | null;
  readonly author: string | null;
};

/** An event whose payload was erased: the fold steps over it. */
export type ErasedEvent = { readonly type: string; readonly version: number; readonly payload: null };

/** An event in its place: what a fold is fed with, stored or only simulated. */
export type Logged<E extends EventShape> = Envelope & { readonly event: E | ErasedEvent };

/** The stored header, its keys in the order in which they are written and hashed. */
export type Header = Envelope & {
  readonly type: string;
  readonly version: number;
  /** Lower-case hexadecimal SHA-256 of salt and payload text. */
  readonly digest: string;
  /** Which key signed, if one did. */
  readonly key?: string;
  readonly signature?: string;
};

/** An event as stored: texts that are hashed as they stand and are never written anew. */
export type Sealed = EventId & {
  readonly time: MicroInstant;
  readonly header: string;
  readonly hash: string;
  /** Null, with the payload, when erased: a salt left behind would let a short payload be guessed. */
  readonly salt: string | null;
  readonly payload: string | null;
};

/** The part of a header that all events of a stream of one origin begin with. */
export function headerStart(stream: StreamKey, origin: string): string {
  return `{"stream":${quoted(stream)},"origin":${quoted(origin)},"sequence":`;
}

/** The header's text up to the place of the signature, which covers exactly this and the hash before it. */
export function unsignedHeader(start: string, header: Omit<Header, 'stream' | 'origin' | 'signature'>): string {
  const { sequence, time, exerciseTime, author, type, version, digest, key } = header;
  const signer = key === undefined ? '' : `,"key":${quoted(key)}`;
  return `${start}${sequence},"time":${time},"exerciseTime":${exerciseTime},"author":${author === null ? 'null' : quoted(author)},"type":${quoted(type)},"version":${version},"digest":"${digest}"${signer}`;
}

/** The stored text of a header. */
export function headerText(header: Header): string {
  const unsigned = unsignedHeader(headerStart(header.stream, header.origin), header);
  return header.signature === undefined ? `${unsigned}}` : `${unsigned},"signature":${JSON.stringify(header.signature)}}`;
}

// Authors and types are few and come again with every event. Bounded, because a hostile log may hold as many as it likes.
const quotedTexts = new Map<string, string>();
const mostQuoted = 4096;

function quoted(text: string): string {
  const known = quotedTexts.get(text);
  if (known !== undefined) return known;
  const made = JSON.stringify(text);
  if (quotedTexts.size >= mostQuoted) quotedTexts.clear();
  quotedTexts.set(text, made);
  return made;
}

const hash = /^[0-9a-f]{64}$/;

/** Whether a text is a SHA-256 in lower-case hexadecimal. */
export function isHash(text: unknown): text is string {
  return typeof text === 'string' && hash.test(text);
}

/** Reads a stored header; undefined unless it is, byte for byte, what `headerText` writes. */
export function readHeader(text: string): Header | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isHeader(value) && headerText(value) === text ? value : undefined;
}

/** Whether a value has a header's fields with their types; a stranger's field is found by writing the header again. */
export function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const header = value as Partial<Record<keyof Header, unknown>>;
  return (
    typeof header.stream === 'string' &&
    typeof header.origin === 'string' &&
    isCount(header.sequence) &&
    Number.isSafeInteger(header.time) &&
    (header.exerciseTime === null || Number.isSafeInteger(header.exerciseTime)) &&
    (header.author === null || typeof header.author === 'string') &&
    typeof header.type === 'string' &&
    isCount(header.version) &&
    isHash(header.digest) &&
    (header.key === undefined || typeof header.key === 'string') &&
    (header.signature === undefined || typeof header.signature === 'string')
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/** The event in a sealed envelope. Throws when the texts are none of ours; a log file's lines are read by `readEventLine`. */
export function opened<E extends EventShape>(sealed: Sealed): Logged<E> {
  const header = JSON.parse(sealed.header) as Header;
  const payload = sealed.payload === null ? null : (JSON.parse(sealed.payload) as object);
  return loggedOf<E>(header, payload);
}

/** Joins a header and a payload to what a fold is fed with. */
export function loggedOf<E extends EventShape>(header: Header, payload: object | null): Logged<E> {
  const { stream, origin, sequence, time, exerciseTime, author, type, version } = header;
  // The type of an event with its payload is what the writer of that type and version stored.
  return { stream, origin, sequence, time, exerciseTime, author, event: { type, version, payload } as E | ErasedEvent };
}
