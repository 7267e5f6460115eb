// What a statement is about: whether a held serial, a unit or a post lies in its scope. Every stated field narrows it.
import { type Exercise, type Post, type Scope, trains, type Unit } from '../../exercise/bare/index.ts';
import { type Body, type Ground, type Held, leavesOfAll } from './ground.ts';

/** The held serials in a scope, in the plan's order; worked out once for each ground. */
export function heldIn(scope: Scope, ground: Ground): ReadonlySet<Held> {
  const known = heldByScope.get(ground) ?? new Map<Scope, ReadonlySet<Held>>();
  heldByScope.set(ground, known);
  let found = known.get(scope);
  if (found === undefined && ground.before !== undefined) {
    const before = heldIn(scope, ground.before);
    const come = lookedAtIn(scope, ground);
    // What nothing leaves and nothing comes to is what it was.
    if (come.size === 0 && !ground.left.some((held) => before.has(held))) found = before;
    else {
      const left = new Set(ground.left);
      found = new Set([...[...before].filter((held) => !left.has(held)), ...come]);
    }
    known.set(scope, found);
  } else if (found === undefined) {
    const named = scope.serials?.flatMap((id) => ground.heldBySerial.get(id) ?? []);
    found = new Set((named ?? ground.held).filter((held) => concerns(scope, held, ground)));
    known.set(scope, found);
  }
  return found;
}

const heldByScope = new WeakMap<Ground, Map<Scope, ReadonlySet<Held>>>();

/** Those in a scope that a rule looks at: all, or, on moved ground, those that have moved. */
export function lookedAtIn(scope: Scope, ground: Ground): ReadonlySet<Held> {
  if (ground.before === undefined) return heldIn(scope, ground);
  const found = ground.lookedAt.filter((held) => concerns(scope, held, ground));
  return found.length === 0 ? nothing : new Set(found);
}

const nothing: ReadonlySet<Held> = new Set();

/** Whether moving could matter to what lies in a scope: something in it has moved, into it or out of it. Always so on ground that is not moved. */
export function isTouched(scope: Scope, ground: Ground): boolean {
  if (ground.before === undefined) return true;
  return [...ground.left, ...ground.lookedAt].some((held) => concerns(scope, held, ground));
}

/** Whether a held serial, where and with whom it is booked, lies in the scope. */
export function concerns(scope: Scope, held: Held, { exercise }: Ground): boolean {
  const { serial, site } = held;
  const isOneOf = (ids: readonly string[] | undefined, id: string | undefined) =>
    ids === undefined || (id !== undefined && ids.includes(id));
  if (!isOneOf(scope.serials, serial.id) || !isOneOf(scope.kinds, serial.kind) || !isOneOf(scope.phases, serial.phase)) return false;
  if (!isOneOf(scope.sites, site?.id)) return false;
  if (scope.zones !== undefined && !scope.zones.some((zone) => zone === serial.zone || zone === `${site?.id}/${serial.zone}`)) return false;
  if (scope.tasks !== undefined && !scope.tasks.some((task) => trains(exercise, serial, task))) return false;
  if (scope.pools !== undefined && !scope.pools.some((pool) => serial.pools.some((use) => use.pool === pool))) return false;
  const isAnyone = (is: (unit: Unit) => boolean) => held.team.some(is) || held.attending.some(is);
  if (scope.parties !== undefined && !isAnyone((unit) => scope.parties?.includes(unit.party) ?? false)) return false;
  if (scope.units !== undefined) {
    const leaves = leavesOfAll(exercise, scope.units);
    if (!isAnyone((unit) => leaves.includes(unit.id))) return false;
  }
  if (scope.posts !== undefined && !held.posts.some((post) => scope.posts?.includes(post.id as never))) return false;
  return scope.roles === undefined || held.posts.some((post) => scope.roles?.includes(post.role));
}

/** Whether a scope speaks of posts at all: by name or by role. */
export const speaksOfPosts = (scope: Scope): boolean => scope.posts !== undefined || scope.roles !== undefined;

export function concernsUnit(scope: Scope, unit: Unit, exercise: Exercise): boolean {
  if (scope.units === undefined && speaksOfPosts(scope)) return false;
  if (scope.parties !== undefined && !scope.parties.includes(unit.party)) return false;
  return scope.units === undefined || leavesOfAll(exercise, scope.units).includes(unit.id);
}

export function concernsPost(scope: Scope, post: Post): boolean {
  if (scope.units !== undefined && !speaksOfPosts(scope)) return false;
  if (scope.parties !== undefined && (post.party === undefined || !scope.parties.includes(post.party))) return false;
  if (scope.posts !== undefined && !scope.posts.includes(post.id as never)) return false;
  return scope.roles === undefined || scope.roles.includes(post.role);
}

export function concernsBody(scope: Scope, body: Body, exercise: Exercise): boolean {
  return body.kind === 'unit' ? concernsUnit(scope, body.unit, exercise) : concernsPost(scope, body.post);
}
