import { expect, test } from 'vitest';
import type { Exercise } from '../../exercise/index.ts';
import { checkPlan, type Plan, type Planned, planFromLanes, startLaneSearch } from '../../plan/index.ts';
import type { ClassKey, Reader } from '../../release/index.ts';
import { aTinyExercise } from '../a-tiny-exercise.ts';
import type { Reason } from '../plan-why.ts';
import type { LacksOf } from './lacks-shown.ts';
import { planningShown, type SearchShown } from './planning-shown.ts';
import { lacksOfPlan } from './reason-shown.ts';

const all: Reader = { kind: 'all' };
const party: Reader = { kind: 'party', party: 'BLR', excon: false, posts: [] };
const excon: Reader = { kind: 'party', party: 'BLR', excon: true, posts: [] };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

const { exercise, plan } = await aTinyExercise();
const failed = (error: unknown): never => {
  throw error;
};
const look: SearchShown['look'] = async (results) => ({
  planned: planFromLanes(exercise, { seed: '1', lanes: 1 }, results),
  milliseconds: 0,
});
const lacksOf: LacksOf = (_, restricted) => lacksOfPlan(checkPlan(exercise, restricted));
const shownOf = (given: Partial<SearchShown> = {}) =>
  planningShown(exercise, { look, failed, now: () => exercise, reasonsOf: () => [], lacksOf, told: () => {}, ...given });

const aReason: Reason = {
  headline: { key: 'plan.why.cannotOrder', values: { serials: ['S-1'], n: 1 } },
  statements: [],
  isMinimal: true,
  ways: [],
};
/** The plan with a serial left out, and what that breaks. */
const lacking = (serial: string): Planned => {
  const without = {
    ...plan,
    bookings: plan.bookings.map((booking) => (booking.serial === serial ? { ...booking, held: false } : booking)),
  };
  return { plan: without, check: checkPlan(exercise, without) };
};
/** The exercise after a serial was withdrawn into CHN's own folder. */
const withdrawn = (serial: string): Exercise => ({
  ...exercise,
  portions: exercise.portions.map((portion) =>
    portion.collection === 'serials' && portion.id === serial ? { ...portion, classKey: 'RESTRICTED/CHN//party:CHN' as ClassKey } : portion,
  ),
});

test('what lanes find is shown as it gets better, to those who read the certificate alone', async () => {
  let told = 0;
  const shown = shownOf({ told: () => told++ });
  const search = startLaneSearch(exercise, { seed: '1', iterations: 20, lanes: 1 }, 0);
  search.step();
  expect(shown.for(all)).toMatchObject({ state: 'searching', isLooking: true, best: null });
  shown.improved(search.result());
  shown.improved(search.result());
  await turn();
  expect(told).toBe(1);
  expect(shown.for(all)).toMatchObject({ state: 'searching', best: { held: 3, broken: 0 }, reasons: [], isLooking: false, isWhole: true });
  expect(shown.for(all)?.draft).toMatchObject({ format: 'entente-plan' });
  expect(shown.for(excon)?.points).toHaveLength(1);
  for (const reader of [party, { kind: 'public' } as const]) expect(shown.for(reader)).toBeNull();
  shown.planned();
  expect(shown.for(all)).toMatchObject({ state: 'planned', draft: null });
});

test('why there is no plan is told of the whole to who reads the whole, and to others as their own document says it', () => {
  let own: readonly Reason[] | undefined;
  const shown = shownOf({ reasonsOf: () => own });
  shown.impossible([aReason]);
  expect(shown.for(all)).toMatchObject({ state: 'impossible', reasons: [aReason], isLooking: false, isWhole: true });
  expect(shown.for(excon)).toMatchObject({ state: 'impossible', reasons: [], isLooking: true, isWhole: false });
  own = [];
  expect(shown.for(excon)).toMatchObject({ reasons: [], isLooking: false });
  own = [aReason];
  expect(shown.for(excon)).toMatchObject({ reasons: [aReason], isLooking: false });
});

test('what the best plan lacks is told while reasons are looked for, and only of what its reader reads', () => {
  const shown = shownOf();
  shown.incomplete(lacking('S-1'));
  for (const reader of [all, excon]) {
    const message = shown.for(reader);
    expect(message).toMatchObject({ state: 'incomplete', isLooking: true, best: { held: 2 } });
    expect(JSON.stringify(message?.reasons)).toContain('S-1');
  }
  const looking = shownOf({ lacksOf: () => undefined });
  looking.incomplete(lacking('S-1'));
  looking.unexplained();
  expect(looking.for(excon)).toMatchObject({ reasons: [], isLooking: true, best: { held: 2, broken: null } });
  expect(looking.for(all)).toMatchObject({ isLooking: false, best: { held: 2 } });
  shown.unexplained();
  expect(shown.for(all)).toMatchObject({ state: 'incomplete', isLooking: false });
});

test('who may no longer read something since the search began is shown nothing of it', () => {
  let now: Exercise = exercise;
  const looked: Plan[] = [];
  const shown = shownOf({ now: () => now, lacksOf: (_, restricted) => void looked.push(restricted) });
  shown.incomplete(lacking('S-1'));
  now = withdrawn('S-1');
  const message = shown.for(excon);
  expect(message).toMatchObject({ state: 'incomplete', best: { held: 2 } });
  expect(JSON.stringify(message)).not.toContain('"S-1"');
  expect(looked).toEqual([message?.draft]);
  expect(JSON.stringify(shown.for(all)?.reasons)).toContain('S-1');
  now = { ...exercise, setting: { ...exercise.setting, participating: ['CHN' as never] } };
  expect(shown.for(excon)).toBeNull();
});

test('what was hidden when the search began stays hidden of that search, also when it is released later', () => {
  const searched = withdrawn('S-1');
  const looked: Plan[] = [];
  const looking: LacksOf = (_, restricted) => void looked.push(restricted);
  const shown = planningShown(searched, { look, failed, now: () => exercise, reasonsOf: () => [], lacksOf: looking, told: () => {} });
  shown.incomplete(lacking('S-1'));
  const message = shown.for(excon);
  expect(JSON.stringify(message)).not.toContain('"S-1"');
  expect(looked).toEqual([message?.draft]);
});

test('what is stated alike of several is told once, and counted in full', () => {
  const held = (serial: string) => {
    const sentence = { key: 'plan.why.held', values: { serial, minutes: 30 } };
    return {
      collection: 'serials',
      id: serial,
      path: ['held'],
      sentence,
      at: { file: 'shared/training.yaml', line: 7, column: 3 },
    } as const;
  };
  const shown = shownOf();
  shown.impossible([{ ...aReason, statements: [held('S-1'), held('S-2')] }]);
  expect(shown.for(all)?.reasons).toMatchObject([
    { count: 2, statements: [{ sentence: { key: 'plan.why.heldEach' }, at: { file: 'shared/training.yaml', line: 7 } }] },
  ]);
});
