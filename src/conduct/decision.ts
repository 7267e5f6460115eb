/** What `decide` returns: an outcome and one change. A refusal is an outcome, not an exception. */
import { type Problem, type ProblemValue, problem } from '../kernel/index.ts';
import type { ConductEvent } from './events/events.ts';
import type { Addressed } from './log/change.ts';
import type { StreamKey } from './log/envelope.ts';

/** An event with the version its type has today. */
export type VersionedEvent = ConductEvent & { readonly version: number };
export type Fact = Addressed<VersionedEvent>;

export type Decision =
  | { readonly outcome: { readonly kind: 'accepted' }; readonly change: readonly Fact[] }
  | { readonly outcome: { readonly kind: 'refused'; readonly problem: Problem }; readonly change: readonly Fact[] };

const acceptedOutcome = { kind: 'accepted' } as const;

export function accepted(...change: readonly Fact[]): Decision {
  return { outcome: acceptedOutcome, change };
}

/** Asked for what already is so: accepted, and nothing happens. */
export const nothingToDo: Decision = { outcome: acceptedOutcome, change: [] };

/** Refused; the values must be readable by the command's author. The key is looked up under `conduct.`. */
export function refused(key: string, values: Readonly<Record<string, ProblemValue>> = {}): Decision {
  return { outcome: { kind: 'refused', problem: problem(`conduct.${key}`, values) }, change: [] };
}

/** A fact for a stream. */
export function fact(stream: StreamKey, event: ConductEvent): Fact {
  return { stream, event: { ...event, version: 1 } };
}
