/** Events of the scenario and of communication: injects, deliveries, messages, requests, contacts. */
import * as z from 'zod';
import { entity, madeAt, onBehalf, texts } from './field.ts';

export const means = ['message', 'mail', 'radio', 'telephone', 'faceToFace', 'rolePlayer', 'stagedCue'] as const;

export const playEvents = {
  /** HSEEP's states, EXCON only: draft, submitted, approved, synchronized, deferred, obsolete. */
  InjectStatusChanged: z.strictObject({ inject: entity('inject'), status: z.enum(['draft', 'submitted', 'approved', 'synchronized', 'deferred', 'obsolete']), reason: z.string().optional() }),
  /** Its trigger came true; who controls it may now release it. */
  InjectDue: z.strictObject({ inject: entity('inject'), cause: z.enum(['time', 'after', 'absence', 'onCall']) }),
  /** A staged cue is in place. */
  InjectSet: z.strictObject({ inject: entity('inject'), onBehalf }),
  InjectReleased: z.strictObject({ inject: entity('inject'), deliveries: z.array(entity('delivery')), onBehalf, madeAt }),
  /** A staged cue has been played. */
  InjectPlayed: z.strictObject({ inject: entity('inject'), onBehalf, madeAt }),
  /** What was seen of the expected action. */
  ExpectedActionSeen: z.strictObject({ inject: entity('inject'), outcome: z.enum(['expected', 'other', 'none']), note: z.string().optional(), onBehalf }),
  InjectCompleted: z.strictObject({ inject: entity('inject') }),
  /** The played inject as the parties may read it after ENDEX (standing release). */
  PlayedInjectReleased: z.strictObject({ delivery: entity('delivery'), number: z.string(), title: texts, to: z.array(entity('post')), answered: z.boolean() }),

  /** The recipient's own, self-contained; the number counts the stream's deliveries. */
  InjectReceived: z.strictObject({ delivery: entity('delivery'), number: z.int(), to: entity('post'), from: texts, means: z.enum(means), texts, answerWithinMinutes: z.int().optional() }),
  DeliveryRead: z.strictObject({ delivery: entity('delivery'), by: entity('post') }),
  DeliveryAnswered: z.strictObject({ delivery: entity('delivery'), by: entity('post'), text: z.string(), language: z.string(), onBehalf, madeAt }),

  MessageSent: z.strictObject({ message: entity('message'), from: entity('post'), to: z.array(entity('post')).min(1), language: z.string(), means: z.enum(means), text: z.string(), replyTo: entity('message').optional(), serial: entity('serial').optional(), onBehalf, madeAt }),
  MessageReceived: z.strictObject({ message: entity('message'), from: entity('post'), to: entity('post'), language: z.string(), means: z.enum(means), text: z.string(), replyTo: entity('message').optional() }),
  MessageTranslated: z.strictObject({ message: entity('message'), to: entity('post'), language: z.string(), text: z.string(), translator: entity('post') }),
  MessageAcknowledged: z.strictObject({ message: entity('message'), by: entity('post') }),

  /** A request across parties, in the asker's party's stream until a review lets it go. */
  RequestMade: z.strictObject({ request: entity('request'), from: entity('post'), to: entity('post'), language: z.string(), text: z.string(), procedure: entity('procedure').optional(), serial: entity('serial').optional(), onBehalf, madeAt }),
  RequestTranslated: z.strictObject({ request: entity('request'), language: z.string(), text: z.string(), translator: entity('post') }),
  RequestReviewed: z.strictObject({ request: entity('request'), decision: z.enum(['released', 'releasedChanged', 'refused']), reviewer: entity('post') }),
  RequestReceived: z.strictObject({ request: entity('request'), from: entity('post'), to: entity('post'), texts, procedure: entity('procedure').optional(), serial: entity('serial').optional() }),
  RequestAnswered: z.strictObject({ request: entity('request'), by: entity('post'), language: z.string(), text: z.string(), madeAt }),
  AnswerReceived: z.strictObject({ request: entity('request'), to: entity('post'), texts }),
  /** For everyone who may read both sides: how long each part of the request took, in seconds; null where it has not come. */
  RequestTimed: z.strictObject({
    request: entity('request'), from: entity('party'), to: entity('party'), procedure: entity('procedure').optional(), serial: entity('serial').optional(),
    decideSeconds: z.int().nullable(), translateSeconds: z.int(), reviewSeconds: z.int(), deliverSeconds: z.int(), answered: z.boolean(), onTime: z.boolean().nullable(),
  }),

  /** One communication across posts, also by voice, captured with one mark. */
  ContactMarked: z.strictObject({ contact: entity('contact'), from: entity('post'), to: entity('post'), means: z.enum(means), language: z.string().optional(), interpreter: entity('post').optional(), serial: entity('serial').optional(), procedure: entity('procedure').optional(), about: z.string().optional(), onBehalf, madeAt }),
} as const;
