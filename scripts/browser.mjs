// Finds the browser that the browser tests drive; on Debian and its kin, root installs it when it is missing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Returns `{ file }`, or `{ why }` there is none. ENTENTE_BROWSER names another one. */
export function findBrowser() {
  const named = process.env.ENTENTE_BROWSER;
  if (named) return isExecutable(named) ? { file: named } : { why: `ENTENTE_BROWSER names ${named}, which cannot be executed.` };
  const found = onPath(names);
  if (found !== undefined) return { file: found };
  const why = whyNoInstallation();
  if (why !== undefined) return { why: `no Chromium is installed, and ${why}` };
  return install();
}

function install() {
  process.stderr.write('Installing Chromium for the browser tests (apt-get install chromium).\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', '-y', ...args], { env, stdio: ['ignore', 'ignore', 2] }).status === 0;
  // The package lists of a fresh machine are often empty, and those of an old one out of date.
  const well =
    apt('install', '--no-install-recommends', 'chromium') || (apt('update') && apt('install', '--no-install-recommends', 'chromium'));
  const file = onPath(names);
  if (well && file !== undefined) return { file };
  return { why: 'apt-get could not install chromium (its words are above).' };
}

function whyNoInstallation() {
  if (process.platform !== 'linux' || onPath(['apt-get']) === undefined) return 'this machine has no apt-get. Install Chromium or Chrome.';
  if (process.getuid?.() !== 0) return 'only root can install it. Run "sudo apt-get install chromium".';
  return undefined;
}

function onPath(commands) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
