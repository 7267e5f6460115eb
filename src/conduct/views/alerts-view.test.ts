// What stands still and why, and what the clocks say.
import { expect, test } from 'vitest';
import { microInstant, microsFromIso } from '../../kernel/index.ts';
import { aJointExercise, minutes, TestConduct } from '../a-conduct.ts';
import { noConduct } from '../conduct.ts';
import { alertsView } from './alerts-view.ts';
import { clockView } from './clock-view.ts';

test('a STOP shows its place, the channel and the number to call until it is lifted', () => {
  const test = new TestConduct().started();
  test.give('HQ-BLR', 'CallStop', { stop: 'stop-1', site: 'NORTH' });
  expect(alertsView(test.conduct)).toMatchObject([{ kind: 'stop', site: 'NORTH', channel: 'SAFETY 1', telephone: '112' }]);
  test.give('system', 'LiftStop', { stop: 'stop-1' });
  expect(alertsView(test.conduct)).toEqual([]);
});

test('a real emergency stands before a stop, and a drill behind it', () => {
  const test = new TestConduct().started();
  test.give('HQ-BLR', 'RaiseNoDuff', { alert: 'drill', site: 'SOUTH', kind: 'fire', drill: true });
  test.give('HQ-BLR', 'CallStop', { stop: 'stop-1', site: 'HALL' });
  test.give('HQ-CHN', 'RaiseNoDuff', { alert: 'real', site: 'NORTH', kind: 'casualty', drill: false });
  expect(alertsView(test.conduct).map(({ id }) => id)).toEqual(['real', 'stop-1', 'drill']);
});

test('exercise time stands before STARTEX and while it is paused', () => {
  const test = new TestConduct();
  expect(clockView(test.conduct, test.now)).toMatchObject({ exercise: null });
  test.started();
  const begun = clockView(test.conduct, microInstant(test.now + minutes(10)));
  expect(begun).toMatchObject({ state: 'running', day: 1 });
  test.give('CODIR-BLR', 'PauseClock', { reason: 'storm' });
  const paused = clockView(test.conduct, test.now);
  expect(clockView(test.conduct, microInstant(test.now + minutes(60))).exercise).toBe(paused.exercise);
});

test('days are counted from D-day by the clock of the exercise’s zone', () => {
  const conduct = noConduct(aJointExercise());
  expect(clockView(conduct, microsFromIso('2024-07-07T20:59:00Z')).day).toBe(-1);
  expect(clockView(conduct, microsFromIso('2024-07-07T21:00:00Z')).day).toBe(0);
});
