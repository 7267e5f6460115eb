/** The state of a running exercise: one slice a class, each written by the events of its own stream alone. */
import type { Exercise } from '../exercise/index.ts';
import type { MicroInstant } from '../kernel/index.ts';
import { type Agenda, noAgenda, type ReadonlyAgenda } from './agenda.ts';
import type { VersionedEvent } from './decision.ts';
import type { Logged, StreamKey } from './log/envelope.ts';
import { type Routes, routesOf } from './routes.ts';
import { type AdoptionFacts, noAdoption } from './state/adoption.ts';
import { type AnswersFacts, noAnswers } from './state/answers.ts';
import { type EvaluationFacts, noEvaluation } from './state/evaluation.ts';
import { noPlay, type PlayFacts } from './state/play.ts';
import { noReleases, type ReleaseFacts } from './state/release.ts';
import { noRunning, type RunningFacts } from './state/running.ts';
import { noSafety, type SafetyFacts } from './state/safety.ts';

/** A logged event of conduct. */
export type LoggedEvent = Logged<VersionedEvent>;

/** What one stream's events have come to. A subject of which nothing was said stands as `nothingSaid` and gets facts of its own with its first event. */
export type Slice = {
  readonly stream: StreamKey;
  /** How many events were folded, and the time of the last. */
  length: number;
  time: MicroInstant | null;
  adoption: AdoptionFacts;
  running: RunningFacts;
  play: PlayFacts;
  answers: AnswersFacts;
  evaluation: EvaluationFacts;
  safety: SafetyFacts;
  release: ReleaseFacts;
};

/** Shared by all slices and never written: most streams are about one or two subjects, and a dry run opens its streams a thousand times. */
export const nothingSaid = {
  adoption: noAdoption(),
  running: noRunning(),
  play: noPlay(),
  answers: noAnswers(),
  evaluation: noEvaluation(),
  safety: noSafety(),
  release: noReleases(),
} as const;

/** Everything folded so far. `evolve` alone writes it; document and routes are shared by reference. */
export type Conduct = {
  readonly exercise: Exercise;
  readonly routes: Routes;
  readonly slices: Map<StreamKey, Slice>;
  /** An index over all slices for the home origin's deciders; no reader's view holds it. */
  readonly agenda: Agenda;
  /** The time of the last event folded; null before the first. */
  time: MicroInstant | null;
};

type DeepReadonly<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? ReadonlyMap<K, DeepReadonly<V>>
    : T extends ReadonlySet<infer E>
      ? ReadonlySet<E>
      : T extends readonly (infer E)[]
        ? readonly DeepReadonly<E>[]
        : T extends (...given: never[]) => unknown
          ? T
          : T extends string | number | boolean | null | undefined
            ? T
            : { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** What deciders and views see. */
export type ReadonlySlice = DeepReadonly<Slice>;
export type ReadonlyConduct = {
  readonly exercise: Exercise;
  readonly routes: Routes;
  readonly slices: ReadonlyMap<StreamKey, ReadonlySlice>;
  readonly time: MicroInstant | null;
};
/** What `decide` takes: the whole, at its home origin. */
export type HomeConduct = ReadonlyConduct & { readonly agenda: ReadonlyAgenda };

/** The state before any event. */
export function noConduct(exercise: Exercise, routes: Routes = routesOf(exercise)): Conduct {
  return { exercise, routes, slices: new Map(), agenda: noAgenda(exercise), time: null };
}

/** A stream's slice, opened on first use. */
export function sliceOf(conduct: Conduct, stream: StreamKey): Slice {
  const found = conduct.slices.get(stream);
  if (found !== undefined) return found;
  const { adoption, running, play, answers, evaluation, safety, release } = nothingSaid;
  const slice: Slice = { stream, length: 0, time: null, adoption, running, play, answers, evaluation, safety, release };
  conduct.slices.set(stream, slice);
  return slice;
}

/** What is left of a state for a reader who may read only some streams: the same as folding only what those hold. */
export function visible(conduct: ReadonlyConduct, admits: (stream: StreamKey) => boolean): ReadonlyConduct {
  const { exercise, routes } = conduct;
  const slices = new Map([...conduct.slices].filter(([stream]) => admits(stream)));
  let time: MicroInstant | null = null;
  for (const slice of slices.values()) if (slice.time !== null && (time === null || slice.time > time)) time = slice.time;
  return { exercise, routes, slices, time };
}
