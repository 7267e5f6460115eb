/** Every event there is, by type; stored events are for ever, so a type keeps its fields and a new field is optional. */
import type * as z from 'zod';
import { adoptionEvents } from './adoption.ts';
import { answerEvents } from './answers.ts';
import { evaluationEvents } from './evaluation.ts';
import { playEvents } from './play.ts';
import { releaseEvents } from './release.ts';
import { runningEvents } from './running.ts';
import { safetyEvents } from './safety.ts';

export const eventSchemas = {
  ...adoptionEvents,
  ...runningEvents,
  ...playEvents,
  ...answerEvents,
  ...evaluationEvents,
  ...safetyEvents,
  ...releaseEvents,
} as const;

export type EventType = keyof typeof eventSchemas;
/** The payload of an event type. It never repeats the envelope. */
export type PayloadOf<T extends EventType> = Readonly<z.output<(typeof eventSchemas)[T]>>;
/** An event before it has an envelope: a fact in the past. */
export type ConductEvent = { readonly [T in EventType]: { readonly type: T; readonly payload: PayloadOf<T> } }[EventType];

/** A payload in the making: optional fields are set one by one, which costs a fraction of spreading them. */
export type Draft<T extends EventType> = { -readonly [K in keyof PayloadOf<T>]: PayloadOf<T>[K] };
