import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFromCivil } from './calendar.ts';
import { isoFromMinute, type MinuteInstant, minuteFromIso } from './instant.ts';
import { letterOfOffset, localDay, localWeekday, minuteFromLocal, minuteOfLocalDay, offsetAt, type Zone, zoneOfLetter } from './zone.ts';

const paris: Zone = {
  name: 'Europe/Paris',
  offsetMinutes: 60,
  changes: [
    { at: minuteFromIso('2024-03-31T01:00Z'), offsetMinutes: 120 },
    { at: minuteFromIso('2024-10-27T01:00Z'), offsetMinutes: 60 },
  ],
};

test('letters name whole hours, and J none', () => {
  expect(zoneOfLetter('C')?.offsetMinutes).toBe(180);
  expect(zoneOfLetter('M')?.offsetMinutes).toBe(720);
  expect(zoneOfLetter('N')?.offsetMinutes).toBe(-60);
  expect(zoneOfLetter('Y')?.offsetMinutes).toBe(-720);
  expect(zoneOfLetter('Z')?.offsetMinutes).toBe(0);
  for (const none of ['J', 'c', '', 'CC']) expect(zoneOfLetter(none)).toBeUndefined();
  for (const letter of 'ABCDEFGHIKLMNOPQRSTUVWXYZ') expect(letterOfOffset(zoneOfLetter(letter)?.offsetMinutes ?? 1)).toBe(letter);
  expect([letterOfOffset(330), letterOfOffset(780)]).toEqual([undefined, undefined]);
});

test('a change of the clocks counts from its instant on', () => {
  expect(offsetAt(paris, minuteFromIso('2024-03-31T00:59Z'))).toBe(60);
  expect(offsetAt(paris, minuteFromIso('2024-03-31T01:00Z'))).toBe(120);
  expect(offsetAt(paris, minuteFromIso('2025-01-01T00:00Z'))).toBe(60);
});

test('the local day turns at local midnight', () => {
  const minsk = { name: 'C', offsetMinutes: 180 };
  expect(localDay(minuteFromIso('2024-07-08T20:59Z'), minsk)).toBe(dayFromCivil(2024, 7, 8));
  expect(localDay(minuteFromIso('2024-07-08T21:00Z'), minsk)).toBe(dayFromCivil(2024, 7, 9));
  expect(minuteOfLocalDay(minuteFromIso('2024-07-08T21:30Z'), minsk)).toBe(30);
  expect(localWeekday(minuteFromIso('2024-07-08T20:59Z'), minsk)).toBe(1);
});

test('a skipped time moves on, a doubled time is the first of the two', () => {
  const of = (month: number, day: number, minute: number) => isoFromMinute(minuteFromLocal(dayFromCivil(2024, month, day), minute, paris));
  expect(of(3, 31, 119)).toBe('2024-03-31T00:59:00Z');
  expect(of(3, 31, 150)).toBe('2024-03-31T01:30:00Z');
  expect(of(3, 31, 180)).toBe('2024-03-31T01:00:00Z');
  expect(of(10, 27, 150)).toBe('2024-10-27T00:30:00Z');
  expect(of(10, 27, 180)).toBe('2024-10-27T02:00:00Z');
});

test('an instant comes back from its local day and minute, but for the hour that clocks show twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: minuteFromIso('2024-01-01T00:00Z'), max: minuteFromIso('2025-01-01T00:00Z') }), (instant) => {
      const minute = instant as MinuteInstant;
      const back = minuteFromLocal(localDay(minute, paris), minuteOfLocalDay(minute, paris), paris);
      return back === minute || back === minute - 60;
    }),
  );
});
