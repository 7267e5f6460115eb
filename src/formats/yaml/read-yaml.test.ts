import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/index.ts';
import { languages, sayProblem } from '../../words/index.ts';
import { readYaml } from './read-yaml.ts';

const read = (text: string) => readYaml('x.yaml', utf8(text));
const plain = (text: string) => JSON.parse(JSON.stringify(read(text).value));

/** Faults as `key line:column`; every one of them must be sayable in every language. */
function faults(text: string): string[] {
  return read(text).problems.map((problem) => {
    for (const language of languages) {
      const { sentence, maybe } = sayProblem(problem, language);
      expect(sentence).not.toBe('');
      expect(maybe).not.toBe('');
    }
    return `${problem.key} ${problem.at?.line}:${problem.at?.column}`;
  });
}

test('lists, maps, quotes, brackets and text blocks are read', () => {
  const text = `# The first day
serials:
- id: S-01   # mixed
  name: {en: "Cordon \\u2013 day", fr: 'L''aube', zh: 封控}
  tasks: [search, "cordon",
    report]
- id: S-02
  note: |
    Line one
      indented
  fold: >-
    one
    two

    three
  long: runs over
    two lines
  nothing:
`;
  expect(faults(text)).toEqual([]);
  expect(plain(text)).toEqual({
    serials: [
      { id: 'S-01', name: { en: 'Cordon – day', fr: "L'aube", zh: '封控' }, tasks: ['search', 'cordon', 'report'] },
      { id: 'S-02', note: 'Line one\n  indented\n', fold: 'one two\nthree', long: 'runs over two lines', nothing: null },
    ],
  });
});

test('unquoted text means what YAML 1.2 says, not what 1.1 said', () => {
  const text =
    'a: NO\nb: on\nc: 0123\nd: 12:30\ne: 2024-07-08\nf: 0o17\ng: 0x1F\nh: 1e3\ni: -0\nj: 081030CJUL24\nk: ~\nl: True\nm: 1_000\n';
  expect(faults(text)).toEqual([]);
  expect(plain(text)).toEqual({
    a: 'NO',
    b: 'on',
    c: 123,
    d: '12:30',
    e: '2024-07-08',
    f: 15,
    g: 31,
    h: 1000,
    i: 0,
    j: '081030CJUL24',
    k: null,
    l: true,
    m: '1_000',
  });
  expect(Object.is((read('a: -0').value as { a: number }).a, 0)).toBe(true);
});

test('numbers that no document can hold are faults and stay text', () => {
  expect(faults('a: 99999999999999999999\nb: .inf\nc: 1e999\nd: .nan\n')).toEqual([
    'yaml.numberOutOfRange 1:4',
    'yaml.numberOutOfRange 2:4',
    'yaml.numberOutOfRange 3:4',
    'yaml.numberOutOfRange 4:4',
  ]);
});

test.each(['', '\n\n', '# only a comment\n', '---\n', '\ufeff', '---\n...\n', '~'])(
  'a file that says nothing (%j) is an empty map',
  (text) => {
    expect(faults(text)).toEqual([]);
    expect(plain(text)).toEqual({});
  },
);

test('byte order mark and both line ends are accepted', () => {
  expect(plain('\ufeffa: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n')).toEqual({ a: 1, b: ['x', 'y\n'] });
});

test('maps have no prototype, so that names of the language are only absent keys', () => {
  const value = read('a: {b: 1}').value as { a: object };
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect('toString' in value.a).toBe(false);
});

test('keys and values have places, counted in characters', () => {
  const { places } = read('# 集\n集: 🚁🚁\nname: { en: 集🚁, fr: b }\nlist:\n  - a\n  - id: x\n    to: &t [1, 2]\n  - *t\n');
  const at = (...path: (string | number)[]) => {
    const { key, value } = places(path);
    return `${key.line}:${key.column} ${value.line}:${value.column}`;
  };
  expect(at('集')).toBe('2:1 2:4');
  expect(at('name', 'fr')).toBe('3:17 3:21');
  expect(at('list', 1)).toBe('6:5 6:5');
  expect(at('list', 1, 'to', 1)).toBe('7:16 7:16');
  expect(at('list', 2)).toBe('8:5 8:5');
  expect(at('list', 2, 0)).toBe('7:13 7:13');
  expect(at('list', 7, 'id')).toBe('4:1 5:3');
  expect(at('name', 'zh', 'deep')).toBe('3:1 3:7');
  expect(at()).toBe('2:1 2:1');
});

test('every fault is found, not only the first', () => {
  const text = `units:
  - id: A
    id: B
	strength: 3
  - name: Team: two
    tasks: [a, b
  - "open
   wrong: 1
plain line
1: x
__proto__: {}
<<: *gone
tag: !person Li
last: ok
`;
  expect(faults(text)).toEqual([
    'yaml.keyTwice 3:5',
    'yaml.tab 4:1',
    'yaml.colonInText 5:15',
    'yaml.bracketNeverCloses 6:12',
    'yaml.quoteNeverCloses 7:5',
    'yaml.indent 8:4',
    'yaml.noColon 9:1',
    'yaml.keyIsNoText 10:1',
    'yaml.keyRefused 11:1',
    'yaml.mergeKey 12:1',
    'yaml.aliasOfNothing 12:5',
    'yaml.tag 13:6',
  ]);
  expect(plain(text)).toMatchObject({ last: 'ok', tag: 'Li' });
});

test('lines below one that lost its indentation are one fault, which names that line', () => {
  const text =
    'units:\n  A:\n    one: 1\n  two: 2\n    three: 3\n    four: { x: 1 }\n    five:\n      six: 6\n    seven: 7\n  B:\n    two: 2\n';
  const { problems, value } = readYaml('u.yaml', utf8(text));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ key: 'yaml.deeperThanValue', values: { key: 'two', line: 4 }, at: { line: 5, column: 5 } });
  expect(JSON.parse(JSON.stringify(value))).toMatchObject({ units: { B: { two: 2 }, seven: 7 } });
});

test('a line that lost a space is one fault, and belongs to its neighbours', () => {
  const text = 'units:\n  A:\n    one: 1\n   two: 2\n    three: 3\n  B:\n    - x\n   - y\n    - z\n';
  expect(faults(text)).toEqual(['yaml.indent 4:4', 'yaml.indent 8:4']);
  expect(plain(text)).toEqual({ units: { A: { one: 1, two: 2, three: 3 }, B: ['x', 'y', 'z'] } });
  const opener = 'units:\n  A:\n    one: 1\n   B:\n    two: 2\n';
  expect(plain(opener)).toEqual({ units: { A: { one: 1 }, B: { two: 2 } } });
  expect(faults(opener)).toEqual(['yaml.indent 4:4']);
});

test.each([
  ['a: [1, 2\nb: 3', 'yaml.bracketNeverCloses 1:4'],
  ['a: {b: 1]\nc: 2', 'yaml.bracketNeverCloses 1:4, yaml.wrongBracket 1:9'],
  ['a: [x, {b: 1]\nc: 2', 'yaml.bracketNeverCloses 1:8'],
  ['a: ["x" "y"]', 'yaml.noComma 1:9'],
  ['a: [x,, y]', 'yaml.nothingBeforeComma 1:7'],
  ['a: {en:Hello}', 'yaml.keyWithoutValue 1:5'],
  ['a: "x" y', 'yaml.textAfterValue 1:8'],
  ['a: @home', 'yaml.reservedSign 1:4'],
  ['a: "\\q"', 'yaml.unknownEscape 1:5'],
  ['a: "\\ud800"', 'yaml.halfCharacter 1:4'],
  ['a: "\\0"', 'yaml.controlCharacter 1:5'],
  ['a: x\0', 'yaml.controlCharacter 1:5'],
  ['a: | text\n  b', 'yaml.textAfterBlockSign 1:6'],
  ['a: |\n     \n  b', 'yaml.emptyLineTooLong 2:1'],
  ['a: - b\n   - c', 'yaml.listOnKeyLine 1:4'],
  ['a: b\n  - c', 'yaml.listAfterText 2:3'],
  ['a:\n  - b\n  c: 1', 'yaml.noItem 3:3'],
  ['a: 1\n- b', 'yaml.itemAmongKeys 2:1'],
  ['? a\n: b', 'yaml.keyIsNoText 1:1, yaml.keyIsNoText 2:1'],
  ['[a]: b', 'yaml.keyIsNoText 1:1'],
  ['true: b', 'yaml.keyIsNoText 1:1'],
  ['%YAML 1.2\n---\na: 1', 'yaml.directive 1:1'],
  ['a: 1\n---\nb: 2', 'yaml.secondDocument 2:1'],
  ['a: 1\n...\nb: 2', 'yaml.secondDocument 3:1'],
  ['a: &x [*x]', 'yaml.aliasInsideItself 1:8'],
  ['a: &east 1\nb: *eats', 'yaml.aliasOfNothing 2:4'],
  ['&x a: 1', 'yaml.anchorOnKey 1:1'],
  ['a: &x &y 1', 'yaml.anchorTwice 1:7'],
  ['a: & 1', 'yaml.anchorWithoutName 1:4'],
  ['a: &x 1\nb: &y *x', 'yaml.anchorOnAlias 2:7'],
  ['only words\na: 1', 'yaml.noColon 1:1'],
  ['x: 1\nclass: A', 'yaml.classNotFirst 2:1'],
  ['class: |\n  A', 'yaml.classNotPlain 1:1'],
  ['class: A\n  B', 'yaml.classNotPlain 1:1'],
  [`${'k'.repeat(1025)}: 1`, 'yaml.keyTooLong 1:1'],
])('%j is faulty', (text, expected) => {
  expect(faults(text).join(', ')).toBe(expected);
});

test('a misspelt alias is answered with the name that is meant', () => {
  expect(read('a: &east 1\nb: *eats').problems[0]?.maybe).toEqual({ key: 'kernel.meant', values: { name: '*east' } });
});

test('a repeated key names the line of the first', () => {
  expect(read('a: 1\nb: 2\na: 3').problems[0]?.values).toEqual({ name: 'a', line: 1 });
});

test('aliases repeat values', () => {
  expect(plain('a: &x {b: 1}\nc: *x\nd: [*x, *x]\n')).toEqual({ a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }, { b: 1 }] });
});

test('the class on the first line is given beside the value', () => {
  expect(read('class: A/B//party:B\nx: 1')).toMatchObject({ classLine: 'A/B//party:B', value: { x: 1 }, problems: [] });
});
