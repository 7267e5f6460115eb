// The law of release over logs: what a reader gets of one is what the reader gets of the part that the reader may read.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { aTinyExercise } from '../src/app/a-tiny-exercise.ts';
import { useCases } from '../src/app/index.ts';
import { filesToAdopt } from '../src/app/live/adoption.ts';
import { readerOf } from '../src/app/reader.ts';
import { main } from '../src/cli/index.ts';
import type { StreamKey } from '../src/conduct/index.ts';
import { isProblem, microInstant } from '../src/kernel/index.ts';
import { dryRun, type KeptChange } from '../src/rehearse/index.ts';
import { gateFor, type Reader } from '../src/release/index.ts';
import { nodeHashText } from '../src/store/index.ts';
import { openSqliteStore } from '../src/store/sqlite/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-law-of-logs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { files, exercise, plan } = await aTinyExercise();
const readers = ['BLR', 'CHN:excon', 'joint', 'person:BLR-P6'];

const changes: KeptChange[] = [];
dryRun(exercise, plan, { seed: '2', run: 1, files: filesToAdopt(files), keep: (change) => void changes.push(change) });
const whole = await dataOf('whole', changes);
const wholeLog = join(folder, 'whole.jsonl');
await run('export', '--data', whole, '--reader', 'all', '--out', wholeLog);

async function run(...args: readonly string[]): Promise<string> {
  let told = '';
  const stream = {
    isTTY: false,
    columns: 80,
    write(text: string) {
      told += text;
    },
  };
  const code = await main(args, useCases, { stdout: stream, stderr: stream, environment: {} });
  return `${code}\n${told}`;
}

/** A data folder as `serve` keeps it, with these changes in it. */
async function dataOf(name: string, given: readonly Pick<KeptChange, 'stamp' | 'change' | 'command' | 'outcome'>[]): Promise<string> {
  const data = join(folder, name);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  const sealing = { hash: nodeHashText, salt: () => '00'.repeat(16) };
  const store = openSqliteStore(join(data, 'log.sqlite'), { exercise: exercise.setting.code, origin: 'home', sealing });
  const lease = await store.acquireLease({ holder: 'here', now: microInstant(0), forMicros: 1 });
  if (isProblem(lease)) throw new Error(lease.key);
  const appended = given.map(({ stamp, change, command, outcome }) =>
    store.append(lease, { ...stamp, command: { id: command.id, bodyDigest: '' }, outcome, change }),
  );
  for (const one of await Promise.all(appended)) expect(one.kind).toBe('appended');
  await store.close();
  return data;
}

const products = ['aar', 'annex', 'fir', 'schedule', 'msel', 'eeg', 'communique'] as const;

/** Whatever comes out of a log for a reader; without a reader's name, for the log's own. */
async function everythingOf(log: string, reader: string): Promise<string> {
  const out = join(folder, 'out');
  const all = [await run('assess', '--log', log, '--reader', reader, '--json'), await run('assess', '--log', log, '--reader', reader)];
  for (const product of products) {
    rmSync(out, { force: true });
    const told = await run('publish', product, '--log', log, '--reader', reader, '--out', out);
    all.push(product, told, told.startsWith('0') ? readFileSync(out, 'utf8') : 'none');
  }
  return all.join('\n=====\n');
}

/** Whatever comes out of a data folder for a reader. */
async function exportedFor(data: string, reader: string, name: string): Promise<{ readonly log: string; readonly bytes: string }> {
  const log = join(folder, `${name}.jsonl`);
  const out = join(folder, `${name}-folder`);
  rmSync(out, { recursive: true, force: true });
  const told = [
    await run('export', '--data', data, '--reader', reader, '--out', log, '--json'),
    await run('export', '--data', data, '--reader', reader, '--folder', out, '--json'),
  ];
  const paths = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = paths.map((entry) => join(entry.parentPath, entry.name)).sort();
  return { log, bytes: [...told, readFileSync(log, 'utf8'), ...texts.map((path) => path + readFileSync(path, 'utf8'))].join('\n') };
}

test.each(readers)('%s gets the same of the whole log as of the own one', async (reader) => {
  const { log } = await exportedFor(whole, reader, 'own');
  expect(await run('verify', log)).toMatch(/^0\n/);
  const own = await everythingOf(log, reader);
  expect(own).toMatch(/^0\n/);
  expect(await everythingOf(wholeLog, reader)).toBe(own);
});

function gateOf(reader: string): (stream: StreamKey) => boolean {
  const found = readerOf(reader, { exercise });
  if (isProblem(found)) throw new Error(found.key);
  const gate = gateFor(found as Reader, exercise.policy.scale);
  return (stream) => gate(stream);
}

type Change = { readonly kind: 'dropped' | 'twice' | 'words' | 'more' | 'slip'; readonly which: number };
const hiddenChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({ kind: fc.constantFrom('dropped', 'twice', 'words', 'more', 'slip'), which: fc.nat(10_000) }),
  { minLength: 1, maxLength: 12 },
);

/** The same with something else in every text that no schema restricts. */
function otherWords(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(' ') ? `${value} else` : value;
  if (Array.isArray(value)) return value.map(otherWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, otherWords(one)]));
}

/** The log with other things in it that the reader may not read. */
function otherwise(reads: (stream: StreamKey) => boolean, altered: readonly Change[]): readonly KeptChange[] {
  const result = changes.map((change) => ({ ...change, change: [...change.change] }));
  const places = result.flatMap(({ change }, at) => change.flatMap(({ stream }, index) => (reads(stream) ? [] : [{ at, index }])));
  for (const { kind, which } of altered) {
    const place = places[which % places.length];
    const list = place === undefined ? undefined : result[place.at]?.change;
    const found = place === undefined ? undefined : list?.[place.index];
    if (list === undefined || found === undefined || place === undefined || reads(found.stream)) continue;
    const put = (payload: object): void => void list.splice(place.index, 1, { ...found, event: { ...found.event, payload } as never });
    if (kind === 'dropped') list.splice(place.index, 1);
    else if (kind === 'twice') list.push(found);
    else if (kind === 'words') put(otherWords(found.event.payload) as object);
    else if (kind === 'slip' && found.event.type === 'DocumentAdopted')
      put({ ...found.event.payload, text: `${found.event.payload.text}\n: [}` });
    else
      list.push({
        stream: found.stream,
        event: { type: 'NoDuffDetailsRecorded', version: 1, payload: { alert: `a${which}`, party: 'CHN', text: 'hidden' } } as never,
      });
  }
  return result.filter(({ change, outcome }) => change.length > 0 || outcome.kind === 'refused');
}

test.each(['BLR', 'joint', 'CHN:excon'])('what %s gets of a log does not change with what is hidden in it', async (reader) => {
  const reads = gateOf(reader);
  const before = await exportedFor(whole, reader, 'before');
  const shown = await everythingOf(wholeLog, reader);
  await fc.assert(
    fc.asyncProperty(hiddenChanges, async (altered) => {
      const data = await dataOf('otherwise', otherwise(reads, altered));
      const after = await exportedFor(data, reader, 'before');
      expect(after.bytes).toBe(before.bytes);
      const log = join(folder, 'otherwise.jsonl');
      expect(await run('export', '--data', data, '--reader', 'all', '--out', log)).toMatch(/^0\n/);
      expect(await everythingOf(log, reader)).toBe(shown);
    }),
    { numRuns: 5 },
  );
});
