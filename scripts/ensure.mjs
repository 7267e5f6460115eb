// Makes sure that what package-lock.json names is installed; runs before `npm start` and `npm test`.
// It compares with the record npm itself leaves when an installation is complete, so an interrupted one is done again
// and one made by hand is accepted. Runs on any Node ≥ 18 and needs nothing installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');

export function ensureInstalled(folder = root) {
  const missing = whatIsMissing(folder);
  if (missing === undefined) return;
  process.stderr.write(`Installing what package-lock.json names (${missing}).\n`);
  const status = runNpm(['ci', '--include=dev', '--include=optional'], folder);
  if (status !== 0) {
    process.stderr.write('npm ci did not finish.\nMaybe there is no way to the package registry from here; "npm ping" tells.\n');
    process.exit(status ?? 1);
  }
}

/** Why an installation is needed, or undefined when it is not. */
export function whatIsMissing(folder) {
  const wanted = packagesIn(join(folder, 'package-lock.json'));
  if (wanted === undefined) return 'no package-lock.json';
  const installed = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed';
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '' || (optional && installed[path] === undefined)) continue;
    if (installed[path]?.version !== version) return `${path.replace(/^.*node_modules\//, '')} ${version} is not there`;
  }
  return undefined;
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function runNpm(args, cwd) {
  // Not the Node inside node_modules: npm ci takes that folder away while it runs.
  const own = resolve(root, 'node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !resolve(entry).startsWith(own));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const npm = process.env.npm_execpath;
  const inside = process.execPath.startsWith(own);
  const run = npm?.endsWith('.js') && !inside ? [process.execPath, [npm, ...args]] : ['npm', args];
  return spawnSync(run[0], run[1], { cwd, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && run[0] === 'npm' }).status;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) ensureInstalled();
