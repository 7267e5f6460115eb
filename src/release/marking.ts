// The words that a label puts on paper and screen: above and below every message, print, export and mail, and before a portion.
// A marking is a fixed formula rather than a sentence, so its few words stand here.
import { canonicalLabel, type Label, type Scale } from './label.ts';

/** The languages a marking is written in. */
export type MarkingLanguage = 'en' | 'fr' | 'zh' | 'ru';

/** How each party marks a classification of the exercise: classification → party → language → marking. Agreed data, never code. */
export type Equivalents = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** The first and the last line, the mark of one portion, and the label's line alone. */
export type Marking = {
  readonly opening: string;
  readonly closing: string;
  readonly portion: string;
  readonly label: string;
};

/**
 * The marking of a label. After the exercise's own classification stands that of every party it is releasable to, in the language of the
 * product where the party has it in that language, else in the party's own. `exerciseMarking` is the exercise's, in the product's language.
 * A classification that the scale does not know is printed as it is, and no party's beside it.
 *
 * @example marking(label, scale, equivalents, 'en', 'EXERCISE EXERCISE EXERCISE').opening
 *          // 'EXERCISE EXERCISE EXERCISE — RESTRICTED [BLR: ДСП; CHN: 内部] — Releasable to BLR, CHN'
 */
export function marking(label: Label, scale: Scale, equivalents: Equivalents, language: MarkingLanguage, exerciseMarking: string): Marking {
  const { classification, releasableTo, caveats } = canonicalLabel(label);
  const words = formula[language];
  const parties = releasableTo === 'PUBLIC' ? [] : releasableTo;
  const equivalent = scale.includes(classification) ? equivalentsOf(classification, parties, equivalents, language) : '';
  const release = releasableTo === 'PUBLIC' ? words.toPublic : parties.length === 0 ? words.toNobody : words.to + parties.join(words.comma);
  const line = [classification + equivalent, release, ...caveats].join(' — ');
  const portionParties = releasableTo === 'PUBLIC' ? 'PUBLIC' : parties.join(', ');
  return {
    opening: `${exerciseMarking} — ${line}`,
    closing: `${line} — ${exerciseMarking}`,
    portion: `(${[classification, portionParties, ...caveats].join('//')})`,
    label: line,
  };
}

function equivalentsOf(classification: string, parties: readonly string[], equivalents: Equivalents, language: MarkingLanguage): string {
  const byParty = Object.hasOwn(equivalents, classification) ? (equivalents[classification] ?? {}) : {};
  const marks = parties.flatMap((party) => {
    const texts = Object.hasOwn(byParty, party) ? (byParty[party] ?? {}) : {};
    const text = texts[language] ?? Object.values(texts)[0];
    return text === undefined ? [] : [`${party}: ${text}`];
  });
  return marks.length === 0 ? '' : ` [${marks.join('; ')}]`;
}

type Formula = {
  readonly to: string;
  readonly toPublic: string;
  readonly toNobody: string;
  readonly comma: string;
};

const formula: Readonly<Record<MarkingLanguage, Formula>> = {
  en: {
    to: 'Releasable to ',
    toPublic: 'For public release',
    toNobody: 'Not releasable',
    comma: ', ',
  },
  fr: {
    to: 'Communicable à ',
    toPublic: 'Diffusion publique',
    toNobody: 'Non communicable',
    comma: ', ',
  },
  zh: { to: '可发放至：', toPublic: '可公开发布', toNobody: '不得发放', comma: '、' },
  ru: {
    to: 'Разрешена передача: ',
    toPublic: 'Для открытого распространения',
    toNobody: 'Передача запрещена',
    comma: ', ',
  },
};
