// Changes a YAML text so that everything that did not change stays as its author wrote it: comments, order, quotes, blank lines.
import type { Document, Node } from 'yaml';
import { Bug, Malformed, type Problem, utf8 } from '../../kernel/index.ts';
import { type Change, changesBetween, isSame, type Path } from './change.ts';
import { yamlLibrary } from './library.ts';
import { readYaml } from './read-yaml.ts';
import { splicesFor, withSplices } from './splice.ts';
import { isCollection, lineText, writeYaml } from './write-yaml.ts';

/** A value to put at a path, or a path to empty. A list's index may be its length, to append. */
export type YamlEdit = { readonly path: Path; readonly value: unknown } | { readonly path: Path; readonly remove: true };

/**
 * Applies edits in order. Missing maps on the way to a path are made. Only the lines that must change are touched; where
 * that cannot be done (brackets with comments inside, say) the text is written anew from its tree, which keeps comments and
 * order but not every blank. Throws `Malformed` when the text has faults or a path leads through what is no list or map.
 */
export function editYaml(text: string, edits: readonly YamlEdit[], file = ''): string {
  const before = faultless(file, text);
  const after = edits.reduce<unknown>((value, edit) => edited(file, value, edit.path, 'remove' in edit ? undefined : edit.value), before);
  const changes = changesBetween(before, after);
  if (changes.length === 0) return text;
  const unixText = text.replace(/\r\n?/g, '\n');
  const ways = [() => bySplices(unixText, changes, after), () => byTree(unixText, changes), () => writeYaml(after)];
  for (const way of ways) {
    const result = way();
    if (result === undefined || !says(result, after)) continue;
    return text.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result;
  }
  throw new Bug('an edited document does not read back as what was written');
}

function faultless(file: string, text: string): unknown {
  const { value, problems } = readYaml(file, utf8(text));
  if (problems.length > 0) throw new Malformed(problems);
  return value;
}

function says(text: string, value: unknown): boolean {
  const read = readYaml('', utf8(text));
  return read.problems.length === 0 && isSame(read.value, value ?? {});
}

/** The value with one edit applied; shares with the old one what did not change. `undefined` removes. */
function edited(file: string, value: unknown, path: Path, to: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(value)) {
    const index = typeof step === 'number' ? step : Number(step);
    if (!Number.isInteger(index) || index < 0 || index > value.length) throw new Malformed([noWay(file, path)]);
    const items: unknown[] = [...value];
    const item = edited(file, items[index], rest, to);
    if (item === undefined) items.splice(index, 1);
    else items[index] = item;
    return items;
  }
  if (value !== undefined && value !== null && !isCollection(value)) throw new Malformed([noWay(file, path)]);
  const map: Record<string, unknown> = Object.assign(Object.create(null), value);
  const key = String(step);
  const item = edited(file, map[key], rest, to);
  if (item === undefined) delete map[key];
  else map[key] = item;
  return map;
}

function noWay(file: string, path: Path): Problem {
  return { key: 'yaml.noWay', values: { step: String(path[0]) }, at: { file, line: 1, column: 1 } };
}

function bySplices(text: string, changes: readonly Change[], after: unknown): string | undefined {
  const splices = splicesFor(text, changes, after);
  return splices === undefined ? undefined : withSplices(text, splices);
}

/** A value as a node; text that would not stand safely without quotes gets them. */
function nodeOf(document: Document, value: unknown): Node {
  const node = document.createNode(value) as Node;
  yamlLibrary().visit(node, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && lineText(scalar.value, true) !== scalar.value) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return node;
}

/** By the package's own tree, which keeps comments and order but writes the whole text anew. */
function byTree(text: string, changes: readonly Change[]): string | undefined {
  const document = yamlLibrary().parseDocument(text, { uniqueKeys: false });
  try {
    // Later places first, so that earlier indices still hold.
    for (const change of [...changes].reverse()) {
      if (change.kind === 'remove') document.deleteIn(change.path);
      else if (change.kind === 'replace') document.setIn(change.path, nodeOf(document, change.value));
      else if (change.kind === 'addEntries')
        for (const [key, value] of change.entries) document.setIn([...change.path, key], nodeOf(document, value));
      else {
        const list = change.path.length === 0 ? document.contents : document.getIn(change.path, true);
        if (!yamlLibrary().isSeq(list)) return undefined;
        list.items.splice(change.index, 0, ...change.items.map((item) => nodeOf(document, item)));
      }
    }
    return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true });
  } catch {
    return undefined; // a path through an alias; the text is then written from its value
  }
}
