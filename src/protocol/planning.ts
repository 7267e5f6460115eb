/** `GET /api/planning?as=R` — how the search for a plan goes, and what came of it, for who reads the certificate; null for everybody else. */
import * as z from 'zod';
import { said } from './words.ts';

/** What the best plan so far is worth after so many tries. */
export const planningPoint = z.strictObject({
  tries: z.int(),
  values: z.array(z.strictObject({ id: z.string(), value: z.number(), bound: z.number().nullable(), proved: z.boolean() })),
  /** Serials held, and hard statements that this plan still breaks. */
  held: z.int(),
  broken: z.int(),
});
export type PlanningPoint = z.output<typeof planningPoint>;

export const planningMessage = z.strictObject({
  state: z.enum(['searching', 'planned', 'incomplete', 'impossible']),
  points: z.array(planningPoint),
  /** The best plan so far, which nobody has adopted; null once one is adopted, and while there is none. */
  draft: z.json().nullable(),
  /** Why there is no plan: what cannot hold together, or what the best plan found still lacks. */
  reasons: z.array(
    z.strictObject({
      headline: said,
      /** What cannot hold together, statement by statement; none where something is only lacking. */
      statements: z.array(said),
      /** Without any one of the statements the others were found open. */
      isMinimal: z.boolean(),
      maybe: said.optional(),
    }),
  ),
});
export type PlanningMessage = z.output<typeof planningMessage>;
