// Turns changes of values into changes of a text's lines. Whatever it is not sure of it leaves to the tree (`edit-yaml.ts`).
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Change, Path } from './change.ts';
import { yamlLibrary } from './library.ts';
import { afterSign, columnAt, entriesOf, inlineText, isCollection, lineText, opensLine } from './write-yaml.ts';

/** Text in place of the text from one offset to another. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** The splices for all changes, or none when one of them cannot be made by lines alone. */
export function splicesFor(text: string, changes: readonly Change[]): Splice[] | undefined {
  const root = yamlLibrary().parseDocument(text, { uniqueKeys: false }).contents;
  const splices: Splice[] = [];
  for (const change of changes) {
    const splice = root === null ? undefined : spliceFor(text, root, change);
    if (splice === undefined) return undefined;
    splices.push(...splice);
  }
  splices.sort((a, b) => a.from - b.from || a.to - b.to);
  const overlap = splices.some((splice, index) => splice.from < (splices[index - 1]?.to ?? 0));
  return overlap ? undefined : splices;
}

export function withSplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let done = 0;
  for (const splice of splices) {
    result += text.slice(done, splice.from) + splice.text;
    done = splice.to;
  }
  return result + text.slice(done);
}

function spliceFor(text: string, root: Node, change: Change): readonly Splice[] | undefined {
  const found = walk(root, change.path);
  if (found === undefined) return undefined;
  if (found.isInBrackets && change.kind === 'replace' && !isCollection(change.value)) return replaceInBrackets(found.node, change.value);
  if (found.isInBrackets) return undefined;
  switch (change.kind) {
    case 'replace':
      return replace(text, found, change.value);
    case 'remove':
      return remove(text, found);
    case 'addEntries':
      return addEntries(text, found.node, change.after, change.entries);
    case 'addItems':
      return addItems(text, found.node, change.index, change.items);
  }
}

/** A node and where it hangs: the offset of the key or of the item's `-`, its place among its siblings. */
type Found = {
  readonly node: Node;
  readonly isInBrackets: boolean;
  readonly signAt: number;
  readonly signEnd: number;
  readonly index: number;
  readonly siblings: number;
  readonly isItem: boolean;
};

function walk(root: Node, path: Path): Found | undefined {
  const { isMap, isSeq, isScalar, isNode } = yamlLibrary();
  let found: Found = { node: root, isInBrackets: false, signAt: -1, signEnd: -1, index: 0, siblings: 1, isItem: false };
  for (const step of path) {
    const { node } = found;
    const isInBrackets = found.isInBrackets || isFlow(node);
    if (isMap(node)) {
      const index = node.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value ?? '') === String(step));
      const pair: Pair | undefined = node.items[index];
      if (pair === undefined || !isNode(pair.key) || !isNode(pair.value)) return undefined;
      const [signAt, keyEnd] = rangeOf(pair.key);
      found = { node: pair.value, isInBrackets, signAt, signEnd: keyEnd, index, siblings: node.items.length, isItem: false };
    } else if (isSeq(node)) {
      const index = Number(step);
      const item = node.items[index];
      if (!isNode(item)) return undefined;
      found = { node: item, isInBrackets, signAt: -1, signEnd: -1, index, siblings: node.items.length, isItem: true };
    } else return undefined;
  }
  return found;
}

function isFlow(node: Node): boolean {
  const { isCollection: isNodeCollection } = yamlLibrary();
  return isNodeCollection(node) && node.flow === true;
}

function rangeOf(node: Node): readonly [number, number] {
  const [from = -1, to = -1] = node.range ?? [];
  return [from, to];
}

function replaceInBrackets(node: Node, value: unknown): readonly Splice[] | undefined {
  const [from, to] = rangeOf(node);
  if (!yamlLibrary().isScalar(node) || from === to || hasProperties(node)) return undefined;
  return [{ from, to, text: inlineText(value, 0, true) }];
}

function hasProperties(node: Node): boolean {
  return yamlLibrary().isAlias(node) || ('anchor' in node && node.anchor !== undefined);
}

function replace(text: string, found: Found, value: unknown): readonly Splice[] | undefined {
  const { node } = found;
  const [from, to] = rangeOf(node);
  if (hasProperties(node)) return undefined;
  const sign = signOf(text, found, from);
  if (sign === undefined) return undefined;
  const column = columnAt(text, sign.at) + 2;
  const isSameLine = !text.slice(sign.end, from).includes('\n');
  const isBlock = isCollection(value) && entriesOf(value).length > 0;
  if (isFlow(node) && isBlock && !text.slice(from, to).includes('#')) return [{ from, to, text: inlineText(value, 0, true) }];
  const end = trimmedEnd(text, from, to);
  const rest = text.slice(end, lineEndOf(text, end)).trim();
  const hasComment = rest !== '' || text.slice(sign.end, from).trim() !== '';
  if (isBlock || !isSameLine) return hasComment ? undefined : [{ from: sign.end, to: end, text: afterSign(value, column, found.isItem) }];
  const isSeveralLines = hasComment && typeof value === 'string' && value.includes('\n');
  const written = isSeveralLines ? lineText(value, true) : inlineText(value, column, false);
  return from === to ? [{ from: sign.end, to: sign.end, text: ` ${written}` }] : [{ from, to: end, text: written }];
}

/** Where the key or dash of a value stands, and where what follows it begins. */
function signOf(text: string, found: Found, valueAt: number): { readonly at: number; readonly end: number } | undefined {
  if (found.isItem) {
    const dash = text.lastIndexOf('-', valueAt - 1);
    return dash >= 0 && text.slice(dash + 1, valueAt).trim() === '' ? { at: dash, end: dash + 1 } : undefined;
  }
  if (found.signEnd < 0) return undefined;
  const colon = text.indexOf(':', found.signEnd);
  return text.slice(found.signEnd, colon).trim() === '' ? { at: found.signAt, end: colon + 1 } : undefined;
}

/** Removes an entry or item with its lines, and with the comment right above it unless it is the first one. */
function remove(text: string, found: Found): readonly Splice[] | undefined {
  const [from, to] = rangeOf(found.node);
  const sign = signOf(text, found, from);
  if (found.siblings < 2 || sign === undefined || !opensLine(text, sign.at) || hasProperties(found.node)) return undefined;
  const lineStart = text.lastIndexOf('\n', sign.at - 1) + 1;
  const column = sign.at - lineStart;
  let start = lineStart;
  while (found.index > 0 && start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(above, start);
    if (line.trimStart().charAt(0) !== '#' || line.length - line.trimStart().length !== column) break;
    start = above;
  }
  const end = lineEndOf(text, Math.max(trimmedEnd(text, from, to), sign.end));
  return [{ from: start, to: Math.min(end + 1, text.length), text: '' }];
}

function addEntries(
  text: string,
  node: Node,
  after: string | undefined,
  entries: readonly [string, unknown][],
): readonly Splice[] | undefined {
  const { isMap, isScalar, isNode } = yamlLibrary();
  if (!isMap(node) || isFlow(node)) return undefined;
  const map: YAMLMap = node;
  const last = map.items.find((pair) => isScalar(pair.key) && pair.key.value === after);
  if (last === undefined || !isNode(last.key) || !isNode(last.value)) return undefined;
  const column = columnAt(text, rangeOf(last.key)[0]);
  const indent = ' '.repeat(column);
  const added = entries.map(([key, value]) => `\n${indent}${lineText(key, false)}:${afterSign(value, column + 2, false)}`);
  const at = endOfEntry(text, rangeOf(last.key)[1], last.value);
  return [{ from: at, to: at, text: added.join('') }];
}

function addItems(text: string, node: Node, index: number, items: readonly unknown[]): readonly Splice[] | undefined {
  const { isSeq, isNode } = yamlLibrary();
  if (!isSeq(node) || isFlow(node)) return undefined;
  const list: YAMLSeq = node;
  const column = columnAt(text, rangeOf(node)[0]);
  const indent = ' '.repeat(column);
  const written = items.map((item) => `${indent}-${afterSign(item, column + 2, true)}`);
  const before = list.items[index - 1];
  if (isNode(before)) {
    const at = endOfEntry(text, rangeOf(before)[0], before);
    return [{ from: at, to: at, text: written.map((item) => `\n${item}`).join('') }];
  }
  const at = rangeOf(node)[0] - column;
  return opensLine(text, at + column) ? [{ from: at, to: at, text: written.map((item) => `${item}\n`).join('') }] : undefined;
}

/** The end of the last line of an entry, comment included. */
function endOfEntry(text: string, signEnd: number, value: Node): number {
  const [from, to] = rangeOf(value);
  return lineEndOf(text, Math.max(trimmedEnd(text, from, to), signEnd));
}

/** Where a value's text ends, without the blanks, empty lines and comments that the tree counts to it. */
function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function lineEndOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
