// Messages, requests and contacts: what goes where, and what each part of a request took.
import { expect, test } from 'vitest';
import { aJointExercise, jointItems, minutes, TestConduct, told } from '../a-conduct.ts';

const message = {
  message: 'm-1',
  from: 'HQ-BLR',
  to: ['HQ-CHN', 'OPS-BLR'],
  language: 'ru',
  means: 'message',
  text: 'Мы на рубеже.',
} as const;

test('a message lies with its sender and with each receiver, and goes to translators where a receiver cannot read it', () => {
  const play = new TestConduct().started();
  expect(told(play.give('HQ-BLR', 'SendMessage', { ...message, to: [...message.to] }))).toEqual([
    'MessageSent → post:HQ-BLR',
    'MessageReceived → post:HQ-CHN',
    'TranslationWanted → post:TRANS-CHN',
    'MessageReceived → post:OPS-BLR',
  ]);
  expect(told(play.give('TRANS-BLR', 'TranslateMessage', { message: 'm-1', to: 'HQ-CHN', language: 'zh', text: '到位' }))).toEqual([
    'conduct.noSuchMessage',
  ]);
  expect(told(play.give('TRANS-CHN', 'TranslateMessage', { message: 'm-1', to: 'HQ-CHN', language: 'zh', text: '到位' }))).toEqual([
    'MessageTranslated → post:HQ-CHN',
    'MessageTranslated → post:TRANS-CHN',
  ]);
  expect(told(play.give('HQ-CHN', 'AcknowledgeMessage', { message: 'm-1' }))).toEqual([
    'MessageAcknowledged → post:HQ-CHN',
    'MessageAcknowledged → post:HQ-BLR',
  ]);
  expect(told(play.give('HICON', 'AcknowledgeMessage', { message: 'm-1' }))).toEqual(['conduct.noSuchMessage']);
});

test('a reply names what it replies to only to those who have it', () => {
  const play = new TestConduct().started();
  play.give('HQ-BLR', 'SendMessage', { ...message, to: ['HQ-CHN'] });
  const reply = play.give('HQ-CHN', 'SendMessage', {
    ...message,
    message: 'm-2',
    from: 'HQ-CHN',
    to: ['HQ-BLR', 'OPS-BLR'],
    language: 'zh',
    replyTo: 'm-1',
  });
  const named = reply.change.flatMap(({ stream, event }) =>
    event.type === 'MessageReceived' || event.type === 'MessageSent' ? [`${stream.split(':').at(-1)} ${event.payload.replyTo ?? '–'}`] : [],
  );
  expect(named).toEqual(['HQ-CHN m-1', 'HQ-BLR m-1', 'OPS-BLR –']);
});

test('nobody speaks for another post, but deputies do, and EXCON does for those it plays', () => {
  const play = new TestConduct().started();
  expect(told(play.give('HQ-CHN', 'SendMessage', { ...message, to: ['HQ-CHN'] }))).toEqual(['conduct.notYourPost']);
  expect(told(play.give('OPS-BLR', 'SendMessage', { ...message, to: ['HQ-BLR'] }))).toContain('MessageSent → post:HQ-BLR');
  expect(told(play.give('CONTROL', 'SendMessage', { ...message, message: 'm-3', from: 'HICON', to: ['HQ-BLR'] }))).toContain(
    'MessageSent → post:HICON',
  );
});

test('where the policy says so, messages lie before everyone', () => {
  const policy = { defaults: [{ thing: 'message', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' }] };
  const play = new TestConduct(aJointExercise({ policy })).started();
  expect(told(play.give('HQ-BLR', 'SendMessage', { ...message, to: ['OPS-BLR'] }))).toEqual([
    'MessageSent → everyone:',
    'MessageReceived → post:OPS-BLR',
  ]);
});

const request = { request: 'r-1', from: 'HQ-BLR', to: 'HQ-CHN', language: 'ru', text: 'Пришлите лодку.', procedure: 'REQUEST' } as const;

test('a request across parties stays with its party until it is translated and let go; then its parts are timed', () => {
  const play = new TestConduct().started();
  expect(told(play.give('HQ-BLR', 'MakeRequest', request))).toEqual(['RequestMade → party:BLR']);
  expect(told(play.give('RELEASE-BLR', 'ReviewRequest', { request: 'r-1', decision: 'released' }))).toEqual([
    'conduct.requestNotTranslated',
  ]);
  expect(told(play.give('RELEASE-CHN', 'ReviewRequest', { request: 'r-1', decision: 'released' }))).toEqual(['conduct.noSuchRequest']);
  play.wait(minutes(3) - 2_000_000);
  expect(told(play.give('TRANS-BLR', 'TranslateRequest', { request: 'r-1', language: 'zh', text: '请派船。' }))).toEqual([
    'RequestTranslated → party:BLR',
  ]);
  play.wait(minutes(2));
  const review = play.give('RELEASE-BLR', 'ReviewRequest', { request: 'r-1', decision: 'releasedChanged', texts: { zh: '请派一艘船。' } });
  expect(told(review)).toEqual(['RequestReviewed → party:BLR', 'RequestReceived → post:HQ-CHN']);
  expect(JSON.stringify(review.change[1])).not.toContain('лодку');
  play.wait(minutes(5));
  const given = play.give('HQ-CHN', 'AnswerRequest', { request: 'r-1', text: '同意。', language: 'zh' });
  expect(told(given)).toEqual(['RequestAnswered → post:HQ-CHN', 'AnswerSubmitted → party:CHN']);
  play.wait(minutes(1) - 1_000_000);
  play.give('TRANS-CHN', 'TranslateAnswer', { request: 'r-1', language: 'ru', text: 'Согласны.' });
  play.wait(minutes(4) - 1_000_000);
  const answer = play.give('RELEASE-CHN', 'ReviewAnswer', { request: 'r-1', decision: 'released' });
  expect(told(answer)).toEqual(['AnswerReviewed → party:CHN', 'AnswerReceived → post:HQ-BLR', 'RequestTimed → everyone:']);
  const { request: id, ...timed } = (answer.change[2]?.event.payload ?? {}) as Record<string, unknown>;
  expect(timed).toEqual({
    from: 'BLR',
    to: 'CHN',
    procedure: 'REQUEST',
    decideSeconds: 301,
    translateSeconds: 181 + 60,
    reviewSeconds: 121 + 240,
    deliverSeconds: 0,
    answered: true,
    onTime: true,
    answerTranslateSeconds: 60,
    answerReviewSeconds: 240,
  });
  expect(id).not.toBe('r-1');
  expect(play.log.findLast(({ event }) => event.type === 'RequestTimed')?.author).toBeNull();
});

test('what the release officer refuses does not go out, and nobody else hears of it', () => {
  const play = new TestConduct().started();
  play.give('HQ-BLR', 'MakeRequest', request);
  expect(told(play.give('RELEASE-BLR', 'ReviewRequest', { request: 'r-1', decision: 'refused' }))).toEqual(['RequestReviewed → party:BLR']);
  expect(told(play.give('CODIR-BLR', 'DeclareEndex', {}))).toEqual(['EndexDeclared → everyone:']);
});

test('a request within a party goes at once, and its times are that party’s', () => {
  const play = new TestConduct().started();
  expect(told(play.give('HQ-BLR', 'MakeRequest', { ...request, to: 'OPS-BLR' }))).toEqual([
    'RequestMade → party:BLR',
    'RequestReceived → post:OPS-BLR',
  ]);
  expect(told(play.give('OPS-BLR', 'AnswerRequest', { request: 'r-1', text: 'Да', language: 'ru' }))).toContain('RequestTimed → party:BLR');
});

test('a request that its addressee may read goes at once, or once it is translated; so does that of a party without a release officer', () => {
  const rule = { thing: 'request', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' } as const;
  const forAll = aJointExercise({ policy: { defaults: [rule] } });
  const withoutOfficer = aJointExercise({ posts: jointItems.posts.filter(({ id }) => id !== 'RELEASE-BLR') });
  for (const exercise of [forAll, withoutOfficer]) {
    const play = new TestConduct(exercise).started();
    expect(told(play.give('HQ-BLR', 'MakeRequest', { ...request, language: 'zh' }))).toEqual([
      'RequestMade → party:BLR',
      'RequestReceived → post:HQ-CHN',
    ]);
    expect(told(play.give('HQ-BLR', 'MakeRequest', { ...request, request: 'r-2' }))).toEqual(['RequestMade → party:BLR']);
    expect(told(play.give('TRANS-BLR', 'TranslateRequest', { request: 'r-2', language: 'zh', text: '请派船。' }))).toEqual([
      'RequestTranslated → party:BLR',
      'RequestReceived → post:HQ-CHN',
    ]);
  }
});

test('a request that nobody answered is timed at ENDEX, without an answer', () => {
  const play = new TestConduct().started();
  play.give('HQ-BLR', 'MakeRequest', { ...request, language: 'zh' });
  play.give('RELEASE-BLR', 'ReviewRequest', { request: 'r-1', decision: 'released' });
  play.wait(minutes(30)).passTime();
  play.wait(minutes(300)).passTime();
  const ended = play.give('CODIR-BLR', 'DeclareEndex', {});
  const timed = ended.change.flatMap(({ event }) =>
    event.type === 'RequestTimed' ? [[event.payload.decideSeconds, event.payload.answered, event.payload.onTime]] : [],
  );
  expect(timed).toEqual([[null, false, false]]);
});

test('a contact is captured with one mark, and named to no one who may not know its serial', () => {
  const play = new TestConduct().started();
  const mark = { contact: 'k-1', from: 'HQ-BLR', to: 'HQ-CHN', means: 'radio', serial: 'SER-OWN' } as const;
  const marked = play.give('HQ-BLR', 'MarkContact', mark);
  expect(told(marked)).toEqual(['ContactMarked → everyone:']);
  expect(JSON.stringify(marked)).not.toContain('SER-OWN');
  expect(told(play.give('HQ-CHN', 'MarkContact', mark))).toEqual(['conduct.noSuchSerial']);
  expect(told(play.give('HQ-BLR', 'MarkContact', mark))).toEqual([]);
});
