/** What a stream's events have made of released texts, erasures, and who holds which post. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { VersionedEvent } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

export type ReleasedFacts = { released: PayloadOf<'TextReleased'> | null; at: MicroInstant; withdrawn: string | null };

export type ReleaseFacts = {
  texts: Map<string, ReleasedFacts>;
  /** post → records of the persons who took it and have not left it; and of those who left it. */
  holders: Map<string, Set<string>>;
  left: Map<string, Set<string>>;
  /** record → streams to which it was released from here */
  released: Map<string, Set<string>>;
  erased: PayloadOf<'PayloadErased'>[];
  /** `erasureKey` → posts that ordered it. */
  erasuresAsked: Map<string, Set<string>>;
  refusals: PayloadOf<'CommandRefused'>[];
};

/** The key under which orders to erase one event's payload stand. */
export const erasureKey = (stream: string, origin: string, sequence: number): string => `${stream} ${origin} ${sequence}`;

export const noReleases = (): ReleaseFacts => ({
  texts: new Map(),
  released: new Map(),
  holders: new Map(),
  left: new Map(),
  erased: [],
  erasuresAsked: new Map(),
  refusals: [],
});

type Told = Exclude<Logged<VersionedEvent>['event'], ErasedEvent>;

/** Folds one event; false when it belongs to another subject. */
export function evolveReleases(facts: ReleaseFacts, event: Told, time: MicroInstant): boolean {
  switch (event.type) {
    case 'TextReleased':
      facts.texts.set(event.payload.record, { released: event.payload, at: time, withdrawn: null });
      return true;
    case 'ReleaseRecorded':
      facts.released.set(event.payload.record, (facts.released.get(event.payload.record) ?? new Set()).add(event.payload.to));
      return true;
    case 'Withdrawn': {
      const found = facts.texts.get(event.payload.record);
      if (found === undefined) facts.texts.set(event.payload.record, { released: null, at: time, withdrawn: event.payload.reason });
      else found.withdrawn = event.payload.reason;
      return true;
    }
    case 'PayloadErased':
      facts.erased.push(event.payload);
      return true;
    case 'ErasureAsked': {
      const key = erasureKey(event.payload.stream, event.payload.origin, event.payload.sequence);
      facts.erasuresAsked.set(key, (facts.erasuresAsked.get(key) ?? new Set()).add(event.payload.by));
      return true;
    }
    case 'PostTaken': {
      const { post, record } = event.payload;
      facts.holders.set(post, (facts.holders.get(post) ?? new Set()).add(record));
      facts.left.get(post)?.delete(record);
      return true;
    }
    case 'PostLeft': {
      const { post, record } = event.payload;
      facts.left.set(post, (facts.left.get(post) ?? new Set()).add(record));
      facts.holders.get(post)?.delete(record);
      return true;
    }
    case 'CommandRefused':
      facts.refusals.push(event.payload);
      return true;
    case 'ClockAdvanceLimited':
      return true;
    default:
      return false;
  }
}
