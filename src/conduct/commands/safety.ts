/** STOP, NO DUFF and their lifting; release and erasure; posts taken and left. */
import * as z from 'zod';
import { entity, onBehalf } from '../events/field.ts';
import { alertKinds } from '../events/safety.ts';

export const safetyCommands = {
  CallStop: z.strictObject({ stop: entity('stop'), site: entity('site'), onBehalf }),
  LiftStop: z.strictObject({ stop: entity('stop') }),
  /** Two steps at the screen, one command; never refused. */
  RaiseNoDuff: z.strictObject({
    alert: entity('alert'),
    site: entity('site').nullable(),
    kind: z.enum(alertKinds),
    drill: z.boolean().default(false),
    onBehalf,
  }),
  ExtendNoDuff: z.strictObject({ alert: entity('alert') }),
  CorrectNoDuff: z.strictObject({ alert: entity('alert'), site: entity('site').nullable(), kind: z.enum(alertKinds) }),
  WithdrawNoDuff: z.strictObject({ alert: entity('alert') }),
  RecordNoDuffDetails: z.strictObject({ alert: entity('alert'), party: entity('party'), text: z.string() }),
  SignResume: z.strictObject({
    alert: entity('alert'),
    role: z.enum(['safetyOfficer', 'seniorNationalRepresentative', 'coDirector']),
    onBehalf,
  }),
  WithdrawParty: z.strictObject({ serial: entity('serial').optional() }),
  ReturnParty: z.strictObject({ serial: entity('serial').optional() }),

  ReleaseText: z.strictObject({
    record: entity('record'),
    thing: z.string(),
    title: z.string(),
    text: z.string(),
    language: z.string(),
    to: z.string(),
    from: z.array(z.string()),
    reason: z.string().optional(),
  }),
  WithdrawText: z.strictObject({ record: entity('record'), stream: z.string(), reason: z.string() }),
  ErasePayload: z.strictObject({
    stream: z.string(),
    origin: z.string(),
    sequence: z.int(),
    orderedBy: z.array(entity('post')).length(2),
    reason: z.string(),
  }),
  /**
   * Erases what the document's files said of a person, now and before: the payloads go, and each file that stood on one of them is adopted anew without
   * the person. The origin alone can find them: it fills in `events` and `files`, whatever the order says.
   */
  ErasePerson: z.strictObject({
    person: z.string(),
    orderedBy: z.array(entity('post')).length(2),
    reason: z.string(),
    events: z.array(z.strictObject({ stream: z.string(), origin: z.string(), sequence: z.int() })).default([]),
    files: z.array(z.strictObject({ file: z.string(), class: z.string(), text: z.string(), hash: z.string() })).default([]),
  }),
  TakePost: z.strictObject({ post: entity('post'), record: entity('record') }),
  LeavePost: z.strictObject({ post: entity('post'), record: entity('record') }),
} as const;
