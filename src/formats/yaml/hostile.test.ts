import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/index.ts';
import { limits } from './limits.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

const keysOf = (file: YamlFile) => file.problems.map((problem) => problem.key);
const read = (bytes: string | Uint8Array) => readYaml('x.yaml', typeof bytes === 'string' ? utf8(bytes) : bytes);

/** Work, not time, is what must be bounded: a reader that is quadratic in any of these would not end within the test's time. */
const long = 1_000_000;

const laughs = [
  `a0: &a0 lol`,
  ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
].join('\n');
const chain = [`a0: &a0 lol`, ...Array.from({ length: 100 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]`)].join('\n');

test.each([
  ['exploding aliases', laughs, 'yaml.tooManyValues'],
  ['a tower of aliases', chain, 'yaml.tooDeep'],
  ['nested brackets', '['.repeat(long), 'yaml.tooDeep'],
  ['nested braces', '{a: '.repeat(long / 4), 'yaml.tooDeep'],
  ['nested items', '- '.repeat(long / 2), 'yaml.tooDeep'],
  ['indentation without end', Array.from({ length: 100 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'yaml.tooDeep'],
  ['quotes that never close', 'a: "\n'.repeat(long / 5), 'yaml.quoteNeverCloses'],
  ['brackets that never close', '- [a\n'.repeat(long / 5), 'yaml.bracketNeverCloses'],
  ['a line of missing commas', `[${'"a" "b",'.repeat(long / 8)}]`, 'yaml.noComma'],
  ['one key again and again', 'a: 1\n'.repeat(long / 5), 'yaml.keyTwice'],
  ['unknown aliases', '- *x\n'.repeat(long / 5), 'yaml.aliasOfNothing'],
  ['tabs', '\ta: 1\n'.repeat(long / 6), 'yaml.tab'],
  ['documents', '---\n'.repeat(long / 4), 'yaml.secondDocument'],
  ['backslashes', `"${'\\'.repeat(long)}`, 'yaml.quoteNeverCloses'],
  ['digits', `a: ${'9'.repeat(long)}`, 'yaml.numberOutOfRange'],
  ['zeroes', '\0'.repeat(long), 'yaml.controlCharacter'],
])('%s end in a fault', (_, text, key) => {
  expect(keysOf(read(text))).toContain(key);
});

test.each([
  ['a huge text', `a: ${'x '.repeat(long / 2)}y`],
  ['many lines of one text', `a:\n${' x\n'.repeat(long / 3)}`],
  ['a wide list', `[${'a,'.repeat(long / 2)}]`],
  ['comments', '#\n'.repeat(long / 2)],
  ['empty lines', '\n'.repeat(long)],
  ['empty text blocks', '- |\n'.repeat(long / 4)],
])('%s are read', (_, text) => {
  expect(keysOf(read(text))).toEqual([]);
});

test('no more faults are named than a person can read; the rest is counted', () => {
  const { problems } = read('a: @\n'.repeat(1000));
  expect(problems).toHaveLength(limits.faults + 1);
  expect(problems.at(-1)).toEqual({ key: 'yaml.moreFaults', values: { count: 1999 - limits.faults } });
});

test('a file that is too large is refused without being read', () => {
  const file = read(new Uint8Array(limits.bytes + 1).fill(0x5b));
  expect(keysOf(file)).toEqual(['yaml.tooLarge']);
  expect(file.problems[0]?.values).toEqual({ megabytes: 9, limit: 8 });
});

test.each([
  ['UTF-16 with mark', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3a, 0), 'UTF-16'],
  ['UTF-16 the other way', Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0x3a), 'UTF-16'],
  ['UTF-16 without mark', Uint8Array.from('a: 1\nb: 2\n'.split('').flatMap((letter) => [letter.charCodeAt(0), 0])), 'UTF-16'],
  ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'UTF-32'],
])('%s is named', (_, bytes, encoding) => {
  expect(read(bytes).problems).toMatchObject([{ key: 'yaml.encoding', values: { encoding } }]);
});

test('Latin-1 is found at its first letter, and the rest is still read', () => {
  const bytes = Uint8Array.from([...utf8('a: é\nb: caf'), 0xe9, ...utf8('\nc: [\n')]);
  const { problems } = read(bytes);
  expect(problems).toMatchObject([
    { key: 'yaml.notUtf8', values: { offset: 12, byte: 'E9' }, at: { line: 2, column: 7 } },
    { key: 'yaml.bracketNeverCloses', at: { line: 3, column: 4 } },
  ]);
});

test('no key of a file reaches the prototype of anything', () => {
  const file = read('__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\na: {"__proto__": {polluted: true}}\n');
  expect(keysOf(file)).toEqual(['yaml.keyRefused', 'yaml.keyRefused', 'yaml.keyRefused', 'yaml.keyRefused']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(Object.keys(file.value as object)).toEqual(['a']);
});

const sample = utf8(`class: RESTRICTED/BLR,CHN//everyone:
# Serials of the first phase
serials:
  - id: S-01
    name: { en: "Cordon", fr: 'L''aube', zh: 封控 }
    tasks: &t [search, cordon]
    note: |
      First line
      second line
  - id: S-02
    tasks: *t
    start: 081030CJUL24
    helicopter: 🚁
`);

test('no bytes whatever make the reader throw', () => {
  const change = fc.record({
    at: fc.nat(sample.length),
    cut: fc.nat(6),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.string({ unit: fc.constantFrom(...' \n\t-:#"\'[]{},&*!|>?%@`\\a0'), maxLength: 6 }).map(utf8),
    ),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let bytes: Uint8Array = sample;
      for (const { at, cut, bytes: put } of changes)
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + cut)]);
      const file = read(bytes);
      for (const { at } of file.problems) expect(at === undefined || (at.line >= 1 && at.column >= 1)).toBe(true);
      expect(file.places(['serials', 0, 'tasks', 1]).value.line).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 2000 },
  );
});

test('no random bytes make the reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => Array.isArray(read(bytes).problems)),
    { numRuns: 1000 },
  );
});
