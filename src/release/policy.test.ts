import { expect, test } from 'vitest';
import { classKey } from './class-key.ts';
import { type ClassPattern, classFor, consentsMissing, type ReleasePolicy, readAudiencePattern, standingReleases } from './policy.ts';

const aPattern = (overrides: Partial<ClassPattern> = {}): ClassPattern => ({
  classification: 'RESTRICTED',
  releasableTo: 'participating',
  caveats: [],
  audience: { kind: 'everyone' },
  ...overrides,
});
const policy: ReleasePolicy = {
  scale: ['OPEN', 'RESTRICTED', 'SECRET'],
  participating: ['CHN', 'BLR'],
  silentClassification: 'RESTRICTED',
  defaults: [
    { thing: 'observation', to: aPattern({ releasableTo: 'author', audience: { kind: 'author' } }) },
    { thing: 'observation', author: 'excon', to: aPattern({ audience: { kind: 'excon' } }) },
    { thing: 'message', to: aPattern({ audience: { kind: 'recipient' } }) },
    { thing: 'finding', to: aPattern({ audience: { kind: 'author' } }) },
  ],
  standing: [
    { thing: 'observation', trigger: 'whenMade', to: aPattern() },
    { thing: 'inject', author: 'excon', trigger: 'atEndex', to: aPattern() },
    { thing: 'message', trigger: 'atEndex', to: aPattern({ classification: 'SECRET', audience: { kind: 'post', id: 'HQ' } }) },
  ],
};
const chn = { party: 'CHN' };
const blr = { party: 'BLR' };
const keyOf = (thing: Parameters<typeof classFor>[0]) => classKey(classFor(thing, policy));

test('a thing gets the class of the rule for its kind', () => {
  expect(keyOf({ kind: 'observation', authors: [chn] })).toBe('RESTRICTED/CHN//party:CHN');
});

test('a rule for the author goes before a rule for all', () => {
  expect(keyOf({ kind: 'observation', authors: [{ party: 'CHN', excon: true }] })).toBe('RESTRICTED/BLR,CHN//excon:');
});

test('where the policy is silent a thing is for its originator only', () => {
  expect(keyOf({ kind: 'sketch', authors: [blr] })).toBe('RESTRICTED/BLR//party:BLR');
  expect(keyOf({ kind: 'sketch', authors: [blr, chn] })).toBe('RESTRICTED/BLR,CHN//everyone:');
});

test('a message is for the post it goes to', () => {
  expect(keyOf({ kind: 'message', authors: [chn], recipient: 'HQ' })).toBe('RESTRICTED/BLR,CHN//post:HQ');
});

test('what several made for themselves is for their parties alone', () => {
  expect(keyOf({ kind: 'finding', authors: [chn, chn] })).toBe('RESTRICTED/BLR,CHN//party:CHN');
  expect(keyOf({ kind: 'finding', authors: [chn, blr] })).toBe('RESTRICTED/BLR,CHN//everyone:');
  expect(keyOf({ kind: 'finding', authors: [chn, { party: 'OBS' }] })).toBe('RESTRICTED/CHN//everyone:');
});

test('a standing release takes effect at its trigger, for its author', () => {
  const keys = (kind: string, trigger: 'whenMade' | 'atEndex', excon = false) =>
    standingReleases({ kind, authors: [{ ...chn, excon }], recipient: 'HQ' }, trigger, policy).map(classKey);
  expect(keys('observation', 'whenMade')).toEqual(['RESTRICTED/BLR,CHN//everyone:']);
  expect(keys('observation', 'atEndex')).toEqual([]);
  expect(keys('inject', 'atEndex', true)).toEqual(['RESTRICTED/BLR,CHN//everyone:']);
  expect(keys('inject', 'atEndex', false)).toEqual([]);
});

test('a standing release to those who have it already is none', () => {
  expect(standingReleases({ kind: 'message', authors: [chn], recipient: 'HQ' }, 'atEndex', policy)).toEqual([]);
});

test('what was made together is widened only by consent of all who made it', () => {
  const from = classFor({ kind: 'observation', authors: [chn] }, policy);
  const to = classFor({ kind: 'finding', authors: [chn, blr] }, policy);
  const originators = ['CHN', 'BLR'];
  expect(consentsMissing({ from, to, originators, consented: ['BLR'] }, policy.scale)).toEqual(['CHN']);
  expect(consentsMissing({ from, to, originators, consented: originators }, policy.scale)).toEqual([]);
  expect(consentsMissing({ from: to, to: from, originators, consented: [] }, policy.scale)).toEqual([]);
});

test("the policy's audiences are read with author and recipient", () => {
  expect(readAudiencePattern('author:')).toEqual({ kind: 'author' });
  expect(readAudiencePattern('recipient:')).toEqual({ kind: 'recipient' });
  expect(readAudiencePattern('party:CHN')).toEqual({ kind: 'party', id: 'CHN' });
  expect(readAudiencePattern('autor:')).toMatchObject({ key: 'release.audienceMalformed' });
});
