/** One more of a scarce thing: the same exercise with another post of a role, or another unit of a pool, under the same chances. */
import type { Exercise, Post, Role } from '../../exercise/index.ts';

export type Variant =
  | { readonly id: string; readonly kind: 'post'; readonly role: Role; readonly party: string | undefined; readonly like: string }
  | { readonly id: string; readonly kind: 'pool'; readonly pool: string };

/** How many runs are paired with a variant's: a quarter of them, at least ten where there are so many, never more than a hundred. */
export const pairedRuns = (runs: number): number => Math.min(runs, 100, Math.max(10, Math.ceil(runs / 4)));

const derivedRoles: readonly Role[] = ['interpreter', 'translator', 'releaseOfficer', 'liaisonOfficer', 'controller', 'safetyOfficer'];
const derivedPools: readonly string[] = ['medical', 'air', 'road'];
/** Their work lies in their own party's streams, so that it matters whose the additional one is. */
const ofParty: readonly string[] = ['releaseOfficer', 'translator', 'liaisonOfficer', 'evaluator', 'seniorNationalRepresentative'];

/** What is tried one more of: the document's list of scarce things, else what is usually scarce. */
export function variantsOf(exercise: Exercise): readonly Variant[] {
  const stated = exercise.scarce.list;
  const roles = stated.length > 0 ? stated.flatMap((one) => one.roles) : derivedRoles;
  const pools =
    stated.length > 0
      ? stated.flatMap((one) => one.pools as readonly string[])
      : exercise.pools.list.filter(({ kind }) => derivedPools.includes(kind)).map(({ id }) => id);
  const found = [
    ...roles.flatMap((role) => postVariants(exercise, role)),
    ...pools.flatMap((pool) => (exercise.pools.byId.has(pool) ? [{ id: `pool:${pool}`, kind: 'pool' as const, pool }] : [])),
  ];
  return [...new Map(found.map((variant) => [variant.id, variant])).values()];
}

function postVariants(exercise: Exercise, role: string): readonly Variant[] {
  const posts = exercise.posts.list.filter((post) => post.role === role);
  const parties = ofParty.includes(role) ? [...new Set(posts.map(({ party }) => party))] : [undefined];
  return parties.flatMap((party): Variant[] => {
    const able = posts.filter((post) => party === undefined || post.party === party);
    // The one that is there longest and may serve anywhere is the pattern.
    const like =
      able.find(({ presence, sites }) => presence.length === 0 && sites.length === 0) ??
      able.find(({ presence }) => presence.length === 0) ??
      able[0];
    if (like === undefined) return [];
    return [{ id: party === undefined ? role : `${role}:${party}`, kind: 'post', role: like.role, party, like: like.id }];
  });
}

/** The exercise with one more. The new post serves everywhere, all the time, and is booked for nothing. */
export function withOneMore(exercise: Exercise, variant: Variant): Exercise {
  if (variant.kind === 'pool') {
    const list = exercise.pools.list.map((pool) => (pool.id === variant.pool ? { ...pool, count: pool.count + 1 } : pool));
    return { ...exercise, pools: { list, byId: new Map(list.map((pool) => [pool.id, pool])) } };
  }
  const like = exercise.posts.byId.get(variant.like);
  if (like === undefined) return exercise;
  const more: Post = { ...like, id: `${like.id}+1`, presence: [], sites: [], deputies: [] };
  const list = [...exercise.posts.list, more];
  return { ...exercise, posts: { list, byId: new Map(list.map((post) => [post.id, post])) } };
}
