// Measures the store: our group commit, doing everything, against a bare better-sqlite3 group commit that is given ready
// bytes; and the hashed path alone. Medians of interleaved pairs, each measurement in a process of its own, warmed up.
// Run: node bench/store.ts [--pairs N] [--commands N]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import {
  type Batch,
  type EventShape,
  eventLine,
  LogVerifier,
  manifestLine,
  manifestOf,
  type Sealed,
  type StreamKey,
  Tails,
} from '../src/conduct/index.ts';
import { isProblem, type MicroInstant } from '../src/kernel/index.ts';
import { nodeHashText, nodeSealing } from '../src/store/index.ts';
import { openSqliteStore } from '../src/store/sqlite/index.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5' },
    commands: { type: 'string', default: '40000' },
    producers: { type: 'string', default: '200' },
    one: { type: 'string' },
    cold: { type: 'boolean' },
  },
});
const pairs = Number(values.pairs);
const commands = Number(values.commands);
const producers = Number(values.producers);

const streams = ['RESTRICTED/BLR,CHN//excon:', 'UNCLASSIFIED/BLR,CHN//everyone:', 'RESTRICTED/CHN//post:HQ'] as StreamKey[];
const eventsPerCommand = 2;
// Written around what is measured, so that a trace can be cut there.
const mark = 'here it begins or ends';
const text = 'Команда готова к ротации на участке «Север»; просим подтвердить время. '.repeat(2).slice(0, 130);

function batch(index: number): Batch<EventShape> {
  const [first, second] = [streams[0], streams[1 + (index % 2)]];
  if (first === undefined || second === undefined) throw new Error('no stream');
  // Random to look at, as clients make them, and the same in every run.
  const id = nodeHashText('', `command ${index}`)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return {
    command: { id, bodyDigest: nodeHashText('', id) },
    outcome: { kind: 'accepted' },
    change: [
      {
        stream: first,
        event: {
          type: 'MessageSent',
          version: 1,
          payload: { message: id, from: 'HQ', to: ['TEAM-1'], language: 'ru', means: 'message', text },
        },
      },
      {
        stream: second,
        event: {
          type: 'MessageReceived',
          version: 1,
          payload: { message: id, from: 'HQ', to: 'TEAM-1', language: 'ru', means: 'message', text },
        },
      },
    ],
    time: (1_720_425_600_000_000 + index) as MicroInstant,
    exerciseTime: (1_720_425_600_000_000 + index) as MicroInstant,
    authorIn: () => 'HQ',
  };
}

/** Events a second, by the clock and by the time that processors spent on them: only the latter says much on a machine that does other things. */
type Rate = { readonly perSecond: number; readonly perProcessorSecond: number };

/** So many callers, each waiting for its acknowledgement before the next. */
async function driven(append: (index: number) => Promise<unknown>, commands: number): Promise<Rate> {
  let next = 0;
  const start = performance.now();
  const before = process.cpuUsage();
  const producer = async () => {
    while (next < commands) await append(next++);
  };
  await Promise.all(Array.from({ length: producers }, producer));
  const { user, system } = process.cpuUsage(before);
  const events = commands * eventsPerCommand;
  return { perSecond: (events * 1000) / (performance.now() - start), perProcessorSecond: (events * 1_000_000) / (user + system) };
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(commands: number): Promise<Rate> {
  return inFolder(async (folder) => {
    const store = openSqliteStore(join(folder, 'log.sqlite'), { exercise: 'bench', origin: 'brest', sealing: nodeSealing });
    const lease = await store.acquireLease({ holder: 'bench', now: 0 as MicroInstant, forMicros: 1 });
    if (isProblem(lease)) throw new Error(lease.key);
    const batches = Array.from({ length: commands }, (_, index) => batch(index));
    if (values.cold) writeSync(2, mark);
    const rate = await driven((index) => store.append(lease, batches[index] as Batch<EventShape>), commands);
    if (values.cold) writeSync(2, mark);
    await store.close();
    return rate;
  });
}

/** The same group commit with nothing but inserts of bytes made beforehand: of the events alone, or of all rows that ours stores. */
function bare(commands: number, withOutcomes: boolean): Promise<Rate> {
  return inFolder(async (folder) => {
    const database = new Database(join(folder, 'bare.sqlite'));
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(
      'CREATE TABLE event (exercise_id INTEGER, seq INTEGER, header TEXT, hash TEXT, salt TEXT, payload TEXT, PRIMARY KEY (exercise_id, seq)) WITHOUT ROWID',
    );
    database.exec('CREATE TABLE command (row INTEGER PRIMARY KEY, id TEXT, body_digest TEXT, time INTEGER, outcome TEXT)');
    const insert = database.prepare('INSERT INTO event VALUES (1, ?, ?, ?, ?, ?)');
    const insertOutcome = database.prepare('INSERT INTO command VALUES (NULL, ?, ?, ?, ?)');
    const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
    const ready = sealedAll(commands);
    const outcomes = Array.from({ length: commands }, (_, index) => batch(index)).map(({ command, time }) => ({ ...command, time }));
    let queue: { index: number; done: () => void }[] = [];
    let sequence = 0;
    const flush = () => {
      const group = queue;
      queue = [];
      begin.run();
      for (const { index } of group) {
        const outcome = outcomes[index];
        if (withOutcomes && outcome !== undefined) insertOutcome.run(outcome.id, outcome.bodyDigest, outcome.time, '{"kind":"accepted"}');
        for (const { header, hash, salt, payload } of ready[index] ?? []) insert.run(++sequence, header, hash, salt, payload);
      }
      commit.run();
      for (const { done } of group) done();
    };
    const rate = await driven(
      (index) =>
        new Promise<void>((done) => {
          if (queue.push({ index, done }) === 1) setImmediate(flush);
        }),
      commands,
    );
    database.close();
    return rate;
  });
}

function sealedAll(commands: number): Sealed[][] {
  const tails = new Tails('brest');
  return Array.from({ length: commands }, (_, index) => tails.seal(batch(index), nodeSealing));
}

function hashedPath(commands: number): { seal: number; verify: number } {
  const batches = Array.from({ length: commands }, (_, index) => batch(index));
  const tails = new Tails('brest');
  const start = performance.now();
  const sealed = batches.flatMap((one) => tails.seal(one, nodeSealing));
  const sealedAt = performance.now();
  const lines = [
    manifestLine(manifestOf({ exercise: 'bench', reader: 'all', documentHash: null }, tails.heads()), nodeHashText),
    ...sealed.map(eventLine),
  ];
  const linesAt = performance.now();
  const verifier = new LogVerifier({ file: 'log.jsonl', hash: nodeHashText });
  for (const line of lines) verifier.line(line);
  const report = verifier.report();
  if (!report.isSound) throw new Error(JSON.stringify(report.problems[0]));
  return { seal: (sealed.length * 1000) / (sealedAt - start), verify: (sealed.length * 1000) / (performance.now() - linesAt) };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const warmUp = 6000;
const stores = ['bare', 'bareWithOutcomes', 'ours'] as const;

function measured(which: string): Rate {
  const options = ['--one', which, '--commands', String(commands), '--producers', String(producers)];
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...options], { encoding: 'utf8' }));
}

async function one(which: string): Promise<Rate> {
  switch (which) {
    case 'ours':
      await ours(warmUp);
      return ours(commands);
    case 'bare':
    case 'bareWithOutcomes':
      await bare(warmUp, which === 'bareWithOutcomes');
      return bare(commands, which === 'bareWithOutcomes');
    default:
      hashedPath(warmUp);
      return { perSecond: which === 'seal' ? hashedPath(commands).seal : hashedPath(commands).verify, perProcessorSecond: Number.NaN };
  }
}

/** How often the disk is asked to make writes durable while so many decisions are committed one by one; null without strace. */
function syncsFor(single: number): number | null {
  const trace = join(mkdtempSync(join(tmpdir(), 'entente-strace-')), 'trace');
  const command = [process.execPath, import.meta.filename, '--one', 'ours', '--commands', String(single), '--producers', '1', '--cold'];
  const run = spawnSync('strace', ['-f', '-e', 'trace=fsync,fdatasync,write', '-o', trace, ...command]);
  if (run.error !== undefined || run.status !== 0) return null;
  const between = readFileSync(trace, 'utf8').split(mark)[1] ?? '';
  rmSync(dirname(trace), { recursive: true });
  return between.match(/f(?:data)?sync\(/g)?.length ?? 0;
}

if (values.one !== undefined) console.log(JSON.stringify(values.cold ? await ours(commands) : await one(values.one)));
else {
  // Each round measures all three, beginning with another one each time.
  const rounds = Array.from({ length: pairs }, (_, round) => {
    const none = { perSecond: 0, perProcessorSecond: 0 };
    const rates: Record<(typeof stores)[number], Rate> = { bare: none, bareWithOutcomes: none, ours: none };
    for (let turn = 0; turn < stores.length; turn++) {
      const which = stores[(round + turn) % stores.length] ?? 'ours';
      rates[which] = measured(which);
    }
    return rates;
  });
  const sample = sealedAll(1000).flat();
  const bytes =
    sample.reduce((sum, { header, payload }) => sum + Buffer.byteLength(header) + 96 + Buffer.byteLength(payload ?? ''), 0) / sample.length;
  const single = 300;
  console.log(
    `${commands} commands of ${eventsPerCommand} events (${Math.round(bytes)} bytes each), ${producers} callers, ${pairs} interleaved rounds`,
  );
  const rateOf = (which: (typeof stores)[number]) => Math.round(median(rounds.map((rates) => rates[which].perSecond)));
  const share = (of: 'bare' | 'bareWithOutcomes', by: keyof Rate) =>
    Number(median(rounds.map((rates) => rates.ours[by] / rates[of][by])).toFixed(2));
  console.table({
    'bare better-sqlite3, events ready (events/s)': rateOf('bare'),
    'bare better-sqlite3, events and outcomes ready': rateOf('bareWithOutcomes'),
    'ours, everything': rateOf('ours'),
    'ours ÷ bare with the same rows, median': share('bareWithOutcomes', 'perSecond'),
    'ours ÷ bare with the same rows, by processor time': share('bareWithOutcomes', 'perProcessorSecond'),
    'ours ÷ bare with events alone, median': share('bare', 'perSecond'),
    'ours ÷ bare with events alone, by processor time': share('bare', 'perProcessorSecond'),
    'sealing alone': Math.round(median(Array.from({ length: 3 }, () => measured('seal').perSecond))),
    'verifying alone': Math.round(median(Array.from({ length: 3 }, () => measured('verify').perSecond))),
    [`fsync calls for ${single} commits one by one`]: syncsFor(single) ?? 'no strace',
  });
}
