import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { anExercise, aPost, aSerial, aSite, aTask, aUnit } from '../exercise/index.ts';
import { planJson, readPlanJson } from './plan-json.ts';
import { planData, planToJson } from './plan-text.ts';
import { planExercise } from './planning.ts';

const exercise = anExercise({
  setting: { objectives: ['price', 'slack', 'continuity', 'pairs', 'load', 'end'] },
  sites: [aSite({ id: 'A' })],
  tasks: [aTask({ id: 'search' })],
  units: [aUnit({ id: 'b1' }), aUnit({ id: 'c1', party: 'CHN' })],
  posts: [aPost({ id: 'safety', role: 'safetyOfficer' })],
  serials: [
    aSerial({
      id: 'S',
      sites: ['A'],
      tasks: ['search'],
      team: { parties: { least: 2 }, lead: { party: 'BLR' } },
      startsFrom: '090900CJUL24',
      endsBy: '091100CJUL24',
      chain: 'c',
    }),
    aSerial({ id: 'O', sites: ['A'], team: { units: { least: 3 } }, optional: { price: 2 }, chain: 'c' }),
    aSerial({ id: 'F', kind: 'ceremony', at: '101700CJUL24', attend: { units: 'all' }, after: ['S'] }),
  ],
  requirements: [{ id: 'r', party: 'CHN', task: 'search', times: 2 }],
  supportDemands: [{ id: 'safety', reason: 'Always.', scope: { kinds: ['training'] }, role: 'safetyOfficer' }],
});
const incomplete = planExercise(exercise, { seed: 'golden', iterations: 10, lanes: 1 }).plan;
const { requirements: _, ...without } = exercise;
const complete = planExercise(
  { ...without, requirements: { list: [], byId: new Map() } },
  { seed: 'golden', iterations: 10, lanes: 1 },
).plan;

const fileBeside = (name: string) => new URL(`../../docs/reference/${name}`, import.meta.url);

test('a plan file is what it was when the format was agreed', async () => {
  await expect(planToJson(complete)).toMatchFileSnapshot(fileBeside('plan.golden.json').pathname);
  await expect(planToJson(incomplete)).toMatchFileSnapshot(fileBeside('plan.incomplete.golden.json').pathname);
});

test('what is written is read back as it was', () => {
  for (const plan of [complete, incomplete]) expect(readPlanJson(JSON.parse(planToJson(plan)))).toEqual({ plan, problems: [] });
  expect(JSON.parse(planToJson(complete))).toEqual(planData(complete));
});

test('every fault of a plan file is told with its path', () => {
  const wrong = { ...planData(complete), version: 2, colour: 'red', serials: [{ ...planData(complete).serials[0], start: 'soon' }] };
  const { plan, problems } = readPlanJson(wrong);
  expect(plan).toBeUndefined();
  expect(problems.map(({ key, values }) => [key, values.path])).toEqual([
    ['plan.fileValueWrong', 'version'],
    ['plan.fileValueWrong', 'serials.0.start'],
    ['plan.fileKeyUnknown', ''],
  ]);
  expect(
    readPlanJson({ ...planData(complete), serials: [{ ...planData(complete).serials[0], start: '2024-02-31T00:00:00Z' }] }).problems,
  ).toHaveLength(1);
  expect(readPlanJson(null).problems).toHaveLength(1);
});

test('the schema beside the reference is that of the code', () => {
  const schema = { title: 'entente-plan 1', ...z.toJSONSchema(planJson) };
  expect(`${JSON.stringify(schema, null, 2)}\n`).toBe(readFileSync(fileBeside('plan.schema.json'), 'utf8'));
});

test('what a search said stands apart from bounds, also in files written before it did', () => {
  const searched = { key: 'plan.witness.noneLeavesMore', values: { minutes: 1800, conflicts: 7 }, amount: 1800 };
  const withSlack = (given: object) => ({
    ...complete,
    objectives: complete.objectives.map((objective) => (objective.id === 'slack' ? { ...objective, ...given } : objective)),
  });
  const apart = withSlack({ bound: null, proved: false, witness: [], searched });
  expect(readPlanJson(JSON.parse(planToJson(apart))).plan).toEqual(apart);
  const before = withSlack({ bound: 1800, proved: true, witness: [searched] });
  expect(readPlanJson(JSON.parse(planToJson(before))).plan).toEqual(apart);
});
