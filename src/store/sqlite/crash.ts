// Kills a writing process at random moments and says what became of what it had acknowledged. Used by the crash test and by
// `bench/store-kill.ts`, which does it more often.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { eventLine, manifestLine, manifestOf, verifyLog } from '../../conduct/index.ts';
import { nodeHashText, nodeSealing } from '../node-sealing.ts';
import { openSqliteStore } from './index.ts';

/** What was found after all kills. `lost` are acknowledged commands without an outcome, `torn` stored commands without exactly their two events. */
export type CrashReport = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly stored: number;
  readonly lost: number;
  readonly torn: number;
  readonly isSound: boolean;
};

/** Starts and kills a writer on one file again and again; `delays` are the milliseconds from its first acknowledgement to each kill. */
export async function killedAgainAndAgain(file: string, delays: readonly number[]): Promise<CrashReport> {
  const acknowledged: string[] = [];
  for (const delay of delays) acknowledged.push(...(await killedAfter(file, delay)));
  const store = openSqliteStore(file, { exercise: 'crash', origin: 'brest', sealing: nodeSealing });
  try {
    const eventsOf = new Map<string, number>();
    const { streams } = await store.heads();
    const lines = [manifestLine(manifestOf({ exercise: 'crash', reader: 'all', documentHash: null }, streams), nodeHashText)];
    for await (const event of store.read()) {
      lines.push(eventLine(event));
      const { command } = JSON.parse(event.payload ?? '{}') as { readonly command: string };
      eventsOf.set(command, (eventsOf.get(command) ?? 0) + 1);
    }
    let [lost, torn] = [0, 0];
    for (const id of acknowledged) if ((await store.outcomeOf(id)) === undefined || !eventsOf.has(id)) lost += 1;
    for (const [id, events] of eventsOf) if (events !== 2 || (await store.outcomeOf(id)) === undefined) torn += 1;
    const { isSound } = await verifyLog(lines, { file, hash: nodeHashText });
    return { kills: delays.length, acknowledged: acknowledged.length, stored: eventsOf.size, lost, torn, isSound };
  } finally {
    await store.close();
  }
}

function killedAfter(file: string, delayMilliseconds: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', join(import.meta.dirname, 'kill-writer.ts'), file],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    writer.stdout.setEncoding('utf8');
    writer.stdout.on('data', (text: string) => {
      if (output === '') setTimeout(() => writer.kill('SIGKILL'), delayMilliseconds);
      output += text;
    });
    writer.on('error', reject);
    // What follows the last line feed was cut off by the kill: nobody has read it as an acknowledgement.
    writer.on('close', () => resolve(output.split('\n').slice(0, -1)));
  });
}
