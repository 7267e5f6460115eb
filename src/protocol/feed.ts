/** `GET /api/feed?as=R` — server-sent events: batches of events of the streams that the reader reads, the clock, and jobs. */
import * as z from 'zod';
import { job } from './session.ts';

/** One event as a fold takes it: what surrounds the payload, and the payload (null when erased). */
export const feedEvent = z.strictObject({
  stream: z.string(),
  origin: z.string(),
  sequence: z.int(),
  time: z.int(),
  exerciseTime: z.int().nullable(),
  author: z.string().nullable(),
  type: z.string(),
  version: z.int(),
  payload: z.json().nullable(),
});
export type FeedEvent = z.output<typeof feedEvent>;

/** `event: events` — its `id` is an opaque token of positions, given back as `Last-Event-ID`. */
export const eventsMessage = z.strictObject({ events: z.array(feedEvent) });
export type EventsMessage = z.output<typeof eventsMessage>;

/** `event: clock` — the origin's time now, and how fast it runs against the wall; 0 stands still. */
export const clockMessage = z.strictObject({ now: z.int(), speed: z.number(), simulated: z.boolean(), ended: z.boolean() });
export type ClockMessage = z.output<typeof clockMessage>;

/** `event: alerts` — what stands still and why, told before the past to whoever is still catching up; telephones stand in the reader's document. */
export const alertsMessage = z.strictObject({
  alerts: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['noDuff', 'stop']),
      since: z.int(),
      site: z.string().nullable(),
      serials: z.array(z.string()),
      what: z.string().nullable(),
      isDrill: z.boolean(),
      isEverywhere: z.boolean(),
      isWithdrawn: z.boolean(),
      channel: z.string().nullable(),
    }),
  ),
});
export type AlertsMessage = z.output<typeof alertsMessage>;

/** `event: job` */
export const jobMessage = job;

/** `event: changed` — what to fetch anew. */
export const changedMessage = z.strictObject({ what: z.enum(['document', 'plan', 'planning', 'rehearsal']) });
export type ChangedMessage = z.output<typeof changedMessage>;
