/** What a stream's events have made of answers on their way: with the party that gives them, and of their being withheld, with the asker. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { VersionedEvent } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

export type AnswerFacts = {
  submitted: PayloadOf<'AnswerSubmitted'> | null;
  submittedAt: MicroInstant | null;
  translations: Map<string, string>;
  translatedAt: MicroInstant | null;
  review: PayloadOf<'AnswerReviewed'> | null;
  reviewedAt: MicroInstant | null;
  /** At the asker's. */
  withheld: PayloadOf<'AnswerWithheld'> | null;
};

/** By request. */
export type AnswersFacts = { readonly ofRequest: Map<string, AnswerFacts> };

export const noAnswers = (): AnswersFacts => ({ ofRequest: new Map() });

function answerFacts(facts: AnswersFacts, request: string): AnswerFacts {
  const found = facts.ofRequest.get(request);
  if (found !== undefined) return found;
  const made: AnswerFacts = {
    submitted: null,
    submittedAt: null,
    translations: new Map(),
    translatedAt: null,
    review: null,
    reviewedAt: null,
    withheld: null,
  };
  facts.ofRequest.set(request, made);
  return made;
}

type Told = Exclude<Logged<VersionedEvent>['event'], ErasedEvent>;

/** Folds one event; false when it belongs to another subject. */
export function evolveAnswers(facts: AnswersFacts, event: Told, time: MicroInstant): boolean {
  switch (event.type) {
    case 'AnswerSubmitted': {
      const answer = answerFacts(facts, event.payload.request);
      answer.submitted = event.payload;
      answer.submittedAt = time;
      return true;
    }
    case 'AnswerTranslated': {
      const answer = answerFacts(facts, event.payload.request);
      answer.translations.set(event.payload.language, event.payload.text);
      answer.translatedAt = time;
      return true;
    }
    case 'AnswerReviewed': {
      const answer = answerFacts(facts, event.payload.request);
      answer.review = event.payload;
      answer.reviewedAt = time;
      return true;
    }
    case 'AnswerWithheld':
      answerFacts(facts, event.payload.request).withheld = event.payload;
      return true;
    default:
      return false;
  }
}
