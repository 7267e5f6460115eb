// Statements that say the same of several serials, units or posts, told in one sentence: a planner reads what differs, not what is repeated.
import type { Sentence } from './tell-items.ts';

/** What is said of one, and of several; and the value that names them. */
const repeated = new Map<string, { readonly of: 'serial' | 'id'; readonly each: string }>(
  (
    [
      ['held', 'serial'],
      ['startsFrom', 'serial'],
      ['endsBy', 'serial'],
      ['phase', 'serial'],
      ['hours', 'serial'],
      ['sites', 'serial'],
      ['pools', 'serial'],
      ['attend', 'serial'],
      ['demand', 'serial'],
      ['presence', 'id'],
    ] as const
  ).map(([key, of]) => [`plan.why.${key}`, { of, each: `plan.why.${key}Each` }]),
);

/** A sentence, and all statements that it tells. */
export type Told<S> = { readonly sentence: Sentence; readonly statements: readonly [S, ...S[]] };

/** Statements in their order, those that say the same of several at the place of the first. */
export function toldTogether<S extends { readonly sentence: Sentence }>(statements: readonly S[]): readonly Told<S>[] {
  const groups = new Map<string, [S, ...S[]]>();
  for (const [index, statement] of statements.entries()) {
    const { key, values } = statement.sentence;
    const of = repeated.get(key)?.of;
    const same = of === undefined ? String(index) : JSON.stringify([key, { ...values, [of]: '' }]);
    const group = groups.get(same);
    if (group === undefined) groups.set(same, [statement]);
    else group.push(statement);
  }
  return [...groups.values()].map((group) => ({ sentence: togetherOf(group), statements: group }));
}

function togetherOf(group: readonly [{ readonly sentence: Sentence }, ...{ readonly sentence: Sentence }[]]): Sentence {
  const [{ sentence }] = group;
  const way = repeated.get(sentence.key);
  if (group.length === 1 || way === undefined) return sentence;
  const { [way.of]: _, ...values } = sentence.values;
  return { key: way.each, values: { ...values, each: group.map((one) => String(one.sentence.values[way.of])) } };
}
