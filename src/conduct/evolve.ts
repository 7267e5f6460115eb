/** The one fold: an event changes its own stream's slice and nothing else of the state. Total: it never throws on any subset of streams. */
import { note, noted } from './agenda.ts';
import { type Conduct, type LoggedEvent, nothingSaid, type Slice, sliceOf } from './conduct.ts';
import type { VersionedEvent } from './decision.ts';
import { adoptionEvents } from './events/adoption.ts';
import { answerEvents } from './events/answers.ts';
import { evaluationEvents } from './events/evaluation.ts';
import { playEvents } from './events/play.ts';
import { releaseEvents } from './events/release.ts';
import { runningEvents } from './events/running.ts';
import { safetyEvents } from './events/safety.ts';
import { evolveAdoption, noAdoption } from './state/adoption.ts';
import { evolveAnswers, noAnswers } from './state/answers.ts';
import { evolveEvaluation, noEvaluation } from './state/evaluation.ts';
import { evolvePlay, noPlay } from './state/play.ts';
import { evolveReleases, noReleases } from './state/release.ts';
import { evolveRunning, noRunning } from './state/running.ts';
import { evolveSafety, noSafety } from './state/safety.ts';

type Fold = (slice: Slice, told: VersionedEvent, logged: LoggedEvent) => void;

const subjects: readonly (readonly [object, Fold])[] = [
  [
    playEvents,
    (slice, told, { time }) => {
      if (slice.play === nothingSaid.play) slice.play = noPlay();
      evolvePlay(slice.play, told, time);
    },
  ],
  [
    answerEvents,
    (slice, told, { time }) => {
      if (slice.answers === nothingSaid.answers) slice.answers = noAnswers();
      evolveAnswers(slice.answers, told, time);
    },
  ],
  [
    runningEvents,
    (slice, told, { time, author }) => {
      if (slice.running === nothingSaid.running) slice.running = noRunning();
      evolveRunning(slice.running, told, time, author);
    },
  ],
  [
    evaluationEvents,
    (slice, told, { time }) => {
      if (slice.evaluation === nothingSaid.evaluation) slice.evaluation = noEvaluation();
      evolveEvaluation(slice.evaluation, told, time);
    },
  ],
  [
    safetyEvents,
    (slice, told, { time }) => {
      if (slice.safety === nothingSaid.safety) slice.safety = noSafety();
      evolveSafety(slice.safety, told, time);
    },
  ],
  [
    adoptionEvents,
    (slice, told, logged) => {
      if (slice.adoption === nothingSaid.adoption) slice.adoption = noAdoption();
      evolveAdoption(slice.adoption, told, logged);
    },
  ],
  [
    releaseEvents,
    (slice, told, { time }) => {
      if (slice.release === nothingSaid.release) slice.release = noReleases();
      evolveReleases(slice.release, told, time);
    },
  ],
];

/** What an event of a type changes: its subject in its slice, and the agenda where that takes note of it. */
type Entry = { readonly fold: Fold; readonly isNoted: boolean };
const entryOf: ReadonlyMap<string, Entry> = new Map(
  subjects.flatMap(([events, fold]) => Object.keys(events).map((type) => [type, { fold, isNoted: noted.has(type) }])),
);

/**
 * Folds one logged event into the state that the caller alone owns. An erased payload counts and tells nothing; so does a type that is not
 * known here. Who holds a state in which a payload stands that is erased later folds anew. `slice` is that of the event's stream, for who has it at hand.
 */
export function evolve(conduct: Conduct, logged: LoggedEvent, slice: Slice = sliceOf(conduct, logged.stream)): void {
  slice.length++;
  slice.time = logged.time;
  conduct.time = logged.time;
  const { event } = logged;
  if (event.payload === null) return;
  const entry = entryOf.get(event.type);
  if (entry === undefined) return;
  entry.fold(slice, event, logged);
  if (logged.stream === conduct.routes.everyone) conduct.agenda.clock = slice.running.clock;
  if (entry.isNoted) note(conduct.agenda, event, logged.stream, logged.exerciseTime);
}

/** Folds a whole log, given in total order. */
export function fold(conduct: Conduct, events: Iterable<LoggedEvent>): Conduct {
  for (const event of events) evolve(conduct, event);
  return conduct;
}
