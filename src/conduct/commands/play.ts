/** Orders about injects and communication. A client makes the identifiers of what it creates. */
import * as z from 'zod';
import { entity, madeAt, onBehalf, texts } from '../events/field.ts';
import { playEvents } from '../events/play.ts';

export const playCommands = {
  SetInjectStatus: z.strictObject({
    inject: entity('inject'),
    status: z.enum(['draft', 'submitted', 'approved', 'synchronized', 'deferred', 'obsolete']),
    reason: z.string().optional(),
  }),
  CallInject: z.strictObject({ inject: entity('inject') }),
  ReportInjectSet: z.strictObject({ inject: entity('inject'), onBehalf }),
  ReleaseInject: z.strictObject({ inject: entity('inject'), onBehalf, madeAt }),
  ReportInjectPlayed: z.strictObject({ inject: entity('inject'), onBehalf, madeAt }),
  ReportExpectedAction: z.strictObject({
    inject: entity('inject'),
    outcome: z.enum(['expected', 'other', 'none']),
    note: z.string().optional(),
    onBehalf,
  }),
  /** Puts an inject that needs release review before the release officer; done by itself when it becomes due. */
  AskInjectReview: z.strictObject({ inject: entity('inject') }),
  ReviewInject: z.strictObject({ review: entity('review'), decision: z.enum(['released', 'refused']) }),
  ReadDelivery: z.strictObject({ delivery: entity('delivery') }),
  AnswerDelivery: z.strictObject({ delivery: entity('delivery'), text: z.string(), language: z.string(), onBehalf, madeAt }),
  SendMessage: playEvents.MessageSent,
  TranslateMessage: z.strictObject({ message: entity('message'), to: entity('post'), language: z.string(), text: z.string() }),
  /** `as`: the post that received it, where the author plays another's. */
  AcknowledgeMessage: z.strictObject({ message: entity('message'), as: entity('post').optional() }),
  MakeRequest: playEvents.RequestMade,
  TranslateRequest: z.strictObject({ request: entity('request'), language: z.string(), text: z.string() }),
  /** `texts` replaces what is released when the decision is `releasedChanged`. */
  ReviewRequest: z.strictObject({
    request: entity('request'),
    decision: z.enum(['released', 'releasedChanged', 'refused']),
    texts: texts.optional(),
  }),
  /** `class`: the text's, where it is not that which the policy gives it; one that the author reads, and no stricter than the party's own. */
  AnswerRequest: z.strictObject({
    request: entity('request'),
    text: z.string(),
    language: z.string(),
    madeAt,
    as: entity('post').optional(),
    class: z.string().optional(),
  }),
  TranslateAnswer: z.strictObject({ request: entity('request'), language: z.string(), text: z.string() }),
  /**
   * `texts` and `class` replace what is released when the decision is `releasedChanged`: a class that the asker reads. Withheld needs a `reason`, which
   * stays with the party; then `texts` are what the asker is told of it.
   */
  ReviewAnswer: z.strictObject({
    request: entity('request'),
    decision: z.enum(['released', 'releasedChanged', 'withheld']),
    texts: texts.optional(),
    class: z.string().optional(),
    reason: z.string().optional(),
  }),
  MarkContact: playEvents.ContactMarked,
} as const;
