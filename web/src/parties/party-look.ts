// How a party is told apart: by colour, by pattern and by letters, so that colour never carries it alone.
import type { Exercise } from '../../../src/exercise/index.ts';

export const patterns = ['plain', 'stripes', 'dots', 'bars', 'cross'] as const;
export type PartyPattern = (typeof patterns)[number];

export type PartyLook = { readonly id: string; readonly colour: string; readonly pattern: PartyPattern; readonly letters: string };

/** Told apart also by those who see red and green alike. */
const colours = ['#2a6f97', '#b5542c', '#6a4c93', '#3d7a4f', '#8c6d1f', '#a03a6a'];

/** The look of every party, in the document's order; `letters` in the page's language where the document has them. */
export function partyLooks(exercise: Exercise, language: string): ReadonlyMap<string, PartyLook> {
  return new Map(
    exercise.parties.list.map(({ id, colour, shortName }, index) => [
      id,
      {
        id,
        colour: colour ?? colours[index % colours.length] ?? '#555555',
        pattern: patterns[index % patterns.length] ?? 'plain',
        letters: shortName?.[language] ?? shortName?.en ?? id,
      },
    ]),
  );
}
