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
  const isOpenWith = (loosening: Loosening) => (some: number) => isOpen(loosening.edit(exercise, some));
  const waiting = statements
    .flatMap((named) => looseningsOf(planning, named, about).map((loosening): Candidate => ({ named, loosening, at: 0, isOpen: false })))
    .filter(({ loosening }) => loosening.amounts.length > 0);
  const found: OpenWay[] = [];
  const untried: OpenWay[] = [];
  const kinds = new Map<string, number>();
  while (found.length < mostWays && untried.length < mostUntried) {
    const next = cheapest(waiting);
    if (next === undefined) break;
    waiting.splice(waiting.indexOf(next), 1);
    const { named, loosening } = next;
    const kind = loosening.sentence(1).key;
    if ((kinds.get(kind) ?? 0) >= mostAlike) continue;
    if (!next.isOpen) {
      const at = leastOpen(loosening, isOpenWith(loosening));
      if (at !== undefined) waiting.push({ ...next, at, isOpen: true });
      continue;
    }
    const amount = loosening.amounts[next.at] ?? 0;
    const outcome = trial(loosening.edit(exercise, amount));
    if (outcome === undefined) {
      const step = (next.step ?? 1) * 4;
      if (next.at + step < loosening.amounts.length) waiting.push({ ...next, at: next.at + step, step });
      continue;
    }
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    (outcome === 'untried' ? untried : found).push({
      named,
      sentence: loosening.sentence(amount),
      cost: Math.round(costOf(next) * 10) / 10,
      outcome,
      edit: (document) => loosening.edit(document, amount),
    });
  }
  return [...found, ...untried];
}

/** A loosening that waits to be tried with an amount; from the least with which the conflict is open by itself, once that is known. */
type Candidate = {
  readonly named: Named;
  readonly loosening: Loosening;
  readonly at: number;
  readonly isOpen: boolean;
  /** How far the last amount was from the one before. */
  readonly step?: number;
};

const costOf = ({ loosening, at }: Candidate): number => loosening.cost(loosening.amounts[at] ?? 0);

/** The first of those that cost least: what costs more can wait until it has cost more. */
function cheapest(waiting: readonly Candidate[]): Candidate | undefined {
  let best = waiting[0];
  for (const one of waiting) if (best !== undefined && costOf(one) < costOf(best)) best = one;
  return best;
}

/** The place of the least amount with which it is open: the more, the looser. */
function leastOpen({ amounts }: Loosening, isOpen: (amount: number) => boolean): number | undefined {
  const last = amounts.at(-1);
  if (last === undefined || !isOpen(last)) return undefined;
  let [low, high] = [0, amounts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isOpen(amounts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What counts over all serials, and would be missed where only some are looked at. */
const overAll = ['requirements', 'qualifications', 'parities', 'pairDemands'] as const;

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
