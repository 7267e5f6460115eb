import { expect, test } from 'vitest';
import type { Audience, Class } from './class.ts';
import type { Label } from './label.ts';
import { narrows, readersWithin, widens } from './reach.ts';

const scale = ['OPEN', 'RESTRICTED', 'SECRET'];
const aClass = (audience: Audience, label: Partial<Label> = {}): Class => ({
  label: { classification: 'RESTRICTED', releasableTo: ['BLR', 'CHN'], caveats: [], ...label },
  audience,
});
const shared = aClass({ kind: 'everyone' });
const ofChn = aClass({ kind: 'party', id: 'CHN' }, { releasableTo: ['CHN'] });

test("a party's file may refer to what is shared, and not the other way about", () => {
  expect(readersWithin(ofChn, shared, scale)).toBe(true);
  expect(readersWithin(shared, ofChn, scale)).toBe(false);
});

test("EXCON's file may refer to what is shared, not to a post's or a party's", () => {
  const excon = aClass({ kind: 'excon' });
  expect(readersWithin(excon, shared, scale)).toBe(true);
  expect(readersWithin(excon, ofChn, scale)).toBe(false);
  expect(readersWithin(excon, aClass({ kind: 'post', id: 'HQ' }), scale)).toBe(false);
});

test('moving a text from one party to the other widens and narrows at once', () => {
  const ofBlr = aClass({ kind: 'party', id: 'BLR' }, { releasableTo: ['BLR'] });
  expect([widens(ofChn, ofBlr, scale), narrows(ofChn, ofBlr, scale)]).toEqual([true, true]);
});

test('a higher classification and another caveat narrow', () => {
  const stricter = aClass({ kind: 'everyone' }, { classification: 'SECRET', caveats: ['MEDICAL'] });
  expect([widens(shared, stricter, scale), narrows(shared, stricter, scale)]).toEqual([false, true]);
});

test('everyone of one party is that party', () => {
  const everyoneOfChn = aClass({ kind: 'everyone' }, { releasableTo: ['CHN'] });
  expect([widens(ofChn, everyoneOfChn, scale), narrows(ofChn, everyoneOfChn, scale)]).toEqual([false, false]);
});
