// The form of a rule: a name, a sentence, how grave a breach is, and the breaches found on the ground.
import type { Violation } from '../plan.ts';
import type { Ground } from './ground.ts';

/** One breach: who and what is concerned, by how much, and, where the statement is soft, its price. */
export type Breach = { readonly values: Violation['values']; readonly amount: number; readonly price?: number | null | undefined };

export type Rule = {
  readonly id: string;
  readonly sentence: string;
  /** How grave a breach is when two incomplete plans are compared: 3 endangers people, 2 breaks the exercise, 1 its form. */
  readonly weight: 1 | 2 | 3;
  readonly breaches: (ground: Ground) => Iterable<Breach>;
};

export function rule(id: string, sentence: string, weight: Rule['weight'], breaches: Rule['breaches']): Rule {
  return { id, sentence, weight, breaches };
}

/** What a rule finds on a ground; worked out once. */
export function violationsOf(ofRule: Rule, ground: Ground): readonly Violation[] {
  let known = found.get(ground);
  if (known === undefined) {
    known = new Map();
    found.set(ground, known);
  }
  let violations = known.get(ofRule);
  if (violations === undefined) {
    violations = Array.from(ofRule.breaches(ground), ({ values, amount, price }) => ({
      rule: ofRule.id,
      values,
      amount,
      price: price ?? null,
    }));
    known.set(ofRule, violations);
  }
  return violations;
}

const found = new WeakMap<Ground, Map<Rule, readonly Violation[]>>();
