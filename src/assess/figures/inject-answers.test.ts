import { expect, test } from 'vitest';
import { anExercise, anInject } from '../../exercise/index.ts';
import { aLog, at, excon, ofPost, told } from '../a-log.ts';
import { assess } from '../assess.ts';

const exercise = anExercise({
  excon: {
    injects: [
      anInject({ id: 'i1', number: '1.1', answerWithin: '10min' }),
      anInject({ id: 'i2', number: '1.2' }),
      anInject({ id: 'i3', number: '1.3', means: 'stagedCue' }),
    ],
  },
});
const outside = anExercise();
const post = ofPost('player', 'CHN');

const received = (minutes: number, delivery: string, number: number, within?: number) =>
  told(
    minutes,
    'InjectReceived',
    {
      delivery,
      number,
      to: 'player',
      from: { zh: '…' },
      means: 'message',
      texts: { zh: '…' },
      ...(within === undefined ? {} : { answerWithinMinutes: within }),
    },
    post,
  );
const answered = (minutes: number, delivery: string, more = {}) =>
  told(minutes, 'DeliveryAnswered', { delivery, by: 'player', text: '…', language: 'zh', ...more }, post);
const released = (minutes: number, inject: string, ...deliveries: string[]) =>
  told(minutes, 'InjectReleased', { inject, deliveries }, excon);
const endex = (minutes: number) => told(minutes, 'EndexDeclared', {});

test('a recipient sees the deliveries that it got, under its own numbers', () => {
  const found = assess(outside, aLog(received(0, 'd1', 1, 10), answered(4, 'd1'), received(5, 'd2', 2, 10), endex(60)), { reader: 'CHN' });
  expect(found.injects).toEqual([
    { id: 'd1', number: '1', releasedAt: at(0), answered: true, outcome: null, seconds: 240 },
    { id: 'd2', number: '2', releasedAt: at(5), answered: false, outcome: null, seconds: null },
  ]);
  expect(found.coordination.injectAnswers).toMatchObject({
    onTime: { hits: 1, of: 2 },
    latency: { n: 1, censored: 1, median: 240, q3: null },
  });
});

test('EXCON sees its injects, released or not, with what was seen of the expected action', () => {
  const log = aLog(released(0, 'i1', 'd1'), told(9, 'ExpectedActionSeen', { inject: 'i1', outcome: 'other' }, excon));
  expect(assess(exercise, log, { reader: 'BLR:excon' }).injects).toEqual([
    { id: 'i1', number: '1.1', releasedAt: at(0), answered: false, outcome: 'other', seconds: null },
    { id: 'i2', number: '1.2', releasedAt: null, answered: false, outcome: null, seconds: null },
    { id: 'i3', number: '1.3', releasedAt: null, answered: false, outcome: null, seconds: null },
  ]);
});

test('who reads both sides sees one thing, answered when its first answer came', () => {
  const log = aLog(released(0, 'i1', 'd1', 'd2'), received(0, 'd1', 1, 10), received(1, 'd2', 1, 10), answered(8, 'd2'), answered(9, 'd1'));
  const found = assess(exercise, log, { reader: 'all' });
  expect(found.injects.map(({ id, seconds }) => [id, seconds])).toEqual([
    ['i1', 480],
    ['i2', null],
    ['i3', null],
  ]);
  expect(found.timeline.map(({ key }) => key)).toEqual(['assess.timeline.injectReleased']);
  expect(found.coordination.injectAnswers.onTime).toMatchObject({ hits: 2, of: 2 });
});

test('EXCON learns of answers by what reaches it, and judges them by the document', () => {
  const reached = told(8, 'InjectAnswered', { inject: 'i1', delivery: 'd1', by: 'player', text: '…', language: 'zh' }, excon);
  const found = assess(exercise, aLog(released(0, 'i1', 'd1', 'd2'), reached, endex(60)), { reader: 'BLR:excon' });
  expect(found.injects[0]).toMatchObject({ id: 'i1', answered: true, seconds: 480 });
  // The document asks for an answer within ten minutes: one came in time, one did not come.
  expect(found.coordination.injectAnswers).toMatchObject({ onTime: { hits: 1, of: 2 }, latency: { n: 1, censored: 1 } });
});

test('a staged cue counts from when it was played', () => {
  const reached = told(38, 'InjectAnswered', { inject: 'i3', delivery: 'd1', by: 'player', text: '…', language: 'zh' }, excon);
  const log = aLog(released(0, 'i3', 'd1'), told(30, 'InjectPlayed', { inject: 'i3' }, excon), reached);
  expect(assess(exercise, log, { reader: 'BLR:excon' }).injects[2]).toMatchObject({ releasedAt: at(0), seconds: 480 });
});

test('once a played inject is released, those who got it have it once, under its MSEL number', () => {
  const release = {
    delivery: 'd1',
    number: '1.1',
    title: { en: 'Call' },
    to: ['player', 'other'],
    answered: true,
    deliveries: ['d1', 'd2'],
    playedAt: at(0),
    outcome: 'expected' as const,
  };
  const played = told(100, 'PlayedInjectReleased', release);
  const unknown = { id: 'd1', number: '1.1', releasedAt: at(0), answered: true, outcome: 'expected', seconds: null };
  expect(assess(outside, aLog(played), { reader: 'joint' }).injects).toEqual([unknown]);
  expect(assess(outside, aLog(played), { reader: 'joint' }).coordination.injectAnswers.onTime.of).toBe(0);
  const own = assess(outside, aLog(received(0, 'd2', 7, 10), answered(3, 'd2'), played), { reader: 'CHN' });
  expect(own.injects).toEqual([{ ...unknown, seconds: 180 }]);
  expect(assess(exercise, aLog(released(0, 'i1', 'd1', 'd2'), played), { reader: 'all' }).injects).toHaveLength(3);
});

test('time stands still while the exercise is paused', () => {
  const log = aLog(received(0, 'd1', 1, 10), told(2, 'ClockPaused', { reason: 'Lunch' }), told(62, 'ClockResumed', {}), answered(67, 'd1'));
  expect(assess(outside, log, { reader: 'CHN' }).coordination.injectAnswers).toMatchObject({
    onTime: { hits: 1, of: 1 },
    latency: { median: 420 },
  });
});

test('an answer entered later for somebody counts from when it was given; a device’s clock is believed within a day', () => {
  const seconds = (more: object) =>
    assess(outside, aLog(received(0, 'd1', 1, 10), answered(30, 'd1', more)), { reader: 'CHN' }).injects[0]?.seconds;
  expect(seconds({ onBehalf: { of: 'player', toldBy: 'runner', madeAt: at(5) } })).toBe(300);
  expect(seconds({ madeAt: { at: at(8), skew: 60_000_000 } })).toBe(420);
  expect(seconds({ madeAt: { at: 0, skew: 0 } })).toBe(1800);
  expect(seconds({ madeAt: { at: at(90), skew: 0 } })).toBe(1800);
});

test('a delivery whose time is not over is not yet late', () => {
  const found = assess(outside, aLog(received(0, 'd1', 1, 10), told(5, 'SerialCalled', { serial: 's' })), { reader: 'CHN' });
  expect(found.coordination.injectAnswers).toMatchObject({ onTime: { of: 0 }, latency: { n: 0, censored: 1 } });
});
