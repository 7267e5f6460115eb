// The store in one SQLite file: what a single site or party runs on. WAL with synchronous=FULL, so that what is
// acknowledged survives kill -9 and the loss of power.

import { storeOn } from '../shelf-store.ts';
import type { Store, StoreOptions } from '../store.ts';
import { identityIn, openDatabase } from './database.ts';
import { SqliteShelf } from './sqlite-shelf.ts';

/** Opens the log in a file, which is made when it is not there. Beside it SQLite keeps `-wal` and `-shm` while it is open. */
export function openSqliteStore(file: string, options: StoreOptions): Store {
  const shelf = new SqliteShelf(file, openDatabase(file, options), options.origin);
  shelf.wipeWhatWasLeft();
  return storeOn(shelf, options);
}

export { identityIn };
