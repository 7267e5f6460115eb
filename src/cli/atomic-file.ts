// Writes files so that each is there whole or not at all: a neighbour file, fsync, rename. What is interrupted takes its
// neighbour with it.
import { existsSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { FileContent, FileSink } from '../app/index.ts';
import { Bug } from '../kernel/index.ts';

const unfinished = new Set<string>();

/** Writes a file; its folder is made when missing. */
export async function writeWhole(file: string, content: FileContent): Promise<void> {
  const folder = dirname(resolve(file));
  await makeFolder(folder);
  const neighbour = `${resolve(file)}.${process.pid}.part`;
  begin(neighbour);
  try {
    const handle = await open(neighbour, 'w');
    try {
      for await (const piece of piecesOf(content)) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(neighbour, file);
    await syncFolder(folder);
  } finally {
    end(neighbour);
  }
}

/** A sink that writes below a folder and nowhere else. */
export function sinkInto(folder: string): FileSink {
  return {
    async write(path, content) {
      const file = resolve(folder, path);
      if (!file.startsWith(resolve(folder) + sep)) throw new Bug(`a result wants to write ${path}, which is outside its folder`);
      await writeWhole(file, content);
    },
  };
}

/** A sink for a result that is one file, whatever name the use case gives it. */
export function sinkToFile(file: string): FileSink {
  return { write: (_path, content) => writeWhole(file, content) };
}

/** Makes a folder and those above it. One by one: Node's own recursion never ends where a folder takes no others, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another file of the same result may have been first.
    if (error.code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  });
}

async function* piecesOf(content: FileContent): AsyncIterable<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content;
  else yield* content;
}

/** The new name must survive a power cut too; Windows has no such call for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// Only while a file is being written do we stand between a signal and the end of the process.
function begin(neighbour: string): void {
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, giveUp);
  unfinished.add(neighbour);
}

function end(neighbour: string): void {
  rmSync(neighbour, { force: true });
  unfinished.delete(neighbour);
  if (unfinished.size === 0) for (const signal of signals) process.off(signal, giveUp);
}

function giveUp(signal: NodeJS.Signals): void {
  for (const neighbour of unfinished) rmSync(neighbour, { force: true });
  for (const each of signals) process.removeAllListeners(each);
  process.kill(process.pid, signal);
}
