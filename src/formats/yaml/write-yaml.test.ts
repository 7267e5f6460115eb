import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/index.ts';
import { readYaml } from './read-yaml.ts';
import { writeYaml } from './write-yaml.ts';

const readBack = (text: string) => {
  const { value, problems } = readYaml('x.yaml', utf8(text));
  return { value: JSON.parse(JSON.stringify(value)), problems };
};

test('what is written looks as a person would write it', () => {
  const value = {
    class: 'RESTRICTED/BLR,CHN//everyone:',
    units: [
      { id: 'CHN-ENG-1', strength: 12, languages: ['zh', 'ru'], callsign: '0123', present: true, note: null },
      { id: 'BLR-MED', name: { en: 'Medical team: two', zh: '医疗组' }, languages: [] },
    ],
    text: 'First line.\nSecond line.\n',
    opens: '08:30',
    answer: 'no',
  };
  expect(writeYaml(value)).toBe(`class: "RESTRICTED/BLR,CHN//everyone:"
units:
  - id: CHN-ENG-1
    strength: 12
    languages:
      - zh
      - ru
    callsign: "0123"
    present: true
    note: null
  - id: BLR-MED
    name:
      en: "Medical team: two"
      zh: 医疗组
    languages: []
text: |
  First line.
  Second line.
opens: "08:30"
answer: "no"
`);
});

const oddText = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}]/u.test(text)),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\t',
      '-',
      ':',
      '#',
      '"',
      "'",
      '[',
      '{',
      ',',
      '\\',
      '|',
      '0',
      '.',
      '~',
      '\u2028',
      '\ufeff',
      '\u0085',
      '集',
      '🚁',
    ),
  }),
  fc.constantFrom('null', '~', 'NO', 'on', '0x1F', '12:30', '1e3', '-', '---', '...', '? a', '<<', '=', '.inf', '2024-07-08', '', '+1'),
);
const refusedKeys = ['__proto__', 'constructor', 'prototype'];
const key = oddText.filter((text) => !refusedKeys.includes(text) && text.length < 200);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((number) => (Number.isInteger(number) && !Number.isSafeInteger(number) ? 0.5 : number + 0)),
    oddText,
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('any'), { maxLength: 5 }),
  map: fc.dictionary(key, tie('any'), { maxKeys: 5 }),
}));

test('what is written reads back as the same value', () => {
  fc.assert(
    fc.property(value.map, (written) => {
      const { value: read, problems } = readBack(writeYaml(written));
      expect(problems).toEqual([]);
      expect(read).toEqual(JSON.parse(JSON.stringify(written)));
    }),
    { numRuns: 500 },
  );
});
