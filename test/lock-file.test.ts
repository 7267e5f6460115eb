// The lock file must bring a working tree on every platform, wherever it was written.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

type Entry = { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { readonly packages: Readonly<Record<string, Entry>> };

test('the lock file names the optional packages of other platforms too; npm ci refuses one that does not', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => placesFor(name, path).every((place) => packages[place] === undefined)),
  );
  expect(missing).toEqual([]);
});

test('the lock file records no download address, so that every registry serves it', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved?.startsWith('http'))).toEqual([]);
});

/** Where npm looks for a package that another one asks for: beside it, then further up. */
function placesFor(name: string, from: string): readonly string[] {
  const above = from.split('/node_modules/').map((_step, index, steps) => steps.slice(0, index + 1).join('/node_modules/'));
  return [`node_modules/${name}`, ...above.map((folder) => `${folder}/node_modules/${name}`)];
}
