/** What a stream's events have made of observations, procedures, findings, corrective actions and consent. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { VersionedEvent } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

export type ObservationFacts = {
  made: PayloadOf<'ObservationMade'> | null;
  released: PayloadOf<'ObservationReleased'> | null;
  at: MicroInstant;
  withdrawn: boolean;
};
export type ProcedureFacts = { readonly recorded: PayloadOf<'ProcedureRecorded'>; readonly at: MicroInstant };
export type FindingState = 'proposed' | 'commented' | 'agreed' | 'agreedWithNationalView' | 'keptNational' | 'superseded';
export type FindingFacts = {
  proposed: PayloadOf<'FindingProposed'> | null;
  state: FindingState;
  version: number;
  comments: PayloadOf<'FindingCommented'>[];
  nationalView: string | null;
  supersededBy: string | null;
  at: MicroInstant;
};
export type ConsentFacts = {
  asked: PayloadOf<'ConsentAsked'> | null;
  given: PayloadOf<'ConsentGiven'>[];
  outcome: PayloadOf<'ConsentSettled'>['outcome'] | null;
  askedAt: MicroInstant;
  settledAt: MicroInstant | null;
};

export type EvaluationFacts = {
  observations: Map<string, ObservationFacts>;
  /** serial → observations made of it */
  ofSerial: Map<string, Set<string>>;
  procedures: Map<string, ProcedureFacts>;
  findings: Map<string, FindingFacts>;
  actions: Map<string, PayloadOf<'CorrectiveActionSet'>>;
  consents: Map<string, ConsentFacts>;
};

export const noEvaluation = (): EvaluationFacts => ({
  observations: new Map(),
  ofSerial: new Map(),
  procedures: new Map(),
  findings: new Map(),
  actions: new Map(),
  consents: new Map(),
});

function observationFacts(facts: EvaluationFacts, observation: string, at: MicroInstant): ObservationFacts {
  const found = facts.observations.get(observation);
  if (found !== undefined) return found;
  const made: ObservationFacts = { made: null, released: null, at, withdrawn: false };
  facts.observations.set(observation, made);
  return made;
}

function findingFacts(facts: EvaluationFacts, finding: string, at: MicroInstant): FindingFacts {
  const found = facts.findings.get(finding);
  if (found !== undefined) {
    found.version++;
    return found;
  }
  const made: FindingFacts = { proposed: null, state: 'proposed', version: 1, comments: [], nationalView: null, supersededBy: null, at };
  facts.findings.set(finding, made);
  return made;
}

function consentFacts(facts: EvaluationFacts, consentCase: string, at: MicroInstant): ConsentFacts {
  const found = facts.consents.get(consentCase);
  if (found !== undefined) return found;
  const made: ConsentFacts = { asked: null, given: [], outcome: null, askedAt: at, settledAt: null };
  facts.consents.set(consentCase, made);
  return made;
}

type Told = Exclude<Logged<VersionedEvent>['event'], ErasedEvent>;

/** Folds one event; false when it belongs to another subject. */
export function evolveEvaluation(facts: EvaluationFacts, event: Told, time: MicroInstant): boolean {
  switch (event.type) {
    case 'ObservationMade':
      observationFacts(facts, event.payload.observation, time).made = event.payload;
      facts.ofSerial.set(event.payload.serial, (facts.ofSerial.get(event.payload.serial) ?? new Set()).add(event.payload.observation));
      return true;
    case 'ObservationReleased':
      observationFacts(facts, event.payload.observation, time).released = event.payload;
      return true;
    case 'ObservationWithdrawn':
      observationFacts(facts, event.payload.observation, time).withdrawn = true;
      return true;
    case 'ProcedureRecorded':
      facts.procedures.set(event.payload.record, { recorded: event.payload, at: time });
      return true;
    case 'FindingProposed':
      findingFacts(facts, event.payload.finding, time).proposed = event.payload;
      return true;
    case 'FindingCommented': {
      const finding = findingFacts(facts, event.payload.finding, time);
      finding.comments.push(event.payload);
      if (finding.state === 'proposed') finding.state = 'commented';
      return true;
    }
    case 'FindingAgreed': {
      const finding = findingFacts(facts, event.payload.finding, time);
      finding.nationalView = event.payload.nationalView ?? null;
      finding.state = event.payload.nationalView === undefined ? 'agreed' : 'agreedWithNationalView';
      return true;
    }
    case 'FindingKeptNational':
      findingFacts(facts, event.payload.finding, time).state = 'keptNational';
      return true;
    case 'FindingSuperseded': {
      const finding = findingFacts(facts, event.payload.finding, time);
      finding.state = 'superseded';
      finding.supersededBy = event.payload.by;
      return true;
    }
    case 'CorrectiveActionSet':
      facts.actions.set(event.payload.action, event.payload);
      return true;
    case 'ConsentAsked':
      consentFacts(facts, event.payload.case, time).asked = event.payload;
      return true;
    case 'ConsentGiven': {
      const consent = consentFacts(facts, event.payload.case, time);
      const { role, party } = event.payload;
      consent.given = consent.given.filter((given) => given.role !== role || given.party !== party);
      consent.given.push(event.payload);
      return true;
    }
    case 'ConsentSettled': {
      const consent = consentFacts(facts, event.payload.case, time);
      consent.outcome = event.payload.outcome;
      consent.settledAt = time;
      return true;
    }
    default:
      return false;
  }
}
