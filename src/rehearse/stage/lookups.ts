/** Answers that the people of a run ask for again and again: who is whose counterpart, who bridges two posts, whose stream a stream is. */
import type { Routes, StreamKey } from '../../conduct/index.ts';
import type { Exercise, Inject, Role } from '../../exercise/index.ts';
import type { KindsOf } from './kinds.ts';
import type { PostPart } from './post-parts.ts';
import type { Resource } from './resources.ts';
import type { SerialPart } from './serial-parts.ts';

export type Lookups = {
  /** The post whose own stream this is. */
  readonly postOfStream: (stream: StreamKey) => PostPart | undefined;
  /** Who bridges two posts by voice (interpreters first) or in writing (translators first); undefined where they understand each other. */
  readonly bridge: (from: PostPart, to: PostPart, by: 'voice' | 'writing') => Resource | undefined;
  /** The post of another party that has the same role in the same cell. */
  readonly counterpart: (post: PostPart) => PostPart | undefined;
  /** Interpreters who can be had at a serial: those with it, and others who may serve at its site. */
  readonly interpretersAt: (part: SerialPart) => readonly number[];
  readonly reviewersOf: (party: string | undefined) => Resource | undefined;
  readonly onCallIn: (serial: string) => readonly Inject[];
  /** What one asks for an inject's means, a procedure's kind: one array a word, so that answers can be remembered by it. */
  readonly kindsOf: KindsOf;
};

export function lookupsOf(
  exercise: Exercise,
  posts: readonly PostPart[],
  resources: readonly Resource[],
  routes: Routes,
  kindsOf: KindsOf,
): Lookups {
  const byStream = new Map(posts.map((post) => [routes.ofPost(post.id), post]));
  const bridges = { voice: new Map<number, Resource | undefined>(), writing: new Map<number, Resource | undefined>() };
  const counterparts = posts.map((post) =>
    posts.find(
      (other) => other.role === post.role && other.party !== undefined && other.party !== post.party && other.post.cell === post.post.cell,
    ),
  );
  const interpreters = new WeakMap<SerialPart, readonly number[]>();
  const reviewers = new Map(resources.filter(({ role }) => role === 'releaseOfficer').map((resource) => [resource.party, resource]));
  const onCall = new Map<string, Inject[]>();
  for (const inject of exercise.injects.list) {
    if (inject.trigger.kind !== 'onCall' || inject.serial === undefined) continue;
    onCall.set(inject.serial, [...(onCall.get(inject.serial) ?? []), inject]);
  }
  return {
    postOfStream: (stream) => byStream.get(stream),
    bridge: (from, to, by) => {
      const key = from.index * posts.length + to.index;
      const known = bridges[by];
      if (!known.has(key)) known.set(key, bridgeOf(resources, from, to, by));
      return known.get(key);
    },
    counterpart: ({ index }) => counterparts[index],
    interpretersAt: (part) => {
      const known = interpreters.get(part);
      if (known !== undefined) return known;
      const { site } = part.booking;
      const able = posts.filter(
        ({ index, role, post }) => role === 'interpreter' && (part.interpreters.includes(index) || servesAt(post.sites, site)),
      );
      const made = able.map(({ index }) => index);
      interpreters.set(part, made);
      return made;
    },
    reviewersOf: (party) => reviewers.get(party),
    onCallIn: (serial) => onCall.get(serial) ?? [],
    kindsOf,
  };
}

const servesAt = (sites: readonly string[], site: string | null): boolean => sites.length === 0 || site === null || sites.includes(site);

function bridgeOf(resources: readonly Resource[], from: PostPart, to: PostPart, by: 'voice' | 'writing'): Resource | undefined {
  if (from.languages.some((language) => to.languages.includes(language))) return undefined;
  const roles: readonly Role[] = by === 'voice' ? ['interpreter', 'translator'] : ['translator', 'interpreter'];
  for (const role of roles) {
    const found = resources.find(
      (one) =>
        one.role === role &&
        one.languages.some((language) => from.languages.includes(language)) &&
        one.languages.some((language) => to.languages.includes(language)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
