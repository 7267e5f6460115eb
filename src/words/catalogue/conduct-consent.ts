// Why an order about consent to a text was refused. The rest of consent stands in `conduct-talk.ts`.
import type { Catalogue } from '../catalogue-type.ts';

export const conductConsentWords = {
  'conduct.textsMissing': {
    en: 'Consent to a communiqué is consent to its texts; the question must hold each of them.',
    fr: 'Consentir à un communiqué, c’est consentir à ses textes ; la question doit contenir chacun d’eux.',
    zh: '同意公报即同意其各语种文本，征求同意时须附全部文本。',
    ru: 'Согласие на коммюнике — это согласие на его тексты; в запросе должен быть каждый из них.',
  },
  'conduct.consentToAnotherText': {
    en: 'What was agreed under {subject} is another text; this one needs consent anew.',
    fr: 'Le texte approuvé sous {subject} est un autre ; celui-ci exige un nouveau consentement.',
    zh: '以{subject}之名已同意的是另一文本，此文本须重新取得同意。',
    ru: 'Под обозначением {subject} согласован другой текст; на этот нужно новое согласие.',
  },
} as const satisfies Catalogue;
