import { expect, test } from 'vitest';
import { aPlantedExercise, aPlantedPlan } from './a-planted-exercise.ts';
import { rehearsalFor } from './for-reader.ts';
import { rehearse } from './rehearse.ts';

test('a rehearsal is EXCON’s, whole or not at all', () => {
  const exercise = aPlantedExercise();
  const rehearsal = rehearse(exercise, aPlantedPlan, { seed: '1', runs: 1, lanes: 1, variants: false });
  const party = { kind: 'party', party: 'BLR', posts: [] } as const;
  expect(rehearsalFor(exercise, rehearsal, { kind: 'all' })).toBe(rehearsal);
  expect(rehearsalFor(exercise, rehearsal, { ...party, excon: true })).toBe(rehearsal);
  expect(rehearsalFor(exercise, rehearsal, { ...party, excon: false })).toBeUndefined();
  expect(rehearsalFor(exercise, rehearsal, { kind: 'public' })).toBeUndefined();
});
