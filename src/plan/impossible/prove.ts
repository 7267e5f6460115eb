// Proofs: whether the statements about some serials can hold together, and of those that cannot a smallest set.
import type { PlanProblem } from '../problem.ts';
import { emptyModel, keyOf, type Model, type Named } from './model.ts';
import { addPeople } from './model-people.ts';
import { sharingOf } from './model-sharing.ts';
import { addStatements } from './model-stated.ts';
import { addActors } from './model-times.ts';
import { addTraining } from './model-training.ts';
import type { Answer, Literal } from './solver.ts';

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

export function questionOf(planning: PlanProblem, focus: ReadonlySet<number>): Question {
  const model = emptyModel(planning, focus);
  addActors(model);
  addPeople(model);
  addStatements(model);
  addTraining(model);
  const { heed } = sharingOf(model);
  return { model, ask: (held, effort) => model.solver.solve(held, effort, heed) };
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
  const spokenOf = new Set<number>();
  for (const { collection, id } of named) {
    for (const [serial, facts] of planning.serials.entries()) {
      if (collection === 'serials' && facts.id === id) spokenOf.add(serial);
      const required = collection === 'requirements' ? planning.requirements.find((one) => one.id === id) : undefined;
      if (required !== undefined && facts.tasks.has(required.task)) spokenOf.add(serial);
    }
  }
  if (spokenOf.size === 0 || spokenOf.size >= focus.size) return undefined;
  const question = questionOf(planning, spokenOf);
  const answer = question.ask(assumptions(question, without), patient);
  return answer.kind === 'impossible' ? smallest(question, answer.core, patient) : undefined;
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
