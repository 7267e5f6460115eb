/** How the assessor reads a log: each gatherer names the types of event it wants, and one table hands every event to those who asked for it. */
import type { EventType, LoggedEvent, PayloadOf } from '../conduct/index.ts';
import type { EventMark } from './event-marks.ts';

/** What a gatherer does with the events of the types it names. */
export type Takers = { readonly [T in EventType]?: (payload: PayloadOf<T>, logged: LoggedEvent, mark: EventMark) => void };

type AnyTaker = (payload: never, logged: LoggedEvent, mark: EventMark) => void;

/** One function for all gatherers; an erased payload tells nothing and is handed to nobody. */
export function dispatchOver(gatherers: readonly Takers[]): (logged: LoggedEvent, mark: EventMark) => void {
  const byType = new Map<string, AnyTaker[]>();
  for (const takers of gatherers) {
    for (const [type, taker] of Object.entries(takers) as readonly [string, AnyTaker][]) {
      const list = byType.get(type);
      if (list === undefined) byType.set(type, [taker]);
      else list.push(taker);
    }
  }
  return (logged, mark) => {
    const { type, payload } = logged.event;
    if (payload === null) return;
    const takers = byType.get(type);
    if (takers === undefined) return;
    // A taker stands under the type of the events it takes, so that the payload is of its kind.
    for (const taker of takers) taker(payload as never, logged, mark);
  };
}
