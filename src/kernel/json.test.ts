import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, prettyStableJson, stableJson } from './json.ts';
import { Bug } from './problem.ts';

test('stable JSON keeps the order of keys, canonical JSON sorts them at every depth', () => {
  const value = { b: [{ z: 1, a: 'é' }], a: null, A: true };
  expect(stableJson(value)).toBe('{"b":[{"z":1,"a":"é"}],"a":null,"A":true}');
  expect(canonicalJson(value)).toBe('{"A":true,"a":null,"b":[{"a":"é","z":1}]}');
  expect(prettyStableJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});

test('canonical JSON reads back as it was, and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      return canonicalJson(turned) === canonicalJson(value);
    }),
  );
});

test.each([
  [{ a: [1, Number.NaN] }, 'NaN at a.1'],
  [{ a: { b: undefined } }, 'undefined at a.b'],
  [{ a: Number.POSITIVE_INFINITY }, 'Infinity at a'],
  [[new Array(1)], 'undefined at 0.0'],
  [{ at: new Date(0) }, 'a Date at at'],
  [{ units: new Map() }, 'a Map at units'],
  [undefined, 'undefined at the top'],
  [{ n: 1n }, 'bigint at n'],
  [{ toJSON: () => 1 }, 'function at toJSON'],
])('what JSON cannot hold is a bug that names its path', (value, told) => {
  for (const write of [stableJson, canonicalJson, prettyStableJson]) {
    expect(() => write(value)).toThrow(Bug);
    expect(() => write(value)).toThrow(told);
  }
});

test('a circle ends in a bug, not in an overflow', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(() => canonicalJson(circle)).toThrow('self.self');
});

test('a key named like the prototype is a key like any other', () => {
  const hostile: unknown = JSON.parse('{"__proto__":{"a":1},"constructor":2}');
  expect(canonicalJson(hostile)).toBe('{"__proto__":{"a":1},"constructor":2}');
  expect(stableJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
});
