// The timeline's arithmetic: its window of time, its rows, and what the keys choose.
import { expect, test } from 'vitest';
import type { ScheduledSerial, ScheduleRow } from '../../../src/conduct/index.ts';
import { type MinuteInstant, minuteInstant, zoneOfLetter } from '../../../src/kernel/index.ts';
import { barAt, layoutOf, neighbour, slimBars } from './layout.ts';
import { minuteAt, panned, pinched, showing, ticksOf, xOf, zoomed } from './scale.ts';

const limits = { from: 0, to: 14_400 };
const span = { from: 1000, to: 2000 };

test('a minute and its place across are each other’s inverse', () => {
  for (const minute of [1000, 1234, 2000]) expect(minuteAt(xOf(minute, span, 800), span, 800)).toBeCloseTo(minute);
});

test('zooming keeps the minute under the hand where it is, and stays between least and all', () => {
  const closer = zoomed(span, 0.5, 1200, limits);
  expect(xOf(1200, closer, 800)).toBeCloseTo(xOf(1200, span, 800));
  expect(zoomed(span, 1e-9, 1200, limits).to - zoomed(span, 1e-9, 1200, limits).from).toBe(120);
  expect(zoomed(span, 1e9, 1200, limits)).toEqual(limits);
});

test('what lay under each of two fingers goes with it, as far as the window may go', () => {
  const span = { from: 1000, to: 2000 };
  const before = [200, 600] as const;
  const after = [100, 900] as const;
  const closer = pinched(span, 1000, before, after, { from: 0, to: 10_000 });
  expect(minuteAt(100, closer, 1000)).toBeCloseTo(minuteAt(200, span, 1000));
  expect(minuteAt(900, closer, 1000)).toBeCloseTo(minuteAt(600, span, 1000));
  expect(pinched(span, 1000, [0, 1000], [500, 500], { from: 0, to: 10_000 })).toEqual({ from: 0, to: 10_000 });
});

test('panning stops at the ends', () => {
  expect(panned(span, -5000, limits)).toEqual({ from: 0, to: 1000 });
  expect(panned(span, 50_000, limits)).toEqual({ from: 13_400, to: 14_400 });
});

test('a minute that is well in sight moves nothing', () => {
  expect(showing(span, 1500, limits)).toBe(span);
  expect(showing(span, 5000, limits)).toEqual({ from: 4500, to: 5500 });
});

test('marks lie at round local times and not too near to each other', () => {
  const zone = zoneOfLetter('C');
  if (zone === undefined) throw new Error('no zone C');
  const from = 28_673_200;
  const ticks = ticksOf({ from, to: from + 2880 }, 600, zone);
  expect(ticks.filter(({ isDay }) => isDay)).toHaveLength(2);
  const places = ticks.map(({ minute }) => xOf(minute, { from, to: from + 2880 }, 600));
  for (const [index, place] of places.slice(1).entries()) expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(46);
});

const aSerial = (serial: string, start: number): ScheduledSerial => ({
  serial,
  kind: 'training',
  isFixed: false,
  start: minuteInstant(start),
  end: minuteInstant(start + 60),
  runStart: minuteInstant(start) as MinuteInstant,
  runEnd: minuteInstant(start + 60),
  site: null,
  phase: null,
  team: [],
  attending: [],
  lead: null,
  parties: [],
  leadParty: null,
  support: [],
  status: 'planned',
  startedAt: null,
  endedAt: null,
});
const aRow = (id: string, ...serials: readonly ScheduledSerial[]): ScheduleRow => ({ id, kind: 'site', party: null, lanes: [serials] });

const layout = layoutOf([aRow('A', aSerial('A1', 1000), aSerial('A2', 1500)), aRow('B', aSerial('B1', 1550))], slimBars);

test('what is pointed at is what is drawn there', () => {
  const at = (minute: number, row: number) =>
    barAt(layout, span, 1000, xOf(minute, span, 1000), (layout.rows[row]?.top ?? 0) + 12)?.one.serial;
  expect([at(1530, 0), at(1580, 1), at(1300, 0)]).toEqual(['A2', 'B1', undefined]);
});

test('the arrow keys go along a row, and to the nearest in time in the next', () => {
  const from = { row: 0, serial: 'A2' };
  expect(neighbour(layout, from, 'ArrowLeft', 0)).toEqual({ row: 0, serial: 'A1' });
  expect(neighbour(layout, from, 'ArrowRight', 0)).toBeNull();
  expect(neighbour(layout, from, 'ArrowDown', 0)).toEqual({ row: 1, serial: 'B1' });
  expect(neighbour(layout, null, 'ArrowRight', 1480)).toEqual({ row: 0, serial: 'A2' });
});
