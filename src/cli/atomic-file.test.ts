import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeWhole } from './atomic-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is written from its pieces, over an older one too', async () => {
  const file = join(folder, 'a', 'log.jsonl');
  await writeWhole(file, 'older');
  await writeWhole(file, ['one\n', new TextEncoder().encode('two\n')]);
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
});

test('a source that fails in the middle leaves the older file and nothing beside it', async () => {
  const file = join(folder, 'b', 'plan.json');
  await writeWhole(file, 'older');
  async function* failing() {
    yield 'half';
    throw new Error('the search was cancelled');
  }
  await expect(writeWhole(file, failing())).rejects.toThrow('cancelled');
  expect(readFileSync(file, 'utf8')).toBe('older');
  expect(readdirSync(join(folder, 'b'))).toEqual(['plan.json']);
});

test('Ctrl-C in the middle leaves the older file and nothing beside it, and ends the process by that signal', async () => {
  const file = join(folder, 'plan.json');
  writeFileSync(file, 'older');
  const module = new URL('./atomic-file.ts', import.meta.url).href;
  const program = `
    const { writeWhole } = await import(${JSON.stringify(module)});
    await writeWhole(${JSON.stringify(file)}, (async function* () {
      yield 'half';
      setInterval(() => {}, 1000);
      console.log('halfway');
      await new Promise(() => {});
    })());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((halfway) => child.stdout.once('data', halfway));
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toHaveLength(1);
  child.kill('SIGINT');
  const signal = await new Promise((ended) => child.once('exit', (_code, by) => ended(by)));
  expect(signal).toBe('SIGINT');
  expect(readFileSync(file, 'utf8')).toBe('older');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
