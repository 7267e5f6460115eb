// A problem as people read it: where, what, and what may mend it.
import type { Place, Problem } from '../kernel/index.ts';
import type { Language } from './language.ts';
import { say } from './say.ts';

/** The three lines of a problem: `place` is `file:line:column` or `file cell`, empty where the problem has none. */
export type SaidProblem = { readonly place: string; readonly sentence: string; readonly maybe: string | undefined };

export function sayProblem(problem: Problem, language: Language): SaidProblem {
  return {
    place: problem.at === undefined ? '' : placeText(problem.at),
    sentence: say(problem, language),
    maybe: problem.maybe === undefined ? undefined : say(problem.maybe, language),
  };
}

function placeText(place: Place): string {
  return place.cell === undefined ? `${place.file}:${place.line}:${place.column}` : `${place.file} ${place.cell}`;
}
