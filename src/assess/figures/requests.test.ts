import { expect, test } from 'vitest';
import { timedId } from '../../conduct/index.ts';
import { anExercise } from '../../exercise/index.ts';
import { aLog, everyone, ofParty, type Told, told } from '../a-log.ts';
import { assess } from '../assess.ts';

const standard = { source: 'en', texts: { en: 'Answered in time.' } };
const exercise = anExercise({ procedures: [{ id: 'ask', name: { en: 'Request' }, kind: 'request', within: '20min', standard }] });
const requests = (...events: Told[]) => assess(exercise, aLog(...events), { reader: 'all' }).coordination.requests;

const timed = (minutes: number, request: string, more: object) =>
  told(minutes, 'RequestTimed', {
    request,
    from: 'BLR',
    to: 'CHN',
    procedure: 'ask',
    decideSeconds: null,
    translateSeconds: 60,
    reviewSeconds: 120,
    deliverSeconds: 10,
    answered: false,
    onTime: null,
    ...more,
  });
const made = (minutes: number, request: string) =>
  told(minutes, 'RequestMade', { request, from: 'b-lead', to: 'c-lead', language: 'ru', text: '…', procedure: 'ask' }, ofParty('BLR'));

test('the time of a request is split into its parts, and the whole is their sum', () => {
  const found = requests(timed(30, 'q1', { decideSeconds: 300, answered: true, onTime: true }));
  expect(found.decide).toEqual({ n: 1, censored: 0, q1: 300, median: 300, q3: 300 });
  expect(found.whole.median).toBe(490);
  expect(found.onTime).toMatchObject({ hits: 1, of: 1 });
});

test('what was told last of a request counts', () => {
  const found = requests(timed(20, 'q1', { onTime: false }), timed(40, 'q1', { decideSeconds: 2000, answered: true, onTime: false }));
  expect(found.decide).toEqual({ n: 1, censored: 0, q1: 2000, median: 2000, q3: 2000 });
  expect(found.onTime).toMatchObject({ hits: 0, of: 1 });
});

test('a request that was never answered is open until ENDEX, not nought', () => {
  const found = requests(
    made(0, 'q1'),
    timed(20, 'q1', { onTime: false }),
    timed(40, 'q2', { decideSeconds: 300, answered: true, onTime: true }),
    told(100, 'EndexDeclared', {}),
  );
  expect(found.whole).toEqual({ n: 1, censored: 1, q1: 490, median: 490, q3: null });
  expect(found.decide).toMatchObject({ n: 1, censored: 1 });
  expect(found.onTime).toMatchObject({ hits: 1, of: 2 });
});

test('without its beginning an open request has been open at least as long as agreed, and since it was told of', () => {
  // 20 min agreed and over, told at 20, watched until 60: at least 60 min. One answered after 50 min is the only one that ended before.
  const found = requests(
    timed(20, 'q1', { onTime: false }),
    timed(40, 'q2', { decideSeconds: 3000 - 190, answered: true, onTime: false }),
    told(60, 'EndexDeclared', {}),
  );
  expect(found.whole).toEqual({ n: 1, censored: 1, q1: 3000, median: 3000, q3: null });
});

test('who reads only the asking side has its times from the asking to the answer', () => {
  const found = requests(
    made(0, 'q1'),
    told(5, 'RequestTranslated', { request: 'q1', language: 'zh', text: '…', translator: 't' }, ofParty('BLR')),
    told(9, 'RequestReviewed', { request: 'q1', decision: 'released', reviewer: 'r' }, ofParty('BLR')),
    told(24, 'AnswerReceived', { request: 'q1', to: 'b-lead', texts: { ru: '…' } }, ofParty('BLR')),
  );
  expect(found.translate.median).toBe(300);
  expect(found.review.median).toBe(240);
  expect(found.whole.median).toBe(24 * 60);
  expect(found.decide).toEqual({ n: 0, censored: 0, q1: null, median: null, q3: null });
  expect(found.onTime).toMatchObject({ hits: 0, of: 1 });
});

test('who reads only the answering side has the deciding', () => {
  const found = requests(
    told(0, 'RequestReceived', { request: 'q1', from: 'b-lead', to: 'c-lead', texts: {} }, ofParty('CHN')),
    told(7, 'RequestAnswered', { request: 'q1', by: 'c-lead', language: 'zh', text: '…' }, ofParty('CHN')),
    told(8, 'RequestReceived', { request: 'q2', from: 'b-lead', to: 'c-lead', texts: {} }, ofParty('CHN')),
    told(18, 'EndexDeclared', {}),
  );
  expect(found.decide).toEqual({ n: 1, censored: 1, q1: 420, median: 420, q3: null });
  expect(found.whole).toMatchObject({ n: 0, censored: 0 });
});

test('an answer’s translation and release review count as the request’s do, and its time runs until it arrives', () => {
  const ofChn = (minutes: number, type: Parameters<typeof told>[1], payload: object) =>
    told(minutes, type, { request: 'q1', ...payload } as never, ofParty('CHN'));
  const given = [
    ofChn(0, 'RequestReceived', { from: 'b-lead', to: 'c-lead', texts: {} }),
    ofChn(7, 'AnswerSubmitted', { by: 'c-lead', to: 'b-lead', language: 'zh', text: '…' }),
  ];
  const held = requests(...given, told(18, 'EndexDeclared', {}));
  expect(held.decide).toMatchObject({ n: 1, median: 420 });
  expect(held.review).toMatchObject({ n: 0, censored: 1 });
  const gone = requests(
    ...given,
    ofChn(9, 'AnswerTranslated', { language: 'ru', text: '…', translator: 't' }),
    ofChn(14, 'AnswerReviewed', { decision: 'released', reviewer: 'r' }),
  );
  expect([gone.translate.median, gone.review.median]).toEqual([120, 300]);
});

test('an answer that is given and held has been decided; what holds it is open', () => {
  const found = requests(
    timed(40, 'q1', { decideSeconds: 300, reviewSeconds: 1800, onTime: false, answerHeldAt: 'review' }),
    timed(40, 'q2', { decideSeconds: 300, reviewSeconds: 900, onTime: false, answerHeldAt: 'withheld' }),
    told(40, 'EndexDeclared', {}),
  );
  expect(found.decide).toMatchObject({ n: 2, censored: 0 });
  expect(found.review).toMatchObject({ n: 1, censored: 1 });
  expect(found.whole).toMatchObject({ n: 0, censored: 2 });
  expect(found.onTime).toMatchObject({ hits: 0, of: 2 });
});

test('a request still inside its time is neither in time nor late', () => {
  const found = requests(made(0, 'q1'), told(10, 'EndexDeclared', {}, everyone));
  expect(found.onTime).toMatchObject({ hits: 0, of: 0, low: null });
  expect(found.review).toMatchObject({ n: 0, censored: 1 });
});

test('times told under a name of their own belong to the request whose side is read, and count once', () => {
  const name = timedId(exercise.setting.code, 'q1');
  const found = requests(
    made(0, 'q1'),
    timed(30, name, { decideSeconds: 300, answered: true, onTime: true }),
    made(31, 'q2'),
    told(40, 'EndexDeclared', {}),
  );
  expect(found.whole).toMatchObject({ n: 1, censored: 1 });
  expect(found.decide).toMatchObject({ n: 1, median: 300 });
  // Unanswered, its beginning is known after all: open since minute 0, and told of at 30.
  const open = requests(
    made(0, 'q1'),
    timed(30, name, { onTime: false }),
    timed(35, 'other', { decideSeconds: 2000, answered: true, onTime: false }),
    told(60, 'EndexDeclared', {}),
  );
  expect(open.whole).toEqual({ n: 1, censored: 1, q1: 2190, median: 2190, q3: null });
});

test('what is asked within a party is not between parties', () => {
  expect(requests(timed(30, 'q1', { to: 'BLR', answered: true, decideSeconds: 5, onTime: true })).whole.n).toBe(0);
});
