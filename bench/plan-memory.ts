// How much memory planning takes: the most that the whole process held at any time, threads and all, as a planner runs it from the command line, beside
// a process of the same engine that does nothing. Megabytes, as the system counts resident pages.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from './plan-measures.ts';
import { median } from './plan-run.ts';

export type MemoryOptions = {
  readonly serials: number;
  readonly units: number;
  readonly tightness: number;
  readonly seeds: readonly number[];
};

const entente = fileURLToPath(new URL('../bin/entente', import.meta.url));
const marker = 'most kilobytes held: ';
/** Told by each thread and process as it ends; what is held is counted for the whole process. */
const telling = `data:text/javascript,process.on("exit",()=>process.stderr.write(${JSON.stringify(marker)}+process.resourceUsage().maxRSS+"\\n"))`;

/** Megabytes that the largest of the processes held which a command began. */
function mostHeld(file: string, args: readonly string[]): number {
  const { stderr, status } = spawnSync(file, args, {
    env: { ...process.env, NODE_OPTIONS: `--import ${encodeURI(telling)}` },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  // Code 3: the plan found is not complete, which takes as much memory.
  if (status !== 0 && status !== 3) throw new Error(`${file} ended with ${status}: ${stderr.slice(-400)}`);
  const told = stderr
    .split(marker)
    .slice(1)
    .map((text) => Number.parseInt(text, 10));
  return Math.round(Math.max(...told) / 1024);
}

export function measureMemory({ serials, units, tightness, seeds }: MemoryOptions): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'entente-memory-'));
  try {
    const bare = mostHeld(process.execPath, ['-e', '0']);
    const rows = seeds.map((seed) => {
      const exercise = join(folder, String(seed));
      const size = ['--serials', String(serials), '--units', String(units), '--tightness', String(tightness), '--seed', String(seed)];
      execFileSync(entente, ['new', exercise, ...size], { stdio: 'ignore' });
      const held = mostHeld(entente, ['plan', exercise, '--out', join(folder, `${seed}.json`)]);
      return { seed, 'held MB': held, 'engine alone MB': bare, ratio: held / bare };
    });
    const most = rows.map((row) => row['held MB']);
    return {
      rows,
      summary: [{ exercises: rows.length, 'median MB': median(most), 'most MB': Math.max(...most), 'engine alone MB': bare }],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
