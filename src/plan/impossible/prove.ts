// Proofs: whether the statements about some serials can hold together, and of those that cannot a smallest set.
import type { PlanProblem } from '../problem.ts';
import { emptyModel, type Model, type Named } from './model.ts';
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
  const { statements } = question.model;
  let literals = [...statements].flatMap(([key, { literal }]) => (without.has(key) ? [] : [literal]));
  const byLiteral = new Map([...statements.values()].map(({ named, literal }) => [literal, named] as const));
  const found: Proof[] = [];
  while (found.length < most) {
    const answer = question.ask(literals, effort);
    if (answer.kind !== 'impossible') break;
    const { core, isMinimal } = smallest(question, answer.core, effort);
    found.push({ statements: core.flatMap((literal) => byLiteral.get(literal) ?? []), isMinimal });
    if (core.length === 0) break;
    literals = literals.filter((literal) => !core.includes(literal));
  }
  return found;
}

/** One statement after the other is left out for good if the rest still cannot hold. */
function smallest(
  question: Question,
  core: readonly Literal[],
  effort: Effort,
): { readonly core: readonly Literal[]; readonly isMinimal: boolean } {
  let kept = [...core];
  let isMinimal = true;
  const needed = new Set<Literal>();
  for (;;) {
    // What is stated last is left out first: windows and stays come before what planners state on top of them.
    const next = [...kept].reverse().find((literal) => !needed.has(literal));
    if (next === undefined) return { core: kept.sort((a, b) => a - b), isMinimal };
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
