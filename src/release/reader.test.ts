import { expect, test } from 'vitest';
import type { Audience, Class } from './class.ts';
import type { Label } from './label.ts';
import { asSeenBy, mayRead, type PartyReader, type PersonReader } from './reader.ts';

const scale = ['OPEN', 'RESTRICTED', 'SECRET'];
const aPerson = (overrides: Partial<PersonReader> = {}): PersonReader => ({
  kind: 'person',
  id: 'P-1',
  party: 'BLR',
  posts: ['HQ'],
  excon: false,
  clearance: 'RESTRICTED',
  caveats: [],
  ...overrides,
});
const blr: PartyReader = { kind: 'party', party: 'BLR', excon: false, posts: ['HQ'] };
const aClass = (audience: Audience, label: Partial<Label> = {}): Class => ({
  label: { classification: 'RESTRICTED', releasableTo: ['BLR', 'CHN'], caveats: [], ...label },
  audience,
});
const everyone: Audience = { kind: 'everyone' };

test('a person reads what the clearance, the party and the caveats allow', () => {
  expect(mayRead(aPerson(), aClass(everyone), scale)).toBe(true);
  expect(mayRead(aPerson({ clearance: 'OPEN' }), aClass(everyone), scale)).toBe(false);
  expect(mayRead(aPerson({ party: 'RUR' }), aClass(everyone), scale)).toBe(false);
  expect(mayRead(aPerson(), aClass(everyone, { caveats: ['MEDICAL'] }), scale)).toBe(false);
  expect(mayRead(aPerson({ caveats: ['MEDICAL'] }), aClass(everyone, { caveats: ['MEDICAL'] }), scale)).toBe(true);
});

test('a person whom the label admits still reads only for an audience to which the person belongs', () => {
  expect(mayRead(aPerson(), aClass({ kind: 'excon' }), scale)).toBe(false);
  expect(mayRead(aPerson({ excon: true }), aClass({ kind: 'excon' }), scale)).toBe(true);
  expect(mayRead(aPerson(), aClass({ kind: 'party', id: 'CHN' }), scale)).toBe(false);
  expect(mayRead(aPerson(), aClass({ kind: 'post', id: 'HQ' }), scale)).toBe(true);
  expect(mayRead(aPerson({ posts: [] }), aClass({ kind: 'post', id: 'HQ' }), scale)).toBe(false);
});

test("a party's release officer reads the party's own medical-in-confidence and not the partner's", () => {
  const medical = (party: string): Class => aClass({ kind: 'party', id: party }, { releasableTo: [party], caveats: ['MEDICAL'] });
  expect(mayRead(blr, medical('BLR'), scale)).toBe(true);
  expect(mayRead(blr, medical('CHN'), scale)).toBe(false);
});

test("a party's reader stands outside EXCON unless EXCON is asked for", () => {
  expect(mayRead(blr, aClass({ kind: 'excon' }), scale)).toBe(false);
  expect(mayRead({ ...blr, excon: true }, aClass({ kind: 'excon' }), scale)).toBe(true);
});

test('an observer party reads only what names it', () => {
  const observer: PartyReader = { kind: 'party', party: 'OBS', excon: false, posts: [] };
  expect(mayRead(observer, aClass(everyone), scale)).toBe(false);
  expect(mayRead(observer, aClass(everyone, { releasableTo: ['BLR', 'CHN', 'OBS'] }), scale)).toBe(true);
});

test('everyone in the exercise is not the public', () => {
  const open = { classification: 'OPEN', releasableTo: 'PUBLIC' } as const;
  expect(mayRead({ kind: 'public' }, aClass(everyone, open), scale)).toBe(false);
  expect(mayRead({ kind: 'public' }, aClass({ kind: 'public' }, open), scale)).toBe(true);
});

test('the public reads nothing that is classified, carries a caveat or names parties, even if addressed to it', () => {
  const toPublic: Audience = { kind: 'public' };
  expect(mayRead({ kind: 'public' }, aClass(toPublic, { releasableTo: 'PUBLIC' }), scale)).toBe(false);
  expect(mayRead({ kind: 'public' }, aClass(toPublic, { classification: 'OPEN', releasableTo: 'PUBLIC', caveats: ['X'] }), scale)).toBe(
    false,
  );
  expect(mayRead({ kind: 'public' }, aClass(toPublic, { classification: 'OPEN' }), scale)).toBe(false);
});

test('the joint reader needs every party to hold a post, and one without parties reads nothing', () => {
  const toPost = aClass({ kind: 'post', id: 'HQ' });
  const chn = { party: 'CHN', posts: ['HQ'] };
  expect(mayRead({ kind: 'joint', parties: [{ party: 'BLR', posts: [] }, chn] }, toPost, scale)).toBe(false);
  expect(mayRead({ kind: 'joint', parties: [{ party: 'BLR', posts: ['HQ'] }, chn] }, toPost, scale)).toBe(true);
  expect(mayRead({ kind: 'joint', parties: [] }, aClass(everyone), scale)).toBe(false);
});

test('whoever has everything in hand and views as a party is that party', () => {
  expect(asSeenBy({ kind: 'all' }, blr)).toEqual(blr);
  expect(asSeenBy(blr, { kind: 'all' })).toEqual(blr);
});
