// The closer for what is wished of small exercises: the least price of a plan, and how far teams are kept where price and slack are no worse than
// they are. What it proves holds for every plan; what it finds says what a better plan could book.
import type { Booking, PlanProblem } from '../../plan/index.ts';
import type { Effort, Engine, Values } from './engine.ts';
import { wholeShare } from './whole-continuity.ts';
import { wholeModel } from './whole-model.ts';

export type ClosedWishes = {
  /** No plan pays less than this, or keeps teams better. Undefined where that is not proved. */
  readonly bound: number | undefined;
  /** What something better books, as far as the model knows: all that were found, the best first. */
  readonly bookings: readonly (readonly Booking[])[];
  readonly conflicts: number;
};

export type CloseWishesOptions = {
  readonly kind: 'price' | 'continuity';
  /** The value of a plan that is known. */
  readonly known: number;
  /** For continuity: what a plan may pay at most, and the slack that it leaves at least, where these come before it. */
  readonly price?: number | undefined;
  readonly slack?: number | undefined;
  readonly effort: Effort;
  readonly signal?: AbortSignal;
};

export async function closeWishes(
  engine: Engine,
  problem: PlanProblem,
  { kind, known, price, slack, effort, signal }: CloseWishesOptions,
): Promise<ClosedWishes> {
  const goal = kind === 'price' ? { kind, price: known - 1 } : { kind, price, slack };
  const { text, latenessIn, bookingsIn } = wholeModel(problem, goal);
  // No price is below nothing, and the domains alone may show that none is lower.
  if (text === undefined) return { bound: kind === 'price' ? known : undefined, bookings: [], conflicts: 0 };
  const bookings: (readonly Booking[])[] = [];
  const onSolution = (values: Values) => void bookings.unshift(bookingsIn(values));
  const { status, values, conflicts } = await engine.run(text, { effort, freeSearch: true, onSolution, ...(signal && { signal }) });
  if (status === 'infeasible' && kind === 'price') return { bound: known, bookings, conflicts };
  const sought = values === null || status !== 'optimal' ? undefined : latenessIn(values);
  return { bound: sought === undefined ? undefined : kind === 'price' ? sought : sharesOf(sought), bookings, conflicts };
}

/** The continuity of so many parts, rounded as values are. */
const sharesOf = (parts: number): number => Math.round((parts / wholeShare) * 1e6) / 1e6;
