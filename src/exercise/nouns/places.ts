/** Where it happens and what is shared: sites with zones and travel, facilities, and countable pools. */
import * as z from 'zod';
import { count, dailyHours, light, names, period, position, ref, span } from './field.ts';

export const facility = z.strictObject({ name: names });

export const site = z.strictObject({
  name: names,
  position,
  zones: z.record(z.string(), z.strictObject({ name: names, position: position.optional() })).default({}),
  facilities: z.array(ref('facility')).default([]),
  capacity: z.strictObject({ serials: count.default(1), people: count.optional() }).default({ serials: 1 }),
  opening: z.array(dailyHours).default([]).meta({ description: 'Local hours; empty means always open.' }),
  openPeriods: z.array(period).default([]).meta({ description: 'Dates between which it may be used; empty means the whole exercise.' }),
  travel: z
    .record(z.string(), span())
    .default({})
    .meta({ description: 'Time to other sites; the way back is the same unless that site says otherwise.' }),
  light: light.optional().meta({ description: 'A site with a light of its own (a hall) is always in this light.' }),
  medical: z
    .strictObject({
      post: z.string().optional(),
      evacuation: z.string().optional(),
      assets: z
        .array(ref('pool'))
        .default([])
        .meta({ description: 'Medical, air or road assets that whoever is here depends on; a real emergency stops all who share one.' }),
    })
    .optional(),
  telephone: z.string().optional(),
});

/** Anything countable and shared: boats, ambulances, instructors, interpreters of a pair who are not posts. */
export const pool = z.strictObject({
  name: names,
  count,
  kind: z.enum(['people', 'equipment', 'medical', 'air', 'road', 'range']).default('equipment'),
  party: ref('party').optional(),
  sites: z.array(ref('site')).default([]).meta({ description: 'Where it can be used; empty means anywhere.' }),
  opening: z.array(dailyHours).default([]),
  lessDuring: z.array(z.strictObject({ period, count: z.int().min(0), reason: z.string() })).default([]),
  turnaround: span().optional().meta({ description: 'Minutes needed between two uses.' }),
});
