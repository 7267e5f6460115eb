/** Events of evaluation and of agreeing: observations, procedures, findings, corrective actions, consent. */
import * as z from 'zod';
import { booking, portionEdit } from './adoption.ts';
import { entity, madeAt, micros, onBehalf } from './field.ts';

export const evaluationEvents = {
  /** On a critical task, on the document's scale; the four answers let the rating be derived. Rating null: not observed, not rated. */
  ObservationMade: z.strictObject({
    observation: entity('observation'),
    serial: entity('serial'),
    task: entity('task'),
    criticalTask: z.string(),
    evaluator: entity('post'),
    party: entity('party'),
    rating: z.string().nullable(),
    met: z.boolean().optional(),
    improvement: z.boolean().optional(),
    negativeImpact: z.boolean().optional(),
    text: z.string().optional(),
    language: z.string().optional(),
    onBehalf,
    madeAt,
    /** On the party's own scale, beside the joint one. */
    partyRating: z.string().optional(),
  }),
  /** The observation as released to the parties. */
  ObservationReleased: z.strictObject({
    observation: entity('observation'),
    serial: entity('serial'),
    task: entity('task'),
    criticalTask: z.string(),
    party: entity('party'),
    rating: z.string().nullable(),
    text: z.string().optional(),
    language: z.string().optional(),
    partyRating: z.string().optional(),
  }),
  ObservationWithdrawn: z.strictObject({ observation: entity('observation'), reason: z.string() }),

  /** A procedure of coordination as it went: back-brief, hand-over, common picture, joint decision, report. */
  ProcedureRecorded: z.strictObject({
    record: entity('record'),
    procedure: entity('procedure'),
    serial: entity('serial'),
    from: entity('party'),
    to: entity('party'),
    startedAt: micros,
    finishedAt: micros.nullable(),
    correct: z.record(z.string(), z.boolean()).optional(),
    firstTime: z.boolean().optional(),
    agreed: z.boolean().optional(),
    translateSeconds: z.int().optional(),
    onBehalf,
    madeAt,
  }),

  FindingProposed: z.strictObject({
    finding: entity('finding'),
    title: z.string(),
    text: z.string(),
    language: z.string(),
    strength: z.boolean(),
    task: entity('task').optional(),
    serials: z.array(entity('serial')),
    shownBy: z.array(z.string()),
    party: entity('party'),
  }),
  FindingCommented: z.strictObject({ finding: entity('finding'), party: entity('party'), text: z.string(), language: z.string() }),
  FindingAgreed: z.strictObject({ finding: entity('finding'), nationalView: entity('party').optional() }),
  FindingKeptNational: z.strictObject({ finding: entity('finding'), party: entity('party') }),
  FindingSuperseded: z.strictObject({ finding: entity('finding'), by: entity('finding') }),
  CorrectiveActionSet: z.strictObject({
    action: entity('action'),
    finding: entity('finding'),
    text: z.string(),
    owner: entity('post'),
    due: z.int(),
    element: z.enum(['planning', 'organisation', 'equipment', 'training', 'exercise']),
    done: z.boolean().default(false),
    language: z.string().optional(),
  }),

  ConsentAsked: z.strictObject({
    case: entity('consentCase'),
    on: z.enum(['document', 'plan', 'change', 'inject', 'release', 'resume', 'finding', 'communique']),
    subject: z.string(),
    needed: z.array(z.strictObject({ role: z.string(), party: entity('party').optional() })),
    until: micros,
    silenceMeans: z.enum(['yes', 'no']),
    /** What would be put where, or what the booking would be: there where all who read the question may read it, and then exactly what `subject` names. */
    edit: portionEdit.optional(),
    booking: booking.optional(),
    /**
     * Of a communiqué: the digest of each text that is consented to, and the text where all who read the question may read it. A log of before holds
     * questions without; they were consented to by the subject's name alone.
     */
    texts: z
      .array(z.strictObject({ language: z.string(), digest: z.string(), title: z.string().optional(), text: z.string().optional() }))
      .optional(),
  }),
  ConsentGiven: z.strictObject({
    case: entity('consentCase'),
    role: z.string(),
    party: entity('party').optional(),
    yes: z.boolean(),
    remark: z.string().optional(),
    onBehalf,
  }),
  ConsentSettled: z.strictObject({ case: entity('consentCase'), outcome: z.enum(['agreed', 'refused', 'agreedBySilence', 'lapsed']) }),
} as const;
