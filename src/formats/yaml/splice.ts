// Turns changes of values into changes of a text's lines. Whatever it is not sure of it leaves to the tree (`edit-yaml.ts`).
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { unreachable } from '../../kernel/index.ts';
import type { Change, Path } from './change.ts';
import { yamlLibrary } from './library.ts';
import { afterSign, columnAt, entriesOf, inlineText, isCollection, lineText, opensLine, writeYaml } from './write-yaml.ts';

/** Text in place of the text from one offset to another. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** The splices for all changes that lead to `after`, or none when one of them cannot be made by lines alone. */
export function splicesFor(text: string, changes: readonly Change[], after: unknown): Splice[] | undefined {
  const root = yamlLibrary().parseDocument(text, { uniqueKeys: false }).contents;
  const splices: Splice[] = [];
  for (const change of changes) {
    const splice = root === null ? undefined : spliceFor(text, root, change, after);
    if (splice === undefined) return undefined;
    splices.push(...splice);
  }
  // Two changes in the same brackets write the brackets twice, and the same.
  const distinct = splices.filter((splice, index) => !splices.slice(0, index).some((other) => isEqual(other, splice)));
  distinct.sort((a, b) => a.from - b.from || a.to - b.to);
  const overlap = distinct.some((splice, index) => splice.from < (distinct[index - 1]?.to ?? 0));
  return overlap ? undefined : distinct;
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

function isEqual(one: Splice, other: Splice): boolean {
  return one.from < one.to && one.from === other.from && one.to === other.to && one.text === other.text;
}

function spliceFor(text: string, root: Node, change: Change, after: unknown): readonly Splice[] | undefined {
  const found = walk(root, change.path);
  if (found === undefined) return undefined;
  const isScalar = change.kind === 'replace' && !isCollection(change.value);
  if (found.brackets !== undefined && isScalar) return replaceInBrackets(found.node, change.value);
  if (found.brackets !== undefined) return rewriteBrackets(text, found.brackets, after);
  switch (change.kind) {
    case 'replace':
      return replace(text, found, change.value);
    case 'remove':
      return remove(text, found);
    case 'addEntries':
    case 'addItems':
      if (isFlow(found.node)) return rewriteBrackets(text, { node: found.node, path: change.path }, after);
      return change.kind === 'addItems' ? addItems(text, found.node, change) : addEntries(text, found.node, change);
    default:
      return unreachable(change);
  }
}

type Brackets = { readonly node: Node; readonly path: Path };

/** A node and where it hangs: the offset of the key or of the item's `-`, its place among its siblings. */
type Found = {
  readonly node: Node;
  /** The outermost brackets around it. */
  readonly brackets: Brackets | undefined;
  readonly signAt: number;
  readonly signEnd: number;
  readonly index: number;
  readonly siblings: number;
  readonly isItem: boolean;
};

function walk(root: Node, path: Path): Found | undefined {
  const { isMap, isSeq, isScalar, isNode } = yamlLibrary();
  let found: Found = { node: root, brackets: undefined, signAt: -1, signEnd: -1, index: 0, siblings: 1, isItem: false };
  for (const [depth, step] of path.entries()) {
    const { node } = found;
    const brackets = found.brackets ?? (isFlow(node) ? { node, path: path.slice(0, depth) } : undefined);
    if (isMap(node)) {
      const index = node.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value ?? '') === String(step));
      const pair: Pair | undefined = node.items[index];
      if (pair === undefined || !isNode(pair.key) || !isNode(pair.value)) return undefined;
      const [signAt, keyEnd] = rangeOf(pair.key);
      found = { node: pair.value, brackets, signAt, signEnd: keyEnd, index, siblings: node.items.length, isItem: false };
    } else if (isSeq(node)) {
      const index = Number(step);
      const item = node.items[index];
      if (!isNode(item)) return undefined;
      found = { node: item, brackets, signAt: -1, signEnd: -1, index, siblings: node.items.length, isItem: true };
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

/** Writes brackets anew from their outermost on; comments inside leave that to the tree. */
function rewriteBrackets(text: string, brackets: Brackets, after: unknown): readonly Splice[] | undefined {
  const [from, to] = rangeOf(brackets.node);
  if (from < 0 || text.slice(from, to).includes('#')) return undefined;
  const value = brackets.path.reduce<unknown>((holder, step) => (isCollection(holder) ? Reflect.get(holder, step) : undefined), after);
  return [{ from, to, text: inlineText(value, 0, true) }];
}

function hasProperties(node: Node): boolean {
  return yamlLibrary().isAlias(node) || ('anchor' in node && node.anchor !== undefined);
}

function replace(text: string, found: Found, value: unknown): readonly Splice[] | undefined {
  const { node } = found;
  const [start, stop] = rangeOf(node);
  if (hasProperties(node)) return undefined;
  const isRoot = !found.isItem && found.signEnd < 0;
  if (isRoot && columnAt(text, start) === 0) return [{ from: start, to: endOf(text, node), text: writeYaml(value ?? {}).trimEnd() }];
  const sign = signOf(text, found, start);
  if (sign === undefined) return undefined;
  // The tree puts an empty value behind the comments that follow it; it stands right after its sign.
  const [from, to] = start === stop ? [sign.end, sign.end] : [start, stop];
  const column = columnAt(text, sign.at) + 2;
  const isSameLine = !text.slice(sign.end, from).includes('\n');
  const isBlock = isCollection(value) && entriesOf(value).length > 0;
  if (isFlow(node) && isBlock && !text.slice(from, to).includes('#')) return [{ from, to, text: inlineText(value, 0, true) }];
  const end = start === stop ? sign.end : endOf(text, node);
  // A comment on the line of the key stays there; comments inside the old value go with it.
  const lineFrom = isSameLine ? end : sign.end;
  const comment = text.slice(lineFrom, lineEndOf(text, lineFrom)).trim();
  if (comment !== '' && (!comment.startsWith('#') || (isBlock && found.isItem))) return undefined;
  const beforeLineEnd = comment === '' ? '' : ` ${comment}`;
  if (isBlock) {
    const to = isSameLine ? lineEndOf(text, end) : end;
    return [{ from: sign.end, to, text: beforeLineEnd + afterSign(value, column, found.isItem) }];
  }
  const written = comment !== '' && typeof value === 'string' ? lineText(value, false) : inlineText(value, column, false);
  if (!isSameLine) return [{ from: sign.end, to: end, text: ` ${written}${beforeLineEnd}` }];
  return from === to ? [{ from, to, text: ` ${written}` }] : [{ from, to: end, text: written }];
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
  const sign = signOf(text, found, rangeOf(found.node)[0]);
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
  const end = endOfEntry(text, sign.end, found.node);
  return [{ from: start, to: Math.min(end + 1, text.length), text: '' }];
}

function addEntries(text: string, node: Node, { after, entries }: Change & { kind: 'addEntries' }): readonly Splice[] | undefined {
  const { isMap, isScalar, isNode } = yamlLibrary();
  if (!isMap(node)) return undefined;
  const map: YAMLMap = node;
  const last = map.items.find((pair) => isScalar(pair.key) && pair.key.value === after);
  if (last === undefined || !isNode(last.key) || !isNode(last.value)) return undefined;
  const column = columnAt(text, rangeOf(last.key)[0]);
  const indent = ' '.repeat(column);
  const added = entries.map(([key, value]) => `\n${indent}${lineText(key, false)}:${afterSign(value, column + 2, false)}`);
  const at = endOfEntry(text, rangeOf(last.key)[1], last.value);
  return [{ from: at, to: at, text: added.join('') }];
}

function addItems(text: string, node: Node, { index, items }: Change & { kind: 'addItems' }): readonly Splice[] | undefined {
  const { isSeq, isNode } = yamlLibrary();
  if (!isSeq(node)) return undefined;
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
  return lineEndOf(text, isEmptyNode(value) ? signEnd : endOf(text, value));
}

/** Where a value's own text ends: the tree counts the blanks, empty lines and comments after it to it as well. */
function endOf(text: string, node: Node): number {
  const { isMap, isSeq, isNode } = yamlLibrary();
  const [from, to] = rangeOf(node);
  const isBlock = !isFlow(node);
  const item = isBlock && isSeq(node) ? node.items.at(-1) : undefined;
  if (isNode(item)) return endOf(text, item);
  const pair = isBlock && isMap(node) ? node.items.at(-1) : undefined;
  if (pair !== undefined && isNode(pair.key)) {
    const sign = text.indexOf(':', rangeOf(pair.key)[1]) + 1;
    return isNode(pair.value) && !isEmptyNode(pair.value) ? endOf(text, pair.value) : sign;
  }
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function isEmptyNode(node: Node): boolean {
  const [from, to] = rangeOf(node);
  return from === to;
}

function lineEndOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
