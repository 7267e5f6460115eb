/** `POST /api/commands` — an order with the identifier that its sender made; and `POST /api/play` — steering simulated play. */
import * as z from 'zod';
import { problem } from './words.ts';

export const orderMessage = z.strictObject({
  id: z.string().min(8).max(100),
  type: z.string(),
  by: z.string(),
  expected: z.int().optional(),
  order: z.json(),
});
export type OrderMessage = z.output<typeof orderMessage>;

/** `POST /api/join` — a code that was given to a person, for that person's key. */
export const joinMessage = z.strictObject({ code: z.string().max(100) });

export const outcomeMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted') }),
  z.strictObject({ kind: z.literal('refused'), problem }),
]);
export type OutcomeMessage = z.output<typeof outcomeMessage>;

/** One of: a new speed (0 stands still), a jump to an instant (microseconds), or a step to the next thing that happens. */
export const playMessage = z.union([
  z.strictObject({ speed: z.number().min(0).max(100_000) }),
  z.strictObject({ jumpTo: z.int() }),
  z.strictObject({ step: z.literal(true) }),
]);
export type PlayMessage = z.output<typeof playMessage>;
