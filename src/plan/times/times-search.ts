// What a search for times offers to whoever steps it.
import type { Times } from './times-problem.ts';

export type FoundTimes = {
  readonly times: Times /** In minutes. */;
  readonly end: number /** Of starts, in slots. */;
  readonly sum: number;
};

export type TimesSearch = {
  /** Tries so many schedules more; tells whether it found better. */
  step(tries: number): boolean;
  /** The best schedule so far, least end first, then least sum of starts; undefined where none was found. */
  readonly best: FoundTimes | undefined;
  /** Nothing can end sooner, by order, starts and resources alone. */
  readonly isLeast: boolean;
};
