import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite, aUnit } from '../exercise/index.ts';
import { languages, mustSay } from '../words/index.ts';
import { aFortnight } from './a-fortnight.ts';
import { aPlan } from './a-plan.ts';
import { certify } from './certificate.ts';
import { brokenPlans } from './check/broken-plans.ts';
import { checkPlan, planRules } from './check.ts';
import { problemFrom } from './problem.ts';

test('every rule says what is broken, with its values, in every language', () => {
  const said = new Set<string>();
  for (const { exercise, bookings } of brokenPlans) {
    for (const { rule, values } of checkPlan(exercise, aPlan(exercise, bookings)).violations) {
      for (const language of languages) expect(mustSay({ key: `plan.${rule}`, values }, language)).not.toBe('');
      said.add(rule);
    }
  }
  expect(planRules.filter(({ id }) => !said.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every fact of a witness is a sentence in every language', () => {
  const once = anExercise({
    setting: { together: { times: 2, minutes: 60 }, objectives: ['price', 'slack', 'continuity', 'pairs', 'load', 'end'] },
    sites: [aSite({ id: 'A' })],
    units: [aUnit({ id: 'b1' }), aUnit({ id: 'c1', party: 'CHN' })],
    serials: ['S', 'T', 'U'].map((id) => aSerial({ id, sites: ['A'], team: { units: { most: 2 } }, chain: 'one' })),
  });
  for (const exercise of [once, aFortnight({ units: 4, partTasks: 4 })]) {
    const objectives = certify(
      problemFrom(exercise),
      (['price', 'slack', 'continuity', 'pairs', 'load', 'end'] as const).map((id) => ({ id, value: 0 })),
      true,
    );
    for (const { witness } of objectives)
      for (const fact of witness) for (const language of languages) expect(mustSay(fact, language)).not.toBe('');
  }
});
