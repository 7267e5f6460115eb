/** Events of the scenario and of communication: injects, deliveries, messages, requests, contacts. */
import * as z from 'zod';
import { entity, madeAt, micros, onBehalf, texts } from './field.ts';

export const means = ['message', 'mail', 'radio', 'telephone', 'faceToFace', 'rolePlayer', 'stagedCue'] as const;

export const playEvents = {
  /** HSEEP's states, EXCON only: draft, submitted, approved, synchronized, deferred, obsolete. */
  InjectStatusChanged: z.strictObject({
    inject: entity('inject'),
    status: z.enum(['draft', 'submitted', 'approved', 'synchronized', 'deferred', 'obsolete']),
    reason: z.string().optional(),
  }),
  /** Its trigger came true; who controls it may now release it. */
  InjectDue: z.strictObject({ inject: entity('inject'), cause: z.enum(['time', 'after', 'absence', 'onCall']) }),
  /** A staged cue is in place. */
  InjectSet: z.strictObject({ inject: entity('inject'), onBehalf }),
  InjectReleased: z.strictObject({ inject: entity('inject'), deliveries: z.array(entity('delivery')), onBehalf, madeAt }),
  /** A staged cue has been played. */
  InjectPlayed: z.strictObject({ inject: entity('inject'), onBehalf, madeAt }),
  /** What was seen of the expected action. */
  ExpectedActionSeen: z.strictObject({
    inject: entity('inject'),
    outcome: z.enum(['expected', 'other', 'none']),
    note: z.string().optional(),
    onBehalf,
  }),
  InjectCompleted: z.strictObject({ inject: entity('inject') }),
  /** A recipient's answer as it reaches EXCON, who plays the sender. */
  InjectAnswered: z.strictObject({
    inject: entity('inject'),
    delivery: entity('delivery'),
    by: entity('post'),
    text: z.string(),
    language: z.string(),
  }),
  /** Text of an inject that a release officer must let go; the officer knows it by the review alone. */
  InjectReviewAsked: z.strictObject({ inject: entity('inject'), review: entity('review') }),
  InjectReviewed: z.strictObject({ inject: entity('inject'), review: entity('review'), decision: z.enum(['released', 'refused']) }),
  /** The release officer's own, self-contained. */
  TextForReview: z.strictObject({ review: entity('review'), to: z.array(entity('post')), texts }),
  TextReviewed: z.strictObject({ review: entity('review'), decision: z.enum(['released', 'refused']), reviewer: entity('post') }),
  /** The played inject as the parties may read it after ENDEX (standing release). */
  PlayedInjectReleased: z.strictObject({
    delivery: entity('delivery'),
    number: z.string(),
    title: texts,
    to: z.array(entity('post')),
    answered: z.boolean(),
    deliveries: z.array(entity('delivery')).optional(),
    means: z.enum(means).optional(),
    texts: texts.optional(),
    playedAt: micros.optional(),
    outcome: z.enum(['expected', 'other', 'none']).optional(),
    serial: entity('serial').optional(),
    /** Whom the sender played. */
    from: texts.optional(),
  }),

  /** The recipient's own, self-contained; the number counts the stream's deliveries. */
  InjectReceived: z.strictObject({
    delivery: entity('delivery'),
    number: z.int(),
    to: entity('post'),
    from: texts,
    means: z.enum(means),
    texts,
    answerWithinMinutes: z.int().optional(),
  }),
  DeliveryRead: z.strictObject({ delivery: entity('delivery'), by: entity('post') }),
  DeliveryAnswered: z.strictObject({
    delivery: entity('delivery'),
    by: entity('post'),
    text: z.string(),
    language: z.string(),
    onBehalf,
    madeAt,
  }),

  MessageSent: z.strictObject({
    message: entity('message'),
    from: entity('post'),
    to: z.array(entity('post')).min(1),
    language: z.string(),
    means: z.enum(means),
    text: z.string(),
    replyTo: entity('message').optional(),
    serial: entity('serial').optional(),
    onBehalf,
    madeAt,
  }),
  MessageReceived: z.strictObject({
    message: entity('message'),
    from: entity('post'),
    to: entity('post'),
    language: z.string(),
    means: z.enum(means),
    text: z.string(),
    replyTo: entity('message').optional(),
  }),
  MessageTranslated: z.strictObject({
    message: entity('message'),
    to: entity('post'),
    language: z.string(),
    text: z.string(),
    translator: entity('post'),
  }),
  /** A message that its receiver cannot read, as a translator gets it. */
  TranslationWanted: z.strictObject({
    message: entity('message'),
    from: entity('post'),
    to: entity('post'),
    language: z.string(),
    into: z.array(z.string()),
    text: z.string(),
  }),
  MessageAcknowledged: z.strictObject({ message: entity('message'), by: entity('post') }),

  /** A request across parties, in the asker's party's stream until a review lets it go. */
  RequestMade: z.strictObject({
    request: entity('request'),
    from: entity('post'),
    to: entity('post'),
    language: z.string(),
    text: z.string(),
    procedure: entity('procedure').optional(),
    serial: entity('serial').optional(),
    onBehalf,
    madeAt,
  }),
  RequestTranslated: z.strictObject({ request: entity('request'), language: z.string(), text: z.string(), translator: entity('post') }),
  RequestReviewed: z.strictObject({
    request: entity('request'),
    decision: z.enum(['released', 'releasedChanged', 'refused']),
    reviewer: entity('post'),
  }),
  RequestReceived: z.strictObject({
    request: entity('request'),
    from: entity('post'),
    to: entity('post'),
    texts,
    procedure: entity('procedure').optional(),
    serial: entity('serial').optional(),
  }),
  RequestAnswered: z.strictObject({ request: entity('request'), by: entity('post'), language: z.string(), text: z.string(), madeAt }),
  /** `class`: what the release officer said the text is, where it was changed before it was let go. */
  AnswerReceived: z.strictObject({ request: entity('request'), to: entity('post'), texts, class: z.string().optional() }),
  /**
   * For everyone: how long each part of a delivered request took, there and back, in seconds; deciding null where no answer was given. It names the
   * request by an identifier of its own.
   */
  RequestTimed: z.strictObject({
    request: entity('request'),
    from: entity('party'),
    to: entity('party'),
    procedure: entity('procedure').optional(),
    serial: entity('serial').optional(),
    decideSeconds: z.int().nullable(),
    translateSeconds: z.int(),
    reviewSeconds: z.int(),
    deliverSeconds: z.int(),
    answered: z.boolean(),
    onTime: z.boolean().nullable(),
    /** Of translating and review, the answer's own share; there where an answer did not go at once. */
    answerTranslateSeconds: z.int().optional(),
    answerReviewSeconds: z.int().optional(),
    /** Where an answer is that was given and has not arrived. */
    answerHeldAt: z.enum(['translation', 'review', 'withheld']).optional(),
  }),

  /** One communication across posts, also by voice, captured with one mark. */
  ContactMarked: z.strictObject({
    contact: entity('contact'),
    from: entity('post'),
    to: entity('post'),
    means: z.enum(means),
    language: z.string().optional(),
    interpreter: entity('post').optional(),
    serial: entity('serial').optional(),
    procedure: entity('procedure').optional(),
    about: z.string().optional(),
    onBehalf,
    madeAt,
  }),
} as const;
