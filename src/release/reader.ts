// Who reads, and what they may read. Every view, product, figure and feed is computed from what `restrict` leaves of its input.
import { unreachable } from '../kernel/index.ts';
import type { Class } from './class.ts';
import { type ClassKey, readClassKey } from './class-key.ts';
import { compareClassifications, type Label, type Scale } from './label.ts';

/** A person with the posts held now; `caveats` are those the person is cleared for. */
export type PersonReader = {
  readonly kind: 'person';
  readonly id: string;
  readonly party: string;
  readonly posts: readonly string[];
  readonly excon: boolean;
  readonly clearance: string;
  readonly caveats: readonly string[];
};

/**
 * A party as its release officer sees it: its highest clearance (the whole scale, where none is stated), every caveat, the posts that are its
 * own; outside EXCON, unless `excon`.
 */
export type PartyReader = {
  readonly kind: 'party';
  readonly party: string;
  readonly excon: boolean;
  readonly posts: readonly string[];
  readonly clearance?: string;
};

/** What every participating party reads outside EXCON, so that a joint product has the same bytes for each. */
export type JointReader = {
  readonly kind: 'joint';
  readonly parties: readonly { readonly party: string; readonly posts: readonly string[]; readonly clearance?: string }[];
};

/** What the user and the viewed reader both may read; made by `asSeenBy`. */
export type BothReader = { readonly kind: 'both'; readonly user: Reader; readonly viewed: Reader };

/** Somebody for whom a view is computed. `all` is a complete log in hand. */
export type Reader = PersonReader | PartyReader | JointReader | BothReader | { readonly kind: 'public' } | { readonly kind: 'all' };

/**
 * Whether a reader may read a class: the label admits the reader and the reader is in the audience. What is for the public, unclassified
 * and without caveat, everyone may read. A classification that the scale does not know is read by `all` alone.
 */
export function mayRead(reader: Reader, ofClass: Class, scale: Scale): boolean {
  switch (reader.kind) {
    case 'all':
      return true;
    case 'public':
      return isForPublic(ofClass, scale);
    case 'person':
      return isForPublic(ofClass, scale) || personMayRead(reader, ofClass, scale);
    case 'party':
      return isForPublic(ofClass, scale) || partyMayRead(reader, ofClass, scale);
    case 'joint':
      if (isForPublic(ofClass, scale)) return true;
      return reader.parties.length > 0 && reader.parties.every((party) => partyMayRead({ ...party, excon: false }, ofClass, scale));
    case 'both':
      return mayRead(reader.user, ofClass, scale) && mayRead(reader.viewed, ofClass, scale);
    default:
      return unreachable(reader);
  }
}

/** The reader of "view as": sees exactly what both the user and the viewed reader may read. */
export function asSeenBy(user: Reader, viewed: Reader): Reader {
  if (user.kind === 'all') return viewed;
  if (viewed.kind === 'all') return user;
  return { kind: 'both', user, viewed };
}

/** The items that a reader may read, in their order. `classOf` gives an item's class or its key (that of its stream, say). */
export function restrict<T>(items: Iterable<T>, classOf: (item: T) => Class | ClassKey, reader: Reader, scale: Scale): T[] {
  const admits = gateFor(reader, scale);
  const readable: T[] = [];
  for (const item of items) if (admits(classOf(item))) readable.push(item);
  return readable;
}

/** `mayRead` for one reader and many items: remembers its answer for each key. */
export function gateFor(reader: Reader, scale: Scale): (ofClass: Class | ClassKey) => boolean {
  const answers = new Map<ClassKey, boolean>();
  return (ofClass) => {
    if (typeof ofClass !== 'string') return mayRead(reader, ofClass, scale);
    const known = answers.get(ofClass);
    if (known !== undefined) return known;
    const answer = mayRead(reader, readClassKey(ofClass), scale);
    answers.set(ofClass, answer);
    return answer;
  };
}

/** The set of classes that a reader resolves to, out of those there are. */
export function classesReadBy(reader: Reader, keys: Iterable<ClassKey>, scale: Scale): ReadonlySet<ClassKey> {
  return new Set(restrict(keys, (key) => key, reader, scale));
}

function isForPublic({ label, audience }: Class, scale: Scale): boolean {
  const isLowest = scale.length > 0 && label.classification === scale[0];
  return audience.kind === 'public' && label.releasableTo === 'PUBLIC' && label.caveats.length === 0 && isLowest;
}

function personMayRead(person: PersonReader, { label, audience }: Class, scale: Scale): boolean {
  const isCleared = label.caveats.every((caveat) => person.caveats.includes(caveat));
  return isCleared && labelAdmits(label, person.party, person.clearance, scale) && isInAudience(person, audience);
}

function partyMayRead(party: Omit<PartyReader, 'kind'>, { label, audience }: Class, scale: Scale): boolean {
  const clearance = party.clearance ?? scale.at(-1) ?? '';
  return labelAdmits(label, party.party, clearance, scale) && isInAudience(party, audience);
}

function labelAdmits(label: Label, party: string, clearance: string, scale: Scale): boolean {
  if (label.releasableTo !== 'PUBLIC' && !label.releasableTo.includes(party)) return false;
  const isKnown = scale.includes(clearance) && scale.includes(label.classification);
  return isKnown && compareClassifications(label.classification, clearance, scale) <= 0;
}

type Member = { readonly party: string; readonly posts: readonly string[]; readonly excon: boolean };

function isInAudience(member: Member, audience: Class['audience']): boolean {
  switch (audience.kind) {
    case 'excon':
      return member.excon;
    case 'party':
      return member.party === audience.id;
    case 'post':
      return member.posts.includes(audience.id);
    case 'everyone':
    case 'public':
      return true;
    default:
      return unreachable(audience);
  }
}
