/** What simulated people write: a few fixed sentences of the message catalogue, in the language of who writes. */
import { type Language, say } from '../../words/index.ts';

export type PhraseKey =
  | 'agreeWith'
  | 'answer'
  | 'coordinate'
  | 'improve'
  | 'late'
  | 'nextWaits'
  | 'notObserved'
  | 'notPlayed'
  | 'observed'
  | 'ownMatter'
  | 'pause'
  | 'rehearseAgain'
  | 'report'
  | 'request'
  | 'strength'
  | 'tooLate'
  | 'weather';

const said: { [L in Language]?: { [K in PhraseKey]?: string } } = {};

export function phrase(key: PhraseKey, language: Language): string {
  let inLanguage = said[language];
  if (inLanguage === undefined) {
    inLanguage = {};
    said[language] = inLanguage;
  }
  let text = inLanguage[key];
  if (text === undefined) {
    text = say({ key: `rehearsal.phrase.${key}`, values: {} }, language);
    inLanguage[key] = text;
  }
  return text;
}
