// The marking that opens and closes everything the system puts out, so that nobody takes an exercise for the real thing.
import type { Catalogue } from '../catalogue-type.ts';

export const exerciseMarkingWords = {
  'exercise.marking': {
    en: 'EXERCISE EXERCISE EXERCISE',
    fr: 'EXERCICE EXERCICE EXERCICE',
    zh: '演习 演习 演习',
    ru: 'УЧЕНИЕ УЧЕНИЕ УЧЕНИЕ',
  },
} as const satisfies Catalogue;
