/** What each type of event states of how it is told: its subject, its values, and whether a reader wants it only when looking for it. */
import { type MicroInstant, minuteOfMicros, type ProblemValue } from '../../kernel/index.ts';
import type { EventType, PayloadOf } from '../events/events.ts';
import type { Naming } from './naming.ts';

export const feedSubjects = [
  'safety',
  'clock',
  'serial',
  'contingent',
  'inject',
  'message',
  'request',
  'contact',
  'evaluation',
  'finding',
  'consent',
  'plan',
  'release',
] as const;
export type FeedSubject = (typeof feedSubjects)[number];

export type TellingValues = Readonly<Record<string, ProblemValue>>;

/**
 * How one type of event is told. `routine` is what a reader wants to see only when looking for it; `withMsel`, one who also reads of the inject itself.
 */
export type TellingOf<T extends EventType> = {
  readonly subject: FeedSubject;
  readonly routine?: boolean | 'withMsel';
  readonly values: (payload: PayloadOf<T>, naming: Naming) => TellingValues;
  /** The serial it is about, where it names one. */
  readonly serial?: (payload: PayloadOf<T>) => string | undefined;
};

/** An instant as sentences take it: whole minutes. */
export const minuteValue = (micros: number): number => minuteOfMicros(micros as MicroInstant);

/** A value that may be missing, as a choice between `none` and the rest takes it. */
export const orNone = (text: string | undefined | null): string => (text === undefined || text === null || text === '' ? 'none' : text);
