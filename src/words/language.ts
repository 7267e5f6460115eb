// The languages that every sentence of the system exists in.

/** English, French, Chinese (simplified), Russian. */
export const languages = ['en', 'fr', 'zh', 'ru'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}
