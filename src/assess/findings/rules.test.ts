import { expect, test } from 'vitest';
import { anExercise, aPost, aSerial, aSite, aTask, aUnit } from '../../exercise/index.ts';
import { mustSay } from '../../words/index.ts';
import { aBooking, aLog, aSerialDone, at, everyone, ofPost, type Told, told } from '../a-log.ts';
import { assess } from '../assess.ts';
import { type rules, slowestPart } from './rules.ts';

const standard = { source: 'en', texts: { en: 'As agreed.' } };
const exercise = anExercise({
  sites: [aSite({ id: 'range' })],
  units: [aUnit({ id: 'b1' }), aUnit({ id: 'c1', party: 'CHN' })],
  posts: [aPost({ id: 'b' }), aPost({ id: 'c', party: 'CHN' })],
  tasks: [aTask({ id: 'search', criticalTasks: { brief: { name: { en: 'Brief' }, standard } } })],
  phases: [
    { id: 'first', name: { en: 'First' }, from: '080000CJUL24', to: '100000CJUL24', order: 1 },
    { id: 'last', name: { en: 'Last' }, from: '100000CJUL24', to: '190000CJUL24', order: 2 },
  ],
  procedures: [
    { id: 'hand', name: { en: 'Hand-over' }, kind: 'handOver', standard },
    { id: 'ask', name: { en: 'Request' }, kind: 'request', within: '20min', standard },
  ],
  serials: [aSerial({ id: 'f', phase: 'first', tasks: ['search'] }), aSerial({ id: 'l', phase: 'last', tasks: ['search'] })],
  requirements: [{ id: 'r1', party: 'CHN', task: 'search', times: 2 }],
});

const findings = (...events: Told[]) => assess(exercise, aLog(...events), { reader: 'all' }).findings;
const named = (rule: keyof typeof rules, ...events: Told[]) => findings(...events).filter(({ key }) => key === `assess.finding.${rule}`);

let next = 0;
const handOver = (firstTime: boolean, serial = 'f') =>
  told(++next, 'ProcedureRecorded', {
    record: `r${next}`,
    procedure: 'hand',
    serial,
    from: 'BLR',
    to: 'CHN',
    startedAt: at(next),
    finishedAt: at(next),
    firstTime,
  });
const times = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
const endex = told(5000, 'EndexDeclared', {});

test('procedureBelowStandard: three cases and fewer than four of five met', () => {
  const [found] = named('procedureBelowStandard', handOver(true), handOver(false), handOver(true));
  expect(found).toMatchObject({
    origin: 'figures',
    strength: false,
    state: 'proposed',
    values: { procedure: 'hand', hits: 2, of: 3 },
    serials: ['f'],
  });
  expect(found?.shownBy).toEqual([`${everyone}#brest#2`]);
  expect(named('procedureBelowStandard', handOver(false), handOver(false))).toEqual([]);
  expect(named('procedureBelowStandard', ...times(4, () => handOver(true)), handOver(false))).toEqual([]);
});

test('requirementNotAchieved: too few serials that count, and none that still could', () => {
  const booked = [aBooking('f', 600, ['c1']), aBooking('l', 4000, ['c1'])];
  const log = [...booked, ...aSerialDone('f', 600, 720), told(3000, 'SerialCancelled', { serial: 'l', reason: 'Weather' })];
  const [found] = named('requirementNotAchieved', ...log);
  expect(found).toMatchObject({
    values: { requirement: 'r1', party: 'CHN', task: 'search', times: 2, got: 1 },
    serials: ['l'],
    shownBy: [`${everyone}#brest#5`],
  });
  expect(named('requirementNotAchieved', ...booked, ...aSerialDone('f', 600, 720))).toEqual([]);
  expect(named('requirementNotAchieved', ...booked, ...aSerialDone('f', 600, 720), endex)).toHaveLength(1);
  expect(named('requirementNotAchieved', ...booked, ...aSerialDone('f', 600, 720), ...aSerialDone('l', 4000, 4100), endex)).toEqual([]);
  expect(named('requirementNotAchieved')).toEqual([]);
});

test('taskRatedLow: the worse half of the scale', () => {
  const observed = (rating: string) =>
    told(10, 'ObservationMade', {
      observation: `o${++next}`,
      serial: 'f',
      task: 'search',
      criticalTask: 'brief',
      evaluator: 'b',
      party: 'BLR',
      rating,
    });
  const [found] = named('taskRatedLow', observed('P'), observed('M'));
  expect(found).toMatchObject({ values: { task: 'search', party: 'BLR', rating: 'M' }, shownBy: [`${everyone}#brest#2`] });
  expect(named('taskRatedLow', observed('S'))).toEqual([]);
});

const timed = (request: string, onTime: boolean, parts = {}) =>
  told(++next, 'RequestTimed', {
    request,
    from: 'BLR',
    to: 'CHN',
    procedure: 'ask',
    serial: 'f',
    decideSeconds: 60,
    translateSeconds: 60,
    reviewSeconds: 60,
    deliverSeconds: 10,
    answered: true,
    onTime,
    ...parts,
  });

test('requestsSlow: fewer than four of five in time, and where the time went', () => {
  const late = { translateSeconds: 2000 };
  const [found] = named('requestsSlow', timed('q1', true), timed('q2', false, late), timed('q3', false, late));
  expect(found).toMatchObject({ values: { hits: 1, of: 3, slowest: 'translate' }, serials: ['f'] });
  expect(found?.shownBy).toEqual([`${everyone}#brest#2`, `${everyone}#brest#3`]);
  expect(named('requestsSlow', timed('q1', false), timed('q2', false))).toEqual([]);
});

test('a part that half of the requests never came through is the slowest', () => {
  const spread = (median: number | null, n = 1) => ({ n, censored: 1, q1: null, median, q3: null });
  const split = {
    decide: spread(null),
    translate: spread(900),
    review: spread(100),
    deliver: spread(5),
    whole: spread(null),
    onTime: { hits: 0, of: 0, low: null, high: null },
  };
  expect(slowestPart(split)).toBe('decide');
  expect(slowestPart({ ...split, decide: { n: 0, censored: 0, q1: null, median: null, q3: null } })).toBe('translate');
});

test('injectsUnanswered: asked for an answer, got none, and the time is over', () => {
  const received = (delivery: string, number: number) =>
    told(
      number,
      'InjectReceived',
      { delivery, number, to: 'c', from: {}, means: 'message', texts: {}, answerWithinMinutes: 10 },
      ofPost('c', 'CHN'),
    );
  const answer = told(5, 'DeliveryAnswered', { delivery: 'd1', by: 'c', text: '…', language: 'zh' }, ofPost('c', 'CHN'));
  const [found] = named('injectsUnanswered', received('d1', 1), received('d2', 2), answer, endex);
  expect(found).toMatchObject({ values: { numbers: ['c 2'], n: 1, of: 2 }, shownBy: [`${ofPost('c', 'CHN')}#brest#2`] });
  expect(named('injectsUnanswered', received('d1', 1), answer, endex)).toEqual([]);
});

test('serialsOverran: more than a quarter of an hour after the booked end', () => {
  const booked = [aBooking('f', 600, ['b1']), aBooking('l', 600, ['c1'])];
  const [found] = named('serialsOverran', ...booked, ...aSerialDone('f', 600, 750), ...aSerialDone('l', 600, 735));
  expect(found).toMatchObject({ values: { serials: ['f'], n: 1, of: 2, most: 30 }, serials: ['f'] });
  expect(named('serialsOverran', ...booked, ...aSerialDone('f', 600, 735))).toEqual([]);
});

test('procedureImproved and procedureDeclined: three in the first phase, three in the last, and a clear change', () => {
  const better = [...times(3, () => handOver(false)), ...times(3, () => handOver(true, 'l'))];
  const [found] = named('procedureImproved', ...better);
  expect(found).toMatchObject({ strength: true, values: { procedure: 'hand', from: 0, to: 1, first: 'first', last: 'last' } });
  expect(found?.shownBy).toHaveLength(6);
  expect(named('procedureDeclined', ...better)).toEqual([]);
  const worse = [...times(3, () => handOver(true)), ...times(3, () => handOver(false, 'l'))];
  expect(named('procedureDeclined', ...worse)).toHaveLength(1);
  expect(named('procedureImproved', ...times(2, () => handOver(false)), ...times(3, () => handOver(true, 'l')))).toEqual([]);
});

test('contactsPoorlyCaptured: fewer than half of three or more', () => {
  const radio = () => told(++next, 'MessageSent', { message: `m${next}`, from: 'b', to: ['c'], language: 'ru', means: 'radio', text: '…' });
  expect(named('contactsPoorlyCaptured', radio(), radio(), radio())[0]).toMatchObject({ values: { hits: 0, of: 3 } });
  expect(named('contactsPoorlyCaptured', radio(), radio())).toEqual([]);
});

test('every proposal can be said in every language, and shows no more events than a person will look at', () => {
  const many = [
    aBooking('f', 600, ['c1']),
    ...aSerialDone('f', 600, 900),
    ...times(100, () => handOver(false)),
    ...times(3, () => handOver(true, 'l')),
    ...times(4, () => timed(`q${next}`, false)),
    endex,
  ];
  const found = findings(...many);
  expect(new Set(found.map(({ key }) => key)).size).toBeGreaterThanOrEqual(5);
  for (const { key, values, shownBy } of found) {
    for (const language of ['en', 'fr', 'zh', 'ru'] as const) expect(mustSay({ key: key ?? '', values }, language)).not.toBe('');
    expect(shownBy.length).toBeLessThanOrEqual(50);
  }
});
