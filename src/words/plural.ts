// Which form of a noun a number takes: the cardinal rules of the Unicode CLDR (version 45) for our languages.
import { unreachable } from '../kernel/index.ts';
import type { Language } from './language.ts';

export type PluralForm = 'one' | 'few' | 'many' | 'other';

/** The forms that a message in a language has to offer. French `many` is for whole millions only and may be left out. */
export const pluralForms: Readonly<Record<Language, readonly PluralForm[]>> = {
  en: ['one', 'other'],
  fr: ['one', 'other'],
  zh: ['other'],
  ru: ['one', 'few', 'many', 'other'],
};

/** The form for a number; in Russian `other` is for fractions. */
export function pluralForm(value: number, language: Language): PluralForm {
  const whole = Number.isInteger(value);
  const size = Math.abs(value);
  switch (language) {
    case 'en':
      return size === 1 ? 'one' : 'other';
    case 'fr':
      if (size < 2) return 'one';
      return whole && size % 1_000_000 === 0 ? 'many' : 'other';
    case 'zh':
      return 'other';
    case 'ru':
      return whole ? russianForm(size % 10, size % 100) : 'other';
    default:
      return unreachable(language);
  }
}

function russianForm(lastDigit: number, lastTwo: number): PluralForm {
  const teen = lastTwo >= 11 && lastTwo <= 14;
  if (lastDigit === 1 && !teen) return 'one';
  return lastDigit >= 2 && lastDigit <= 4 && !teen ? 'few' : 'many';
}
