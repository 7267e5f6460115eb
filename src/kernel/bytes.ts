// Text to bytes and back without the host: UTF-8, hexadecimal, base64url.
import { Bug } from './problem.ts';

/** UTF-8 of a text; a lone surrogate becomes U+FFFD, as everywhere on the web. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, writeUtf8(text, bytes));
}

/** Writes UTF-8 into `into`, which has room for three bytes a code unit; returns the number of bytes. */
export function writeUtf8(text: string, into: Uint8Array): number {
  let end = 0;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      into[end++] = code;
      continue;
    }
    if (code < 0x800) {
      into[end++] = 0xc0 | (code >> 6);
      into[end++] = 0x80 | (code & 63);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 ? text.charCodeAt(index + 1) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        index++;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        into[end++] = 0xf0 | (code >> 18);
        into[end++] = 0x80 | ((code >> 12) & 63);
        into[end++] = 0x80 | ((code >> 6) & 63);
        into[end++] = 0x80 | (code & 63);
        continue;
      }
      code = 0xfffd;
    }
    into[end++] = 0xe0 | (code >> 12);
    into[end++] = 0x80 | ((code >> 6) & 63);
    into[end++] = 0x80 | (code & 63);
  }
  return end;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexOfByte[byte];
  return text;
}

/** Eight digits of a word of 32 bits. */
export function hexOfWord(word: number): string {
  return (hexOfByte[word >>> 24] ?? '') + hexOfByte[(word >>> 16) & 255] + hexOfByte[(word >>> 8) & 255] + hexOfByte[word & 255];
}

/** Bytes of lower- or upper-case hexadecimal; undefined when it is none. */
export function bytesFromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}

const base64urlAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648 §5). */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += letter(group >> 18) + letter((group >> 12) & 63);
    if (left > 1) text += letter((group >> 6) & 63);
    if (left > 2) text += letter(group & 63);
  }
  return text;
}

/** Bytes of base64url; undefined when a letter is none of its alphabet, the length is impossible, or spare bits are set. */
export function bytesFromBase64url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let end = 0;
  for (const character of text) {
    const value = base64urlAlphabet.indexOf(character);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[end++] = (held >> bits) & 255;
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

function letter(index: number): string {
  const found = base64urlAlphabet[index];
  if (found === undefined) throw new Bug(`no base64url letter ${index}`);
  return found;
}
