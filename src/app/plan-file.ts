// A plan from its file: read, and told where it is none.
import { readFile } from 'node:fs/promises';
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

/** The plan, or all that is wrong with it. */
export async function soundPlan(file: string): Promise<Plan> {
  const { plan, problems } = await planFrom(file);
  if (plan === undefined || problems.length > 0) throw new Malformed(problems);
  return plan;
}
