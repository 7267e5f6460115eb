// Reads lists and maps in brackets, `[a, b]` and `{ a: 1 }`, YAML 1.2 §7.4, over lines too.
import { addEntry, judgePlainKey, type MapInMaking, newMap } from './map-entry.ts';
import type { Mark } from './places.ts';
import { meaningOf, readFlowPlain } from './plain.ts';
import { closeAnchor, openAnchor, readAlias, readName, refuseAliasAnchor, refuseTag } from './properties.ts';
import { readQuoted } from './quoted.ts';
import { columnOf, countNodes, excerpt, fault, goDeeper, isDocumentMark, noteTabWithin, type Reading, toContent } from './reading.ts';
import * as sign from './signs.ts';

/** Reads from an opening bracket to right after its closing one. Further lines must be indented by at least `least` columns. */
export function readFlow(reading: Reading, least: number): unknown {
  const open = reading.offset;
  const isList = reading.text.charCodeAt(open) === sign.openBracket;
  goDeeper(reading, open);
  if (reading.isStopped) return null;
  reading.offset++;
  reading.openBrackets++;
  if (isList) reading.openLists++;
  const value = isList ? readList(reading, open, least) : readMap(reading, open, least);
  if (isList) reading.openLists--;
  reading.openBrackets--;
  reading.depth--;
  if (reading.openBrackets === 0) reading.isBroken = false;
  return value;
}

function readList(reading: Reading, open: number, least: number): unknown[] {
  const values: unknown[] = [];
  const marks: Mark[] = [];
  let height = 0;
  while (toItem(reading, open, least)) {
    const { offset: at, lineStart } = reading;
    let value = readItem(reading, least);
    if (takesColon(reading, at, least)) {
      if (reading.lineStart !== lineStart)
        fault(reading, at, 'yaml.keyIsNoText', { name: excerpt(reading.text, at) }, 'yaml.maybePlainKey');
      value = readPair(reading, at, value, least);
    }
    values.push(value);
    marks.push(reading.mark);
    height = Math.max(height, reading.height);
    toNextItem(reading, least);
  }
  reading.mark = { at: open, values: marks };
  reading.height = height + 1;
  return values;
}

/** `[a: 1]` is a list of one map of one entry. */
function readPair(reading: Reading, at: number, key: unknown, least: number): unknown {
  const map = newMap(at);
  const keyEnd = reading.offset - 1;
  goDeeper(reading, at);
  const value = readValue(reading, least);
  if (typeof key === 'string') addEntry(reading, map, key, at, value, reading.mark);
  else fault(reading, at, 'yaml.keyIsNoText', { name: excerpt(reading.text, at, keyEnd) }, 'yaml.maybePlainKey');
  reading.depth--;
  reading.mark = map.mark;
  reading.height++;
  return map.value;
}

function readMap(reading: Reading, open: number, least: number): unknown {
  const map = newMap(open);
  let height = 0;
  while (toItem(reading, open, least)) {
    readEntry(reading, map, least);
    height = Math.max(height, reading.height);
    toNextItem(reading, least);
  }
  reading.mark = map.mark;
  reading.height = height + 1;
  return map.value;
}

function readEntry(reading: Reading, map: MapInMaking, least: number): void {
  const { text } = reading;
  const at = reading.offset;
  const code = text.charCodeAt(at);
  const isExplicit = code === sign.questionMark && sign.isGap(text.charCodeAt(at + 1));
  if (isExplicit || code === sign.openBracket || code === sign.openBrace || code === sign.asterisk) {
    fault(reading, at, 'yaml.keyIsNoText', { name: excerpt(text, at) }, 'yaml.maybePlainKey');
    if (isExplicit) reading.offset++;
    else readItem(reading, least);
    if (takesColon(reading, at, least)) readValue(reading, least);
    return;
  }
  while (isProperty(text.charCodeAt(reading.offset))) {
    refuseKeyProperty(reading);
    if (!withinBrackets(reading, least)) return;
  }
  const keyAt = reading.offset;
  const isQuoted = isQuote(text.charCodeAt(keyAt));
  const key = isQuoted ? readQuoted(reading, least) : readFlowPlain(reading, least);
  const keyEnd = reading.offset;
  if (takesColon(reading, keyAt, least)) {
    if (!isQuoted) judgePlainKey(reading, key, keyAt);
    const value = readValue(reading, least);
    addEntry(reading, map, key, keyAt, value, reading.mark);
  } else {
    const name = excerpt(text, keyAt, keyEnd);
    if (key !== '') fault(reading, keyAt, 'yaml.keyWithoutValue', { text: name }, 'yaml.maybeColonSpace');
    reading.mark = keyAt;
    reading.height = 0;
    addEntry(reading, map, key, keyAt, null, keyAt);
  }
}

/** A value after `:`; nothing before the next comma or bracket is null. */
function readValue(reading: Reading, least: number): unknown {
  const at = reading.offset;
  if (!withinBrackets(reading, least) || endsItem(reading.text.charCodeAt(reading.offset))) {
    reading.mark = at;
    reading.height = 0;
    countNodes(reading, at, 1);
    return null;
  }
  return readItem(reading, least);
}

function readItem(reading: Reading, least: number): unknown {
  const { text } = reading;
  const nodesBefore = reading.nodes;
  let anchor: string | undefined;
  while (isProperty(text.charCodeAt(reading.offset))) {
    if (text.charCodeAt(reading.offset) === sign.exclamation) refuseTag(reading);
    else {
      const at = reading.offset;
      const name = readName(reading);
      openAnchor(reading, name, at, anchor);
      anchor = name;
    }
    if (!withinBrackets(reading, least)) break;
  }
  if (anchor !== undefined) refuseAliasAnchor(reading, anchor);
  const value = readBare(reading, least);
  if (anchor !== undefined) closeAnchor(reading, anchor, value, nodesBefore);
  return value;
}

function readBare(reading: Reading, least: number): unknown {
  const { text } = reading;
  const at = reading.offset;
  const code = text.charCodeAt(at);
  if (code === sign.openBracket || code === sign.openBrace) return readFlow(reading, least);
  countNodes(reading, at, 1);
  if (code === sign.asterisk) return readAlias(reading);
  reading.mark = at;
  reading.height = 0;
  if (isQuote(code)) return readQuoted(reading, least);
  if (reading.isBroken || endsItem(code)) return null;
  const plain = readFlowPlain(reading, least);
  reading.mark = at;
  return meaningOf(reading, at, plain);
}

/** Moves to the next item; false at the closing bracket, which it takes, and when the brackets end nowhere. */
function toItem(reading: Reading, open: number, least: number): boolean {
  const { text } = reading;
  const isList = text.charCodeAt(open) === sign.openBracket;
  for (;;) {
    if (!withinBrackets(reading, least)) {
      if (!reading.isStopped && !reading.isBroken) neverCloses(reading, open);
      reading.isBroken = true;
      return false;
    }
    const code = text.charCodeAt(reading.offset);
    if (code === (isList ? sign.closeBracket : sign.closeBrace)) {
      reading.offset++;
      return false;
    }
    if (code === sign.comma) fault(reading, reading.offset, 'yaml.nothingBeforeComma', {}, 'yaml.maybeDeleteIt');
    else if (code === sign.closeBracket || code === sign.closeBrace) {
      const opened = code === sign.closeBracket ? reading.openLists : reading.openBrackets - reading.openLists;
      if (opened > 0) {
        neverCloses(reading, open);
        return false;
      }
      fault(reading, reading.offset, 'yaml.wrongBracket', { sign: text.charAt(reading.offset) }, 'yaml.maybeDeleteIt');
    } else return true;
    reading.offset++;
  }
}

/** Moves past the comma after an item; what stands there instead is a fault, and the next item. */
function toNextItem(reading: Reading, least: number): void {
  if (!withinBrackets(reading, least)) return;
  const { text, offset } = reading;
  const code = text.charCodeAt(offset);
  if (code === sign.comma) reading.offset++;
  else if (code !== sign.closeBracket && code !== sign.closeBrace) {
    fault(reading, offset, 'yaml.noComma', { text: excerpt(text, offset) }, 'yaml.maybeAddComma');
    if (code === sign.colon || code === sign.hash) reading.offset++;
  }
}

function neverCloses(reading: Reading, open: number): void {
  const letter = reading.text.charAt(open);
  fault(reading, open, 'yaml.bracketNeverCloses', { sign: letter, closing: letter === '[' ? ']' : '}' }, 'yaml.maybeCloseBracket');
}

/** Moves over blanks, lines and comments; false when text or indentation ends, and with it the brackets. The last may close at its key's column. */
function withinBrackets(reading: Reading, least: number): boolean {
  if (reading.isBroken) return false;
  const { lineStart } = reading;
  if (toContent(reading)) {
    if (reading.lineStart === lineStart) return true;
    noteTabWithin(reading, reading.lineStart, Math.min(reading.lineStart + least, reading.offset));
    const code = reading.text.charCodeAt(reading.offset);
    const isLastClosing = reading.openBrackets === 1 && (code === sign.closeBracket || code === sign.closeBrace);
    const isInside = columnOf(reading) >= (isLastClosing ? least - 1 : least);
    const isMark = columnOf(reading) === 0 && isDocumentMark(reading.text, reading.offset);
    if (isInside && !isMark) return true;
    reading.offset = reading.lineStart - 1;
    reading.lineStart = lineStart;
  }
  return false;
}

/** Takes the colon after a key; after a quote it needs no blank behind it. */
function takesColon(reading: Reading, keyAt: number, least: number): boolean {
  const { text } = reading;
  if (!withinBrackets(reading, least)) return false;
  const { offset } = reading;
  if (text.charCodeAt(offset) !== sign.colon) return false;
  const next = text.charCodeAt(offset + 1);
  const isAdjacent =
    isQuote(text.charCodeAt(keyAt)) || text.charCodeAt(keyAt) === sign.openBracket || text.charCodeAt(keyAt) === sign.openBrace;
  if (!isAdjacent && !sign.isGap(next) && !sign.isFlowSign(next)) return false;
  reading.offset++;
  return true;
}

function refuseKeyProperty(reading: Reading): void {
  const at = reading.offset;
  if (reading.text.charCodeAt(at) === sign.exclamation) refuseTag(reading);
  else fault(reading, at, 'yaml.anchorOnKey', { name: readName(reading) }, 'yaml.maybeMoveAnchor');
}

function endsItem(code: number): boolean {
  return code === sign.comma || code === sign.closeBracket || code === sign.closeBrace;
}

function isProperty(code: number): boolean {
  return code === sign.ampersand || code === sign.exclamation;
}

function isQuote(code: number): boolean {
  return code === sign.doubleQuote || code === sign.singleQuote;
}
