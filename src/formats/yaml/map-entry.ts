// Puts an entry into a map: the one place that judges keys, for maps in blocks and in brackets.
import { limits } from './limits.ts';
import type { MapMark, Mark } from './places.ts';
import { plainMeaning } from './plain.ts';
import { excerpt, fault, type Reading } from './reading.ts';

/** A map under construction. It has no prototype, so that no key of a file is ever a key of the language. */
export type MapInMaking = { readonly value: Record<string, unknown>; readonly mark: MapMark };

const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function newMap(at: number): MapInMaking {
  return { value: Object.create(null) as Record<string, unknown>, mark: { at, keys: [], keysAt: [], values: [] } };
}

/** Judges an unquoted key as it is read: a number, yes or no, nothing and `<<` are no names. */
export function judgePlainKey(reading: Reading, key: string, at: number): void {
  if (key === '<<') fault(reading, at, 'yaml.mergeKey', {}, 'yaml.maybeRepeatEntries');
  else if (typeof plainMeaning(key) !== 'string') {
    fault(reading, at, 'yaml.keyIsNoText', { name: excerpt(key, 0, key.length) }, 'yaml.maybeQuoteKey');
  }
}

/** Adds an entry; a refused or repeated key is a fault, and its value is left out. */
export function addEntry(reading: Reading, map: MapInMaking, key: string, keyAt: number, value: unknown, mark: Mark): void {
  if (key in map.value || refusedKeys.has(key) || key.length > limits.keyLength) {
    refuseEntry(reading, map, key, keyAt);
    return;
  }
  map.value[key] = value;
  map.mark.keys.push(key);
  map.mark.keysAt.push(keyAt);
  map.mark.values.push(mark);
}

function refuseEntry(reading: Reading, map: MapInMaking, key: string, keyAt: number): void {
  const name = excerpt(key, 0, key.length);
  if (refusedKeys.has(key)) fault(reading, keyAt, 'yaml.keyRefused', { name }, 'yaml.maybeOtherKey');
  else if (key.length > limits.keyLength) fault(reading, keyAt, 'yaml.keyTooLong', { name, limit: limits.keyLength }, 'yaml.maybeShortKey');
  else {
    // The search for the first one is worth its time only while faults are still named.
    const first = reading.faults.length < limits.faults ? map.mark.keys.indexOf(key) : -1;
    const { line } = reading.lines.placeAt(map.mark.keysAt[first] ?? map.mark.at);
    fault(reading, keyAt, 'yaml.keyTwice', { name, line }, 'yaml.maybeMergeEntries');
  }
}
