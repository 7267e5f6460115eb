// The closer for settled teams: are there times at which the last serial ends sooner? Either better times come back, or the proof that
// there are none, or neither when the effort is spent.
import { endOfTimes, leastEnd, type Times, type TimesProblem } from '../../plan/index.ts';
import type { Effort, Engine } from './engine.ts';
import { timesModel } from './times-model.ts';

export type ClosedTimes = {
  /** Times that end sooner than those given, in the model; they are to be checked. */
  readonly times: Times | undefined;
  /** A minute before which no schedule of this problem ends. */
  readonly bound: number;
  /** Whether the bound stands on an exhaustive search and not on order and resources alone. */
  readonly isSearched: boolean;
  readonly conflicts: number;
  readonly said: string;
};

export type CloseOptions = {
  readonly effort: Effort;
  /** Times that are known; only what ends sooner is sought. */
  readonly now?: Times | undefined;
  readonly signal?: AbortSignal;
};

export async function closeTimes(engine: Engine, problem: TimesProblem, { effort, now, signal }: CloseOptions): Promise<ClosedTimes> {
  const least = leastEnd(problem);
  const known = now === undefined ? Number.POSITIVE_INFINITY : endOfTimes(problem, now);
  const done = (bound: number, isSearched: boolean): ClosedTimes => ({ times: undefined, bound, isSearched, conflicts: 0, said: '' });
  if (known <= least) return done(least, false);
  const whole = problem.origin + problem.slots * problem.grid;
  const { text, read } = timesModel(problem, { endBy: Math.min(whole, known - 1), isLeast: true });
  if (text === undefined) return done(Math.min(known, whole + 1), true);
  const answer = await engine.run(text, { effort, freeSearch: true, ...(signal === undefined ? {} : { signal }) });
  const { status, values, conflicts, said } = answer;
  const times = values === null ? undefined : read(values);
  const end = times === undefined ? known : endOfTimes(problem, times);
  const isProved = status === 'optimal' || status === 'infeasible';
  return { times, bound: isProved ? Math.min(end, whole + 1) : least, isSearched: isProved, conflicts, said };
}

/**
 * A minute before which no schedule ends, raised step by step: where no schedule ends by a minute, the bound lies after it. Each step is
 * tried with the same effort; the first that proves nothing ends it.
 */
export async function raisedBound(
  engine: Engine,
  problem: TimesProblem,
  {
    from,
    until,
    effort,
    signal,
  }: { readonly from: number; readonly until: number; readonly effort: Effort; readonly signal?: AbortSignal },
): Promise<number> {
  let bound = from;
  let [low, high] = [from, until];
  while (low < high && signal?.aborted !== true) {
    const middle = low + Math.floor((high - low) / 2 / problem.grid) * problem.grid;
    const { text } = timesModel(problem, { endBy: middle, isLeast: false });
    const options = { effort, freeSearch: true, ...(signal === undefined ? {} : { signal }) };
    const status = text === undefined ? 'infeasible' : (await engine.run(text, options)).status;
    // Only a proof moves the bound; a schedule, or no answer, makes it look lower.
    if (status === 'infeasible') {
      bound = middle + 1;
      low = middle + problem.grid;
    } else high = middle;
  }
  return bound;
}
