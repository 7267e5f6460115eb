// The state of one reading: the text, where the reader stands, what it has found wrong. All readers of this folder share it.
import type { Hint, Problem, ProblemValue } from '../../kernel/index.ts';
import { limits } from './limits.ts';
import { type Lines, linesOf } from './lines.ts';
import type { Mark } from './places.ts';
import { hash, isBlank, isGap, lineFeed, space, tab } from './signs.ts';

/** A value that aliases may repeat; `nodes` and `height` are what each repetition costs. */
export type Anchor = { readonly value: unknown; readonly mark: Mark; readonly nodes: number; readonly height: number };

export type Reading = {
  /** The text with `\n` line ends and one at the very end, so that a look at the next sign never leaves it. */
  readonly text: string;
  readonly lines: Lines;
  readonly faults: { readonly problem: Problem; readonly offset: number }[];
  readonly anchors: Map<string, Anchor>;
  /** Names of anchors whose value is still being read. */
  readonly openAnchors: Set<string>;
  /** Where the reader stands, and where that line begins. */
  offset: number;
  lineStart: number;
  /** What tabs before the text of this line are taken to add to its column; see `tabShift`. */
  shift: number;
  /** The columns of the lists and maps that the reader is in. */
  readonly columns: number[];
  depth: number;
  nodes: number;
  /** Of the value read last: where it stands, and how deep it nests. */
  mark: Mark;
  height: number;
  /** The key read last, and where it stands. */
  key: string;
  keyAt: number;
  /** Brackets open around the reader, and how many of them are `[`. */
  openBrackets: number;
  openLists: number;
  /** The brackets that the reader is in end nowhere; each of them gives up. */
  isBroken: boolean;
  /** A bound is reached; nothing more is read. */
  isStopped: boolean;
  faultCount: number;
  tabLines: number;
  firstTab: number;
  /** The columns of lines told last to stand too deep, and too far out; -1: none since a line stood where it should. */
  slipInward: number;
  slipOutward: number;
};

export function newReading(file: string, text: string): Reading {
  const closed = text.endsWith('\n') ? text : `${text}\n`;
  return {
    text: closed,
    lines: linesOf(file, closed),
    faults: [],
    anchors: new Map(),
    openAnchors: new Set(),
    offset: 0,
    lineStart: 0,
    shift: 0,
    columns: [],
    depth: 0,
    nodes: 0,
    mark: 0,
    height: 0,
    key: '',
    keyAt: 0,
    openBrackets: 0,
    openLists: 0,
    isBroken: false,
    isStopped: false,
    faultCount: 0,
    tabLines: 0,
    firstTab: -1,
    slipInward: -1,
    slipOutward: -1,
  };
}

/** Notes a fault; after `limits.faults` of them it only counts. */
export function fault(
  reading: Reading,
  offset: number,
  key: string,
  values: Readonly<Record<string, ProblemValue>> = {},
  maybe?: string | Hint,
): void {
  if (reading.isStopped) return;
  reading.faultCount++;
  if (reading.faults.length >= limits.faults) return;
  const found: Problem = { key, values, at: reading.lines.placeAt(offset) };
  const hint = typeof maybe === 'string' ? { key: maybe, values } : maybe;
  reading.faults.push({ problem: hint === undefined ? found : { ...found, maybe: hint }, offset });
}

/** Notes a fault after which nothing more of the file is read. */
export function stopAt(reading: Reading, offset: number, key: string, values: Readonly<Record<string, ProblemValue>>, maybe: string): void {
  fault(reading, offset, key, values, maybe);
  reading.isStopped = true;
  reading.isBroken = true;
  reading.offset = reading.text.length;
}

/** Counts values; beyond the bound the reading stops. */
export function countNodes(reading: Reading, offset: number, count: number): void {
  reading.nodes += count;
  if (reading.nodes > limits.nodes && !reading.isStopped) {
    stopAt(reading, offset, 'yaml.tooManyValues', { limit: limits.nodes }, 'yaml.maybeSplit');
  }
}

/** Goes one list or map deeper; beyond the bound the reading stops. */
export function goDeeper(reading: Reading, offset: number): void {
  reading.depth++;
  countNodes(reading, offset, 1);
  if (reading.depth > limits.depth) stopAt(reading, offset, 'yaml.tooDeep', { limit: limits.depth }, 'yaml.maybeFlatten');
}

/** Moves past blanks, line ends and comments to the next sign that says something; false at the end of the text. */
export function toContent(reading: Reading): boolean {
  const { text } = reading;
  let { offset, lineStart } = reading;
  let firstTab = -1;
  for (; offset < text.length; offset++) {
    const sign = text.charCodeAt(offset);
    if (sign === lineFeed) {
      lineStart = offset + 1;
      firstTab = -1;
    } else if (sign === tab) {
      if (firstTab < 0) firstTab = offset;
    } else if (sign === hash && (offset === lineStart || isBlank(text.charCodeAt(offset - 1)))) {
      offset = text.indexOf('\n', offset) - 1;
    } else if (sign !== space) {
      break;
    }
  }
  const isNewLine = lineStart !== reading.lineStart || (offset > lineStart && reading.offset === lineStart);
  reading.offset = offset;
  reading.lineStart = lineStart;
  if (isNewLine) reading.shift = 0;
  if (offset >= text.length) return false;
  if (firstTab >= 0 && isNewLine && reading.openBrackets === 0) {
    noteTab(reading, firstTab);
    reading.shift = tabShift(reading);
  }
  return true;
}

/** Tabs are a fault, but what follows them is read: at the width, 1, 4, 8 or 2, that puts the line among those it may belong to. */
function tabShift(reading: Reading): number {
  const { text, offset, lineStart, columns } = reading;
  const indent = text.slice(lineStart, offset);
  for (const width of [1, 4, 8, 2]) {
    let column = 0;
    for (const letter of indent) column = letter === '\t' ? column + width - (column % width) : column + 1;
    if (columns.includes(column)) return column - indent.length;
  }
  return 0;
}

/** Tabs as indentation make one fault a file: who has one has hundreds. */
export function noteTab(reading: Reading, offset: number): void {
  if (reading.firstTab < 0) reading.firstTab = offset;
  reading.tabLines++;
}

/** Notes a tab in a stretch of text that must be spaces. */
export function noteTabWithin(reading: Reading, from: number, to: number): void {
  const found = reading.text.slice(from, to).indexOf('\t');
  if (found >= 0) noteTab(reading, from + found);
}

/** The column, counted from 0, at which the reader stands. */
export function columnOf(reading: Reading): number {
  return reading.offset - reading.lineStart + reading.shift;
}

/** Whether `---` or `...` opens the line at `offset`: the mark between documents. */
export function isDocumentMark(text: string, offset: number): boolean {
  const sign = text.charCodeAt(offset);
  if (sign !== 0x2d && sign !== 0x2e) return false;
  return text.charCodeAt(offset + 1) === sign && text.charCodeAt(offset + 2) === sign && isGap(text.charCodeAt(offset + 3));
}

const longestExcerpt = 40;

/** The rest of the line from an offset, short enough for a sentence. Looks no further than it shows. */
export function excerpt(text: string, from: number, to: number = text.length): string {
  const [line = ''] = text.slice(from, Math.min(to, from + 2 * longestExcerpt)).split('\n', 1);
  const letters = Array.from(line.trim());
  return letters.length > longestExcerpt ? `${letters.slice(0, longestExcerpt - 1).join('')}…` : letters.join('');
}

/** Moves to the end of the line. */
export function skipLine(reading: Reading): void {
  if (reading.offset < reading.text.length) reading.offset = reading.text.indexOf('\n', reading.offset);
}

/** Moves past this line and all lines after it that are indented deeper than a column. */
export function skipDeeper(reading: Reading, column: number): void {
  skipLine(reading);
  while (toContent(reading) && columnOf(reading) > column) skipLine(reading);
}

/** Sees that nothing but a comment follows a value on its line; what does is a fault and is left out. */
export function closeLine(reading: Reading): void {
  const { text } = reading;
  let { offset } = reading;
  while (isBlank(text.charCodeAt(offset))) offset++;
  const sign = text.charCodeAt(offset);
  const isComment = sign === hash && isBlank(text.charCodeAt(offset - 1));
  if (sign !== lineFeed && !isComment && offset < text.length) {
    fault(reading, offset, 'yaml.textAfterValue', { text: excerpt(text, offset) }, 'yaml.maybeQuoteWhole');
  }
  skipLine(reading);
}
