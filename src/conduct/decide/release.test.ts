// Release, withdrawal, erasure, posts taken and left, and the consent that widening needs.
import { expect, test } from 'vitest';
import { sha256Hex } from '../../kernel/index.ts';
import { aJointExercise, jointItems, TestConduct, told } from '../a-conduct.ts';
import { readerDirectoryOf } from '../reader-directory.ts';
import { systemAuthor } from './asking.ts';

const publicStream = 'UNCLASSIFIED/PUBLIC//public:';
const text = { record: 'text-1', thing: 'entry', title: 'Opening', text: 'The exercise has begun.', language: 'en' } as const;

test('a party’s release officer releases what is the party’s own', () => {
  const play = new TestConduct();
  const { everyone, ofParty } = play.conduct.routes;
  expect(told(play.give('RELEASE-BLR', 'ReleaseText', { ...text, to: everyone, from: [ofParty('BLR')] }))).toEqual([
    'TextReleased → everyone:',
    'ReleaseRecorded → party:BLR',
  ]);
  expect(play.log.find(({ event }) => event.type === 'TextReleased')?.author).toBeNull();
  expect(told(play.give('RELEASE-BLR', 'ReleaseText', { ...text, to: everyone, from: [ofParty('BLR')] }))).toEqual([]);
});

test('what was made together is widened only when all consent', () => {
  const play = new TestConduct();
  const order = { ...text, to: publicStream, from: [play.conduct.routes.everyone] };
  const refused = play.give('RELEASE-BLR', 'ReleaseText', order);
  expect(refused.outcome).toMatchObject({ problem: { key: 'conduct.releaseNeedsConsent', values: { parties: ['CHN'] } } });
  play.give('RELEASE-BLR', 'AskConsent', { case: 'k', on: 'release', subject: 'text-1' });
  expect(told(play.give('HQ-CHN', 'GiveConsent', { case: 'k', yes: true }))).toEqual(['conduct.notYoursToConsent']);
  play.give('RELEASE-BLR', 'GiveConsent', { case: 'k', yes: true });
  expect(told(play.give('RELEASE-CHN', 'GiveConsent', { case: 'k', yes: true }))).toContain('ConsentSettled → everyone:');
  expect(told(play.give('RELEASE-BLR', 'ReleaseText', order))).toEqual(['TextReleased → public:', 'ReleaseRecorded → party:BLR']);
});

test('one no settles a case', () => {
  const play = new TestConduct();
  play.give('RELEASE-BLR', 'AskConsent', { case: 'k', on: 'release', subject: 'text-1' });
  expect(told(play.give('RELEASE-CHN', 'GiveConsent', { case: 'k', yes: false }))).toEqual([
    'ConsentGiven → everyone:',
    'ConsentSettled → everyone:',
  ]);
  expect(told(play.give('RELEASE-BLR', 'GiveConsent', { case: 'k', yes: true }))).toEqual(['conduct.caseIsSettled']);
  expect(told(play.give('CODIR-BLR', 'AskConsent', { case: 'l', on: 'plan', subject: 'plan' }))).toEqual(['conduct.noAgreementOn']);
});

test('nobody releases from what the author does not read, nor to a class that is none', () => {
  const play = new TestConduct();
  const { everyone, ofParty } = play.conduct.routes;
  expect(told(play.give('RELEASE-BLR', 'ReleaseText', { ...text, to: everyone, from: [ofParty('CHN')] }))).toEqual([
    'conduct.noSuchStream',
  ]);
  expect(told(play.give('RELEASE-BLR', 'ReleaseText', { ...text, to: 'SECRET/BLR//everyone:', from: [] }))).toEqual([
    'release.unknownClassification',
  ]);
  expect(told(play.give('RELEASE-BLR', 'ReleaseText', { ...text, to: 'nonsense', from: [] }))).toEqual(['release.classMalformed']);
});

test('what has no common reader is blocked, and its author learns which portions to split', () => {
  const play = new TestConduct();
  const [blr, all] = [play.conduct.routes.ofParty('BLR'), 'RESTRICTED/CHN//everyone:'];
  const decision = play.give('RELEASE-BLR', 'ReleaseText', { ...text, to: play.conduct.routes.everyone, from: [blr, all] });
  expect(told(decision)).toEqual(['conduct.noSuchStream']);
});

test('a released text is withdrawn where it was released, also by those who no longer read it there', () => {
  const play = new TestConduct();
  const { ofParty } = play.conduct.routes;
  play.give('RELEASE-BLR', 'ReleaseText', { ...text, to: ofParty('CHN'), from: [ofParty('BLR')] });
  expect(told(play.give('RELEASE-BLR', 'WithdrawText', { record: 'text-1', stream: ofParty('CHN'), reason: 'spill' }))).toEqual([
    'Withdrawn → party:CHN',
  ]);
  expect(told(play.give('RELEASE-BLR', 'WithdrawText', { record: 'text-1', stream: ofParty('CHN'), reason: 'spill' }))).toEqual([]);
  expect(told(play.give('RELEASE-BLR', 'WithdrawText', { record: 'text-2', stream: ofParty('CHN'), reason: 'spill' }))).toEqual([
    'conduct.noSuchRelease',
  ]);
});

test('a payload is erased when two people have ordered it', () => {
  const play = new TestConduct().started();
  const order = {
    stream: play.conduct.routes.everyone,
    origin: 'test',
    sequence: 1,
    orderedBy: ['RELEASE-BLR', 'CODIR-BLR'],
    reason: 'a name',
  };
  expect(told(play.give('RELEASE-BLR', 'ErasePayload', { ...order, orderedBy: ['RELEASE-BLR', 'RELEASE-BLR'] }))).toEqual([
    'conduct.erasureNeedsTwo',
  ]);
  expect(told(play.give('RELEASE-BLR', 'ErasePayload', order))).toEqual(['ErasureAsked → everyone:']);
  expect(told(play.give('RELEASE-BLR', 'ErasePayload', order))).toEqual([]);
  expect(told(play.give('RELEASE-CHN', 'ErasePayload', order))).toEqual(['conduct.erasureNotYours']);
  expect(told(play.give('CODIR-BLR', 'ErasePayload', order))).toEqual(['PayloadErased → everyone:']);
});

test('two posts that one person holds are not two people', () => {
  const play = new TestConduct().started();
  play.give('HQ-BLR', 'TakePost', { post: 'RELEASE-BLR', record: 'person-1' });
  play.give('HQ-BLR', 'TakePost', { post: 'CODIR-BLR', record: 'person-1' });
  const order = {
    stream: play.conduct.routes.everyone,
    origin: 'test',
    sequence: 1,
    orderedBy: ['RELEASE-BLR', 'CODIR-BLR'],
    reason: 'a name',
  };
  expect(told(play.give('RELEASE-BLR', 'ErasePayload', order))).toEqual(['conduct.erasureNeedsTwo']);
});

test('who holds a post is known to its party alone', () => {
  const play = new TestConduct();
  expect(told(play.give('HQ-CHN', 'TakePost', { post: 'HQ-CHN', record: 'person-1' }))).toEqual(['PostTaken → party:CHN']);
  expect(told(play.give('HQ-CHN', 'TakePost', { post: 'HQ-CHN', record: 'person-1' }))).toEqual([]);
  expect(told(play.give('HQ-BLR', 'LeavePost', { post: 'HQ-CHN', record: 'person-1' }))).toEqual(['conduct.onlyAPartysOwn']);
  expect(told(play.give('HQ-CHN', 'LeavePost', { post: 'HQ-CHN', record: 'person-1' }))).toEqual(['PostLeft → party:CHN']);
});

test('who is named by the document leaves a post, and then is no longer its holder', () => {
  const person = { id: 'P-1', party: 'CHN', name: 'A. Person', holds: [{ post: 'HQ-CHN' }] };
  const exercise = aJointExercise({ ofParty: { ...jointItems.ofParty, CHN: { persons: [person] } } });
  const play = new TestConduct(exercise);
  const postsOf = (id: string) => readerDirectoryOf(exercise, play.conduct).persons.find((one) => one.id === id)?.posts;
  expect(postsOf('P-1')).toEqual(['HQ-CHN']);
  expect(told(play.give('HQ-CHN', 'TakePost', { post: 'HQ-CHN', record: 'P-1' }))).toEqual([]);
  play.give('HQ-CHN', 'LeavePost', { post: 'HQ-CHN', record: 'P-1' });
  expect(postsOf('P-1')).toEqual([]);
  play.give('HQ-CHN', 'TakePost', { post: 'CONTROL', record: 'P-1' });
  expect(postsOf('P-1')).toEqual(['CONTROL']);
  expect(readerDirectoryOf(exercise, play.conduct).persons[0]?.excon).toBe(true);
});

test('what the document stands on is not erased before something takes its place', () => {
  const play = new TestConduct().started();
  const { everyone } = play.conduct.routes;
  const file = (text: string) => ({ files: [{ file: 'shared/a.yaml', class: everyone, text, hash: sha256Hex(text) }] });
  play.give(systemAuthor, 'AdoptDocument', file('# one'));
  const sequence = play.conduct.slices.get(everyone)?.length ?? 0;
  const order = { stream: everyone, origin: 'test', sequence, orderedBy: ['RELEASE-BLR', 'RELEASE-CHN'], reason: 'a name' };
  expect(told(play.give('RELEASE-BLR', 'ErasePayload', order))).toEqual(['conduct.erasureOfDocument']);
  play.give(systemAuthor, 'AdoptDocument', file('# two'));
  expect(told(play.give('RELEASE-BLR', 'ErasePayload', order))).toEqual(['ErasureAsked → everyone:']);
});

test('a person is erased by two, in one change with the files that no longer name the person', () => {
  const play = new TestConduct().started();
  const { everyone } = play.conduct.routes;
  const [before, after] = ['persons: { P-1: {} }', '# nobody'];
  play.give(systemAuthor, 'AdoptDocument', { files: [{ file: 'shared/a.yaml', class: everyone, text: before, hash: sha256Hex(before) }] });
  const sequence = play.conduct.slices.get(everyone)?.length ?? 0;
  const order = {
    person: 'P-1',
    orderedBy: ['RELEASE-BLR', 'RELEASE-CHN'],
    reason: 'asked for',
    events: [{ stream: everyone, origin: 'test', sequence }],
    files: [{ file: 'shared/a.yaml', class: everyone, text: after, hash: sha256Hex(after) }],
  };
  expect(told(play.give('CODIR-BLR', 'ErasePerson', order))).toEqual(['conduct.erasureNotYours']);
  expect(told(play.give('RELEASE-BLR', 'ErasePerson', order))).toEqual(['ErasureAsked → everyone:']);
  expect(told(play.give('RELEASE-CHN', 'ErasePerson', order))).toEqual(['DocumentAdopted → everyone:', 'PayloadErased → everyone:']);
  expect(told(play.give('RELEASE-CHN', 'ErasePerson', { ...order, files: [] }))).toEqual([]);
  expect(told(play.give('RELEASE-CHN', 'ErasePerson', { ...order, events: [], files: [] }))).toEqual(['conduct.noSuchPerson']);
});

test('a communiqué is released only as every party agreed to it, whoever releases it', () => {
  const agreement = { id: 'COM', on: 'communique' as const, consents: [{ role: 'coDirector' }], within: '1h', silenceMeans: 'no' as const };
  const play = new TestConduct(aJointExercise({ agreements: [agreement] }));
  const order = { ...text, thing: 'communique', to: publicStream, from: [play.conduct.routes.everyone] };
  expect(told(play.give('CODIR-BLR', 'ReleaseText', order))).toEqual(['conduct.consentMissing']);
  const texts = [
    { language: order.language, title: order.title, text: order.text },
    { language: 'ru', title: 'Учение', text: 'Учение началось.' },
  ];
  expect(told(play.give('CODIR-BLR', 'AskConsent', { case: 'k', on: 'communique', subject: 'text-1' }))).toEqual(['conduct.textsMissing']);
  play.give('CODIR-BLR', 'AskConsent', { case: 'k', on: 'communique', subject: 'text-1', texts });
  play.give('CODIR-BLR', 'GiveConsent', { case: 'k', yes: true });
  expect(told(play.give('CODIR-BLR', 'ReleaseText', order))).toEqual(['conduct.consentMissing']);
  play.give('CODIR-CHN', 'GiveConsent', { case: 'k', yes: true });
  // Consent is to the texts as they stand: neither another wording nor another title or language is agreed.
  for (const changed of [{ text: `${order.text} Almost.` }, { title: 'Another' }, { language: 'zh' }])
    expect(told(play.give('CODIR-BLR', 'ReleaseText', { ...order, ...changed }))).toEqual(['conduct.consentToAnotherText']);
  const released = ['TextReleased → public:', 'ReleaseRecorded → party:BLR'];
  expect(told(play.give('CODIR-BLR', 'ReleaseText', order))).toEqual(released);
  const inRussian = { ...order, record: 'text-1-ru', language: 'ru', title: 'Учение', text: 'Учение началось.' };
  expect(told(play.give('CODIR-BLR', 'ReleaseText', inRussian))).toEqual(released);
});

test('who is asked for consent to a communiqué sees the texts, and the digest of each that consent is bound to', () => {
  const agreement = { id: 'COM', on: 'communique' as const, consents: [{ role: 'coDirector' }], within: '1h', silenceMeans: 'no' as const };
  const play = new TestConduct(aJointExercise({ agreements: [agreement] }));
  const texts = [{ language: 'en', title: 'Title', text: 'Text' }];
  const asked = play.give('CODIR-BLR', 'AskConsent', { case: 'k', on: 'communique', subject: 'text-1', texts });
  expect(asked.change[0]?.event.payload).toMatchObject({
    texts: [{ language: 'en', digest: expect.stringMatching(/^[0-9a-f]{64}$/), title: 'Title', text: 'Text' }],
  });
});
