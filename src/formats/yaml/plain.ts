// Reads unquoted text and says what it means: a number, yes or no, nothing, or itself (YAML 1.2 core schema, §10.3).
import { fault, isDocumentMark, noteTabWithin, type Reading, skipLine } from './reading.ts';
import * as sign from './signs.ts';

/** Where unquoted text ends on its line in block context, and what ended it. */
type Stretch = { readonly end: number; readonly by: 'line' | 'comment' | 'colon' };

/**
 * Reads unquoted text outside brackets; it runs on over lines indented by at least `least` columns.
 * Ends at the end of a line. A line that looks like a key of its own is never swallowed.
 */
export function readPlain(reading: Reading, least: number): unknown {
  const { text } = reading;
  const from = reading.offset;
  reading.mark = from;
  reading.height = 0;
  refuseStart(reading, from, false);
  const first = stretchFrom(text, from);
  if (first.by !== 'line') {
    if (first.by === 'colon') fault(reading, first.end, 'yaml.colonInText', {}, 'yaml.maybeQuoteWhole');
    skipLine(reading);
    return meaningOf(reading, from, trimmed(text, from, first.by === 'colon' ? reading.offset : first.end));
  }
  let whole = trimmed(text, from, first.end);
  let lineEnd = first.end;
  let isOneLine = true;
  for (;;) {
    const next = continuation(text, lineEnd, least);
    if (next === undefined) break;
    const stretch = stretchFrom(text, next.offset);
    if (stretch.by === 'colon') break;
    noteTabWithin(reading, next.lineStart, Math.min(next.lineStart + least, next.offset));
    whole += (next.emptyLines === 0 ? ' ' : '\n'.repeat(next.emptyLines)) + trimmed(text, next.offset, stretch.end);
    isOneLine = false;
    reading.lineStart = next.lineStart;
    lineEnd = text.indexOf('\n', stretch.end);
    if (stretch.by === 'comment') break;
  }
  reading.offset = lineEnd;
  return isOneLine ? meaningOf(reading, from, whole) : whole;
}

function stretchFrom(text: string, from: number): Stretch {
  for (let offset = from; ; offset++) {
    const code = text.charCodeAt(offset);
    if (code === sign.lineFeed || offset >= text.length) return { end: offset, by: 'line' };
    if (code === sign.colon && sign.isGap(text.charCodeAt(offset + 1))) return { end: offset, by: 'colon' };
    if (code === sign.hash && offset > from && sign.isBlank(text.charCodeAt(offset - 1))) return { end: offset, by: 'comment' };
  }
}

/** The line on which text may go on, or none: it is less indented, a comment, an item, or the end. */
function continuation(text: string, lineEnd: number, least: number) {
  let emptyLines = 0;
  let lineStart = lineEnd + 1;
  let offset = lineStart;
  for (; ; offset++) {
    const code = text.charCodeAt(offset);
    if (offset >= text.length) return undefined;
    if (code === sign.lineFeed) {
      emptyLines++;
      lineStart = offset + 1;
    } else if (!sign.isBlank(code)) break;
  }
  const code = text.charCodeAt(offset);
  if (offset - lineStart < least || code === sign.hash) return undefined;
  if (offset === lineStart && isDocumentMark(text, offset)) return undefined;
  if (code === sign.dash && sign.isGap(text.charCodeAt(offset + 1))) return undefined;
  return { offset, lineStart, emptyLines };
}

/** Where an unquoted key ends before its colon, or -1 when the line holds no key. */
export function plainKeyEnd(text: string, from: number): number {
  const stretch = stretchFrom(text, from);
  return stretch.by === 'colon' ? stretch.end : -1;
}

/** Reads unquoted text inside brackets, over lines too, and stands right after it. */
export function readFlowPlain(reading: Reading, least: number): string {
  const { text } = reading;
  const from = reading.offset;
  refuseStart(reading, from, true);
  let whole = '';
  let start = from;
  for (;;) {
    const end = flowStretchEnd(text, start);
    whole += trimmed(text, start, end);
    reading.offset = end;
    const next = text.charCodeAt(end) === sign.lineFeed ? flowContinuation(text, end, least) : undefined;
    if (next === undefined) return whole;
    noteTabWithin(reading, next.lineStart, Math.min(next.lineStart + least, next.offset));
    whole += next.emptyLines === 0 ? ' ' : '\n'.repeat(next.emptyLines);
    reading.lineStart = next.lineStart;
    start = next.offset;
  }
}

function flowStretchEnd(text: string, from: number): number {
  for (let offset = from; ; offset++) {
    const code = text.charCodeAt(offset);
    if (code === sign.lineFeed || offset >= text.length || sign.isFlowSign(code)) return offset;
    const next = text.charCodeAt(offset + 1);
    if (code === sign.colon && (sign.isGap(next) || sign.isFlowSign(next))) return offset;
    if (code === sign.hash && offset > from && sign.isBlank(text.charCodeAt(offset - 1))) return offset;
  }
}

function flowContinuation(text: string, lineEnd: number, least: number) {
  const next = continuation(text, lineEnd, least);
  if (next === undefined || sign.isFlowSign(text.charCodeAt(next.offset))) return undefined;
  const isKey = text.charCodeAt(flowStretchEnd(text, next.offset)) === sign.colon;
  return isKey ? undefined : next;
}

/** Signs that mean something else at the start of a value: most always, `-`, `?` and `|` where they stand alone or in brackets. */
function refuseStart(reading: Reading, from: number, inBrackets: boolean): void {
  const code = reading.text.charCodeAt(from);
  const next = reading.text.charCodeAt(from + 1);
  const isAlone = (code === sign.dash || code === sign.questionMark) && (sign.isGap(next) || (inBrackets && sign.isFlowSign(next)));
  const isBlockSign = inBrackets && (code === sign.pipe || code === sign.greaterThan);
  if (isAlone || isBlockSign || sign.isReserved(code)) {
    fault(reading, from, 'yaml.reservedSign', { sign: String.fromCharCode(code) }, 'yaml.maybeQuote');
  }
}

function trimmed(text: string, from: number, to: number): string {
  let end = to;
  while (end > from && sign.isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(from, end);
}

const integer = /^[-+]?[0-9]+$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const unbounded = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;

/** What unquoted text means, before faults: `undefined` stands for a number that no document can hold. */
export function plainMeaning(text: string): string | number | boolean | null | undefined {
  const first = text.charCodeAt(0);
  const isNumberLike = (first >= 0x30 && first <= 0x39) || first === sign.dash || first === 0x2b || first === 0x2e;
  if (!isNumberLike) return wordMeaning(text);
  if (integer.test(text) || octal.test(text) || hexadecimal.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value + 0 : undefined;
  }
  if (decimal.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value + 0 : undefined;
  }
  return unbounded.test(text) ? undefined : text;
}

function wordMeaning(text: string): string | boolean | null {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return text;
  }
}

/** What unquoted text at an offset means; a number that no document can hold is a fault and stays text. */
export function meaningOf(reading: Reading, offset: number, text: string): unknown {
  const value = plainMeaning(text);
  if (value !== undefined) return value;
  fault(reading, offset, 'yaml.numberOutOfRange', { text: text.length > 40 ? `${text.slice(0, 39)}…` : text }, 'yaml.maybeQuote');
  return text;
}
