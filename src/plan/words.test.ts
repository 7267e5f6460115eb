import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite, aUnit, objectiveKinds } from '../exercise/index.ts';
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

test('the certificate and a bound that does not follow are told in every language', () => {
  for (const objective of objectiveKinds) {
    const values = { objective, value: 90, bound: 120, percent: 25, n: 3, amount: 2, fault: 'sum' };
    for (const kind of ['proved', 'within', 'bounded', 'noBound', 'part', 'more'] as const)
      for (const language of languages) expect(mustSay({ key: `plan.certificate.${kind}`, values }, language)).not.toBe('');
    for (const language of languages) expect(mustSay({ key: 'plan.boundsAreAsStated', values }, language)).not.toBe('');
  }
});

test('facts that few plans need are sentences in every language too', () => {
  const common = { serial: 'S', first: 'S', second: 'T', price: 2, times: 3, got: 1, count: 2, minutes: 90, units: 4, kind: 'units' };
  const values = { ...common, of: ['b1'], serials: ['S', 'T'], demand: 'D', closure: 'C', lag: 'L', requirement: 'R', party: 'BLR' };
  const more = {
    unit: 'b1',
    other: 'b2',
    least: 90,
    most: 60,
    team: 2,
    pairs: 3,
    from: '2024-07-08T06:00:00Z',
    at: '2024-07-08T09:00:00Z',
  };
  const rare = ['cannotBeHeld', 'alwaysClosed', 'cannotBeTied', 'wishedTooOften', 'nobodySupports', 'supportRunsOut', 'teamIsPassedOn'];
  for (const fact of [...rare, 'dutyApart', 'pairsMeetElsewhere', 'workToDo', 'workDoneBy', 'noTeamFollows', 'squaresAreNotNegative'])
    for (const language of languages)
      expect(mustSay({ key: `plan.witness.${fact}`, values: { ...values, ...more } }, language)).not.toBe('');
});
