import { expect, test } from 'vitest';
import { addMinutes, minuteFromIso, type Zone } from '../kernel/index.ts';
import { sayDate, sayDateTime, saySerialTime, sayTime } from './dates.ts';
import { languages } from './language.ts';

const minsk: Zone = { name: 'Europe/Minsk', offsetMinutes: 180 };
const evening = minuteFromIso('2024-06-30T19:00Z');

test('a date is written as each language writes it', () => {
  expect(languages.map((language) => sayDate(evening, minsk, language))).toEqual([
    'Sunday 30 June 2024',
    'dimanche 30 juin 2024',
    '2024年6月30日星期日',
    'воскресенье, 30 июня 2024\u00a0г.',
  ]);
});

test('the date is the one of the zone', () => {
  expect(sayDate(addMinutes(evening, 120), minsk, 'fr')).toBe('lundi 1er juillet 2024');
});

test('a time names its zone', () => {
  expect(sayTime(evening, minsk)).toBe('22:00');
  expect(sayDateTime(evening, minsk, 'en')).toBe('Sunday 30 June 2024, 22:00 (C)');
  expect(sayDateTime(evening, { name: 'Kabul', offsetMinutes: 270 }, 'fr')).toBe('dimanche 30 juin 2024 à 23:30 (UTC+04:30)');
});

test('a serial that ends on another day says so', () => {
  expect(saySerialTime(evening, addMinutes(evening, 90), minsk, 'en')).toBe('Sun 30 June, 22:00–23:30 (C)');
  expect(languages.map((language) => saySerialTime(evening, addMinutes(evening, 240), minsk, language))).toEqual([
    'Sun 30 June, 22:00 – Mon 1 July, 02:00 (C)',
    'dim. 30 juin, 22:00 – lun. 1er juillet, 02:00 (C)',
    '6月30日周日 22:00 – 7月1日周一 02:00 (C)',
    'вс, 30 июня, 22:00 – пн, 1 июля, 02:00 (C)',
  ]);
});
