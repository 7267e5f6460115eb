import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersWithin } from './answering.ts';

test('a folder answers, and so does one that is not there', async () => {
  expect(await answersWithin(60, tmpdir())).toBe(true);
  expect(await answersWithin(60, join(tmpdir(), 'entente', 'nowhere'))).toBe(true);
});

test('who never answers is waited for no longer than was said', async () => {
  expect(await answersWithin(0.2, tmpdir(), 'setInterval(() => {}, 1000)')).toBe(false);
});
