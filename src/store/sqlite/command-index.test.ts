import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CommandIndex } from './command-index.ts';

test('every identifier that was added is found at its row, and hardly any other is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 50 }), fc.integer(), (ids, seed) => {
      const index = new CommandIndex(seed);
      for (const [place, id] of ids.entries()) index.add(id, place + 1);
      for (const [place, id] of ids.entries()) expect(index.candidates(id)).toContain(place + 1);
      expect(index.last).toBe(ids.length);
    }),
  );
});

test('it grows, and forgets when told to', () => {
  const index = new CommandIndex(7);
  for (let row = 1; row <= 50_000; row++) index.add(`c-${row}`, row);
  let others = 0;
  for (let row = 1; row <= 50_000; row++) {
    expect(index.candidates(`c-${row}`)).toContain(row);
    others += index.candidates(`d-${row}`).length;
  }
  expect(others).toBeLessThan(10);
  index.clear();
  expect(index.candidates('c-1')).toEqual([]);
  expect(index.last).toBe(0);
});
