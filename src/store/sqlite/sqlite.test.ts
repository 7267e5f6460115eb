import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import type { MicroInstant } from '../../kernel/index.ts';
import { storeContract } from '../contract.ts';
import { aBatch, all, brest, everyone, leaseOf, verified } from '../contract-site.ts';
import { storeOn } from '../shelf-store.ts';
import { killedAgainAndAgain } from './crash.ts';
import { openDatabase } from './database.ts';
import { openSqliteStore } from './index.ts';
import { SqliteShelf } from './sqlite-shelf.ts';

const folders: string[] = [];

storeContract('sqlite', () => {
  const file = aFile();
  return { open: (options) => openSqliteStore(file, options), remove: () => undefined };
});

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('what was acknowledged survives kill -9 at any moment, once, and the log verifies', async () => {
  const report = await killedAgainAndAgain(aFile(), [0, 3, 40]);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report).toMatchObject({ kills: 3, lost: 0, torn: 0, isSound: true });
});

test('an erased payload and an erased record stand in no file any more', async () => {
  const file = aFile();
  const store = openSqliteStore(file, brest);
  const lease = await leaseOf(store);
  for (let index = 1; index <= 300; index++) await store.append(lease, aBatch(`c-${index}`, index));
  const secret = [{ stream: everyone, event: { type: 'MessageSent', version: 1, payload: { text: 'Quetzalcoatlus' } } }];
  await store.append(lease, aBatch('c-secret', 400, { change: secret }));
  await store.putRecord({ id: 'p-1', stream: everyone, content: 'Archaeopteryx' });
  for (let index = 401; index <= 700; index++) await store.append(lease, aBatch(`c-${index}`, index));
  expect(bytesBeside(file)).toContain('Quetzalcoatlus');
  expect(bytesBeside(file)).toContain('Archaeopteryx');
  const payload = { stream: everyone, origin: 'brest', sequence: 301, orderedBy: ['a', 'b'], reason: 'a spill' };
  const order = [{ stream: everyone, event: { type: 'PayloadErased', version: 1, payload } }];
  expect(await store.append(lease, aBatch('c-erase', 800, { change: order }))).not.toHaveProperty('residue');
  expect(await store.eraseRecord('p-1')).toEqual({ isErased: true });
  expect(bytesBeside(file)).not.toContain('Quetzalcoatlus');
  expect(bytesBeside(file)).not.toContain('Archaeopteryx');
  expect(await verified(store)).toMatchObject({ isSound: true, payloads: { erased: 1 } });
  await store.close();
});

test('a wiping that could not be finished is said, and done on the next opening', async () => {
  const file = aFile();
  const store = openSqliteStore(file, brest);
  const lease = await leaseOf(store);
  await store.append(
    lease,
    aBatch('c-1', 1, { change: [{ stream: everyone, event: { type: 'MessageSent', version: 1, payload: { text: 'Quetzalcoatlus' } } }] }),
  );
  const reader = new Database(file);
  const rows = reader.prepare('SELECT * FROM event').iterate();
  rows.next();
  const payload = { stream: everyone, origin: 'brest', sequence: 1, orderedBy: ['a', 'b'], reason: 'a spill' };
  const appended = await store.append(
    lease,
    aBatch('c-2', 2, { change: [{ stream: everyone, event: { type: 'PayloadErased', version: 1, payload } }] }),
  );
  expect(appended).toMatchObject({ kind: 'appended', residue: { key: 'store.locked' } });
  rows.return?.();
  reader.close();
  await store.close();
  await openSqliteStore(file, brest).close();
  expect(bytesBeside(file)).not.toContain('Quetzalcoatlus');
});

test('a file of another kind, of another exercise or origin, of a newer form or damaged is named as such', async () => {
  const file = aFile();
  await openSqliteStore(file, brest).close();
  expect(() => openSqliteStore(file, { ...brest, exercise: 'other' })).toThrow(/store\.ofOtherExercise/);
  expect(() => openSqliteStore(file, { ...brest, origin: 'other' })).toThrow(/store\.ofOtherOrigin/);

  const newer = new Database(file);
  newer.pragma('user_version = 99');
  newer.close();
  expect(() => openSqliteStore(file, brest)).toThrow(/store\.newer .*"version":99/);

  const other = aFile();
  const database = new Database(other);
  database.exec('CREATE TABLE shopping (item TEXT)');
  database.close();
  expect(() => openSqliteStore(other, brest)).toThrow(/store\.isNone/);

  const text = aFile();
  writeFileSync(text, 'this is no database, however long one looks at it. '.repeat(100));
  expect(() => openSqliteStore(text, brest)).toThrow(/store\.isNone/);
  expect(() => openSqliteStore(join(tmpdir(), 'no', 'such', 'folder', 'log.sqlite'), brest)).toThrow(/store\.cannotOpen/);
});

test('a damaged file is named as damaged and rejects what it cannot take', async () => {
  const file = aFile();
  const store = openSqliteStore(file, brest);
  const lease = await leaseOf(store);
  for (let index = 1; index <= 200; index++) await store.append(lease, aBatch(`c-${index}`, index));
  await store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xff, 3 * 8192);
  writeFileSync(file, bytes);
  await expect((async () => all(openSqliteStore(file, brest).read()))()).rejects.toThrow(/store\.damaged/);
});

test('while another process holds the file, nothing is stored and the refusal says so', async () => {
  const file = aFile();
  const store = openSqliteStore(file, brest);
  const lease = await leaseOf(store);
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  await expect(store.append(lease, aBatch('c-1', 1))).rejects.toMatchObject({ problem: { key: 'store.locked' } });
  other.exec('ROLLBACK');
  other.close();
  expect(await store.append(lease, aBatch('c-1', 2))).toMatchObject({ kind: 'appended' });
  expect(await verified(store)).toMatchObject({ isSound: true, events: 2 });
  await store.close();
});

test('on a full disk a change is refused whole, and stored once there is room again', async () => {
  const file = aFile();
  const database = openDatabase(file, brest);
  const store = storeOn(new SqliteShelf(file, database, brest.origin), brest);
  const lease = await leaseOf(store);
  await store.append(lease, aBatch('c-1', 1));
  database.pragma('max_page_count = 12');
  const large = { text: 'x'.repeat(200_000) };
  const change = [{ stream: everyone, event: { type: 'MessageSent', version: 1, payload: large } }];
  const group = [store.append(lease, aBatch('c-2', 2)), store.append(lease, aBatch('c-3', 3, { change }))];
  for (const appended of group) await expect(appended).rejects.toMatchObject({ problem: { key: 'store.diskFull' } });
  expect(await store.outcomeOf('c-2')).toBeUndefined();
  database.pragma('max_page_count = 1000');
  expect(await store.append(lease, aBatch('c-3', 3, { change }))).toMatchObject({ kind: 'appended' });
  expect(await verified(store)).toMatchObject({ isSound: true, events: 3 });
  await store.close();
});

test.skipIf(process.getuid?.() === 0)('a file that may only be read is named as such (root may write any file)', async () => {
  const file = aFile();
  await openSqliteStore(file, brest).close();
  chmodSync(file, 0o444);
  expect(() => openSqliteStore(file, brest)).toThrow(/store\.readOnly/);
});

test('two hundred streams are read in total order', async () => {
  const store = openSqliteStore(aFile(), brest);
  const lease = await leaseOf(store);
  const keys = Array.from({ length: 200 }, (_, index) => `RESTRICTED/CHN//post:P${index}` as typeof everyone);
  for (let round = 1; round <= 40; round++) {
    const change = keys
      .filter((_, index) => (index + round) % 3 === 0)
      .map((stream) => ({ stream, event: { type: 'MessageSent', version: 1, payload: { round } } }));
    await store.append(
      lease,
      aBatch(`c-${round}`, round, { change: change.toReversed(), authorIn: () => null, time: round as MicroInstant }),
    );
  }
  expect(await verified(store)).toMatchObject({ isSound: true, isInOrder: true });
  await store.close();
});

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
  folders.push(folder);
  return join(folder, 'log.sqlite');
}

function bytesBeside(file: string): string {
  const folder = join(file, '..');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}
