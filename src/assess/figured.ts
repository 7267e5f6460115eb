/** The figures of an assessment with what they rest on, as the rules that propose findings read them. */
import type { Coverage, LatencySplit, Ratings, SerialOutcome } from './assessment.ts';
import type { ContactFigures } from './figures/contacts.ts';
import type { AnswerFigure } from './figures/inject-answers.ts';
import type { Occurrence, ProcedureFigures } from './figures/procedures.ts';
import type { RequestFigure } from './figures/requests.ts';
import type { Gathered } from './gathered.ts';

export type Figured = {
  readonly gathered: Gathered;
  readonly serials: readonly SerialOutcome[];
  readonly coverage: Coverage;
  readonly ratings: Ratings;
  readonly occurrences: readonly Occurrence[];
  readonly procedures: ProcedureFigures;
  readonly requestFigures: readonly RequestFigure[];
  readonly requests: LatencySplit;
  readonly answers: readonly AnswerFigure[];
  readonly contacts: ContactFigures;
};
