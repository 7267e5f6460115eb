import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFromCivil } from './calendar.ts';
import { dateTimeGroup, looksLikeDateTimeGroup, readDateTimeGroup } from './date-time-group.ts';
import { type MinuteInstant, minuteFromIso } from './instant.ts';
import { isProblem } from './problem.ts';
import { zoneOfLetter } from './zone.ts';

test('a date-time group is read by its zone letter', () => {
  expect(readDateTimeGroup('081030CJUL24')).toEqual({ minute: minuteFromIso('2024-07-08T07:30Z'), zoneLetter: 'C' });
  expect(readDateTimeGroup(' 081030z jul 24 ')).toEqual({ minute: minuteFromIso('2024-07-08T10:30Z'), zoneLetter: 'Z' });
});

test('J is local time, and needs to be told which', () => {
  expect(readDateTimeGroup('081030JJUL24', { name: 'Minsk', offsetMinutes: 180 })).toEqual({
    minute: minuteFromIso('2024-07-08T07:30Z'),
    zoneLetter: 'J',
  });
  expect(readDateTimeGroup('081030JJUL24')).toMatchObject({ key: 'kernel.noLocalZone' });
});

test.each([
  ['81030CJUL24', 'kernel.notADateTimeGroup'],
  ['081030JUL24', 'kernel.notADateTimeGroup'],
  ['310030ZJUN24', 'kernel.noSuchDate'],
  ['082430CJUL24', 'kernel.noSuchTimeOfDay'],
  ['081030CJLU24', 'kernel.noSuchMonth'],
])('%s is refused', (text, key) => {
  expect(readDateTimeGroup(text)).toMatchObject({ key });
});

test('a mistyped month is mended', () => {
  expect(readDateTimeGroup('081030CJLU24')).toMatchObject({ maybe: { key: 'kernel.meant', values: { name: 'JUL' } } });
});

test('a group is written and read back as it was, in every zone', () => {
  const minutes = fc.integer({ min: dayFromCivil(2000, 1, 2) * 1440, max: dayFromCivil(2099, 12, 30) * 1440 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...'ABCDEFGHIKLMNOPQRSTUVWXYZ'), (minute, letter) => {
      const zone = zoneOfLetter(letter);
      const read = readDateTimeGroup(dateTimeGroup(minute as MinuteInstant, zone ?? { name: '', offsetMinutes: 1 }));
      return !isProblem(read) && read.minute === minute && read.zoneLetter === letter;
    }),
  );
});

test('an offset without a letter is written in Z', () => {
  expect(dateTimeGroup(minuteFromIso('2024-07-08T10:30Z'), { name: 'Kathmandu', offsetMinutes: 345 })).toBe('081030ZJUL24');
});

test('what looks like a group is told from other times', () => {
  expect(['081030CJUL24', '081030C JULY 2024', '081030cJLU24'].map(looksLikeDateTimeGroup)).toEqual([true, true, true]);
  expect(['2024-07-08T10:30Z', 'H1+40min', '07:30', '081030'].map(looksLikeDateTimeGroup)).toEqual([false, false, false, false]);
});
