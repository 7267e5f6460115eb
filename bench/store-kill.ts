// Kills a process that writes to the store, at random moments, and counts what was lost. Run: node bench/store-kill.ts [--kills 50]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killedAgainAndAgain } from '../src/store/sqlite/crash.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });
const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
try {
  const delays = Array.from({ length: Number(values.kills) }, () => Math.floor(Math.random() * 300));
  const report = await killedAgainAndAgain(join(folder, 'log.sqlite'), delays);
  console.table(report);
  process.exitCode = report.lost === 0 && report.torn === 0 && report.isSound ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
