import { expect, test } from 'vitest';
import { checkClass } from './check-class.ts';
import type { Audience } from './class.ts';
import type { Label } from './label.ts';

const known = { scale: ['OPEN', 'RESTRICTED'], parties: ['BLR', 'CHN'], posts: ['HQ'], caveats: ['MEDICAL'] };
const faultsOf = (label: Partial<Label>, audience: Audience = { kind: 'everyone' }) =>
  checkClass({ label: { classification: 'RESTRICTED', releasableTo: ['BLR', 'CHN'], caveats: [], ...label }, audience }, known);
const keysOf = (...args: Parameters<typeof faultsOf>) => faultsOf(...args).map(({ key }) => key);

test('a class of known names has no faults', () => {
  expect(faultsOf({ caveats: ['MEDICAL'] }, { kind: 'post', id: 'HQ' })).toEqual([]);
  expect(faultsOf({ classification: 'OPEN', releasableTo: 'PUBLIC' }, { kind: 'public' })).toEqual([]);
});

test('every unknown name is a fault that offers the nearest', () => {
  const faults = faultsOf({ classification: 'RESTRICTD', releasableTo: ['BRL'], caveats: ['MEDCAL'] }, { kind: 'post', id: 'HQX' });
  expect(faults.map(({ key, maybe }) => [key, maybe?.values.name])).toEqual([
    ['release.unknownClassification', 'RESTRICTED'],
    ['release.unknownParty', 'BLR'],
    ['release.unknownCaveat', 'MEDICAL'],
    ['release.unknownPost', 'HQ'],
  ]);
});

test('what is for the public is neither classified nor restricted', () => {
  expect(keysOf({ releasableTo: 'PUBLIC', caveats: ['MEDICAL'] })).toEqual(['release.publicYetClassified', 'release.publicYetCaveats']);
});

test('a class that nobody can read is a fault', () => {
  expect(keysOf({ releasableTo: [] })).toEqual(['release.releasableToNobody']);
  expect(keysOf({ releasableTo: ['CHN'] }, { kind: 'party', id: 'BLR' })).toEqual(['release.audienceNotAdmitted']);
  expect(keysOf({ releasableTo: ['CHN'] }, { kind: 'public' })).toEqual(['release.publicAudienceOfParties']);
});
