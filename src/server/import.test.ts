// What one site has exported is taken in by another: all of it, once, by the verb or by the server that runs there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Live, useCases } from '../app/index.ts';
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

const contactsIn = (live: Live): readonly string[] => {
  const reader = live.readerNamed('BLR');
  if (isProblem(reader)) throw new Error(reader.key);
  const events = [...live.feed(reader).since(undefined)].flatMap(({ message }) => message.events);
  return events.filter(({ type }) => type === 'ContactMarked').map(({ origin }) => origin);
};

test('a server that runs there takes it in itself, tells of it, and goes on', async () => {
  const lone = await aNewExercise();
  const { live, closed } = await anOpenLive(lone, { origin: 'brest' });
  await workDone(live);
  const heard: string[] = [];
  live.listen((change) => {
    if (change.kind === 'events') heard.push(...change.events.map(({ logged }) => logged.origin).filter((origin) => origin === 'minsk'));
  });
  const take = async (file: string) => (await useCases.import())(join(lone, 'data'), file, { progress: () => {} });
  const forged = join(lone, 'forged.jsonl');
  writeFileSync(forged, readFileSync(exported, 'utf8').replace('"means":"radio"', '"means":"paper"'));
  await expect(take(forged)).rejects.toMatchObject({ problems: [{ key: expect.stringMatching(/^log\./), at: { file: 'forged.jsonl' } }] });
  expect(heard).toEqual([]);
  const { added } = (await take(exported)).json as { readonly added: number };
  expect(heard).toHaveLength(added);
  expect((await take(exported)).json).toMatchObject({ added: 0, already: added, byServer: true });
  expect(contactsIn(live)).toEqual(['minsk']);
  const order = { contact: 'c-after', from: 'HQ-BLR', to: 'HQ-CHN', means: 'radio', language: 'en' };
  expect(await live.order({ id: 'client-after', type: 'MarkContact', by: 'HQ-BLR', order })).toMatchObject({ kind: 'accepted' });
  expect(contactsIn(live)).toEqual(['minsk', 'brest']);
  expect(readdirSync(join(lone, 'data', 'incoming'))).toEqual([]);
  await closed();
  takenAway(lone);
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
  expect(contactsIn(live)).toEqual(['minsk']);
  await closed();
});
