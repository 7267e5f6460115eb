// What a live exercise is opened with.
import type { Exercise } from '../../exercise/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { Progress } from '../use-cases.ts';

export type OpenLive = {
  readonly directory: string;
  readonly dataDirectory: string;
  /** What this site is called as an origin of events, where its log is new. */
  readonly origin?: string;
  /** Play with simulated people at this speed; null: nobody is simulated. */
  readonly play: number | null;
  /** Where full speed ends and play begins, in a log that is not yet so far. */
  readonly fastTo?: (exercise: Exercise) => MicroInstant | null;
  /** Runs of the dry run; 0: none. */
  readonly runs: number;
  /** Takes a changed folder into the log. */
  readonly adopt: boolean;
  readonly seed: string;
  /** Steps of each lane of the planner; without it the usual number. */
  readonly iterations?: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};
