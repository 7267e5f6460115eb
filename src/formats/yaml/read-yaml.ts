// Bytes of one file → its value, with the place of everything in it and all that is wrong. First step of reading a document.
import type { Problem } from '../../kernel/index.ts';
import { classLineOf } from './class-line.ts';
import { readDocument } from './document.ts';
import { limits } from './limits.ts';
import { linesOf } from './lines.ts';
import { type PlaceOf, placesOf } from './places.ts';
import { newReading, type Reading } from './reading.ts';
import { textOfBytes } from './text-of-bytes.ts';

/**
 * A file as read. `value` is plain data: maps without prototype, lists, texts, numbers, yes and no, null.
 * With problems it is what could be made of the file, so that later checks may find more; it must not be used.
 */
export type YamlFile = {
  readonly file: string;
  readonly value: unknown;
  /** The text after `class:` on the first line; see `classLineOf`. */
  readonly classLine: string | undefined;
  readonly places: PlaceOf;
  readonly problems: readonly Problem[];
};

/**
 * Reads a YAML 1.2 file (core schema) of one document. Never throws, whatever the bytes; collects every fault with its place.
 *
 * A document is plain: text keys only, no tags, no merge keys, no directives. `NO`, `on`, `12:30` and dates are text,
 * `0123` is the number 123. Anchors and aliases are followed, within `limits`; repeated values are the same object.
 */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  const classLine = classLineOf(bytes);
  const { text, problems } = textOfBytes(file, bytes);
  if (text === undefined) {
    const places = placesOf(0, linesOf(file, ''));
    return { file, value: Object.create(null), classLine, places, problems };
  }
  const reading = newReading(file, text);
  const value = readDocument(reading);
  const places = placesOf(reading.mark, reading.lines);
  judgeClass(reading, value, classLine, places);
  return { file, value, classLine, places, problems: [...problems, ...faultsOf(reading)] };
}

/** The class that restriction went by must be the class that the file states; anything else would be read by the wrong people. */
function judgeClass(reading: Reading, value: unknown, classLine: string | undefined, places: PlaceOf): void {
  const stated =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>).class : undefined;
  if (stated === undefined && classLine === undefined) return;
  if (stated === classLine || (stated === null && classLine === '')) return;
  const at = places(['class']).key;
  const key = classLine === undefined ? 'yaml.classNotFirst' : 'yaml.classNotPlain';
  const maybe = classLine === undefined ? 'yaml.maybeClassFirst' : 'yaml.maybeClassPlain';
  reading.faults.push({ problem: { key, values: {}, at, maybe: { key: maybe, values: {} } }, offset: 0 });
}

/** All faults in the order of the text; tabs as one, the unnamed rest as a number. */
function faultsOf(reading: Reading): Problem[] {
  const { faults, faultCount, tabLines, firstTab } = reading;
  const all = [...faults];
  if (tabLines > 0) all.push({ problem: tabFault(reading), offset: firstTab });
  const problems = all.sort((a, b) => a.offset - b.offset).map((entry) => entry.problem);
  if (faultCount > limits.faults) problems.push({ key: 'yaml.moreFaults', values: { count: faultCount - limits.faults } });
  return problems;
}

function tabFault(reading: Reading): Problem {
  const at = reading.lines.placeAt(reading.firstTab);
  return { key: 'yaml.tab', values: { lines: reading.tabLines }, at, maybe: { key: 'yaml.maybeSpaces', values: {} } };
}
