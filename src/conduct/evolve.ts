/** The one fold: an event changes its own stream's slice and nothing else. Total: it never throws on any subset of streams. */
import { type Conduct, type LoggedEvent, sliceOf } from './conduct.ts';
import type { VersionedEvent } from './decision.ts';
import { evolveAdoption } from './state/adoption.ts';
import { evolveEvaluation } from './state/evaluation.ts';
import { evolvePlay } from './state/play.ts';
import { evolveReleases } from './state/release.ts';
import { evolveRunning } from './state/running.ts';
import { evolveSafety } from './state/safety.ts';

/** Folds one logged event into the state that the caller alone owns. An erased payload counts and tells nothing. */
export function evolve(conduct: Conduct, logged: LoggedEvent): void {
  const slice = sliceOf(conduct, logged.stream);
  slice.length++;
  conduct.time = logged.time;
  const { event } = logged;
  if (event.payload === null) return;
  const told = event as VersionedEvent;
  void (
    evolvePlay(slice.play, told, logged.time) ||
    evolveRunning(slice.running, told, logged.time, logged.author) ||
    evolveEvaluation(slice.evaluation, told, logged.time) ||
    evolveSafety(slice.safety, told, logged.time) ||
    evolveAdoption(slice.adoption, told) ||
    evolveReleases(slice.release, told, logged.time)
  );
}

/** Folds a whole log, given in total order. */
export function fold(conduct: Conduct, events: Iterable<LoggedEvent>): Conduct {
  for (const event of events) evolve(conduct, event);
  return conduct;
}
