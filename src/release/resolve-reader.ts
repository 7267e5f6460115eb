// Turns the text that names a reader (`--reader BLR:excon`) into the reader, and back.
import { nearest, type Problem, problem, unreachable } from '../kernel/index.ts';
import type { PersonReader, Reader } from './reader.ts';

/**
 * Whom an exercise knows, as far as the one who asks may read it. Parties and posts must come from what every party shares, so that a
 * party's and the joint reader resolve alike for everybody. `clearance` is a party's highest, where it is less than the whole scale;
 * a post's `parties` are those whose it is. `all` is refused when the log in hand is not `complete`.
 */
export type ReaderDirectory = {
  readonly parties: readonly { readonly id: string; readonly observer: boolean; readonly clearance?: string }[];
  readonly posts: readonly { readonly id: string; readonly parties: readonly string[]; readonly excon: boolean }[];
  readonly persons: readonly Omit<PersonReader, 'kind'>[];
  readonly complete?: boolean;
};

/**
 * Reads `all`, `public`, `joint`, a party (`BLR`), a party with its people in EXCON (`BLR:excon`) or a person (`person:ID`).
 * Anything else is a problem that names the nearest.
 */
export function resolveReader(text: string, directory: ReaderDirectory): Reader | Problem {
  if (text === 'all') return directory.complete === false ? problem('release.allNeedsCompleteLog') : { kind: 'all' };
  if (text === 'public') return { kind: 'public' };
  if (text === 'joint') return jointReader(directory);
  if (text.startsWith('person:')) {
    const person = directory.persons.find(({ id }) => id === text.slice('person:'.length));
    return person === undefined ? unknownReader(text, directory) : { kind: 'person', ...person };
  }
  const excon = text.endsWith(':excon');
  const party = directory.parties.find(({ id }) => id === (excon ? text.slice(0, -':excon'.length) : text));
  if (party === undefined) return unknownReader(text, directory);
  return { kind: 'party', party: party.id, excon, posts: postsOf(party.id, excon, directory), ...clearanceOf(party) };
}

/** The text that names a reader; the reader of "view as" is named by both. */
export function readerText(reader: Reader): string {
  switch (reader.kind) {
    case 'all':
    case 'public':
    case 'joint':
      return reader.kind;
    case 'person':
      return `person:${reader.id}`;
    case 'party':
      return reader.excon ? `${reader.party}:excon` : reader.party;
    case 'both':
      return `${readerText(reader.viewed)} seen by ${readerText(reader.user)}`;
    default:
      return unreachable(reader);
  }
}

function jointReader(directory: ReaderDirectory): Reader {
  const participating = directory.parties.filter(({ observer }) => !observer);
  return {
    kind: 'joint',
    parties: participating.map((party) => ({ party: party.id, posts: postsOf(party.id, false, directory), ...clearanceOf(party) })),
  };
}

function postsOf(party: string, excon: boolean, directory: ReaderDirectory): readonly string[] {
  return directory.posts.filter((post) => post.parties.includes(party) && (excon || !post.excon)).map(({ id }) => id);
}

function clearanceOf({ clearance }: ReaderDirectory['parties'][number]): { readonly clearance?: string } {
  return clearance === undefined ? {} : { clearance };
}

function unknownReader(text: string, directory: ReaderDirectory): Problem {
  const parties = directory.parties.map(({ id }) => id);
  const persons = directory.persons.map(({ id }) => `person:${id}`);
  const readers = ['all', 'public', 'joint', ...parties, ...parties.map((party) => `${party}:excon`)];
  const sameButCase = [...readers, ...persons].find((reader) => reader.toLowerCase() === text.toLowerCase());
  const meant = sameButCase ?? nearest(text, [...readers, ...persons]);
  const hint =
    meant === undefined
      ? { key: 'release.readersAre', values: { readers: ['all', 'public', 'joint', ...parties] } }
      : { key: 'kernel.meant', values: { name: meant } };
  return problem('release.unknownReader', { reader: text }, hint);
}
