/** The one fold: an event changes its own stream's slice and nothing else of the state. Total: it never throws on any subset of streams. */
import { note, noted } from './agenda.ts';
import { type Conduct, type LoggedEvent, type Slice, sliceOf } from './conduct.ts';
import type { VersionedEvent } from './decision.ts';
import { adoptionEvents } from './events/adoption.ts';
import { evaluationEvents } from './events/evaluation.ts';
import { playEvents } from './events/play.ts';
import { releaseEvents } from './events/release.ts';
import { runningEvents } from './events/running.ts';
import { safetyEvents } from './events/safety.ts';
import { evolveAdoption } from './state/adoption.ts';
import { evolveEvaluation } from './state/evaluation.ts';
import { evolvePlay } from './state/play.ts';
import { evolveReleases } from './state/release.ts';
import { evolveRunning } from './state/running.ts';
import { evolveSafety } from './state/safety.ts';

type Fold = (slice: Slice, told: VersionedEvent, logged: LoggedEvent) => unknown;

const subjects: readonly (readonly [object, Fold])[] = [
  [playEvents, (slice, told, { time }) => evolvePlay(slice.play, told, time)],
  [runningEvents, (slice, told, { time, author }) => evolveRunning(slice.running, told, time, author)],
  [evaluationEvents, (slice, told, { time }) => evolveEvaluation(slice.evaluation, told, time)],
  [safetyEvents, (slice, told, { time }) => evolveSafety(slice.safety, told, time)],
  [adoptionEvents, (slice, told, logged) => evolveAdoption(slice.adoption, told, logged)],
  [releaseEvents, (slice, told, { time }) => evolveReleases(slice.release, told, time)],
];
const foldOf: ReadonlyMap<string, Fold> = new Map(subjects.flatMap(([events, fold]) => Object.keys(events).map((type) => [type, fold])));

/**
 * Folds one logged event into the state that the caller alone owns. An erased payload counts and tells nothing; so does a type that is not
 * known here. Who holds a state in which a payload stands that is erased later folds anew.
 */
export function evolve(conduct: Conduct, logged: LoggedEvent): void {
  const slice = sliceOf(conduct, logged.stream);
  slice.length++;
  slice.time = logged.time;
  conduct.time = logged.time;
  const { event } = logged;
  if (event.payload === null) return;
  foldOf.get(event.type)?.(slice, event, logged);
  if (noted.has(event.type)) note(conduct.agenda, event, logged.stream, logged.exerciseTime);
}

/** Folds a whole log, given in total order. */
export function fold(conduct: Conduct, events: Iterable<LoggedEvent>): Conduct {
  for (const event of events) evolve(conduct, event);
  return conduct;
}
