// Reads what may stand before a value: an anchor (`&name`), an alias in its place (`*name`), a tag (`!…`, always a fault).
import { nearest } from '../../kernel/index.ts';
import { limits } from './limits.ts';
import { markedAt } from './places.ts';
import { countNodes, excerpt, fault, type Reading, stopAt } from './reading.ts';
import * as sign from './signs.ts';

/** Reads a name after `&` or `*` and stands right after it. */
export function readName(reading: Reading): string {
  const { text } = reading;
  const from = reading.offset + 1;
  let to = from;
  while (!sign.isGap(text.charCodeAt(to)) && !sign.isFlowSign(text.charCodeAt(to)) && to < text.length) to++;
  reading.offset = to;
  return text.slice(from, to);
}

/** Reads past a tag. A document says what its values are by its schema, not by tags. */
export function refuseTag(reading: Reading): void {
  const { text } = reading;
  const from = reading.offset;
  let to = from;
  while (!sign.isGap(text.charCodeAt(to)) && !sign.isFlowSign(text.charCodeAt(to)) && to < text.length) to++;
  fault(reading, from, 'yaml.tag', { text: excerpt(text, from, to) }, 'yaml.maybeDeleteTag');
  reading.offset = to;
}

/** Opens an anchor: until its value is read no alias may name it. `before` is an anchor that the same value has already. */
export function openAnchor(reading: Reading, name: string, at: number, before: string | undefined): void {
  if (before !== undefined) fault(reading, at, 'yaml.anchorTwice', { name: excerpt(name, 0, name.length) }, 'yaml.maybeDeleteIt');
  if (name === '') fault(reading, at, 'yaml.anchorWithoutName', {}, 'yaml.maybeNameAnchor');
  reading.openAnchors.add(name);
}

/** An alias is a value already; it takes no anchor of its own. */
export function refuseAliasAnchor(reading: Reading, name: string): void {
  if (reading.text.charCodeAt(reading.offset) !== sign.asterisk) return;
  fault(reading, reading.offset, 'yaml.anchorOnAlias', { name: excerpt(name, 0, name.length) }, 'yaml.maybeDeleteIt');
}

/** Keeps the value read last under an anchor's name; `nodesBefore` is the count before it. */
export function closeAnchor(reading: Reading, name: string, value: unknown, nodesBefore: number): void {
  reading.openAnchors.delete(name);
  reading.anchors.set(name, { value, mark: reading.mark, nodes: reading.nodes - nodesBefore, height: reading.height });
}

/**
 * The value that an alias repeats. It is the same object, not a copy, so that aliases of aliases cost nothing here;
 * what they would cost written out is counted, and refused beyond the bound before anyone walks it.
 */
export function readAlias(reading: Reading): unknown {
  const at = reading.offset;
  const name = readName(reading);
  const anchor = reading.anchors.get(name);
  if (anchor === undefined) {
    refuseAlias(reading, at, name);
    reading.mark = at;
    reading.height = 0;
    return null;
  }
  countNodes(reading, at, anchor.nodes);
  if (reading.depth + anchor.height > limits.depth) stopAt(reading, at, 'yaml.tooDeep', { limit: limits.depth }, 'yaml.maybeFlatten');
  reading.mark = markedAt(anchor.mark, at);
  reading.height = anchor.height;
  return anchor.value;
}

const mostSuggestions = 20;
const mostNames = 500;

function refuseAlias(reading: Reading, at: number, name: string): void {
  const short = excerpt(name, 0, name.length);
  if (reading.openAnchors.has(name)) {
    fault(reading, at, 'yaml.aliasInsideItself', { name: short }, 'yaml.maybeWriteOut');
    return;
  }
  const maySuggest = reading.faultCount < mostSuggestions && reading.anchors.size < mostNames;
  const meant = maySuggest ? nearest(name, reading.anchors.keys()) : undefined;
  const hint = meant === undefined ? 'yaml.maybeDefineAnchor' : { key: 'kernel.meant', values: { name: `*${meant}` } };
  fault(reading, at, 'yaml.aliasOfNothing', { name: short }, hint);
}
