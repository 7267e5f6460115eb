// The clock, adoption, and people coming and being received.
import { expect, test } from 'vitest';
import { aSerial } from '../../exercise/index.ts';
import { sha256Hex } from '../../kernel/index.ts';
import { aJointExercise, aJointPolicy, jointItems, minutes, someBookings, TestConduct, told } from '../a-conduct.ts';
import { exerciseNow, systemAuthor } from './asking.ts';

test('exercise time runs from STARTEX, stands in a pause, jumps forward only, and runs as fast as it is told', () => {
  const play = new TestConduct();
  expect(exerciseNow(play.conduct, play.now)).toBeNull();
  const start = play.now;
  play.give('CODIR-BLR', 'DeclareStartex', { exerciseTime: start });
  play.wait(minutes(10) - 1_000_000);
  expect(exerciseNow(play.conduct, play.now)).toBe(start + minutes(10));
  play.give('CODIR-CHN', 'PauseClock', { reason: 'visit' });
  play.wait(minutes(60));
  expect(exerciseNow(play.conduct, play.now)).toBe(start + minutes(10));
  expect(told(play.give('CODIR-CHN', 'JumpClock', { to: start, reason: 'again' }))).toEqual(['conduct.clockNeverGoesBack']);
  play.give('CODIR-CHN', 'JumpClock', { to: start + minutes(30), reason: 'on' });
  play.give('CODIR-CHN', 'SetClockSpeed', { speed: 10 });
  const resumed = play.now;
  play.give('CODIR-CHN', 'ResumeClock', {});
  play.wait(minutes(1) - 1_000_000);
  expect(exerciseNow(play.conduct, (resumed + minutes(1)) as typeof play.now)).toBe(start + minutes(40));
});

test('an H-hour that is moved gives notice to the serials that hang on it, and moves none', () => {
  const hanging = [aSerial({ id: 'A', at: 'H1' }), aSerial({ id: 'B', endsBy: 'H1+4h' }), aSerial({ id: 'C', at: 'D+1 09:00' })];
  const play = new TestConduct(aJointExercise({ serials: [...jointItems.serials, ...hanging] }));
  const order = { anchor: 'H1', at: 28_676_000, reason: 'weather' };
  const moved = play.give('CODIR-BLR', 'SetAnchor', order);
  expect(told(moved)).toEqual(['AnchorSet → everyone:', 'ChangeNoticeIssued → everyone:', 'ChangeNoticeIssued → everyone:']);
  const notices = moved.change.flatMap(({ event }) =>
    event.type === 'ChangeNoticeIssued' ? [`${event.payload.number} ${event.payload.serial}`] : [],
  );
  expect(notices).toEqual(['1 A', '2 B']);
  expect(told(play.give('CODIR-BLR', 'SetAnchor', order))).toEqual([]);
  expect(told(play.give('CODIR-BLR', 'SetAnchor', { ...order, anchor: '(' }))).toEqual(['AnchorSet → everyone:']);
});

test('PAUSE is the co-directors’, and the clock is ordered only when it can obey', () => {
  const play = new TestConduct();
  expect(told(play.give('CODIR-BLR', 'PauseClock', { reason: 'visit' }))).toEqual(['conduct.clockNotRunning']);
  expect(told(play.give('CODIR-BLR', 'DeclareEndex', {}))).toEqual(['conduct.startexIsMissing']);
  play.started();
  expect(told(play.give('CHIEF', 'PauseClock', { reason: 'visit' }))).toEqual(['conduct.notYourOrder']);
  expect(told(play.give('CODIR-BLR', 'DeclareStartex', { exerciseTime: 0 }))).toEqual([]);
  play.give('CODIR-BLR', 'DeclareEndex', {});
  expect(told(play.give('CODIR-BLR', 'DeclareStartex', { exerciseTime: 0 }))).toEqual(['conduct.endexWasDeclared']);
});

test('a document is adopted file by file, each in its class, and again only where it changed', () => {
  const play = new TestConduct();
  const { everyone, excon, ofParty } = play.conduct.routes;
  const files = [
    { file: 'shared/exercise.yaml', class: everyone, text: 'a', hash: sha256Hex('a') },
    { file: 'excon/injects.yaml', class: excon, text: 'b', hash: sha256Hex('b') },
    { file: 'parties/CHN/units.yaml', class: ofParty('CHN'), text: 'c', hash: sha256Hex('c') },
  ];
  expect(told(play.give(systemAuthor, 'AdoptDocument', { files }))).toEqual([
    'DocumentAdopted → everyone:',
    'DocumentAdopted → excon:',
    'DocumentAdopted → party:CHN',
  ]);
  expect(
    told(
      play.give(systemAuthor, 'AdoptDocument', {
        files: files.map((file) => (file.text === 'b' ? { ...file, text: 'd', hash: sha256Hex('d') } : file)),
      }),
    ),
  ).toEqual(['DocumentAdopted → excon:']);
});

test('a plan is EXCON’s as a whole, its bookings are their serials’, and it does not change the past', () => {
  const play = new TestConduct();
  const plan = { seed: '1', iterations: 1, lanes: 1, objectives: [], unmet: [], bookings: someBookings };
  expect(told(play.give(systemAuthor, 'AdoptPlan', plan))).toEqual([
    'PlanAdopted → excon:',
    'BookingAdopted → everyone:',
    'BookingAdopted → everyone:',
    'BookingAdopted → everyone:',
    'BookingAdopted → party:BLR',
  ]);
  expect(told(play.give(systemAuthor, 'AdoptPlan', plan))).toEqual([]);
  play.give('CODIR-BLR', 'DeclareStartex', { exerciseTime: play.now });
  play.running('SER-2');
  const moved = someBookings.map((booking) => ({ ...booking, start: (booking.start ?? 0) + 60 }));
  expect(told(play.give(systemAuthor, 'AdoptPlan', { ...plan, bookings: moved }))).toEqual(['conduct.planChangesThePast']);
});

test('a contingent arrives, is received step by step, is ready and departs', () => {
  const play = new TestConduct();
  const contingent = 'CHN-1';
  expect(told(play.give('CHIEF', 'FinishReceptionStep', { contingent, step: 0, short: 0 }))).toEqual(['conduct.contingentNotArrived']);
  expect(told(play.give('CHIEF', 'ReportArrival', { contingent, strength: 99 }))).toEqual(['ContingentArrived → everyone:']);
  expect(told(play.give('CHIEF', 'ReportContingentReady', { contingent }))).toEqual(['conduct.receptionNotDone']);
  expect(told(play.give('CHIEF', 'FinishReceptionStep', { contingent, step: 3, short: 0 }))).toEqual(['conduct.noSuchReceptionStep']);
  play.give('CHIEF', 'FinishReceptionStep', { contingent, step: 0, short: 2 });
  expect(told(play.give('CHIEF', 'ReportContingentReady', { contingent }))).toEqual(['ContingentReady → everyone:']);
  expect(told(play.give('CHIEF', 'ReportDeparture', { contingent }))).toEqual(['ContingentDeparted → everyone:']);
});

test('a position is as coarse as its party wants it, and stays with the party until ENDEX', () => {
  const play = new TestConduct().started();
  const reported = play.give('HQ-BLR', 'ReportPosition', { unit: 'B1', latitude: 52.123456, longitude: 23.654321 });
  expect(told(reported)).toEqual(['PositionReported → party:BLR']);
  expect(reported.change[0]?.event.payload).toMatchObject({ metres: 500, latitude: expect.closeTo(52.123456, 2) });
  expect(told(play.give('CODIR-BLR', 'DeclareEndex', {}))).toContain('PositionReported → everyone:');
});

test('what was made before STARTEX is released at it, where the policy says so', () => {
  const policy = { ...aJointPolicy, standing: aJointPolicy.standing.map((rule) => ({ ...rule, trigger: 'atStartex' as const })) };
  const play = new TestConduct(aJointExercise({ policy }));
  play.give('HQ-BLR', 'ReportPosition', { unit: 'B1', latitude: 52.1, longitude: 23.9 });
  expect(told(play.give('CODIR-BLR', 'DeclareStartex', { exerciseTime: play.now }))).toEqual([
    'StartexDeclared → everyone:',
    'PositionReported → everyone:',
  ]);
});
