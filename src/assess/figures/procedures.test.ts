import { expect, test } from 'vitest';
import type { PayloadOf } from '../../conduct/index.ts';
import { anExercise, aSerial } from '../../exercise/index.ts';
import { aLog, at, type Told, told } from '../a-log.ts';
import { assess } from '../assess.ts';

const standard = { source: 'en', texts: { en: 'As agreed.' } };
const procedure = (
  id: string,
  kind: 'backBrief' | 'request' | 'handOver' | 'commonPicture' | 'jointDecision' | 'report',
  within?: string,
) => ({
  id,
  name: { en: id },
  kind,
  standard,
  ...(within === undefined ? {} : { within }),
});
const phase = (id: string, order: number) => ({ id, name: { en: id }, from: '080000CJUL24', to: '190000CJUL24', order });
const exercise = anExercise({
  phases: [phase('last', 3), phase('first', 1), phase('middle', 2)],
  procedures: [
    procedure('brief', 'backBrief', '15min'),
    procedure('hand', 'handOver'),
    procedure('picture', 'commonPicture', '10min'),
    procedure('decision', 'jointDecision', '30min'),
    procedure('ask', 'request', '20min'),
  ],
  serials: [aSerial({ id: 'f', phase: 'first' }), aSerial({ id: 'm', phase: 'middle' }), aSerial({ id: 'l', phase: 'last' })],
});

let next = 0;
const record = (procedureId: string, minutes: number | null, more: Partial<PayloadOf<'ProcedureRecorded'>> = {}) => {
  const base = {
    record: `r${++next}`,
    procedure: procedureId,
    serial: 'f',
    from: 'BLR',
    to: 'CHN',
    startedAt: at(0),
    finishedAt: minutes === null ? null : at(minutes),
  };
  return told(60 + next / 100, 'ProcedureRecorded', { ...base, ...more });
};
const coordination = (...events: Told[]) => assess(exercise, aLog(...events), { reader: 'all' }).coordination;
const met = (id: string, ...events: Told[]) => {
  const figure = coordination(...events).procedures.find((one) => one.procedure === id);
  return figure === undefined ? undefined : `${figure.met.hits}/${figure.met.of}`;
};

test('a back-brief is met when it is correct in a language of both parties and in time', () => {
  expect(met('brief', record('brief', 10, { correct: { ru: true, zh: true } }))).toBe('1/1');
  expect(met('brief', record('brief', 10, { correct: { ru: true, zh: false } }))).toBe('0/1');
  expect(met('brief', record('brief', 10, { correct: { ru: true } }))).toBe('0/1');
  expect(met('brief', record('brief', 16, { correct: { ru: true, zh: true } }))).toBe('0/1');
  // Nobody said whether it was correct.
  expect(met('brief', record('brief', 10))).toBe('0/0');
});

test('a hand-over is met when it was complete the first time', () => {
  expect(met('hand', record('hand', 90, { firstTime: true }), record('hand', 5, { firstTime: false }))).toBe('1/2');
});

test('a common picture is met when it was agreed at its time, a joint decision inside its deadline', () => {
  expect(
    met(
      'picture',
      record('picture', 10, { agreed: true }),
      record('picture', 11, { agreed: true }),
      record('picture', 5, { agreed: false }),
    ),
  ).toBe('1/3');
  expect(met('decision', record('decision', 30), record('decision', 31), record('decision', 5, { agreed: false }))).toBe('1/3');
});

test('a request counts by the time agreed for its procedure', () => {
  const timed = {
    request: 'q',
    from: 'BLR',
    to: 'CHN',
    procedure: 'ask',
    serial: 'f',
    decideSeconds: 100,
    translateSeconds: 0,
    reviewSeconds: 0,
    deliverSeconds: 0,
    answered: true,
    onTime: true,
  };
  expect(met('ask', told(50, 'RequestTimed', timed))).toBe('1/1');
});

test('what was not finished is late once its time is over, and open until its serial ended', () => {
  const log = [
    record('picture', null),
    told(5, 'SerialStarted', { serial: 'f' }),
    told(40, 'SerialDone', { serial: 'f' }),
    told(600, 'EndexDeclared', {}),
  ];
  const figure = coordination(...log).procedures.find((one) => one.procedure === 'picture');
  expect(figure?.met).toMatchObject({ hits: 0, of: 1 });
  expect(figure?.latency).toEqual({ n: 0, censored: 1, q1: null, median: null, q3: null });
});

test('a record that is corrected counts once, as it was last', () => {
  expect(met('hand', record('hand', null, { record: 'same' }), record('hand', 5, { record: 'same', firstTime: true }))).toBe('1/1');
});

test('every procedure of the document has a figure, a phase only where it was carried out, in the order of phases', () => {
  const found = coordination(record('hand', 5, { firstTime: true, serial: 'l' }), record('hand', 5, { firstTime: false }));
  expect(found.procedures.map((one) => one.procedure)).toEqual(['brief', 'hand', 'picture', 'decision', 'ask']);
  expect(found.byPhase.map((one) => [one.procedure, one.phase, one.met.hits])).toEqual([
    ['hand', 'first', 0],
    ['hand', 'last', 1],
  ]);
});

test('the trend goes from the first phase to the last', () => {
  const found = coordination(
    record('hand', 20, { firstTime: true }),
    record('hand', 20, { firstTime: false }),
    record('hand', 30, { firstTime: false, serial: 'm' }),
    record('hand', 10, { firstTime: true, serial: 'l' }),
  );
  expect(found.trends).toHaveLength(1);
  expect(found.trends[0]).toMatchObject({
    procedure: 'hand',
    betterBy: 0.5,
    fasterBySeconds: 600,
    first: { phase: 'first' },
    last: { phase: 'last' },
  });
  expect(coordination(record('hand', 5, { firstTime: true })).trends).toEqual([]);
});
