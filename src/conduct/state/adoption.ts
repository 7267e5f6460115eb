/** What a stream's events have made of the document's files and of the plan. */
import type { VersionedEvent } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

export type FileFacts = { readonly text: string; readonly hash: string; readonly edits: PayloadOf<'PortionEdited'>[] };
export type BookingFacts = { booking: PayloadOf<'BookingAdopted'>; version: number };

export type AdoptionFacts = {
  files: Map<string, FileFacts>;
  plan: PayloadOf<'PlanAdopted'> | null;
  bookings: Map<string, BookingFacts>;
  notices: PayloadOf<'ChangeNoticeIssued'>[];
};

export const noAdoption = (): AdoptionFacts => ({ files: new Map(), plan: null, bookings: new Map(), notices: [] });

type Told = Exclude<Logged<VersionedEvent>['event'], ErasedEvent>;

/** Folds one event; false when it belongs to another subject. */
export function evolveAdoption(facts: AdoptionFacts, event: Told): boolean {
  switch (event.type) {
    case 'DocumentAdopted':
      facts.files.set(event.payload.file, { text: event.payload.text, hash: event.payload.hash, edits: [] });
      return true;
    case 'PortionEdited':
      facts.files.get(event.payload.file)?.edits.push(event.payload);
      return true;
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
