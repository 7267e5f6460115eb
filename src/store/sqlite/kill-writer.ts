// A process made to be killed: appends decisions as fast as it can and writes each identifier to its output once it is
// acknowledged. Run by the crash test and by `bench/store-kill.ts` with the store's file as argument.
import { writeSync } from 'node:fs';
import type { StreamKey } from '../../conduct/index.ts';
import { isProblem, type MicroInstant } from '../../kernel/index.ts';
import { nodeHashText, nodeSealing } from '../node-sealing.ts';
import { openSqliteStore } from './index.ts';

const [file = ''] = process.argv.slice(2);
const streams = ['RESTRICTED/BLR,CHN//excon:', 'UNCLASSIFIED/BLR,CHN//everyone:'] as StreamKey[];
const store = openSqliteStore(file, { exercise: 'crash', origin: 'brest', sealing: nodeSealing });
const lease = await store.acquireLease({ holder: `p${process.pid}`, now: 0 as MicroInstant, forMicros: 1, evenIfHeld: true });
if (isProblem(lease)) throw new Error(lease.key);
const { clock } = await store.heads();
let time = clock ?? 0;

async function decideForEver(): Promise<never> {
  for (;;) {
    time += 1;
    const id = `c-${time}`;
    const change = streams.map((stream) => ({ stream, event: { type: 'MessageSent', version: 1, payload: { command: id } } }));
    const command = { id, bodyDigest: nodeHashText('', id) };
    const batch = {
      command,
      outcome: { kind: 'accepted' as const },
      change,
      time: time as MicroInstant,
      exerciseTime: null,
      authorIn: () => null,
    };
    if (isProblem(lease)) throw new Error(lease.key);
    const appended = await store.append(lease, batch);
    if (appended.kind === 'appended') writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, decideForEver));
