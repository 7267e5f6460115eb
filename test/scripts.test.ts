// What stands before the program: which Node runs us, whether everything is installed, whether the build is older than its sources.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

type Part = { readonly stamp: string; readonly inputs: readonly string[] };
const { bundledNode, isRecent } = require('../scripts/runtime.cjs') as {
  readonly bundledNode: (folder?: string) => string | undefined;
  readonly isRecent: (version: string) => boolean;
};
const { looksFresh } = require('../scripts/freshness.cjs') as { readonly looksFresh: (root: string, part: Part) => boolean };
const { whatIsMissing } = (await import(new URL('../scripts/ensure.mjs', import.meta.url).href)) as {
  readonly whatIsMissing: (folder: string) => string | undefined;
};

const folder = mkdtempSync(join(tmpdir(), 'entente-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileIn(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test('Node 22.12 is the least that runs us', () => {
  expect(['18.20.0', '20.20.2', '22.11.9'].filter(isRecent)).toEqual([]);
  expect(['22.12.0', '23.0.0', '24.21.0', '26.10.0'].filter(isRecent)).toHaveLength(4);
});

// Stands in for an old Node: a program that is told, before it begins, that it runs on one.
const asOnOldNode = (more = '') =>
  fileIn(
    `old-${more.length}.cjs`,
    `if (!process.env.ENTENTE_FOLLOWS) Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });\n${more}`,
  );
const program = fileIn(
  'program.cjs',
  `const { underRecentNode } = require(${JSON.stringify(join(root, 'scripts/runtime.cjs'))});
   if (underRecentNode(__filename)) {
     if (process.argv[2] === 'exit') process.exit(Number(process.argv[3]));
     setInterval(() => {}, 1000);
     console.log(process.pid);
   }`,
);

test.runIf(bundledNode() !== undefined)('an old Node starts the one of the lock file, and its exit code is ours', () => {
  for (const code of [0, 3, 70]) {
    const { status } = spawnSync(process.execPath, ['-r', asOnOldNode(), program, 'exit', String(code)]);
    expect(status).toBe(code);
  }
});

test.runIf(bundledNode() !== undefined).each(['SIGTERM', 'SIGKILL'] as const)(
  '%s to the outer Node ends the inner one too',
  async (signal) => {
    const outer = spawn(process.execPath, ['-r', asOnOldNode(), program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(outer.stdout, 'data')) as [Buffer];
    const inner = Number(said.toString());
    expect(inner).not.toBe(outer.pid);
    // The inner one holds our pipe open until it has ended; else this waits for ever.
    const ended = once(outer.stdout, 'close');
    outer.kill(signal);
    const [, by] = await once(outer, 'exit');
    await ended;
    expect(by).toBe(signal);
  },
);

test('an old Node without another one ends with 78 and says what to do', () => {
  const elsewhere = asOnOldNode("Object.defineProperty(process, 'platform', { value: 'elsewhere' });");
  const { status, stderr } = spawnSync(process.execPath, ['-r', elsewhere, program, 'exit', '0'], { encoding: 'utf8' });
  expect(status).toBe(78);
  expect(stderr).toMatch(/needs Node 22\.12 or newer; this is 20\.20\.2\.\nMaybe run "npm ci"/);
});

test('an installation is needed when there is none, when it broke off, and when the lock file has moved on', () => {
  const lock = (version: string) =>
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version: '1.0.0', optional: true } } });
  fileIn('installed/package-lock.json', lock('2.0.0'));
  const at = join(folder, 'installed');
  expect(whatIsMissing(at)).toBe('nothing is installed');
  fileIn('installed/node_modules/.package-lock.json', '{"packages": {"node_modules/a"');
  expect(whatIsMissing(at)).toBe('nothing is installed');
  fileIn('installed/node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  expect(whatIsMissing(at)).toBe('a 2.0.0 is not there');
  fileIn('installed/node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' } } }));
  expect(whatIsMissing(at)).toBeUndefined();
});

test('a build is stale when a source is newer, or was taken away', () => {
  const at = join(folder, 'tree');
  const part: Part = { stamp: 'dist/.built', inputs: ['src', 'settings.json'] };
  const source = fileIn('tree/src/room/a.ts', 'a');
  fileIn('tree/settings.json', '{}');
  expect(looksFresh(at, part)).toBe(false);

  const stamp = fileIn('tree/dist/.built', '');
  const inSeconds = (seconds: number) => new Date(Date.UTC(2024, 6, 8, 0, 0, seconds));
  const settle = () => {
    for (const path of ['src/room/a.ts', 'src/room', 'src', 'settings.json']) {
      try {
        utimesSync(join(at, path), inSeconds(0), inSeconds(0));
      } catch {
        // It was taken away.
      }
    }
    utimesSync(stamp, inSeconds(10), inSeconds(10));
  };
  settle();
  expect(looksFresh(at, part)).toBe(true);
  utimesSync(source, inSeconds(20), inSeconds(20));
  expect(looksFresh(at, part)).toBe(false);
  settle();
  rmSync(source);
  expect(looksFresh(at, part)).toBe(false);
});
