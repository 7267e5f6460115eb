/** How observations, procedures, findings and consent are told. */
import type { evaluationEvents } from '../events/evaluation.ts';
import type { PayloadOf } from '../events/events.ts';
import type { Naming } from './naming.ts';
import { minuteValue, orNone, type TellingOf } from './telling-of.ts';

const observed = (
  { serial, task, criticalTask, party, rating, text }: PayloadOf<'ObservationMade'> | PayloadOf<'ObservationReleased'>,
  naming: Naming,
) => ({
  serial: naming.serial(serial),
  criticalTask: naming.criticalTask(task, criticalTask),
  party: naming.party(party),
  rating: orNone(rating),
  text: orNone(text),
});

const minutesBetween = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 60_000_000));

export const evaluationTellings: { readonly [T in keyof typeof evaluationEvents]: TellingOf<T> } = {
  ObservationMade: { subject: 'evaluation', routine: true, values: observed },
  ObservationReleased: { subject: 'evaluation', values: observed },
  ObservationWithdrawn: { subject: 'evaluation', values: ({ reason }) => ({ reason }) },
  ProcedureRecorded: {
    subject: 'evaluation',
    values: ({ procedure, serial, from, to, startedAt, finishedAt }, naming) => ({
      procedure: naming.procedure(procedure),
      serial: naming.serial(serial),
      from: naming.party(from),
      to: naming.party(to),
      finished: finishedAt !== null,
      minutes: finishedAt === null ? 0 : minutesBetween(startedAt, finishedAt),
    }),
  },
  FindingProposed: { subject: 'finding', values: ({ title, party, text }, naming) => ({ title, party: naming.party(party), text }) },
  FindingCommented: { subject: 'finding', values: ({ party, text }, naming) => ({ party: naming.party(party), text }) },
  FindingAgreed: {
    subject: 'finding',
    values: ({ finding, nationalView }, naming) => ({
      finding: naming.finding(finding),
      party: nationalView === undefined ? 'none' : naming.party(nationalView),
    }),
  },
  FindingKeptNational: {
    subject: 'finding',
    values: ({ finding, party }, naming) => ({ finding: naming.finding(finding), party: naming.party(party) }),
  },
  FindingSuperseded: {
    subject: 'finding',
    values: ({ finding, by }, naming) => ({ finding: naming.finding(finding), by: naming.finding(by) }),
  },
  CorrectiveActionSet: { subject: 'finding', values: ({ text, owner }, naming) => ({ text, owner: naming.post(owner) }) },
  ConsentAsked: {
    subject: 'consent',
    values: ({ on, subject, until }, naming) => ({ on, subject: naming.subject(on, subject), until: minuteValue(until) }),
  },
  ConsentGiven: {
    subject: 'consent',
    routine: true,
    values: ({ case: id, role, party, yes }, naming) => ({
      subject: naming.consent(id),
      role: naming.role(role),
      party: party === undefined ? 'none' : naming.party(party),
      yes,
    }),
  },
  ConsentSettled: { subject: 'consent', values: ({ case: id, outcome }, naming) => ({ subject: naming.consent(id), outcome }) },
};
