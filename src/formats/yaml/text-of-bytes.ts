// From a file's bytes to its text: size, encoding and characters are judged here, before any structure is read.
import type { Problem } from '../../kernel/index.ts';
import { limits } from './limits.ts';
import { linesOf } from './lines.ts';
import { hexName, isControl } from './quoted.ts';

/** The text with `\n` line ends and without byte order mark, or none when it is not worth reading; and what is wrong with it. */
export type TextOfBytes = { readonly text: string | undefined; readonly problems: readonly Problem[] };

/** Judges the size before any byte is looked at, so that a caller may ask before it reads the file. */
export function tooLarge(file: string, byteCount: number): Problem | undefined {
  if (byteCount <= limits.bytes) return undefined;
  const values = { megabytes: Math.ceil(byteCount / 1024 / 1024), limit: limits.bytes / 1024 / 1024 };
  return { key: 'yaml.tooLarge', values, at: { file, line: 1, column: 1 }, maybe: { key: 'yaml.maybeSplit', values } };
}

export function textOfBytes(file: string, bytes: Uint8Array): TextOfBytes {
  const large = tooLarge(file, bytes.length);
  if (large !== undefined) return { text: undefined, problems: [large] };
  const foreign = foreignEncoding(bytes);
  if (foreign !== undefined) {
    const at = { file, line: 1, column: 1 };
    return { text: undefined, problems: [{ key: 'yaml.encoding', values: { encoding: foreign }, at, maybe: saveAsUtf8 }] };
  }
  const decoded = decode(file, bytes);
  const text = decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  const control = controlCharacter(file, text);
  return { text, problems: control === undefined ? decoded.problems : [...decoded.problems, control] };
}

const saveAsUtf8 = { key: 'yaml.maybeSaveAsUtf8', values: {} };

/** UTF-16 and UTF-32 by their byte order mark, UTF-16 also by its zeroes: every second byte of Latin letters. */
function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  const sample = bytes.subarray(0, 64);
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even++;
    if (byte === 0 && index % 2 === 1) odd++;
  });
  const half = Math.floor(sample.length / 2);
  const isUtf16 = (even === 0 && odd * 4 >= half * 3) || (odd === 0 && even * 4 >= half * 3);
  return isUtf16 ? 'UTF-16' : undefined;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

function decode(file: string, bytes: Uint8Array): { readonly text: string; readonly problems: readonly Problem[] } {
  try {
    return { text: strict.decode(bytes), problems: [] };
  } catch {
    const at = firstInvalidByte(bytes);
    const before = lenient.decode(bytes.subarray(0, at)).replace(/\r\n?/g, '\n');
    const values = { offset: at, byte: (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0') };
    const place = linesOf(file, before).placeAt(before.length);
    return { text: lenient.decode(bytes), problems: [{ key: 'yaml.notUtf8', values, at: place, maybe: saveAsUtf8 }] };
  }
}

/** The offset of the first byte that begins no well-formed character (Unicode 15, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const length = characterLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return index;
}

function characterLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[index + 1] ?? 0;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let step = 2; step < length; step++) {
    const next = bytes[index + step] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
}

function controlCharacter(file: string, text: string): Problem | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
  const at = text.search(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/);
  const code = text.charCodeAt(at);
  if (at < 0 || !isControl(code)) return undefined;
  const values = { code: hexName(code) };
  return { key: 'yaml.controlCharacter', values, at: linesOf(file, text).placeAt(at), maybe: { key: 'yaml.maybeDeleteIt', values } };
}
