import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, readDurationMinutes, readTimeOfDay, timeOfDayText } from './duration.ts';

test.each([
  ['90min', 90],
  ['1h30', 90],
  ['1h30min', 90],
  ['1h 30min', 90],
  ['2h', 120],
  ['1d', 1440],
  ['1d12h', 2160],
  ['1w', 10_080],
  ['0min', 0],
  ['PT1H30M', 90],
  ['P1DT2H', 1560],
  ['P1W', 10_080],
])('%s is %i minutes', (text, minutes) => {
  expect(readDurationMinutes(text)).toBe(minutes);
});

test.each(['', 'P', 'PT', 'P1DT', '1h3', '1h90', '1d30', '1.5h', '-2h', '30s', 'h', 'min'])('%j is no duration', (text) => {
  expect(readDurationMinutes(text)).toMatchObject({ key: 'kernel.notADuration' });
});

test('a bare number is a fault, and the advice gives it a unit', () => {
  expect(readDurationMinutes('90')).toMatchObject({ key: 'kernel.durationWithoutUnit', maybe: { values: { example: '90min' } } });
});

test('a duration is written and read back as it was', () => {
  fc.assert(fc.property(fc.nat(1_000_000), (minutes) => readDurationMinutes(durationText(minutes)) === minutes));
  expect([durationText(0), durationText(90), durationText(1500)]).toEqual(['0min', '1h30min', '1d1h']);
});

test('times of day are read from 00:00 to 24:00', () => {
  expect(['00:00', '07:30', '24:00'].map(readTimeOfDay)).toEqual([0, 450, 1440]);
  expect(timeOfDayText(450)).toBe('07:30');
  for (const text of ['24:01', '12:60']) expect(readTimeOfDay(text)).toMatchObject({ key: 'kernel.noSuchTimeOfDay' });
  for (const text of ['7:30', '0730', '']) expect(readTimeOfDay(text)).toMatchObject({ key: 'kernel.notATimeOfDay' });
});

test.each([
  ['1.5h', '1h30min'],
  ['90 minutes', '1h30min'],
  ['1:30', '1h30min'],
  ['2 hours', '2h'],
  ['0,5 d', '12h'],
  ['soon', '1h30'],
])('who writes %s is told %s', (text, example) => {
  expect(readDurationMinutes(text)).toMatchObject({ maybe: { values: { example } } });
});
