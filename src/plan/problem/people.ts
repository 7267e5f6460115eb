// Leaf units and posts as bodies by index: when they are there, where they live, what they can do, which duty rules bind them.
import { type Exercise, leafUnits, leavesOf, presenceOf, type Scope } from '../../exercise/bare/index.ts';
import { type Intervals, merged } from './intervals.ts';

/** What a duty rule asks of one body. Absent limits are infinite or nothing. */
export type DutyFacts = {
  readonly most: number;
  readonly rest: number;
  readonly nights: number;
  readonly beforeNight: number;
  /** Where the rule holds for phases only, their times. */
  readonly during: Intervals | null;
  readonly price: number | null;
};

export type Body = {
  readonly id: string;
  readonly isUnit: boolean;
  readonly party: number;
  readonly strength: number;
  readonly home: number;
  readonly presence: Intervals;
  readonly languages: readonly string[];
  /** Capability to level; posts have none. */
  readonly capabilities: ReadonlyMap<string, number>;
  readonly role: string;
  /** Sites where a post may serve; empty means anywhere. */
  readonly sites: readonly number[];
  readonly duty: readonly DutyFacts[];
};

export function bodiesOf(exercise: Exercise, parties: readonly string[], siteIndex: ReadonlyMap<string, number>) {
  const presence = (id: string) => merged(presenceOf(exercise, id).map(({ from, to }) => [from, to] as const));
  const siteOf = (site: string | undefined) => (site === undefined ? -1 : (siteIndex.get(site) ?? -1));
  const units = leafUnits(exercise).map(
    (unit): Body => ({
      id: unit.id,
      isUnit: true,
      party: parties.indexOf(unit.party),
      strength: unit.strength,
      home: siteOf(unit.home),
      presence: presence(unit.id),
      languages: unit.languages,
      capabilities: highest(unit.capabilities),
      role: '',
      sites: [],
      duty: dutyOf(exercise, (scope) => unitIsIn(exercise, scope, unit.id, unit.party)),
    }),
  );
  const posts = exercise.posts.list.map(
    (post): Body => ({
      id: post.id,
      isUnit: false,
      party: post.party === undefined ? -1 : parties.indexOf(post.party),
      strength: 1,
      home: siteOf(post.home),
      presence: presence(post.id),
      languages: post.languages,
      capabilities: new Map(),
      role: post.role,
      sites: post.sites.flatMap((site) => siteIndex.get(site) ?? []),
      duty: dutyOf(exercise, (scope) => postIsIn(scope, post.id, post.role, post.party)),
    }),
  );
  const unitIndex = new Map(units.map((unit, index) => [unit.id, index]));
  const postIndex = new Map(posts.map((post, index) => [post.id, index + units.length]));
  return {
    bodies: [...units, ...posts],
    unitCount: units.length,
    leaves: (ids: readonly string[]) => [...new Set(ids.flatMap((id) => leavesOf(exercise, id)).flatMap((id) => unitIndex.get(id) ?? []))],
    post: (id: string) => postIndex.get(id),
  };
}

function highest(capabilities: readonly { readonly capability: string; readonly level: number }[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { capability, level } of capabilities) levels.set(capability, Math.max(level, levels.get(capability) ?? 0));
  return levels;
}

/** A scope that names posts or roles only is not about units, and the other way round. */
export function unitIsIn(exercise: Exercise, { units, posts, roles, parties }: Scope, unit: string, party: string): boolean {
  if (units === undefined && (posts !== undefined || roles !== undefined)) return false;
  if (parties !== undefined && !parties.some((one) => one === party)) return false;
  return units === undefined || units.some((one) => leavesOf(exercise, one).includes(unit));
}

export function postIsIn({ units, posts, roles, parties }: Scope, post: string, role: string, party: string | undefined): boolean {
  if (units !== undefined && posts === undefined && roles === undefined) return false;
  if (parties !== undefined && !parties.some((one) => one === party)) return false;
  return (posts === undefined || posts.some((one) => one === post)) && (roles === undefined || roles.some((one) => one === role));
}

function dutyOf(exercise: Exercise, isBound: (scope: Scope) => boolean): readonly DutyFacts[] {
  return exercise.dutyRules.list
    .filter((rule) => isBound(rule.scope))
    .map((rule) => ({
      most: rule.mostPer24h?.minutes ?? Number.POSITIVE_INFINITY,
      rest: rule.leastRest?.minutes ?? 0,
      nights: rule.mostNightsRunning ?? Number.POSITIVE_INFINITY,
      beforeNight: rule.restBeforeNight?.minutes ?? 0,
      during:
        rule.scope.phases === undefined
          ? null
          : merged(rule.scope.phases.flatMap((id) => exercise.phases.byId.get(id) ?? []).map(({ from, to }) => [from.at, to.at] as const)),
      price: rule.price ?? null,
    }));
}
