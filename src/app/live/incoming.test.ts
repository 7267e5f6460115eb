import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type EventShape, eventLine, manifestLine, manifestOf, type Sealed, type StreamKey, Tails } from '../../conduct/index.ts';
import { type MicroInstant, problem } from '../../kernel/index.ts';
import { nodeHashText, nodeSealing } from '../../store/index.ts';
import { handOver, takesIncoming } from './incoming.ts';

const folders: string[] = [];
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with a log of one event in it, called `minsk.jsonl`. */
function aFolder(): { readonly data: string; readonly log: string; readonly incoming: string } {
  const data = mkdtempSync(join(tmpdir(), 'entente-incoming-'));
  folders.push(data);
  const log = join(data, 'minsk.jsonl');
  const tails = new Tails('minsk');
  const change = [
    { stream: 'UNCLASSIFIED/BLR,CHN//everyone:' as StreamKey, event: { type: 'Noted', version: 1, payload: {} } as EventShape },
  ];
  const sealed = tails.seal({ change, time: 1 as MicroInstant, exerciseTime: null, authorIn: () => null }, nodeSealing);
  const manifest = manifestOf({ exercise: 'two', reader: 'all', documentHash: null }, tails.heads());
  writeFileSync(log, `${[manifestLine(manifest, nodeHashText), ...sealed.map(eventLine)].join('\n')}\n`);
  return { data, log, incoming: join(data, 'incoming') };
}

function aServer(data: string, exercise = 'two') {
  const got: Sealed[] = [];
  const imported = { kind: 'imported' as const, added: 1, already: 0, beyondMicros: 0 };
  const take = async (events: readonly Sealed[]) => {
    got.push(...events);
    return events.length === 1 ? imported : { kind: 'refused' as const, problem: problem('store.importGap') };
  };
  ends.push(takesIncoming(data, exercise, take, () => {}));
  return { got, imported };
}

test('what is laid there is taken in, answered, and leaves nothing behind', async () => {
  const { data, log, incoming } = aFolder();
  const { got, imported } = aServer(data);
  expect(await handOver(data, log)).toEqual(imported);
  expect(got).toHaveLength(1);
  expect(readdirSync(incoming)).toEqual([]);
});

test('a refusal comes back as it was said', async () => {
  const { data, log } = aFolder();
  aServer(data, 'another');
  await expect(handOver(data, log)).rejects.toMatchObject({
    problem: { key: 'app.logOfOtherExercise', values: { file: 'minsk.jsonl', found: 'two', wanted: 'another' } },
  });
  writeFileSync(log, 'this is no log\n');
  await expect(handOver(data, log)).rejects.toMatchObject({ problems: [{ at: { file: 'minsk.jsonl', line: 1 } }] });
});

test('where no server takes it, it is taken back', async () => {
  const { data, log, incoming } = aFolder();
  expect(await handOver(data, log, { untilTaken: 1 })).toBeUndefined();
  expect(readdirSync(incoming)).toEqual([]);
});

test('what a killed server had begun with, the next one takes in, and whoever waits hears of it', async () => {
  const { data, log, incoming } = aFolder();
  const waiting = handOver(data, log);
  let name: string | undefined;
  while (name === undefined) {
    await new Promise((resolve) => setImmediate(resolve));
    name = readdirSync(incoming).find((one) => one.endsWith('.waiting'));
  }
  renameSync(join(incoming, name), join(incoming, name.replace('.waiting', '.taken')));
  const { imported } = aServer(data);
  expect(await waiting).toEqual(imported);
});
