import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

test('the name most likely meant is found', () => {
  expect(nearest('intepreter', ['medic', 'interpreter', 'evaluator'])).toBe('interpreter');
  expect(nearest('RIVER-NROTH', ['river-north', 'river-south'])).toBe('river-north');
  expect(nearest('untis', ['sites', 'units'])).toBe('units');
});

test('nothing is guessed where nothing is near', () => {
  expect(nearest('boat', ['interpreter', 'helipad'])).toBeUndefined();
  expect(nearest('x', ['y', 'z'])).toBeUndefined();
  expect(nearest('', ['a'])).toBeUndefined();
  expect(nearest('a'.repeat(100_000), ['a'.repeat(100_000)])).toBeUndefined();
});

test('the order of the candidates does not matter', () => {
  const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'C', '1'), maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), maxLength: 6 }),
      names,
      (word, candidates) => nearest(word, candidates) === nearest(word, candidates.slice().reverse()),
    ),
  );
});

test('letters added, dropped, replaced and swapped count one each', () => {
  expect([
    editDistance('serial', 'serials'),
    editDistance('serial', 'seial'),
    editDistance('serial', 'serual'),
    editDistance('serial', 'seiral'),
    editDistance('', 'abc'),
  ]).toEqual([1, 1, 1, 1, 3]);
});

test('a word cut short or written out is meant where only one can be', () => {
  expect(nearest('lat', ['latitude', 'longitude'])).toBe('latitude');
  expect(nearest('phone', ['radio', 'telephone'])).toBe('telephone');
  expect(nearest('Tuesday', ['Mon', 'Tue'])).toBe('Tue');
  expect(nearest('serial', ['serial-one-of-many', 'serial-two-of-many'])).toBeUndefined();
  expect(nearest('at', ['latitude'])).toBeUndefined();
});
