/** Events of an answer to a request on its way: with the party that gives it until it is translated and its release officer has let it go. */
import * as z from 'zod';
import { entity, madeAt, texts } from './field.ts';

export const answerEvents = {
  /** An answer that does not go at once, self-contained, in the stream of the party that gives it. `class` is the text's where its author stated one. */
  AnswerSubmitted: z.strictObject({
    request: entity('request'),
    by: entity('post'),
    to: entity('post'),
    language: z.string(),
    text: z.string(),
    class: z.string().optional(),
    procedure: entity('procedure').optional(),
    serial: entity('serial').optional(),
    madeAt,
  }),
  AnswerTranslated: z.strictObject({ request: entity('request'), language: z.string(), text: z.string(), translator: entity('post') }),
  /** `texts` and `class` are what is let go instead, where it is changed; `reason` is why, and stays with the party. */
  AnswerReviewed: z.strictObject({
    request: entity('request'),
    decision: z.enum(['released', 'releasedChanged', 'withheld']),
    texts: texts.optional(),
    class: z.string().optional(),
    reason: z.string().optional(),
    reviewer: entity('post'),
  }),
  /** The asker's own: that no answer will come; with what the asker is told of why, where that was let go. */
  AnswerWithheld: z.strictObject({ request: entity('request'), to: entity('post'), texts: texts.optional() }),
} as const;
