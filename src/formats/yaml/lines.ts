// Turns an offset in a file's text into the line and column that people and editors count.
import type { Place } from '../../kernel/index.ts';

/** Says where an offset of the text stands. */
export type Lines = { placeAt(offset: number): Place };

/**
 * The lines of a text. Columns count characters (Unicode code points) from 1, so that 集 and 🚁 are one column each.
 * Nothing is computed before the first question; questions in rising order along one line cost one pass of it.
 */
export function linesOf(file: string, text: string): Lines {
  let starts: readonly number[] | undefined;
  let known = { start: -1, offset: 0, column: 1 };
  return {
    placeAt(offset) {
      starts ??= lineStarts(text);
      const line = lineOf(starts, offset);
      const start = starts[line] ?? 0;
      if (known.start !== start || known.offset > offset) known = { start, offset: start, column: 1 };
      known = { start, offset, column: known.column + charactersBetween(text, known.offset, offset) };
      return { file, line: line + 1, column: known.column };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function charactersBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && index > from;
    if (!isSecondHalf) count++;
  }
  return count;
}
