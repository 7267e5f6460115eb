/** Events of the clock, of serials and of contingents: how the exercise as planned becomes the exercise as run. */
import * as z from 'zod';
import { entity, madeAt, micros, minute, onBehalf } from './field.ts';

export const goNoGoItems = ['safety', 'medical', 'weather', 'communications', 'interpreter', 'siteClear', 'party'] as const;

export const runningEvents = {
  StartexDeclared: z.strictObject({ exerciseTime: micros }),
  EndexDeclared: z.strictObject({}),
  /** PAUSE, the co-directors' administrative stop. */
  ClockPaused: z.strictObject({ reason: z.string() }),
  ClockResumed: z.strictObject({}),
  ClockJumped: z.strictObject({ to: micros, reason: z.string() }),
  ClockSpeedSet: z.strictObject({ speed: z.number().positive() }),
  AnchorSet: z.strictObject({ anchor: z.string(), at: minute, reason: z.string() }),

  SerialCalled: z.strictObject({ serial: entity('serial') }),
  GoNoGoSigned: z.strictObject({
    serial: entity('serial'),
    item: z.enum(goNoGoItems),
    party: entity('party').optional(),
    go: z.boolean(),
    remark: z.string().optional(),
    onBehalf,
  }),
  SerialReady: z.strictObject({ serial: entity('serial') }),
  SerialStarted: z.strictObject({ serial: entity('serial'), onBehalf, madeAt }),
  /** By a STOP, a NO DUFF, or its own controller; in the serial's own stream. */
  SerialStopped: z.strictObject({ serial: entity('serial') }),
  SerialResumed: z.strictObject({ serial: entity('serial') }),
  SerialDone: z.strictObject({ serial: entity('serial'), onBehalf, madeAt }),
  SerialCurtailed: z.strictObject({ serial: entity('serial'), reason: z.string() }),
  SerialCancelled: z.strictObject({ serial: entity('serial'), reason: z.string() }),

  ContingentArrived: z.strictObject({ contingent: entity('contingent'), strength: z.int() }),
  ReceptionStepDone: z.strictObject({ contingent: entity('contingent'), step: z.int(), short: z.int().default(0) }),
  ContingentReady: z.strictObject({ contingent: entity('contingent') }),
  ContingentDeparted: z.strictObject({ contingent: entity('contingent') }),
  /** A unit or post that cannot take part for a time, without the reason (that is its party's). */
  AvailabilityChanged: z.strictObject({ unit: entity('unit').optional(), post: entity('post').optional(), available: z.boolean() }),
  /** Only where the document turns positions on; coarse where a party wants it so. */
  PositionReported: z.strictObject({ unit: entity('unit'), latitude: z.number(), longitude: z.number(), metres: z.int(), madeAt }),
} as const;
