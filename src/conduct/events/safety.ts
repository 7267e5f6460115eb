/** STOP and NO DUFF. The alert holds only fixed, translated, non-personal text; names and injuries are a stream of their own. */
import * as z from 'zod';
import { entity, onBehalf } from './field.ts';

export const alertKinds = ['casualty', 'fire', 'missingPerson', 'vehicle', 'water', 'weather', 'security', 'other'] as const;

export const safetyEvents = {
  StopCalled: z.strictObject({ stop: entity('stop'), site: entity('site'), serials: z.array(entity('serial')), onBehalf }),
  StopLifted: z.strictObject({ stop: entity('stop') }),
  NoDuffRaised: z.strictObject({
    alert: entity('alert'),
    site: entity('site').nullable(),
    kind: z.enum(alertKinds),
    drill: z.boolean(),
    serials: z.array(entity('serial')),
    channel: z.string(),
    onBehalf,
  }),
  NoDuffExtended: z.strictObject({ alert: entity('alert'), serials: z.array(entity('serial')), everywhere: z.boolean() }),
  NoDuffCorrected: z.strictObject({
    alert: entity('alert'),
    site: entity('site').nullable(),
    kind: z.enum(alertKinds),
    serials: z.array(entity('serial')),
  }),
  NoDuffWithdrawn: z.strictObject({ alert: entity('alert') }),
  /** Medical-in-confidence of one party. */
  NoDuffDetailsRecorded: z.strictObject({
    alert: entity('alert'),
    party: entity('party'),
    text: z.string(),
    record: entity('record').optional(),
  }),
  ResumeSigned: z.strictObject({
    alert: entity('alert'),
    role: z.enum(['safetyOfficer', 'seniorNationalRepresentative', 'coDirector']),
    party: entity('party').optional(),
    onBehalf,
  }),
  NoDuffResumed: z.strictObject({ alert: entity('alert'), serials: z.array(entity('serial')) }),
  /** A party's people taken out by their senior national representative. */
  PartyWithdrawn: z.strictObject({ party: entity('party'), serial: entity('serial').optional() }),
  PartyReturned: z.strictObject({ party: entity('party'), serial: entity('serial').optional() }),
} as const;
