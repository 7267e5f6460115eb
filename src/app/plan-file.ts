// A plan from its file: read, and told where it is none.
import { readFile } from 'node:fs/promises';
import type { Exercise } from '../exercise/index.ts';
import { Malformed, type Problem, problem } from '../kernel/index.ts';
import { type Plan, readPlanJson } from '../plan/index.ts';

export async function planFrom(file: string): Promise<{ readonly plan: Plan | undefined; readonly problems: readonly Problem[] }> {
  const text = await readFile(file, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = problem(
      'app.notJson',
      { why: error instanceof Error ? error.message : String(error) },
      { key: 'app.maybePlanFile', values: {} },
    );
    return { plan: undefined, problems: [{ ...found, at: { file, line: 1, column: 1 } }] };
  }
  const { plan, problems } = readPlanJson(value);
  return { plan, problems: problems.map((found) => ({ ...found, at: { ...(found.at ?? { line: 1, column: 1 }), file } })) };
}

/** The plan of an exercise, or all that is wrong with it. */
export async function soundPlan(file: string, exercise: Exercise): Promise<Plan> {
  const { plan, problems } = await planFrom(file);
  if (plan === undefined || problems.length > 0) throw new Malformed(problems);
  const other = ofAnother(plan, exercise);
  if (other !== undefined) throw new Malformed([other]);
  return plan;
}

/** That a plan was made for another exercise; undefined where it was made for this one. */
export function ofAnother(plan: Plan, { setting: { code } }: Exercise): Problem | undefined {
  return plan.exercise === code ? undefined : problem('product.planOfAnother', { plan: plan.exercise, exercise: code });
}
