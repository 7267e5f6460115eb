/** What `decide` returns: an outcome and one change. A refusal is an outcome, not an exception. */
import { type Problem, type ProblemValue, problem } from '../kernel/index.ts';
import type { ConductEvent } from './events/events.ts';
import type { Addressed } from './log/change.ts';
import type { StreamKey } from './log/envelope.ts';

/** An event with the version its type has today. */
export type VersionedEvent = ConductEvent & { readonly version: number };
export type Fact = Addressed<VersionedEvent>;

/** `tells` names the streams that the reason of a refusal gives away; whoever may not read them gets `notNow` instead. */
export type Decision =
  | { readonly outcome: { readonly kind: 'accepted' }; readonly change: readonly Fact[]; readonly tells?: undefined }
  | {
      readonly outcome: { readonly kind: 'refused'; readonly problem: Problem };
      readonly change: readonly Fact[];
      readonly tells?: readonly StreamKey[];
    };

const acceptedOutcome = { kind: 'accepted' } as const;

export function accepted(...change: readonly Fact[]): Decision {
  return { outcome: acceptedOutcome, change };
}

/** Asked for what already is so: accepted, and nothing happens. */
export const nothingToDo: Decision = { outcome: acceptedOutcome, change: [] };

/** Refused. The key is looked up under `conduct.`. */
export function refused(key: string, values: Readonly<Record<string, ProblemValue>> = {}): Decision {
  return { outcome: { kind: 'refused', problem: problem(`conduct.${key}`, values) }, change: [] };
}

/** The same refusal, with the streams that its reason gives away. */
export function telling(decision: Decision, ...tells: readonly StreamKey[]): Decision {
  if (decision.outcome.kind === 'accepted') return decision;
  return { outcome: decision.outcome, change: decision.change, tells };
}

/** A fact for a stream. */
export function fact(stream: StreamKey, event: ConductEvent): Fact {
  // Every type has version 1 today; `upgrade.ts` reads older ones once there are newer.
  return { stream, event: { type: event.type, version: 1, payload: event.payload } as VersionedEvent };
}
