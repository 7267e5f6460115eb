// Reads the one document of a file: what may stand before it, the value, what may stand after it.
import { readNode } from './block.ts';
import { offsetOf } from './places.ts';
import { closeLine, excerpt, fault, isDocumentMark, type Reading, skipLine, toContent } from './reading.ts';
import { percent } from './signs.ts';

/** Reads the whole text. A file that says nothing is an empty map. */
export function readDocument(reading: Reading): unknown {
  let lineStart = -1;
  while (toContent(reading) && reading.offset === reading.lineStart && reading.text.charCodeAt(reading.offset) === percent) {
    fault(reading, reading.offset, 'yaml.directive', { text: excerpt(reading.text, reading.offset) }, 'yaml.maybeDeleteLine');
    skipLine(reading);
  }
  if (isAtMark(reading) && reading.text.charAt(reading.offset) === '-') {
    reading.offset += 3;
    lineStart = reading.lineStart;
  }
  let value = readNode(reading, { least: 0, listAt: -1, isItem: false, lineStart });
  let mark = reading.mark;
  while (toContent(reading) && !isAtMark(reading)) {
    refuseRest(reading, value);
    const rest = readRest(reading);
    if (!isMap(value)) {
      value = rest;
      mark = reading.mark;
    }
  }
  closeDocument(reading);
  reading.mark = mark;
  return value ?? Object.create(null);
}

function isAtMark(reading: Reading): boolean {
  return reading.offset === reading.lineStart && isDocumentMark(reading.text, reading.offset);
}

/** Says why something follows a value that was thought to be the whole document. */
function refuseRest(reading: Reading, value: unknown): void {
  const { offset, text } = reading;
  if (isMap(value)) fault(reading, offset, 'yaml.indent', { found: offset - reading.lineStart, expected: 0 }, 'yaml.maybeAlign');
  else if (Array.isArray(value)) fault(reading, offset, 'yaml.noItem', { text: excerpt(text, offset) }, 'yaml.maybeDash');
  else {
    const at = offsetOf(reading.mark);
    fault(reading, at, 'yaml.noColon', { text: excerpt(text, at) }, 'yaml.maybeColonSpace');
  }
}

function readRest(reading: Reading): unknown {
  const { offset } = reading;
  const value = readNode(reading, { least: 0, listAt: -1, isItem: false, lineStart: -1 });
  if (reading.offset === offset) skipLine(reading);
  return value;
}

/** After `...` or a second `---` nothing may follow: a file holds one document. */
function closeDocument(reading: Reading): void {
  if (!isAtMark(reading)) return;
  const isEnd = reading.text.charAt(reading.offset) === '.';
  if (isEnd) {
    reading.offset += 3;
    closeLine(reading);
    if (!toContent(reading)) return;
  }
  fault(reading, reading.offset, 'yaml.secondDocument', {}, 'yaml.maybeOwnFile');
  reading.offset = reading.text.length;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
