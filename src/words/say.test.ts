import { expect, test } from 'vitest';
import { problem, problemAt } from '../kernel/index.ts';
import { languages } from './language.ts';
import { has, mustSay, say } from './say.ts';
import { sayProblem } from './say-problem.ts';

const found = problem('kernel.notADate', { text: 'soon' }, { key: 'kernel.writeDateAs', values: { example: '2024-07-08' } });

test('a problem is said in every language', () => {
  expect(languages.map((language) => say(found, language))).toEqual([
    '“soon” is not a date.',
    '« soon » n’est pas une date.',
    '“soon”不是日期。',
    '«soon» — это не дата.',
  ]);
});

test('a problem has its place, its sentence and its advice', () => {
  const placed = problemAt(found, { file: 'parties/CHN/units.yaml', line: 12, column: 3 });
  expect(sayProblem(placed, 'en')).toEqual({
    place: 'parties/CHN/units.yaml:12:3',
    sentence: '“soon” is not a date.',
    maybe: 'Maybe write it like 2024-07-08.',
  });
  expect(sayProblem(problemAt(found, { file: 'msel.xlsx', line: 7, column: 3, cell: 'Injects!C7' }), 'fr').place).toBe(
    'msel.xlsx Injects!C7',
  );
  expect(sayProblem(problem('kernel.notADate', { text: 'x' }), 'ru')).toMatchObject({ place: '', maybe: undefined });
});

test('what the catalogue does not know is shown as it came to readers, and is a bug to tests', () => {
  const unknown = { key: 'kernel.nobodyWroteThis', values: { serial: 'S-07' } };
  expect(has(unknown.key)).toBe(false);
  expect(say(unknown, 'en')).toBe('kernel.nobodyWroteThis {"serial":"S-07"}');
  expect(() => mustSay(unknown, 'en')).toThrow('kernel.nobodyWroteThis');
});

test('a value that was not given is shown by its name, and is a bug to tests', () => {
  const lacking = { key: 'kernel.notADate', values: {} };
  expect(say(lacking, 'en')).toBe('“{text}” is not a date.');
  expect(() => mustSay(lacking, 'en')).toThrow('speaks of text');
});

test('the exercise marking stands in every language', () => {
  expect(languages.map((language) => mustSay({ key: 'exercise.marking', values: {} }, language))).toEqual([
    'EXERCISE EXERCISE EXERCISE',
    'EXERCICE EXERCICE EXERCICE',
    '演习 演习 演习',
    'УЧЕНИЕ УЧЕНИЕ УЧЕНИЕ',
  ]);
});

test('what was written in several languages is said in the reader’s, and as it was written where that is missing', () => {
  const values = { id: 'SLUICE', reason: 'The sluice is opened.', 'reason/zh': '闸门开启。', at: 0 };
  const told = (language: (typeof languages)[number]) =>
    say({ key: 'plan.why.exclusion', values: { ...values, between: 'A', and: 'B' } }, language);
  expect(told('zh')).toContain('闸门开启。');
  for (const language of ['en', 'fr', 'ru'] as const) expect(told(language)).toContain('The sluice is opened.');
});
