/** The scenario: storylines, events, incidents and the MSEL's injects, and the agreed terms. */
import * as z from 'zod';
import { languageCode, names, ref, span, translated, when } from './field.ts';

export const storyline = z.strictObject({ name: names, summary: translated().optional() });
export const event = z.strictObject({ name: names, storyline: ref('storyline') });
export const incident = z.strictObject({ name: names, event: ref('event') });

export const meansOfDelivery = ['message', 'mail', 'radio', 'telephone', 'faceToFace', 'rolePlayer', 'stagedCue'] as const;

/** When an inject is due: at a time, after something happened, when something failed to happen, or on call. */
export const trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('time'), at: when(), realTime: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal('after'),
    inject: ref('inject').optional(),
    serial: ref('serial').optional(),
    happening: z.enum(['released', 'answered', 'expectedActionSeen', 'running', 'stopped', 'done']),
    delay: span().optional(),
  }),
  z.strictObject({ kind: z.literal('absence'), inject: ref('inject'), within: span() }),
  z.strictObject({ kind: z.literal('onCall') }),
]);
export type Trigger = z.output<typeof trigger>;

export const injectStatuses = ['draft', 'submitted', 'approved', 'synchronized', 'released', 'complete', 'deferred', 'obsolete'] as const;

export const inject = z.strictObject({
  number: z.string().min(1).meta({ description: 'MSEL number, EXCON only.' }),
  title: names,
  kind: z.enum(['contextual', 'contingency', 'expectedAction', 'informational']).default('contextual'),
  class: z.enum(['key', 'enabling', 'supporting']).default('supporting'),
  storyline: ref('storyline'),
  event: ref('event').optional(),
  incident: ref('incident').optional(),
  serial: ref('serial').optional(),
  trigger,
  from: z.strictObject({ post: ref('post').optional(), plays: names }).meta({ description: 'Who plays it, and who it claims to be from.' }),
  to: z.array(ref('post')).min(1),
  means: z.enum(meansOfDelivery),
  text: translated(),
  expectedAction: translated().optional(),
  answerWithin: span().optional(),
  objective: ref('objective').optional(),
  criticalTasks: z.array(z.string()).default([]),
  controller: ref('post'),
  status: z.enum(injectStatuses).default('approved'),
  needsReleaseReview: z.boolean().default(false),
});

export const term = z.strictObject({
  terms: z.record(languageCode, z.string().min(1)),
  neverSay: z.record(languageCode, z.array(z.string())).default({}),
  meaning: translated().optional(),
});
