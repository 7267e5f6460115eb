/** `GET /api/planning?as=R` — how the search for a plan goes, and what came of it, for who reads the certificate; null for everybody else. */
import * as z from 'zod';
import { said } from './words.ts';

/** What the best plan so far is worth after so many tries. */
export const planningPoint = z.strictObject({
  tries: z.int(),
  values: z.array(z.strictObject({ id: z.string(), value: z.number(), bound: z.number().nullable(), proved: z.boolean() })),
});
export type PlanningPoint = z.output<typeof planningPoint>;

/** A sentence about a statement of the document, and where that stands in what the reader reads. */
const placed = z.strictObject({ sentence: said, at: z.strictObject({ file: z.string(), line: z.int() }).nullable() });

export const planningReason = z.strictObject({
  headline: said,
  /** What cannot hold together; none where something is only lacking. What is stated alike of several is told in one sentence. */
  statements: z.array(placed),
  /** How many statements these sentences tell. */
  count: z.int(),
  /** Without any one of the statements the others were found open. */
  isMinimal: z.boolean(),
  /** What would mend it, the least costly first; those first with which a plan was found. */
  ways: z.array(z.strictObject({ ...placed.shape, cost: z.number(), isPlanFound: z.boolean() })),
  maybe: said.optional(),
});
export type PlanningReason = z.output<typeof planningReason>;

export const planningMessage = z.strictObject({
  state: z.enum(['searching', 'planned', 'incomplete', 'impossible']),
  points: z.array(planningPoint),
  /** Of what the reader reads: the serials that the best plan so far holds, and the hard statements that it still breaks; null while not looked at. */
  best: z.strictObject({ held: z.int(), broken: z.int().nullable() }).nullable(),
  /** The best plan so far, which nobody has adopted; null once one is adopted, and while there is none. */
  draft: z.json().nullable(),
  /** Why there is no plan: what cannot hold together, or what the best plan found still lacks. */
  reasons: z.array(planningReason),
  /** Reasons are still being looked for. */
  isLooking: z.boolean(),
  /** The reasons are drawn from the whole document, and not only from what the reader reads of it. */
  isWhole: z.boolean(),
});
export type PlanningMessage = z.output<typeof planningMessage>;
