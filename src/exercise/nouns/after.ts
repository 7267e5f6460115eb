/** What is collected for the assessment, and what the dry run assumes about people. */
import * as z from 'zod';
import { names, ref, span } from './field.ts';

/** objective → question → indicator → critical task → serial → evaluator post of each party → when. */
export const collectionItem = z.strictObject({
  objective: ref('objective'),
  question: names,
  indicator: names,
  criticalTask: z.string().meta({ description: 'task/criticalTask' }),
  serials: z.array(ref('serial')).min(1),
  evaluators: z.array(ref('post')).min(1),
  moment: z.enum(['setUp', 'brief', 'run', 'debrief']).default('run'),
});

export const assumptionKinds = [
  'readMinutes',
  'decideMinutes',
  'translateMinutes',
  'releaseReviewMinutes',
  'deliverMinutes',
  'overrun',
  'travelDelay',
  'goNoGoMinutes',
  'answerProbability',
  'noShow',
  'observationProbability',
  'rating',
  'weatherCancel',
  'captureProbability',
  'stop',
] as const;

/** One assumption of the dry run, with where it comes from. */
export const assumption = z.strictObject({
  kind: z.enum(assumptionKinds),
  distribution: z.discriminatedUnion('shape', [
    z.strictObject({ shape: z.literal('fixed'), value: z.number() }),
    z.strictObject({ shape: z.literal('triangular'), least: z.number(), mode: z.number(), most: z.number() }),
    z.strictObject({ shape: z.literal('lognormal'), median: z.number().positive(), sigma: z.number().positive() }),
    z.strictObject({ shape: z.literal('exponential'), mean: z.number().positive() }),
    z.strictObject({ shape: z.literal('chance'), probability: z.number().min(0).max(1) }),
    z.strictObject({ shape: z.literal('weights'), weights: z.record(z.string(), z.number().min(0)) }),
  ]),
  roles: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
  light: z.enum(['day', 'twilight', 'night']).optional(),
  kinds: z.array(z.string()).default([]),
  parties: z.array(ref('party')).default([]),
  source: z.string().min(1).meta({ description: 'A citation, or the word "assumed".' }),
});

/** A scarce resource whose +1 the dry run tries. */
export const scarce = z.strictObject({
  name: names,
  roles: z.array(z.string()).default([]),
  pools: z.array(ref('pool')).default([]),
  cost: span().optional(),
});
