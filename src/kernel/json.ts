// JSON with one spelling: what cannot be read back as it was is refused, never dropped.
import { Bug } from './problem.ts';

const deepest = 200;

/** Compact JSON with keys in the order given. Throws a `Bug` that names the path of NaN, Infinity, undefined, or anything but data. */
export function stableJson(value: unknown): string {
  refuseWhatIsNoData(value, [], '');
  return JSON.stringify(value);
}

/** As `stableJson`, indented by two, with a line feed at the end: the form of files. */
export function prettyStableJson(value: unknown): string {
  refuseWhatIsNoData(value, [], '');
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Compact JSON with keys sorted by UTF-16 code units (as RFC 8785), so that equal data give equal bytes. */
export function canonicalJson(value: unknown): string {
  refuseWhatIsNoData(value, [], '');
  return sortedJson(value);
}

function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  const entries = value as Readonly<Record<string, unknown>>;
  const parts = Object.keys(entries)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sortedJson(entries[key])}`);
  return `{${parts.join(',')}}`;
}

// The path is built only on the way to an error: `above` holds the steps, pushed and popped in place.
function refuseWhatIsNoData(value: unknown, above: (string | number)[], step: string | number): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw notData(String(value), above, step);
      return;
    case 'object':
      break;
    default:
      throw notData(typeof value, above, step);
  }
  if (value === null) return;
  above.push(step);
  if (above.length > deepest) throw new Bug(`JSON deeper than ${deepest}, or a circle, at ${above.slice(1, 6).join('.')}…`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) refuseWhatIsNoData(value[index], above, index);
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw notData(`a ${prototypeName(value)}`, above.slice(0, -1), step);
    const entries = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(entries)) refuseWhatIsNoData(entries[key], above, key);
  }
  above.pop();
}

function notData(what: string, above: readonly (string | number)[], step: string | number): Bug {
  const path = [...above.slice(1), step].join('.');
  return new Bug(`JSON cannot hold ${what} at ${path === '' ? 'the top' : path}`);
}

function prototypeName(value: object): string {
  const made: unknown = value.constructor;
  return typeof made === 'function' ? made.name : 'object without a name';
}
