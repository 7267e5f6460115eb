// Measures the store: our group commit, doing everything, against a bare better-sqlite3 group commit that is given ready
// bytes; and the hashed path alone. Medians of interleaved pairs, each measurement in a process of its own, warmed up.
// Run: node bench/store.ts [--pairs N] [--commands N]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  },
});
const pairs = Number(values.pairs);
const commands = Number(values.commands);
const producers = Number(values.producers);

const streams = ['RESTRICTED/BLR,CHN//excon:', 'UNCLASSIFIED/BLR,CHN//everyone:', 'RESTRICTED/CHN//post:HQ'] as StreamKey[];
const eventsPerCommand = 2;
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

/** So many callers, each waiting for its acknowledgement before the next. */
async function driven(append: (index: number) => Promise<unknown>, commands: number): Promise<number> {
  let next = 0;
  const start = performance.now();
  const producer = async () => {
    while (next < commands) await append(next++);
  };
  await Promise.all(Array.from({ length: producers }, producer));
  return (commands * eventsPerCommand * 1000) / (performance.now() - start);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(commands: number): Promise<number> {
  return inFolder(async (folder) => {
    const store = openSqliteStore(join(folder, 'log.sqlite'), { exercise: 'bench', origin: 'brest', sealing: nodeSealing });
    const lease = await store.acquireLease({ holder: 'bench', now: 0 as MicroInstant, forMicros: 1 });
    if (isProblem(lease)) throw new Error(lease.key);
    const batches = Array.from({ length: commands }, (_, index) => batch(index));
    const rate = await driven((index) => store.append(lease, batches[index] as Batch<EventShape>), commands);
    await store.close();
    return rate;
  });
}

function bare(commands: number): Promise<number> {
  return inFolder(async (folder) => {
    const database = new Database(join(folder, 'bare.sqlite'));
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(
      'CREATE TABLE event (exercise_id INTEGER, seq INTEGER, header TEXT, hash TEXT, salt TEXT, payload TEXT, PRIMARY KEY (exercise_id, seq)) WITHOUT ROWID',
    );
    const insert = database.prepare('INSERT INTO event VALUES (1, ?, ?, ?, ?, ?)');
    const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
    const ready = sealedAll(commands);
    let queue: { events: readonly Sealed[]; done: () => void }[] = [];
    let sequence = 0;
    const flush = () => {
      const group = queue;
      queue = [];
      begin.run();
      for (const { events } of group)
        for (const { header, hash, salt, payload } of events) insert.run(++sequence, header, hash, salt, payload);
      commit.run();
      for (const { done } of group) done();
    };
    const rate = await driven(
      (index) =>
        new Promise<void>((done) => {
          if (queue.push({ events: ready[index] ?? [], done }) === 1) setImmediate(flush);
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

function measured(which: string): number {
  const options = ['--one', which, '--commands', String(commands), '--producers', String(producers)];
  return Number(execFileSync(process.execPath, [import.meta.filename, ...options], { encoding: 'utf8' }));
}

async function one(which: string): Promise<number> {
  if (which === 'bare' || which === 'ours') {
    const measure = which === 'bare' ? bare : ours;
    await measure(warmUp);
    return measure(commands);
  }
  hashedPath(warmUp);
  return which === 'seal' ? hashedPath(commands).seal : hashedPath(commands).verify;
}

if (values.one !== undefined) console.log(await one(values.one));
else {
  const rates = Array.from({ length: pairs }, (_, pair) => {
    const first = measured(pair % 2 === 0 ? 'bare' : 'ours');
    const second = measured(pair % 2 === 0 ? 'ours' : 'bare');
    return pair % 2 === 0 ? { bare: first, ours: second } : { bare: second, ours: first };
  });
  const sample = sealedAll(1000).flat();
  const bytes =
    sample.reduce((sum, { header, payload }) => sum + Buffer.byteLength(header) + 96 + Buffer.byteLength(payload ?? ''), 0) / sample.length;
  console.log(
    `${commands} commands of ${eventsPerCommand} events (${Math.round(bytes)} bytes stored each), ${producers} callers, ${pairs} interleaved pairs`,
  );
  console.table({
    'bare better-sqlite3, ready bytes (events/s)': Math.round(median(rates.map((rate) => rate.bare))),
    'ours, everything (events/s)': Math.round(median(rates.map((rate) => rate.ours))),
    'ratio, median of pairs': Number(median(rates.map((rate) => rate.ours / rate.bare)).toFixed(2)),
    'sealing alone (events/s)': Math.round(median(Array.from({ length: 3 }, () => measured('seal')))),
    'verifying alone (events/s)': Math.round(median(Array.from({ length: 3 }, () => measured('verify')))),
  });
}
