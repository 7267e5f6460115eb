import { expect, test } from 'vitest';
import { rowHeight, windowOf } from './window.ts';

test('only the rows in sight and a few beyond are drawn', () => {
  const { first, last } = windowOf(100 * rowHeight, 10 * rowHeight, 100_000);
  expect(first).toBeLessThanOrEqual(100);
  expect(last).toBeGreaterThanOrEqual(110);
  expect(last - first).toBeLessThan(30);
});

test('a short list is drawn whole', () => {
  expect(windowOf(0, 600, 3)).toEqual({ first: 0, last: 3 });
});
