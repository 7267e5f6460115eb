// Keeps a log's rows in SQLite tables; `index.ts` opens the file, `../shelf-store.ts` makes it a log.
import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { EventId, Head, Sealed, StoredOutcome, StreamKey } from '../../conduct/index.ts';
import { type MicroInstant, Refused } from '../../kernel/index.ts';
import type { LeaseState } from '../lease.ts';
import { hashedBytes } from '../node-sealing.ts';
import type { Shelf } from '../shelf.ts';
import type { ErasableRecord, Snapshot } from '../store.ts';
import { CommandIndex } from './command-index.ts';
import { guarded } from './database.ts';
import { type EventRow, perStream, sealedOf } from './event-rows.ts';
import { Insert, RowsAtOnce } from './rows-at-once.ts';

// What nearly every outcome is.
const acceptedText = '{"kind":"accepted"}';

type StreamRow = { id: number; key: string; origin: string };
type End = Head & { readonly time: MicroInstant };

export class SqliteShelf implements Shelf {
  readonly #file: string;
  readonly #origin: string;
  readonly #database: Database.Database;
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;
  readonly #rollback: Database.Statement;
  readonly #meta: Database.Statement;
  readonly #putMeta: Database.Statement;
  readonly #streams: Database.Statement;
  readonly #putStream: Database.Statement;
  readonly #end: Database.Statement;
  readonly #insertEvent: Insert;
  readonly #event: Database.Statement;
  readonly #page: Database.Statement;
  readonly #erase: Database.Statement;
  readonly #outcome: Database.Statement;
  readonly #newCommands: RowsAtOnce;
  readonly #lastCommand: Database.Statement;
  readonly #commandsAfter: Database.Statement;
  readonly #putRecord: Database.Statement;
  readonly #record: Database.Statement;
  readonly #records: Database.Statement;
  readonly #putSnapshot: Database.Statement;
  readonly #snapshot: Database.Statement;
  readonly #dropSnapshots: Database.Statement;
  // Stream numbers by origin and key; thrown away with a transaction that fails, for it may have made some.
  #numbers = new Map<string, Map<StreamKey, number>>();
  // Each stream's rows lie beside each other.
  readonly #newEvents = new Map<number, RowsAtOnce>();
  readonly #commands = new CommandIndex(randomBytes(4).readInt32LE());
  #isIndexCurrent = false;
  #isInTransaction = false;

  constructor(file: string, database: Database.Database, origin: string) {
    this.#file = file;
    this.#origin = origin;
    this.#database = database;
    const prepare = (sql: string) => guarded(file, () => database.prepare(sql));
    this.#begin = prepare('BEGIN IMMEDIATE');
    this.#commit = prepare('COMMIT');
    this.#rollback = prepare('ROLLBACK');
    this.#meta = prepare('SELECT value FROM meta WHERE name = ?').pluck();
    this.#putMeta = prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
    this.#streams = prepare('SELECT id, key, origin FROM stream');
    this.#putStream = prepare('INSERT INTO stream (key, origin) VALUES (?, ?)');
    this.#end = prepare('SELECT id, hash, time FROM event WHERE id > ? AND id < ? ORDER BY id DESC LIMIT 1');
    this.#insertEvent = new Insert(prepare, 'event (id, time, header, hash, salt, payload)', '?, ?, ?, ?, ?, CAST(? AS TEXT)');
    this.#event = prepare('SELECT * FROM event WHERE id = ?');
    this.#page = prepare('SELECT * FROM event WHERE id > ? AND id <= ? ORDER BY id LIMIT ?');
    this.#erase = prepare('UPDATE event SET salt = NULL, payload = NULL WHERE id = ?');
    this.#outcome = prepare('SELECT id, body_digest AS bodyDigest, time, outcome FROM command WHERE row = ?');
    this.#newCommands = new RowsAtOnce(new Insert(prepare, 'command (row, id, body_digest, time, outcome)', '?, ?, ?, ?, ?'));
    this.#lastCommand = prepare('SELECT max(row) FROM command').pluck();
    this.#commandsAfter = prepare('SELECT row, id FROM command WHERE row > ? ORDER BY row LIMIT 10000');
    this.#putRecord = prepare(
      'INSERT INTO record (id, stream, content) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET stream = excluded.stream, content = excluded.content',
    );
    this.#record = prepare('SELECT * FROM record WHERE id = ?');
    this.#records = prepare('SELECT * FROM record ORDER BY id');
    this.#putSnapshot = prepare(
      'INSERT INTO snapshot (name, positions, content) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET positions = excluded.positions, content = excluded.content',
    );
    this.#snapshot = prepare('SELECT positions, content FROM snapshot WHERE name = ?');
    this.#dropSnapshots = prepare('DELETE FROM snapshot');
  }

  transact<T>(work: () => T): T {
    return guarded(this.#file, () => {
      this.#begin.run();
      this.#isInTransaction = true;
      try {
        const result = work();
        this.#writeRows();
        this.#commit.run();
        return result;
      } catch (error) {
        this.#numbers = new Map();
        this.#commands.clear();
        this.#newEvents.clear();
        this.#newCommands.drop();
        // On some errors (a full disk) SQLite has rolled back by itself.
        if (this.#database.inTransaction) this.#rollback.run();
        throw error;
      } finally {
        this.#isInTransaction = false;
        this.#isIndexCurrent = false;
      }
    });
  }

  lease(): LeaseState | undefined {
    return this.#json<LeaseState>('lease');
  }

  putLease(lease: LeaseState): void {
    this.#putMeta.run('lease', JSON.stringify(lease));
  }

  clock(): MicroInstant | null {
    const pushed = this.#get(this.#meta, 'clock') as MicroInstant | undefined;
    const times = this.#ends().flatMap(({ origin, time }) => (origin === this.#origin ? [time] : []));
    const latest = Math.max(pushed ?? Number.NEGATIVE_INFINITY, ...times);
    return latest === Number.NEGATIVE_INFINITY ? null : (latest as MicroInstant);
  }

  pushClock(clock: MicroInstant): void {
    this.#putMeta.run('clock', clock);
  }

  heads(): readonly Head[] {
    return this.#ends().map(({ stream, origin, length, head }) => ({ stream, origin, length, head }));
  }

  putEvent({ stream, origin, sequence, time, header, hash, salt, payload }: Sealed): void {
    const number = this.#numberOf(stream, origin);
    const bytes = payload === null ? null : (hashedBytes(payload) ?? payload);
    this.#rowsOf(number).put(number * perStream + sequence, time, header, hash, salt, bytes);
  }

  event(id: EventId): Sealed | undefined {
    const number = this.#knownNumberOf(id.stream, id.origin);
    const row = number === undefined ? undefined : (this.#get(this.#event, number * perStream + id.sequence) as EventRow | undefined);
    return row === undefined ? undefined : sealedOf(id, row);
  }

  page(stream: Pick<EventId, 'stream' | 'origin'>, after: number, upTo: number, most: number): readonly Sealed[] {
    const number = this.#knownNumberOf(stream.stream, stream.origin);
    if (number === undefined) return [];
    const base = number * perStream;
    const rows = this.#all(this.#page, base + after, base + upTo, most) as EventRow[];
    return rows.map((row) => sealedOf(stream, row));
  }

  erasePayload(id: EventId): void {
    this.#writeRows();
    this.#putMeta.run('wipe', 1);
    this.#erase.run(this.#numberOf(id.stream, id.origin) * perStream + id.sequence);
  }

  outcomeOf(commandId: string): StoredOutcome | undefined {
    // Within a transaction nobody else writes, so one look at what others have added is enough.
    if (!this.#isIndexCurrent) this.#indexNewCommands();
    for (const row of this.#commands.candidates(commandId)) {
      const found = this.#get(this.#outcome, row) as { id: string; bodyDigest: string; time: number; outcome: string } | undefined;
      if (found?.id === commandId) return { ...found, time: found.time as MicroInstant, outcome: JSON.parse(found.outcome) };
    }
    return undefined;
  }

  putOutcome(stored: StoredOutcome): boolean {
    if (this.outcomeOf(stored.id) !== undefined) return false;
    const { id, bodyDigest, time, outcome } = stored;
    const row = this.#commands.last + 1;
    this.#newCommands.put(row, id, bodyDigest, time, outcome.kind === 'accepted' ? acceptedText : JSON.stringify(outcome));
    this.#commands.add(id, row);
    return true;
  }

  putRecord({ id, stream, content }: ErasableRecord): void {
    if (content === null) this.#putMeta.run('wipe', 1);
    this.#putRecord.run(id, stream, content);
  }

  record(id: string): ErasableRecord | undefined {
    return this.#get(this.#record, id) as ErasableRecord | undefined;
  }

  records(): readonly ErasableRecord[] {
    return this.#all(this.#records) as ErasableRecord[];
  }

  putSnapshot(name: string, { positions, content }: Snapshot): void {
    this.#putSnapshot.run(name, JSON.stringify(positions), content);
  }

  snapshot(name: string): Snapshot | undefined {
    const row = this.#get(this.#snapshot, name) as { positions: string; content: string } | undefined;
    return row === undefined ? undefined : { positions: JSON.parse(row.positions), content: row.content };
  }

  dropSnapshots(): void {
    this.#dropSnapshots.run();
  }

  // Nulling leaves copies in the free parts of pages, in freed pages and in the write-ahead log: all are written anew.
  wipe(): void {
    guarded(this.#file, () => {
      this.#database.exec('VACUUM');
      const [checkpoint] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      if (checkpoint?.busy !== 0) throw Object.assign(new Error('a reader holds the write-ahead log'), { code: 'SQLITE_BUSY' });
      this.#database.prepare("DELETE FROM meta WHERE name = 'wipe'").run();
    });
  }

  /** Finishes a wiping that a crash or a full disk broke off; what hinders it again does not keep the log closed. */
  wipeWhatWasLeft(): void {
    if (this.#get(this.#meta, 'wipe') === undefined) return;
    try {
      this.wipe();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  #ends(): End[] {
    return (this.#all(this.#streams) as StreamRow[]).flatMap(({ id, key, origin }) => {
      const [end] = this.#all(this.#end, id * perStream, (id + 1) * perStream) as { id: number; hash: string; time: MicroInstant }[];
      return end === undefined ? [] : [{ stream: key as StreamKey, origin, length: end.id % perStream, head: end.hash, time: end.time }];
    });
  }

  #indexNewCommands(): void {
    const last = (guarded(this.#file, () => this.#lastCommand.get()) as number | null) ?? 0;
    while (this.#commands.last < last) {
      const rows = this.#all(this.#commandsAfter, this.#commands.last) as { row: number; id: string }[];
      if (rows.length === 0) return;
      for (const { row, id } of rows) this.#commands.add(id, row);
    }
    this.#isIndexCurrent = this.#isInTransaction;
  }

  // What a transaction has put and not yet written, it must find when it looks.
  #writeRows(): void {
    for (const rows of this.#newEvents.values()) rows.flush();
    this.#newCommands.flush();
  }

  #rowsOf(stream: number): RowsAtOnce {
    const known = this.#newEvents.get(stream);
    if (known !== undefined) return known;
    const rows = new RowsAtOnce(this.#insertEvent);
    this.#newEvents.set(stream, rows);
    return rows;
  }

  #get(statement: Database.Statement, value: string | number): unknown {
    return guarded(this.#file, () => {
      this.#writeRows();
      return statement.get(value);
    });
  }

  #all(statement: Database.Statement, ...values: number[]): unknown[] {
    return guarded(this.#file, () => {
      this.#writeRows();
      return statement.all(...values);
    });
  }

  #json<T>(name: string): T | undefined {
    const text = this.#get(this.#meta, name);
    return typeof text === 'string' ? (JSON.parse(text) as T) : undefined;
  }

  #numberOf(stream: StreamKey, origin: string): number {
    const known = this.#knownNumberOf(stream, origin);
    if (known !== undefined) return known;
    const number = Number(this.#putStream.run(stream, origin).lastInsertRowid);
    this.#numbers.get(origin)?.set(stream, number);
    return number;
  }

  #knownNumberOf(stream: StreamKey, origin: string): number | undefined {
    const known = this.#numbers.get(origin)?.get(stream);
    if (known !== undefined) return known;
    // Another process may have opened the stream meanwhile.
    this.#numbers = new Map([[origin, new Map()]]);
    for (const row of this.#all(this.#streams) as StreamRow[]) {
      const ofOrigin = this.#numbers.get(row.origin) ?? new Map<StreamKey, number>();
      this.#numbers.set(row.origin, ofOrigin.set(row.key as StreamKey, row.id));
    }
    return this.#numbers.get(origin)?.get(stream);
  }
}
