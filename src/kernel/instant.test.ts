import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, civilFromDay, dayFromCivil, daysInMonth, weekdayOfDay } from './calendar.ts';
import {
  isoDateOfDay,
  isoFromMicros,
  isoFromMinute,
  type MinuteInstant,
  microInstant,
  microsFromIso,
  microsOfMinute,
  minuteFromIso,
  minuteOfMicros,
  readIsoDate,
  readIsoMicros,
  readIsoMinute,
} from './instant.ts';
import { isProblem, Malformed } from './problem.ts';

const lastMinute = dayFromCivil(2201, 1, 1) * 1440 - 1;
const minutes = fc.integer({ min: 0, max: lastMinute }).map((minute) => minute as MinuteInstant);

test('an instant is written and read back as it was', () => {
  fc.assert(fc.property(minutes, (minute) => minuteFromIso(isoFromMinute(minute)) === minute));
  fc.assert(
    fc.property(minutes, fc.integer({ min: 0, max: 59_999_999 }), (minute, rest) => {
      const micros = microInstant(microsOfMinute(minute) + rest);
      return microsFromIso(isoFromMicros(micros)) === micros && minuteOfMicros(micros) === minute;
    }),
  );
});

test('dates are those of the host, which knows the same calendar', () => {
  fc.assert(fc.property(minutes, (minute) => isoFromMinute(minute) === `${new Date(minute * 60_000).toISOString().slice(0, 19)}Z`));
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const date = civilFromDay(day);
      expect(dayFromCivil(date.year, date.month, date.day)).toBe(day);
      expect(weekdayOfDay(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
    }),
  );
});

test('instants are written with all their decimals, so that the order of texts is the order of time', () => {
  expect(isoFromMicros(microsFromIso('2024-07-08T07:30:01.5Z'))).toBe('2024-07-08T07:30:01.500000Z');
  expect(isoFromMinute(minuteFromIso('2024-07-08T10:30+03:00'))).toBe('2024-07-08T07:30:00Z');
});

test.each([
  ['2024-07-08T07:30', 'kernel.notAnInstant'],
  ['2024-07-08 07:30Z', 'kernel.notAnInstant'],
  ['2024-07-08T07:30:00.1234567Z', 'kernel.notAnInstant'],
  ['2024-07-08T07:30z', 'kernel.notAnInstant'],
  ['2024-02-30T07:30Z', 'kernel.noSuchDate'],
  ['2023-02-29T07:30Z', 'kernel.noSuchDate'],
  ['2024-07-08T24:00Z', 'kernel.noSuchTimeOfDay'],
  ['2024-07-08T07:30+19:00', 'kernel.noSuchOffset'],
  ['1969-12-31T23:59Z', 'kernel.yearOutOfRange'],
  ['1970-01-01T00:00+01:00', 'kernel.yearOutOfRange'],
  ['2201-01-01T00:00Z', 'kernel.yearOutOfRange'],
])('%s is refused', (text, key) => {
  expect(readIsoMicros(text)).toMatchObject({ key });
  expect(() => microsFromIso(text)).toThrow(Malformed);
});

test('a minute has no seconds', () => {
  expect(readIsoMinute('2024-07-08T07:30:01Z')).toMatchObject({ key: 'kernel.notAWholeMinute', values: { text: '2024-07-08T07:30:01Z' } });
});

test('a date is read and written', () => {
  expect(readIsoDate('2024-07-08')).toBe(dayFromCivil(2024, 7, 8));
  expect(isoDateOfDay(dayFromCivil(2024, 7, 8))).toBe('2024-07-08');
  expect(isProblem(readIsoDate('2024-7-8'))).toBe(true);
  expect(readIsoDate('2024-06-31')).toMatchObject({ key: 'kernel.noSuchDate' });
});

test('months are added to the end of the month at most', () => {
  expect(addMonths({ year: 2024, month: 1, day: 31 }, 1)).toEqual({ year: 2024, month: 2, day: 29 });
  expect(addMonths({ year: 2024, month: 1, day: 15 }, -13)).toEqual({ year: 2022, month: 12, day: 15 });
  expect([daysInMonth(2000, 2), daysInMonth(2100, 2), daysInMonth(2024, 6)]).toEqual([29, 28, 30]);
});
