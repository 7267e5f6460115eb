// Answers on their way back: translated, reviewed, changed, withheld, and timed.
import { expect, test } from 'vitest';
import { aJointExercise, aJointPolicy, jointItems, minutes, TestConduct, told } from '../a-conduct.ts';
import type { PayloadOf } from '../events/events.ts';

const ask = { request: 'r-1', from: 'HQ-BLR', to: 'HQ-CHN', language: 'zh', text: '请派船。', procedure: 'REQUEST' } as const;
const yes = { request: 'r-1', text: '同意。', language: 'zh' } as const;
const changed = { request: 'r-1', decision: 'releasedChanged', texts: { ru: 'Да.' } } as const;

/** A conduct with a request of BLR before CHN. */
function asked(exercise = aJointExercise()): TestConduct {
  const play = new TestConduct(exercise).started();
  play.give('HQ-BLR', 'MakeRequest', ask);
  play.give('RELEASE-BLR', 'ReviewRequest', { request: 'r-1', decision: 'released' });
  return play;
}

const timedIn = (play: TestConduct) =>
  play.log.flatMap(({ event }) =>
    event.type === 'RequestTimed' && event.payload !== null ? [event.payload as PayloadOf<'RequestTimed'>] : [],
  );

test('an answer waits with its party until somebody there translates it and its release officer lets it go', () => {
  const play = asked();
  expect(told(play.give('HQ-CHN', 'AnswerRequest', yes))).toEqual(['RequestAnswered → post:HQ-CHN', 'AnswerSubmitted → party:CHN']);
  expect(told(play.give('RELEASE-CHN', 'ReviewAnswer', { request: 'r-1', decision: 'released' }))).toEqual(['conduct.answerNotTranslated']);
  expect(told(play.give('RELEASE-BLR', 'ReviewAnswer', { request: 'r-1', decision: 'released' }))).toEqual(['conduct.noSuchAnswer']);
  expect(told(play.give('TRANS-BLR', 'TranslateAnswer', { request: 'r-1', language: 'ru', text: 'Согласны.' }))).toEqual([
    'conduct.noSuchAnswer',
  ]);
  expect(told(play.give('TRANS-CHN', 'TranslateAnswer', { request: 'r-1', language: 'ru', text: 'Согласны.' }))).toEqual([
    'AnswerTranslated → party:CHN',
  ]);
  const let_go = play.give('RELEASE-CHN', 'ReviewAnswer', { request: 'r-1', decision: 'released' });
  expect(told(let_go)).toEqual(['AnswerReviewed → party:CHN', 'AnswerReceived → post:HQ-BLR', 'RequestTimed → everyone:']);
  expect(let_go.change[1]?.event.payload).toEqual({ request: 'r-1', to: 'HQ-BLR', texts: { zh: '同意。', ru: 'Согласны.' } });
  expect(play.log.findLast(({ event }) => event.type === 'AnswerReceived')?.author).toBeNull();
  expect(play.log.findLast(({ event }) => event.type === 'RequestTimed')?.author).toBeNull();
  expect(told(play.give('TRANS-CHN', 'TranslateAnswer', { request: 'r-1', language: 'en', text: 'Agreed.' }))).toEqual([
    'conduct.answerPastReview',
  ]);
});

test('the asker gets what was let go, in the class that the release officer gave it, and never what was taken out', () => {
  const play = asked();
  const { everyone, ofPost } = play.conduct.routes;
  play.give('HQ-CHN', 'AnswerRequest', { ...yes, text: '同意。密码是六。' });
  expect(told(play.give('RELEASE-CHN', 'ReviewAnswer', { ...changed, class: ofPost('HQ-CHN') }))).toEqual(['conduct.answerClassNotRead']);
  const reviewed = play.give('RELEASE-CHN', 'ReviewAnswer', { ...changed, class: everyone });
  expect(told(reviewed)).toEqual(['AnswerReviewed → party:CHN', 'AnswerReceived → post:HQ-BLR', 'RequestTimed → everyone:']);
  expect(reviewed.change[1]?.event.payload).toEqual({ request: 'r-1', to: 'HQ-BLR', texts: { ru: 'Да.' }, class: everyone });
  expect(JSON.stringify(play.log.filter(({ stream }) => !stream.includes('/CHN/')))).not.toContain('密码');
});

test('an answer is withheld with a reason, which its party keeps; the asker is told that none will come', () => {
  const play = asked();
  play.give('HQ-CHN', 'AnswerRequest', yes);
  expect(told(play.give('RELEASE-CHN', 'ReviewAnswer', { request: 'r-1', decision: 'withheld', reason: ' ' }))).toEqual([
    'conduct.withholdingNeedsReason',
  ]);
  const withheld = play.give('RELEASE-CHN', 'ReviewAnswer', {
    request: 'r-1',
    decision: 'withheld',
    reason: '涉及编制',
    texts: { ru: 'Спросите офицера связи.' },
  });
  expect(told(withheld)).toEqual(['AnswerReviewed → party:CHN', 'AnswerWithheld → post:HQ-BLR', 'RequestTimed → everyone:']);
  expect(withheld.change[1]?.event.payload).toEqual({ request: 'r-1', to: 'HQ-BLR', texts: { ru: 'Спросите офицера связи.' } });
  expect(JSON.stringify(withheld.change.slice(1))).not.toContain('编制');
  expect(timedIn(play)).toMatchObject([{ answered: false, onTime: false, answerHeldAt: 'withheld', decideSeconds: 1 }]);
  expect(told(play.give('CODIR-BLR', 'DeclareEndex', {}))).toEqual(['EndexDeclared → everyone:']);
});

test('an answer that its asker may read as it is goes at once', () => {
  const policy = {
    ...aJointPolicy,
    defaults: [
      ...aJointPolicy.defaults,
      { thing: 'answer', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' },
    ],
  } as const;
  const atOnce = ['RequestAnswered → post:HQ-CHN', 'AnswerReceived → post:HQ-BLR', 'RequestTimed → everyone:'];
  expect(told(asked(aJointExercise({ policy })).give('HQ-CHN', 'AnswerRequest', { ...yes, language: 'ru', text: 'Да.' }))).toEqual(atOnce);
  const stated = asked();
  expect(
    told(stated.give('HQ-CHN', 'AnswerRequest', { ...yes, language: 'ru', text: 'Да.', class: stated.conduct.routes.everyone })),
  ).toEqual(atOnce);
  const withoutOfficer = aJointExercise({ posts: jointItems.posts.filter(({ id }) => id !== 'RELEASE-CHN') });
  expect(told(asked(withoutOfficer).give('HQ-CHN', 'AnswerRequest', { ...yes, language: 'ru', text: 'Да.' }))).toEqual(atOnce);
});

test('an answer that needs no review but a translation goes once it is translated', () => {
  const play = asked();
  play.give('HQ-CHN', 'AnswerRequest', { ...yes, class: play.conduct.routes.everyone });
  expect(told(play.give('RELEASE-CHN', 'ReviewAnswer', { request: 'r-1', decision: 'released' }))).toEqual(['conduct.answerNeedsNoReview']);
  expect(told(play.give('TRANS-CHN', 'TranslateAnswer', { request: 'r-1', language: 'ru', text: 'Да.' }))).toEqual([
    'AnswerTranslated → party:CHN',
    'AnswerReceived → post:HQ-BLR',
    'RequestTimed → everyone:',
  ]);
});

test('an author states no class that the party at large may not read', () => {
  const play = asked();
  const medical = play.conduct.routes.medicalOf('CHN');
  expect(told(play.give('HQ-CHN', 'AnswerRequest', { ...yes, class: medical }))).not.toContain('AnswerSubmitted → party:CHN');
  expect(told(play.give('HQ-CHN', 'AnswerRequest', { ...yes, class: play.conduct.routes.ofPost('HQ-CHN') }))).toEqual([
    'conduct.answerClassTooStrict',
  ]);
});

test('an answer that is still held at ENDEX is timed with what holds it', () => {
  const play = asked();
  play.wait(minutes(2));
  play.give('HQ-CHN', 'AnswerRequest', yes);
  play.wait(minutes(30)).passTime();
  play.give('TRANS-CHN', 'TranslateAnswer', { request: 'r-1', language: 'ru', text: 'Да.' });
  play.wait(minutes(300)).passTime();
  play.give('CODIR-BLR', 'DeclareEndex', {});
  expect(timedIn(play)).toMatchObject([
    {
      decideSeconds: 121,
      translateSeconds: 30 * 60 + 2,
      answerTranslateSeconds: 30 * 60 + 2,
      answered: false,
      onTime: false,
      answerHeldAt: 'review',
    },
  ]);
  expect(timedIn(play)[0]?.answerReviewSeconds).toBeGreaterThan(300 * 60);
  play.give('RELEASE-CHN', 'ReviewAnswer', { request: 'r-1', decision: 'released' });
  expect(timedIn(play)[1]).toMatchObject({ answered: true, onTime: false });
});
