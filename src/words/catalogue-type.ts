// The shape of a catalogue: for each key its message in every language. `template.ts` says what a message may hold.
import type { Language } from './language.ts';

/**
 * Messages by key; a key is `subject.whatIsSaid`.
 *
 * @example
 * export const planWords = {
 *   'plan.unitsPresent': {
 *     en: 'On {day, date} {n, plural, one {# unit is} other {# units are}} present.',
 *     …
 *   },
 * } as const satisfies Catalogue;
 */
export type Catalogue = Readonly<Record<string, Readonly<Record<Language, string>>>>;
