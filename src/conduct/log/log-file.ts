// The log file: a manifest line, then one event a line in total order. Each line is JSON that any tool reads; header and
// payload stand in it byte for byte as they are hashed, so that reading needs one parse and verifying none of the payload.
import { Bug } from '../../kernel/index.ts';
import type { Header, Sealed } from './envelope.ts';
import { isHash, isHeader, readHeader } from './envelope.ts';
import type { HashText } from './hash-text.ts';
import { type Manifest, manifestLine } from './manifest.ts';

/** The lines of a log file, each with its line feed. The events come in total order and end where the manifest says. */
export async function* logFileLines(
  manifest: Manifest,
  events: Iterable<Sealed> | AsyncIterable<Sealed>,
  hash: HashText,
): AsyncGenerator<string, void, undefined> {
  yield `${manifestLine(manifest, hash)}\n`;
  for await (const event of events) yield `${eventLine(event)}\n`;
}

const start = '{"header":';
const afterHeader = ',"hash":"';
const afterHash = '","salt":';
const afterSalt = ',"payload":';

/** One event's line, without its line feed. */
export function eventLine({ header, hash, salt, payload }: Sealed): string {
  if ((salt === null) !== (payload === null)) throw new Bug('a payload is erased with its salt or not at all');
  return `${start}${header}${afterHeader}${hash}${afterHash}${salt === null ? 'null' : `"${salt}"`}${afterSalt}${payload ?? 'null'}}`;
}

/** A line's texts and what its header says. */
export type EventLine = { readonly sealed: Sealed; readonly header: Header };

/** The texts of a line, each a slice of it; undefined unless the line is, byte for byte, of the form that `eventLine` writes. */
export function splitEventLine(line: string): Pick<Sealed, 'header' | 'hash' | 'salt' | 'payload'> | undefined {
  // A quote inside a header's text is escaped, so the first unescaped `},"hash":"` ends the header.
  const headerEnd = line.indexOf(`}${afterHeader}`) + 1;
  if (!line.startsWith(`${start}{`) || headerEnd <= 0 || !line.endsWith('}')) return undefined;
  const header = line.slice(start.length, headerEnd);
  const hashStart = headerEnd + afterHeader.length;
  const hash = line.slice(hashStart, hashStart + 64);
  const saltStart = hashStart + 64 + afterHash.length;
  if (!isHash(hash) || !line.startsWith(afterHash, hashStart + 64)) return undefined;
  if (line.startsWith(`null${afterSalt}`, saltStart))
    return line.slice(saltStart + 4 + afterSalt.length) === 'null}' ? { header, hash, salt: null, payload: null } : undefined;
  const saltEnd = line.indexOf('"', saltStart + 1);
  const salt = line.slice(saltStart + 1, saltEnd);
  const payloadStart = saltEnd + 1 + afterSalt.length;
  if (line[saltStart] !== '"' || !isSalt(salt) || !line.startsWith(afterSalt, saltEnd + 1) || line[payloadStart] !== '{') return undefined;
  return { header, hash, salt, payload: line.slice(payloadStart, -1) };
}

/** Reads one event's line for verifying: its payload stays text. Undefined when the line is none. */
export function readEventLine(line: string): EventLine | undefined {
  const texts = splitEventLine(line);
  if (texts === undefined) return undefined;
  const header = readHeader(texts.header);
  if (header === undefined) return undefined;
  const { stream, origin, sequence, time } = header;
  return { sealed: { stream, origin, sequence, time, ...texts }, header };
}

/** Header and payload of one event's line for folding, in one parse and without looking at any hash. Undefined when the line is none. */
export function parseEventLine(line: string): { readonly header: Header; readonly payload: object | null } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { header, payload } = value as { readonly header?: unknown; readonly payload?: unknown };
  return isHeader(header) && typeof payload === 'object' && !Array.isArray(payload) ? { header, payload } : undefined;
}

const salts = /^(?:[0-9a-f]{2}){16,64}$/;

/** Whether a text can be a salt: 16 to 64 bytes in lower-case hexadecimal. */
export function isSalt(text: string): boolean {
  return salts.test(text);
}
