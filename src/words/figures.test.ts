import { expect, test } from 'vitest';
import { sayDuration, sayList, sayNumber, sayPercent, sayYesNo } from './figures.ts';
import { languages } from './language.ts';
import { pluralForm } from './plural.ts';

test('numbers are grouped from five digits on, by each language’s sign', () => {
  expect(languages.map((language) => sayNumber(1_234_567.891, language))).toEqual([
    '1,234,567.89',
    '1\u202f234\u202f567,89',
    '1,234,567.89',
    '1\u00a0234\u00a0567,89',
  ]);
  expect([2024, -5, 0.1 + 0.2, -0.001, 100, 12_345].map((value) => sayNumber(value, 'en'))).toEqual([
    '2024',
    '−5',
    '0.3',
    '0',
    '100',
    '12,345',
  ]);
  expect(sayNumber(3, 'fr', 1, true)).toBe('3,0');
});

test('what is no number is not written as one', () => {
  expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => sayNumber(value, 'en'))).toEqual(['–', '∞', '−∞']);
});

test('shares, durations, lists and answers are written as each language writes them', () => {
  expect(languages.map((language) => sayPercent(0.5, language))).toEqual(['50%', '50\u202f%', '50%', '50\u00a0%']);
  expect(languages.map((language) => sayDuration(1590, language))).toEqual([
    '1\u00a0d 2\u00a0h 30\u00a0min',
    '1\u00a0j 2\u00a0h 30\u00a0min',
    '1天2小时30分钟',
    '1\u00a0сут 2\u00a0ч 30\u00a0мин',
  ]);
  expect([0, -45, 59.6].map((minutes) => sayDuration(minutes, 'en'))).toEqual(['0\u00a0min', '−45\u00a0min', '1\u00a0h']);
  expect(languages.map((language) => sayList(['BLR', 'CHN', 'EXCON'], language))).toEqual([
    'BLR, CHN and EXCON',
    'BLR, CHN et EXCON',
    'BLR、CHN和EXCON',
    'BLR, CHN и EXCON',
  ]);
  expect([sayList([], 'en'), sayList(['BLR'], 'en')]).toEqual(['–', 'BLR']);
  expect(languages.map((language) => sayYesNo(false, language))).toEqual(['no', 'non', '否', 'нет']);
});

test('the plural forms are those of the host’s CLDR', () => {
  for (const language of languages) {
    const host = new Intl.PluralRules(language);
    for (const value of [...Array.from({ length: 130 }, (_, index) => index), 1000, 1_000_000, 2_000_000, 1.5, 0.5, 21.5]) {
      expect(pluralForm(value, language), `${language} ${value}`).toBe(host.select(value));
    }
  }
});
