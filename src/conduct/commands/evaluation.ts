/** Orders about evaluation, findings and consent: what is ordered is what the event then keeps, less who it is by. */
import * as z from 'zod';
import { evaluationEvents } from '../events/evaluation.ts';

export const evaluationCommands = {
  MakeObservation: evaluationEvents.ObservationMade.omit({ evaluator: true, party: true }),
  WithdrawObservation: evaluationEvents.ObservationWithdrawn,
  RecordProcedure: evaluationEvents.ProcedureRecorded,
  /** `joint`: proposed to all parties; else it stands where the release policy puts findings. */
  ProposeFinding: evaluationEvents.FindingProposed.omit({ party: true }).extend({ joint: z.boolean().default(false) }),
  CommentFinding: evaluationEvents.FindingCommented.omit({ party: true }),
  AgreeFinding: evaluationEvents.FindingAgreed,
  KeepFindingNational: evaluationEvents.FindingKeptNational.omit({ party: true }),
  SupersedeFinding: evaluationEvents.FindingSuperseded,
  SetCorrectiveAction: evaluationEvents.CorrectiveActionSet,
  /** `edit` and `booking`: the change itself, to be shown to those who are asked; it must be the one that `subject` names. */
  AskConsent: evaluationEvents.ConsentAsked.pick({ case: true, on: true, subject: true, edit: true, booking: true }).extend({
    /** Of a communiqué: every text that is to be agreed. Each is released as it stands here, or needs consent anew. */
    texts: z
      .array(z.strictObject({ language: z.string(), title: z.string(), text: z.string() }))
      .min(1)
      .optional(),
  }),
  GiveConsent: evaluationEvents.ConsentGiven.omit({ role: true, party: true }),
} as const;
