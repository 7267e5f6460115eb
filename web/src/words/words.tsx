// Which language the page speaks, and how it says a thing: every text on the screen comes through here from the catalogues.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type ProblemValue, utc, type Zone } from '../../../src/kernel/index.ts';
import { isLanguage, type Language, languages, say } from '../../../src/words/index.ts';
import { remember, remembered } from './remembered.ts';

export type Say = (key: string, values?: Readonly<Record<string, ProblemValue>>) => string;
export type Words = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: Say;
  readonly zone: Zone;
  readonly setZone: (zone: Zone) => void;
};

const WordsContext = createContext<Words | null>(null);

/** The language asked for in the address, else the one chosen before, else the browser's. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [asked, remembered('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return (wanted.find((one) => one !== null && isLanguage(one)) as Language | undefined) ?? languages[0];
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [zone, setZone] = useState<Zone>(utc);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
    remember('language', language);
  }, [language]);
  const words = useMemo((): Words => {
    const t: Say = (key, values = {}) => say({ key, values }, language, zone);
    return { language, setLanguage, t, zone, setZone };
  }, [language, zone]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('no words here');
  return words;
}
