// The laws of release, over every reader of a small world: three parties, an observer and a stranger, two posts, two caveats.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience, Class } from './class.ts';
import { classKey } from './class-key.ts';
import { isBlocked, type Joined, join, withFloor } from './join.ts';
import { atMost, canonicalLabel, type Label, publicLabel, sameLabel } from './label.ts';
import { narrows, readersWithin, widens } from './reach.ts';
import { asSeenBy, classesReadBy, gateFor, type JointReader, mayRead, type PartyReader, type Reader, restrict } from './reader.ts';

const scale = ['OPEN', 'RESTRICTED', 'SECRET'];
const parties = ['ALP', 'BET', 'GAM', 'OBS', 'STR'];
const posts = ['HQ', 'CELL'];
const caveats = ['MEDICAL', 'MEDIA'];

const persons: Reader[] = parties.flatMap((party) =>
  [[], ['HQ'], ['CELL'], posts].flatMap((held) =>
    [true, false].flatMap((excon) =>
      [...scale, 'unheard of'].flatMap((clearance) =>
        [[], ['MEDICAL'], ['MEDIA'], caveats].map((cleared) => {
          const id = [party, ...held, excon, clearance, ...cleared].join(' ');
          return { kind: 'person' as const, id, party, posts: held, excon, clearance, caveats: cleared };
        }),
      ),
    ),
  ),
);
const partyReaders: PartyReader[] = parties.flatMap((party) =>
  [true, false].flatMap((excon) =>
    [[], ['HQ'], posts].flatMap((held) => [
      { kind: 'party' as const, party, excon, posts: held },
      { kind: 'party' as const, party, excon, posts: held, clearance: 'RESTRICTED' },
    ]),
  ),
);
const jointReaders: JointReader[] = [
  { kind: 'joint', parties: [] },
  { kind: 'joint', parties: [{ party: 'ALP', posts }] },
  {
    kind: 'joint',
    parties: [
      { party: 'ALP', posts: ['HQ'] },
      { party: 'BET', posts },
    ],
  },
  { kind: 'joint', parties: ['ALP', 'BET', 'GAM'].map((party) => ({ party, posts: ['HQ'], clearance: 'RESTRICTED' })) },
];
const single: readonly Reader[] = [...persons, ...partyReaders, ...jointReaders, { kind: 'public' }];
const viewedAs = single.filter((_, place) => place % 37 === 0).map((user, place) => asSeenBy(user, single[place * 13] ?? user));
/** Everybody but `all`, who reads what nobody else may. */
const everybody: readonly Reader[] = [...single, ...viewedAs];

const someReader = fc.constantFrom(...everybody, { kind: 'all' } as const);
const someParties: fc.Arbitrary<Label['releasableTo']> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom('ALP', 'BET', 'GAM', 'OBS'), { minLength: 1, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant('PUBLIC' as const) },
);
const labelOf = (classifications: readonly string[]): fc.Arbitrary<Label> =>
  fc.record({
    classification: fc.constantFrom(...classifications),
    releasableTo: someParties,
    caveats: fc.array(fc.constantFrom(...caveats), { maxLength: 2 }),
  });
const someLabel = labelOf([...scale, ...scale, 'SECRTE', 'OPNE']);
const someAudience: fc.Arbitrary<Audience> = fc.constantFrom<Audience>(
  { kind: 'excon' },
  { kind: 'party', id: 'ALP' },
  { kind: 'party', id: 'OBS' },
  { kind: 'post', id: 'HQ' },
  { kind: 'post', id: 'CELL' },
  { kind: 'everyone' },
  { kind: 'public' },
);
const someClass: fc.Arbitrary<Class> = fc.record({ label: someLabel, audience: someAudience });
const someKnownClass: fc.Arbitrary<Class> = fc.record({ label: labelOf(scale), audience: someAudience });

/** Where two labels are apart, which portions are named depends on what was given; that they are apart does not. */
const outcome = (joined: Joined): Label | 'blocked' => (isBlocked(joined) ? 'blocked' : joined);
const joined = (...labels: Joined[]): Joined => join(labels, scale);
const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 400 });

test('a join does not depend on the order of its parts', () => {
  check(
    fc.property(someLabel, someLabel, (a, b) => {
      expect(outcome(joined(a, b))).toEqual(outcome(joined(b, a)));
    }),
  );
});

test('a join does not depend on how its parts are grouped', () => {
  check(
    fc.property(someLabel, someLabel, someLabel, (a, b, c) => {
      const together = outcome(joined(a, b, c));
      expect(outcome(joined(joined(a, b), c))).toEqual(together);
      expect(outcome(joined(a, joined(b, c)))).toEqual(together);
    }),
  );
});

test('a label joined with itself is itself', () => {
  check(
    fc.property(someLabel, (a) => {
      expect(outcome(joined(a, a))).toEqual(a.releasableTo.length === 0 ? 'blocked' : canonicalLabel(a));
    }),
  );
});

test('the public label changes nothing that it is joined with', () => {
  check(
    fc.property(someLabel, (a) => {
      expect(outcome(joined(a, publicLabel(scale)))).toEqual(outcome(joined(a)));
    }),
  );
});

test('a join is the least label that all its parts may flow to', () => {
  check(
    fc.property(someLabel, someLabel, someLabel, (a, b, c) => {
      const both = joined(a, b);
      if (isBlocked(both)) return;
      expect(atMost(a, both, scale) && atMost(b, both, scale)).toBe(true);
      if (atMost(a, c, scale) && atMost(b, c, scale)) expect(atMost(both, c, scale)).toBe(true);
    }),
  );
});

test('labels that may flow to each other are the same', () => {
  check(
    fc.property(someLabel, someLabel, (a, b) => {
      expect(atMost(a, b, scale) && atMost(b, a, scale)).toBe(sameLabel(a, b));
      expect(sameLabel(a, canonicalLabel(a))).toBe(true);
    }),
  );
});

test('nobody who is denied a part may read the join, and whoever may read every part may', () => {
  check(
    fc.property(fc.array(someLabel, { minLength: 1, maxLength: 4 }), someAudience, (labels, audience) => {
      const whole = join(labels, scale);
      for (const reader of everybody) {
        const readsParts = labels.every((label) => mayRead(reader, { label, audience }, scale));
        const readsWhole = !isBlocked(whole) && mayRead(reader, { label: whole, audience }, scale);
        if (readsWhole !== readsParts) expect.fail(`${JSON.stringify(reader)} reads parts: ${readsParts}, whole: ${readsWhole}`);
      }
    }),
  );
});

test('a floor never opens a label', () => {
  check(
    fc.property(someLabel, fc.record({ classification: fc.constantFrom(...scale), releasableTo: someParties }), (label, floor) => {
      const raised = withFloor(label, { ...floor, reason: 'compilation' }, scale);
      if (!('classification' in raised)) return;
      expect(atMost(label, raised, scale)).toBe(true);
    }),
  );
});

test('what is releasable to no party is read by nobody, and is never what is public', () => {
  check(
    fc.property(someClass, (ofClass) => {
      const closed: Class = { ...ofClass, label: { ...ofClass.label, releasableTo: [] } };
      expect(everybody.some((reader) => mayRead(reader, closed, scale))).toBe(false);
      expect(classKey(closed)).not.toBe(classKey({ ...ofClass, label: { ...ofClass.label, releasableTo: 'PUBLIC' } }));
    }),
  );
});

test('what the public reads, every reader reads', () => {
  const open: Class = { label: publicLabel(scale), audience: { kind: 'public' } };
  check(
    fc.property(someClass, (ofClass) => {
      if (mayRead({ kind: 'public' }, ofClass, scale)) expect(classKey(ofClass)).toBe(classKey(open));
    }),
  );
  expect(everybody.every((reader) => mayRead(reader, open, scale))).toBe(true);
});

test('a classification that the scale does not know is read by nobody', () => {
  check(
    fc.property(labelOf(['SECRTE', '']), someAudience, (label, audience) => {
      expect(everybody.some((reader) => mayRead(reader, { label, audience }, scale))).toBe(false);
    }),
  );
});

test('releasing to more parties takes it from nobody', () => {
  check(
    fc.property(someClass, fc.constantFrom(...parties, 'PUBLIC'), (ofClass, added) => {
      const { releasableTo } = ofClass.label;
      const more = releasableTo === 'PUBLIC' || added === 'PUBLIC' ? 'PUBLIC' : [...releasableTo, added];
      const wider: Class = { ...ofClass, label: { ...ofClass.label, releasableTo: more } };
      for (const reader of everybody) if (mayRead(reader, ofClass, scale)) expect(mayRead(reader, wider, scale)).toBe(true);
      expect(narrows(ofClass, wider, scale)).toBe(false);
    }),
  );
});

test('"readers within" says of two classes exactly what asking every reader says', () => {
  check(
    fc.property(someKnownClass, someKnownClass, (some, others) => {
      const byAsking = everybody.every((reader) => !mayRead(reader, some, scale) || mayRead(reader, others, scale));
      expect(readersWithin(some, others, scale)).toBe(byAsking);
      expect(widens(others, some, scale)).toBe(!byAsking);
    }),
  );
});

test('"readers within" never says too much of a classification that the scale does not know', () => {
  check(
    fc.property(someClass, someClass, (some, others) => {
      if (!readersWithin(some, others, scale)) return;
      expect(everybody.every((reader) => !mayRead(reader, some, scale) || mayRead(reader, others, scale))).toBe(true);
    }),
  );
});

test('"view as" reads exactly what both the user and the viewed reader may', () => {
  check(
    fc.property(someReader, someReader, someClass, (user, viewed, ofClass) => {
      const both = mayRead(user, ofClass, scale) && mayRead(viewed, ofClass, scale);
      expect(mayRead(asSeenBy(user, viewed), ofClass, scale)).toBe(both);
    }),
  );
});

test("a party's reader reads what its people read, and outside EXCON nothing that is EXCON's", () => {
  check(
    fc.property(fc.constantFrom(...persons), someClass, (person, ofClass) => {
      if (person.kind !== 'person' || !mayRead(person, ofClass, scale)) return;
      const reader: PartyReader = { kind: 'party', party: person.party, posts, excon: person.excon };
      expect(mayRead(reader, ofClass, scale)).toBe(true);
      if (ofClass.audience.kind === 'excon') expect(mayRead({ ...reader, excon: false }, ofClass, scale)).toBe(false);
    }),
  );
});

test("the joint reader reads exactly what every participating party's reader reads", () => {
  check(
    fc.property(fc.constantFrom(...jointReaders.slice(1)), someClass, (joint, ofClass) => {
      const readers = joint.parties.map((party): PartyReader => ({ kind: 'party', excon: false, ...party }));
      expect(mayRead(joint, ofClass, scale)).toBe(readers.every((reader) => mayRead(reader, ofClass, scale)));
    }),
  );
});

test('restricting keeps the order, is done once for all, and for "view as" is restricting twice', () => {
  check(
    fc.property(fc.array(someClass, { maxLength: 20 }), someReader, someReader, (classes, user, viewed) => {
      const itself = (ofClass: Class) => ofClass;
      const once = restrict(classes, itself, user, scale);
      expect(once).toEqual(classes.filter((ofClass) => mayRead(user, ofClass, scale)));
      expect(restrict(once, itself, user, scale)).toEqual(once);
      expect(restrict(classes, itself, asSeenBy(user, viewed), scale)).toEqual(restrict(once, itself, viewed, scale));
    }),
  );
});

test('a class and its key are read alike', () => {
  check(
    fc.property(fc.array(someClass, { maxLength: 20 }), someReader, (classes, reader) => {
      const admits = gateFor(reader, scale);
      expect(classes.map((ofClass) => admits(classKey(ofClass)))).toEqual(classes.map((ofClass) => mayRead(reader, ofClass, scale)));
      const readable = classes.filter((ofClass) => mayRead(reader, ofClass, scale)).map(classKey);
      expect(classesReadBy(reader, classes.map(classKey), scale)).toEqual(new Set(readable));
    }),
  );
});
