// What `store.ts` measures: our store, and a bare better-sqlite3 group commit that is given ready bytes. Each is open for as long as
// the measurement goes and is driven a block of commands at a time, so that all are measured on the same machine at the same moment.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Batch, type EventShape, type Sealed, type StreamKey, Tails } from '../src/conduct/index.ts';
import { isProblem, type MicroInstant } from '../src/kernel/index.ts';
import { nodeHashText, nodeSealing } from '../src/store/index.ts';
import { openSqliteStore } from '../src/store/sqlite/index.ts';

export const eventsPerCommand = 2;

/** Events a second, by the clock and by the time that processors spent on them: only the latter says much on a machine that does other things. */
export type Rate = { readonly perSecond: number; readonly perProcessorSecond: number };

export type Contender = {
  /** Appends these commands: so many callers, each waiting for its acknowledgement before the next. */
  readonly run: (batches: readonly Batch<EventShape>[]) => Promise<Rate>;
  readonly close: () => Promise<void>;
};

const streams = ['RESTRICTED/BLR,CHN//excon:', 'UNCLASSIFIED/BLR,CHN//everyone:', 'RESTRICTED/CHN//post:HQ'] as StreamKey[];
const text = 'Команда готова к ротации на участке «Север»; просим подтвердить время. '.repeat(2).slice(0, 130);

export function batch(index: number): Batch<EventShape> {
  const [first, second] = [streams[0], streams[1 + (index % 2)]];
  if (first === undefined || second === undefined) throw new Error('no stream');
  // Random to look at, as clients make them, and the same in every run.
  const id = nodeHashText('', `command ${index}`)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const message = { message: id, from: 'HQ', language: 'ru', means: 'message', text };
  return {
    command: { id, bodyDigest: nodeHashText('', id) },
    outcome: { kind: 'accepted' },
    change: [
      { stream: first, event: { type: 'MessageSent', version: 1, payload: { ...message, to: ['TEAM-1'] } } },
      { stream: second, event: { type: 'MessageReceived', version: 1, payload: { ...message, to: 'TEAM-1' } } },
    ],
    time: (1_720_425_600_000_000 + index) as MicroInstant,
    exerciseTime: (1_720_425_600_000_000 + index) as MicroInstant,
    authorIn: () => 'HQ',
  };
}

export const batchesFrom = (from: number, count: number): Batch<EventShape>[] =>
  Array.from({ length: count }, (_, index) => batch(from + index));

async function driven(append: (index: number) => Promise<unknown>, commands: number, callers: number): Promise<Rate> {
  let next = 0;
  const start = performance.now();
  const before = process.cpuUsage();
  const caller = async () => {
    while (next < commands) await append(next++);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const { user, system } = process.cpuUsage(before);
  const events = commands * eventsPerCommand;
  return { perSecond: (events * 1000) / (performance.now() - start), perProcessorSecond: (events * 1_000_000) / (user + system) };
}

export async function ours(callers: number): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const store = openSqliteStore(join(folder, 'log.sqlite'), { exercise: 'bench', origin: 'brest', sealing: nodeSealing });
  const lease = await store.acquireLease({ holder: 'bench', now: 0 as MicroInstant, forMicros: 1 });
  if (isProblem(lease)) throw new Error(lease.key);
  return {
    run: (batches) => driven((index) => store.append(lease, batches[index] as Batch<EventShape>), batches.length, callers),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The same group commit with nothing but inserts of bytes made beforehand: of the events alone, or of all rows that ours stores. */
export function bare(callers: number, withOutcomes: boolean): Contender {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
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
  const tails = new Tails('brest');
  let sequence = 0;
  return {
    run(batches) {
      const ready = batches.map((one) => tails.seal(one, nodeSealing));
      const outcomes = batches.map(({ command, time }) => ({ ...command, time }));
      let queue: { index: number; done: () => void }[] = [];
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
      const append = (index: number) =>
        new Promise<void>((done) => {
          if (queue.push({ index, done }) === 1) setImmediate(flush);
        });
      return driven(append, batches.length, callers);
    },
    async close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function sealedAll(commands: number): Sealed[][] {
  const tails = new Tails('brest');
  return batchesFrom(0, commands).map((one) => tails.seal(one, nodeSealing));
}
