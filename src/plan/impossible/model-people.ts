// Who may be in a team or give support, and when they are there.
import { leavesOf, type Serial } from '../../exercise/index.ts';
import { contains, merged } from '../problem/intervals.ts';
import type { TeamFacts } from '../problem/serials.ts';
import type { SerialFacts } from '../problem.ts';
import { type Actor, atLeast, atMost, both, type Engagement, holds, implies, inside, type Model, negated, outside } from './model.ts';
import { firstAtLeast } from './solver/times.ts';
import type { Literal } from './solver/trail.ts';

/** Teams, attendance and support of every serial in focus, and the presence of everybody in them. */
export function addPeople(model: Model): void {
  for (const serial of model.focus) {
    const facts = model.planning.serials[serial];
    const stated = facts === undefined ? undefined : model.planning.exercise.serials.byId.get(facts.id);
    const own = model.own.get(serial);
    if (facts === undefined || stated === undefined || own === undefined) continue;
    if (facts.team !== null && model.isWhole) addTeam(model, own, facts, facts.team, stated);
    addEngagements(model, own, facts, stated);
  }
  for (const serial of model.focus) addKeptTeams(model, serial);
  for (const actor of model.actors)
    for (const engagement of model.engagements.get(actor.serial) ?? []) addPresence(model, actor, engagement);
}

function addTeam(model: Model, { held }: Actor, facts: SerialFacts, team: TeamFacts, stated: Serial): void {
  const { planning, solver } = model;
  const { bodies, unitCount } = planning;
  const units = Array.from({ length: unitCount }, (_, unit) => unit);
  const inTeam = units.map(() => solver.choice());
  const serial = planning.serials.indexOf(facts);
  model.teams.set(serial, new Map(units.map((unit) => [unit, inTeam[unit] ?? 0])));
  const of = (path: readonly (string | number)[]) => holds(model, 'serials', facts.id, ['team', ...path]);
  const pick = (isIn: (unit: number) => boolean) => units.filter(isIn).map((unit) => inTeam[unit] ?? 0);
  implies(model, [held], inTeam);
  for (const unit of units) if (team.from[unit] !== 1) implies(model, [of(['from']), held, inTeam[unit] ?? 0], []);
  for (const [index, demand] of team.demands.entries())
    atLeast(
      model,
      [of(['demands', index]), held],
      pick((unit) => demand.eligible[unit] === 1),
      demand.count,
    );
  const distinct = team.demands.flatMap((demand, index) => (demand.distinct ? [index] : []));
  // Units of a distinct demand meet no other: all of them together, with any one of the rest.
  const unions =
    distinct.length === 0 ? [] : [distinct, ...team.demands.flatMap((one, index) => (one.distinct ? [] : [[...distinct, index]]))];
  for (const union of unions.filter(({ length }) => length > 1)) {
    const count = union.reduce((sum, index) => sum + (team.demands[index]?.count ?? 0), 0);
    const able = pick((unit) => union.some((index) => team.demands[index]?.eligible[unit] === 1));
    atLeast(model, [...union.map((index) => of(['demands', index])), held], able, count);
  }
  if (team.units[0] > 0) atLeast(model, [of(['units', 'least']), held], inTeam, team.units[0]);
  if (team.units[1] < unitCount) atMost(model, [of(['units', 'most']), held], inTeam, team.units[1]);
  const strengths = units.map((unit) => bodies[unit]?.strength ?? 0);
  if (team.people[0] > 0) atLeast(model, [of(['people', 'least']), held], inTeam, team.people[0], strengths);
  if (team.people[1] !== Number.POSITIVE_INFINITY) atMost(model, [of(['people', 'most']), held], inTeam, team.people[1], strengths);
  const parties = new Map<number, Literal>();
  for (const party of planning.parties.keys()) {
    const own = pick((unit) => bodies[unit]?.party === party);
    if (own.length === 0) continue;
    const literal = solver.choice();
    parties.set(party, literal);
    implies(model, [literal], own);
    for (const one of own) implies(model, [one], [literal]);
  }
  model.parties.set(serial, parties);
  if (team.leastParties > 1) atLeast(model, [of(['parties', 'least']), held], [...parties.values()], team.leastParties);
  const mixed = solver.choice();
  model.mixed.set(serial, mixed);
  atLeast(model, [mixed], [...parties.values()], 2);
  const list = [...parties.values()];
  for (const [index, one] of list.entries()) for (const other of list.slice(index + 1)) implies(model, [one, other], [mixed]);
  for (const [party, least] of team.perParty)
    atLeast(
      model,
      [of(['perParty', planning.parties[party] ?? '']), held],
      pick((unit) => bodies[unit]?.party === party),
      least,
    );
  for (const unit of team.named) implies(model, [of(['named']), held], [inTeam[unit] ?? false]);
  if (team.group !== null)
    atLeast(
      model,
      [of(['taskGroup']), held],
      pick((unit) => team.group?.units.includes(unit) ?? false),
      team.group.least,
    );
  if (stated.team?.lead !== undefined)
    implies(
      model,
      [of(['lead']), held],
      pick((unit) => team.lead[unit] === 1),
    );
}

/** `sameTeamAs` and `unitsOf`, where both are held. */
function addKeptTeams(model: Model, serial: number): void {
  const own = model.own.get(serial);
  const team = own?.facts.team;
  const mine = model.teams.get(serial);
  if (own === undefined || team === null || team === undefined || mine === undefined) return;
  const of = (path: readonly string[]) => holds(model, 'serials', own.facts.id, ['team', ...path]);
  const [same, theirs] = [model.own.get(team.sameTeamAs), model.teams.get(team.sameTeamAs)];
  if (same !== undefined && theirs !== undefined) {
    const guard = both(model, [of(['sameTeamAs']), own.held, same.held]);
    for (const [unit, literal] of mine) {
      implies(model, [guard, literal], [theirs.get(unit) ?? false]);
      implies(model, [guard, theirs.get(unit) ?? false], [literal]);
    }
  }
  const part = team.unitsOf;
  const [other, others] = [model.own.get(part?.serial ?? -1), model.teams.get(part?.serial ?? -1)];
  if (part === null || other === undefined || others === undefined) return;
  const shared = [...mine].map(([unit, literal]) => together(model, literal, others.get(unit)));
  atLeast(model, [of(['unitsOf']), own.held, other.held], shared, part.least);
}

/** A literal that holds only if both do. */
export function together(model: Model, one: Literal, other: Literal | undefined): Literal {
  const literal = model.solver.choice();
  implies(model, [literal], [one]);
  implies(model, [literal], [other ?? false]);
  return literal;
}

function addEngagements(model: Model, own: Actor, facts: SerialFacts, stated: Serial): void {
  const { planning } = model;
  const found: Engagement[] = [];
  const whole = { offset: 0, minutes: facts.total };
  const attend = (body: number, guards: readonly Literal[], isByPresence = false) => {
    found.push({ body, literal: both(model, guards), isByPresence, ...whole });
  };
  for (const [unit, literal] of model.teams.get(own.serial) ?? [])
    found.push({ body: unit, literal: both(model, [literal, own.held]), isByPresence: false, ...whole });
  const attending = stated.attend === undefined ? undefined : holds(model, 'serials', facts.id, ['attend']);
  if (attending !== undefined) {
    for (const body of [...facts.attendUnits, ...facts.attendPosts]) attend(body, [attending, own.held]);
    const { fixed } = facts;
    if (facts.attendAll && fixed === null && stated.startsFrom !== undefined && stated.endsBy !== undefined && model.isWhole) {
      // Whenever it is held in its window, who is there all through the window attends.
      const [from, to] = [stated.startsFrom.at, stated.endsBy.at];
      const window = (['startsFrom', 'endsBy'] as const).map((field) => holds(model, 'serials', facts.id, [field]));
      for (let unit = 0; unit < planning.unitCount; unit++) {
        if (!contains(planning.bodies[unit]?.presence ?? [], from, to)) continue;
        attend(unit, [attending, own.held, ...window, holds(model, 'units', planning.bodies[unit]?.id ?? '', ['presence'])], true);
      }
    }
    if (facts.attendAll && fixed !== null && model.isWhole) {
      const at = holds(model, 'serials', facts.id, ['at']);
      for (let unit = 0; unit < planning.unitCount; unit++) {
        const isThere = planning.bodies[unit]?.presence.some(([from, to]) => from <= fixed && fixed + facts.total <= to) ?? false;
        if (isThere) attend(unit, [attending, at, own.held, holds(model, 'units', planning.bodies[unit]?.id ?? '', ['presence'])], true);
      }
    }
  }
  const supporting = model.isWhole ? [...planning.supports.keys()].flatMap((index) => supportOf(model, own, index)) : [];
  // A post gives one support to a serial.
  for (const post of new Set(supporting.map(({ body }) => body))) {
    const each = supporting.filter(({ body }) => body === post).map(({ literal }) => literal);
    atMost(model, [own.held], each, 1);
  }
  found.push(...supporting);
  model.engagements.set(own.serial, found);
}

/** Who gives the support that a demand asks of a serial, in a team of whatever parties and whenever it is. */
function supportOf(model: Model, own: Actor, index: number): readonly Engagement[] {
  const { planning, solver } = model;
  const demand = planning.supports[index];
  if (demand === undefined || demand.price !== null || !demand.scope.couldMatch(own.serial)) return [];
  const { facts } = own;
  const stated = planning.exercise.supportDemands.byId.get(demand.id);
  const scope = stated?.scope;
  // Who takes part or attends with a post decides about few demands; those are left to the search.
  if (scope?.units !== undefined || scope?.parties !== undefined) return [];
  const guards = [holds(model, 'supportDemands', demand.id), own.held];
  const matching = own.places.filter(({ site }) => demand.scope.mayMatch(own.serial, site));
  if (own.places.length > 0 && matching.length < own.places.length) {
    const there = solver.choice();
    for (const { literal } of matching) implies(model, [literal], [there]);
    guards.push(there);
  }
  const mixed = model.mixed.get(own.serial);
  if (demand.mixedOnly) {
    if (mixed === undefined) return [];
    guards.push(mixed);
  }
  if (demand.light !== undefined) guards.push(touching(model, own, demand.light));
  const minutes = demand.onlyRun ? { offset: facts.toRun, minutes: facts.run } : { offset: 0, minutes: facts.total };
  const givers = demand.eligible.filter((post) => !facts.attendPosts.includes(post));
  const given = givers.map((post): Engagement => ({ body: post, literal: solver.choice(), isByPresence: false, ...minutes }));
  const parties = model.parties.get(own.serial);
  if (!demand.eachParty)
    atLeast(
      model,
      guards,
      given.map(({ literal }) => literal),
      demand.count,
    );
  else {
    for (const [party, literal] of parties ?? []) {
      const theirs = given.filter(({ body }) => planning.bodies[body]?.party === party).map((one) => one.literal);
      atLeast(model, [...guards, literal], theirs, demand.count);
    }
  }
  for (const { body, literal } of given) {
    const post = planning.bodies[body];
    if (post === undefined || post.sites.length === 0 || own.places.length === 0) continue;
    for (const actor of model.actors.filter(({ serial }) => serial === own.serial)) {
      for (const place of actor.places) {
        if (!post.sites.includes(place.site))
          implies(model, [holds(model, 'posts', post.id, ['sites']), actor.held, literal, place.literal], []);
      }
    }
  }
  return given;
}

/** A literal that holds if the run touches the light, at whatever site. */
function touching(model: Model, { time, facts, places }: Actor, light: 'day' | 'twilight' | 'night'): Literal {
  const { sites } = model.planning;
  const literal = model.solver.choice();
  const cases = places.length === 0 ? [{ site: -1, literal: undefined }] : places;
  for (const { site, literal: at } of cases) {
    const periods = (site < 0 ? sites[0]?.outside : sites[site]?.light)?.[light] ?? [];
    const spans = merged(periods.map(([from, to]) => [from - facts.toRun - facts.run + 1, to - facts.toRun] as const));
    for (const [from, to] of spans) {
      const within = [
        model.solver.atLeast(time, firstAtLeast(time.values, from)),
        negated(model.solver.atLeast(time, firstAtLeast(time.values, to))),
      ];
      implies(model, [...(at === undefined ? [] : [at]), ...within], [literal]);
    }
  }
  return literal;
}

/** Somebody is engaged only while there, and not while a meeting or a closed period holds them. */
function addPresence(model: Model, actor: Actor, { body, literal, offset, minutes, isByPresence }: Engagement): void {
  if (isByPresence && actor.scenario >= 0) return;
  const { planning } = model;
  const facts = planning.bodies[body];
  if (facts === undefined) return;
  const isAlways = facts.presence.some(([from, to]) => from <= planning.whole[0] && to >= planning.whole[1]);
  if (!isAlways) {
    const presence = holds(model, facts.isUnit ? 'units' : 'posts', facts.id, ['presence']);
    inside(model, actor, [presence, literal], facts.presence, offset, minutes);
  }
  if (!facts.isUnit) {
    for (const { id, from, to, price, posts } of planning.occurrences) {
      if (price === null && posts.includes(body))
        outside(model, actor, [holds(model, 'meetings', id), literal], [[from, to]], offset, minutes);
    }
  }
  const closures = planning.exercise.closures.list.filter(({ scope }) =>
    [scope.parties, scope.units, scope.posts, scope.roles].some((field) => field !== undefined),
  );
  for (const [index, closure] of planning.bodyClosures.entries()) {
    const id = closures[index]?.id;
    if (id === undefined || closure.price !== null || closure.bodies[body] !== 1) continue;
    const length = actor.facts.total + (closure.untilReset ? actor.facts.reset : 0);
    if (actor.places.length === 0) {
      if (closure.matches(actor.serial, -1)) outside(model, actor, [holds(model, 'closures', id), literal], closure.periods, 0, length);
      continue;
    }
    const matching = actor.places.filter(({ site }) => closure.matches(actor.serial, site));
    if (matching.length === actor.places.length) outside(model, actor, [holds(model, 'closures', id), literal], closure.periods, 0, length);
    else
      for (const place of matching)
        outside(model, actor, [holds(model, 'closures', id), literal, place.literal], closure.periods, 0, length);
  }
}

/** The units that identifiers stand for. */
export function unitsNamed({ planning }: Model, ids: readonly string[]): ReadonlySet<number> {
  const leaves = new Set(ids.flatMap((id) => leavesOf(planning.exercise, id)));
  return new Set(
    Array.from({ length: planning.unitCount }, (_, unit) => unit).filter((unit) => leaves.has(planning.bodies[unit]?.id ?? '')),
  );
}
