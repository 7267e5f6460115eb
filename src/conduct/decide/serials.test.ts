import { expect, test } from 'vitest';
import { aBooking, minutes, morning, someBookings, TestConduct, told } from '../a-conduct.ts';
import { bookingOf } from './asking.ts';
import { bookingSubject } from './subjects.ts';

test('a serial goes from planned by called and ready to running and done', () => {
  const play = new TestConduct().started();
  expect(told(play.give('CHIEF', 'StartSerial', { serial: 'SER-2' }))).toEqual(['conduct.serialNotReady']);
  expect(told(play.give('CHIEF', 'CallSerial', { serial: 'SER-2' }))).toEqual(['SerialCalled → everyone:']);
  expect(told(play.give('SAFETY', 'SignGoNoGo', { serial: 'SER-2', item: 'safety', go: true }))).toEqual([
    'GoNoGoSigned → everyone:',
    'SerialReady → everyone:',
  ]);
  expect(told(play.give('CHIEF', 'StartSerial', { serial: 'SER-2' }))).toEqual(['SerialStarted → everyone:']);
  expect(told(play.give('CHIEF', 'FinishSerial', { serial: 'SER-2' }))).toEqual(['SerialDone → everyone:']);
  expect(told(play.give('CHIEF', 'CurtailSerial', { serial: 'SER-2', reason: 'late' }))).toEqual(['conduct.serialNotRunning']);
});

test('a serial without a go/no-go list is ready when it is called', () => {
  const play = new TestConduct().started();
  expect(told(play.give('CHIEF', 'CallSerial', { serial: 'SER-3' }))).toEqual(['SerialCalled → everyone:', 'SerialReady → everyone:']);
});

test('the go/no-go is signed by who answers for the item, each party for itself', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallSerial', { serial: 'SER-1' });
  expect(told(play.give('CHIEF', 'SignGoNoGo', { serial: 'SER-1', item: 'safety', go: true }))).toEqual(['conduct.notYoursToSign']);
  expect(told(play.give('SNR-BLR', 'SignGoNoGo', { serial: 'SER-1', item: 'party', party: 'CHN', go: true }))).toEqual([
    'conduct.onlyAPartysOwn',
  ]);
  expect(told(play.give('SNR-BLR', 'SignGoNoGo', { serial: 'SER-1', item: 'party', go: true }))).toEqual(['GoNoGoSigned → everyone:']);
  const onBehalf = { of: 'SAFETY', toldBy: 'by radio', madeAt: play.now };
  expect(told(play.give('CONTROL', 'SignGoNoGo', { serial: 'SER-1', item: 'safety', go: true, onBehalf }))).toEqual([
    'GoNoGoSigned → everyone:',
  ]);
});

test('a no-go takes back what was ready', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallSerial', { serial: 'SER-2' });
  play.give('SAFETY', 'SignGoNoGo', { serial: 'SER-2', item: 'safety', go: true });
  play.give('SAFETY', 'SignGoNoGo', { serial: 'SER-2', item: 'safety', go: false });
  expect(told(play.give('CHIEF', 'StartSerial', { serial: 'SER-2' }))).toEqual(['conduct.serialNotReady']);
});

test('nothing starts in a pause', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallSerial', { serial: 'SER-3' });
  play.give('CODIR-CHN', 'PauseClock', { reason: 'visit' });
  expect(told(play.give('CHIEF', 'StartSerial', { serial: 'SER-3' }))).toEqual(['conduct.exerciseIsPaused']);
});

test('an order on a state that has passed is refused', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallSerial', { serial: 'SER-2' });
  expect(told(play.give('CODIR-BLR', 'CancelSerial', { serial: 'SER-2', reason: 'rain' }, { expected: 0 }))).toEqual([
    'conduct.serialChangedMeanwhile',
  ]);
  expect(told(play.give('CODIR-BLR', 'CancelSerial', { serial: 'SER-2', reason: 'rain' }, { expected: 1 }))).toEqual([
    'SerialCancelled → everyone:',
    'ChangeNoticeIssued → everyone:',
  ]);
});

test('a change of a booking makes one numbered notice for each thing changed', () => {
  const play = new TestConduct().started();
  const moved = { ...aBooking({ serial: 'SER-2', site: 'HALL', team: ['B2', 'C2'], lead: 'C2' }) };
  const change = play.give('CODIR-BLR', 'ChangeBooking', { booking: { ...moved, start: (moved.start ?? 0) + 60 }, reason: 'weather' });
  expect(told(change)).toEqual(['BookingChanged → everyone:', 'ChangeNoticeIssued → everyone:', 'ChangeNoticeIssued → everyone:']);
  const notices = change.change.flatMap(({ event }) =>
    event.type === 'ChangeNoticeIssued' ? [`${event.payload.number} ${event.payload.what}`] : [],
  );
  expect(notices).toEqual(['1 time', '2 site']);
  expect(bookingOf(play.conduct, 'SER-2')?.site).toBe('HALL');
});

test('inside the frozen hours a change needs the consent that was agreed, to this change and no other', () => {
  const play = new TestConduct().started();
  const [before] = someBookings.filter(({ serial }) => serial === 'SER-2');
  const booking = { ...aBooking({ serial: 'SER-2' }), ...before, start: morning / minutes(1) + 60, end: morning / minutes(1) + 120 };
  expect(told(play.give('CODIR-BLR', 'ChangeBooking', { booking, reason: 'sooner' }))).toEqual(['conduct.changeIsFrozen']);
  play.give('CODIR-BLR', 'AskConsent', { case: 'k', on: 'change', subject: bookingSubject(booking) });
  play.give('CODIR-BLR', 'GiveConsent', { case: 'k', yes: true });
  expect(told(play.give('CODIR-CHN', 'GiveConsent', { case: 'k', yes: true }))).toEqual([
    'ConsentGiven → everyone:',
    'ConsentSettled → everyone:',
  ]);
  expect(told(play.give('CODIR-BLR', 'ChangeBooking', { booking: { ...booking, site: 'HALL' }, reason: 'sooner' }))).toEqual([
    'conduct.changeIsFrozen',
  ]);
  expect(told(play.give('CODIR-BLR', 'ChangeBooking', { booking, reason: 'sooner' }))).toContain('BookingChanged → everyone:');
});

test("a serial's events lie in the serial's class, and who does not read it gives no orders on it", () => {
  const play = new TestConduct().started();
  expect(told(play.give('CHIEF', 'CallSerial', { serial: 'SER-OWN' }))).toEqual(['SerialCalled → party:BLR', 'SerialReady → party:BLR']);
  const hidden = play.give('CONTROL', 'StartSerial', { serial: 'SER-OWN' });
  expect(hidden.outcome).toEqual({ kind: 'refused', problem: { key: 'conduct.noSuchSerial', values: { serial: 'SER-OWN' } } });
});

test('a plan that takes the place of another gives notice of each change, and inside the frozen hours takes consent', () => {
  const play = new TestConduct().started();
  const plan = (bookings: typeof someBookings) => ({ seed: '2', iterations: 1, lanes: 1, objectives: [], unmet: [], bookings });
  const [first, ...others] = someBookings;
  const later = {
    ...first,
    serial: 'SER-1',
    start: (first?.start ?? 0) + 60,
    end: (first?.end ?? 0) + 60,
  } as (typeof someBookings)[number];
  expect(told(play.give('CODIR-BLR', 'AdoptPlan', plan([later, ...others])))).toEqual([
    'PlanAdopted → excon:',
    'BookingChanged → everyone:',
    'ChangeNoticeIssued → everyone:',
  ]);
  play.wait(minutes(9 * 60));
  expect(told(play.give('CODIR-BLR', 'AdoptPlan', plan([...someBookings])))).toEqual(['conduct.planChangesFrozen']);
  play.give('CODIR-BLR', 'AskConsent', { case: 'k', on: 'change', subject: bookingSubject(first as typeof later) });
  play.give('CODIR-BLR', 'GiveConsent', { case: 'k', yes: true });
  play.give('CODIR-CHN', 'GiveConsent', { case: 'k', yes: true });
  expect(told(play.give('CODIR-BLR', 'AdoptPlan', plan([...someBookings])))).toContain('BookingChanged → everyone:');
});
