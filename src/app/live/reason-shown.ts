// A reason for which there is no plan as a message tells it, and of what a plan lacks what a reader may be told.
import { type Exercise, portionsReadableBy } from '../../exercise/index.ts';
import type { Place } from '../../kernel/index.ts';
import { brokenByBookings, type PlanCheck, toldTogether, type Violation } from '../../plan/index.ts';
import type { PlanningReason } from '../../protocol/index.ts';
import type { Reader } from '../../release/index.ts';
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

/**
 * What a plan lacks, as far as it speaks of nothing but what the reader reads in every one of the documents: what is unmet is EXCON's, and a portion is
 * only for who reads it.
 */
export function lacksFor(reader: Reader, check: PlanCheck, documents: readonly Exercise[]): readonly PlanningReason[] {
  const hidden = new Set(documents.flatMap((exercise) => [...hiddenFrom(reader, exercise)]));
  return brokenByBookings(check)
    .filter(({ values }) => !Object.values(values).some((value) => namesOf(value).some((name) => hidden.has(name))))
    .map(lackShown);
}

function hiddenFrom(reader: Reader, exercise: Exercise): ReadonlySet<string> {
  if (reader.kind === 'all') return new Set();
  const readable = new Set(portionsReadableBy(exercise, reader).map(({ collection, id }) => `${collection}/${id}`));
  return new Set(exercise.portions.filter(({ collection, id }) => !readable.has(`${collection}/${id}`)).map(({ id }) => id));
}

/** The names that a value may hold: itself, and the parts of a list or of what is written `S-1 (U-1, U-2)` or `D-1/2`. */
function namesOf(value: Violation['values'][string]): readonly string[] {
  const texts = Array.isArray(value) ? value.map(String) : [String(value)];
  return texts.flatMap((text) => [text, ...text.split(/[\s,;()/]+/)]);
}

function lackShown(violation: Violation): PlanningReason {
  const { maybe, key, values } = violationProblem(violation);
  const shown = { headline: { key, values } as Said, statements: [], count: 0, isMinimal: false, ways: [] };
  return maybe === undefined ? shown : { ...shown, maybe: maybe as Said };
}
