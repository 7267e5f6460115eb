import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const program = join(import.meta.dirname, '..', 'src', 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'entente-same-'));
afterAll(() => rmSync(folder, { recursive: true }));
const exercise = join(folder, 'exercise');

const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

function entente(onOneCore: boolean, ...args: readonly string[]): string {
  const command = [process.execPath, program, ...args];
  const [file = '', ...rest] = onOneCore ? ['taskset', '-c', '0', ...command] : command;
  return execFileSync(file, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Plans and tries dry; every file that this writes, by its name. */
function madeIn(name: string, onOneCore: boolean): ReadonlyMap<string, string> {
  const plan = join(folder, `${name}.json`);
  const dry = join(folder, name);
  const told = [
    entente(onOneCore, 'plan', exercise, '--out', plan, '--seed', '7', '--iterations', '5', '--lanes', '2', '--json'),
    entente(
      onOneCore,
      'rehearse',
      exercise,
      '--plan',
      plan,
      '--runs',
      '3',
      '--seed',
      '7',
      '--lanes',
      '2',
      '--out',
      dry,
      '--keep-logs',
      '--json',
    ),
  ];
  const files = readdirSync(dry).sort();
  return new Map([
    ['told', told.join('')],
    ['plan.json', readFileSync(plan, 'utf8')],
    ...files.map((file) => [file, readFileSync(join(dry, file), 'utf8')] as const),
  ]);
}

test('the same seed gives the same plan, dry run and logs, byte for byte, again and on one core', () => {
  entente(false, 'new', exercise, '--party', 'BLR', '--party', 'CHN');
  const first = madeIn('first', false);
  expect([...first.keys()]).toEqual(['told', 'plan.json', 'rehearsal.json', ...[1, 2, 3].map((run) => `run-${run}.jsonl`)]);
  // Where processors cannot be chosen, a second time on all of them is what can be shown.
  const second = madeIn('second', canPin);
  for (const [file, text] of first) expect([file, second.get(file)]).toEqual([file, text]);
});
