// Opens a SQLite file as a log: checks that it is one of ours, lays out its tables, and sets what durability asks for.
// The words of SQLite's errors end here.
import Database from 'better-sqlite3';
import { Bug, Malformed, type Problem, problem, Refused } from '../../kernel/index.ts';
import type { StoreOptions } from '../store.ts';

/** "Ente" in ASCII: tells a log of ours from any other SQLite file. */
const applicationId = 0x456e7465;
const schemaVersion = 1;

// An event's row is numbered by stream and sequence, so that a stream lies together, is read without an index, and cannot hold
// a sequence twice. Commands have no index here: `command-index.ts` says why.
const schema = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
  CREATE TABLE stream (id INTEGER PRIMARY KEY, key TEXT NOT NULL, origin TEXT NOT NULL, UNIQUE (key, origin)) STRICT;
  CREATE TABLE event (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, header TEXT NOT NULL, hash TEXT NOT NULL, salt TEXT, payload TEXT) STRICT;
  CREATE TABLE command (row INTEGER PRIMARY KEY, id TEXT NOT NULL, body_digest TEXT NOT NULL, time INTEGER NOT NULL, outcome TEXT NOT NULL) STRICT;
  CREATE TABLE record (id TEXT PRIMARY KEY, stream TEXT NOT NULL, content TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot (name TEXT PRIMARY KEY, positions TEXT NOT NULL, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

const millisecondsToWaitForALock = 2000;

/** Opens or creates the file. Throws `Malformed` when it is none of ours, newer or damaged, `Refused` when the disk will not have it. */
export function openDatabase(file: string, { exercise, origin }: Pick<StoreOptions, 'exercise' | 'origin'>): Database.Database {
  const database = guarded(file, () => new Database(file, { timeout: millisecondsToWaitForALock }));
  try {
    guarded(file, () => {
      const isNew = database.pragma('schema_version', { simple: true }) === 0;
      if (!isNew) refuseForeign(database, file);
      if (isNew) database.pragma('page_size = 8192');
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      if (isNew) layOut(database, exercise, origin);
      refuseOther(database, file, 'exercise', exercise);
      refuseOther(database, file, 'origin', origin);
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** The exercise whose log a file holds and the origin that writes it, for who has the file and nothing else. Throws as `openDatabase` does. */
export function identityIn(file: string): { readonly exercise: string; readonly origin: string } {
  const database = guarded(file, () => new Database(file, { readonly: true, fileMustExist: true, timeout: millisecondsToWaitForALock }));
  try {
    return guarded(file, () => {
      refuseForeign(database, file);
      const stated = (name: string) => String(database.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name));
      return { exercise: stated('exercise'), origin: stated('origin') };
    });
  } finally {
    database.close();
  }
}

/** Runs something on the file and says in our words what went wrong with it. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translated(file, error);
  }
}

function layOut(database: Database.Database, exercise: string, origin: string): void {
  const make = database.transaction(() => {
    // Another process may have been first.
    if (database.pragma('application_id', { simple: true }) === applicationId) return;
    database.exec(schema);
    const put = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)');
    put.run('exercise', exercise);
    put.run('origin', origin);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${schemaVersion}`);
  });
  make.immediate();
}

function refuseForeign(database: Database.Database, file: string): void {
  if (database.pragma('application_id', { simple: true }) !== applicationId) throw malformed('store.isNone', { file });
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > schemaVersion) throw malformed('store.newer', { file, version, known: schemaVersion });
}

function refuseOther(database: Database.Database, file: string, name: 'exercise' | 'origin', wanted: string): void {
  const found = database.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name);
  if (found !== wanted)
    throw new Refused(
      problem(name === 'exercise' ? 'store.ofOtherExercise' : 'store.ofOtherOrigin', { file, found: String(found), wanted }),
    );
}

function malformed(key: string, values: Problem['values']): Malformed {
  return new Malformed([problem(key, values)]);
}

function translated(file: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const refused = (key: string, advice?: string) =>
    new Refused(problem(key, { file }, advice === undefined ? undefined : { key: advice, values: {} }), { cause: error });
  if (code.startsWith('SQLITE_FULL')) return refused('store.diskFull', 'store.makeRoom');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return refused('store.locked', 'store.waitOrTakeOver');
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM')) return refused('store.readOnly');
  if (code.startsWith('SQLITE_CANTOPEN') || error.message.includes('directory does not exist'))
    return refused('store.cannotOpen', 'store.checkFolder');
  if (code.startsWith('SQLITE_IOERR')) return refused('store.fails');
  if (code.startsWith('SQLITE_NOTADB')) return new Malformed([problem('store.isNone', { file })], { cause: error });
  if (code.startsWith('SQLITE_CORRUPT'))
    return new Malformed([problem('store.damaged', { file }, { key: 'store.restoreCopy', values: {} })], { cause: error });
  if (code.startsWith('SQLITE_')) return new Bug(`SQLite refuses what it should take: ${error.message}`, { cause: error });
  return error;
}
