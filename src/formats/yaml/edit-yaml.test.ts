import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Malformed, utf8 } from '../../kernel/index.ts';
import { editYaml } from './edit-yaml.ts';
import { readYaml } from './read-yaml.ts';

const commented = `# Serials of phase one.  Agreed on 3 May.

serials:
  # The first one.
  - id: S-01   # mixed team
    start: 081030CJUL24     # after the ceremony
    name: { en: Cordon, fr: 'Bouclage' }
    tasks: [search, cordon]  # in this order
    note: |
      First line.
      Second line.

  # The second one,
  # by night.
  - id: S-02
    needs:
      - capability: medic
        count: 2

      # added later
      - capability: interpreter
        count: 1
    empty:
# The end.
`;

const value = (text: string) => JSON.parse(JSON.stringify(readYaml('', utf8(text)).value));
const changedLines = (before: string, after: string) => {
  const old = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !old.has(line));
};

test('a value is replaced where it stands and nothing else changes', () => {
  const after = editYaml(commented, [{ path: ['serials', 0, 'start'], value: '081130CJUL24' }]);
  expect(after).toBe(commented.replace('081030CJUL24', '081130CJUL24'));
});

test('text of several lines stays a block', () => {
  const after = editYaml(commented, [{ path: ['serials', 0, 'note'], value: 'One.\nTwo.\nThree.\n' }]);
  expect(after).toBe(commented.replace('First line.\n      Second line.', 'One.\n      Two.\n      Three.'));
});

test('a value in brackets is replaced in its brackets', () => {
  const after = editYaml(commented, [{ path: ['serials', 0, 'name', 'en'], value: 'Cordon, search' }]);
  expect(after).toBe(commented.replace('en: Cordon', 'en: "Cordon, search"'));
});

test('an entry is added after the last one, an item after the last item', () => {
  const after = editYaml(commented, [
    { path: ['serials', 1, 'optional'], value: true },
    { path: ['serials', 1, 'needs', 2], value: { capability: 'engineer', count: 4 } },
    { path: ['serials', 0, 'light'], value: 'night' },
  ]);
  expect(changedLines(commented, after)).toEqual([
    '    light: night',
    '      - capability: engineer',
    '        count: 4',
    '    optional: true',
  ]);
  expect(after).toContain('      Second line.\n    light: night\n\n  # The second one,');
  expect(after).toContain('    empty:\n    optional: true\n# The end.');
});

test('an entry goes with its lines, an item with the comment above it', () => {
  const after = editYaml(commented, [
    { path: ['serials', 0, 'start'], remove: true },
    { path: ['serials', 1, 'needs', 1], remove: true },
  ]);
  expect(after).toBe(
    commented
      .replace('    start: 081030CJUL24     # after the ceremony\n', '')
      .replace('      # added later\n      - capability: interpreter\n        count: 1\n', ''),
  );
});

test('an empty value gets one', () => {
  expect(editYaml(commented, [{ path: ['serials', 1, 'empty'], value: 'no' }])).toBe(commented.replace('empty:', 'empty: "no"'));
});

test('what lines alone cannot do keeps every comment and the order', () => {
  const after = editYaml(commented, [{ path: ['serials', 0, 'id'], remove: true }]);
  for (const comment of [
    '# Serials of phase one.  Agreed on 3 May.',
    '# The first one.',
    '# after the ceremony',
    '# in this order',
    '# by night.',
    '# added later',
    '# The end.',
  ]) {
    expect(after).toContain(comment);
  }
  expect(Object.keys(value(after).serials[0])).toEqual(['start', 'name', 'tasks', 'note']);
});

test('a map on the way is made, also in an empty document', () => {
  expect(editYaml('', [{ path: ['a', 'b'], value: [1] }])).toBe('a:\n  b:\n    - 1\n');
  expect(editYaml('# top\nx: 1\n', [{ path: ['a', 'b'], value: 'c' }])).toBe('# top\nx: 1\na:\n  b: c\n');
});

test('a value that is there already changes nothing', () => {
  expect(editYaml(commented, [{ path: ['serials', 1, 'id'], value: 'S-02' }])).toBe(commented);
});

test('line ends stay as they are', () => {
  expect(editYaml('a: 1\r\nb: 2 # c\r\n', [{ path: ['b'], value: 3 }])).toBe('a: 1\r\nb: 3 # c\r\n');
});

test('an edit of what an alias repeats changes only the place it names', () => {
  const after = editYaml('a: &x {n: 1}\nb: *x\n', [{ path: ['b', 'n'], value: 2 }]);
  expect(value(after)).toEqual({ a: { n: 1 }, b: { n: 2 } });
});

test('a faulty text and a path that leads nowhere are refused', () => {
  expect(() => editYaml('a: [', [{ path: ['a'], value: 1 }])).toThrow(Malformed);
  expect(() => editYaml('a: 1', [{ path: ['a', 'b'], value: 1 }])).toThrow(Malformed);
  expect(() => editYaml('a: [1]', [{ path: ['a', 5], value: 1 }])).toThrow(Malformed);
});

const scalar = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: fc.constantFrom('a', ' ', ':', '#', '\n', '-', '"', '集') }),
);
const anyValue = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('p', 'q', 'r'), scalar, { maxKeys: 3 }),
);
const path = fc.constantFrom<(string | number)[]>(
  ['serials', 0, 'start'],
  ['serials', 0, 'name'],
  ['serials', 0, 'name', 'en'],
  ['serials', 0, 'tasks'],
  ['serials', 0, 'tasks', 1],
  ['serials', 0, 'note'],
  ['serials', 0, 'new'],
  ['serials', 1],
  ['serials', 1, 'needs'],
  ['serials', 1, 'needs', 0],
  ['serials', 1, 'needs', 1, 'count'],
  ['serials', 1, 'empty'],
  ['new'],
  ['serials'],
);
const edit = fc.oneof(
  fc.record({ path, value: anyValue }),
  path.map((where) => ({ path: where, remove: true as const })),
);

test('an edited text says what the edits say, whatever they are', () => {
  fc.assert(
    fc.property(edit, (one) => {
      const after = editYaml(commented, [one]);
      const { problems } = readYaml('', utf8(after));
      expect(problems).toEqual([]);
      const expected = value(commented);
      let holder = expected;
      for (const step of one.path.slice(0, -1)) holder = holder[step];
      const last = one.path.at(-1) ?? '';
      if ('value' in one) holder[last] = one.value;
      else if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else delete holder[last];
      expect(value(after)).toEqual(JSON.parse(JSON.stringify(expected)));
      for (const comment of ['# Serials of phase one.', '# The end.']) expect(after).toContain(comment);
    }),
    { numRuns: 400 },
  );
});
