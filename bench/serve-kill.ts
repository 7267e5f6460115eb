// Kills a server in mid-conduct at random moments and holds the log against what was acknowledged. Run: node bench/serve-kill.ts [--kills 50] [--seed 1]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isUnharmed, killedAgainAndAgain } from '../test/serve-kill.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } } });
const folder = mkdtempSync(join(tmpdir(), 'entente-serve-kill-'));
try {
  const report = await killedAgainAndAgain(folder, { kills: Number(values.kills), seed: values.seed });
  console.table(report);
  process.exitCode = isUnharmed(report) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
