import { expect, test } from 'vitest';
import { aJointExercise, jointItems, minutes, TestConduct, told } from '../a-conduct.ts';
import { fold } from '../evolve.ts';

test('an inject is released to each recipient in words of its own, without its number, title or identifier', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallInject', { inject: 'I-1' });
  const decision = play.give('CONTROL', 'ReleaseInject', { inject: 'I-1' });
  expect(told(decision)).toEqual([
    'InjectStatusChanged → excon:',
    'InjectReleased → excon:',
    'InjectReceived → post:HQ-BLR',
    'InjectReceived → post:HQ-CHN',
  ]);
  const received = decision.change.filter(({ event }) => event.type === 'InjectReceived');
  expect(JSON.stringify(received)).not.toMatch(/"I-1"|"101"/);
  expect(received.map(({ event }) => event.type === 'InjectReceived' && [event.payload.number, event.payload.texts])).toEqual([
    [1, { ru: 'Кто-то звонит.' }],
    [1, { zh: '有人来电。' }],
  ]);
  expect(play.log.filter(({ event }) => event.type === 'InjectReceived').map(({ author }) => author)).toEqual([null, null]);
});

test('an inject is not released twice', () => {
  const play = new TestConduct().started().released('I-1');
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-1' }))).toEqual([]);
});

test('a recipient numbers what it receives itself', () => {
  const play = new TestConduct().started().released('I-2').released('I-1');
  const numbers = play.log.flatMap(({ event }) =>
    event.type === 'InjectReceived' && event.payload !== null ? [`${event.payload.to} ${event.payload.number}`] : [],
  );
  expect(numbers).toEqual(['HQ-BLR 1', 'HQ-BLR 2', 'HQ-CHN 1']);
});

test('an inject is released neither before STARTEX, nor in a pause, nor after ENDEX', () => {
  const before = new TestConduct();
  expect(told(before.give('CHIEF', 'ReleaseInject', { inject: 'I-1' }))).toEqual(['conduct.clockNotRunning']);
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallInject', { inject: 'I-1' });
  play.give('CODIR-BLR', 'PauseClock', { reason: 'weather' });
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-1' }))).toEqual(['conduct.clockNotRunning']);
  play.give('CODIR-BLR', 'ResumeClock', {});
  play.give('CODIR-BLR', 'DeclareEndex', {});
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-1' }))).toEqual(['conduct.clockNotRunning']);
});

test('an inject is not released before it is due or called', () => {
  const play = new TestConduct().started();
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-1' }))).toEqual(['conduct.injectNotDue']);
});

test('an inject is not released while its serial stands still', () => {
  const play = new TestConduct().started().running('SER-1');
  play.give('CHIEF', 'CallInject', { inject: 'I-6' });
  play.give('HQ-BLR', 'CallStop', { stop: 'stop-1', site: 'NORTH' });
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-6' }))).toEqual(['conduct.serialStandsStill']);
});

test("an inject is synchronized only when every receiver's language is checked", () => {
  const play = new TestConduct().started();
  expect(told(play.give('CHIEF', 'SetInjectStatus', { inject: 'I-9', status: 'synchronized' }))).toEqual(['conduct.injectNotTranslated']);
  play.give('CHIEF', 'CallInject', { inject: 'I-9' });
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-9' }))).toEqual(['conduct.injectNotTranslated']);
  expect(told(play.give('CHIEF', 'SetInjectStatus', { inject: 'I-1', status: 'synchronized' }))).toEqual(['InjectStatusChanged → excon:']);
});

test('states follow the order of HSEEP', () => {
  const play = new TestConduct().started();
  expect(told(play.give('CHIEF', 'SetInjectStatus', { inject: 'I-1', status: 'submitted' }))).toEqual(['conduct.injectStatusOrder']);
  play.give('CHIEF', 'SetInjectStatus', { inject: 'I-1', status: 'deferred' });
  play.give('CHIEF', 'SetInjectStatus', { inject: 'I-1', status: 'approved' });
  play.released('I-1');
  expect(told(play.give('CHIEF', 'SetInjectStatus', { inject: 'I-1', status: 'obsolete' }))).toEqual(['conduct.injectStatusOrder']);
});

test('a staged cue is set, released and then played; its recipient gets it when it is played', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallInject', { inject: 'I-4' });
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-4' }))).toEqual(['conduct.injectNotSet']);
  play.give('ROLE', 'ReportInjectSet', { inject: 'I-4' });
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-4' }))).toEqual(['InjectStatusChanged → excon:', 'InjectReleased → excon:']);
  expect(told(play.give('ROLE', 'ReportInjectPlayed', { inject: 'I-4' }))).toEqual([
    'InjectPlayed → excon:',
    'InjectReceived → post:HQ-BLR',
  ]);
  expect(told(play.give('ROLE', 'ReportInjectPlayed', { inject: 'I-4' }))).toEqual([]);
});

test('what was seen of the expected action completes an inject', () => {
  const play = new TestConduct().started().released('I-1');
  expect(told(play.give('EVAL-BLR', 'ReportExpectedAction', { inject: 'I-1', outcome: 'other' }))).toEqual([
    'ExpectedActionSeen → excon:',
    'InjectCompleted → excon:',
  ]);
  expect(told(play.give('EVAL-BLR', 'ReportExpectedAction', { inject: 'I-2', outcome: 'none' }))).toEqual(['conduct.injectNotReleased']);
});

test('an inject that needs review is seen by the release officer as text alone, and goes out after', () => {
  const play = new TestConduct().started();
  const due = play.give('CHIEF', 'CallInject', { inject: 'I-5' });
  expect(told(due)).toEqual(['InjectDue → excon:', 'InjectReviewAsked → excon:', 'TextForReview → post:RELEASE-BLR']);
  const asked = due.change[2]?.event;
  const review = asked?.type === 'TextForReview' ? asked.payload.review : '';
  expect(JSON.stringify(asked?.payload.constructor === Object && asked.type === 'TextForReview' ? Object.keys(asked.payload) : [])).toBe(
    '["review","to","texts"]',
  );
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-5' }))).toEqual(['conduct.injectNotReviewed']);
  expect(told(play.give('RELEASE-CHN', 'ReviewInject', { review, decision: 'released' }))).toEqual(['conduct.noSuchReview']);
  expect(told(play.give('RELEASE-BLR', 'ReviewInject', { review, decision: 'released' }))).toEqual([
    'TextReviewed → post:RELEASE-BLR',
    'InjectReviewed → excon:',
  ]);
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-5' }))).toContain('InjectReceived → post:HQ-CHN');
});

test('a player who orders about an inject learns nothing, not even whether there is one', () => {
  const play = new TestConduct().started();
  const real = play.give('HQ-BLR', 'ReleaseInject', { inject: 'I-1' });
  expect(real.outcome).toEqual(play.give('HQ-BLR', 'ReleaseInject', { inject: 'no such' }).outcome);
  expect(real.change).toEqual([]);
});

test("an answer reaches EXCON, who plays the sender, and only the recipient's own delivery can be answered", () => {
  const play = new TestConduct().started().released('I-1');
  const delivery = play.conduct.routes.deliveryOf('I-1', 'HQ-BLR');
  expect(told(play.give('HQ-CHN', 'AnswerDelivery', { delivery, text: 'Нет', language: 'ru' }))).toEqual(['conduct.noSuchDelivery']);
  expect(told(play.give('HQ-BLR', 'ReadDelivery', { delivery }))).toEqual(['DeliveryRead → post:HQ-BLR']);
  expect(told(play.give('HQ-BLR', 'AnswerDelivery', { delivery, text: 'Да', language: 'ru' }))).toEqual([
    'DeliveryAnswered → post:HQ-BLR',
    'InjectAnswered → excon:',
  ]);
  expect(told(play.give('HQ-BLR', 'AnswerDelivery', { delivery, text: 'Да', language: 'ru' }))).toEqual([]);
  expect(told(play.give('HQ-BLR', 'AnswerDelivery', { delivery, text: 'Нет', language: 'ru' }))).toEqual(['conduct.alreadyAnswered']);
});

test('a controller enters an answer that was given by voice, and says whose it is', () => {
  const play = new TestConduct().started().released('I-1');
  const delivery = play.conduct.routes.deliveryOf('I-1', 'HQ-CHN');
  const onBehalf = { of: 'HQ-CHN', toldBy: 'by radio', madeAt: play.now - minutes(1) };
  expect(told(play.give('CONTROL', 'AnswerDelivery', { delivery, text: '是', language: 'zh', onBehalf }))).toContain(
    'DeliveryAnswered → post:HQ-CHN',
  );
});

test('an inject that the policy releases when played goes to the parties at once', () => {
  const standing = jointItems.policy.standing.map((rule) => (rule.thing === 'inject' ? { ...rule, trigger: 'whenPlayed' } : rule));
  const play = new TestConduct(aJointExercise({ policy: { ...jointItems.policy, standing } })).started();
  play.give('CHIEF', 'CallInject', { inject: 'I-2' });
  expect(told(play.give('CHIEF', 'ReleaseInject', { inject: 'I-2' }))).toContain('PlayedInjectReleased → everyone:');
});

test('the played MSEL goes to the parties at ENDEX, and what was not played stays with EXCON', () => {
  const play = new TestConduct().started().released('I-1');
  const ended = play.give('CODIR-BLR', 'DeclareEndex', {});
  const released = ended.change.flatMap(({ event }) => (event.type === 'PlayedInjectReleased' ? [event.payload] : []));
  expect(released.map(({ number, to, answered }) => [number, to, answered])).toEqual([['101', ['HQ-BLR', 'HQ-CHN'], false]]);
});

test('a text that was edited after its review goes before the release officer again', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallInject', { inject: 'I-5' });
  const review = play.conduct.routes.deliveryOf('I-5', 'review:');
  play.give('RELEASE-BLR', 'ReviewInject', { review, decision: 'released' });
  const injects = jointItems.excon.injects.map((one) => (one.id === 'I-5' ? { ...one, title: { en: 'Another' } } : one));
  const later = new TestConduct(aJointExercise({ excon: { injects } }));
  fold(later.conduct, play.log);
  later.now = play.now;
  expect(told(later.give('CHIEF', 'ReleaseInject', { inject: 'I-5' }))).toEqual(['conduct.injectNotReviewed']);
  expect(told(later.give('RELEASE-BLR', 'ReviewInject', { review, decision: 'released' }))).toEqual([]);
  expect(told(later.give('CHIEF', 'AskInjectReview', { inject: 'I-5' }))).toEqual([
    'InjectReviewAsked → excon:',
    'TextForReview → post:RELEASE-BLR',
  ]);
});
