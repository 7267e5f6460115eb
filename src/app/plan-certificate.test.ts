import { expect, test } from 'vitest';
import type { ObjectiveResult, Plan, WitnessFact } from '../plan/index.ts';
import { certificateLines } from './plan-certificate.ts';

const aFact = (amount: number): WitnessFact => ({ key: 'plan.witness.pricesAreNotNegative', values: {}, amount });
const aResult = (given: Partial<ObjectiveResult>): ObjectiveResult => {
  return { id: 'pairs', value: 90, bound: 100, proved: false, witness: [aFact(100)], ...given };
};
function told(given: Partial<ObjectiveResult>) {
  const head = { format: 'entente-plan', version: 1, exercise: 'X', seed: '1', iterations: 0, lanes: 1 } as const;
  const plan: Plan = { ...head, objectives: [aResult(given)], bookings: [], unmet: [] };
  return certificateLines(plan).map(({ message }) => [message.key, message.values]);
}

test('an objective is proved, within some per cent, bounded, or without a bound', () => {
  expect(told({ value: 100, proved: true })[0]).toEqual(['plan.certificate.proved', { objective: 'pairs', value: 100 }]);
  expect(told({})[0]).toEqual(['plan.certificate.within', { objective: 'pairs', value: 90, bound: 100, percent: 10 }]);
  expect(told({ id: 'price', value: 5, bound: 0 })[0]).toEqual(['plan.certificate.bounded', { objective: 'price', value: 5, bound: 0 }]);
  expect(told({ id: 'load', value: 900, bound: 100 })[0]?.[0]).toBe('plan.certificate.bounded');
  expect(told({ bound: null, witness: [] })).toEqual([['plan.certificate.noBound', { objective: 'pairs', value: 90 }]]);
});

test('what an exact engine claims is told as its word', () => {
  const searched: WitnessFact = { key: 'plan.witness.noneLeavesMore', values: { minutes: 90, conflicts: 7 }, amount: 90 };
  expect(told({ id: 'slack', searched }).slice(0, 2)).toEqual([
    ['plan.certificate.provedBySearch', { objective: 'slack', value: 90 }],
    ['plan.witness.noneLeavesMore', { minutes: 90, conflicts: 7 }],
  ]);
  expect(told({ id: 'slack', searched: { ...searched, amount: 95 } })[0]?.[0]).toBe('plan.certificate.within');
});

test('of a long witness the first facts are told with their parts, the rest is added up', () => {
  const lines = told({ witness: Array.from({ length: 10 }, () => aFact(10)) });
  expect(lines.filter(([key]) => key === 'plan.certificate.part')).toHaveLength(5);
  expect(lines.at(-1)).toEqual(['plan.certificate.more', { n: 5, amount: 50 }]);
});
