// Where and when a serial may be by itself: windows, hours, light, sites, pools, closed periods, milestones; and its reserves.
import type { Serial } from '../../exercise/index.ts';
import { daily, type Interval } from '../problem/intervals.ts';
import type { ReserveFacts } from '../problem/scenarios.ts';
import type { PlanProblem } from '../problem.ts';
import { type Actor, atMost, holds, implies, inside, type Model, notWithin, outside, type Place } from './model.ts';
import { firstAtLeast } from './solver/times.ts';
import type { Literal } from './solver/trail.ts';

/** Makes the actors of all serials in focus, and what each may do by itself. */
export function addActors(model: Model): void {
  for (const serial of model.focus) addOwn(model, serial);
  for (const [scenario, { id, reserves }] of model.planning.scenarios.entries()) {
    if (!reserves.every(({ serial }) => model.focus.has(serial))) continue;
    for (const reserve of reserves) addReserve(model, scenario, id, reserve);
  }
}

function addOwn(model: Model, serial: number): void {
  const { planning, solver } = model;
  const { exercise, whole, grid, origin } = planning;
  const facts = planning.serials[serial];
  const stated = facts === undefined ? undefined : exercise.serials.byId.get(facts.id);
  if (facts === undefined || stated === undefined) return;
  const starts: number[] = [];
  for (let at = origin + Math.ceil((whole[0] - origin) / grid) * grid; at + facts.total <= whole[1]; at += grid) starts.push(at);
  if (facts.fixed !== null && !starts.includes(facts.fixed)) starts.push(facts.fixed);
  if (starts.length === 0) starts.push(whole[0]);
  const held = solver.choice(facts.optional === null);
  const actor: Actor = {
    serial,
    facts,
    time: solver.time(starts.sort((a, b) => a - b)),
    held,
    places: facts.needsSite ? planning.sites.map((_, site) => ({ site, literal: solver.choice() })) : [],
    scenario: -1,
  };
  model.actors.push(actor);
  model.own.set(serial, actor);
  if (facts.optional === null) implies(model, [holds(model, 'serials', facts.id, ['held'])], [held]);
  if (starts.length === 1 && whole[1] - whole[0] < facts.total) implies(model, [held], []);
  onePlace(model, actor);
  addSites(model, actor, stated);
  if (facts.fixed !== null) {
    const at = holds(model, 'serials', facts.id, ['at']);
    notWithin(model, actor, [at], Number.NEGATIVE_INFINITY, facts.fixed - 1);
    notWithin(model, actor, [at], facts.fixed + 1, Number.POSITIVE_INFINITY);
  }
  if (stated.startsFrom !== undefined)
    notWithin(model, actor, [holds(model, 'serials', facts.id, ['startsFrom'])], Number.NEGATIVE_INFINITY, stated.startsFrom.at - 1);
  if (stated.endsBy !== undefined)
    notWithin(model, actor, [holds(model, 'serials', facts.id, ['endsBy'])], stated.endsBy.at - facts.total + 1, Number.POSITIVE_INFINITY);
  const phase = stated.phase === undefined || facts.fixed !== null ? undefined : exercise.phases.byId.get(stated.phase);
  if (phase !== undefined)
    inside(model, actor, [holds(model, 'serials', facts.id, ['phase'])], [[phase.from.at, phase.to.at]], 0, facts.total);
  for (const alternate of exercise.alternates.list) {
    if (alternate.price !== undefined || !alternate.serials.some((id) => id === facts.id)) continue;
    const literal = holds(model, 'alternates', alternate.id);
    notWithin(model, actor, [literal], Number.NEGATIVE_INFINITY, alternate.decideBy.at - 1);
    const latest = alternate.start?.at ?? alternate.window?.to.at;
    if (latest !== undefined && latest < alternate.decideBy.at) implies(model, [literal, held], []);
  }
  addConditions(model, actor, stated);
}

function onePlace(model: Model, { held, places, facts }: Actor): void {
  if (!facts.needsSite) return;
  const literals = places.map(({ literal }) => literal);
  implies(model, [held], literals);
  atMost(model, [held], literals, 1);
}

function addSites(model: Model, { facts, places }: Actor, stated: Serial): void {
  for (const { site, literal } of places) {
    const id = model.planning.sites[site]?.id ?? '';
    if (stated.sites.length > 0 && !stated.sites.some((one) => one === id))
      implies(model, [holds(model, 'serials', facts.id, ['sites']), literal], []);
  }
  addFittings(model, facts.id, places, stated);
}

/** Facilities and zone are asked of a reserve site, too. */
function addFittings(model: Model, serial: string, places: readonly Place[], stated: Serial): void {
  for (const { site, literal } of places) {
    const facts = model.planning.sites[site];
    if (facts === undefined) continue;
    if (stated.zone !== undefined && !facts.zones.some((zone) => zone === stated.zone || `${facts.id}/${zone}` === stated.zone))
      implies(model, [holds(model, 'serials', serial, ['zone']), literal], []);
    if (stated.facilities.some((facility) => !facts.facilities.includes(facility)))
      implies(model, [holds(model, 'serials', serial, ['facilities']), literal], []);
  }
}

/** What binds a serial at its own place as at its reserve. */
function addConditions(model: Model, actor: Actor, stated: Serial): void {
  const { planning } = model;
  const { exercise, horizon, sites, pools } = planning;
  const { facts, places, held } = actor;
  const everywhere: readonly (readonly [number, readonly Literal[]])[] =
    places.length === 0 ? [[-1, []]] : places.map(({ site, literal }) => [site, [literal]] as const);
  if (stated.hours !== undefined) {
    const hours = holds(model, 'serials', facts.id, ['hours']);
    inside(model, actor, [hours], daily(stated.hours, horizon, exercise.zone), 0, facts.total);
  }
  for (const [site, at] of everywhere) {
    const place = sites[site] ?? sites[0];
    if (facts.light !== undefined && place !== undefined) {
      const light = (site < 0 ? place.outside : place.light)[facts.light];
      inside(model, actor, [holds(model, 'serials', facts.id, ['light']), ...at], light, facts.toRun, facts.run);
    }
    if (site < 0 || place === undefined) continue;
    const of = exercise.sites.byId.get(place.id);
    if (of !== undefined && of.opening.length + of.openPeriods.length > 0)
      inside(model, actor, [holds(model, 'sites', place.id, ['opening']), ...at], place.open, 0, facts.total + facts.reset);
  }
  for (const [pool, count] of facts.pools) {
    const of = pools[pool];
    if (of === undefined) continue;
    const use = holds(model, 'serials', facts.id, ['pools']);
    if (count > of.count) implies(model, [use, holds(model, 'pools', of.id, ['count']), held], []);
    for (const { from, to, count: left } of of.lessDuring) {
      if (count > left) outside(model, actor, [use, holds(model, 'pools', of.id, ['lessDuring'])], [[from, to]], 0, facts.total);
    }
    inside(model, actor, [use, holds(model, 'pools', of.id, ['opening'])], of.open, 0, facts.total);
    if (of.sites.length === 0) continue;
    const there = places.filter(({ site }) => of.sites.includes(site)).map(({ literal }) => literal);
    implies(model, [use, holds(model, 'pools', of.id, ['sites']), held], there);
  }
  const closures = exercise.closures.list.filter(({ scope }) =>
    [scope.parties, scope.units, scope.posts, scope.roles].every((field) => field === undefined),
  );
  for (const [index, closure] of planning.closures.entries()) {
    const id = closures[index]?.id;
    if (closure.price !== null || id === undefined) continue;
    const minutes = facts.total + (closure.untilReset ? facts.reset : 0);
    const matching = everywhere.filter(([site]) => closure.matches(actor.serial, site));
    if (matching.length === 0) continue;
    const literal = holds(model, 'closures', id);
    if (matching.length === everywhere.length) outside(model, actor, [literal], closure.periods, 0, minutes);
    else for (const [, at] of matching) outside(model, actor, [literal, ...at], closure.periods, 0, minutes);
  }
}

function addReserve(model: Model, scenario: number, id: string, { serial, site, isAtItsTime }: ReserveFacts): void {
  const { planning, solver } = model;
  const own = model.own.get(serial);
  const stated = own === undefined ? undefined : planning.exercise.serials.byId.get(own.facts.id);
  if (own === undefined || stated === undefined) return;
  const of = planning.exercise.alternates.list.find((one) => one.id === id);
  const mine = planning.exercise.alternates.list.find(
    (one) =>
      one.serials.some((other) => other === own.facts.id) &&
      (one === of || (one.trigger === of?.trigger && one.decideBy.at === of.decideBy.at)),
  );
  if (of === undefined || mine === undefined) return;
  const literal = holds(model, 'alternates', id);
  const moved = mine === of ? [literal] : [literal, holds(model, 'alternates', mine.id)];
  const starts = isAtItsTime ? own.time.values : reserveStarts(model, own, mine);
  if (starts.length === 0) {
    implies(model, [...moved, own.held], []);
    return;
  }
  const held = solver.choice();
  implies(model, [...moved, own.held], [held]);
  const time = isAtItsTime ? own.time : solver.time(starts);
  const places = site >= 0 ? planning.sites.map((_, at) => ({ site: at, literal: solver.choice() })) : own.places;
  const actor: Actor = { serial, facts: own.facts, time, held, places, scenario };
  model.actors.push(actor);
  if (site >= 0) {
    onePlace(model, actor);
    for (const place of places) if (place.site !== site) implies(model, [held, place.literal], []);
  }
  addFittings(model, own.facts.id, places, stated);
  addConditions(model, actor, stated);
}

type Alternate = PlanProblem['exercise']['alternates']['list'][number];

/** All starts in the reserve, whatever stands against them: that has names of its own. */
function reserveStarts({ planning }: Model, { facts }: Actor, { start, window }: Alternate): readonly number[] {
  const { origin, grid, whole } = planning;
  if (start !== undefined) {
    const at = start.at - facts.toRun;
    return at >= whole[0] && at + facts.total <= whole[1] ? [at] : [];
  }
  const [from, to] = [Math.max(whole[0], window?.from.at ?? whole[0]), Math.min(whole[1], window?.to.at ?? whole[1])];
  const found: number[] = [];
  for (let at = origin + Math.ceil((from - origin) / grid) * grid; at + facts.total <= to; at += grid) found.push(at);
  return found;
}

/** The local days that a list of starts touches, as periods. */
export function daysOf({ planning }: Model, [from, to]: Interval): readonly Interval[] {
  const found: Interval[] = [];
  let first = from;
  while (first < to) {
    let [low, high] = [first, Math.min(to, first + 2 * 1440)];
    const day = planning.dayOf(first);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (planning.dayOf(middle) > day) high = middle;
      else low = middle + 1;
    }
    found.push([first, low]);
    first = low;
  }
  return found;
}

/** "The actor starts on or after this minute." */
export function startsFrom({ solver }: Model, { time }: Actor, minute: number): Literal | boolean {
  return solver.atLeast(time, firstAtLeast(time.values, minute));
}

/** A literal that holds if all guards do and the actor stands wholly inside a period. */
export function within(
  model: Model,
  actor: Actor,
  guards: readonly Literal[],
  [from, to]: readonly [number, number],
  minutes: number,
): Literal {
  const literal = model.solver.choice();
  const late = startsFrom(model, actor, to - minutes + 1);
  implies(model, [...guards, startsFrom(model, actor, from)], [late, literal]);
  return literal;
}
