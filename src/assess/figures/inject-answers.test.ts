import { expect, test } from 'vitest';
import { anExercise, anInject } from '../../exercise/index.ts';
import { aLog, at, excon, ofPost, told } from '../a-log.ts';
import { assess } from '../assess.ts';

const exercise = anExercise({ excon: { injects: [anInject({ id: 'i1', number: '1.1' }), anInject({ id: 'i2', number: '1.2' })] } });
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
  ]);
});

test('who reads both sides sees one thing, answered when its first answer came', () => {
  const log = aLog(released(0, 'i1', 'd1', 'd2'), received(0, 'd1', 1, 10), received(1, 'd2', 1, 10), answered(8, 'd2'), answered(9, 'd1'));
  const found = assess(exercise, log, { reader: 'all' });
  expect(found.injects.map(({ id, seconds }) => [id, seconds])).toEqual([
    ['i1', 480],
    ['i2', null],
  ]);
  expect(found.timeline.map(({ key }) => key)).toEqual(['assess.timeline.injectReleased']);
  expect(found.coordination.injectAnswers.onTime).toMatchObject({ hits: 2, of: 2 });
});

test('after ENDEX the played injects are known to the parties, without their times', () => {
  const played = told(100, 'PlayedInjectReleased', {
    delivery: 'd1',
    number: '1.1',
    title: { en: 'Call' },
    to: ['player'],
    answered: true,
  });
  const found = assess(outside, aLog(played), { reader: 'joint' });
  expect(found.injects).toEqual([{ id: 'd1', number: '1.1', releasedAt: null, answered: true, outcome: null, seconds: null }]);
  expect(found.coordination.injectAnswers.onTime.of).toBe(0);
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
