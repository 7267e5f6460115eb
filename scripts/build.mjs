// Builds dist/: the program with tsc, the page with Vite when web/index.html exists. Each part is skipped when nothing it
// is made of has changed, first by times, then by content. Two builds at once wait for each other.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure.mjs';
import freshness from './freshness.cjs';
import runtime from './runtime.cjs';

const { root } = runtime;
const { inputsOf, looksFresh, parts } = freshness;

/**
 * Brings dist/ up to date; true when it is, false when a compiler has complained (its words are on stderr).
 * `built` is told of each part as it is done, unless nothing had to be looked at.
 */
export async function build(names = ['core', 'page'], built = () => {}) {
  ensureInstalled();
  const wanted = names.filter((name) => (name === 'page' ? existsSync(join(root, 'web/index.html')) : existsSync(join(root, 'src'))));
  if (wanted.every((name) => looksFresh(root, parts[name]))) return true;
  const unlock = await lock(join(root, '.entente/build.lock'));
  try {
    const results = await Promise.all(wanted.map((name) => buildPart(name, built)));
    return results.every(Boolean);
  } finally {
    unlock();
  }
}

async function buildPart(name, built) {
  const part = parts[name];
  const stamp = join(root, part.stamp);
  const startedAt = new Date();
  const content = contentOf(part);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== content) {
    process.stderr.write(name === 'core' ? 'Building the program.\n' : 'Building the page.\n');
    if (!(await (name === 'core' ? buildProgram() : buildPage()))) return false;
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, content);
  }
  // As old as the moment before reading: what was edited while we built is newer, and built the next time.
  utimesSync(stamp, startedAt, startedAt);
  built(name);
  return true;
}

function contentOf(part) {
  const hash = createHash('sha256');
  for (const file of inputsOf(root, part).files) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return `${hash.digest('hex')}\n`;
}

async function buildProgram() {
  // Types are taken off and not checked: that takes ten times as long, and `npm test` and `npm run check` do it.
  const well = await run('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--noCheck']);
  removeOrphans('');
  return well;
}

/** What an earlier build made of a source that is gone would still be found by an import. */
function removeOrphans(folder) {
  const here = join(root, 'dist', folder);
  if (!existsSync(here)) return;
  for (const entry of readdirSync(here, { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (path === 'web') continue;
    if (entry.isDirectory()) {
      removeOrphans(path);
      if (!existsSync(join(root, 'src', path))) rmSync(join(root, 'dist', path), { recursive: true });
    } else if (path.endsWith('.js') && !existsSync(join(root, 'src', path.replace(/\.js$/, '.ts')))) {
      rmSync(join(root, 'dist', path));
    }
  }
}

/** Built aside and put in its place whole: a server that is up already shows no half of it. */
async function buildPage() {
  const [aside, place] = [join(root, '.entente/page'), join(root, 'dist/web')];
  const well = await run('vite/bin/vite.js', ['build', 'web', '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn']);
  if (!well) return false;
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  renameSync(aside, place);
  return true;
}

function run(tool, args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: ['ignore', 2, 2] });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

async function lock(folder) {
  mkdirSync(join(folder, '..'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, 'pid'), String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(folder)) breakLock(folder);
      else await wait(100);
    }
  }
}

function isAbandoned(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    // No number in it yet: its owner is just starting, unless that was long ago.
    const stat = statSync(folder, { throwIfNoEntry: false });
    return error.code === 'ENOENT' && stat !== undefined && Date.now() - stat.mtimeMs > 10_000;
  }
}

function breakLock(folder) {
  rmSync(join(folder, 'pid'), { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Another one broke it first and has taken it.
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  if (runtime.underRecentNode(fileURLToPath(import.meta.url))) {
    const names = process.argv.slice(2);
    if (!(await build(names.length > 0 ? names : undefined))) process.exitCode = 1;
  }
}
