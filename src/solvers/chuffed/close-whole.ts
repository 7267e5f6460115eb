// The closer for small exercises: teams, times and sites at once. What it proves holds for every plan; what it finds says where serials could
// stand in a better one.
import type { PlanProblem } from '../../plan/index.ts';
import { raised } from './close-times.ts';
import type { Effort, Engine, Values } from './engine.ts';
import type { Stand } from './whole-bookings.ts';
import { wholeModel } from './whole-model.ts';

export type ClosedWhole = {
  /** No plan is better than this: no earlier end (minutes from the start), no more slack. Undefined where that is not proved. */
  readonly bound: number | undefined;
  /** No plan at all is as good as what was asked for; where nothing was known, there is no plan. */
  readonly isImpossible: boolean;
  /** Where the serials of something better stand, as far as the model knows: all that were found, the best first. */
  readonly stands: readonly (readonly Stand[])[];
  readonly conflicts: number;
  readonly said: string;
};

export type CloseWholeOptions = {
  readonly kind: 'end' | 'slack';
  /** The value that is known; only better ones are sought. */
  readonly known: number | undefined;
  readonly effort: Effort;
  readonly signal?: AbortSignal;
};

/** A value that no plan passes, from one that is known to be such towards one that is reached. Every step has the same effort. */
export async function raisedWholeBound(
  engine: Engine,
  problem: PlanProblem,
  {
    kind,
    from,
    until,
    effort,
    signal,
  }: Omit<CloseWholeOptions, 'known'> & { /** No plan passes it. */ readonly from: number /** A plan has it. */; readonly until: number },
): Promise<{ readonly bound: number; readonly conflicts: number }> {
  const [start] = problem.whole;
  // As lateness, which is to be small: an end, or slack with its sign turned.
  const sign = kind === 'end' ? 1 : -1;
  let conflicts = 0;
  const bound = await raised(problem.grid, sign * from, sign * until, async (late) => {
    if (signal?.aborted === true) return false;
    const { text } = wholeModel(problem, { kind, atLeastAsGoodAs: kind === 'end' ? start + late : -late, isBest: false });
    const answer = text === undefined ? undefined : await engine.run(text, { effort, freeSearch: true, ...(signal && { signal }) });
    conflicts += answer?.conflicts ?? 0;
    return answer === undefined || answer.status === 'infeasible';
  });
  return { bound: sign * bound, conflicts };
}

export async function closeWhole(
  engine: Engine,
  problem: PlanProblem,
  { kind, known, effort, signal }: CloseWholeOptions,
): Promise<ClosedWhole> {
  const [from, to] = problem.whole;
  const least = kind === 'end' ? (known === undefined ? to : from + known - 1) : known === undefined ? from - to : known + 1;
  const { text, latenessIn, standsIn } = wholeModel(problem, { kind, atLeastAsGoodAs: least, isBest: true });
  if (text === undefined) return { bound: known, isImpossible: true, stands: [], conflicts: 0, said: '' };
  const stands: (readonly Stand[])[] = [];
  const onSolution = (values: Values) => void stands.unshift(standsIn(values));
  const { status, values, conflicts, said } = await engine.run(text, { effort, freeSearch: true, onSolution, ...(signal && { signal }) });
  const late = values === null ? undefined : latenessIn(values);
  const reached = late === undefined ? known : kind === 'end' ? late - from : -late;
  return {
    bound: status === 'optimal' || status === 'infeasible' ? reached : undefined,
    isImpossible: status === 'infeasible',
    stands,
    conflicts,
    said,
  };
}
