import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite, aUnit } from '../exercise/index.ts';
import { aPlan } from './a-plan.ts';
import { brokenPlans } from './check/broken-plans.ts';
import { brokenByBookings, checkPlan, isAdoptable, planRules } from './check.ts';

const countOf = (rule: string, violations: readonly { readonly rule: string }[]) =>
  violations.filter((violation) => violation.rule === rule).length;

test.each(brokenPlans.map((broken) => [`${broken.rule}: ${broken.why}`, broken] as const))(
  '%s',
  (_, { rule, exercise, bookings, count }) => {
    const { violations } = checkPlan(exercise, aPlan(exercise, bookings));
    expect(countOf(rule, violations)).toBe(count);
  },
);

test('every rule has a plan that breaks it, and switching the rule off is noticed', () => {
  const unnoticed = planRules.filter(({ id }) => {
    const cases = brokenPlans.filter(({ rule }) => rule === id);
    const without = planRules.filter((rule) => rule.id !== id);
    return !cases.some(({ exercise, bookings, count }) => {
      const plan = aPlan(exercise, bookings);
      return (
        countOf(id, checkPlan(exercise, plan).violations) === count && countOf(id, checkPlan(exercise, plan, without).violations) === 0
      );
    });
  });
  expect(unnoticed.map(({ id }) => id)).toEqual([]);
});

test('every rule is a sentence with a name of its own', () => {
  expect(new Set(planRules.map(({ id }) => id)).size).toBe(planRules.length);
  for (const { sentence } of planRules) expect(sentence).toMatch(/^[A-Z(].*\.$/);
});

const exercise = anExercise({
  sites: [aSite({ id: 'A' })],
  units: [aUnit({ id: 'b1' }), aUnit({ id: 'c1', party: 'CHN' })],
  serials: [aSerial({ id: 'S', sites: ['A'], team: { parties: { least: 2 } } })],
});
const sound = aPlan(exercise, [{ serial: 'S', start: '091000CJUL24', site: 'A', team: ['b1', 'c1'] }]);

test('a sound plan breaks nothing and is adoptable', () => {
  const check = checkPlan(exercise, sound);
  expect(check.violations).toEqual([]);
  expect(isAdoptable(check)).toBe(true);
  expect(check.objectives.find(({ id }) => id === 'pairs')?.value).toBe(1);
});

test('a plan that misstates its values is found out', () => {
  const boastful = {
    ...sound,
    objectives: sound.objectives.map((objective) => (objective.id === 'pairs' ? { ...objective, value: 2 } : objective)),
  };
  expect(checkPlan(exercise, boastful).violations.map(({ rule }) => rule)).toEqual(['valuesAreAsStated']);
});

test('a plan that claims a bound it passes is found out', () => {
  const wrong = {
    ...sound,
    objectives: sound.objectives.map((objective) => (objective.id === 'pairs' ? { ...objective, bound: 0 } : objective)),
  };
  expect(checkPlan(exercise, wrong).violations.map(({ rule }) => rule)).toEqual(['valuesAreAsStated', 'boundsAreAsStated']);
});

test('what a plan misstates of itself is nothing that its bookings break', () => {
  const unmet = [{ requirement: 'R', party: 'BLR', times: 2, got: 1 }] as const;
  const wrong = { ...sound, unmet, objectives: sound.objectives.map((objective) => ({ ...objective, value: -1, bound: -2 })) };
  const check = checkPlan(exercise, wrong);
  expect([...new Set(check.violations.map(({ rule }) => rule))]).toEqual(['valuesAreAsStated', 'unmetIsAsStated', 'boundsAreAsStated']);
  expect(brokenByBookings(check)).toEqual([]);
  const unled = { ...sound, bookings: sound.bookings.map((booking) => ({ ...booking, held: false })) };
  expect(brokenByBookings(checkPlan(exercise, unled)).length).toBeGreaterThan(0);
});

test('a soft breach has its price and does not keep a plan from being adopted', () => {
  const soft = anExercise({
    sites: [aSite({ id: 'A' })],
    units: [aUnit({ id: 'b1' })],
    serials: [aSerial({ id: 'S', sites: ['A'], team: {} }), aSerial({ id: 'O', sites: ['A'], team: {}, optional: { price: 4 } })],
    closures: [{ id: 'noon', reason: 'Lunch.', price: 3, daily: { from: '11:00', to: '12:00' } }],
  });
  const check = checkPlan(soft, aPlan(soft, [{ serial: 'S', start: '091000CJUL24', site: 'A', team: ['b1'] }]));
  expect(check.objectives.find(({ id }) => id === 'price')?.value).toBe(7);
  expect(isAdoptable(check)).toBe(true);
});

test('what an exhaustive search says is a claim, and proves nothing', () => {
  const claim = (minutes: number) => ({ key: 'plan.witness.noneLeavesMore', values: { minutes: 0, conflicts: 7 }, amount: minutes });
  const claimed = (id: string, searched: ReturnType<typeof claim>) => ({
    ...sound,
    objectives: sound.objectives.map((objective) => (objective.id === id ? { ...objective, searched } : objective)),
  });
  expect(checkPlan(exercise, claimed('slack', claim(0))).violations).toEqual([]);
  expect(checkPlan(exercise, claimed('slack', claim(-1))).violations.map(({ rule }) => rule)).toEqual([
    'valuesAreAsStated',
    'boundsAreAsStated',
  ]);
  expect(checkPlan(exercise, claimed('pairs', claim(9))).violations.map(({ rule }) => rule)).toEqual(['boundsAreAsStated']);
  // In place of facts it is no bound.
  const forged = { value: 0, bound: 0, proved: true, witness: [claim(0)] };
  const objectives = sound.objectives.map((objective) => (objective.id === 'slack' ? { ...objective, ...forged } : objective));
  expect(checkPlan(exercise, { ...sound, objectives }).violations.map(({ rule }) => rule)).toEqual(['boundsAreAsStated']);
});
