/** Events by which document and plan enter and change; the current document and plan are folds over them. */
import * as z from 'zod';
import { entity, minute } from './field.ts';

export const booking = z.strictObject({
  serial: entity('serial'),
  held: z.boolean(),
  start: minute.nullable(),
  end: minute.nullable(),
  site: entity('site').nullable(),
  team: z.array(entity('unit')),
  lead: entity('unit').nullable(),
  support: z.array(z.strictObject({ demand: z.string(), by: entity('post') })),
});

/** Edits to one item's part in one file: `path` starts below the item and leads through no list; null removes. */
export const portionEdit = z.strictObject({
  file: entity('file'),
  collection: z.string(),
  id: z.string(),
  edits: z.array(z.strictObject({ path: z.array(z.string()), value: z.json() })),
});

export const adoptionEvents = {
  /** One file's bytes, in the file's own class. A file without text is no longer part of the document. */
  DocumentAdopted: z.strictObject({ file: entity('file'), text: z.string(), hash: z.string() }),
  PortionEdited: portionEdit,
  /** EXCON's: what the plan as a whole is worth. */
  PlanAdopted: z.strictObject({
    seed: z.string(),
    iterations: z.int(),
    lanes: z.int(),
    objectives: z.array(z.json()),
    unmet: z.array(z.json()),
  }),
  /** One serial's booking, in the serial's class. */
  BookingAdopted: booking,
  /** A booking after a move, a change of team, or a re-plan. */
  BookingChanged: z.strictObject({ booking, reason: z.string(), notice: entity('notice').optional() }),
  ChangeNoticeIssued: z.strictObject({
    notice: entity('notice'),
    number: z.int(),
    serial: entity('serial'),
    what: z.enum(['time', 'site', 'team', 'lead', 'support', 'cancelled', 'hHour']),
    text: z.string(),
  }),
} as const;
