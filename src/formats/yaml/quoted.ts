// Reads text in single or double quotes (YAML 1.2 §7.3.1, §7.3.2), over lines too, in block and in brackets.
import { excerpt, fault, isDocumentMark, noteTabWithin, type Reading } from './reading.ts';
import * as sign from './signs.ts';

/**
 * Reads quoted text and stands right after its closing quote. Its further lines must be indented by at least `least` columns:
 * that is how a quote that is never closed is found where it opens, and costs one line.
 */
export function readQuoted(reading: Reading, least: number): string {
  const { text } = reading;
  const open = reading.offset;
  const quote = text.charCodeAt(open);
  reading.mark = open;
  reading.height = 0;
  const close = closingQuote(reading, least);
  if (close < 0) {
    const lineEnd = text.indexOf('\n', open);
    const letter = String.fromCharCode(quote);
    fault(reading, open, 'yaml.quoteNeverCloses', { quote: letter, text: excerpt(text, open) }, 'yaml.maybeCloseQuote');
    reading.offset = lineEnd;
    return text.slice(open + 1, lineEnd);
  }
  reading.offset = close + 1;
  const inner = text.slice(open + 1, close);
  if (quote === sign.doubleQuote) return isPlainInside(inner) ? inner : withEscapes(reading, open + 1, inner);
  return (inner.includes('\n') ? foldedLines(inner) : inner).replaceAll("''", "'");
}

/** Where the quote that stands at an offset closes on its own line, or -1. */
export function closingQuoteOnLine(text: string, open: number): number {
  const quote = text.charCodeAt(open);
  for (let offset = open + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === sign.lineFeed) return -1;
    if (code === sign.backslash && quote === sign.doubleQuote) offset++;
    else if (code === quote) {
      if (quote === sign.doubleQuote || text.charCodeAt(offset + 1) !== quote) return offset;
      offset++;
    }
  }
  return -1;
}

function closingQuote(reading: Reading, least: number): number {
  const { text } = reading;
  const quote = text.charCodeAt(reading.offset);
  let lineStart = reading.lineStart;
  for (let offset = reading.offset + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === sign.lineFeed) {
      let next = offset + 1;
      while (sign.isBlank(text.charCodeAt(next))) next++;
      const isEmpty = text.charCodeAt(next) === sign.lineFeed;
      if (!isEmpty && (next - offset - 1 < least || isDocumentMark(text, offset + 1))) return -1;
      lineStart = offset + 1;
      if (!isEmpty) noteTabWithin(reading, lineStart, Math.min(lineStart + least, next));
      offset = next - 1;
    } else if (code === sign.backslash && quote === sign.doubleQuote) {
      if (text.charCodeAt(offset + 1) !== sign.lineFeed) offset++;
    } else if (code === quote) {
      const isDoubled = quote === sign.singleQuote && text.charCodeAt(offset + 1) === quote;
      if (!isDoubled) {
        reading.lineStart = lineStart;
        return offset;
      }
      offset++;
    }
  }
  return -1;
}

function isPlainInside(inner: string): boolean {
  return !inner.includes('\\') && !inner.includes('\n');
}

/** Line folding, §6.5: one line end is a space, n of them are n - 1 line ends; blanks around them go. */
function foldedLines(inner: string): string {
  const lines = inner.split('\n');
  let result = (lines[0] ?? '').replace(/[ \t]+$/, '');
  let emptyLines = 0;
  for (let index = 1; index < lines.length; index++) {
    const isLast = index === lines.length - 1;
    const line = trimBlanks(lines[index] ?? '', isLast);
    if (line === '' && !isLast) emptyLines++;
    else {
      result += (emptyLines === 0 ? ' ' : '\n'.repeat(emptyLines)) + line;
      emptyLines = 0;
    }
  }
  return result;
}

function trimBlanks(line: string, keepsEnd: boolean): string {
  let from = 0;
  let to = line.length;
  while (from < to && sign.isBlank(line.charCodeAt(from))) from++;
  while (!keepsEnd && to > from && sign.isBlank(line.charCodeAt(to - 1))) to--;
  return line.slice(from, to);
}

const escapes: Readonly<Record<string, string>> = {
  t: '\t',
  '\t': '\t',
  n: '\n',
  r: '\r',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const controls: Readonly<Record<string, number>> = { '0': 0, a: 7, b: 8, v: 11, f: 12, e: 27 };

/** Double-quoted text with its escapes read and its lines folded; `from` is where `inner` stands in the file. */
function withEscapes(reading: Reading, from: number, inner: string): string {
  let result = '';
  let fixed = 0; // letters of the result that folding must not trim, since an escape wrote them
  for (let index = 0; index < inner.length; index++) {
    const code = inner.charCodeAt(index);
    if (code === sign.lineFeed) {
      const folded = fold(inner, index);
      result = trimTo(result, fixed) + folded.text;
      fixed = result.length;
      index = folded.last;
    } else if (code === sign.backslash) {
      const letter = inner.charAt(index + 1);
      if (letter === '\n') {
        const folded = fold(inner, index + 1);
        result += folded.text === ' ' ? '' : `${folded.text}\n`.slice(0, -1);
        index = folded.last;
      } else {
        const escaped = readEscape(reading, from, inner, index);
        result += escaped.text;
        index += escaped.length - 1;
      }
      fixed = result.length;
    } else result += inner.charAt(index);
  }
  if (/[\uD800-\uDFFF]/u.test(result)) {
    fault(reading, from - 1, 'yaml.halfCharacter', {}, 'yaml.maybeWriteCharacter');
    return result.replace(/[\uD800-\uDFFF]/gu, '\ufffd');
  }
  return result;
}

/** Folds the line ends from `index` on: their text, and the last sign that belongs to them. */
function fold(inner: string, index: number): { readonly text: string; readonly last: number } {
  let lineEnds = 0;
  let last = index;
  for (let offset = index; offset < inner.length; offset++) {
    const code = inner.charCodeAt(offset);
    if (code === sign.lineFeed) lineEnds++;
    else if (!sign.isBlank(code)) break;
    last = offset;
  }
  return { text: lineEnds === 1 ? ' ' : '\n'.repeat(lineEnds - 1), last };
}

function trimTo(text: string, least: number): string {
  let end = text.length;
  while (end > least && sign.isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

function readEscape(reading: Reading, from: number, inner: string, index: number): { readonly text: string; readonly length: number } {
  const letter = inner.charAt(index + 1);
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (simple !== undefined) return { text: simple, length: 2 };
  const digits = Object.hasOwn(hexLengths, letter) ? (hexLengths[letter] ?? 0) : 0;
  const hex = inner.slice(index + 2, index + 2 + digits);
  const isHex = digits > 0 && hex.length === digits && /^[0-9a-fA-F]+$/.test(hex);
  const codePoint = isHex ? Number.parseInt(hex, 16) : Object.hasOwn(controls, letter) ? controls[letter] : undefined;
  const length = isHex ? digits + 2 : 2;
  const written = inner.slice(index, index + length);
  if (codePoint === undefined || codePoint > 0x10ffff) {
    fault(reading, from + index, 'yaml.unknownEscape', { text: written }, 'yaml.maybeDoubleBackslash');
    return { text: written, length };
  }
  if (isControl(codePoint)) {
    fault(reading, from + index, 'yaml.controlCharacter', { code: hexName(codePoint) }, 'yaml.maybeDeleteIt');
    return { text: '', length };
  }
  return { text: String.fromCodePoint(codePoint), length };
}

/** Characters below the space that are no tab and no line end, and DEL: they mean nothing in a document. */
export function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d);
}

export function hexName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
