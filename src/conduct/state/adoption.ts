/** What a stream's events have made of the document's files and of the plan. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { VersionedEvent } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

/**
 * A file as adopted, and its edits since; `said` are the events on which its text stands. `version` counts what was said of the file; each portion has
 * that of its last change.
 */
export type FileFacts = {
  text: string;
  hash: string;
  adoptedAt: MicroInstant;
  edits: PayloadOf<'PortionEdited'>[];
  said: Said[];
  version: number;
  adoptedVersion: number;
  portions: Map<string, number>;
};
export type Said = { readonly origin: string; readonly sequence: number };
export type BookingFacts = { booking: PayloadOf<'BookingAdopted'>; version: number };

export type AdoptionFacts = {
  files: Map<string, FileFacts>;
  plan: PayloadOf<'PlanAdopted'> | null;
  bookings: Map<string, BookingFacts>;
  notices: PayloadOf<'ChangeNoticeIssued'>[];
};

export const noAdoption = (): AdoptionFacts => ({ files: new Map(), plan: null, bookings: new Map(), notices: [] });

/** The name of an item's part within its file. */
export const portionKey = ({ collection, id }: { readonly collection: string; readonly id: string }): string => `${collection}/${id}`;

type Told = Exclude<Logged<VersionedEvent>['event'], ErasedEvent>;

/** Folds one event; false when it belongs to another subject. */
export function evolveAdoption(
  facts: AdoptionFacts,
  event: Told,
  { time, origin, sequence }: Said & { readonly time: MicroInstant },
): boolean {
  switch (event.type) {
    case 'DocumentAdopted': {
      const { file, text, hash } = event.payload;
      const version = (facts.files.get(file)?.version ?? 0) + 1;
      const said = [{ origin, sequence }];
      facts.files.set(file, { text, hash, adoptedAt: time, edits: [], said, version, adoptedVersion: version, portions: new Map() });
      return true;
    }
    case 'PortionEdited': {
      const file = facts.files.get(event.payload.file);
      if (file === undefined) return true;
      file.edits.push(event.payload);
      file.said.push({ origin, sequence });
      file.portions.set(portionKey(event.payload), ++file.version);
      return true;
    }
    case 'PlanAdopted':
      facts.plan = event.payload;
      return true;
    case 'BookingAdopted':
      setBooking(facts, event.payload);
      return true;
    case 'BookingChanged':
      setBooking(facts, event.payload.booking);
      return true;
    case 'ChangeNoticeIssued':
      facts.notices.push(event.payload);
      return true;
    default:
      return false;
  }
}

function setBooking(facts: AdoptionFacts, booking: PayloadOf<'BookingAdopted'>): void {
  const found = facts.bookings.get(booking.serial);
  if (found === undefined) facts.bookings.set(booking.serial, { booking, version: 1 });
  else {
    found.booking = booking;
    found.version++;
  }
}
