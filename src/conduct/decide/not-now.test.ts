// A refusal holds only what its author may read.
import { expect, test } from 'vitest';
import { aDocument, aFile, aSerial, readExercise } from '../../exercise/index.ts';
import { aBooking, jointItems, TestConduct, told } from '../a-conduct.ts';
import { systemAuthor } from './asking.ts';

/** An exercise with one open serial, whose controller is held by somebody who is cleared for what is open only. */
function withAnUnclearedController() {
  const { id, ...open } = aSerial({ id: 'OPEN', sites: ['NORTH'], goNoGo: [] });
  const uncleared = { party: 'CHN', name: 'Somebody', holds: [{ post: 'CONTROL' }], clearance: 'UNCLASSIFIED' };
  const files = aDocument({ ...jointItems, ofParty: { ...jointItems.ofParty, CHN: { persons: [{ id: 'somebody', ...uncleared }] } } });
  const { exercise } = readExercise([...files, aFile('shared/open.yaml', { serials: { [id]: open } }, 'UNCLASSIFIED/BLR,CHN//everyone:')]);
  if (exercise === undefined) throw new Error('the exercise cannot be read');
  return exercise;
}

test('a hidden reason is told as “not now”, and EXCON learns why', () => {
  const play = new TestConduct(withAnUnclearedController());
  const bookings = [aBooking({ serial: 'OPEN', site: 'NORTH' })];
  play.give(systemAuthor, 'AdoptPlan', { seed: '1', iterations: 1, lanes: 1, objectives: [], unmet: [], bookings });
  play.give('CODIR-BLR', 'DeclareStartex', { exerciseTime: play.now });
  expect(told(play.give('CONTROL', 'CallSerial', { serial: 'OPEN' }))).toEqual(['SerialCalled → everyone:', 'SerialReady → everyone:']);
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'fire', drill: false });
  const decision = play.give('CONTROL', 'StartSerial', { serial: 'OPEN' });
  expect(decision.outcome).toEqual({ kind: 'refused', problem: { key: 'conduct.notNow', values: {} } });
  expect(decision.change.map(({ event }) => event.payload)).toMatchObject([
    { type: 'StartSerial', reason: { key: 'conduct.serialStandsStill', values: { serial: 'OPEN', for: ['n-1'] } } },
  ]);
  expect(told(decision)).toEqual(['conduct.notNow', 'CommandRefused → excon:']);
  expect(told(play.give('CHIEF', 'StartSerial', { serial: 'OPEN' }))).toEqual(['conduct.serialStandsStill']);
});

test('an order about a serial that its author may not read is refused as if there were none', () => {
  const play = new TestConduct(withAnUnclearedController());
  expect(told(play.give('CONTROL', 'CallSerial', { serial: 'SER-1' }))).toEqual(['conduct.noSuchSerial']);
  expect(told(play.give('CONTROL', 'CallSerial', { serial: 'SER-99' }))).toEqual(['conduct.noSuchSerial']);
});

test('who is no post of the exercise gives no order but STOP and NO DUFF', () => {
  const play = new TestConduct();
  expect(told(play.give('stranger', 'MarkContact', { contact: 'k', from: 'HQ-BLR', to: 'HQ-CHN', means: 'radio' }))).toEqual([
    'conduct.notYourOrder',
  ]);
  expect(told(play.give('stranger', 'CallStop', { stop: 's', site: 'NORTH' }))).toEqual(['StopCalled → everyone:']);
});
