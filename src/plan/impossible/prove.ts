// Proofs: whether the statements about some serials can hold together, and of those that cannot a smallest set.
import type { PlanProblem } from '../problem.ts';
import { emptyModel, implies, keyOf, type Model, type Named, notWithin } from './model.ts';
import { addEnergy } from './model-energy.ts';
import { addPeople } from './model-people.ts';
import { sharingOf } from './model-sharing.ts';
import { addStatements } from './model-stated.ts';
import { addActors } from './model-times.ts';
import { addTraining } from './model-training.ts';
import type { Answer } from './solver/solver.ts';
import { type Literal, not } from './solver/trail.ts';

/** How much may be spent on one question. It does not depend on the machine. */
export type Effort = { readonly conflicts: number; readonly work: number };

export type Proof = {
  /** Statements that cannot hold together. */
  readonly statements: readonly Named[];
  /** Without any one of them the rest was found open: the set is a smallest one. */
  readonly isMinimal: boolean;
};

/** A question about some serials that can be asked again with fewer statements. */
export type Question = {
  readonly model: Model;
  ask(held: readonly Literal[], effort: Effort): Answer;
};

/** Asks once, adding work up over stretches of time or not. */
function askOnce({ model, heed }: Asked, held: readonly Literal[], effort: Effort, counts: boolean): Answer {
  const answer = model.solver.solve([...held, counts ? model.counts : not(model.counts)], effort, heed);
  return answer.kind === 'impossible' ? { kind: 'impossible', core: answer.core.filter((one) => one >> 1 !== model.counts >> 1) } : answer;
}

type Asked = { readonly model: Model; heed(): boolean };

export function questionOf(planning: PlanProblem, focus: ReadonlySet<number>): Question {
  // In the document's order, so that the same statements are named in the same order whoever asks.
  const model = emptyModel(planning, new Set([...focus].sort((a, b) => a - b)));
  addActors(model);
  addPeople(model);
  addStatements(model);
  addTraining(model);
  addEnergy(model);
  const { heed } = sharingOf(model);
  return {
    model,
    ask: (held, effort) => {
      const short = askOnce({ model, heed }, held, effort, false);
      return short.kind === 'impossible' ? short : askOnce({ model, heed }, held, effort, true);
    },
  };
}

/**
 * Smallest sets of statements, about the serials in focus, that cannot hold together; at most so many, and none has a statement of another.
 * `without` are statements that are left out of account.
 */
export function proofsAbout(
  planning: PlanProblem,
  focus: ReadonlySet<number>,
  effort: Effort,
  most: number,
  without: ReadonlySet<string> = new Set(),
): readonly Proof[] {
  const question = questionOf(planning, focus);
  const left = new Set(without);
  const found: Proof[] = [];
  while (found.length < most) {
    const answer = question.ask(assumptions(question, left), effort);
    if (answer.kind !== 'impossible') break;
    const named = namedBy(question, answer.core);
    // What a proof speaks of is mostly little, and then a smallest set is found among that much faster.
    const proof = proofAmong(planning, focus, named, left) ?? smallest(question, answer.core, effort);
    found.push(proof);
    if (proof.statements.length === 0) break;
    for (const one of proof.statements) left.add(keyOf(one));
  }
  return found;
}

/** A proof about the serials alone that some statements speak of, where there is one. */
function proofAmong(
  planning: PlanProblem,
  focus: ReadonlySet<number>,
  named: readonly Named[],
  without: ReadonlySet<string>,
): Proof | undefined {
  const few = spokenOf(planning, named);
  if (few.size === 0 || few.size >= focus.size) return undefined;
  const question = questionOf(planning, few);
  const answer = question.ask(assumptions(question, without), patient);
  return answer.kind === 'impossible' ? smallest(question, answer.core, patient) : undefined;
}

/** The serials that statements are about: those they belong to, and those that could meet them. */
export function spokenOf(planning: PlanProblem, statements: readonly Named[]): ReadonlySet<number> {
  const { serials, requirements, qualifications, parities, pairDemands, scenarios, exercise } = planning;
  const found = new Set<number>();
  const add = (isMeant: (serial: number) => boolean) => {
    for (const serial of serials.keys()) if (isMeant(serial)) found.add(serial);
  };
  const at = (list: readonly { readonly id: string }[], id: string) => list.findIndex((item) => item.id === id);
  for (const { collection, id } of statements) {
    if (collection === 'serials') add((serial) => serials[serial]?.id === id);
    const required = collection === 'requirements' ? requirements.find((one) => one.id === id) : undefined;
    if (required !== undefined) add((serial) => serials[serial]?.tasks.has(required.task) ?? false);
    const qualification = collection === 'qualifications' ? qualifications[at(exercise.qualifications.list, id)] : undefined;
    if (qualification !== undefined) add((serial) => qualification.needs.couldMatch(serial));
    const parity = collection === 'parities' ? parities[at(exercise.parities.list, id)] : undefined;
    if (parity !== undefined) add((serial) => parity.scope.couldMatch(serial) && serials[serial]?.team !== null);
    const pairs = collection === 'pairDemands' ? pairDemands[at(exercise.pairDemands.list, id)] : undefined;
    if (pairs !== undefined) add((serial) => serials[serial]?.team !== null);
    if (collection === 'alternates') {
      for (const { reserves } of scenarios)
        if (reserves.some(({ serial }) => exercise.alternates.byId.get(id)?.serials.some((one) => one === serials[serial]?.id)))
          for (const { serial } of reserves) found.add(serial);
    }
  }
  return found;
}

/** The statements that keep a serial by itself, whatever else there is, from starting within a period; undefined where none are proved to. */
export function proofAgainst(planning: PlanProblem, serial: number, [from, to]: readonly [number, number]): Proof | undefined {
  const question = questionOf(planning, new Set([serial]));
  const { model } = question;
  const actor = model.own.get(serial);
  if (actor === undefined) return undefined;
  implies(model, [], [actor.held]);
  notWithin(model, actor, [], Number.NEGATIVE_INFINITY, from - 1);
  notWithin(model, actor, [], to, Number.POSITIVE_INFINITY);
  const answer = question.ask(assumptions(question, new Set()), patient);
  return answer.kind === 'impossible' ? smallest(question, answer.core, patient) : undefined;
}

/** Whether all statements about some serials are proved not to hold together. */
export function isImpossible(
  planning: PlanProblem,
  focus: ReadonlySet<number>,
  effort: Effort,
  without: ReadonlySet<string> = new Set(),
): boolean {
  const question = questionOf(planning, focus);
  return question.ask(assumptions(question, without), effort).kind === 'impossible';
}

/** For questions about a few serials. */
const patient: Effort = { conflicts: 3_000, work: 4_000_000 };

function assumptions({ model }: Question, without: ReadonlySet<string>): readonly Literal[] {
  return [...model.statements].flatMap(([key, { literal }]) => (without.has(key) ? [] : [literal]));
}

function namedBy({ model }: Question, core: readonly Literal[]): readonly Named[] {
  const byLiteral = new Map([...model.statements.values()].map(({ named, literal }) => [literal, named] as const));
  return core.flatMap((literal) => byLiteral.get(literal) ?? []);
}

/** One statement after the other is left out for good if the rest still cannot hold. */
function smallest(question: Question, core: readonly Literal[], effort: Effort): Proof {
  let kept = [...core];
  let isMinimal = true;
  const needed = new Set<Literal>();
  for (;;) {
    // What is stated last is left out first: windows and stays come before what planners state on top of them.
    const next = [...kept].reverse().find((literal) => !needed.has(literal));
    if (next === undefined)
      return {
        statements: namedBy(
          question,
          kept.sort((a, b) => a - b),
        ),
        isMinimal,
      };
    const answer = question.ask(
      kept.filter((literal) => literal !== next),
      effort,
    );
    if (answer.kind === 'impossible') kept = kept.filter((literal) => answer.core.includes(literal));
    else {
      needed.add(next);
      if (answer.kind === 'gaveUp') isMinimal = false;
    }
  }
}
