// The hash that the chain and the digests of payloads and orders are made with.
import { Bug, bytesFromHex, hex, sha256, sha256Hex, utf8 } from '../../kernel/index.ts';

/**
 * SHA-256 over the bytes that `prefix` spells in hexadecimal, followed by the UTF-8 of `text`; lower-case hexadecimal.
 * Both hashes of an event have this form: salt and payload, previous hash and header. It is an argument, so that a host brings its own.
 */
export type HashText = (prefix: string, text: string) => string;

/** The hash in plain arithmetic, for where the host brings none. */
export const plainHashText: HashText = (prefix, text) => {
  if (prefix === '') return sha256Hex(text);
  const start = bytesFromHex(prefix);
  if (start === undefined) throw new Bug(`not hexadecimal: ${prefix.slice(0, 80)}`);
  const end = utf8(text);
  const bytes = new Uint8Array(start.length + end.length);
  bytes.set(start);
  bytes.set(end, start.length);
  return hex(sha256(bytes));
};
