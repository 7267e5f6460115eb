/** Orders about evaluation, findings and consent. */
import * as z from 'zod';
import { booking, portionEdit } from '../events/adoption.ts';
import { entity, madeAt, micros, onBehalf } from '../events/field.ts';

export const evaluationCommands = {
  MakeObservation: z.strictObject({
    observation: entity('observation'),
    serial: entity('serial'),
    task: entity('task'),
    criticalTask: z.string(),
    rating: z.string().nullable(),
    met: z.boolean().optional(),
    improvement: z.boolean().optional(),
    negativeImpact: z.boolean().optional(),
    text: z.string().optional(),
    language: z.string().optional(),
    onBehalf,
    madeAt,
    partyRating: z.string().optional(),
  }),
  WithdrawObservation: z.strictObject({ observation: entity('observation'), reason: z.string() }),
  RecordProcedure: z.strictObject({
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
  /** `joint`: proposed to all parties; else it stands where the release policy puts findings. */
  ProposeFinding: z.strictObject({
    finding: entity('finding'),
    title: z.string(),
    text: z.string(),
    language: z.string(),
    strength: z.boolean(),
    task: entity('task').optional(),
    serials: z.array(entity('serial')),
    shownBy: z.array(z.string()),
    joint: z.boolean().default(false),
  }),
  CommentFinding: z.strictObject({ finding: entity('finding'), text: z.string(), language: z.string() }),
  AgreeFinding: z.strictObject({ finding: entity('finding'), nationalView: entity('party').optional() }),
  KeepFindingNational: z.strictObject({ finding: entity('finding') }),
  SupersedeFinding: z.strictObject({ finding: entity('finding'), by: entity('finding') }),
  SetCorrectiveAction: z.strictObject({
    action: entity('action'),
    finding: entity('finding'),
    text: z.string(),
    owner: entity('post'),
    due: z.int(),
    element: z.enum(['planning', 'organisation', 'equipment', 'training', 'exercise']),
    done: z.boolean().default(false),
    language: z.string().optional(),
  }),
  AskConsent: z.strictObject({
    case: entity('consentCase'),
    on: z.enum(['document', 'plan', 'change', 'inject', 'release', 'resume', 'finding', 'communique']),
    subject: z.string(),
    /** The change itself, to be shown to those who are asked; it must be the one that `subject` names. */
    edit: portionEdit.optional(),
    booking: booking.optional(),
    /** Of a communiqué: every text that is to be agreed. Each is released as it stands here, or needs consent anew. */
    texts: z
      .array(z.strictObject({ language: z.string(), title: z.string(), text: z.string() }))
      .min(1)
      .optional(),
  }),
  GiveConsent: z.strictObject({ case: entity('consentCase'), yes: z.boolean(), remark: z.string().optional(), onBehalf }),
} as const;
