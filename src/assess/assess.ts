/**
 * THE ASSESSOR: takes a log event by event, in total order, and says at the end what it showed. It reads what it is given and nothing else: for a
 * reader it is given the exercise and the events that this reader may read (`for-reader.ts`), and so its figures are that reader's.
 */
import type { LoggedEvent } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import type { Assessment } from './assessment.ts';
import { EventMarks } from './event-marks.ts';
import type { Figured } from './figured.ts';
import { contactFigures } from './figures/contacts.ts';
import { coverageOf } from './figures/coverage.ts';
import { answerFigures, injectAnswers, injectOutcomes } from './figures/inject-answers.ts';
import { analystView } from './figures/network.ts';
import { pairsFigure } from './figures/pairs.ts';
import { occurrencesOf, procedureFigures } from './figures/procedures.ts';
import { ratingsOf } from './figures/ratings.ts';
import { latencySplit, requestFigures } from './figures/requests.ts';
import { serialOutcomes } from './figures/serial-outcomes.ts';
import { findingsFromFigures } from './findings/from-figures.ts';
import { findingsFromPeople } from './findings/from-people.ts';
import { gatherClock } from './gather/clock.ts';
import { gatherCommunication } from './gather/communication.ts';
import { gatherFindings } from './gather/findings.ts';
import { gatherInjects } from './gather/injects.ts';
import { gatherObservations } from './gather/observations.ts';
import { gatherProcedures } from './gather/procedures.ts';
import { gatherRequests } from './gather/requests.ts';
import { gatherSafety } from './gather/safety.ts';
import { gatherSerials } from './gather/serials.ts';
import { gatherTimeline } from './gather/timeline.ts';
import type { Gathered } from './gathered.ts';
import { groundOf, phaseOfSerial } from './ground.ts';
import { dispatchOver } from './taking.ts';

export type AssessOptions = {
  /** Whose reading it is, as `readerText` writes it. */
  readonly reader: string;
  /** Whether the log is a dry run's or an example's; the exercise's own word for it where left out. */
  readonly simulated?: boolean;
  /** The analyst's view of who spoke with whom; off by default. */
  readonly analyst?: boolean;
  /** Without it the timeline stays empty: a dry run makes a thousand assessments and tells none. */
  readonly timeline?: boolean;
  /** The phase a serial belongs to; by default the one it states, else the one in which it is booked to start. */
  readonly phaseOf?: (serial: string) => string | null;
};

export type Assessor = {
  /** Takes the next event; they come in total order. */
  readonly take: (event: LoggedEvent) => void;
  /** What the events so far show; may be asked for at any time, and again after more events. */
  readonly result: () => Assessment;
};

/** An assessor of an exercise as its reader reads it. Memory grows with what the figures need to remember of an event, not with its texts. */
export function assessor(exercise: Exercise, options: AssessOptions): Assessor {
  const marks = new EventMarks();
  const clock = gatherClock();
  const serials = gatherSerials();
  const injects = gatherInjects(exercise);
  const requests = gatherRequests(exercise);
  const procedures = gatherProcedures();
  const observations = gatherObservations();
  const communication = gatherCommunication();
  const safety = gatherSafety();
  const findings = gatherFindings();
  const timeline = options.timeline === false ? null : gatherTimeline(exercise, marks);
  const gatherers = [clock, serials, injects, requests, procedures, observations, communication, safety, findings];
  const dispatch = dispatchOver([...gatherers, ...(timeline === null ? [] : [timeline])].map(({ takers }) => takers));
  let events = 0;
  let from: number | null = null;
  let to: number | null = null;
  const phaseOf =
    options.phaseOf ?? ((serial: string) => phaseOfSerial(exercise, serial, serials.runs.get(serial)?.booking?.start ?? null));

  return {
    take: (event) => {
      events++;
      from ??= event.time;
      to = event.time;
      dispatch(event, marks.of(event));
    },
    result: () => {
      const gathered: Gathered = {
        exercise,
        ground: groundOf(exercise),
        marks,
        phaseOf,
        until: clock.endex() ?? to ?? 0,
        clock,
        serials,
        injects,
        requests: requests.requests(),
        procedures,
        observations,
        communication,
        safety,
        findings,
        timeline,
      };
      const figured = figuresOf(gathered);
      return {
        format: 'entente-assessment',
        version: 1,
        exercise: exercise.setting.code,
        reader: options.reader,
        basis: { streams: marks.streamCount, events, from, to },
        simulated: options.simulated ?? exercise.setting.simulated,
        startex: clock.startex(),
        endex: clock.endex(),
        counts: countsOf(figured),
        serials: figured.serials,
        injects: injectOutcomes(gathered),
        coverage: figured.coverage,
        ratings: figured.ratings,
        coordination: {
          ...figured.procedures,
          requests: figured.requests,
          injectAnswers: injectAnswers(figured.answers),
          contacts: { marked: figured.contacts.marked, crossParty: figured.contacts.crossParty, captured: figured.contacts.captured },
          pairs: pairsFigure(gathered.ground, serials.runs),
          analyst: options.analyst === true ? analystView(gathered) : null,
        },
        safety: { stops: safety.stops.size, noDuff: safety.noDuff.size, drills: safety.drills.size },
        findings: [...findingsFromPeople(gathered), ...findingsFromFigures(figured)],
        timeline: timeline?.entries(injects.injectOf) ?? [],
      };
    },
  };
}

/** Assesses a whole log at once. */
export function assess(exercise: Exercise, events: Iterable<LoggedEvent>, options: AssessOptions): Assessment {
  const { take, result } = assessor(exercise, options);
  for (const event of events) take(event);
  return result();
}

function figuresOf(gathered: Gathered): Figured {
  const requests = requestFigures(gathered);
  const occurrences = occurrencesOf(gathered, requests);
  return {
    gathered,
    serials: serialOutcomes(gathered),
    coverage: coverageOf(gathered.ground, gathered.serials.runs),
    ratings: ratingsOf(gathered.exercise, gathered.observations.observations()),
    occurrences,
    procedures: procedureFigures(gathered, occurrences),
    requestFigures: requests,
    requests: latencySplit(requests),
    answers: answerFigures(gathered),
    contacts: contactFigures(gathered),
  };
}

function countsOf({ gathered, serials, contacts }: Figured): Readonly<Record<string, number>> {
  const { injects, requests, procedures, communication, findings } = gathered;
  const held = serials.filter(({ status }) => status !== 'notHeld');
  const count = (status: string) => held.filter((serial) => serial.status === status).length;
  return {
    serials: held.length,
    serialsDone: count('done'),
    serialsCurtailed: count('curtailed'),
    serialsCancelled: count('cancelled'),
    injectsReleased: [...injects.injects.values()].filter(({ releasedAt }) => releasedAt !== null).length,
    deliveries: injects.deliveries.size,
    messagesSent: communication.counts.messagesSent,
    messagesReceived: communication.counts.messagesReceived,
    requests: requests.length,
    contacts: contacts.marked,
    procedures: procedures.records.size,
    observations: gathered.observations.count(),
    findings: findings.findings.size,
    correctiveActions: findings.actions.size,
  };
}
