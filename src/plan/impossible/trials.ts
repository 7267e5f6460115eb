// Tries of changed documents, within a budget that all share: whether anything is still proved against them, and whether a short search finds
// a plan. A search begins from what the search before it found, since the documents differ in one statement.
import type { Exercise } from '../../exercise/index.ts';
import { isAdoptable, recompute } from '../check.ts';
import { type Booking, barePlan } from '../plan.ts';
import { problemOf, startLaneSearch, stride as triesEach } from '../planning.ts';
import type { PlanProblem } from '../problem.ts';
import { type Effort, type Question, questionOf } from './prove.ts';

export type Budget = {
  /** Literals that may be set in proofs. */
  readonly proofs: number;
  /** Strides of the search, for the first document and for each of the others, and for all together. */
  readonly first: number;
  readonly each: number;
  readonly all: number;
};

/** What is asked of one changed document; undefined where the budget is spent. */
export type Tried = {
  /** Whether something is proved. */
  isRefuted(): boolean | undefined;
  /** Whether a plan was found. */
  hasPlan(): boolean | undefined;
};

type Asked = { readonly focus: readonly number[]; readonly effort: Effort };

/** `questions` are what a document is asked; some statements are left out of account. */
export function trialsOf(
  budget: Budget,
  questions: (planning: PlanProblem) => readonly Asked[],
): (changed: Exercise, without?: ReadonlySet<string>) => Tried {
  let [proofs, strides] = [budget.proofs, budget.all];
  let from: readonly Booking[] | undefined;
  const isImpossible = ({ model, ask }: Question, effort: Effort, without: ReadonlySet<string>): boolean => {
    const before = model.solver.work;
    const assumed = [...model.statements].flatMap(([key, { literal }]) => (without.has(key) ? [] : [literal]));
    const isProved = ask(assumed, effort).kind === 'impossible';
    proofs -= model.solver.work - before;
    return isProved;
  };
  return (changed, without = new Set()) => {
    const planning = problemOf(changed);
    return {
      isRefuted: () => {
        if (proofs <= 0) return undefined;
        return questions(planning).some(({ focus, effort }) => isImpossible(questionOf(planning, new Set(focus)), effort, without));
      },
      hasPlan: () => {
        if (strides <= 0) return undefined;
        const guidance = from === undefined ? {} : { guidance: { from } };
        const search = startLaneSearch(changed, { seed: '1', iterations: Number.MAX_SAFE_INTEGER, lanes: 1, ...guidance }, 0);
        const most = from === undefined ? budget.first : budget.each;
        for (let stride = 0; stride < most; stride++, strides--) {
          search.step(triesEach);
          if (search.best()?.cost[0] === 0) break;
        }
        const { bookings } = search.result();
        from = bookings;
        return search.best()?.cost[0] === 0 && isPlan(changed, bookings);
      },
    };
  };
}

/** Whether the checker passes it. */
function isPlan(exercise: Exercise, bookings: readonly Booking[]): boolean {
  return isAdoptable(recompute(exercise, barePlan(exercise.setting.code, bookings)));
}
