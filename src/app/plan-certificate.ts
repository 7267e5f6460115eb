// The certificate in words: what each objective reached, how far it is proved, and the facts its bound adds up from.
import { type ObjectiveResult, type Plan, percentOff, proofOf, type WitnessFact } from '../plan/bare/index.ts';
import type { Line } from './use-cases.ts';

/** Facts told of one bound; the plan file has them all. */
const mostFacts = 6;

export function certificateLines({ objectives }: Plan): readonly Line[] {
  return objectives.flatMap((result) => [{ message: verdict(result), indent: 0 }, ...claimLines(result), ...factLines(result)]);
}

function verdict(result: ObjectiveResult) {
  const { id, value, bound } = result;
  const values = { objective: id, value: rounded(value) };
  const proof = proofOf(result);
  if (proof === 'searched') return { key: 'plan.certificate.provedBySearch', values };
  if (bound === null) return { key: 'plan.certificate.noBound', values };
  if (proof === 'counted') return { key: 'plan.certificate.proved', values };
  const percent = percentOff({ value, bound });
  if (percent === null) return { key: 'plan.certificate.bounded', values: { ...values, bound: rounded(bound) } };
  return { key: 'plan.certificate.within', values: { ...values, bound: rounded(bound), percent } };
}

/** What a search claims comes before what can be counted again. */
function claimLines({ searched }: ObjectiveResult): readonly Line[] {
  return searched === undefined ? [] : [{ message: { key: searched.key, values: searched.values }, indent: 2 }];
}

function factLines({ witness, bound }: ObjectiveResult): readonly Line[] {
  const told = witness.length > mostFacts ? witness.slice(0, mostFacts - 1) : witness;
  const rest = witness.slice(told.length);
  const line = ({ key, values }: WitnessFact): Line => ({ message: { key, values }, indent: 2 });
  const part = ({ amount }: WitnessFact): Line => ({
    message: { key: 'plan.certificate.part', values: { amount: rounded(amount) } },
    indent: 3,
  });
  const lines = told.flatMap((fact) => (told.length + rest.length === 1 || fact.amount === 0 ? [line(fact)] : [line(fact), part(fact)]));
  if (bound === null || rest.length === 0) return lines;
  const amount = rounded(rest.reduce((sum, fact) => sum + fact.amount, 0));
  return [...lines, { message: { key: 'plan.certificate.more', values: { n: rest.length, amount } }, indent: 2 }];
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
