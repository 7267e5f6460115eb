/** What simulated people write: a few fixed sentences of the message catalogue, in the language of who writes. */
import { type Language, say } from '../../words/index.ts';

export type PhraseKey =
  | 'agreeWith'
  | 'answer'
  | 'coordinate'
  | 'improve'
  | 'nextWaits'
  | 'notObserved'
  | 'notPlayed'
  | 'observed'
  | 'rehearseAgain'
  | 'report'
  | 'request'
  | 'strength'
  | 'tooLate'
  | 'weather';

const said = new Map<string, string>();

export function phrase(key: PhraseKey, language: Language): string {
  const name = `${key}/${language}`;
  const known = said.get(name);
  if (known !== undefined) return known;
  const made = say({ key: `rehearsal.phrase.${key}`, values: {} }, language);
  said.set(name, made);
  return made;
}
