// Erasure: a person or a spill may demand that a payload goes. Two people order it, the order is an event in the same
// stream, and payload and salt go; header and hash stay, so that the chain still verifies.
import type { EventId, EventShape, StreamKey } from './envelope.ts';

/** The type of the event that orders an erasure. It lies in the stream and origin of the event that it names. */
export const payloadErasedType = 'PayloadErased';

/** What the order says. */
export type PayloadErasure = {
  readonly stream: StreamKey;
  readonly origin: string;
  readonly sequence: number;
  readonly orderedBy: readonly [string, string];
  readonly reason: string;
};

/** The event whose payload an event orders to be erased; undefined when it orders none or says it in no form known here. */
export function erasedBy(event: { readonly type: string; readonly payload: unknown }): EventId | undefined {
  if (event.type !== payloadErasedType || typeof event.payload !== 'object' || event.payload === null) return undefined;
  const { stream, origin, sequence } = event.payload as Partial<Record<keyof PayloadErasure, unknown>>;
  if (typeof stream !== 'string' || typeof origin !== 'string' || !Number.isSafeInteger(sequence)) return undefined;
  return { stream: stream as StreamKey, origin, sequence: sequence as number };
}

/** Why a change may not erase what it orders to be erased. */
export type ErasureFault = {
  readonly key: 'log.erasureElsewhere' | 'log.erasureUnreadable' | 'log.erasureNeedsTwo';
  readonly stream: StreamKey;
};

/** The events whose payloads a change orders to be erased, or what is wrong with the order: it stands elsewhere, or two people are not named. */
export function erasuresIn(
  change: readonly { readonly stream: StreamKey; readonly event: EventShape }[],
  origin: string,
): readonly EventId[] | ErasureFault {
  const erasures: EventId[] = [];
  for (const { stream, event } of change) {
    if (event.type !== payloadErasedType) continue;
    const erased = erasedBy(event);
    if (erased === undefined) return { key: 'log.erasureUnreadable', stream };
    if (erased.stream !== stream || erased.origin !== origin) return { key: 'log.erasureElsewhere', stream };
    if (!isOrderedByTwo(event.payload)) return { key: 'log.erasureNeedsTwo', stream };
    erasures.push(erased);
  }
  return erasures;
}

function isOrderedByTwo(payload: object): boolean {
  const { orderedBy } = payload as Partial<Record<keyof PayloadErasure, unknown>>;
  return Array.isArray(orderedBy) && new Set(orderedBy.filter((name) => typeof name === 'string' && name !== '')).size >= 2;
}
