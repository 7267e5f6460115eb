import { expect, test } from 'vitest';
import { asSeenBy } from './reader.ts';
import { type ReaderDirectory, readerText, resolveReader } from './resolve-reader.ts';

const person = { id: 'BLR-7', party: 'BLR', posts: ['HQ'], excon: false, clearance: 'RESTRICTED', caveats: [] };
const directory: ReaderDirectory = {
  parties: [
    { id: 'BLR', observer: false },
    { id: 'CHN', observer: false, clearance: 'RESTRICTED' },
    { id: 'OBS', observer: true },
  ],
  posts: [
    { id: 'HQ', parties: ['BLR', 'CHN'], excon: false },
    { id: 'CONTROL', parties: ['BLR'], excon: true },
    { id: 'CHN-CELL', parties: ['CHN'], excon: false },
  ],
  persons: [person],
};

test('the words for readers are read', () => {
  expect(resolveReader('all', directory)).toEqual({ kind: 'all' });
  expect(resolveReader('public', directory)).toEqual({ kind: 'public' });
  expect(resolveReader('person:BLR-7', directory)).toEqual({ kind: 'person', ...person });
});

test('a party reads through its own posts, and through those in EXCON only when asked for', () => {
  expect(resolveReader('BLR', directory)).toEqual({ kind: 'party', party: 'BLR', excon: false, posts: ['HQ'] });
  expect(resolveReader('BLR:excon', directory)).toEqual({ kind: 'party', party: 'BLR', excon: true, posts: ['HQ', 'CONTROL'] });
});

test('the joint reader is every participating party outside EXCON, and no observer', () => {
  expect(resolveReader('joint', directory)).toEqual({
    kind: 'joint',
    parties: [
      { party: 'BLR', posts: ['HQ'] },
      { party: 'CHN', posts: ['HQ', 'CHN-CELL'], clearance: 'RESTRICTED' },
    ],
  });
});

test('all is refused where the log in hand is not complete', () => {
  expect(resolveReader('all', { ...directory, complete: false })).toMatchObject({ key: 'release.allNeedsCompleteLog' });
});

test.each([
  ['blr', 'BLR'],
  ['BRL', 'BLR'],
  ['CHN:exon', 'CHN:excon'],
  ['person:BLR-8', 'person:BLR-7'],
  ['publik', 'public'],
])('%s is unknown, and %s is offered', (text, meant) => {
  expect(resolveReader(text, directory)).toEqual({
    key: 'release.unknownReader',
    values: { reader: text },
    maybe: { key: 'kernel.meant', values: { name: meant } },
  });
});

test('a name like none of the readers is answered with all there are, persons left out', () => {
  expect(resolveReader('somebody', directory)).toMatchObject({
    maybe: { values: { readers: ['all', 'public', 'joint', 'BLR', 'CHN', 'OBS'] } },
  });
});

test('a reader is named by the text that it is read from', () => {
  for (const text of ['all', 'public', 'joint', 'CHN', 'BLR:excon', 'person:BLR-7']) {
    const reader = resolveReader(text, directory);
    expect('kind' in reader && readerText(reader)).toBe(text);
  }
  expect(readerText(asSeenBy({ kind: 'person', ...person }, { kind: 'public' }))).toBe('public seen by person:BLR-7');
});
