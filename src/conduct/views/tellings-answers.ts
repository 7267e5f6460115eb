/** How answers on their way are told: handed in, translated, reviewed, withheld. */
import type { answerEvents } from '../events/answers.ts';
import { orNone, type TellingOf } from './telling-of.ts';

export const answerTellings: { readonly [T in keyof typeof answerEvents]: TellingOf<T> } = {
  AnswerSubmitted: {
    subject: 'request',
    values: ({ by, to, text }, naming) => ({ by: naming.post(by), to: naming.post(to), text }),
  },
  AnswerTranslated: {
    subject: 'request',
    routine: true,
    values: ({ language, text, translator }, naming) => ({ language: naming.tongue(language), text, by: naming.post(translator) }),
  },
  AnswerReviewed: {
    subject: 'request',
    values: ({ decision, reason, reviewer }, naming) => ({ decision, reason: orNone(reason), by: naming.post(reviewer) }),
  },
  AnswerWithheld: {
    subject: 'request',
    values: ({ to, texts }, naming) => ({ to: naming.post(to), text: texts === undefined ? 'none' : naming.texts(texts) }),
  },
};
