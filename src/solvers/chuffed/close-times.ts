// The closer for settled teams: are there times at which the last serial ends sooner, or that leave more slack? Either better times come
// back, or the proof that there are none, or neither when the effort is spent.
import { type Aim, latenessOf, type Times, type TimesProblem } from '../../plan/index.ts';
import type { Effort, Engine } from './engine.ts';
import { timesModel } from './times-model.ts';

export type ClosedTimes = {
  /** Times that are less late than those given, in the model; they are to be checked. */
  readonly times: Times | undefined;
  /** By so many minutes every schedule of this problem is late at least; undefined where that is not proved. */
  readonly bound: number | undefined;
  readonly conflicts: number;
  /** What an engine said that broke. */
  readonly said: string;
};

export type CloseOptions = {
  readonly aim: Aim;
  readonly effort: Effort;
  /** Times that are known; only what is less late is sought. */
  readonly now?: Times | undefined;
  readonly signal?: AbortSignal;
};

export async function closeTimes(engine: Engine, problem: TimesProblem, options: CloseOptions): Promise<ClosedTimes> {
  const { aim, effort, now, signal } = options;
  const closed = { times: undefined, conflicts: 0, said: '' };
  const known = now === undefined ? undefined : latenessOf(problem, aim, now);
  // What stands is never better.
  if (known !== undefined && known <= aim.standing) return { ...closed, bound: known };
  const worst = aim.dues.reduce((most, { due }) => Math.max(most, problem.origin + problem.slots * problem.grid - due), aim.standing);
  const { text, read } = timesModel(problem, { aim, lateBy: known === undefined ? worst : known - 1, isLeast: true });
  if (text === undefined) return { ...closed, bound: known };
  const { status, values, conflicts, said } = await engine.run(text, { effort, freeSearch: true, ...(signal && { signal }) });
  const times = values === null ? undefined : read(values);
  const reached = times === undefined ? known : latenessOf(problem, aim, times);
  return { times, bound: status === 'optimal' || status === 'infeasible' ? reached : undefined, conflicts, said };
}

/** A lateness below which no schedule is, raised step by step: where none is late by so little, the bound lies above it. Every step has the same effort. */
export async function raisedBound(
  engine: Engine,
  problem: TimesProblem,
  { aim, from, until, effort, signal }: Omit<CloseOptions, 'now'> & { readonly from: number; readonly until: number },
): Promise<{ readonly bound: number; readonly conflicts: number }> {
  let conflicts = 0;
  const bound = await raised(problem.grid, from, until, async (lateBy) => {
    if (signal?.aborted === true) return false;
    const { text } = timesModel(problem, { aim, lateBy, isLeast: false });
    const answer = text === undefined ? undefined : await engine.run(text, { effort, freeSearch: true, ...(signal && { signal }) });
    conflicts += answer?.conflicts ?? 0;
    return answer === undefined || answer.status === 'infeasible';
  });
  return { bound, conflicts };
}

/**
 * From what is known not to be passed towards what is reached, in steps of the grid below that: half the way each time, where none is so good
 * nearer to it, where that is not proved back.
 */
export async function raised(
  grid: number,
  from: number,
  until: number,
  isProvedAbove: (value: number) => Promise<boolean>,
): Promise<number> {
  let [low, high] = [0, Math.floor((until - from - 1) / grid)];
  let bound = from;
  while (low <= high) {
    const steps = (low + high) >> 1;
    if (await isProvedAbove(until - 1 - steps * grid)) [bound, high] = [until - steps * grid, steps - 1];
    else low = steps + 1;
  }
  return bound;
}
