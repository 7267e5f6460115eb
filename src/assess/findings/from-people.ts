/** Findings as people proposed, commented and agreed them, with their corrective actions. */
import type { AssessedFinding } from '../assessment.ts';
import type { FindingRun } from '../gather/findings.ts';
import type { Gathered } from '../gathered.ts';

/** In the order in which they were proposed; one of which this reader reads only what came after is left out. */
export function findingsFromPeople({ findings: { findings, actions } }: Gathered): readonly AssessedFinding[] {
  return [...findings]
    .flatMap(([id, run]): AssessedFinding[] => (run.proposed === null ? [] : [assessed(id, run, run.proposed)]))
    .map(
      (finding): AssessedFinding => ({
        ...finding,
        actions: [...actions.values()]
          .filter((action) => action.finding === finding.id)
          .map(({ action, text, owner, due, element, done, language }) => ({
            action,
            text,
            owner,
            due,
            element,
            done,
            ...(language === undefined ? {} : { language }),
          })),
      }),
    );
}

function assessed(id: string, run: FindingRun, proposed: NonNullable<FindingRun['proposed']>): AssessedFinding {
  const { title, text, language, strength, task, serials, shownBy, party } = proposed;
  return {
    id,
    origin: 'people',
    strength,
    key: null,
    values: {},
    title,
    text,
    language,
    state: run.state,
    party,
    task: task ?? null,
    serials,
    shownBy,
    actions: [],
    comments: run.comments.map((comment) => ({ party: comment.party, text: comment.text, language: comment.language })),
    nationalView: run.nationalView,
    supersededBy: run.supersededBy,
  };
}
