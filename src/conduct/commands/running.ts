/** Orders about document and plan, the clock, serials and contingents. */
import * as z from 'zod';
import { booking, portionEdit } from '../events/adoption.ts';
import { entity, madeAt, micros, minute, onBehalf } from '../events/field.ts';
import { runningEvents } from '../events/running.ts';

export const runningCommands = {
  AdoptDocument: z.strictObject({
    files: z.array(z.strictObject({ file: z.string(), class: z.string(), text: z.string(), hash: z.string() })),
  }),
  /** `expected` is the version of the portion. */
  EditPortion: portionEdit,
  AdoptPlan: z.strictObject({
    seed: z.string(),
    iterations: z.int(),
    lanes: z.int(),
    objectives: z.array(z.json()),
    unmet: z.array(z.json()),
    bookings: z.array(booking),
    /** Why bookings change, where the plan takes the place of another. */
    reason: z.string().optional(),
  }),
  DeclareStartex: z.strictObject({ exerciseTime: micros }),
  DeclareEndex: z.strictObject({}),
  PauseClock: z.strictObject({ reason: z.string() }),
  ResumeClock: z.strictObject({}),
  JumpClock: z.strictObject({ to: micros, reason: z.string() }),
  SetClockSpeed: z.strictObject({ speed: z.number().positive() }),
  SetAnchor: z.strictObject({ anchor: z.string(), at: minute, reason: z.string() }),
  /** Time has passed: whatever is due by now becomes due (triggers, absences, consent deadlines). */
  PassTime: z.strictObject({}),
  /** Events of another origin lay further ahead than this origin's clock may follow. */
  RecordClockLimit: z.strictObject({ origin: z.string(), asked: micros, given: micros }),
  CallSerial: z.strictObject({ serial: entity('serial') }),
  SignGoNoGo: runningEvents.GoNoGoSigned,
  StartSerial: z.strictObject({ serial: entity('serial'), onBehalf, madeAt }),
  ResumeSerial: z.strictObject({ serial: entity('serial') }),
  FinishSerial: z.strictObject({ serial: entity('serial'), onBehalf, madeAt }),
  CurtailSerial: z.strictObject({ serial: entity('serial'), reason: z.string() }),
  CancelSerial: z.strictObject({ serial: entity('serial'), reason: z.string() }),
  /** Time, site, team, lead or support of a serial not yet running. */
  ChangeBooking: z.strictObject({ booking, reason: z.string() }),
  ReportArrival: z.strictObject({ contingent: entity('contingent'), strength: z.int() }),
  FinishReceptionStep: z.strictObject({ contingent: entity('contingent'), step: z.int(), short: z.int().default(0) }),
  ReportContingentReady: z.strictObject({ contingent: entity('contingent') }),
  ReportDeparture: z.strictObject({ contingent: entity('contingent') }),
  ReportAvailability: z.strictObject({ unit: entity('unit').optional(), post: entity('post').optional(), available: z.boolean() }),
  ReportPosition: z.strictObject({ unit: entity('unit'), latitude: z.number(), longitude: z.number(), madeAt }),
} as const;
