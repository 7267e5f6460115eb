import { expect, test } from 'vitest';
import { TestConduct } from '../a-conduct.ts';
import { actsOn } from './acts-view.ts';

const ask = { request: 'r-1', from: 'HQ-BLR', to: 'HQ-CHN', language: 'ru', text: 'Пришлите лодку.' } as const;
const anybody = () => true;

test('a request waits for a translator, then for the release officer, then for nobody of its party', () => {
  const play = new TestConduct().started();
  play.give('HQ-BLR', 'MakeRequest', ask);
  const acts = (mayActAs: (post: string) => boolean = anybody) => {
    const made = play.log.find(({ event }) => event.type === 'RequestMade');
    return made === undefined ? [] : actsOn(made, play.conduct, mayActAs).map(({ kind, post }) => `${kind} ${post}`);
  };
  expect(acts()).toEqual(['translate TRANS-BLR', 'review RELEASE-BLR']);
  expect(acts((post) => post.endsWith('CHN'))).toEqual([]);
  play.give('TRANS-BLR', 'TranslateRequest', { request: 'r-1', language: 'zh', text: '请派船。' });
  expect(acts()).toEqual(['review RELEASE-BLR']);
  play.give('RELEASE-BLR', 'ReviewRequest', { request: 'r-1', decision: 'released' });
  expect(acts()).toEqual([]);
});

test('who is asked may answer, and the answer waits for its own party’s people', () => {
  const play = new TestConduct().started();
  play.give('HQ-BLR', 'MakeRequest', { ...ask, language: 'zh' });
  play.give('RELEASE-BLR', 'ReviewRequest', { request: 'r-1', decision: 'released' });
  const acts = (type: string) => {
    const found = play.log.find(({ event }) => event.type === type);
    return found === undefined ? [] : actsOn(found, play.conduct, anybody);
  };
  expect(acts('RequestReceived')).toEqual([{ kind: 'answer', post: 'HQ-CHN', request: 'r-1', into: ['ru'] }]);
  play.give('HQ-CHN', 'AnswerRequest', { request: 'r-1', text: '同意。', language: 'zh' });
  expect(acts('RequestReceived')).toEqual([]);
  expect(acts('AnswerSubmitted')).toEqual([
    { kind: 'translate', post: 'TRANS-CHN', request: 'r-1', of: 'answer', into: ['ru'] },
    { kind: 'review', post: 'RELEASE-CHN', request: 'r-1', of: 'answer', into: ['ru'] },
  ]);
});

test('consent is asked of those who have not given it, until the case is settled', () => {
  const play = new TestConduct().started();
  play.give('CODIR-BLR', 'AskConsent', { case: 'k', on: 'change', subject: 'SER-1#x' });
  const acts = () => {
    const found = play.log.find(({ event }) => event.type === 'ConsentAsked');
    return found === undefined ? [] : actsOn(found, play.conduct, anybody).map(({ post }) => post);
  };
  expect(acts()).toEqual(['CODIR-BLR', 'CODIR-CHN']);
  play.give('CODIR-BLR', 'GiveConsent', { case: 'k', yes: true });
  expect(acts()).toEqual(['CODIR-CHN']);
  play.give('CODIR-CHN', 'GiveConsent', { case: 'k', yes: true });
  expect(acts()).toEqual([]);
});
