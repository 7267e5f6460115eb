import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoFromMinute, type MinuteInstant, minuteFromIso } from './instant.ts';
import { type Light, lightAt, lightPeriods, type Position, sunAltitudeDegrees, type Twilight } from './sun.ts';

const brest = { latitude: 52.1, longitude: 23.7 };

// Geocentric apparent altitudes by PyEphem 4.1.4 (VSOP87); after 2100 the earth's rotation itself is uncertain by hundredths of a degree.
const altitudes: readonly (readonly [iso: string, latitude: number, longitude: number, degrees: number])[] = [
  ['1976-12-12T12:01Z', 36.431, -159.48, -66.5908],
  ['1991-11-05T23:44Z', -32.61, -116.108, 30.1275],
  ['2021-02-25T07:59Z', -80.683, -114.869, -0.349],
  ['2021-07-10T00:23Z', -56.663, 168.68, 10.8932],
  ['2021-09-22T20:13Z', 66.289, -75.85, 15.1973],
  ['2024-06-17T19:23Z', -11.93, 172.203, 6.5955],
  ['2026-07-09T05:58Z', 13.162, -175.279, 2.3368],
  ['2038-02-11T09:52Z', -15.147, 156.885, -25.1172],
  ['2067-10-27T00:28Z', 8.734, -29.222, -71.6946],
  ['2090-04-21T01:57Z', 75.174, -169.558, 23.106],
  ['2102-06-17T08:49Z', 56.87, -13.606, 34.7925],
  ['2166-02-05T19:39Z', 65.408, -39.803, -6.8516],
  ['2174-12-27T23:41Z', 21.877, 87.043, -15.3758],
];

test.each(altitudes)('the sun at %s over %f, %f stands at %f degrees', (iso, latitude, longitude, degrees) => {
  expect(Math.abs(sunAltitudeDegrees(minuteFromIso(iso), latitude, longitude) - degrees)).toBeLessThan(0.02);
});

test('over the pole the altitude is the declination (Meeus, example 25.a)', () => {
  expect(sunAltitudeDegrees(minuteFromIso('1992-10-13T00:00Z'), 90, 0)).toBeCloseTo(-7.78507, 2);
});

// Rises and sets by PyEphem: where the centre passes 50′, 6°, 12°, 18° under the horizon.
const changes: readonly (readonly [name: string, position: Position, twilight: Twilight, day: string, expected: readonly string[]])[] = [
  ['Brest', brest, 'civil', '2024-07-08', ['01:29 twilight', '02:16 day', '18:45 twilight', '19:32 night']],
  ['Brest', brest, 'nautical', '2024-07-08', ['00:16 twilight', '02:16 day', '18:45 twilight', '20:44 night']],
  [
    'Tromsø',
    { latitude: 69.65, longitude: 18.96 },
    'astronomical',
    '2024-01-21',
    ['05:04 twilight', '09:33 day', '12:19 twilight', '16:49 night'],
  ],
  [
    'Ushuaia',
    { latitude: -54.8, longitude: -68.3 },
    'nautical',
    '2024-06-21',
    ['11:27 twilight', '12:59 day', '20:12 twilight', '21:45 night'],
  ],
];

test.each(changes)('light at %s changes on the minute', (_name, position, twilight, day, expected) => {
  const from = minuteFromIso(`${day}T00:00Z`);
  const [, ...later] = lightPeriods(from, (from + 1440) as MinuteInstant, position, twilight);
  expect(later).toHaveLength(expected.length);
  for (const [index, period] of later.entries()) {
    const [time = '', light] = (expected[index] ?? '').split(' ');
    expect(period.light).toBe(light);
    expect(Math.abs(period.from - minuteFromIso(`${day}T${time}Z`)), isoFromMinute(period.from)).toBeLessThanOrEqual(1);
  }
});

test('Brest in July has no astronomical night', () => {
  const lights = lightPeriods(minuteFromIso('2024-07-08T00:00Z'), minuteFromIso('2024-07-09T00:00Z'), brest, 'astronomical');
  expect(lights.some((period) => period.light === 'night')).toBe(false);
});

test('beyond the polar circle the sun stays up in June and down in December', () => {
  const position = { latitude: 71, longitude: 25.8 };
  const lightsOf = (day: string) =>
    lightPeriods(minuteFromIso(`${day}T00:00Z`), (minuteFromIso(`${day}T00:00Z`) + 1440) as MinuteInstant, position, 'civil').map(
      (period) => period.light,
    );
  expect(lightsOf('2024-06-21')).toEqual(['day']);
  expect(lightsOf('2024-12-21')).not.toContain('day');
});

test('periods lie end to end and every minute of one has the light of that minute', () => {
  const latitudes = fc.double({ min: -90, max: 90, noNaN: true });
  const longitudes = fc.double({ min: -180, max: 180, noNaN: true });
  const starts = fc.integer({ min: 0, max: 120_000_000 });
  const twilights = fc.constantFrom<Twilight>('civil', 'nautical', 'astronomical');
  const law = fc.property(latitudes, longitudes, starts, twilights, (latitude, longitude, start, twilight) => {
    const position = { latitude, longitude };
    const [from, to] = [start as MinuteInstant, (start + 2 * 1440) as MinuteInstant];
    const periods = lightPeriods(from, to, position, twilight);
    const byMinute: Light[] = [];
    for (const period of periods) for (let minute: number = period.from; minute < period.to; minute++) byMinute.push(period.light);
    expect(periods[0]?.from).toBe(from);
    expect(byMinute).toEqual(Array.from({ length: 2 * 1440 }, (_, index) => lightAt((start + index) as MinuteInstant, position, twilight)));
  });
  fc.assert(law, { numRuns: 60 });
});

test('no time has no light', () => {
  const noon = minuteFromIso('2024-07-08T12:00Z');
  expect(lightPeriods(noon, noon, brest, 'civil')).toEqual([]);
});
