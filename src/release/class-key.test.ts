import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProblem } from '../kernel/index.ts';
import { type Class, canonicalClass } from './class.ts';
import { classKey, readAudience, readClass, readClassKey } from './class-key.ts';

const marks = [
  '',
  ' ',
  '  ',
  '%',
  '/',
  ',',
  ':',
  '%00',
  '%u0000',
  '\u0000',
  '\n',
  'PUBLIC',
  'CHN',
  '\ud800',
  '\udc00',
  '\ud83d\ude00',
  '秘密',
];
const hostileName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...marks), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 }).map((codes) => String.fromCharCode(...codes)),
);
const hostileClass: fc.Arbitrary<Class> = fc.record({
  label: fc.record({
    classification: hostileName,
    releasableTo: fc.oneof(fc.constant('PUBLIC' as const), fc.array(hostileName, { maxLength: 3 })),
    caveats: fc.array(hostileName, { maxLength: 3 }),
  }),
  audience: fc.oneof(
    fc.constantFrom({ kind: 'excon' } as const, { kind: 'everyone' } as const, { kind: 'public' } as const),
    fc.record({ kind: fc.constantFrom('party' as const, 'post' as const), id: hostileName }),
  ),
});

const withLabel = (label: Partial<Class['label']>): Class => ({
  label: { classification: 'RESTRICTED', releasableTo: ['BLR'], caveats: [], ...label },
  audience: { kind: 'everyone' },
});

test('a class is written as classification, parties, caveats and audience', () => {
  const label = { classification: 'RESTRICTED', releasableTo: ['CHN', 'BLR', 'CHN'], caveats: ['X', 'MEDICAL'] };
  expect(classKey({ label, audience: { kind: 'party', id: 'CHN' } })).toBe('RESTRICTED/BLR,CHN/MEDICAL,X/party:CHN');
  expect(classKey({ label: { ...label, releasableTo: 'PUBLIC', caveats: [] }, audience: { kind: 'public' } })).toBe(
    'RESTRICTED/PUBLIC//public:',
  );
});

test('a key reads back as the class it was made from, whatever the names', () => {
  fc.assert(
    fc.property(hostileClass, (ofClass) => {
      expect(readClassKey(classKey(ofClass))).toEqual(canonicalClass(ofClass));
    }),
    { numRuns: 3000 },
  );
});

test('two classes have the same key exactly when they mean the same', () => {
  fc.assert(
    fc.property(hostileClass, hostileClass, (a, b) => {
      const same = JSON.stringify(canonicalClass(a)) === JSON.stringify(canonicalClass(b));
      expect(classKey(a) === classKey(b)).toBe(same);
    }),
    { numRuns: 3000 },
  );
});

test('a key survives being stored as UTF-8', () => {
  fc.assert(
    fc.property(hostileClass, (ofClass) => {
      const key = classKey(ofClass);
      expect(new TextDecoder().decode(new TextEncoder().encode(key))).toBe(key);
    }),
  );
});

test('any text is a class or a problem, and a strict reader takes canonical text only', () => {
  const hostileText = fc
    .array(fc.oneof(hostileName, fc.constantFrom('/', ',', 'party:', 'excon:', '%41')), { maxLength: 9 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(hostileText, (text) => {
      const strict = readClassKey(text);
      if (!isProblem(strict)) expect(classKey(strict)).toBe(text);
      const lenient = readClass(text);
      if (!isProblem(lenient)) expect(readClassKey(classKey(lenient))).toEqual(lenient);
    }),
    { numRuns: 3000 },
  );
});

test('a party that calls itself PUBLIC is not the public, and no party is not either', () => {
  const keys = [classKey(withLabel({ releasableTo: 'PUBLIC' })), classKey(withLabel({ releasableTo: ['PUBLIC'] }))];
  expect(keys).toEqual(['RESTRICTED/PUBLIC//everyone:', 'RESTRICTED/%50UBLIC//everyone:']);
  expect(classKey(withLabel({ releasableTo: [] }))).toBe('RESTRICTED///everyone:');
  expect(classKey(withLabel({ releasableTo: [''] }))).toBe('RESTRICTED/%00//everyone:');
});

test('people may write a class with parties in any order and spaces', () => {
  expect(readClass('RESTRICTED / CHN, BLR / / party:CHN')).toEqual({
    label: { classification: 'RESTRICTED', releasableTo: ['BLR', 'CHN'], caveats: [] },
    audience: { kind: 'party', id: 'CHN' },
  });
});

test('the strict reader shows how a class is written as a key', () => {
  const found = readClassKey('RESTRICTED/CHN,BLR//everyone:');
  expect(found).toMatchObject({ key: 'release.classNotCanonical', maybe: { values: { text: 'RESTRICTED/BLR,CHN//everyone:' } } });
});

test('an audience that names nobody is a problem', () => {
  for (const text of ['party:', 'party', 'post: ', 'excon:BLR', 'friends:', 'party:a,b']) expect(isProblem(readAudience(text))).toBe(true);
  expect(readAudience('everyone')).toEqual({ kind: 'everyone' });
});
