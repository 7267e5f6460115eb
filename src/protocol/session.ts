/** `GET /api/session` — what is served here, to whom, and how far it has come. */
import * as z from 'zod';
import { said } from './words.ts';

/** What is being done before and beside play; `share` is null where it is not known. */
export const job = z.strictObject({
  id: z.enum(['plan', 'rehearse', 'play']),
  message: said,
  share: z.number().nullable(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
});
export type Job = z.output<typeof job>;

export const session = z.strictObject({
  protocol: z.int(),
  exercise: z.strictObject({
    code: z.string(),
    names: z.record(z.string(), z.string()),
    simulated: z.boolean(),
    languages: z.array(z.string()),
  }),
  /** Readers that this user may see as; the first is the user's own. */
  readers: z.array(z.string()).min(1),
  /** The user is local director: may order, and may steer simulated play. */
  director: z.boolean(),
  /** The person whom the user is, where one was admitted, and the posts that this person holds now. */
  self: z.strictObject({ person: z.string(), posts: z.array(z.string()) }).nullable(),
  jobs: z.array(job),
});
export type Session = z.output<typeof session>;
