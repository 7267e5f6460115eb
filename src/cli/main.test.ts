import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PlanReport, UseCases } from '../app/index.ts';
import { Bug, Malformed, minuteFromIso, type Problem, Refused, utc } from '../kernel/index.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fault: Problem = {
  key: 'kernel.notADate',
  values: { text: '31 June' },
  at: { file: 'shared/sites.yaml', line: 7, column: 3 },
  maybe: { key: 'kernel.writeDateAs', values: { example: '2024-07-12' } },
};

const noFaults = { counts: { parties: 2, units: 24 }, faults: [], notes: [], notChecked: [], violations: null };
const checks = (report: Awaited<ReturnType<Awaited<ReturnType<UseCases['check']>>>>) => ({ check: async () => async () => report });
const fails = (error: unknown) => ({
  check: async () => async () => {
    throw error;
  },
});

async function run(args: readonly string[], useCases: Partial<UseCases>, environment = {}, isTTY = false) {
  const heard = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY,
    columns: 80,
    write(text: string) {
      heard[name] += text;
    },
  });
  const code = await main(args, useCases, { stdout: stream('stdout'), stderr: stream('stderr'), environment });
  return { code, ...heard };
}

test('a document without faults ends well', async () => {
  const { code, stdout } = await run(['check', folder], checks(noFaults));
  expect(code).toBe(0);
  expect(stdout).toBe('2 parties, 24 units, 0 sites, 0 tasks, 0 serials, 0 injects on 0 storylines.\nNo faults.\n');
});

test('a fault is shown with its place and its advice, and the code is 1', async () => {
  const { code, stdout } = await run(['check', folder], checks({ ...noFaults, faults: [fault] }));
  expect(code).toBe(1);
  expect(stdout).toContain('shared/sites.yaml:7:3  “31 June” is not a date.\n    Maybe write it like 2024-07-12.\n');
  expect(stdout).toContain('1 fault.');
});

test('check --json prints the contract and nothing else on stdout', async () => {
  const { code, stdout } = await run(['check', folder, '--json'], checks({ ...noFaults, faults: [fault], violations: [] }));
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    counts: { parties: 2, units: 24 },
    faults: [
      {
        file: 'shared/sites.yaml',
        line: 7,
        column: 3,
        key: 'kernel.notADate',
        message: '“31 June” is not a date.',
        maybe: 'Maybe write it like 2024-07-12.',
      },
    ],
    violations: [],
    notes: [],
    notChecked: [],
  });
});

test('--lang says it in another language', async () => {
  const { stdout } = await run(['check', folder, '--lang', 'ru'], checks({ ...noFaults, faults: [fault] }));
  expect(stdout).toContain('это не дата');
  expect(stdout).toContain('1 ошибка.');
});

test('a terminal gets styles, unless NO_COLOR is set', async () => {
  const useCases = checks({ ...noFaults, faults: [fault] });
  expect((await run(['check', folder], useCases, {}, true)).stdout).toContain('\x1b[1mshared/sites.yaml:7:3\x1b[22m');
  expect((await run(['check', folder], useCases, { NO_COLOR: '1' }, true)).stdout).not.toContain('\x1b[');
  expect((await run(['check', folder], useCases)).stdout).not.toContain('\x1b[');
});

test('a near miss is told what may be meant', async () => {
  const useCases = checks(noFaults);
  expect((await run(['check', folder, '--raeder', 'BLR'], useCases)).stderr).toContain('Maybe --reader.');
  expect((await run(['chekc', folder], useCases)).stderr).toContain('Maybe check.');
});

test.each([
  ['an unknown option', ['check', folder, '--colour']],
  ['an unknown verb', ['chekc', folder]],
  ['a folder that is not there', ['check', join(folder, 'nowhere')]],
  ['a plan that is not there', ['check', folder, '--plan', join(folder, 'plan.json')]],
  ['an unknown language', ['check', folder, '--lang', 'xx']],
  ['no verb', []],
])('%s is a usage fault', async (_what, args) => {
  const { code, stdout, stderr } = await run(args, checks(noFaults));
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toBe('');
});

test('help tells an example and the exit codes, and ends well', async () => {
  const { code, stdout } = await run(['check', '--help'], checks(noFaults));
  expect(code).toBe(0);
  expect(stdout).toContain('entente check examples/eagle-assault-2024');
  expect(stdout).toMatch(/Exit codes:\n {2}0 {2}well\n {2}1 {2}faults found/);
});

test('a verb without its use case is not offered', async () => {
  expect((await run(['--help'], checks(noFaults))).stdout).toMatch(/check/);
  expect((await run(['--help'], {})).stdout).not.toMatch(/check/);
});

test('malformed bytes and a refusal are faults, as sentences or as JSON', async () => {
  expect(await run(['check', folder], fails(new Malformed([fault])))).toMatchObject({ code: 1, stdout: '' });
  const { code, stdout } = await run(['check', folder, '--json'], fails(new Refused(fault)));
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, faults: [{ key: 'kernel.notADate' }] });
});

test('a mistake of ours ends with 70, its cause, and the wish to hear of it', async () => {
  const { code, stdout, stderr } = await run(
    ['check', folder],
    fails(new Bug('the search lost a serial', { cause: new Error('index 7') })),
  );
  expect(code).toBe(70);
  expect(stdout).toBe('');
  expect(stderr).toContain('a mistake of ours');
  expect(stderr).toContain('the search lost a serial');
  expect(stderr).toContain('index 7');
});

test('what the machine refuses is not a mistake of ours', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
  const { code, stderr } = await run(['check', folder], fails(full));
  expect(code).toBe(1);
  expect(stderr).toContain('no space left');
});

const planned: PlanReport = {
  outcome: 'planned',
  file: '{"format":"entente-plan"}\n',
  broken: [],
  summary: [],
  certificate: { lines: [], zone: { name: 'Z', offsetMinutes: 0 } },
  plan: {
    format: 'entente-plan',
    version: 1,
    exercise: 'two-rivers',
    seed: '7',
    iterations: 100,
    lanes: 4,
    objectives: [{ id: 'slack', value: 90, bound: 120, proved: false, witness: [] }],
    bookings: [
      {
        serial: 'S-01',
        held: true,
        start: minuteFromIso('2024-07-08T06:00Z'),
        end: minuteFromIso('2024-07-08T09:30Z'),
        site: 'RANGE',
        team: ['BLR-1', 'CHN-1'],
        lead: 'BLR-1',
        support: [{ demand: 'interpreter', by: 'CHN-INT-1' }],
      },
      { serial: 'S-02', held: false, start: null, end: null, site: null, team: [], lead: null, support: [] },
    ],
    unmet: [],
  },
};

test('a plan is written whole, and --json prints it with instants in UTC', async () => {
  const out = join(folder, 'made', 'plan.json');
  const asked: unknown[] = [];
  const useCases: Partial<UseCases> = {
    plan: async () => async (directory, options) => {
      asked.push(directory, options.seed, options.budget, options.lanes);
      return planned;
    },
  };
  const { code, stdout } = await run(['plan', folder, '--out', out, '--seed', '7', '--time', '10s', '--json'], useCases);
  expect(code).toBe(0);
  expect(asked).toEqual([folder, '7', { seconds: 10 }, 4]);
  expect(readFileSync(out, 'utf8')).toBe(planned.file);
  expect(readdirSync(join(folder, 'made'))).toEqual(['plan.json']);
  expect(JSON.parse(stdout)).toEqual({
    objectives: [{ id: 'slack', value: 90, bound: 120, proved: false }],
    serials: [
      {
        id: 'S-01',
        held: true,
        start: '2024-07-08T06:00:00Z',
        end: '2024-07-08T09:30:00Z',
        site: 'RANGE',
        team: ['BLR-1', 'CHN-1'],
        lead: 'BLR-1',
        support: [{ demand: 'interpreter', by: 'CHN-INT-1' }],
      },
      { id: 'S-02', held: false, start: null, end: null, site: null, team: [], lead: null, support: [] },
    ],
    unmet: [],
  });
});

test.each([
  [{ ...planned, outcome: 'incomplete' }, 3, true],
  [
    {
      outcome: 'impossible',
      lines: [{ message: { key: 'plan.why.cannotHold', values: { serial: 'S-01' } }, indent: 0 }],
      zone: utc,
      json: [],
    },
    4,
    false,
  ],
] as const)('an incomplete plan and an impossible one end with their own codes', async (report, expected, isWritten) => {
  const out = join(folder, `plan-${expected}.json`);
  const { code } = await run(['plan', folder, '--out', out], { plan: async () => async () => report });
  expect(code).toBe(expected);
  expect(existsSync(out)).toBe(isWritten);
});

test('a budget is steps or time, never both', async () => {
  const args = ['plan', folder, '--out', join(folder, 'p.json'), '--time', '10s', '--iterations', '5'];
  expect((await run(args, { plan: async () => async () => planned })).code).toBe(2);
  expect((await run([...args.slice(0, 4), '--time', '10'], { plan: async () => async () => planned })).code).toBe(2);
});

test('a product is made from a document with its plan or from a log, and from nothing else', async () => {
  const log = join(folder, 'log.jsonl');
  writeFileSync(log, '');
  const asked: unknown[] = [];
  const useCases: Partial<UseCases> = {
    publish: async () => async (request) => {
      asked.push(request.source);
      return { content: 'BEGIN:VCALENDAR' };
    },
  };
  const out = join(folder, 'day.ics');
  const common = ['--reader', 'BLR', '--lang', 'fr', '--out', out];
  expect((await run(['publish', 'day', '--log', log, '--format', 'ics', ...common], useCases)).code).toBe(0);
  expect((await run(['publish', 'schedule', folder, '--plan', log, ...common], useCases)).code).toBe(0);
  expect(asked).toEqual([
    { kind: 'log', logFile: log },
    { kind: 'document', directory: folder, planFile: log },
  ]);
  expect(readFileSync(out, 'utf8')).toBe('BEGIN:VCALENDAR');
  expect((await run(['publish', 'schedule', folder, ...common], useCases)).code).toBe(2);
  expect((await run(['publish', 'schedule', folder, '--log', log, ...common], useCases)).code).toBe(2);
  expect((await run(['publish', 'aar', '--log', log, '--format', 'ics', ...common], useCases)).code).toBe(2);
  expect((await run(['publish', 'poster', '--log', log, ...common], useCases)).code).toBe(2);
});

test('the dry run writes into its folder only', async () => {
  const out = join(folder, 'dry');
  const useCases = (path: string): Partial<UseCases> => ({
    rehearse: async () => async (_directory, options) => {
      await options.sink.write(path, [`${options.runs}`, ' runs']);
      return { json: {}, summary: [] };
    },
  });
  const plan = join(folder, 'log.jsonl');
  writeFileSync(plan, '');
  expect((await run(['rehearse', folder, '--plan', plan, '--runs', '20', '--out', out], useCases('rehearsal.json'))).code).toBe(0);
  expect(readFileSync(join(out, 'rehearsal.json'), 'utf8')).toBe('20 runs');
  expect((await run(['rehearse', folder, '--plan', plan, '--out', out], useCases('../outside.json'))).code).toBe(70);
  expect(existsSync(join(folder, 'outside.json'))).toBe(false);
});

test('a new exercise is not put among other files', async () => {
  const useCases: Partial<UseCases> = {
    new: async () => async (options) => {
      await options.sink.write('shared/exercise.yaml', options.parties.join());
      return { json: {}, summary: [] };
    },
  };
  const target = join(folder, 'new');
  expect((await run(['new', target, '--party', 'FRA', '--party', 'DEU'], useCases)).code).toBe(0);
  expect(readFileSync(join(target, 'shared/exercise.yaml'), 'utf8')).toBe('FRA,DEU');
  expect((await run(['new', target], useCases)).code).toBe(2);
});
