// What a reader is fed: the events of the streams that the reader reads, from a position on; frames are made once a reader, not once a client.
import { alertsView, type StreamKey } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { AlertsMessage, EventsMessage, FeedEvent } from '../../protocol/index.ts';
import { gateFor, type Reader, type Scale } from '../../release/index.ts';
import { nodeHashText } from '../../store/index.ts';
import type { Home, Told } from './home.ts';

/** A batch for a client: its message, and the token from which the client goes on. */
export type Frame = { readonly message: EventsMessage; readonly token: string };

/** Events a frame holds at the most, so that a late joiner does not hold up the others. */
const frameSize = 250;

export type Feed = {
  /** What a reader has not yet seen; an unknown token means from the beginning. */
  readonly since: (token: string | undefined) => Generator<Frame>;
  /** Whether the reader reads a stream. */
  readonly reads: (stream: StreamKey) => boolean;
  /** What stands still of what the reader reads: it overtakes the past. */
  readonly alerts: () => AlertsMessage;
  /** The frame of a change; undefined where nothing of it is the reader's. */
  readonly of: (events: readonly Told[]) => Frame | undefined;
};

/** The feed of one reader; `setting` is what the reader reads of the exercise's. Keeps where each stream stands that it has passed on, so that tokens are made without looking back. */
export function feedFor(home: Home, reader: Reader, scale: Scale, setting: () => Exercise['setting'] | undefined): Feed {
  const gate = gateFor(reader, scale);
  const reads = ({ logged }: Told): boolean => gate(logged.stream);
  const positions = positionsOf(home.past().filter(reads));
  return {
    reads: gate,
    alerts() {
      const { exercise, slices } = home.conduct;
      const own = new Map([...slices].filter(([stream]) => gate(stream)));
      // Telephones stand in the reader's own document, and so does the channel where the alert names none.
      const { emergency: _, ...without } = exercise.setting;
      const alerts = alertsView({ ...home.conduct, exercise: { ...exercise, setting: setting() ?? without }, slices: own });
      return { alerts: alerts.map(({ telephone: _, ...alert }) => ({ ...alert, serials: [...alert.serials] })) };
    },
    *since(token) {
      const from = token === undefined ? new Map<string, number>() : readToken(token);
      const seen = new Map<string, number>();
      let batch: FeedEvent[] = [];
      for (const told of home.past()) {
        if (!reads(told)) continue;
        const place = placeOf(told);
        seen.set(place, told.logged.sequence);
        if (told.logged.sequence <= (from.get(place) ?? 0)) continue;
        batch.push(feedEventOf(told));
        if (batch.length < frameSize) continue;
        yield { message: { events: batch }, token: tokenOf(seen) };
        batch = [];
      }
      if (batch.length > 0) yield { message: { events: batch }, token: tokenOf(seen) };
    },
    of(events) {
      const own = events.filter(reads);
      if (own.length === 0) return undefined;
      for (const told of own) positions.set(placeOf(told), told.logged.sequence);
      return { message: { events: own.map(feedEventOf) }, token: tokenOf(positions) };
    },
  };
}

function feedEventOf({ logged }: Told): FeedEvent {
  const { stream, origin, sequence, time, exerciseTime, author, event } = logged;
  return {
    stream,
    origin,
    sequence,
    time,
    exerciseTime,
    author,
    type: event.type,
    version: event.version,
    payload: event.payload as FeedEvent['payload'],
  };
}

const places = new Map<string, string>();

/** A stream of an origin under a short name, which tells nothing of it. */
function placeOf({ logged: { stream, origin } }: Told): string {
  const whole = `${origin}\n${stream satisfies StreamKey}`;
  const known = places.get(whole);
  if (known !== undefined) return known;
  const short = nodeHashText('', whole).slice(0, 10);
  places.set(whole, short);
  return short;
}

function positionsOf(past: readonly Told[]): Map<string, number> {
  const positions = new Map<string, number>();
  for (const told of past) positions.set(placeOf(told), told.logged.sequence);
  return positions;
}

/** An opaque token: how far each stream was passed on. */
function tokenOf(positions: ReadonlyMap<string, number>): string {
  return [...positions].map(([place, sequence]) => `${place}.${sequence.toString(36)}`).join('~');
}

function readToken(token: string): Map<string, number> {
  const positions = new Map<string, number>();
  for (const part of token.split('~')) {
    const [place = '', sequence = ''] = part.split('.');
    const number = Number.parseInt(sequence, 36);
    if (Number.isSafeInteger(number)) positions.set(place, number);
  }
  return positions;
}
