// The commands as others script against them: every verb on real input, on wrong input, and what it leaves behind.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useCases } from '../src/app/index.ts';
import { main } from '../src/cli/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...path: readonly string[]) => join(folder, ...path);
const exercise = at('exercise');
const plan = at('plan.json');
const log = at('dry', 'run-1.jsonl');

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

const serve = async () => (await import('../src/server/index.ts')).serveExercise;

async function run(...args: readonly string[]): Promise<Ran> {
  const heard = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    columns: 80,
    write(text: string) {
      heard[name] += text;
    },
  });
  const code = await main(args, { ...useCases, serve }, { stdout: stream('stdout'), stderr: stream('stderr'), environment: {} });
  const all = heard.stdout + heard.stderr;
  // Nobody is ever shown a stack trace, a colour that was not asked for, or an object for a sentence.
  expect(all).not.toMatch(/\n\s+at .+:\d+:\d+|\[object |undefined/);
  expect(all).not.toContain('\u001b');
  return { code, ...heard };
}

const quick = ['--iterations', '5', '--lanes', '1'];

beforeAll(async () => {
  expect((await run('new', exercise, '--title', 'Two Rivers', '--party', 'BLR', '--party', 'CHN')).code).toBe(0);
  expect((await run('plan', exercise, '--out', plan, ...quick)).code).toBe(0);
  const dry = await run('rehearse', exercise, '--plan', plan, '--runs', '1', '--lanes', '1', '--out', at('dry'), '--keep-logs');
  expect(dry.code).toBe(0);
  writeFileSync(
    at('garbage'),
    Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
  );
  writeFileSync(at('empty'), '');
  writeFileSync(at('object.json'), '{}');
  writeFileSync(at('null.json'), 'null');
  writeFileSync(at('other.json'), readFileSync(plan, 'utf8').replaceAll('Two Rivers', 'Three Rivers'));
  mkdirSync(at('nothing'));
}, 60_000);

test.each(['new', 'check', 'plan', 'rehearse', 'serve', 'assess', 'publish', 'export', 'verify'])(
  '%s --help shows an example and the exit codes',
  async (verb) => {
    const { code, stdout } = await run(verb, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`Example:\n  entente ${verb} `);
    expect(stdout).toContain('Exit codes:\n  0  well\n  1  faults');
    expect(stdout).toContain('--json');
  },
);

test('check --json has the agreed form', async () => {
  const { code, stdout } = await run('check', exercise, '--json', '--plan', plan);
  expect(code).toBe(0);
  const printed = JSON.parse(stdout);
  expect(printed).toMatchObject({ ok: true, faults: [], violations: [] });
  expect(printed.counts).toMatchObject({ parties: 2, units: 4, sites: 1, tasks: 1, serials: 3, injects: 2, storylines: 1 });
});

test('a fault in --json has its place, its key, its sentence and its mend', async () => {
  cpSync(exercise, at('faulty'), { recursive: true });
  const file = at('faulty', 'shared', 'sites.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('facilities:\n      - ground', 'facilities:\n      - grund'));
  const { code, stdout } = await run('check', at('faulty'), '--json');
  expect(code).toBe(1);
  const [fault] = JSON.parse(stdout).faults;
  expect(fault).toMatchObject({ file: 'shared/sites.yaml', line: expect.any(Number), column: expect.any(Number), key: expect.any(String) });
  expect(fault.message).toContain('grund');
  expect(fault.maybe).toContain('ground');
});

test('plan --json has the agreed form, with instants in UTC', async () => {
  const { code, stdout } = await run('plan', exercise, '--out', at('again.json'), ...quick, '--json');
  expect(code).toBe(0);
  const printed = JSON.parse(stdout);
  expect(Object.keys(printed)).toEqual(['objectives', 'serials', 'unmet']);
  for (const { id, value, bound, proved } of printed.objectives)
    expect([typeof id, typeof value, bound === null || typeof bound === 'number', typeof proved]).toEqual([
      'string',
      'number',
      true,
      'boolean',
    ]);
  for (const serial of printed.serials) {
    expect(Object.keys(serial)).toEqual(['id', 'held', 'start', 'end', 'site', 'team', 'lead', 'support']);
    expect(serial.start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    for (const one of serial.support) expect(Object.keys(one)).toEqual(['demand', 'by']);
  }
});

test('a plan that is cut short is incomplete, ends with 3, and is taken by nobody', async () => {
  const tight = ['--serials', '60', '--units', '16', '--tightness', '1', '--seed', '1'];
  expect((await run('new', at('narrow'), ...tight)).code).toBe(0);
  const out = at('narrow.json');
  const { code, stdout } = await run('plan', at('narrow'), '--out', out, '--iterations', '1', '--lanes', '1');
  expect(code).toBe(3);
  expect(stdout).toMatch(
    /The plan is incomplete: it breaks \d+ rules?\. It cannot be adopted, and it does not show that there is no plan\./,
  );
  expect((await run('check', at('narrow'), '--plan', out)).code).toBe(1);
  expect((await run('rehearse', at('narrow'), '--plan', out, '--out', at('narrow-dry'))).code).toBe(1);
});

test('the folder above an exercise is a fault, and says which folder may be meant', async () => {
  cpSync(exercise, at('above', 'within'), { recursive: true });
  const { code, stdout } = await run('check', at('above'));
  expect(code).toBe(1);
  expect(stdout).toContain('Maybe another folder is meant');
});

test('what cannot be planned ends with 4, names the statements and writes nothing', async () => {
  cpSync(exercise, at('closed'), { recursive: true });
  const closure =
    'closures:\n  C-1:\n    reason: Noise.\n    scope:\n      sites: [SITE-1]\n    periods:\n      - from: D+0 00:00\n        to: D+3 00:00\n';
  writeFileSync(at('closed', 'shared', 'closures.yaml'), closure);
  const out = at('closed.json');
  const { code, stdout } = await run('plan', at('closed'), '--out', out, ...quick);
  expect(code).toBe(4);
  expect(stdout).toContain('There is no plan');
  expect(stdout).toMatch(/Serial S-1 cannot[\s\S]*closures\.yaml:\d+[\s\S]*C-1/);
  expect(existsSync(out)).toBe(false);
  const json = JSON.parse((await run('plan', at('closed'), '--out', out, ...quick, '--json')).stdout);
  expect(json).toMatchObject({ serials: [], objectives: [], unmet: [] });
  expect(json.conflicts.length).toBeGreaterThan(0);
});

test('a log verifies, is assessed and published for a reader', async () => {
  expect((await run('verify', log)).code).toBe(0);
  expect(JSON.parse((await run('verify', log, '--json')).stdout)).toMatchObject({ ok: true });
  const assessed = await run('assess', '--log', log, '--reader', 'BLR', '--json');
  expect(assessed.code).toBe(0);
  expect(JSON.parse(assessed.stdout)).toMatchObject({ format: 'entente-assessment', reader: 'BLR', simulated: true });
  for (const [product, format] of [
    ['aar', 'html'],
    ['day', 'ics'],
    ['schedule', 'ics'],
  ] as const) {
    const out = at('products', `${product}.${format}`);
    expect((await run('publish', product, '--log', log, '--reader', 'BLR', '--lang', 'ru', '--format', format, '--out', out)).code).toBe(0);
    expect(readFileSync(out, 'utf8').length).toBeGreaterThan(100);
  }
  expect(readdirSync(at('products')).sort()).toEqual(['aar.html', 'day.ics', 'schedule.ics']);
});

const wrong: readonly (readonly [number, ...string[]])[] = [
  [1, 'check', 'nothing'],
  [2, 'check', 'plan.json'],
  [2, 'check', 'garbage'],
  [2, 'check', 'nowhere'],
  [1, 'check', 'exercise', '--reader', 'ZZZ'],
  [1, 'check', 'exercise', '--reader', ''],
  [1, 'check', 'exercise', '--plan', 'garbage'],
  [1, 'check', 'exercise', '--plan', 'empty'],
  [1, 'check', 'exercise', '--plan', 'object.json'],
  [1, 'check', 'exercise', '--plan', 'null.json'],
  [1, 'check', 'exercise', '--plan', 'other.json'],
  [1, 'check', 'exercise', '--plan', 'dry/run-1.jsonl'],
  [2, 'check', 'exercise', '--plan', 'exercise'],
  [1, 'plan', 'nothing', '--out', 'x.json'],
  [2, 'plan', 'exercise', '--out', 'exercise'],
  [2, 'plan', 'exercise', '--out', 'plan.json/x.json'],
  [2, 'plan', 'exercise'],
  [2, 'plan', 'exercise', '--out', 'x.json', '--seed', '-1'],
  [2, 'plan', 'exercise', '--out', 'x.json', '--lanes', '0'],
  [2, 'plan', 'exercise', '--out', 'x.json', '--time', '10'],
  [1, 'rehearse', 'exercise', '--plan', 'other.json', '--out', 'y'],
  [1, 'rehearse', 'exercise', '--plan', 'garbage', '--out', 'y'],
  [2, 'rehearse', 'exercise', '--plan', 'plan.json', '--out', 'plan.json'],
  [2, 'rehearse', 'exercise', '--plan', 'plan.json', '--out', 'y', '--runs', '0'],
  [1, 'verify', 'garbage'],
  [1, 'verify', 'empty'],
  [1, 'verify', 'plan.json'],
  [2, 'verify', 'exercise'],
  [2, 'verify', 'nowhere'],
  [1, 'assess', '--log', 'garbage'],
  [1, 'assess', '--log', 'empty'],
  [1, 'assess', '--log', 'plan.json'],
  [1, 'assess', '--log', 'dry/run-1.jsonl', '--reader', 'ZZZ'],
  [2, 'assess', '--log', 'exercise'],
  [1, 'export', '--data', 'nothing', '--reader', 'all', '--out', 'x.jsonl'],
  [2, 'export', '--data', 'plan.json', '--reader', 'all', '--out', 'x.jsonl'],
  [2, 'export', '--data', 'nothing', '--reader', 'all'],
  [1, 'publish', 'aar', 'exercise', '--plan', 'plan.json', '--reader', 'BLR', '--out', 'x.html'],
  [1, 'publish', 'schedule', 'exercise', '--plan', 'other.json', '--reader', 'BLR', '--out', 'x.html'],
  [1, 'publish', 'schedule', 'exercise', '--plan', 'plan.json', '--reader', 'ZZZ', '--out', 'x.html'],
  [1, 'publish', 'schedule', 'exercise', '--plan', 'plan.json', '--reader', 'public', '--out', 'x.html'],
  [1, 'publish', 'day', 'exercise', '--plan', 'plan.json', '--reader', 'BLR', '--day', '2030-06-31', '--out', 'x.html'],
  [1, 'publish', 'day', 'exercise', '--plan', 'plan.json', '--reader', 'BLR', '--day', '1999-01-01', '--out', 'x.html'],
  [1, 'publish', 'annex', '--log', 'dry/run-1.jsonl', '--reader', 'joint', '--out', 'x.html'],
  [2, 'publish', 'aar', '--log', 'dry/run-1.jsonl', '--reader', 'BLR', '--format', 'ics', '--out', 'x.ics'],
  [2, 'publish', 'aar', '--log', 'dry/run-1.jsonl', '--reader', 'BLR', '--out', 'exercise'],
  [2, 'new', 'exercise'],
  [2, 'new', 'plan.json'],
  [1, 'serve', 'nothing', '--data', 'd', '--port', '0'],
  [2, 'serve', 'exercise', '--data', 'plan.json', '--port', '0'],
  [2, 'serve', 'exercise', '--data', 'd', '--port', '70000'],
  [2, 'serve', 'exercise', '--data', 'd', '--play', '0'],
];

test.each(wrong.map((row) => [row.slice(1).join(' '), row] as const))('%s', async (_line, [expected, verb, ...args]) => {
  const paths = new Set([
    'nothing',
    'plan.json',
    'garbage',
    'nowhere',
    'exercise',
    'empty',
    'object.json',
    'null.json',
    'other.json',
    'x.json',
    'y',
    'd',
    'x.jsonl',
    'x.html',
    'x.ics',
  ]);
  const inFolder = args.map((argument) => (paths.has(argument) || argument.includes('/') ? at(argument) : argument));
  const { code, stdout, stderr } = await run(String(verb), ...inFolder);
  expect(code).toBe(expected);
  expect(stdout + stderr).toMatch(/[.!]\n/);
  for (const name of ['x.json', 'y', 'x.jsonl', 'x.html', 'x.ics']) expect(existsSync(at(name))).toBe(false);
});

test('Ctrl-C in the middle of planning ends at once and leaves nothing half-written', async () => {
  const out = at('cut', 'plan.json');
  const program = join(import.meta.dirname, '..', 'src', 'main.ts');
  const child = spawn(process.execPath, [program, 'plan', exercise, '--out', out, '--iterations', '1000000000'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise((planning) => child.stderr.once('data', planning));
  child.kill('SIGINT');
  expect(await new Promise((ended) => child.once('exit', (_code, signal) => ended(signal)))).toBe('SIGINT');
  expect(existsSync(at('cut'))).toBe(false);
});

test('progress elsewhere than on a terminal is plain lines', async () => {
  const { stderr } = await run('plan', exercise, '--out', at('plain.json'), ...quick);
  expect(stderr).toMatch(/^(?:Planning \d+%\n)+$/);
});
