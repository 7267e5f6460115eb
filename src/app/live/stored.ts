// The log of a data folder, and the document that it holds.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Malformed, problem, Refused } from '../../kernel/index.ts';
import { nodeSealing, type Store } from '../../store/index.ts';
import { identityIn, openSqliteStore } from '../../store/sqlite/index.ts';
import { documentFrom, type ReadDocument, type SourceFile, sourceFile } from '../document.ts';
import { filesIn } from './adoption.ts';
import type { Told } from './home.ts';

/** What a site is called that exchanges its log with no other. */
export const homeOrigin = 'home';

const fileName = 'log.sqlite';

/** Opens a data folder's log, which is made when it is not there, as of this origin or of the one it has. Throws `Refused` or `Malformed` as the store does. */
export function openLog(dataDirectory: string, exercise: string, origin?: string): Store {
  makeFolder(resolve(dataDirectory));
  const file = join(dataDirectory, fileName);
  const known = origin ?? (hasLog(dataDirectory) ? identityIn(file).origin : homeOrigin);
  return openSqliteStore(file, { exercise, origin: known, sealing: nodeSealing });
}

/** Makes a folder and those above it that are missing. Node's own way (`recursive`) never ends where one cannot be made though the one above is there, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Whether a data folder holds a log. */
export const hasLog = (dataDirectory: string): boolean => existsSync(join(dataDirectory, fileName));

/** The log of a data folder that must be there. */
export function existingLog(dataDirectory: string): Store {
  if (hasLog(dataDirectory)) return openLog(dataDirectory, identityIn(join(dataDirectory, fileName)).exercise);
  throw new Refused(problem('app.noLogThere', { folder: dataDirectory }, { key: 'app.maybeDataFolder', values: {} }));
}

/** The document as the log holds it; undefined before one was adopted. */
export function documentIn(past: readonly Told[]): (ReadDocument & { readonly files: readonly SourceFile[] }) | undefined {
  const held = filesIn(past);
  if (held.length === 0) return undefined;
  const encoder = new TextEncoder();
  const read = documentFrom(held.map(({ path, text }) => sourceFile(path, encoder.encode(text))));
  if (read.exercise === undefined) throw new Malformed(read.faults);
  return read;
}
