// What earlier objectives leave to later ones: a bound holds over all plans whose earlier objectives are at least as good as the plan's own.
import type { ObjectiveKind } from '../../exercise/index.ts';
import type { PlanProblem } from '../problem.ts';

export type Valued = { readonly id: ObjectiveKind; readonly value: number };

/** The most that may be paid, the least slack, the latest end in minutes from the start; infinite where nothing is known. */
export type Limits = { readonly price: number; readonly slack: number; readonly end: number };

export function limitsOf(earlier: readonly Valued[]): Limits {
  const of = (id: ObjectiveKind, none: number) => {
    const value = earlier.find((one) => one.id === id)?.value;
    return value === undefined || Number.isNaN(value) ? none : value;
  };
  return {
    price: of('price', Number.POSITIVE_INFINITY),
    slack: of('slack', Number.NEGATIVE_INFINITY),
    end: of('end', Number.POSITIVE_INFINITY),
  };
}

/** Whether something at a price is as good as hard: a plan that paid it would pay more than it may. */
export const isTooDear = (price: number | null, limits: Limits): boolean => price === null || price > limits.price + 1e-6;

export const unlimited: Limits = { price: Number.POSITIVE_INFINITY, slack: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** The least price that is as good as hard. */
export function leastTooDear({ serials, lags, closures, bodyClosures }: PlanProblem, limits: Limits): number {
  const prices = [...lags, ...closures, ...bodyClosures].map(({ price }) => price).concat(serials.map(({ optional }) => optional));
  return prices.reduce<number>(
    (least, price) => (price !== null && isTooDear(price, limits) ? Math.min(least, price) : least),
    Number.POSITIVE_INFINITY,
  );
}

/** By serial whether every plan within the limits holds it. */
export const heldSurely = ({ serials }: PlanProblem, limits: Limits): readonly boolean[] =>
  serials.map(({ optional }) => isTooDear(optional, limits));

/**
 * The training serials that, if held, must have ended before a serial that is surely held: its predecessors, those that hard lags put
 * before it, and theirs. A lag binds only what is held, so that it is followed only from and to serials that surely are.
 */
export function surelyBefore({ serials, lags }: PlanProblem, serial: number, isHeld: readonly boolean[]): readonly number[] {
  const orders = lags.filter(
    (lag) =>
      lag.relation === 'lag' &&
      lag.price === null &&
      !lag.sameUnitsOnly &&
      lag.fromEnd &&
      lag.toStart &&
      lag.least >= 0 &&
      lag.first.isOfTheDocument &&
      lag.second.isOfTheDocument,
  );
  const found = new Set<number>();
  const open = [serial];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const here = at;
    const lagged = orders
      .filter(({ first, second }) => isHeld[here] && second.couldMatch(here) && !first.couldMatch(here))
      .flatMap(({ first, second }) =>
        serials.flatMap((_, other) => (isHeld[other] && first.couldMatch(other) && !second.couldMatch(other) ? [other] : [])),
      );
    for (const other of [...(serials[here]?.after ?? []), ...lagged]) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return [...found].filter((other) => serials[other]?.kind === 'training').sort((a, b) => a - b);
}
