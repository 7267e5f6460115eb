// Reads lists and maps by indentation, YAML 1.2 §8.2, and everything that stands in them.
// It never gives up: a line that fits nowhere is a fault, is taken for the likeliest thing it may be, and reading goes on.
import {
  isColonNext,
  isItemSign,
  mayBeKey,
  refuseKeyAnchor,
  refuseKeyProperties,
  refuseKeyThatIsNoText,
  refuseLine,
  takesKey,
} from './block-key.ts';
import { readBlockScalar } from './block-scalar.ts';
import { readFlow } from './flow.ts';
import { addEntry, newMap } from './map-entry.ts';
import type { Mark } from './places.ts';
import { readPlain } from './plain.ts';
import { closeAnchor, openAnchor, readAlias, readName, refuseAliasAnchor, refuseTag } from './properties.ts';
import { readQuoted } from './quoted.ts';
import {
  closeLine,
  columnOf,
  countNodes,
  excerpt,
  fault,
  goDeeper,
  isDocumentMark,
  noteTab,
  type Reading,
  skipDeeper,
  skipLine,
  toContent,
} from './reading.ts';
import * as sign from './signs.ts';

/** What holds the value that is read next. */
export type Holder = {
  /** The least column of a value on lines of its own. */
  readonly least: number;
  /** A list may stand at this column too, though it is less: the column of the key it belongs to. */
  readonly listAt: number;
  /** After `-` a list or a map may begin on the same line. */
  readonly isItem: boolean;
  /** The start of the line on which the holder's sign stands; -1 where there is none. */
  readonly lineStart: number;
};

/** Reads the value of a key, of an item or of the document; null when nothing stands there. Stands at the end of a line after it. */
export function readNode(reading: Reading, holder: Holder): unknown {
  const nodesBefore = reading.nodes;
  const at = reading.offset;
  const properties = readProperties(reading, holder);
  const value = hasContent(reading, holder) ? readContent(reading, holder, properties) : nothing(reading, at);
  if (properties.anchor !== undefined) closeAnchor(reading, properties.anchor, value, nodesBefore);
  return value;
}

/** What stands before a value: the anchor that names it, and where the first of its properties stands (-1: none). */
type Properties = { readonly anchor: string | undefined; readonly at: number };

function readProperties(reading: Reading, holder: Holder): Properties {
  let anchor: string | undefined;
  let first = -1;
  let line = -1;
  while (hasContent(reading, holder)) {
    const at = reading.offset;
    const code = reading.text.charCodeAt(at);
    if (code === sign.exclamation) refuseTag(reading);
    else if (code === sign.ampersand) {
      const name = readName(reading);
      openAnchor(reading, name, at, anchor);
      anchor = name;
    } else break;
    if (line !== reading.lineStart) first = at;
    line = reading.lineStart;
  }
  return { anchor, at: line === reading.lineStart ? first : -1 };
}

/** Moves to what the holder holds; false when the next content belongs to somebody further out. */
function hasContent(reading: Reading, holder: Holder): boolean {
  if (!toContent(reading)) return false;
  if (reading.lineStart === holder.lineStart) return true;
  const column = columnOf(reading);
  if (column === 0 && isDocumentMark(reading.text, reading.offset)) return false;
  return column >= holder.least || (column === holder.listAt && isItemSign(reading));
}

function nothing(reading: Reading, at: number): null {
  countNodes(reading, at, 1);
  reading.mark = at;
  reading.height = 0;
  return null;
}

function readContent(reading: Reading, holder: Holder, properties: Properties): unknown {
  const { text, offset } = reading;
  const isOwnLine = reading.lineStart !== holder.lineStart;
  const isAfterProperty = properties.at >= 0;
  const mayNest = isOwnLine || holder.isItem;
  const code = text.charCodeAt(offset);
  const at = isAfterProperty ? properties.at : offset;
  const column = at - reading.lineStart + reading.shift;
  const tabAt = isOwnLine ? -1 : tabBefore(text, offset);
  if (isItemSign(reading)) {
    if (!mayNest || isAfterProperty) fault(reading, offset, 'yaml.listOnKeyLine', {}, 'yaml.maybeNextLine');
    else if (tabAt >= 0) noteTab(reading, tabAt);
    return readList(reading, columnOf(reading) < holder.least);
  }
  if (mayNest) {
    if (code === sign.questionMark && sign.isGap(text.charCodeAt(offset + 1))) return refuseKey(reading, at, column);
    if (mayBeKey(code) && takesKey(reading)) {
      if (isAfterProperty && properties.anchor !== undefined) refuseKeyAnchor(reading, at, properties.anchor);
      if (tabAt >= 0) noteTab(reading, tabAt);
      return readMap(reading, at, column, true);
    }
  }
  if (properties.anchor !== undefined) refuseAliasAnchor(reading, properties.anchor);
  const value = readScalarOrFlow(reading, holder);
  if (mayNest && isColonNext(reading)) return refuseKey(reading, at, column);
  if (!isLineRead(code)) closeLine(reading);
  return value;
}

/** A tab among the blanks before an offset, or -1: it makes the column of what follows unclear. */
function tabBefore(text: string, offset: number): number {
  let before = offset - 1;
  while (text.charCodeAt(before) === sign.space) before--;
  return text.charCodeAt(before) === sign.tab ? before : -1;
}

/** Unquoted text and block text read their last line to its end themselves. */
function isLineRead(code: number): boolean {
  const isDelimited = code === sign.doubleQuote || code === sign.singleQuote || code === sign.openBracket || code === sign.openBrace;
  return !isDelimited && code !== sign.asterisk;
}

function readScalarOrFlow(reading: Reading, holder: Holder): unknown {
  const code = reading.text.charCodeAt(reading.offset);
  if (code === sign.openBracket || code === sign.openBrace) return readFlow(reading, holder.least);
  countNodes(reading, reading.offset, 1);
  switch (code) {
    case sign.doubleQuote:
    case sign.singleQuote:
      return readQuoted(reading, holder.least);
    case sign.pipe:
    case sign.greaterThan:
      return readBlockScalar(reading, holder.least - 1);
    case sign.asterisk:
      return readAlias(reading);
    default:
      return readPlain(reading, holder.least);
  }
}

/** A list from its first `-` on. `endsAtKey`: it stands at the column of its own key, where the next key ends it. */
function readList(reading: Reading, endsAtKey: boolean): unknown[] {
  const at = reading.offset;
  const column = columnOf(reading);
  const values: unknown[] = [];
  const marks: Mark[] = [];
  let height = 0;
  goDeeper(reading, at);
  reading.columns.push(column);
  let isItem = !reading.isStopped;
  while (isItem) {
    reading.offset++;
    values.push(readNode(reading, { least: column + 1, listAt: -1, isItem: true, lineStart: reading.lineStart }));
    marks.push(reading.mark);
    height = Math.max(height, reading.height);
    isItem = toNextItem(reading, column, endsAtKey);
  }
  reading.depth--;
  reading.columns.pop();
  reading.mark = { at, values: marks };
  reading.height = height + 1;
  return values;
}

function toNextItem(reading: Reading, column: number, endsAtKey: boolean): boolean {
  while (toSibling(reading, column)) {
    const isDeeper = columnOf(reading) > column;
    if (isItemSign(reading)) {
      if (isDeeper) faultyIndent(reading, column);
      return true;
    }
    if (!isDeeper && endsAtKey) return false;
    if (isDeeper) faultyIndent(reading, column);
    else fault(reading, reading.offset, 'yaml.noItem', { text: excerpt(reading.text, reading.offset) }, 'yaml.maybeDash');
    skipDeeper(reading, column);
  }
  return false;
}

/** A map that begins at `at`; its first key has just been taken, or was refused. */
function readMap(reading: Reading, at: number, column: number, hasKey: boolean): unknown {
  const map = newMap(at);
  let height = 0;
  goDeeper(reading, at);
  reading.columns.push(column);
  const before: Before = { key: '', keyAt: -1, isEmpty: true, slipColumn: -1 };
  let isEntry = !reading.isStopped && (hasKey || toNextKey(reading, column, before));
  while (isEntry) {
    const { key, keyAt } = reading;
    const value = readNode(reading, { least: column + 1, listAt: column, isItem: false, lineStart: reading.lineStart });
    addEntry(reading, map, key, keyAt, value, reading.mark);
    height = Math.max(height, reading.height);
    before.key = key;
    before.keyAt = keyAt;
    before.isEmpty = typeof value === 'object';
    isEntry = toNextKey(reading, column, before);
  }
  reading.depth--;
  reading.columns.pop();
  reading.mark = map.mark;
  reading.height = height + 1;
  return map.value;
}

/** The entry before the next: its key, whether it could still hold what stands below it, and the column of lines there that were refused. */
type Before = { key: string; keyAt: number; isEmpty: boolean; slipColumn: number };

function toNextKey(reading: Reading, column: number, before: Before): boolean {
  while (toSibling(reading, column)) {
    const here = columnOf(reading);
    const isNews = here !== before.slipColumn;
    refuseKeyProperties(reading);
    const { offset, text } = reading;
    const code = text.charCodeAt(offset);
    if (here > column) {
      if (isNews && isItemSign(reading)) fault(reading, offset, 'yaml.listAfterText', {}, 'yaml.maybeListAlone');
      else if (isNews && !before.isEmpty) deeperThanValue(reading, before);
      else if (isNews) faultyIndent(reading, column);
    }
    // Lines that follow each other with the same slip have slipped together.
    before.slipColumn = here > column ? here : -1;
    if (here > column) reading.slipInward = here;
    else if (here === column) reading.slipInward = -1;
    if (!isItemSign(reading) && mayBeKey(code) && takesKey(reading)) return true;
    if (here === column) refuseLine(reading);
    if (here === column) skipDeeper(reading, column);
    else skipLine(reading);
  }
  return false;
}

/** Moves to the next line that may belong to a list or map at a column; false when it belongs further out. */
function toSibling(reading: Reading, column: number): boolean {
  if (!toContent(reading)) return false;
  const here = columnOf(reading);
  if (here < column && isSlipOutward(reading, column)) {
    if (here !== reading.slipOutward) faultyIndent(reading, column);
    reading.slipOutward = here;
    return true;
  }
  if (here === column) reading.slipOutward = -1;
  return here >= column && !(here === 0 && isDocumentMark(reading.text, reading.offset));
}

// A line that says all it says, too far out for its neighbours and too far in for whoever is outside them, has lost a space: it is theirs. One that
// only opens something (`name:` alone) may as well be the next one further out.
function isSlipOutward(reading: Reading, column: number): boolean {
  const outer = reading.columns.at(-1) === column ? reading.columns.at(-2) : undefined;
  if (outer === undefined || columnOf(reading) <= outer || columnOf(reading) === reading.slipInward) return false;
  const { text, offset } = reading;
  const line = text.slice(offset, text.indexOf('\n', offset));
  return !/:\s*(#.*)?$/.test(line);
}

// Either the line above lost its indentation, or it has a value where it should only open what stands here.
function deeperThanValue(reading: Reading, { key, keyAt }: Before): void {
  const values = { key: excerpt(key, 0), line: reading.lines.placeAt(keyAt).line };
  fault(reading, reading.offset, 'yaml.deeperThanValue', values, 'yaml.maybeAlignOrEmpty');
}

function faultyIndent(reading: Reading, column: number): void {
  fault(reading, reading.offset, 'yaml.indent', { found: columnOf(reading), expected: column }, 'yaml.maybeAlign');
}

/** A list, a map or an alias as a key: all that stands under it is left out, the map's other keys are read. */
function refuseKey(reading: Reading, at: number, column: number): unknown {
  refuseKeyThatIsNoText(reading, at);
  skipDeeper(reading, column);
  return readMap(reading, at, column, false);
}
