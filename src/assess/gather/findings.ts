/** Findings that people proposed, with what was said of them since and the corrective actions they led to. */
import type { PayloadOf } from '../../conduct/index.ts';
import type { Takers } from '../taking.ts';

export type FindingRun = {
  proposed: PayloadOf<'FindingProposed'> | null;
  state: 'proposed' | 'commented' | 'agreed' | 'agreedWithNationalView' | 'keptNational' | 'superseded';
  readonly comments: PayloadOf<'FindingCommented'>[];
  nationalView: string | null;
  supersededBy: string | null;
};

export type GatheredFindings = {
  readonly takers: Takers;
  readonly findings: ReadonlyMap<string, FindingRun>;
  readonly actions: ReadonlyMap<string, PayloadOf<'CorrectiveActionSet'>>;
};

export function gatherFindings(): GatheredFindings {
  const findings = new Map<string, FindingRun>();
  const actions = new Map<string, PayloadOf<'CorrectiveActionSet'>>();
  const findingOf = (finding: string): FindingRun => {
    const found = findings.get(finding);
    if (found !== undefined) return found;
    const made: FindingRun = { proposed: null, state: 'proposed', comments: [], nationalView: null, supersededBy: null };
    findings.set(finding, made);
    return made;
  };
  return {
    findings,
    actions,
    takers: {
      FindingProposed: (payload) => {
        findingOf(payload.finding).proposed = payload;
      },
      FindingCommented: (payload) => {
        const finding = findingOf(payload.finding);
        finding.comments.push(payload);
        if (finding.state === 'proposed') finding.state = 'commented';
      },
      FindingAgreed: ({ finding: id, nationalView }) => {
        const finding = findingOf(id);
        finding.nationalView = nationalView ?? null;
        finding.state = nationalView === undefined ? 'agreed' : 'agreedWithNationalView';
      },
      FindingKeptNational: ({ finding }) => {
        findingOf(finding).state = 'keptNational';
      },
      FindingSuperseded: ({ finding: id, by }) => {
        const finding = findingOf(id);
        finding.state = 'superseded';
        finding.supersededBy = by;
      },
      CorrectiveActionSet: (payload) => {
        actions.set(payload.action, payload);
      },
    },
  };
}
