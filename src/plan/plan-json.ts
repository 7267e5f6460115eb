// The plan as file, `plan.json`: its schema, and how it is read, strictly. Instants are ISO 8601 in UTC.
import * as z from 'zod';
import { objectiveKinds } from '../exercise/index.ts';
import { isProblem, type Problem, problem, readIsoMinute } from '../kernel/index.ts';
import type { Booking, ObjectiveResult, Plan } from './plan.ts';

const id = z.string().min(1);
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00Z$/)
  .meta({ description: 'A whole minute in UTC, ISO 8601: 2024-07-08T07:30:00Z.' });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const fact = z.strictObject({ key: id, values: z.record(z.string(), value), amount: z.number() });

const objective = z.strictObject({
  id: z.enum(objectiveKinds),
  value: z
    .number()
    .meta({ description: 'price: units of price; slack, end: minutes; continuity: sum of shares; pairs: pairs; load: square minutes.' }),
  bound: z.number().nullable().meta({ description: 'No plan is better than this; null where no bound is known.' }),
  proved: z.boolean().meta({ description: 'True where the value equals the bound.' }),
  witness: z.array(fact).meta({ description: 'Facts that a person can add up to the bound: a message key with its values, and its part.' }),
  searched: fact.optional().meta({
    description:
      'What an exhaustive search says that no plan passes (`amount`), where that is tighter than the bound: a claim, not recounted.',
  }),
});

const serial = z.strictObject({
  id,
  held: z.boolean(),
  start: instant.nullable().meta({ description: 'The start of set-up.' }),
  end: instant.nullable().meta({ description: 'The end of debrief; the site stays taken for the reset after it.' }),
  site: id.nullable(),
  team: z.array(id).meta({ description: 'Leaf units, sorted.' }),
  lead: id.nullable(),
  support: z.array(
    z.strictObject({
      demand: id.meta({ description: 'A support demand, or demand/PARTY where each party gives its own.' }),
      by: id.meta({ description: 'A post.' }),
    }),
  ),
});

const unmet = z.strictObject({ requirement: id, party: id, times: z.int().min(1), got: z.int().min(0) });

/** The schema of `plan.json`, and of what `entente plan --json` prints. */
export const planJson = z.strictObject({
  format: z.literal('entente-plan'),
  version: z.literal(1),
  exercise: id.meta({ description: 'The code of the exercise.' }),
  seed: z.string(),
  iterations: z.int().min(0).meta({ description: 'Tries made in each lane.' }),
  lanes: z.int().min(0),
  objectives: z.array(objective),
  serials: z.array(serial).meta({ description: "Every serial of every kind, in the document's order." }),
  unmet: z.array(unmet).meta({ description: 'Requirements the plan does not meet; a plan with any is not adoptable.' }),
});
export type PlanJson = z.output<typeof planJson>;

/** Reads what `JSON.parse` made of a `plan.json`. Every fault is told; the plan is there only without any. */
export function readPlanJson(given: unknown): { readonly plan: Plan | undefined; readonly problems: readonly Problem[] } {
  const read = planJson.safeParse(given);
  if (!read.success) return { plan: undefined, problems: read.error.issues.flatMap(problemsOf) };
  const problems: Problem[] = [];
  const minute = (text: string | null, path: string) => {
    if (text === null) return null;
    const at = readIsoMinute(text);
    if (!isProblem(at)) return at;
    problems.push(problem('plan.fileValueWrong', { path, expected: at.key }));
    return null;
  };
  const { serials, ...rest } = read.data;
  const head = { ...rest, objectives: rest.objectives.map(claimApart) };
  const bookings = serials.map(({ id: name, start, end, ...others }, index): Booking => {
    return { serial: name, ...others, start: minute(start, `serials.${index}.start`), end: minute(end, `serials.${index}.end`) };
  });
  return problems.length > 0 ? { plan: undefined, problems } : { plan: { ...head, bookings }, problems };
}

const ofSearch = new Set(['plan.witness.noneEndsSooner', 'plan.witness.noneLeavesMore']);

/** Files written before claims stood apart have what a search said as their bound. */
function claimApart(stated: PlanJson['objectives'][number]): ObjectiveResult {
  const [only, ...others] = stated.witness;
  if (only === undefined || others.length > 0 || !ofSearch.has(only.key)) return stated;
  return { id: stated.id, value: stated.value, bound: null, proved: false, witness: [], searched: only };
}

function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problem('plan.fileKeyUnknown', { path, key }));
  if (issue.code === 'invalid_value') return [problem('plan.fileValueWrong', { path, expected: issue.values.map(String).join(' | ') })];
  const expected = issue.code === 'invalid_type' ? issue.expected : issue.code;
  return [problem('plan.fileValueWrong', { path, expected })];
}
