import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite, aUnit } from '../../exercise/index.ts';
import { aFortnight } from '../a-fortnight.ts';
import { boundWithin } from '../certificate.ts';
import { exerciseFrom, generate } from '../generate/generate.ts';
import { plainMould } from '../generate/mould.ts';
import type { ObjectiveResult, WitnessFact } from '../plan.ts';
import { problemFrom } from '../problem.ts';
import { faultOfBound } from './witness.ts';

const kinds = ['price', 'slack', 'continuity', 'pairs', 'load', 'end'] as const;
const few = (...from: string[]) => ({ from: from as never });
/** Four pairs can meet in a team that holds one, and one pair in either of two. */
const crowded = anExercise({
  sites: [aSite({ id: 'A' })],
  units: ['b1', 'b2', 'b3', 'c1', 'c2', 'c3'].map((id) => aUnit({ id, party: id.startsWith('b') ? 'BLR' : 'CHN' })),
  serials: [
    aSerial({ id: 'S', sites: ['A' as never], team: { units: { most: 2 }, ...few('b1', 'b2', 'c1', 'c2') } }),
    aSerial({ id: 'T', sites: ['A' as never], team: few('b3', 'c3') }),
    aSerial({ id: 'U', sites: ['A' as never], team: few('b3', 'c3') }),
  ],
});
const exercises = [
  crowded,
  aFortnight({ units: 4, partTasks: 6 }),
  exerciseFrom(generate(plainMould, { seed: '4', serials: 16, units: 8, tightness: 0.6 }).files),
];
const bounds = exercises.flatMap((exercise) => {
  const problem = problemFrom(exercise);
  return kinds.flatMap((id) => {
    const known = boundWithin(problem, id, []);
    return known === undefined ? [] : [{ exercise, id, ...known }];
  });
});

type Stated = Pick<ObjectiveResult, 'id' | 'bound' | 'witness'>;
const changed = (witness: readonly WitnessFact[], at: number, change: Partial<WitnessFact>) =>
  witness.map((fact, index) => (index === at ? { ...fact, ...change } : fact));

test('every bound of an exercise follows from its document', () => {
  expect(bounds.length).toBeGreaterThan(10);
  for (const { exercise, ...stated } of bounds) expect([stated.id, faultOfBound(exercise, stated, [])]).toEqual([stated.id, undefined]);
});

test('a bound that its facts do not add up to is found out', () => {
  for (const { exercise, id, bound, witness } of bounds) {
    expect(faultOfBound(exercise, { id, bound: bound + 1, witness }, [])).toBe('sum');
    expect(faultOfBound(exercise, { id, bound, witness: changed(witness, 0, { amount: (witness[0]?.amount ?? 0) + 1 }) }, [])).toBe('sum');
  }
});

test('a fact that was changed together with the bound is found out, whichever it is', () => {
  for (const { exercise, id, bound, witness } of bounds) {
    for (const [at, fact] of witness.entries()) {
      for (const more of [1, -1]) {
        const stated: Stated = { id, bound: bound + more, witness: changed(witness, at, { amount: fact.amount + more }) };
        expect([id, at, faultOfBound(exercise, stated, [])]).not.toEqual([id, at, undefined]);
      }
    }
  }
});

test('a fact whose words were changed is found out', () => {
  for (const { exercise, id, bound, witness } of bounds) {
    for (const [at, { values }] of witness.entries()) {
      for (const [name, value] of Object.entries(values)) {
        const other = typeof value === 'number' ? value + 1 : `${value}!`;
        const stated: Stated = { id, bound, witness: changed(witness, at, { values: { ...values, [name]: other } }) };
        expect([id, name, faultOfBound(exercise, stated, [])]).not.toEqual([id, name, undefined]);
      }
    }
  }
});

test('a fact that was taken away together with its part of the bound is found out', () => {
  for (const { exercise, id, bound, witness } of bounds) {
    for (const [at, { amount }] of witness.entries()) {
      // The first steps to an end may go: the last stands for itself.
      if (id === 'end' || id === 'slack') continue;
      const stated: Stated = { id, bound: bound - amount, witness: witness.filter((_, index) => index !== at) };
      if (stated.witness.length > 0 || amount !== 0) expect([id, at, faultOfBound(exercise, stated, [])]).not.toEqual([id, at, undefined]);
    }
  }
});

test('pairs that can meet only in full teams are counted there, the others elsewhere', () => {
  const known = boundWithin(problemFrom(crowded), 'pairs', []);
  expect(known?.bound).toBe(2);
  expect(known?.witness.map(({ key, amount }) => [key, amount])).toEqual([
    ['plan.witness.teamHolds', 1],
    ['plan.witness.pairsMeetElsewhere', 1],
  ]);
});
