// What a candidate of the solver is: who stands where and when in one world, as it is read before anything is added to it.
import type { Actor, Engagement, Model } from './model.ts';

/** A world is the plan itself, or the plan with the reserves of one scenario used. */
export type Candidate = {
  readonly model: Model;
  readonly there: readonly Actor[];
  /** When each set-up begins, in minutes. */
  readonly at: ReadonlyMap<Actor, number>;
  /** Where each is; -1 where it needs no site. */
  readonly siteOf: ReadonlyMap<Actor, number>;
  /** Whether something is heeded for the first time. */
  first(key: string): boolean;
  /** What is added when all has been read. */
  readonly todo: (() => void)[];
};

/** Somebody held by a serial. */
export type Use = {
  readonly actor: Actor;
  readonly engagement: Engagement;
  readonly from: number;
  readonly to: number;
  readonly site: number;
};

/** The candidate in each world it stands in. */
export function candidatesOf(model: Model, first: Candidate['first'], todo: Candidate['todo']): readonly Candidate[] {
  const { solver, planning } = model;
  const standing = model.actors.filter(({ held }) => solver.isTrue(held));
  const worlds = [-1, ...planning.scenarios.keys()].filter((world) => world < 0 || standing.some(({ scenario }) => scenario === world));
  return worlds.map((world): Candidate => {
    const there = standing.filter((actor) => isInWorld(model, actor, world));
    const at = new Map(there.map((actor) => [actor, solver.lowest(actor.time)] as const));
    const siteOf = new Map(there.map((actor) => [actor, actor.places.find(({ literal }) => solver.isTrue(literal))?.site ?? -1] as const));
    return { model, there, at, siteOf, first, todo };
  });
}

/** Of a world, those whose place is not taken by their reserve there. */
function isInWorld(model: Model, actor: Actor, world: number): boolean {
  if (actor.scenario === world) return true;
  if (actor.scenario >= 0) return false;
  return !(model.planning.scenarios[world]?.reserves.some(({ serial }) => serial === actor.serial) ?? false);
}

/** By body, what holds it, in order of time. */
export function usesOf({ model, there, at, siteOf }: Candidate): ReadonlyMap<number, readonly Use[]> {
  const byBody = new Map<number, Use[]>();
  for (const actor of there) {
    for (const engagement of model.engagements.get(actor.serial) ?? []) {
      if (!model.solver.isTrue(engagement.literal) || (engagement.isByPresence && actor.scenario >= 0)) continue;
      const list = byBody.get(engagement.body) ?? [];
      byBody.set(engagement.body, list);
      const from = (at.get(actor) ?? 0) + engagement.offset;
      list.push({ actor, engagement, from, to: from + engagement.minutes, site: siteOf.get(actor) ?? -1 });
    }
  }
  for (const list of byBody.values()) list.sort((a, b) => a.from - b.from || a.actor.serial - b.actor.serial);
  return byBody;
}
