import { expect, test } from 'vitest';
import { isoFromMinute, isProblem, type Zone, zoneOfLetter } from '../kernel/index.ts';
import { anchorsOf, readWhen, readZone } from './read-when.ts';

const zone: Zone = zoneOfLetter('C') ?? { name: 'Z', offsetMinutes: 0 };
const anchors = anchorsOf({ D: '2024-07-08', H1: 'D+1 06:00', H2: 'H1+90min', H3: 'H4', H4: 'H3' }, zone);

function read(text: string): string {
  const found = readWhen(text, zone, anchors);
  return isProblem(found) ? found.key : isoFromMinute(found);
}

test('an instant is absolute, a date-time group, or an anchor with an offset', () => {
  expect(read('2024-07-08T09:00+03:00')).toBe('2024-07-08T06:00:00Z');
  expect(read('081030CJUL24')).toBe('2024-07-08T07:30:00Z');
  expect(read('081030JJUL24')).toBe('2024-07-08T07:30:00Z');
  expect(read('D-day')).toBe('2024-07-07T21:00:00Z');
  expect(read('D+1 09:00')).toBe('2024-07-09T06:00:00Z');
  expect(read('D-2 24:00')).toBe('2024-07-06T21:00:00Z');
  expect(read('H1')).toBe('2024-07-09T03:00:00Z');
  expect(read('H1+40min')).toBe('2024-07-09T03:40:00Z');
  expect(read('H2 - 1h30')).toBe('2024-07-09T03:00:00Z');
  expect(read('H1 10:00')).toBe('2024-07-09T07:00:00Z');
});

test('a bare number, a day without time and an offset without unit are faults', () => {
  expect(read('40')).toBe('document.bareTime');
  expect(read('+40')).toBe('document.bareTime');
  expect(read('2024-07-08')).toBe('document.dayWithoutTime');
  expect(read('D+1')).toBe('document.dayWithoutTime');
  expect(read('H1+40')).toBe('document.bareOffset');
  expect(read('tomorrow')).toBe('document.notATime');
  expect(read('2024-07-08T09:00')).toBe('kernel.notAnInstant');
});

test('an anchor that does not exist is a fault, as is one that depends on itself', () => {
  expect(read('H9+1h')).toBe('document.noSuchAnchor');
  expect(read('H3+1h')).toBe('document.anchorsInCircle');
});

test('D+1 is the next local day even when the clocks change that night', () => {
  const changing = readZone({ name: 'X', offset: '+02:00', changes: [{ at: '2024-10-27T01:00Z', offset: '+01:00' }] });
  if (isProblem(changing)) throw new Error(changing.key);
  const of = anchorsOf({ D: '2024-10-26' }, changing);
  const next = readWhen('D+1 09:00', changing, of);
  expect(isProblem(next) ? next.key : isoFromMinute(next)).toBe('2024-10-27T08:00:00Z');
});

test('a zone is a letter or an offset with its changes in order', () => {
  expect(isProblem(readZone('J'))).toBe(true);
  expect(readZone({ name: 'India', offset: '+05:30' })).toMatchObject({ offsetMinutes: 330 });
  expect(isProblem(readZone({ name: 'X', offset: '+25:00' }))).toBe(true);
  expect(
    isProblem(
      readZone({
        name: 'X',
        offset: '+01:00',
        changes: [
          { at: '2024-03-01T00:00Z', offset: '+02:00' },
          { at: '2024-03-02T00:00Z', offset: '+01:00' },
        ],
      }),
    ),
  ).toBe(true);
});

test('a local time without its zone is a fault, and the advice gives it the exercise’s', () => {
  expect(readWhen('2024-07-08 9:00', zone, anchors)).toMatchObject({ maybe: { values: { example: '2024-07-08T09:00+03:00' } } });
  expect(readWhen('2024-07-08T09:00:00', { name: 'R', offsetMinutes: -330 }, anchors)).toMatchObject({
    maybe: { values: { example: '2024-07-08T09:00-05:30' } },
  });
});
