import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ProblemValue, utc } from '../kernel/index.ts';
import type { Language } from './language.ts';
import { sayTemplate } from './say.ts';
import { namesIn, readTemplate } from './template.ts';

function said(text: string, values: Readonly<Record<string, ProblemValue>> = {}, language: Language = 'en'): string {
  return sayTemplate(readTemplate(text), { values, language, zone: utc, missing: (name) => `{${name}}` });
}

test('values are written where their names stand', () => {
  expect(said('{serial} needs {what}.', { serial: 'S-07', what: 'an interpreter' })).toBe('S-07 needs an interpreter.');
  expect(said('{known} {unknown}', { known: true })).toBe('yes {unknown}');
});

test('a value is never read as a message', () => {
  expect(said('{name}', { name: '{other} # \\' })).toBe('{other} # \\');
  expect(said('{toString}')).toBe('{toString}');
});

test('a plural takes the form of its number, an exact number first', () => {
  const text = '{n, plural, =0 {no unit} one {# unit} other {# units}}';
  expect([0, 1, 2, 12_000].map((n) => said(text, { n }))).toEqual(['no unit', '1 unit', '2 units', '12,000 units']);
  expect(said(text, { n: ['A', 'B'] })).toBe('2 units');
});

test('Russian has a form for one, for few, for many and for fractions', () => {
  const text = '{n, plural, one {# час} few {# часа} many {# часов} other {# часа}}';
  expect([1, 2, 5, 11, 21, 22, 25, 112, 1.5].map((n) => said(text, { n }, 'ru'))).toEqual([
    '1 час',
    '2 часа',
    '5 часов',
    '11 часов',
    '21 час',
    '22 часа',
    '25 часов',
    '112 часов',
    '1,5 часа',
  ]);
});

test('French counts nought and one and a half as one', () => {
  const text = '{n, plural, one {# unité} other {# unités}}';
  expect([0, 1, 1.5, 2].map((n) => said(text, { n }, 'fr'))).toEqual(['0 unité', '1 unité', '1,5 unité', '2 unités']);
});

test('a choice goes by the value, and choices may stand in one another', () => {
  const text = '{light, select, night {by night {n, plural, one {once} other {# times}}} other {by day}}';
  expect(said(text, { light: 'night', n: 3 })).toBe('by night 3 times');
  expect(said(text, { light: 'dusk', n: 3 })).toBe('by day');
  expect([...namesIn(readTemplate(text))]).toEqual(['light', 'n']);
});

test('formats write shares, durations, lists, years and instants', () => {
  expect(said('{s, percent}', { s: 0.256 })).toBe('26%');
  expect(said('{m, duration}', { m: 95 })).toBe('1\u00a0h 35\u00a0min');
  expect(said('{l} / {l, or}', { l: ['a', 'b', 'c'] }, 'zh')).toBe('a、b和c / a、b或c');
  expect(said('{n} {n, plain}', { n: 20_240 })).toBe('20,240 20240');
  expect(said('{at, date}, {at, time}', { at: '2024-07-08T07:30:00Z' })).toBe('Monday 8 July 2024, 07:30');
  expect(said('{at, dateTime}', { at: 'soon' })).toBe('soon');
});

test('signs of the message language are written after a backslash', () => {
  expect(said('\\{a\\} \\\\ {n, plural, other {\\# #}}', { n: 2 })).toBe('{a} \\ # 2');
  expect(said('# of all')).toBe('# of all');
});

test.each([
  ['{', 'no word'],
  ['{a', 'no ,'],
  ['a}', 'a closing brace'],
  ['{a, loudly}', 'no format loudly'],
  ['{n, plural, one {x}}', 'no branch "other"'],
  ['{n, plural, other {x} other {y}}', 'the branch other twice'],
  ['{n, plural, other {x}', 'no word'],
])('%s is no message', (text, told) => {
  expect(() => readTemplate(text)).toThrow(told);
});

test('any text either is a message or is refused as one', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '#', '\\', ',', ' ', 'a', 'plural', 'other') }), (text) => {
      try {
        readTemplate(text);
      } catch (error) {
        expect(String(error)).toContain('Bug: message');
      }
    }),
  );
});
