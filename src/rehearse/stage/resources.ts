/** What people wait for: interpreters and translators of a language pair, release officers of a party, other roles, and pools. */
import type { Exercise, Role } from '../../exercise/index.ts';
import type { PostPart } from './post-parts.ts';

export type Resource = {
  readonly index: number;
  /** `interpreter:ru-zh`, `releaseOfficer:BLR`, `controller`, `pool:EVACUATION`. */
  readonly id: string;
  readonly kind: 'role' | 'pool';
  readonly role: Role | null;
  /** Index of the pool in the document. */
  readonly pool: number;
  /** Indices of its posts; a post counts for the first resource that names it. */
  readonly posts: readonly number[];
  /** The two languages of interpreters and translators. */
  readonly languages: readonly string[];
  readonly party: string | undefined;
};

const ofLanguages: readonly Role[] = ['interpreter', 'translator'];
const ofParty: readonly Role[] = [
  'releaseOfficer',
  'liaisonOfficer',
  'seniorNationalRepresentative',
  'coDirector',
  'medicalCoordinator',
  'evaluator',
  'chiefEvaluator',
  'player',
  'teamLeader',
];

export function resourcesOf(exercise: Exercise, posts: readonly PostPart[]): readonly Resource[] {
  const groups = new Map<string, { role: Role; party: string | undefined; languages: readonly string[]; posts: number[] }>();
  const pairs = languagePairs(exercise);
  for (const post of posts) {
    const languages = ofLanguages.includes(post.role)
      ? (pairs.find((pair) => pair.every((one) => post.languages.includes(one))) ?? [])
      : [];
    const party = ofParty.includes(post.role) ? post.party : undefined;
    const id = languages.length > 0 ? `${post.role}:${languages.join('-')}` : party === undefined ? post.role : `${post.role}:${party}`;
    const group = groups.get(id) ?? { role: post.role, party, languages, posts: [] };
    group.posts.push(post.index);
    groups.set(id, group);
  }
  const roles = [...groups].map(([id, group]) => ({ id, kind: 'role' as const, pool: -1, ...group }));
  const pools = exercise.pools.list.map(({ id }, pool) => ({
    id: `pool:${id}`,
    kind: 'pool' as const,
    role: null,
    pool,
    posts: [],
    languages: [],
    party: undefined,
  }));
  return [...roles, ...pools].map((resource, index) => ({ index, ...resource }));
}

/** The pairs of first languages of the participating parties, each in the order of the alphabet. */
export function languagePairs(exercise: Exercise): readonly (readonly [string, string])[] {
  const first = exercise.setting.participating.flatMap((party) => exercise.parties.byId.get(party)?.languages[0] ?? []);
  const languages = [...new Set(first)].sort();
  return languages.flatMap((one, at) => languages.slice(at + 1).map((other) => [one, other] as const));
}
