/** The state of a running exercise: one slice a class, each written by the events of its own stream alone. */
import type { Exercise } from '../exercise/index.ts';
import type { MicroInstant } from '../kernel/index.ts';
import type { VersionedEvent } from './decision.ts';
import type { Logged, StreamKey } from './log/envelope.ts';
import type { Routes } from './routes.ts';
import { type AdoptionFacts, noAdoption } from './state/adoption.ts';
import { type EvaluationFacts, noEvaluation } from './state/evaluation.ts';
import { noPlay, type PlayFacts } from './state/play.ts';
import { noReleases, type ReleaseFacts } from './state/release.ts';
import { noRunning, type RunningFacts } from './state/running.ts';
import { noSafety, type SafetyFacts } from './state/safety.ts';

/** A logged event of conduct. */
export type LoggedEvent = Logged<VersionedEvent>;

/** What one stream's events have come to. */
export type Slice = {
  readonly stream: StreamKey;
  /** How many events were folded. */
  length: number;
  readonly adoption: AdoptionFacts;
  readonly running: RunningFacts;
  readonly play: PlayFacts;
  readonly evaluation: EvaluationFacts;
  readonly safety: SafetyFacts;
  readonly release: ReleaseFacts;
};

/** Everything folded so far. `evolve` alone writes it; document and routes are shared by reference. */
export type Conduct = {
  readonly exercise: Exercise;
  readonly routes: Routes;
  readonly slices: Map<StreamKey, Slice>;
  /** The time of the last event folded; null before the first. */
  time: MicroInstant | null;
};

type DeepReadonly<T> = T extends ReadonlyMap<infer K, infer V>
  ? ReadonlyMap<K, DeepReadonly<V>>
  : T extends readonly (infer E)[]
    ? readonly DeepReadonly<E>[]
    : T extends (...given: never[]) => unknown
      ? T
      : T extends string | number | boolean | null | undefined
        ? T
        : { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** What deciders and views see. */
export type ReadonlySlice = DeepReadonly<Slice>;
export type ReadonlyConduct = { readonly exercise: Exercise; readonly routes: Routes; readonly slices: ReadonlyMap<StreamKey, ReadonlySlice>; readonly time: MicroInstant | null };

/** The state before any event. */
export function noConduct(exercise: Exercise, routes: Routes): Conduct {
  return { exercise, routes, slices: new Map(), time: null };
}

/** A stream's slice, opened on first use. */
export function sliceOf(conduct: Conduct, stream: StreamKey): Slice {
  const found = conduct.slices.get(stream);
  if (found !== undefined) return found;
  const slice: Slice = {
    stream,
    length: 0,
    adoption: noAdoption(),
    running: noRunning(),
    play: noPlay(),
    evaluation: noEvaluation(),
    safety: noSafety(),
    release: noReleases(),
  };
  conduct.slices.set(stream, slice);
  return slice;
}
