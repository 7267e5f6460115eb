// The models leave out rules and add none: every plan that passes the checker is a solution of them. So what they prove impossible is.
import { expect, test } from 'vitest';
import type { ObjectiveKind } from '../../exercise/index.ts';
import { exerciseFrom, generate, isAdoptable, type Plan, plainMould, planExercise, problemFrom, timesOfPlan } from '../../plan/index.ts';
import { closeWhole } from './close-whole.ts';
import { startEngine } from './engine.ts';
import { timesModel } from './times-model.ts';
import { wholeShare } from './whole-continuity.ts';
import { wholeModel } from './whole-model.ts';

const engine = await startEngine();
const withEngine = test.skipIf(engine === undefined);

function planned(seed: string, serials: number, objectives: readonly ObjectiveKind[]) {
  const { files } = generate(plainMould, { serials, units: 8, tightness: 0.6, seed, objectives });
  const exercise = exerciseFrom(files);
  const { plan, check } = planExercise(exercise, { seed: '1', iterations: 60, lanes: 1 });
  return { exercise, plan, isComplete: isAdoptable(check) };
}

/** The model with what a plan decides said as well. */
function saying(text: string, said: readonly string[]): string {
  const at = text.lastIndexOf('solve');
  return `${text.slice(0, at)}${said.map((one) => `constraint ${one};\n`).join('')}${text.slice(at)}`;
}

function saidBy(plan: Plan, exercise: Parameters<typeof problemFrom>[0], text: string, step: number): readonly string[] {
  const problem = problemFrom(exercise);
  const names = new Set([...text.matchAll(/: (\w+) :: output_var/g)].map(([, name]) => name));
  return problem.serials.flatMap((facts, serial) => {
    const booking = plan.bookings[serial];
    if (booking === undefined) return [];
    const truth = (name: string, is: boolean) => (names.has(name) ? [is ? `bool_clause([${name}],[])` : `bool_clause([],[${name}])`] : []);
    const held = truth(`h${serial}`, booking.held);
    if (booking.start === null) return held;
    const start = `int_lin_eq([1],[s${serial}],${(booking.start - problem.whole[0]) / step})`;
    const sites = facts.sites.flatMap((site, index) => truth(`x${serial}_${index}`, problem.sites[site]?.id === booking.site));
    const units = Array.from({ length: problem.unitCount }, (_, unit) =>
      truth(`m${serial}_${unit}`, booking.team.includes(problem.bodies[unit]?.id ?? '')),
    );
    return [...held, start, ...sites, ...units.flat()];
  });
}

const seeds = ['2', '3', '4'];

withEngine('every checked plan is a solution of the whole model', { timeout: 120_000 }, async () => {
  let tried = 0;
  for (const seed of seeds) {
    const { exercise, plan, isComplete } = planned(seed, 14, ['end']);
    if (!isComplete) continue;
    const problem = problemFrom(exercise);
    const { text, step } = wholeModel(problem, { kind: 'end', atLeastAsGoodAs: problem.whole[1], isBest: false });
    expect(text).toBeDefined();
    const answer = await engine?.run(saying(text ?? '', saidBy(plan, exercise, text ?? '', step)), { effort: { conflicts: 10_000 } });
    expect({ seed, status: answer?.status, said: answer?.said }).toEqual({ seed, status: 'satisfied', said: '' });
    tried++;
  }
  expect(tried).toBeGreaterThan(1);
});

withEngine('no checked plan pays less, or keeps teams better, than the whole model says that it could', { timeout: 120_000 }, async () => {
  let tried = 0;
  for (const seed of seeds) {
    const { exercise, plan, isComplete } = planned(seed, 12, ['price', 'slack', 'continuity']);
    if (!isComplete) continue;
    const problem = problemFrom(exercise);
    const [price = Number.NaN, slack = Number.NaN, continuity = Number.NaN] = plan.objectives.map(({ value }) => value);
    for (const goal of [{ kind: 'price' as const }, { kind: 'continuity' as const, price, slack }]) {
      const { text, step, latenessIn } = wholeModel(problem, goal);
      const answer = await engine?.run(saying(text ?? '', saidBy(plan, exercise, text ?? '', step)), { effort: { conflicts: 10_000 } });
      expect({ seed, goal, status: answer?.status, said: answer?.said }).toEqual({ seed, goal, status: 'optimal', said: '' });
      const sought = latenessIn(answer?.values ?? new Map()) ?? Number.NaN;
      if (goal.kind === 'price') expect(sought).toBeLessThanOrEqual(price);
      else expect(sought / wholeShare).toBeGreaterThanOrEqual(continuity - 1e-6);
    }
    tried++;
  }
  expect(tried).toBeGreaterThan(1);
});

withEngine('every checked plan is a solution of the model of its own times', { timeout: 120_000 }, async () => {
  for (const seed of seeds) {
    const { exercise, plan, isComplete } = planned(seed, 14, ['end']);
    if (!isComplete) continue;
    const { problem, now, aims } = timesOfPlan(exercise, plan);
    if (now === undefined || aims.end === undefined) continue;
    const { text } = timesModel(problem, { aim: aims.end, lateBy: exercise.setting.to.at, isLeast: false });
    const said = Array.from(now, (slot, activity) => `int_lin_eq([1],[s${activity}],${slot})`);
    const answer = await engine?.run(saying(text ?? '', said), { effort: { conflicts: 10_000 } });
    expect({ seed, status: answer?.status, said: answer?.said }).toEqual({ seed, status: 'satisfied', said: '' });
  }
});

withEngine('no bound that is proved is passed by a plan that was found', { timeout: 120_000 }, async () => {
  for (const seed of seeds) {
    const { exercise, plan, isComplete } = planned(seed, 14, ['slack']);
    if (!isComplete || engine === undefined) continue;
    const { bound } = await closeWhole(engine, problemFrom(exercise), { kind: 'slack', known: undefined, effort: { conflicts: 20_000 } });
    expect(plan.objectives[0]?.value).toBeLessThanOrEqual(bound ?? Number.POSITIVE_INFINITY);
  }
});
