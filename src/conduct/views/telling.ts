/** An event in words: which sentence tells it and with which values. A live feed shows these; the catalogue holds a sentence for each type. */
import type { Exercise } from '../../exercise/index.ts';
import type { LoggedEvent } from '../conduct.ts';
import type { EventType, PayloadOf } from '../events/events.ts';
import type { Naming } from './naming.ts';
import type { FeedSubject, TellingOf, TellingValues } from './telling-of.ts';
import { adoptionTellings } from './tellings-adoption.ts';
import { answerTellings } from './tellings-answers.ts';
import { evaluationTellings } from './tellings-evaluation.ts';
import { playTellings } from './tellings-play.ts';
import { releaseTellings } from './tellings-release.ts';
import { runningTellings } from './tellings-running.ts';
import { safetyTellings } from './tellings-safety.ts';

export type Telling = {
  readonly subject: FeedSubject;
  readonly isRoutine: boolean;
  readonly key: string;
  readonly values: TellingValues;
  readonly serial: string | null;
};

type AnyTelling = TellingOf<EventType>;

const tellings = {
  ...adoptionTellings,
  ...runningTellings,
  ...playTellings,
  ...answerTellings,
  ...evaluationTellings,
  ...safetyTellings,
  ...releaseTellings,
} as const satisfies { readonly [T in EventType]: TellingOf<T> };

const byType: ReadonlyMap<string, AnyTelling> = new Map(Object.entries(tellings) as unknown as [string, AnyTelling][]);

/** What an event is about, without making its sentence: for filters over many. */
export function subjectOf({ event }: LoggedEvent, exercise: Exercise): { readonly subject: FeedSubject; readonly isRoutine: boolean } {
  const found = byType.get(event.type);
  if (found === undefined) return { subject: 'release', isRoutine: true };
  const { subject, routine = false } = found;
  return { subject, isRoutine: routine === 'withMsel' ? exercise.injects.list.length > 0 : routine };
}

/** The sentence of an event, in the naming's language. An erased payload and a type not known here are told as such. */
export function tell(logged: LoggedEvent, naming: Naming): Telling {
  const { event } = logged;
  const found = byType.get(event.type);
  const { subject, isRoutine } = subjectOf(logged, naming.exercise);
  if (found === undefined) return { subject, isRoutine, key: 'screen.event.unknown', values: { type: event.type }, serial: null };
  if (event.payload === null) return { subject, isRoutine, key: 'screen.event.erased', values: { type: event.type }, serial: null };
  const payload = event.payload as PayloadOf<EventType>;
  return {
    subject,
    isRoutine,
    key: keyOf(event.type),
    values: found.values(payload, naming),
    serial: found.serial?.(payload) ?? (payload as { readonly serial?: string }).serial ?? null,
  };
}

/** `SerialStarted` is told by `screen.event.serialStarted`. */
function keyOf(type: string): string {
  return `screen.event.${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}
