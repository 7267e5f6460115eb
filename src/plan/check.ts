// The checker: passes every plan before anyone sees it. It works in minutes straight from document and plan, one named function a rule,
// and shares no code with the search.
import type { Exercise, ObjectiveKind } from '../exercise/index.ts';
import { rulesOfAlternates } from './check/alternates.ts';
import { rulesOfDuty } from './check/duty.ts';
import { rulesOfForm } from './check/form.ts';
import { groundOf } from './check/ground.ts';
import { rulesOfPeople } from './check/people.ts';
import { rulesOfPlaces } from './check/places.ts';
import { type Rule, violationsOf } from './check/rule.ts';
import { rulesStated } from './check/statements.ts';
import { rulesOfTeams } from './check/teams.ts';
import { rulesOfTraining, timesExercised } from './check/training.ts';
import { objectiveValue } from './check/values.ts';
import { faultOfBound, faultOfClaim } from './check/witness.ts';
import type { Plan, UnmetRequirement, Violation } from './plan.ts';

/** All rules, in the order in which their breaches are told. */
export const planRules: readonly Rule[] = [
  ...rulesOfForm,
  ...rulesOfPlaces,
  ...rulesOfPeople,
  ...rulesOfTeams,
  ...rulesStated,
  ...rulesOfDuty,
  ...rulesOfTraining,
  ...rulesOfAlternates,
];

export type PlanCheck = {
  /** Hard statements broken (`price` null) and soft ones with what they cost. */
  readonly violations: readonly Violation[];
  /** The hard requirements that are not met. */
  readonly unmet: readonly UnmetRequirement[];
  /** The objectives' values, recomputed, in the document's order. */
  readonly objectives: readonly { readonly id: ObjectiveKind; readonly value: number }[];
};

/** Checks a plan against its document. A plan is adoptable when no violation is hard. */
export function checkPlan(exercise: Exercise, plan: Plan, rules: readonly Rule[] = planRules): PlanCheck {
  const check = withMisstatements(plan, recompute(exercise, plan, rules));
  return { ...check, violations: [...check.violations, ...falseBounds(exercise, plan, check)] };
}

/** Bounds that the document does not bear out, and claims that do not say what they are, over the plans as good in the objectives before. */
function falseBounds(exercise: Exercise, plan: Plan, { objectives }: PlanCheck): readonly Violation[] {
  return plan.objectives.flatMap((stated, index): Violation[] => {
    const fault = faultOfBound(exercise, stated, objectives.slice(0, index)) ?? faultOfClaim(exercise, stated);
    if (fault === undefined) return [];
    const values = { objective: stated.id, bound: stated.bound ?? 'none', fault: fault === 'sum' ? 'sum' : 'fact' };
    return [{ rule: 'boundsAreAsStated', values, amount: 1, price: null }];
  });
}

/** What the bookings break and are worth, whatever the plan says of itself. */
export function recompute(exercise: Exercise, plan: Plan, rules: readonly Rule[] = planRules): PlanCheck {
  const ground = groundOf(exercise, plan);
  const broken = rules.flatMap((rule) => violationsOf(rule, ground));
  const objectives = exercise.setting.objectives.map((id) => ({ id, value: objectiveValue(id, ground, broken) }));
  const unmet = exercise.requirements.list.flatMap((requirement) => {
    const got = timesExercised(requirement, ground);
    return requirement.hard && got < requirement.times
      ? [{ requirement: requirement.id, party: requirement.party, times: requirement.times, got }]
      : [];
  });
  return { violations: broken, unmet, objectives };
}

/** Whether nothing hard is broken. */
export const isAdoptable = (check: PlanCheck): boolean => check.violations.every((violation) => violation.price !== null);

/** Rules about what a plan states of its own worth: after a move or an edit that is no longer so, and no statement of the document is broken. */
const rulesOfItself: ReadonlySet<string> = new Set(['valuesAreAsStated', 'boundsAreAsStated', 'unmetIsAsStated']);

/** The hard statements of the document that a plan's bookings break, whatever the plan says of itself. */
export function brokenByBookings({ violations }: Pick<PlanCheck, 'violations'>): readonly Violation[] {
  return violations.filter(({ rule, price }) => price === null && !rulesOfItself.has(rule));
}

/** A plan says of itself what is true: its values, its bounds and what it leaves unmet. */
export function withMisstatements(plan: Plan, check: PlanCheck): PlanCheck {
  const { objectives, unmet } = check;
  const found: Violation[] = [];
  for (const [index, { id, value }] of objectives.entries()) {
    const stated = plan.objectives[index];
    const isLess = id === 'price' || id === 'load' || id === 'end';
    const isPassed = stated?.bound != null && (isLess ? stated.bound > value + 1e-6 : stated.bound < value - 1e-6);
    const claimed = stated?.searched?.amount;
    const isClaimPassed = claimed !== undefined && (isLess ? claimed > value + 1e-6 : claimed < value - 1e-6);
    const isRight =
      stated?.id === id &&
      Math.abs(stated.value - value) < 1e-6 &&
      !isPassed &&
      !isClaimPassed &&
      (!stated.proved || stated.bound === stated.value);
    if (!isRight) {
      found.push({
        rule: 'valuesAreAsStated',
        values: { objective: id, stated: stated?.value ?? 0, value, bound: stated?.bound ?? 'none' },
        amount: 1,
        price: null,
      });
    }
  }
  const listed = (list: readonly UnmetRequirement[]) =>
    list
      .map(({ requirement, got }) => `${requirement} ${got}`)
      .sort()
      .join();
  if (listed(plan.unmet) !== listed(unmet))
    found.push({ rule: 'unmetIsAsStated', values: { stated: plan.unmet.length, unmet: unmet.length }, amount: 1, price: null });
  return { ...check, violations: [...check.violations, ...found] };
}
