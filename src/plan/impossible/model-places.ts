// What serials that stand at one time may not share of places and things: room at a site, in serials and in people, and pools.
import type { Candidate } from './candidate.ts';
import { type Actor, atMost, before, holds, implies, type Model, negated } from './model.ts';
import { daysOf, startsFrom, within } from './model-times.ts';
import type { Literal } from './solver/trail.ts';

/** From set-up to reset. */
export function shareSites({ model, there, at, siteOf, first, todo }: Candidate): void {
  for (const [site, { serials: capacity, id }] of model.planning.sites.entries()) {
    const uses = there
      .filter((actor) => siteOf.get(actor) === site)
      .map((actor) => ({ actor, from: at.get(actor) ?? 0, to: (at.get(actor) ?? 0) + actor.facts.total + actor.facts.reset, amount: 1 }));
    for (const crowd of crowds(uses, capacity)) {
      if (!first(`site ${site} ${keyOf(crowd)}`)) continue;
      todo.push(() => {
        const guards = crowd.map((actor) => actor.places.find((place) => place.site === site)?.literal ?? 0);
        spread(model, [holds(model, 'sites', id, ['capacity']), ...guards], crowd, ({ facts }) => facts.total + facts.reset);
        if (first(`days of site ${site}`)) daysOfSite(model, site, capacity, holds(model, 'sites', id, ['capacity']));
      });
    }
  }
}

/** Units with their strength and visitors, from set-up to debrief. */
export function shareRoom({ model, there, at, siteOf, first, todo }: Candidate): void {
  const { sites, bodies } = model.planning;
  for (const [site, { people, id }] of sites.entries()) {
    if (people === Number.POSITIVE_INFINITY) continue;
    const uses = there.filter((actor) => siteOf.get(actor) === site);
    for (const opening of uses) {
      const moment = at.get(opening) ?? 0;
      const now = uses.filter((actor) => (at.get(actor) ?? 0) <= moment && moment < (at.get(actor) ?? 0) + actor.facts.total);
      const inside = now.flatMap((actor) => {
        const seen = new Set<number>();
        return (model.engagements.get(actor.serial) ?? []).flatMap(({ body, literal, isByPresence }) => {
          const isThere = bodies[body]?.isUnit === true && model.solver.isTrue(literal) && !seen.has(body);
          if (!isThere || (isByPresence && actor.scenario >= 0)) return [];
          seen.add(body);
          return [{ actor, literal, strength: bodies[body]?.strength ?? 0 }];
        });
      });
      const visitors = now.reduce((sum, { facts }) => sum + facts.visitors, 0);
      let sum = visitors;
      const chosen: typeof inside = [];
      for (const one of inside.sort((a, b) => b.strength - a.strength)) {
        if (sum > people) break;
        chosen.push(one);
        sum += one.strength;
      }
      if (sum <= people) continue;
      const crowd = now.filter((actor) => actor.facts.visitors > 0 || chosen.some((one) => one.actor === actor));
      if (!first(`room ${site} ${keyOf(crowd)} ${chosen.map(({ literal }) => literal).join(' ')}`)) continue;
      todo.push(() => {
        const places = crowd.map((actor) => actor.places.find((place) => place.site === site)?.literal ?? 0);
        const guards = [holds(model, 'sites', id, ['people']), ...places, ...chosen.map(({ literal }) => literal)];
        spread(model, guards, crowd, ({ facts }) => facts.total);
      });
    }
  }
}

export function sharePools({ model, there, at, first, todo }: Candidate): void {
  for (const [pool, { count, turnaround, id }] of model.planning.pools.entries()) {
    const uses = there.flatMap((actor) => {
      const amount = actor.facts.pools.filter(([index]) => index === pool).reduce((sum, [, used]) => sum + used, 0);
      const from = at.get(actor) ?? 0;
      return amount === 0 || amount > count ? [] : [{ actor, from, to: from + actor.facts.total + turnaround, amount }];
    });
    for (const crowd of crowds(uses, count)) {
      if (!first(`pool ${pool} ${keyOf(crowd)}`)) continue;
      todo.push(() => {
        const guards = crowd.map(({ facts }) => holds(model, 'serials', facts.id, ['pools']));
        spread(model, [holds(model, 'pools', id, ['count']), ...guards], crowd, ({ facts }) => facts.total + turnaround);
      });
    }
  }
}

/** While there is less of a pool, several do not use more of it together than is left. */
export function shareWhatIsLeft({ model, there, at, first, todo }: Candidate): void {
  for (const [pool, { lessDuring, id }] of model.planning.pools.entries()) {
    for (const { from, to, count } of lessDuring) {
      const uses = there.flatMap((actor) => {
        const amount = actor.facts.pools.filter(([index]) => index === pool).reduce((sum, [, used]) => sum + used, 0);
        const start = at.get(actor) ?? 0;
        const [begin, end] = [Math.max(start, from), Math.min(start + actor.facts.total, to)];
        return amount === 0 || amount > count || begin >= end ? [] : [{ actor, from: begin, to: end, amount }];
      });
      for (const crowd of crowds(uses, count)) {
        if (!first(`less ${pool} ${from} ${keyOf(crowd)}`)) continue;
        todo.push(() => {
          const guards = crowd.map(({ facts }) => holds(model, 'serials', facts.id, ['pools']));
          const outside = crowd.flatMap((actor) => [
            startsFrom(model, actor, to),
            negated(startsFrom(model, actor, from - actor.facts.total + 1)),
          ]);
          spread(model, [holds(model, 'pools', id, ['lessDuring']), ...guards], crowd, ({ facts }) => facts.total, outside);
        });
      }
    }
  }
}

const keyOf = (actors: readonly Actor[]): string => actors.map(({ time, scenario }) => `${time.index}/${scenario}`).join(' ');

/** Two of them do not overlap, each lasting so long, or something else holds. */
function spread(
  model: Model,
  guards: readonly Literal[],
  crowd: readonly Actor[],
  lasts: (actor: Actor) => number,
  otherwise: readonly (Literal | boolean)[] = [],
): void {
  const apart = crowd.flatMap((one, index) =>
    crowd.slice(index + 1).flatMap((other) => [before(model, one, other, lasts(one)), before(model, other, one, lasts(other))]),
  );
  implies(model, [...guards, ...crowd.map(({ held }) => held)], [...apart, ...otherwise]);
}

type Take = { readonly actor: Actor; readonly from: number; readonly to: number; readonly amount: number };

/** Smallest sets that at some minute take more than there is. */
function crowds(uses: readonly Take[], capacity: number): readonly (readonly Actor[])[] {
  return uses.flatMap(({ from }) => {
    const now = uses
      .filter((use) => use.from <= from && from < use.to)
      .sort((a, b) => b.amount - a.amount || a.actor.serial - b.actor.serial);
    if (now.reduce((sum, { amount }) => sum + amount, 0) <= capacity) return [];
    const crowd: Actor[] = [];
    let sum = 0;
    for (const use of now) {
      crowd.push(use.actor);
      sum += use.amount;
      if (sum > capacity) break;
    }
    return [crowd.sort((a, b) => a.serial - b.serial)];
  });
}

/** What stands wholly inside a day at a site takes no more than the day has. */
function daysOfSite(model: Model, site: number, capacity: number, guard: Literal): void {
  const actors = model.actors.filter(({ scenario, places }) => scenario < 0 && places.length > 0);
  for (const day of daysOf(model, model.planning.whole)) {
    const [literals, weights]: [Literal[], number[]] = [[], []];
    for (const actor of actors) {
      const there = actor.places.find((place) => place.site === site)?.literal;
      const minutes = actor.facts.total + actor.facts.reset;
      if (there === undefined || minutes > day[1] - day[0]) continue;
      literals.push(within(model, actor, [there, actor.held], day, minutes));
      weights.push(minutes);
    }
    atMost(model, [guard], literals, capacity * (day[1] - day[0]), weights);
  }
}
