// Data → YAML text that people like to read and edit. The same data gives the same bytes, and reads back as the same data.
import { Bug } from '../../kernel/index.ts';
import { plainMeaning } from './plain.ts';
import * as sign from './signs.ts';

/**
 * Writes plain data: two spaces a level, one entry a line, keys in the order given, `undefined` left out.
 * Text is unquoted where every YAML reader, also one of YAML 1.1, takes it for the same text; text of several lines stands
 * after `|`. Empty lists and maps are `[]` and `{}`.
 */
export function writeYaml(value: unknown): string {
  if (isEmpty(value) || !isCollection(value)) return `${inlineText(value, 0, false)}\n`;
  return `${blockLines(value, 0)}\n`;
}

/** What follows `key:` or `-` for a value: text on the same line, or a line end and lines indented to `column`. */
export function afterSign(value: unknown, column: number, isItem: boolean): string {
  if (isEmpty(value) || !isCollection(value)) return ` ${inlineText(value, column, false)}`;
  const lines = blockLines(value, column);
  return isItem ? ` ${lines.slice(column)}` : `\n${lines}`;
}

/** A scalar on its line, or text of several lines after `|` at a column; inside brackets on one line only. */
export function inlineText(value: unknown, column: number, inBrackets: boolean): string {
  if (typeof value === 'string')
    return !inBrackets && mayStandInBlock(value, column) ? blockText(value, column) : lineText(value, inBrackets);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value + 0);
  if (typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map((item) => inlineText(item, 0, true)).join(', ')}]`;
  if (typeof value === 'object') {
    const entries = entriesOf(value).map(([key, item]) => `${lineText(key, true)}: ${inlineText(item, 0, true)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  throw new Bug(`a document cannot hold ${typeof value}`);
}

function blockLines(value: object, column: number): string {
  const indent = ' '.repeat(column);
  if (Array.isArray(value)) return value.map((item) => `${indent}-${afterSign(item, column + 2, true)}`).join('\n');
  return entriesOf(value)
    .map(([key, item]) => `${indent}${lineText(key, false)}:${afterSign(item, column + 2, false)}`)
    .join('\n');
}

export function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isEmpty(value: unknown): boolean {
  return isCollection(value) && (Array.isArray(value) ? value.length === 0 : entriesOf(value).length === 0);
}

/** Text of several lines that `|` carries unchanged: it begins with no blank, ends with one line end at most, has no odd signs. */
function mayStandInBlock(text: string, column: number): boolean {
  return column > 0 && text.includes('\n') && !/^\s|[ \t]\n?$|\n\n$/.test(text) && !unprintable.test(text.replace(/[\n\t]/g, ''));
}

function blockText(text: string, column: number): string {
  const isClosed = text.endsWith('\n');
  const lines = (isClosed ? text.slice(0, -1) : text).split('\n');
  const indent = ' '.repeat(column);
  return `|${isClosed ? '' : '-'}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`;
}

/** Text on one line: unquoted where that is safe, else in double quotes. */
export function lineText(text: string, inBrackets: boolean): string {
  return isPlainSafe(text, inBrackets) ? text : quotedText(text);
}

// What must be escaped in double quotes, and keeps text out of blocks: controls, separators, marks of order, halves of characters.
const unprintable = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]|[\uD800-\uDFFF]/u;
// What YAML 1.1 reads as yes or no, as a number of base 8, 2 or 60, or as a merge.
const misread =
  /^(?:y|n|yes|no|on|off|<<|=|[-+]?0[0-9_]+|[-+]?0b[01_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?[0-9][0-9_]*\.?[0-9_]*)$/i;

function isPlainSafe(text: string, inBrackets: boolean): boolean {
  if (text === '' || text.length > 1000 || plainMeaning(text) !== text || misread.test(text) || unprintable.test(text)) return false;
  if (/^[\s,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$|[,[\]{}])|^(?:---|\.\.\.)|\s$|:(?:\s|$)|\s#/.test(text)) return false;
  return !inBrackets || !/[,[\]{}]|^[-?:]|:$/.test(text);
}

function quotedText(text: string): string {
  const json = JSON.stringify(text);
  return json.replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The column of an offset in a text, from 0, in UTF-16 units. */
export function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Whether only blanks stand before an offset on its line. */
export function opensLine(text: string, offset: number): boolean {
  let before = offset - 1;
  while (text.charCodeAt(before) === sign.space) before--;
  return before < 0 || text.charCodeAt(before) === sign.lineFeed;
}
