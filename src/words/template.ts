// Reads a message's text into parts. What a message may hold:
//   {name}                      the value as the language writes it: text, number, yes/no, a list joined with "and"
//   {name, or}                  a list joined with "or"
//   {name, plain}               a number without grouping
//   {name, percent}             a share, 0.25 as 25 %
//   {name, duration}            minutes, 90 as 1 h 30 min
//   {name, date|time|dateTime}  an instant (minutes since 1970, or ISO 8601 text) by the zone given to `say`
//   {name, plural, =0 {none} one {# unit} other {# units}}   by the language's rule; a list counts its members; # is the number
//   {name, select, day {by day} other {by night}}            by the value itself
//   \{  \}  \#  \\              the sign itself
import { Bug } from '../kernel/index.ts';

const formats = ['or', 'plain', 'percent', 'duration', 'date', 'time', 'dateTime'] as const;

export type Format = (typeof formats)[number] | 'auto';

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly format: Format }
  | { readonly kind: 'count' }
  | { readonly kind: 'choice'; readonly by: 'plural' | 'select'; readonly name: string; readonly branches: ReadonlyMap<string, Template> };

export type Template = readonly Part[];

/** The parts of a message; throws a `Bug` that shows the message when it is not well formed. */
export function readTemplate(text: string): Template {
  const cursor: Cursor = { text, at: 0 };
  const template = readParts(cursor, false);
  if (cursor.at < text.length) throw malformed(cursor, 'a closing brace without an opening one');
  return template;
}

/** The names of the values that a message speaks of. */
export function namesIn(template: Template): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of template) {
    if (part.kind === 'value' || part.kind === 'choice') names.add(part.name);
    if (part.kind === 'choice') for (const branch of part.branches.values()) for (const name of namesIn(branch)) names.add(name);
  }
  return names;
}

type Cursor = { readonly text: string; at: number };

function readParts(cursor: Cursor, counts: boolean): Template {
  const parts: Part[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (cursor.at < cursor.text.length) {
    const sign = cursor.text.charAt(cursor.at);
    if (sign === '}') break;
    cursor.at++;
    if (sign === '\\') {
      text += cursor.text.charAt(cursor.at++);
    } else if (sign === '#' && counts) {
      endText();
      parts.push({ kind: 'count' });
    } else if (sign === '{') {
      endText();
      parts.push(readPlaceholder(cursor, counts));
    } else {
      text += sign;
    }
  }
  endText();
  return parts;
}

function readPlaceholder(cursor: Cursor, counts: boolean): Part {
  const name = readWord(cursor);
  if (takes(cursor, '}')) return { kind: 'value', name, format: 'auto' };
  expect(cursor, ',');
  const format = readWord(cursor);
  if (format === 'plural' || format === 'select') {
    expect(cursor, ',');
    return { kind: 'choice', by: format, name, branches: readBranches(cursor, counts || format === 'plural') };
  }
  expect(cursor, '}');
  const known = formats.find((candidate) => candidate === format);
  if (known === undefined) throw malformed(cursor, `no format ${format}`);
  return { kind: 'value', name, format: known };
}

function readBranches(cursor: Cursor, counts: boolean): ReadonlyMap<string, Template> {
  const branches = new Map<string, Template>();
  while (!takes(cursor, '}')) {
    const label = readWord(cursor);
    if (branches.has(label)) throw malformed(cursor, `the branch ${label} twice`);
    expect(cursor, '{');
    branches.set(label, readParts(cursor, counts));
    expect(cursor, '}');
  }
  if (!branches.has('other')) throw malformed(cursor, 'no branch "other"');
  return branches;
}

function readWord(cursor: Cursor): string {
  skipSpace(cursor);
  const start = cursor.at;
  while (/[\p{L}\p{N}_=.-]/u.test(cursor.text.charAt(cursor.at))) cursor.at++;
  if (cursor.at === start) throw malformed(cursor, 'no word');
  return cursor.text.slice(start, cursor.at);
}

function takes(cursor: Cursor, sign: string): boolean {
  skipSpace(cursor);
  if (cursor.text.charAt(cursor.at) !== sign) return false;
  cursor.at++;
  return true;
}

function expect(cursor: Cursor, sign: string): void {
  if (!takes(cursor, sign)) throw malformed(cursor, `no ${sign}`);
}

function skipSpace(cursor: Cursor): void {
  while (/\s/.test(cursor.text.charAt(cursor.at))) cursor.at++;
}

function malformed(cursor: Cursor, what: string): Bug {
  return new Bug(`message «${cursor.text}» has ${what} at letter ${cursor.at + 1}`);
}
