// The guide is true: every shell block of it runs, page by page, and prints what the page says it prints.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const guide = join(root, 'docs/guide');
const pages = readdirSync(guide, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .filter((name) => blocksOf(name).length > 0);

const scratch = mkdtempSync(join(tmpdir(), 'entente-guide-'));
afterAll(() => rmSync(scratch, { recursive: true }));

beforeAll(() => {
  mkdirSync(join(scratch, 'bin'));
  writeFileSync(join(scratch, 'bin/entente'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'src/main.ts')}" "$@"\n`, {
    mode: 0o755,
  });
});

// The blocks are written for a POSIX shell.
test.skipIf(process.platform === 'win32').each(pages)('what %s tells to type works', { timeout: 600_000 }, async (page) => {
  const folder = mkdtempSync(join(scratch, 'page-'));
  symlinkSync(join(root, 'examples'), join(folder, 'examples'));
  for (const { script, line, promised } of blocksOf(page)) {
    const { code, printed, complained } = await shell(script, folder);
    expect(code, `${page}:${line} printed ${printed}${complained}`).toBe(0);
    if (promised !== undefined) expect(printed, `${page}:${line}`).toMatch(pattern(promised));
  }
});

type Block = { readonly script: string; readonly line: number; readonly promised?: string };

/** The `sh` blocks of a page, each with the `text` block that follows it before the next. */
function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(guide, page), 'utf8');
  const fences = [...text.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)];
  return fences.flatMap(({ 1: kind, 2: script = '', index }, at) => {
    if (kind !== 'sh') return [];
    const [, next, promised] = fences[at + 1] ?? [];
    const line = text.slice(0, index).split('\n').length;
    return [next === 'text' && promised !== undefined ? { script, line, promised } : { script, line }];
  });
}

function shell(script: string, cwd: string): Promise<{ readonly code: number; readonly printed: string; readonly complained: string }> {
  const PATH = `${join(scratch, 'bin')}${delimiter}${process.env.PATH ?? ''}`;
  const options = { cwd, env: { ...process.env, PATH, NO_COLOR: '1', NODE_COMPILE_CACHE: join(scratch, 'cache') }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile('sh', ['-euc', script], options, (error, printed, complained) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), printed, complained });
    });
  });
}

/** A text as a pattern: `…` on a line of its own stands for any lines, within a line for anything on it. */
function pattern(promised: string): RegExp {
  const lines = promised
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line.trim() === '…') return '(?:.*\\n)*?';
      return `${line
        .split('…')
        .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
        .join('.*')}\\n`;
    });
  return new RegExp(`^${lines.join('')}$`);
}
