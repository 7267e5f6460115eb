// Finds the keys of maps in blocks, and says what is wrong with lines that should hold one.
import { judgePlainKey } from './map-entry.ts';
import { plainKeyEnd } from './plain.ts';
import { readName, refuseTag } from './properties.ts';
import { closingQuoteOnLine, readQuoted } from './quoted.ts';
import { excerpt, fault, type Reading } from './reading.ts';
import * as sign from './signs.ts';

/** Refuses anchors and tags before a key, and stands at the key. */
export function refuseKeyProperties(reading: Reading): void {
  for (;;) {
    const at = reading.offset;
    const code = reading.text.charCodeAt(at);
    if (code === sign.exclamation) refuseTag(reading);
    else if (code === sign.ampersand) refuseKeyAnchor(reading, at, readName(reading));
    else return;
    while (sign.isBlank(reading.text.charCodeAt(reading.offset))) reading.offset++;
  }
}

/** Takes a key and its colon if one stands here; else moves nowhere. */
export function takesKey(reading: Reading): boolean {
  const { text, offset } = reading;
  const code = text.charCodeAt(offset);
  if (code === sign.doubleQuote || code === sign.singleQuote) {
    const close = closingQuoteOnLine(text, offset);
    if (close < 0) return false;
    let after = close + 1;
    while (sign.isBlank(text.charCodeAt(after))) after++;
    if (text.charCodeAt(after) !== sign.colon || !sign.isGap(text.charCodeAt(after + 1))) return false;
    reading.key = readQuoted(reading, 0);
    reading.keyAt = offset;
    reading.offset = after + 1;
    return true;
  }
  const isExplicit = code === sign.questionMark && sign.isGap(text.charCodeAt(offset + 1));
  const end = isExplicit ? -1 : plainKeyEnd(text, offset);
  if (end < 0) return false;
  let last = end;
  while (last > offset && sign.isBlank(text.charCodeAt(last - 1))) last--;
  reading.key = text.slice(offset, last);
  reading.keyAt = offset;
  reading.offset = end + 1;
  if (sign.isReserved(code)) fault(reading, offset, 'yaml.reservedSign', { sign: text.charAt(offset) }, 'yaml.maybeQuote');
  judgePlainKey(reading, reading.key, offset);
  return true;
}

/** Whether an unquoted or quoted key may begin with a sign. */
export function mayBeKey(code: number): boolean {
  switch (code) {
    case sign.openBracket:
    case sign.openBrace:
    case sign.asterisk:
    case sign.ampersand:
    case sign.exclamation:
    case sign.pipe:
    case sign.greaterThan:
      return false;
    default:
      return true;
  }
}

/** Whether the `-` of an item stands here. */
export function isItemSign(reading: Reading): boolean {
  const { text, offset } = reading;
  return text.charCodeAt(offset) === sign.dash && sign.isGap(text.charCodeAt(offset + 1));
}

/** Whether a colon follows that would make what was just read a key. */
export function isColonNext(reading: Reading): boolean {
  const { text } = reading;
  let { offset } = reading;
  while (sign.isBlank(text.charCodeAt(offset))) offset++;
  return text.charCodeAt(offset) === sign.colon && sign.isGap(text.charCodeAt(offset + 1));
}

/** A line at the column of a map's keys that holds no key. */
export function refuseLine(reading: Reading): void {
  const { text, offset } = reading;
  const code = text.charCodeAt(offset);
  const isComplex = code === sign.openBracket || code === sign.openBrace || code === sign.asterisk || code === sign.questionMark;
  if (isItemSign(reading)) fault(reading, offset, 'yaml.itemAmongKeys', { text: excerpt(text, offset) }, 'yaml.maybeIndentList');
  else if (isComplex && plainKeyEnd(text, offset) >= 0) refuseKeyThatIsNoText(reading, offset);
  else fault(reading, offset, 'yaml.noColon', { text: excerpt(text, offset) }, 'yaml.maybeColonSpace');
}

/** A list, a map or an alias where a key is due. */
export function refuseKeyThatIsNoText(reading: Reading, at: number): void {
  fault(reading, at, 'yaml.keyIsNoText', { name: excerpt(reading.text, at) }, 'yaml.maybePlainKey');
}

/** An anchor before a key names the key alone, which nobody means. */
export function refuseKeyAnchor(reading: Reading, at: number, name: string): void {
  fault(reading, at, 'yaml.anchorOnKey', { name: excerpt(name, 0, name.length) }, 'yaml.maybeMoveAnchor');
}
