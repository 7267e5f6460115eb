import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isUnharmed, killedAgainAndAgain } from './serve-kill.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-serve-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a server killed in mid-conduct keeps what it acknowledged, once, and goes on where it stood', async () => {
  const report = await killedAgainAndAgain(folder, { kills: 3, seed: '1' });
  expect(report).toMatchObject({ lost: 0, doubled: 0, answeredOtherwise: 0, wentBack: 0, isSound: true, hasEnded: true });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(isUnharmed(report)).toBe(true);
});
