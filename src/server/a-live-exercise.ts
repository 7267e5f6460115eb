// For tests: a live exercise over a fresh data folder, by default without play; `closed` ends it and takes the folders away.
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Live, type OpenLive, openLive, useCases } from '../app/index.ts';

export type Opened = { readonly live: Live; readonly folder: string; readonly told: string[]; readonly closed: () => Promise<void> };

/** A new exercise of BLR and CHN in a folder of its own. */
export async function aNewExercise(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-live-'));
  const write = async (path: string, content: unknown): Promise<void> => {
    const file = join(folder, 'exercise', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content as string);
  };
  const make = await useCases.new();
  await make({ title: 'Two Rivers', parties: ['BLR', 'CHN'], language: 'en', sink: { write } });
  return folder;
}

export async function anOpenLive(folder: string, options: Partial<OpenLive> = {}): Promise<Opened> {
  const told: string[] = [];
  const live = await openLive({
    directory: join(folder, 'exercise'),
    dataDirectory: join(folder, 'data'),
    play: null,
    runs: 0,
    adopt: false,
    seed: '1',
    iterations: 2,
    progress: ({ key }) => void told.push(key),
    signal: new AbortController().signal,
    ...options,
  });
  return { live, folder, told, closed: () => live.close() };
}

/** Waits until what opening set going is done. */
export function workDone(live: Live): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const jobs = live.jobs({ kind: 'all' });
      if (jobs.some(({ state }) => state === 'failed')) reject(new Error('a job has failed'));
      if (jobs.every(({ state }) => state === 'done')) resolve();
    };
    live.listen(look);
    look();
  });
}

export const takenAway = (folder: string): void => rmSync(folder, { recursive: true, force: true });
