// `npm test`: installs, builds, finds or installs a browser, runs every test, prints the coverage and ends with one line
// `N passed, N failed` (and `, N skipped` when any). What follows `--` on the command line goes to vitest.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure.mjs';
import runtime from './runtime.cjs';

const { root } = runtime;

ensureInstalled();
if (runtime.underRecentNode(fileURLToPath(import.meta.url))) process.exitCode = await test(process.argv.slice(2));

async function test(args) {
  const isBuilt = await build();
  if (!isBuilt) process.stderr.write('The build has failed; the tests run all the same, those that need it will fail.\n');
  const browser = findBrowser();
  if (browser.file === undefined) process.stderr.write(`Browser tests are skipped: ${browser.why}\n`);

  mkdirSync(join(root, '.entente'), { recursive: true });
  const tallyFile = join(root, '.entente', `tally-${process.pid}.json`);
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/tally.mjs')}`];
  const coverage = ['--coverage.enabled', '--coverage.reportOnFailure'];
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...coverage, ...reporters, ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ENTENTE_TALLY: tallyFile, ENTENTE_BROWSER: browser.file ?? '' },
    },
  );
  const tally = readTally(tallyFile);
  // vitest can also fail as a whole, after its tests have passed.
  if ((status !== 0 || !isBuilt) && tally.failed === 0) tally.failed = 1;
  return tell(tally);
}

function readTally(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(file, { force: true });
  }
}

function tell({ passed, failed, skipped }) {
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
