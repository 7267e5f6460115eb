// The compilers' and the formatter's own checks, as tests, so that `npm test` is all there is to run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function complaints(tool: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}node_modules/${tool}`, ...args], { cwd: root, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('the whole tree has sound types', () => {
  expect(complaints('typescript/bin/tsc', ['-p', 'tsconfig.json'])).toBe('');
});

test('the pure rooms have sound types without those of Node and the browser', () => {
  expect(complaints('typescript/bin/tsc', ['-p', 'tsconfig.core.json'])).toBe('');
});

test.runIf(existsSync(`${root}web/index.html`))('the page has sound types', () => {
  expect(complaints('typescript/bin/tsc', ['-p', 'tsconfig.web.json'])).toBe('');
});

test('the tree is formatted and breaks no rule of the linter', () => {
  expect(complaints('@biomejs/biome/bin/biome', ['check', '--colors=off', '.'])).toBe('');
});
