/** Lets every rule look at the figures and writes down what it proposes. */
import type { AssessedFinding } from '../assessment.ts';
import type { Figured } from '../figured.ts';
import { rules } from './rules.ts';

/** As many events are listed as a person will look at; the values say how many there are. */
const mostShown = 50;

export function findingsFromFigures(figured: Figured): readonly AssessedFinding[] {
  const { marks } = figured.gathered;
  return Object.entries(rules).flatMap(([name, rule]) =>
    rule(figured).map(
      (proposal): AssessedFinding => ({
        id: `${name}/${proposal.of}`,
        origin: 'figures',
        strength: proposal.strength,
        key: `assess.finding.${name}`,
        values: proposal.values,
        title: null,
        text: null,
        language: null,
        state: 'proposed',
        party: proposal.party ?? null,
        task: proposal.task ?? null,
        serials: proposal.serials ?? [],
        shownBy: proposal.shownBy.slice(0, mostShown).map((mark) => marks.textOf(mark)),
        actions: [],
      }),
    ),
  );
}
