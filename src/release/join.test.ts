import { expect, test } from 'vitest';
import { join, whyBlocked, withFloor } from './join.ts';
import type { Label } from './label.ts';

const scale = ['OPEN', 'RESTRICTED', 'SECRET'];
const aLabel = (overrides: Partial<Label> = {}): Label => ({
  classification: 'RESTRICTED',
  releasableTo: ['BLR', 'CHN'],
  caveats: [],
  ...overrides,
});
const toParties = (...parties: string[]): Label => aLabel({ releasableTo: parties });

test('a join takes the highest classification, the common parties and every caveat', () => {
  const secret = aLabel({ classification: 'SECRET', caveats: ['MEDICAL'] });
  expect(join([secret, toParties('BLR')], scale)).toEqual({ classification: 'SECRET', releasableTo: ['BLR'], caveats: ['MEDICAL'] });
});

test('the public and a party have that party in common', () => {
  expect(join([aLabel({ releasableTo: 'PUBLIC' }), toParties('CHN')], scale)).toEqual(toParties('CHN'));
});

test('labels without a common party block the text and are named', () => {
  expect(join([toParties('CHN'), aLabel(), toParties('BLR')], scale)).toEqual({ blocked: true, apart: [[0, 2]] });
});

test('a label that nobody may read is named alone', () => {
  expect(join([toParties('CHN'), toParties(), toParties('BLR')], scale)).toEqual({ blocked: true, apart: [[1]] });
});

test('three labels of which each two have a party in common exclude each other together', () => {
  const labels = [aLabel(), toParties('A', 'B'), toParties('B', 'C'), toParties('A', 'C')];
  expect(join(labels.slice(1), scale)).toEqual({ blocked: true, apart: [[0, 1, 2]] });
});

test('what is blocked stays blocked', () => {
  const blocked = join([toParties('CHN'), toParties('BLR')], scale);
  expect(join([aLabel({ releasableTo: 'PUBLIC' }), blocked], scale)).toEqual({ blocked: true, apart: [[1]] });
});

test('the author is told which portions to split, among those the author may know of', () => {
  const names = ['inject 12', 'national note', undefined];
  const blocked = { blocked: true, apart: [[0, 1], [2]] } as const;
  expect(whyBlocked(blocked, (index) => names[index])).toEqual({
    key: 'release.noCommonReader',
    values: {},
    maybe: { key: 'release.splitPortions', values: { portions: ['inject 12 + national note'] } },
  });
});

test('a floor raises a label and needs a reason', () => {
  expect(withFloor(aLabel(), { classification: 'SECRET', reason: 'the whole tells more' }, scale)).toEqual(
    aLabel({ classification: 'SECRET' }),
  );
  expect(withFloor(aLabel(), { classification: 'OPEN', reason: 'wished lower' }, scale)).toEqual(aLabel());
  expect(withFloor(aLabel(), { classification: 'SECRET', reason: ' ' }, scale)).toMatchObject({ key: 'release.floorWithoutReason' });
});
