// The planning problem as choices for the solver: who is in which team, where and when. Every statement of the document has an assumption of
// its own, so that a proof tells which of them it needs. What is modelled follows from the checker's rules and is never stricter than they are.
import type { CollectionName } from '../../exercise/index.ts';
import type { Intervals } from '../problem/intervals.ts';
import type { PlanProblem, SerialFacts } from '../problem.ts';
import { Solver } from './solver/solver.ts';
import { firstAtLeast, type TimeVar } from './solver/times.ts';
import { type Literal, not } from './solver/trail.ts';

/** A statement as it can be named: an item of the document, or one field of it. */
export type Named = { readonly collection: CollectionName; readonly id: string; readonly path: readonly (string | number)[] };

/** A serial at its own place, or at the reserve that an alternate moves it to. */
export type Actor = {
  readonly serial: number;
  readonly facts: SerialFacts;
  readonly time: TimeVar;
  readonly held: Literal;
  /** Where it may be; empty where it needs no site. */
  readonly places: readonly Place[];
  /** The scenario in which it stands at its reserve; -1 for its own place. */
  readonly scenario: number;
};
export type Place = { readonly site: number; readonly literal: Literal };

/** Somebody who is held by a serial, from so many minutes after its set-up begins, if the literal is true. */
export type Engagement = {
  readonly body: number;
  readonly literal: Literal;
  readonly offset: number;
  readonly minutes: number;
  /** It is there because it is present at the serial's own time, and need not be at another. */
  readonly isByPresence: boolean;
};

export type Model = {
  readonly planning: PlanProblem;
  readonly solver: Solver;
  /** Whether work is added up over stretches of time: such proofs are long, and tried last. */
  readonly counts: Literal;
  /** The serials that are looked at; all others may be or not be. */
  readonly focus: ReadonlySet<number>;
  /** Whether everything there is can be read: only then may it be concluded from what is absent. */
  readonly isWhole: boolean;
  readonly actors: Actor[];
  /** By serial, its own actor. */
  readonly own: Map<number, Actor>;
  /** By serial: who is in its team, by unit. */
  readonly teams: Map<number, ReadonlyMap<number, Literal>>;
  readonly engagements: Map<number, Engagement[]>;
  readonly statements: Map<string, { readonly named: Named; readonly literal: Literal }>;
  /** "Of this party", "of two parties", by serial. */
  readonly parties: Map<number, ReadonlyMap<number, Literal>>;
  readonly mixed: Map<number, Literal>;
  readonly befores: Map<string, Literal>;
};

export function emptyModel(planning: PlanProblem, focus: ReadonlySet<number>): Model {
  const solver = new Solver();
  return {
    planning,
    solver,
    counts: solver.choice(),
    focus,
    isWhole: planning.exercise.complete,
    actors: [],
    own: new Map(),
    teams: new Map(),
    engagements: new Map(),
    statements: new Map(),
    parties: new Map(),
    mixed: new Map(),
    befores: new Map(),
  };
}

export const keyOf = ({ collection, id, path }: Named): string => `${collection}/${id}/${path.join('/')}`;

/** The assumption that a statement holds. */
export function holds(model: Model, collection: CollectionName, id: string, path: Named['path'] = []): Literal {
  const key = keyOf({ collection, id, path });
  const known = model.statements.get(key);
  if (known !== undefined) return known.literal;
  const literal = model.solver.choice(true);
  model.statements.set(key, { named: { collection, id, path }, literal });
  return literal;
}

export const negated = (literal: Literal | boolean): Literal | boolean => (typeof literal === 'boolean' ? !literal : not(literal));

/** If all the first hold, one of the second does. */
export function implies({ solver }: Model, all: readonly (Literal | boolean)[], some: readonly (Literal | boolean)[]): void {
  solver.clause([...all.map(negated), ...some]);
}

/** A literal that holds if all of some do. */
export function both(model: Model, all: readonly Literal[]): Literal {
  const [first] = all;
  if (first !== undefined && all.length === 1) return first;
  const made = model.solver.choice();
  implies(model, all, [made]);
  return made;
}

/** If all guards hold, at least so many of some do. */
export function atLeast(
  model: Model,
  guards: readonly Literal[],
  some: readonly Literal[],
  least: number,
  weights?: readonly number[],
): void {
  if (least <= 0) return;
  const total = weights === undefined ? some.length : weights.reduce((sum, one) => sum + one, 0);
  if (total < least) {
    implies(model, guards, []);
    return;
  }
  if (weights === undefined && least === 1) {
    implies(model, guards, some);
    return;
  }
  const guard = both(model, guards);
  const each = weights ?? some.map(() => 1);
  model.solver.atMost([...some.map(not), guard], [...each, least], total);
}

/** If all guards hold, at most so many of some do. */
export function atMost(
  model: Model,
  guards: readonly Literal[],
  some: readonly Literal[],
  most: number,
  weights?: readonly number[],
): void {
  const each = weights ?? some.map(() => 1);
  const total = each.reduce((sum, one) => sum + one, 0);
  if (total <= most || most === Number.POSITIVE_INFINITY) return;
  const guard = both(model, guards);
  model.solver.atMost([...some, guard], [...each, total - most], total);
}

/** If all guards hold, the actor does not start between two minutes, both included. */
export function notWithin(model: Model, { time, held }: Actor, guards: readonly Literal[], from: number, to: number): void {
  const [first, behind] = [firstAtLeast(time.values, from), firstAtLeast(time.values, to + 1)];
  if (first >= behind) return;
  implies(model, [...guards, held, model.solver.atLeast(time, first)], [model.solver.atLeast(time, behind)]);
}

/** If all guards hold, a part of the actor, so many minutes long from an offset on, lies inside one of some periods. */
export function inside(model: Model, actor: Actor, guards: readonly Literal[], periods: Intervals, offset: number, minutes: number): void {
  let free = Number.NEGATIVE_INFINITY;
  for (const [from, to] of periods) {
    if (to - from < minutes) continue;
    notWithin(model, actor, guards, free, from - offset - 1);
    free = Math.max(free, to - offset - minutes + 1);
  }
  notWithin(model, actor, guards, free, Number.POSITIVE_INFINITY);
}

/** If all guards hold, a part of the actor overlaps none of some periods. */
export function outside(model: Model, actor: Actor, guards: readonly Literal[], periods: Intervals, offset: number, minutes: number): void {
  for (const [from, to] of periods) notWithin(model, actor, guards, from - offset - minutes + 1, to - offset - 1);
}

/** "The second starts at least so much after the first." It only ever says so much where it is true. */
export function before(model: Model, first: Actor, second: Actor, least: number): Literal {
  const key = `${first.time.index} ${second.time.index} ${least}`;
  const known = model.befores.get(key);
  if (known !== undefined) return known;
  const literal = model.solver.choice();
  model.befores.set(key, literal);
  model.solver.difference(literal, first.time, second.time, least);
  return literal;
}

/** Whether two actors stand in one world: an actor at its reserve leaves its own place, and scenarios are used one at a time. */
export function meet(one: Actor, other: Actor, model: Model): boolean {
  if (one.serial === other.serial) return false;
  if (one.scenario === other.scenario) return true;
  const [ghost, real] = one.scenario >= 0 ? [one, other] : [other, one];
  if (real.scenario >= 0) return false;
  const scenario = model.planning.scenarios[ghost.scenario];
  return !(scenario?.reserves.some(({ serial }) => serial === real.serial) ?? false);
}
