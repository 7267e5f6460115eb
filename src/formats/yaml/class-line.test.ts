import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/index.ts';
import { classLineOf } from './class-line.ts';

test.each([
  ['class: RESTRICTED/BLR,CHN//everyone:\nunits: []', 'RESTRICTED/BLR,CHN//everyone:'],
  ['class: OPEN/PUBLIC//public:   # agreed on 3 May\r\nx: 1', 'OPEN/PUBLIC//public:'],
  ['"class": "A/B//party:B" # why\n', 'A/B//party:B'],
  ["class:\t'A B'\n", 'A B'],
  ['\ufeffclass: A\n', 'A'],
  ['class:\nunits: []', ''],
  ['class: # nothing\n', ''],
  ['class: |\n  A\n', '|'],
  ['class: A', 'A'],
])('the first line %j says %j', (text, expected) => {
  expect(classLineOf(utf8(text))).toBe(expected);
});

test.each([['units: []\nclass: A'], ['# class: A\nclass: A'], [' class: A'], ['class:A'], ['classes: A'], ['']])(
  'the first line of %j says no class',
  (text) => {
    expect(classLineOf(utf8(text))).toBeUndefined();
  },
);

test('nothing after the first line is looked at', () => {
  const line = utf8('class: A\n');
  const bytes = new Uint8Array(line.length + 4).fill(0xff);
  bytes.set(line);
  expect(classLineOf(bytes)).toBe('A');
});
