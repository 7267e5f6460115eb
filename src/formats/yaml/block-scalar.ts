// Reads text that stands on lines of its own after `|` (lines kept) or `>` (lines folded), YAML 1.2 §8.1.
import { excerpt, fault, isDocumentMark, noteTab, type Reading } from './reading.ts';
import * as sign from './signs.ts';

type Header = { readonly folds: boolean; readonly indent: number; readonly chomping: '' | '-' | '+' };

/** Reads it from its sign on; its lines are indented deeper than `parent`, the column of what holds it (-1 for the whole document). */
export function readBlockScalar(reading: Reading, parent: number): string {
  reading.mark = reading.offset;
  reading.height = 0;
  const header = readHeader(reading);
  const least = parent + 1;
  const indent = header.indent > 0 ? Math.max(parent, 0) + header.indent : detectedIndent(reading, least);
  const lines = contentLines(reading, indent);
  return chomped(lines, header);
}

/** Reads `|`, an indentation digit, `-` or `+`, and a comment; then stands at the end of that line. */
function readHeader(reading: Reading): Header {
  const line = reading.text;
  const folds = line.charCodeAt(reading.offset) === sign.greaterThan;
  const start = reading.offset;
  let indent = 0;
  let chomping: Header['chomping'] = '';
  let offset = start + 1;
  for (; !sign.isGap(line.charCodeAt(offset)); offset++) {
    const letter = line.charAt(offset);
    if ((letter === '-' || letter === '+') && chomping === '') chomping = letter;
    else if (letter >= '1' && letter <= '9' && indent === 0) indent = Number(letter);
    else break;
  }
  const afterSigns = offset;
  while (sign.isBlank(line.charCodeAt(offset))) offset++;
  const rest = line.charCodeAt(offset);
  const isComment = rest === sign.hash && offset > afterSigns;
  if (rest !== sign.lineFeed && !isComment) {
    fault(reading, offset, 'yaml.textAfterBlockSign', { sign: folds ? '>' : '|', text: excerpt(line, offset) }, 'yaml.maybeNextLine');
  }
  reading.offset = line.indexOf('\n', offset);
  return { folds, indent, chomping };
}

/** The indentation of the first line with text; lines of blanks above it may not be longer. */
function detectedIndent(reading: Reading, least: number): number {
  const { text } = reading;
  let lineStart = reading.offset + 1;
  let longestEmpty = 0;
  let longestAt = lineStart;
  while (lineStart < text.length) {
    let offset = lineStart;
    while (text.charCodeAt(offset) === sign.space) offset++;
    const width = offset - lineStart;
    if (text.charCodeAt(offset) !== sign.lineFeed) {
      if (width < least) break;
      if (longestEmpty > width)
        fault(reading, longestAt, 'yaml.emptyLineTooLong', { spaces: longestEmpty, text: width }, 'yaml.maybeTrimLine');
      return width;
    }
    if (width > longestEmpty) {
      longestEmpty = width;
      longestAt = lineStart;
    }
    lineStart = offset + 1;
  }
  return Math.max(least, longestEmpty);
}

/** The lines that belong to it, without their indentation; stands at the end of the last one. */
function contentLines(reading: Reading, indent: number): string[] {
  const { text } = reading;
  const lines: string[] = [];
  let lineEnd = reading.offset;
  for (;;) {
    const lineStart = lineEnd + 1;
    if (lineStart >= text.length) break;
    let offset = lineStart;
    while (offset - lineStart < indent && text.charCodeAt(offset) === sign.space) offset++;
    const code = text.charCodeAt(offset);
    const isShort = offset - lineStart < indent;
    if (isShort && code !== sign.lineFeed) {
      if (code === sign.tab) noteTab(reading, offset);
      break;
    }
    if (indent === 0 && isDocumentMark(text, lineStart)) break;
    lineEnd = text.indexOf('\n', offset);
    lines.push(isShort ? '' : text.slice(offset, lineEnd));
    reading.lineStart = lineStart;
  }
  reading.offset = lineEnd;
  return lines;
}

function chomped(lines: readonly string[], header: Header): string {
  let count = lines.length;
  while (count > 0 && lines[count - 1] === '') count--;
  const body = lines.slice(0, count);
  const joined = header.folds ? folded(body) : body.join('\n');
  const trailing = lines.length - count;
  switch (header.chomping) {
    case '-':
      return joined;
    case '+':
      return count === 0 ? '\n'.repeat(trailing) : joined + '\n'.repeat(trailing + 1);
    default:
      return count === 0 ? '' : `${joined}\n`;
  }
}

/** Folding, §8.1.3: a line end between two lines of text is a space; lines that are indented deeper keep theirs. */
function folded(lines: readonly string[]): string {
  let result = '';
  let emptyLines = 0;
  let before: string | undefined;
  for (const line of lines) {
    if (line === '') {
      emptyLines++;
      continue;
    }
    if (before === undefined) result += '\n'.repeat(emptyLines);
    else if (isDeeper(before) || isDeeper(line)) result += '\n'.repeat(emptyLines + 1);
    else result += emptyLines === 0 ? ' ' : '\n'.repeat(emptyLines);
    result += line;
    before = line;
    emptyLines = 0;
  }
  return result;
}

function isDeeper(line: string): boolean {
  return sign.isBlank(line.charCodeAt(0));
}
