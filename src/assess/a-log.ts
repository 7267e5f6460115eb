/** Builders for tests of this and other rooms: tiny logs by hand, minutes after the start of D-day on the tests' clock (8 July 2024, 00:00 C). */
import type { EventType, LoggedEvent, PayloadOf } from '../conduct/index.ts';
import { type MicroInstant, microsFromIso } from '../kernel/index.ts';
import { type Class, type ClassKey, classKey } from '../release/index.ts';

export const dDayMicros: number = microsFromIso('2024-07-07T21:00:00Z');
export const dDayMinutes: number = dDayMicros / 60_000_000;

/** The instant so many minutes after the start of D-day. */
export const at = (minutes: number): number => dDayMicros + Math.round(minutes * 60_000_000);

const label = { classification: 'RESTRICTED', releasableTo: ['BLR', 'CHN'], caveats: [] };
export const everyone = classKey({ label, audience: { kind: 'everyone' } });
export const excon = classKey({ label, audience: { kind: 'excon' } });
export const ofParty = (id: string): ClassKey => classKey({ label: { ...label, releasableTo: [id] }, audience: { kind: 'party', id } });
export const ofPost = (id: string, party: string): ClassKey =>
  classKey({ label: { ...label, releasableTo: [party] }, audience: { kind: 'post', id } });

/** An event before it has a sequence. */
export type Told = Omit<LoggedEvent, 'sequence'>;

export function told<T extends EventType>(minutes: number, type: T, payload: PayloadOf<T>, stream: Class | ClassKey = everyone): Told {
  const time = at(minutes) as MicroInstant;
  const key = typeof stream === 'string' ? stream : classKey(stream);
  // Type and payload belong together by this function's own type, which does not reach through the union.
  const event = { type, version: 1, payload } as unknown as LoggedEvent['event'];
  return { stream: key, origin: 'brest', time, exerciseTime: time, author: null, event };
}

/** Events in order of time, each with its sequence in its stream. */
export function aLog(...events: readonly Told[]): readonly LoggedEvent[] {
  const lengths = new Map<string, number>();
  return events
    .toSorted((a, b) => a.time - b.time)
    .map((event) => {
      const sequence = (lengths.get(event.stream) ?? 0) + 1;
      lengths.set(event.stream, sequence);
      return { ...event, sequence };
    });
}

/** A serial booked for a team at a site, by default for two hours from the given minute. */
export function aBooking(serial: string, start: number, team: readonly string[], more: Partial<PayloadOf<'BookingAdopted'>> = {}): Told {
  const booking = {
    serial,
    held: true,
    start: dDayMinutes + start,
    end: dDayMinutes + start + 120,
    site: 'range',
    team: [...team],
    lead: null,
    support: [],
  };
  return told(-60, 'BookingAdopted', { ...booking, ...more });
}

/** A serial that began and ended at these minutes. */
export function aSerialDone(serial: string, from: number, to: number): readonly Told[] {
  return [told(from, 'SerialStarted', { serial }), told(to, 'SerialDone', { serial })];
}
