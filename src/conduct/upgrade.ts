/** Reads stored events of older versions as events of today. Stored events are for ever; a type whose shape changed has a reader here for each version before. */
import type { LoggedEvent } from './conduct.ts';
import type { VersionedEvent } from './decision.ts';
import { type EventType, eventSchemas } from './events/events.ts';
import type { EventShape, Logged } from './log/envelope.ts';

/** The version that each type is written in today; absent: 1. */
const versions: { readonly [T in EventType]?: number } = {};

/** How a payload of an older version reads in the next: for each type, by the version it is in. */
const readers: { readonly [T in EventType]?: Readonly<Record<number, (payload: object) => object>> } = {};

/** The version of a type today; undefined for a type that is not known here. */
export function versionOf(type: string): number | undefined {
  return Object.hasOwn(eventSchemas, type) ? (versions[type as EventType] ?? 1) : undefined;
}

/**
 * A stored event as `evolve` takes it. An unknown type or a later version, written by a newer program, is left as it is: the fold steps over what it
 * does not know.
 */
export function upgrade(logged: Logged<EventShape>): LoggedEvent {
  const { event } = logged;
  const today = versionOf(event.type);
  if (today === undefined || event.payload === null || event.version >= today) return logged as LoggedEvent;
  let payload: object = event.payload;
  for (let version = event.version; version < today; version++) payload = readers[event.type as EventType]?.[version]?.(payload) ?? payload;
  return { ...logged, event: { type: event.type, version: today, payload } as VersionedEvent };
}
