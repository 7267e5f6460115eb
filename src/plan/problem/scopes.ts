// Scopes by index: what the document fixes of a scope is a table over serials and sites; what the plan decides, who takes part, is left open.
import { type Scope, trains } from '../../exercise/bare/index.ts';
import type { Basis } from '../problem.ts';
import type { BareSerial } from './serials.ts';

export type ScopeFacts = {
  /** Whether a serial lies in it at a site (-1: none) if the right people take part. */
  mayMatch(serial: number, site: number): boolean;
  /** Whether it does so at any site. */
  couldMatch(serial: number): boolean;
  /** Whether it does with these units in team or attendance. */
  matches(serial: number, site: number, people: readonly number[]): boolean;
  /** Whether neither site nor people matter. */
  readonly isOfTheDocument: boolean;
};

export function scopeOf(basis: Basis, serials: readonly BareSerial[], scope: Scope): ScopeFacts {
  const { exercise, sites } = basis;
  // Where sites do not matter a serial lies in a scope everywhere.
  const isAnywhere = scope.sites === undefined && scope.zones === undefined;
  const width = sites.length + 1;
  const could = new Uint8Array(serials.length);
  const table = isAnywhere ? could : new Uint8Array(serials.length * width);
  const named = scope.serials?.flatMap((id) => basis.serialIndex.get(id) ?? []);
  for (const index of named ?? serials.keys()) {
    const serial = serials[index];
    if (serial === undefined || !liesIn(basis, serial, scope)) continue;
    if (isAnywhere) {
      could[index] = 1;
      continue;
    }
    const stated = exercise.serials.byId.get(serial.id);
    for (let site = -1; site < sites.length; site++) {
      const id = sites[site]?.id;
      const isSite = scope.sites === undefined || (id !== undefined && scope.sites.some((one) => one === id));
      const isZone = scope.zones === undefined || scope.zones.some((zone) => zone === stated?.zone || zone === `${id}/${stated?.zone}`);
      if (!isSite || !isZone) continue;
      table[index * width + site + 1] = 1;
      could[index] = 1;
    }
  }
  const wanted: Uint8Array[] = [];
  if (scope.parties !== undefined) {
    const parties = new Set(scope.parties.map((party) => basis.parties.indexOf(party)));
    wanted.push(Uint8Array.from({ length: basis.unitCount }, (_, unit) => (parties.has(basis.bodies[unit]?.party ?? -1) ? 1 : 0)));
  }
  if (scope.units !== undefined) {
    const units = new Set(basis.leaves(scope.units));
    wanted.push(Uint8Array.from({ length: basis.unitCount }, (_, unit) => (units.has(unit) ? 1 : 0)));
  }
  const mayMatch = isAnywhere
    ? (serial: number) => could[serial] === 1
    : (serial: number, site: number) => table[serial * width + site + 1] === 1;
  return {
    mayMatch,
    couldMatch: (serial) => could[serial] === 1,
    matches: (serial, site, people) => mayMatch(serial, site) && wanted.every((units) => people.some((unit) => units[unit] === 1)),
    isOfTheDocument: wanted.length === 0 && [scope.sites, scope.zones, scope.posts, scope.roles].every((field) => field === undefined),
  };
}

function liesIn({ exercise, bodies }: Basis, serial: BareSerial, scope: Scope): boolean {
  if (scope.serials !== undefined && !scope.serials.some((id) => id === serial.id)) return false;
  if (scope.kinds !== undefined && !scope.kinds.includes(serial.kind)) return false;
  if (scope.phases !== undefined && !scope.phases.some((phase) => phase === serial.phase)) return false;
  if (scope.tasks !== undefined && !scope.tasks.some((task) => trains(exercise, { tasks: serial.ownTasks }, task))) return false;
  const stated = scope.pools === undefined ? undefined : exercise.serials.byId.get(serial.id);
  if (scope.pools !== undefined && !scope.pools.some((pool) => stated?.pools.some((use) => use.pool === pool))) return false;
  if (scope.posts === undefined && scope.roles === undefined) return true;
  const posts = serial.attendPosts.flatMap((post) => bodies[post] ?? []);
  if (scope.posts !== undefined && !posts.some((post) => scope.posts?.some((id) => id === post.id))) return false;
  return scope.roles === undefined || posts.some((post) => scope.roles?.some((role) => role === post.role));
}
