// A reason for which there is no plan as a message tells it, and what a plan lacks.
import type { Place } from '../../kernel/index.ts';
import { brokenByBookings, type PlanCheck, toldTogether, type Violation } from '../../plan/index.ts';
import type { PlanningReason } from '../../protocol/index.ts';
import type { Reason } from '../plan-why.ts';
import { violationProblem } from '../violation.ts';

type Said = PlanningReason['headline'];

export function reasonShown({ headline, statements, isMinimal, ways }: Reason): PlanningReason {
  return {
    headline: headline as Said,
    statements: toldTogether(statements).map(({ sentence, statements: [{ at }] }) => ({ sentence: sentence as Said, at: placeShown(at) })),
    count: statements.length,
    isMinimal,
    ways: ways.map(({ sentence, cost, isPlanFound, at }) => ({ sentence: sentence as Said, at: placeShown(at), cost, isPlanFound })),
  };
}

const placeShown = (at: Place | undefined) => (at === undefined ? null : { file: at.file, line: at.line });

/** How much a plan lacks, and the first of it. */
export type Lacks = { readonly count: number; readonly first: readonly PlanningReason[] };

/** Reasons that are told of a plan that lacks something. */
const mostLacks = 12;

/** What a plan lacks, as it was checked against the document. */
export function lacksOfPlan(check: PlanCheck): Lacks {
  const broken = brokenByBookings(check);
  return { count: broken.length, first: broken.slice(0, mostLacks).map(lackShown) };
}

function lackShown(violation: Violation): PlanningReason {
  const { maybe, key, values } = violationProblem(violation);
  const shown = { headline: { key, values } as Said, statements: [], count: 0, isMinimal: false, ways: [] };
  return maybe === undefined ? shown : { ...shown, maybe: maybe as Said };
}
