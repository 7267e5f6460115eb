/** Names one change of one booking, so that consent to it is consent to no other. */
import { derivedId, stableJson } from '../../kernel/index.ts';
import type { PayloadOf } from '../events/events.ts';

/** The subject to ask consent on before a booking is changed inside the frozen hours: the serial, and what its booking is to be. */
export function bookingSubject(booking: PayloadOf<'BookingAdopted'>): string {
  return `${booking.serial}#${derivedId(booking.serial, stableJson(booking))}`;
}
