// What serials that stand near each other in time may not share: people, places, pools, and the hours of a day. It is added only where a
// candidate breaks it, so that a proof holds no more than it needs.
import { postIsIn, unitIsIn } from '../problem/people.ts';
import type { PlanProblem } from '../problem.ts';
import { type Actor, atMost, before, type Engagement, holds, implies, type Model } from './model.ts';
import { nightsOf } from './model-nights.ts';
import { daysOf, startsFrom } from './model-times.ts';
import type { Literal } from './solver/trail.ts';

type Use = { readonly actor: Actor; readonly engagement: Engagement; readonly from: number; readonly to: number; readonly site: number };

export type Sharing = {
  /** Heeds what the solver's candidate breaks; false where it breaks nothing that is known. */
  heed(): boolean;
};

export function sharingOf(model: Model): Sharing {
  const { planning } = model;
  const ways = shortestWays(planning);
  const done = new Set<string>();
  const first = (key: string): boolean => {
    if (done.has(key)) return false;
    done.add(key);
    return true;
  };
  const limits = dutyLimits(model);
  const nights = nightsOf(model);
  // Every statement is an assumption from the beginning, also one that no candidate may ever break.
  for (const { id } of planning.sites) holds(model, 'sites', id, ['capacity']);
  for (const { id, people } of planning.sites) if (people !== Number.POSITIVE_INFINITY) holds(model, 'sites', id, ['people']);
  for (const { id } of planning.pools) holds(model, 'pools', id, ['count']);
  return {
    heed: () => {
      const { solver } = model;
      const standing = model.actors.filter(({ held }) => solver.isTrue(held));
      const worlds = [-1, ...planning.scenarios.keys()].filter((world) => world < 0 || standing.some(({ scenario }) => scenario === world));
      // The candidate is read before anything is added to it.
      const todo: (() => void)[] = [];
      for (const world of worlds) {
        const there = standing.filter((actor) => isInWorld(model, actor, world));
        const at = new Map(there.map((actor) => [actor, solver.lowest(actor.time)] as const));
        const siteOf = new Map(
          there.map((actor) => [actor, actor.places.find(({ literal }) => solver.isTrue(literal))?.site ?? -1] as const),
        );
        sharePeople(model, there, at, siteOf, ways, first, limits, nights, todo);
        shareSites(model, there, at, siteOf, first, todo);
        shareRoom(model, there, at, siteOf, first, todo);
        sharePools(model, there, at, first, todo);
      }
      for (const add of todo) add();
      return todo.length > 0;
    },
  };
}

/** Of a world, those whose place is not taken by their reserve there. */
function isInWorld(model: Model, actor: Actor, world: number): boolean {
  if (actor.scenario === world) return true;
  if (actor.scenario >= 0) return false;
  return !(model.planning.scenarios[world]?.reserves.some(({ serial }) => serial === actor.serial) ?? false);
}

function sharePeople(
  model: Model,
  there: readonly Actor[],
  at: ReadonlyMap<Actor, number>,
  siteOf: ReadonlyMap<Actor, number>,
  ways: readonly (readonly number[])[],
  first: (key: string) => boolean,
  limits: ReadonlyMap<number, Limit>,
  nights: ReturnType<typeof nightsOf>,
  todo: (() => void)[],
): void {
  const { solver } = model;
  const byBody = new Map<number, Use[]>();
  for (const actor of there) {
    const start = at.get(actor) ?? 0;
    for (const engagement of model.engagements.get(actor.serial) ?? []) {
      if (!solver.isTrue(engagement.literal) || (engagement.isByPresence && actor.scenario >= 0)) continue;
      const list = byBody.get(engagement.body) ?? [];
      byBody.set(engagement.body, list);
      const from = start + engagement.offset;
      list.push({ actor, engagement, from, to: from + engagement.minutes, site: siteOf.get(actor) ?? -1 });
    }
  }
  for (const [body, list] of byBody) {
    list.sort((a, b) => a.from - b.from || a.actor.serial - b.actor.serial);
    for (const [index, one] of list.entries()) {
      for (let next = index + 1; next < list.length; next++) {
        const other = list[next];
        if (other === undefined || one.actor.serial === other.actor.serial) continue;
        const way = one.site < 0 || other.site < 0 ? 0 : (ways[one.site]?.[other.site] ?? 0);
        if (other.from - one.to >= 240) break;
        const [a, b] = one.actor.serial < other.actor.serial ? [one, other] : [other, one];
        const pair = `${a.actor.time.index} ${b.actor.time.index} ${a.actor.scenario} ${b.actor.scenario}`;
        if (other.from < one.to) {
          if (first(`pair ${pair}`)) todo.push(() => apart(model, a.actor, b.actor));
        } else if (other.from < one.to + way && first(`way ${pair} ${a.site} ${b.site}`)) {
          const [forth, back] = [ways[a.site]?.[b.site] ?? 0, ways[b.site]?.[a.site] ?? 0];
          todo.push(() => apart(model, a.actor, b.actor, { forth, back, sites: [a.site, b.site] }));
        }
      }
    }
    const limit = limits.get(body);
    nights(body, list, first, todo);
    if (limit !== undefined) heedDuty(model, body, list, limit, first, todo);
  }
}

type Way = { readonly forth: number; readonly back: number; readonly sites: readonly [number, number] };

/** Nobody is in both at once; and, where a way between two sites is meant, has time for it. */
function apart(model: Model, one: Actor, other: Actor, way?: Way): void {
  const theirs = new Map<number, Engagement[]>();
  for (const engagement of model.engagements.get(other.serial) ?? []) {
    if (engagement.isByPresence && other.scenario >= 0) continue;
    theirs.set(engagement.body, [...(theirs.get(engagement.body) ?? []), engagement]);
  }
  const at = (actor: Actor, site: number | undefined) => actor.places.find((place) => place.site === site)?.literal;
  const places = way === undefined ? [] : [at(one, way.sites[0]), at(other, way.sites[1])].flatMap((literal) => literal ?? []);
  for (const mine of model.engagements.get(one.serial) ?? []) {
    if (mine.isByPresence && one.scenario >= 0) continue;
    for (const its of theirs.get(mine.body) ?? []) {
      implies(
        model,
        [mine.literal, its.literal, one.held, other.held, ...places],
        [
          before(model, one, other, mine.offset + mine.minutes - its.offset + (way?.forth ?? 0)),
          before(model, other, one, its.offset + its.minutes - mine.offset + (way?.back ?? 0)),
        ],
      );
    }
  }
}

function shareSites(
  model: Model,
  there: readonly Actor[],
  at: ReadonlyMap<Actor, number>,
  siteOf: ReadonlyMap<Actor, number>,
  first: (key: string) => boolean,
  todo: (() => void)[],
): void {
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
function shareRoom(
  model: Model,
  there: readonly Actor[],
  at: ReadonlyMap<Actor, number>,
  siteOf: ReadonlyMap<Actor, number>,
  first: (key: string) => boolean,
  todo: (() => void)[],
): void {
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

function sharePools(
  model: Model,
  there: readonly Actor[],
  at: ReadonlyMap<Actor, number>,
  first: (key: string) => boolean,
  todo: (() => void)[],
): void {
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

const keyOf = (actors: readonly Actor[]): string => actors.map(({ time, scenario }) => `${time.index}/${scenario}`).join(' ');

/** Two of them do not overlap: each lasts so long. */
function spread(model: Model, guards: readonly Literal[], crowd: readonly Actor[], lasts: (actor: Actor) => number): void {
  const apart = crowd.flatMap((one, index) =>
    crowd.slice(index + 1).flatMap((other) => [before(model, one, other, lasts(one)), before(model, other, one, lasts(other))]),
  );
  implies(model, [...guards, ...crowd.map(({ held }) => held)], apart);
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

/** A literal that holds if all guards do and the actor stands wholly inside a period. */
function within(model: Model, actor: Actor, guards: readonly Literal[], [from, to]: readonly [number, number], minutes: number): Literal {
  const literal = model.solver.choice();
  const late = startsFrom(model, actor, to - minutes + 1);
  implies(model, [...guards, startsFrom(model, actor, from)], [late, literal]);
  return literal;
}

type Limit = { readonly most: number; readonly guard: Literal };

/** What a body may be on duty in any 24 hours by the strictest hard rule that always binds it. */
function dutyLimits(model: Model): ReadonlyMap<number, Limit> {
  const { exercise, bodies, parties } = model.planning;
  const found = new Map<number, Limit>();
  for (const [body, { id, isUnit, role, party }] of bodies.entries()) {
    for (const { id: of, scope, mostPer24h, leastRest, price } of exercise.dutyRules.list) {
      if (price !== undefined || scope.phases !== undefined) continue;
      const its = parties[party] ?? '';
      const isBound = isUnit ? unitIsIn(exercise, scope, id, its) : postIsIn(scope, id, role, party < 0 ? undefined : its);
      if (!isBound) continue;
      const most = Math.min(mostPer24h?.minutes ?? 1440, 1440 - (leastRest?.minutes ?? 0));
      if (most < (found.get(body)?.most ?? 1440)) found.set(body, { most, guard: holds(model, 'dutyRules', of) });
    }
  }
  return found;
}

/** Engagements wholly inside 24 hours add up to no more than the limit. */
function heedDuty(
  model: Model,
  body: number,
  list: readonly Use[],
  { most, guard }: Limit,
  first: (key: string) => boolean,
  todo: (() => void)[],
): void {
  const duty = list.filter(({ actor }) => actor.facts.kind !== 'rest');
  for (const [index, opening] of duty.entries()) {
    const span = duty.slice(index).filter(({ to }) => to <= opening.from + 1440);
    const uses = new Map(span.map((use) => [use.actor, use] as const));
    const chosen: Use[] = [];
    let sum = 0;
    for (const use of [...uses.values()].sort((a, b) => b.engagement.minutes - a.engagement.minutes)) {
      if (sum > most) break;
      chosen.push(use);
      sum += use.engagement.minutes;
    }
    if (sum <= most) continue;
    if (
      !first(
        `duty ${body} ${chosen
          .map(({ actor }) => `${actor.time.index}/${actor.scenario}`)
          .sort()
          .join(' ')}`,
      )
    )
      continue;
    todo.push(() => {
      // Whoever is the earliest of them, another ends later than 24 hours after its start: else all were inside.
      const ends = chosen.flatMap((a) =>
        chosen.flatMap((b) =>
          a === b ? [] : [before(model, a.actor, b.actor, 1440 + a.engagement.offset - b.engagement.offset - b.engagement.minutes + 1)],
        ),
      );
      implies(model, [guard, ...chosen.flatMap(({ engagement, actor }) => [engagement.literal, actor.held])], ends);
      if (first(`days ${body}`)) daysOfBody(model, body, most, guard);
    });
  }
}

function daysOfBody(model: Model, body: number, most: number, guard: Literal): void {
  const { whole } = model.planning;
  const days = daysOf(model, whole);
  const shifted = days.map(([from, to]) => [from + 720, to + 720] as const);
  for (const day of [...days, ...shifted].filter(([from, to]) => to - from <= 1440)) {
    const [literals, weights]: [Literal[], number[]] = [[], []];
    for (const actor of model.actors) {
      if (actor.scenario >= 0 || actor.facts.kind === 'rest') continue;
      for (const { body: who, literal, offset, minutes } of model.engagements.get(actor.serial) ?? []) {
        if (who !== body || minutes > day[1] - day[0]) continue;
        literals.push(within(model, actor, [literal, actor.held], [day[0] - offset, day[1] - offset], minutes));
        weights.push(minutes);
        break;
      }
    }
    atMost(model, [guard], literals, most, weights);
  }
}

/** Minutes between sites by whatever way is the shortest: who has something to do in between may go round, and that takes its time. */
function shortestWays({ travel, serials, occurrences, scenarios }: PlanProblem): readonly (readonly number[])[] {
  const ways = travel.map((row) => [...row]);
  for (const [middle] of ways.entries()) {
    const stops = [
      ...serials.filter(({ sites }) => sites.includes(middle)).map(({ run }) => run),
      ...scenarios.flatMap(({ reserves }) => reserves.filter(({ site }) => site === middle).map(({ serial }) => serials[serial]?.run ?? 0)),
      ...occurrences.filter(({ site }) => site === middle).map(({ from, to }) => to - from),
    ];
    const stop = Math.min(Number.POSITIVE_INFINITY, ...stops);
    for (const row of ways) {
      for (let to = 0; to < row.length; to++) {
        const round = (row[middle] ?? 0) + stop + (ways[middle]?.[to] ?? 0);
        if (round < (row[to] ?? 0)) row[to] = round;
      }
    }
  }
  return ways;
}
