/** Names one change of one thing, so that consent to it is consent to no other. */
import { derivedId, sha256Hex, stableJson } from '../../kernel/index.ts';
import type { PayloadOf } from '../events/events.ts';

const subjectOf = (thing: string, change: unknown): string => `${thing}#${derivedId(thing, stableJson(change))}`;

/** The thing that a subject is about: a serial, a file, or the exercise. */
export const thingOf = (subject: string): string => subject.split('#')[0] ?? subject;

/** The subject to ask consent on before a booking is changed inside the frozen hours: the serial, and what its booking is to be. */
export function bookingSubject(booking: PayloadOf<'BookingAdopted'>): string {
  return subjectOf(booking.serial, booking);
}

/** The subject to ask consent on before a part of a file is edited: the file, and what is to be put where. */
export function editSubject({ file, collection, id, edits }: PayloadOf<'PortionEdited'>): string {
  return subjectOf(file, { collection, id, edits });
}

/** The subject to ask consent on before files are adopted: the exercise, and what each file is to be. */
export function filesSubject(
  code: string,
  files: readonly { readonly file: string; readonly class: string; readonly hash: string }[],
): string {
  return subjectOf(
    code,
    files.map(({ file, class: ofClass, hash }) => ({ file, class: ofClass, hash })),
  );
}

/** The subject to ask consent on before a plan is adopted: the exercise, and every booking of the plan. */
export function planSubject(code: string, bookings: readonly PayloadOf<'BookingAdopted'>[]): string {
  return subjectOf(code, bookings);
}

/** A text to be agreed, in one language. */
export type AgreedText = { readonly language: string; readonly title: string; readonly text: string };

/** What consent to a text is bound to: another title, text or language is another digest. */
export function textDigest({ language, title, text }: AgreedText): string {
  return sha256Hex(stableJson([language, title, text]));
}
