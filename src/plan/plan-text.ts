// A plan as the text of `plan.json`, written stably: the same plan, the same bytes. Reading it is another file, which needs the schema.
import { isoFromMinute, prettyStableJson, stableJson } from '../kernel/index.ts';
import type { Plan, WitnessFact } from './plan.ts';
import type { PlanJson } from './plan-json.ts';

/** The plan as data of the documented format, keys in the order of the schema. */
export function planData(plan: Plan): PlanJson {
  const { format, version, exercise, seed, iterations, lanes } = plan;
  return {
    format,
    version,
    exercise,
    seed,
    iterations,
    lanes,
    objectives: plan.objectives.map(({ id, value, bound, proved, witness, searched }) => ({
      id,
      value,
      bound,
      proved,
      witness: witness.map(factData),
      ...(searched === undefined ? {} : { searched: factData(searched) }),
    })),
    serials: plan.bookings.map(({ serial, held, start, end, site, team, lead, support }) => ({
      id: serial,
      held,
      start: start === null ? null : isoFromMinute(start),
      end: end === null ? null : isoFromMinute(end),
      site,
      team: [...team],
      lead,
      support: support.map(({ demand, by }) => ({ demand, by })),
    })),
    unmet: plan.unmet.map(({ requirement, party, times, got }) => ({ requirement, party, times, got })),
  };
}

const factData = ({ key, values, amount }: WitnessFact): PlanJson['objectives'][number]['witness'][number] => ({
  key,
  values: copied(values),
  amount,
});

function copied(
  values: Plan['objectives'][number]['witness'][number]['values'],
): PlanJson['objectives'][number]['witness'][number]['values'] {
  return Object.fromEntries(Object.entries(values).map(([key, one]) => [key, typeof one === 'object' ? [...one] : one]));
}

/** The text of `plan.json`: one serial a line, so that differences between plans can be read. */
export function planToJson(plan: Plan): string {
  const { objectives, serials, unmet: lacking, ...head } = planData(plan);
  const list = (items: readonly unknown[]) =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${stableJson(item)}`).join(',\n')}\n  ]`;
  const opening = prettyStableJson(head).replace(/\n\}\n$/, '');
  return `${opening},\n  "objectives": ${list(objectives)},\n  "serials": ${list(serials)},\n  "unmet": ${list(lacking)}\n}\n`;
}
