import { expect, test } from 'vitest';
import { checkPlan, exerciseFrom, generate, isAdoptable, plainMould, planExercise } from '../plan/index.ts';
import { startEngine } from '../solvers/chuffed/index.ts';
import { closePlan } from './plan-closer.ts';

const engine = await startEngine();
await engine?.close();

test.skipIf(engine === undefined)('the least price is claimed where the engine proves it, and never above that of a plan', async () => {
  for (const [seed, isProved] of [
    ['4', true],
    ['3', false],
  ] as const) {
    const exercise = exerciseFrom(generate(plainMould, { serials: 12, units: 8, tightness: 0.6, seed }).files);
    const searched = planExercise(exercise, { seed: '1', iterations: 60, lanes: 2 });
    const { planned, told } = await closePlan(exercise, searched, { conflicts: 5000 }, () => {});
    expect(isAdoptable(planned.check)).toBe(true);
    const [before, after] = [searched.plan.objectives[0], planned.plan.objectives[0]];
    expect(after?.id).toBe('price');
    expect(after?.value).toBeLessThanOrEqual(before?.value ?? 0);
    expect(after?.searched?.amount === after?.value).toBe(isProved);
    expect(told.some(({ key }) => key === 'app.closerOpen.price')).toBe(!isProved);
    // The checker finds a claim that the plan itself passes.
    const falsified = planned.plan.objectives.map((result) =>
      result.id === 'price' && result.searched ? { ...result, searched: { ...result.searched, amount: result.value + 1 } } : result,
    );
    expect(isAdoptable(checkPlan(exercise, { ...planned.plan, objectives: falsified }))).toBe(!isProved);
  }
});

test.skipIf(engine === undefined)('a closed plan passes the checker, is no worse, and is the same each time', async () => {
  const { files } = generate(plainMould, { serials: 14, units: 8, tightness: 0.6, seed: '5', objectives: ['slack', 'price'] });
  const exercise = exerciseFrom(files);
  const searched = planExercise(exercise, { seed: '1', iterations: 30, lanes: 1 });
  expect(isAdoptable(searched.check)).toBe(true);
  const closed = await closePlan(exercise, searched, { conflicts: 3000 }, () => {});
  const again = await closePlan(exercise, searched, { conflicts: 3000 }, () => {});
  expect(isAdoptable(closed.planned.check)).toBe(true);
  const [before, after] = [searched.plan.objectives[0], closed.planned.plan.objectives[0]];
  expect(after?.value).toBeGreaterThanOrEqual(before?.value ?? 0);
  expect(after?.searched?.amount ?? after?.bound).toBeLessThanOrEqual(before?.bound ?? Number.POSITIVE_INFINITY);
  expect(again).toEqual(closed);
});
