import { expect, test } from 'vitest';
import { microsFromIso } from '../../kernel/index.ts';
import { aJointExercise, jointItems, minutes, morning, TestConduct, told } from '../a-conduct.ts';
import { nextDueAt } from './time.ts';

const dueIn = (play: TestConduct) =>
  play.log.flatMap(({ event }) =>
    event.type === 'InjectDue' && event.payload !== null ? [`${event.payload.inject} ${event.payload.cause}`] : [],
  );

test('a timed inject becomes due at its exercise time, once', () => {
  const play = new TestConduct().started();
  expect(told(play.passTime())).toEqual([]);
  play.wait(minutes(180));
  expect(told(play.passTime())).toEqual(['InjectDue → excon:', 'InjectDue → excon:']);
  expect(dueIn(play)).toEqual(['I-1 time', 'I-9 time']);
  expect(told(play.passTime())).toEqual([]);
});

test('exercise time that stands, jumps or runs fast carries its injects with it, and real time those that are marked real', () => {
  const play = new TestConduct().started();
  play.give('CODIR-BLR', 'PauseClock', { reason: 'weather' });
  play.wait(minutes(600));
  play.passTime();
  expect(dueIn(play)).toEqual(['I-8 time']);
  play.give('CODIR-BLR', 'JumpClock', { to: morning + minutes(190), reason: 'to the call' });
  play.passTime();
  expect(dueIn(play)).toEqual(['I-8 time', 'I-1 time', 'I-9 time']);
  play.give('CODIR-BLR', 'ResumeClock', {});
  play.give('CODIR-BLR', 'SetClockSpeed', { speed: 60 });
  play.wait(minutes(2));
  play.passTime();
  expect(dueIn(play)).toContain('I-5 time');
});

test('what follows an answer is due after its delay, and what waits for its absence is not due any more', () => {
  const play = new TestConduct().started().released('I-1');
  play.give('HQ-BLR', 'AnswerDelivery', { delivery: play.conduct.routes.deliveryOf('I-1', 'HQ-BLR'), text: 'Да', language: 'ru' });
  play.wait(minutes(4)).passTime();
  expect(dueIn(play)).toEqual(['I-1 onCall']);
  play.wait(minutes(1)).passTime();
  expect(dueIn(play)).toEqual(['I-1 onCall', 'I-2 after']);
  play.wait(minutes(30)).passTime();
  expect(dueIn(play)).not.toContain('I-3 absence');
});

test('no answer within twenty minutes sets off what waits for the absence', () => {
  const play = new TestConduct().started().released('I-1');
  play.wait(minutes(19)).passTime();
  expect(dueIn(play)).toEqual(['I-1 onCall']);
  play.wait(minutes(1)).passTime();
  expect(dueIn(play)).toEqual(['I-1 onCall', 'I-3 absence']);
});

test('an action seen takes the place of an answer', () => {
  const play = new TestConduct().started().released('I-1');
  play.give('EVAL-BLR', 'ReportExpectedAction', { inject: 'I-1', outcome: 'expected' });
  play.wait(minutes(60)).passTime();
  expect(dueIn(play)).toEqual(['I-1 onCall']);
});

test('an inject is due when its serial runs', () => {
  const play = new TestConduct().started().running('SER-1');
  play.passTime();
  expect(dueIn(play)).toEqual(['I-6 after']);
});

test('a deferred inject does not become due, until it is taken up again', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'SetInjectStatus', { inject: 'I-1', status: 'deferred' });
  play.wait(minutes(200)).passTime();
  expect(dueIn(play)).toEqual(['I-9 time']);
  play.give('CHIEF', 'SetInjectStatus', { inject: 'I-1', status: 'approved' });
  play.passTime();
  expect(dueIn(play)).toEqual(['I-9 time', 'I-1 time']);
});

test('an H-hour that is set anew moves the injects that hang on it', () => {
  const play = new TestConduct().started();
  play.give('CODIR-BLR', 'SetAnchor', { anchor: 'H1', at: morning / 60_000_000 + 10, reason: 'earlier' });
  play.wait(minutes(49)).passTime();
  expect(dueIn(play)).toEqual([]);
  play.wait(minutes(2)).passTime();
  expect(dueIn(play)).toEqual(['I-7 time']);
});

test('it is known when time is next worth passing', () => {
  const play = new TestConduct();
  expect(nextDueAt(play.conduct, play.now)).toBeNull();
  play.started();
  const due = microsFromIso('2024-07-09T06:00:00Z');
  // STARTEX was declared a second after the plan was adopted, and set exercise time to what it was then.
  expect(nextDueAt(play.conduct, play.now)).toBe(due);
  play.give('CODIR-BLR', 'SetClockSpeed', { speed: 10 });
  const next = nextDueAt(play.conduct, play.now) ?? 0;
  expect(next).toBeLessThan(morning + minutes(19));
  play.now = (next - 1) as typeof play.now;
  expect(told(play.passTime())).toEqual([]);
  play.now = next as typeof play.now;
  expect(told(play.passTime())).not.toEqual([]);
  play.give('CODIR-BLR', 'PauseClock', { reason: 'weather' });
  expect(nextDueAt(play.conduct, play.now)).toBe(microsFromIso('2024-07-09T08:00:00Z'));
});

test('silence settles a case when its time is up, as the agreement says', () => {
  const play = new TestConduct().started();
  play.give('RELEASE-BLR', 'AskConsent', { case: 'case-1', on: 'release', subject: 'text-1' });
  play.give('CODIR-BLR', 'AskConsent', { case: 'case-2', on: 'change', subject: 'SER-1#x' });
  expect(nextDueAt(play.conduct, play.now)).toBeLessThanOrEqual(play.now + minutes(30));
  play.wait(minutes(31)).passTime();
  play.wait(minutes(31)).passTime();
  const settled = play.log.flatMap(({ event }) => (event.type === 'ConsentSettled' && event.payload !== null ? [event.payload] : []));
  expect(settled).toEqual([
    { case: 'case-1', outcome: 'agreedBySilence' },
    { case: 'case-2', outcome: 'lapsed' },
  ]);
});

test('nothing becomes due after ENDEX', () => {
  const play = new TestConduct(aJointExercise({ excon: jointItems.excon })).started();
  play.give('CODIR-BLR', 'DeclareEndex', {});
  play.wait(minutes(2000)).passTime();
  expect(dueIn(play)).toEqual([]);
  expect(nextDueAt(play.conduct, play.now)).toBeNull();
});
