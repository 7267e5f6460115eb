// What planners state about several serials: order, lags and days, exclusions, qualifications, milestones.
import type { Scope } from '../../exercise/index.ts';
import { postIsIn, unitIsIn } from '../problem/people.ts';
import type { ScopeFacts } from '../problem/scopes.ts';
import type { LagFacts } from '../problem/statements.ts';
import { type Actor, before, both, holds, implies, type Model, meet, notWithin } from './model.ts';
import { unitsNamed } from './model-people.ts';
import { daysOf, startsFrom } from './model-times.ts';
import type { Literal } from './solver/trail.ts';

export function addStatements(model: Model): void {
  addPredecessors(model);
  addLags(model);
  addExclusions(model);
  addQualifications(model);
  addMilestones(model);
}

/** Guards under which a scope concerns an actor; undefined where it cannot. */
export function concern(model: Model, actor: Actor, facts: ScopeFacts, scope: Scope): readonly Literal[] | undefined {
  if (!facts.couldMatch(actor.serial)) return undefined;
  const guards: Literal[] = [actor.held];
  const matching = actor.places.filter(({ site }) => facts.mayMatch(actor.serial, site));
  if (actor.places.length > 0 && matching.length < actor.places.length) {
    if (matching.length === 0) return undefined;
    const there = matching.length === 1 ? (matching[0]?.literal ?? 0) : model.solver.choice();
    if (matching.length > 1) for (const { literal } of matching) implies(model, [literal], [there]);
    guards.push(there);
  }
  if (actor.places.length === 0 && !facts.mayMatch(actor.serial, -1)) return undefined;
  const groups = [
    ...(scope.parties === undefined ? [] : [new Set(unitsOfParties(model, scope.parties))]),
    ...(scope.units === undefined ? [] : [unitsNamed(model, scope.units)]),
  ];
  for (const units of groups) {
    const literal = model.solver.choice();
    const engaged = (model.engagements.get(actor.serial) ?? []).filter(
      (one) => units.has(one.body) && !(one.isByPresence && actor.scenario >= 0),
    );
    if (engaged.length === 0) return undefined;
    for (const one of engaged) implies(model, [one.literal], [literal]);
    guards.push(literal);
  }
  return guards;
}

function unitsOfParties({ planning }: Model, parties: readonly string[]): readonly number[] {
  return planning.bodies.flatMap((body, index) => (body.isUnit && parties.includes(planning.parties[body.party] ?? '') ? [index] : []));
}

function addPredecessors(model: Model): void {
  for (const second of model.actors) {
    for (const index of second.facts.after) {
      const first = model.actors.filter(({ serial }) => serial === index);
      for (const actor of first) {
        if (!meet(actor, second, model)) continue;
        const after = holds(model, 'serials', second.facts.id, ['after', second.facts.after.indexOf(index)]);
        implies(model, [after, actor.held, second.held], [before(model, actor, second, actor.facts.total)]);
      }
    }
  }
}

/** Ordered pairs of actors, the first concerned by one scope and the second by the other. */
function pairs(
  model: Model,
  [one, oneScope]: readonly [ScopeFacts, Scope],
  [other, otherScope]: readonly [ScopeFacts, Scope],
  each: (first: Actor, second: Actor, guards: readonly Literal[], isMirrored: boolean) => void,
): void {
  const of = (facts: ScopeFacts, scope: Scope) =>
    new Map(
      model.actors.flatMap((actor) => {
        const guards = concern(model, actor, facts, scope);
        return guards === undefined ? [] : [[actor, guards] as const];
      }),
    );
  const [firsts, seconds] = [of(one, oneScope), of(other, otherScope)];
  for (const [first, guards] of firsts) {
    for (const [second, more] of seconds) {
      if (first === second || !meet(first, second, model)) continue;
      // Who takes part may make a pair a mirrored one; then either could be the first.
      const isMirrored = firsts.has(second) && seconds.has(first);
      each(first, second, [...guards, ...more], isMirrored);
    }
  }
}

function addLags(model: Model): void {
  const stated = model.planning.exercise.lags.list;
  for (const [index, lag] of model.planning.lags.entries()) {
    const item = stated[index];
    if (lag.price !== null || item === undefined) continue;
    const literal = holds(model, 'lags', item.id);
    pairs(model, [lag.first, item.first], [lag.second, item.second], (first, second, guards, isMirrored) => {
      if (isMirrored && first.serial > second.serial) return;
      if (!lag.sameUnitsOnly) {
        relate(model, lag, first, second, [literal, ...guards], isMirrored);
        return;
      }
      const [mine, theirs] = [model.teams.get(first.serial), model.teams.get(second.serial)];
      if (mine === undefined || theirs === undefined) return;
      const share = model.solver.choice();
      for (const [unit, one] of mine) implies(model, [one, theirs.get(unit) ?? false], [share]);
      relate(model, lag, first, second, [literal, ...guards, share], isMirrored);
    });
  }
}

function relate(model: Model, lag: LagFacts, first: Actor, second: Actor, guards: readonly Literal[], isMirrored: boolean): void {
  switch (lag.relation) {
    case 'lag': {
      const guard = both(model, guards);
      // Where either may be the first, the earlier is: it starts no later.
      const order = isMirrored ? [model.solver.choice(), model.solver.choice()] : [guard];
      if (isMirrored) implies(model, [guard], order);
      const [forth, back] = order;
      if (forth !== undefined) apart(model, lag, first, second, forth, isMirrored);
      if (back !== undefined) apart(model, lag, second, first, back, isMirrored);
      return;
    }
    case 'together':
      implies(model, guards, [before(model, first, second, first.facts.toRun - second.facts.toRun)]);
      implies(model, guards, [before(model, second, first, second.facts.toRun - first.facts.toRun)]);
      return;
    case 'sameDay':
    case 'notSameDay':
    case 'consecutive':
      onDays(model, lag.relation, first, second, guards, isMirrored);
      return;
    default:
      return;
  }
}

/** From the first to the second so much at least and at most. */
function apart(model: Model, lag: LagFacts, first: Actor, second: Actor, guard: Literal, isOrdered: boolean): void {
  const between = (lag.fromEnd ? first.facts.total : 0) - (lag.toStart ? 0 : second.facts.total);
  implies(model, [guard], [before(model, first, second, lag.least + between)]);
  if (lag.most !== Number.POSITIVE_INFINITY) implies(model, [guard], [before(model, second, first, -(lag.most + between))]);
  if (isOrdered) implies(model, [guard], [before(model, first, second, 0)]);
}

function onDays(
  model: Model,
  relation: 'sameDay' | 'notSameDay' | 'consecutive',
  first: Actor,
  second: Actor,
  guards: readonly Literal[],
  isMirrored: boolean,
): void {
  const days = daysOf(model, model.planning.whole);
  const from = (actor: Actor, day: number) => {
    const minute = days[day]?.[0];
    return minute === undefined ? day <= 0 : startsFrom(model, actor, minute);
  };
  const not = (literal: Literal | boolean) => (typeof literal === 'boolean' ? !literal : literal ^ 1);
  const shifted = (one: Actor, other: Actor, by: number, more: readonly Literal[]) => {
    for (let day = 0; day <= days.length; day++) {
      implies(model, [...more, from(one, day)], [from(other, day + by)]);
      implies(model, [...more, from(other, day + by)], [from(one, day)]);
    }
  };
  if (relation === 'sameDay') shifted(first, second, 0, guards);
  else if (relation === 'notSameDay') {
    for (let day = 0; day < days.length; day++)
      implies(model, [...guards, from(first, day), not(from(first, day + 1)), from(second, day), not(from(second, day + 1))], []);
  } else if (!isMirrored) shifted(first, second, 1, guards);
  else {
    const [forth, back] = [model.solver.choice(), model.solver.choice()];
    implies(model, guards, [forth, back]);
    shifted(first, second, 1, [forth]);
    shifted(second, first, 1, [back]);
  }
}

function addExclusions(model: Model): void {
  const stated = model.planning.exercise.exclusions.list;
  for (const [index, exclusion] of model.planning.exclusions.entries()) {
    const item = stated[index];
    if (exclusion.price !== null || item === undefined) continue;
    const literal = holds(model, 'exclusions', item.id);
    pairs(model, [exclusion.between, item.between], [exclusion.and, item.and], (first, second, guards) => {
      implies(
        model,
        [literal, ...guards],
        [before(model, first, second, first.facts.total), before(model, second, first, second.facts.total)],
      );
    });
  }
}

/** Only own places: who has had what is needed before does not change with a reserve, except for the time, which is left open. */
function addQualifications(model: Model): void {
  if (!model.isWhole) return;
  const { planning } = model;
  const stated = planning.exercise.qualifications.list;
  const own = model.actors.filter(({ scenario }) => scenario < 0);
  for (const [index, qualification] of planning.qualifications.entries()) {
    const item = stated[index];
    if (qualification.price !== null || item === undefined) continue;
    const needed = planning.serials.flatMap((_, serial) => (qualification.needs.couldMatch(serial) ? [serial] : []));
    if (!needed.every((serial) => model.focus.has(serial))) continue;
    const literal = holds(model, 'qualifications', item.id);
    const qualifying = own.filter(({ serial }) => needed.includes(serial));
    for (const actor of own) {
      if (needed.includes(actor.serial)) continue;
      const guards = concern(model, actor, qualification.before, item.before);
      if (guards === undefined) continue;
      const earlier = new Map(
        qualifying.map((other) => [other, withHeld(model, other, before(model, other, actor, other.facts.total))] as const),
      );
      if (qualification.each === 'exercise') {
        implies(model, [literal, ...guards], [...earlier.values()]);
        continue;
      }
      for (const { body, literal: engaged } of model.engagements.get(actor.serial) ?? []) {
        const facts = planning.bodies[body];
        if (facts === undefined || qualification.bodies[body] !== 1) continue;
        const party = planning.parties[facts.party] ?? '';
        const isMeant = facts.isUnit
          ? unitIsIn(planning.exercise, item.scope, facts.id, party)
          : qualification.speaksOfPosts && postIsIn(item.scope, facts.id, facts.role, facts.party < 0 ? undefined : party);
        if (!isMeant) continue;
        const ways = qualifying.flatMap((other): Literal[] => {
          const first = earlier.get(other);
          if (first === undefined) return [];
          const there = takesPart(model, other, body);
          if (there === undefined) return [];
          if (there === true) return [first];
          const way = model.solver.choice();
          implies(model, [way], [first]);
          implies(model, [way], there);
          return [way];
        });
        implies(model, [literal, ...guards, engaged], ways);
      }
    }
  }
}

function withHeld(model: Model, other: Actor, literal: Literal): Literal {
  const made = model.solver.choice();
  implies(model, [made], [literal]);
  implies(model, [made], [other.held]);
  return made;
}

/** Under which choices somebody takes part in a serial: certainly or perhaps (`true`), if one of some holds, or never. */
function takesPart(model: Model, { serial, facts }: Actor, body: number): true | readonly Literal[] | undefined {
  if (facts.attendAll || facts.attendUnits.includes(body) || facts.attendPosts.includes(body)) return true;
  const team = model.teams.get(serial)?.get(body);
  if (team !== undefined) return [team];
  const isUnit = model.planning.bodies[body]?.isUnit ?? true;
  if (isUnit) return undefined;
  // A post may support by any demand, also by one that is soft or depends on who takes part.
  return model.planning.supports.some((demand) => demand.scope.couldMatch(serial) && demand.eligible.includes(body)) ? true : undefined;
}

function addMilestones(model: Model): void {
  const { planning } = model;
  const stated = planning.exercise.milestones.list;
  for (const [index, { from, gates, price }] of planning.milestones.entries()) {
    const item = stated[index];
    if (price !== null || gates === null || item?.gates === undefined) continue;
    for (const actor of model.actors) {
      const guards = concern(model, actor, gates, item.gates);
      if (guards !== undefined)
        notWithin(model, actor, [holds(model, 'milestones', item.id), ...guards], Number.NEGATIVE_INFINITY, from - 1);
    }
  }
}
