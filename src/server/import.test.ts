// What one site has exported is taken in by another: all of it, once, and only while nobody serves there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useCases } from '../app/index.ts';
import { isProblem } from '../kernel/index.ts';
import { aNewExercise, anOpenLive, takenAway, workDone } from './a-live-exercise.ts';

let folder: string;
let exported: string;
const data = (site: string) => join(folder, site);
const importInto = async (site: string, file: string) => (await useCases.import())(data(site), file, { progress: () => {} });

beforeAll(async () => {
  folder = await aNewExercise();
  for (const origin of ['brest', 'minsk']) {
    const { live, closed } = await anOpenLive(folder, { origin, dataDirectory: data(origin) });
    await workDone(live);
    const order = { contact: `c-${origin}`, from: 'HQ-BLR', to: 'HQ-CHN', means: 'radio', language: 'en' };
    if (origin === 'minsk') await live.order({ id: 'client-minsk', type: 'MarkContact', by: 'HQ-BLR', order });
    await closed();
  }
  exported = join(folder, 'minsk.jsonl');
  const write = async (_path: string, content: unknown): Promise<void> => {
    let text = '';
    for await (const piece of content as AsyncIterable<string>) text += piece;
    writeFileSync(exported, text);
  };
  await (await useCases.export())(data('minsk'), { reader: 'all', as: 'log', sink: { write }, progress: () => {} });
}, 60_000);
afterAll(() => takenAway(folder));

test('while a server runs there, nothing is taken in', async () => {
  const { closed } = await anOpenLive(folder, { dataDirectory: data('brest') });
  await expect(importInto('brest', exported)).rejects.toMatchObject({ problem: { key: 'store.leaseHeld' } });
  await closed();
});

test('a log that was changed is taken in nowhere, and none of a site’s own name', async () => {
  const forged = join(folder, 'forged.jsonl');
  writeFileSync(forged, readFileSync(exported, 'utf8').replace('"means":"radio"', '"means":"paper"'));
  await expect(importInto('brest', forged)).rejects.toMatchObject({ problems: [{ key: expect.stringMatching(/^log\./) }] });
  const lone = await aNewExercise();
  await (await anOpenLive(lone, { origin: 'minsk' })).closed();
  const asItsOwn = (await useCases.import())(join(lone, 'data'), exported, { progress: () => {} });
  await expect(asItsOwn).rejects.toMatchObject({ problem: { key: expect.stringMatching(/^store\.import/) } });
  takenAway(lone);
});

test('what came in is there for those who read it, and comes in once', async () => {
  const first = await importInto('brest', exported);
  const { added } = first.json as { readonly added: number };
  expect(added).toBeGreaterThan(5);
  expect((await importInto('brest', exported)).json).toMatchObject({ added: 0, already: added });
  const { live, closed } = await anOpenLive(folder, { dataDirectory: data('brest') });
  const reader = live.readerNamed('BLR');
  if (isProblem(reader)) throw new Error(reader.key);
  const events = [...live.feed(reader).since(undefined)].flatMap(({ message }) => message.events);
  expect(events.filter(({ type }) => type === 'ContactMarked').map(({ origin }) => origin)).toEqual(['minsk']);
  await closed();
});
