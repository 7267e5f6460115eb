// What would make a plan possible: for each statement of a conflict the least loosening after which the conflict is gone and nothing else is
// proved, ranked by what it costs. What is spent is counted, and what could not be tried any more is told as such.
import type { Exercise } from '../../exercise/index.ts';
import { type PlanProblem, problemFrom } from '../problem.ts';
import { looseningsOf } from './loosen.ts';
import type { Loosening } from './loosening.ts';
import type { Named } from './model.ts';
import { type Effort, isImpossible } from './prove.ts';
import type { Sentence } from './tell-items.ts';

/** A change to the document with which the conflict is gone. */
export type OpenWay = {
  readonly named: Named;
  readonly sentence: Sentence;
  readonly cost: number;
  readonly outcome: Outcome;
  edit(exercise: Exercise): Exercise;
};

/** With it a plan was found; or nothing is proved any more; or this conflict is gone, and nothing more was tried. */
export type Outcome = 'plan' | 'clear' | 'untried';

/** What a changed document as a whole comes to; undefined where something is proved that the change should have mended. */
export type Trial = (changed: Exercise) => Outcome | undefined;

/** So many ways are told of a conflict, and so many of one kind; of those that were not tried only the cheapest. */
const mostWays = 6;
const mostAlike = 2;
const mostUntried = 3;

const effort: Effort = { conflicts: 2_000, work: 3_000_000 };

/** The cheapest ways out of a conflict. `spokenOf` are the serials that the conflict is about. */
export function waysOut(
  planning: PlanProblem,
  statements: readonly Named[],
  spokenOf: ReadonlySet<number>,
  trial: Trial,
): readonly OpenWay[] {
  const { exercise, serials } = planning;
  const ids = new Set([...spokenOf].map((serial) => serials[serial]?.id ?? ''));
  const held = new Set(statements.filter(({ collection }) => collection === 'serials').map(({ id }) => id));
  const about = [...(held.size > 0 ? held : ids)];
  const isOpen = (changed: Exercise) => {
    const few = problemFrom(among(changed, ids, statements));
    return !isImpossible(few, new Set(few.serials.keys()), effort);
  };
  const candidates = statements
    .flatMap((named) => looseningsOf(planning, named, about).map((loosening) => ({ named, loosening })))
    .filter(({ loosening }) => loosening.amounts.length > 0)
    .sort((a, b) => leastCost(a.loosening) - leastCost(b.loosening));
  const found: OpenWay[] = [];
  const untried: OpenWay[] = [];
  const kinds = new Map<string, number>();
  for (const { named, loosening } of candidates) {
    const dearest = found.length < mostWays ? Number.POSITIVE_INFINITY : Math.max(...found.map(({ cost }) => cost));
    if (leastCost(loosening) >= dearest || untried.length >= mostUntried) break;
    const kind = loosening.sentence(1).key;
    if ((kinds.get(kind) ?? 0) >= mostAlike) continue;
    const open = leastOpen(loosening, (some) => isOpen(loosening.edit(exercise, some)));
    if (open === undefined) continue;
    const mended = enough(loosening, open, (some) => trial(loosening.edit(exercise, some)));
    if (mended === undefined || loosening.cost(mended.amount) >= dearest) continue;
    const { amount, outcome } = mended;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    (outcome === 'untried' ? untried : found).push({
      named,
      sentence: loosening.sentence(amount),
      cost: Math.round(loosening.cost(amount) * 10) / 10,
      outcome,
      edit: (document) => loosening.edit(document, amount),
    });
    found.sort((a, b) => a.cost - b.cost);
    found.splice(mostWays);
  }
  return [...found, ...untried.sort((a, b) => a.cost - b.cost)];
}

const leastCost = ({ amounts, cost }: Loosening): number => cost(amounts[0] ?? 0);

/** The least amount with which it is open: the more, the looser. */
function leastOpen({ amounts }: Loosening, isOpen: (amount: number) => boolean): number | undefined {
  const last = amounts.at(-1);
  if (last === undefined || !isOpen(last)) return undefined;
  let [low, high] = [0, amounts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isOpen(amounts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return amounts[low];
}

/** What counts over all serials, and would be missed where only some are looked at. */
const overAll = ['requirements', 'qualifications', 'parities', 'pairDemands'] as const;

/** From what mends the conflict by itself on, the first amount tried with which nothing else is proved; the steps grow. */
function enough(
  { amounts }: Loosening,
  open: number,
  trial: (amount: number) => Outcome | undefined,
): { readonly amount: number; readonly outcome: Outcome } | undefined {
  let step = 1;
  for (let at = amounts.indexOf(open); at < amounts.length; at += step, step *= 4) {
    const amount = amounts[at];
    const outcome = amount === undefined ? undefined : trial(amount);
    if (amount !== undefined && outcome !== undefined) return { amount, outcome };
  }
  return undefined;
}

/** The document with some of its serials alone, and of what counts over all serials only what the conflict speaks of. */
function among(exercise: Exercise, ids: ReadonlySet<string>, statements: readonly Named[]): Exercise {
  const few = { ...exercise, serials: tableOf(exercise.serials.list.filter(({ id }) => ids.has(id))) };
  const isSpokenOf = (collection: string) => (item: { readonly id: string }) =>
    statements.some((named) => named.collection === collection && named.id === item.id);
  return Object.assign(
    few,
    ...overAll.map((collection) => ({
      [collection]: tableOf<{ readonly id: string }>(exercise[collection].list.filter(isSpokenOf(collection))),
    })),
  );
}

function tableOf<T extends { readonly id: string }>(list: readonly T[]) {
  return { list, byId: new Map(list.map((item) => [item.id, item])) };
}
