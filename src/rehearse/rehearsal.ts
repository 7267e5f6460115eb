/** THE REHEARSAL as value: what many seeded dry runs show, with their uncertainty. Shown to people as "simulated dry run"; EXCON's. */

/** A number over runs: mean, quantiles, and a 95 % interval of the mean (batch over runs). */
export type OverRuns = {
  readonly n: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
};

export type SerialForecast = {
  readonly serial: string;
  /** Share of runs in which it ended later than booked, and by how many minutes. */
  readonly overruns: number;
  readonly lateMinutes: OverRuns;
  readonly startsLate: number;
  readonly curtailed: number;
  readonly cancelled: number;
  /** What it most often waited for. */
  readonly waitsFor: readonly { readonly cause: string; readonly minutes: OverRuns }[];
};

export type InjectForecast = {
  readonly inject: string;
  readonly number: string;
  readonly released: number;
  readonly answeredInTime: number;
  readonly unanswered: number;
  readonly seconds: OverRuns;
};

/** Who waits for whom: a post or pool, how busy it is, and what queues before it. */
export type ScarceLoad = {
  readonly resource: string;
  readonly kind: 'post' | 'role' | 'pool';
  readonly utilisation: OverRuns;
  /** Minutes that all who came waited together, in a run. */
  readonly waitMinutes: OverRuns;
  readonly longestQueue: OverRuns;
  /** The local hour (day as whole days since 1970, and hour) whose comers wait longest together, in minutes a run. */
  readonly worst: { readonly day: number; readonly hour: number; readonly waitMinutes: number } | null;
};

export type LatencyForecast = {
  readonly decide: OverRuns;
  readonly translate: OverRuns;
  readonly review: OverRuns;
  readonly deliver: OverRuns;
  readonly whole: OverRuns;
};

/** What one more of a scarce resource changes, under common random numbers. */
export type PlusOne = {
  readonly resource: string;
  readonly pairedRuns: number;
  /** Minutes of waiting saved in a run, and how sure: an interval that holds zero says "no effect shown". */
  readonly savedMinutes: OverRuns;
  readonly answeredInTimeBy: OverRuns;
  readonly rank: number;
};

/** A weakness the dry run found, in words: key and values for `words`, the worst first. */
export type Weakness = {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly severity: number;
};

export type Rehearsal = {
  readonly format: 'entente-rehearsal';
  readonly version: 1;
  readonly exercise: string;
  readonly simulated: true;
  readonly seed: string;
  readonly runs: number;
  readonly lanes: number;
  readonly eventsPerRun: OverRuns;
  readonly serials: readonly SerialForecast[];
  readonly injects: readonly InjectForecast[];
  readonly loads: readonly ScarceLoad[];
  readonly requests: LatencyForecast;
  /** Of the requests with an agreed time, the share answered in it over all runs; null where none had one. */
  readonly requestsOnTime?: number | null;
  /** Minutes waited in a run, for people, places and pools together: what one more of something saves. */
  readonly waitedMinutes?: OverRuns;
  readonly plusOne: readonly PlusOne[];
  readonly weaknesses: readonly Weakness[];
  readonly assumptions: readonly { readonly id: string; readonly source: string }[];
};
