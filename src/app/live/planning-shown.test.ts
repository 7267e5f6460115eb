import { expect, test } from 'vitest';
import { checkPlan, startLaneSearch } from '../../plan/index.ts';
import type { Reader } from '../../release/index.ts';
import { aTinyExercise } from '../a-tiny-exercise.ts';
import { planningShown } from './planning-shown.ts';

const all: Reader = { kind: 'all' };
const party: Reader = { kind: 'party', party: 'BLR', excon: false, posts: [] };
const excon: Reader = { kind: 'party', party: 'BLR', excon: true, posts: [] };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('what lanes find is shown as it gets better, to those who read the certificate alone', async () => {
  const { exercise } = await aTinyExercise();
  let told = 0;
  const shown = planningShown(exercise, { seed: '1', lanes: 1, documentOf: () => undefined, told: () => told++ });
  const search = startLaneSearch(exercise, { seed: '1', iterations: 20, lanes: 1 }, 0);
  search.step();
  shown.improved(search.result());
  shown.improved(search.result());
  await turn();
  expect(told).toBe(1);
  expect(shown.for(all)).toMatchObject({ state: 'searching', points: [{ broken: 0 }], reasons: [] });
  expect(shown.for(all)?.draft).toMatchObject({ format: 'entente-plan' });
  expect(shown.for(excon)?.points).toHaveLength(1);
  for (const reader of [party, { kind: 'public' } as const]) expect(shown.for(reader)).toBeNull();
  shown.planned();
  expect(shown.for(all)).toMatchObject({ state: 'planned', draft: null });
});

test('why there is no plan is told only to who reads the whole document', async () => {
  const { exercise, plan } = await aTinyExercise();
  const shown = planningShown(exercise, { seed: '1', lanes: 1, documentOf: () => undefined, told: () => {} });
  shown.impossible([{ headline: { key: 'plan.why.cannotOrder', values: { serials: ['S-1'], n: 1 } }, statements: [], isMinimal: true }]);
  expect(shown.for(all)).toMatchObject({ state: 'impossible', reasons: [{ headline: { key: 'plan.why.cannotOrder' } }] });
  expect(shown.for(excon)).toMatchObject({ state: 'impossible', reasons: [] });
  const empty = { ...plan, bookings: plan.bookings.map((booking) => ({ ...booking, held: false })) };
  shown.incomplete({ plan: empty, check: checkPlan(exercise, empty) });
  const message = shown.for(all);
  expect(message?.state).toBe('incomplete');
  expect(message?.reasons.length).toBeGreaterThan(0);
});
