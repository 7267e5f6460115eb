// The schedule before and after adoption, arranged in rows; where units are by it; and one serial closely.
import { expect, test } from 'vitest';
import { minuteInstant, minuteOfMicros } from '../../kernel/index.ts';
import { aJointExercise, morning, someBookings, TestConduct } from '../a-conduct.ts';
import { noConduct } from '../conduct.ts';
import { lanesOf, rowsBySite, rowsByUnit } from './schedule-rows.ts';
import { countByStatus, scheduleView } from './schedule-view.ts';
import { serialView } from './serial-view.ts';
import { underWayAt, whereaboutsView } from './whereabouts-view.ts';

const planned = someBookings.map((booking) => ({
  ...booking,
  start: booking.start === null ? null : minuteInstant(booking.start),
  end: booking.end === null ? null : minuteInstant(booking.end),
}));
const booked = minuteInstant(morning / 60_000_000 + 630);

test('before adoption the schedule is the plan at hand, afterwards what conduct has adopted', () => {
  const before = scheduleView(noConduct(aJointExercise()), planned);
  expect(before.map(({ serial, status }) => [serial, status])).toEqual([
    ['SER-1', 'planned'],
    ['SER-2', 'planned'],
    ['SER-3', 'planned'],
    ['SER-OWN', 'planned'],
  ]);
  const after = scheduleView(new TestConduct().started().running('SER-1').conduct, []);
  expect([...countByStatus(after)]).toEqual([
    ['running', 1],
    ['planned', 3],
  ]);
});

test('the lead’s party comes first', () => {
  const [first, second] = scheduleView(noConduct(aJointExercise()), planned);
  expect([first?.leadParty, first?.parties]).toEqual(['BLR', ['BLR', 'CHN']]);
  expect([second?.leadParty, second?.parties]).toEqual(['CHN', ['CHN', 'BLR']]);
});

test('a serial that is not held is not on the schedule', () => {
  const left = planned.map((booking) => (booking.serial === 'SER-2' ? { ...booking, held: false, start: null, end: null } : booking));
  expect(scheduleView(noConduct(aJointExercise()), left).map(({ serial }) => serial)).not.toContain('SER-2');
});

test('rows by site follow the document, rows by unit stand under their party', () => {
  const exercise = aJointExercise();
  const scheduled = scheduleView(noConduct(exercise), planned);
  expect(rowsBySite(exercise, scheduled).map(({ id, lanes }) => [id, lanes.flat().map(({ serial }) => serial)])).toEqual([
    ['NORTH', ['SER-1']],
    ['SOUTH', ['SER-2']],
    ['HALL', ['SER-3', 'SER-OWN']],
  ]);
  expect(rowsByUnit(exercise, scheduled).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'group BLR',
    'unit B1',
    'unit B2',
    'group CHN',
    'unit C1',
    'unit C2',
  ]);
});

test('what overlaps stands in lanes below each other', () => {
  const scheduled = scheduleView(noConduct(aJointExercise()), planned);
  expect(lanesOf(scheduled)).toHaveLength(4);
  expect(lanesOf(scheduled.slice(0, 1))).toHaveLength(1);
});

test('a unit is at the site of the serial it is in, and nowhere known where it has neither serial nor home', () => {
  const exercise = aJointExercise();
  const scheduled = scheduleView(noConduct(exercise), planned);
  const sites = (at: typeof booked) => whereaboutsView(exercise, scheduled, at).map(({ unit, site }) => `${unit} ${site}`);
  expect(sites(booked)).toEqual(['B1 HALL', 'B2 HALL', 'C1 NORTH', 'C2 SOUTH']);
  expect(sites(minuteInstant(booked + 600))).toEqual([]);
});

test('a serial that was reported begun is under way whatever was booked, and is over when reported done', () => {
  const running = new TestConduct().started().running('SER-3');
  const now = minuteOfMicros(running.now);
  const ids = () => underWayAt(scheduleView(running.conduct, []), minuteInstant(now + 1)).map(({ serial }) => serial);
  expect(ids()).toEqual(['SER-3']);
  running.give('CHIEF', 'FinishSerial', { serial: 'SER-3' });
  expect(ids()).toEqual([]);
});

test('the go/no-go list shows who has signed and who has not', () => {
  const test = new TestConduct().started();
  test.give('CHIEF', 'CallSerial', { serial: 'SER-1' });
  test.give('system', 'SignGoNoGo', { serial: 'SER-1', item: 'safety', go: true });
  test.give('system', 'SignGoNoGo', { serial: 'SER-1', item: 'party', party: 'CHN', go: false });
  const one = scheduleView(test.conduct, []).find(({ serial }) => serial === 'SER-1');
  if (one === undefined) throw new Error('SER-1 is not scheduled');
  const { goNoGo, injects } = serialView(test.conduct, one);
  expect(goNoGo.map(({ item, party, go }) => [item, party, go])).toEqual([
    ['safety', null, true],
    ['medical', null, null],
    ['siteClear', null, null],
    ['party', 'BLR', null],
    ['party', 'CHN', false],
  ]);
  expect(injects.map(({ inject }) => inject)).toEqual(['I-6']);
});
