// The home origin with the document of a running exercise: edits, what keeps it without fault, erasure of a person, imports, and what overtakes.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LogVerifier, type OrderOf, portionVersion, systemAuthor } from '../../conduct/index.ts';
import { isProblem, type MicroInstant, microsOfMinute } from '../../kernel/index.ts';
import { gateFor } from '../../release/index.ts';
import { nodeHashText, type Store } from '../../store/index.ts';
import { memoryDisk, openMemoryStore } from '../../store/memory/index.ts';
import { tinyFiles } from '../a-tiny-exercise.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import { logLinesFor } from '../log-out.ts';
import { readerNamed } from '../readers.ts';
import { adoptDocument, differences, filesIn } from './adoption.ts';
import { type Given, type Home, openHome, pastOf } from './home.ts';
import { openLog } from './stored.ts';

const decoder = new TextDecoder();
// Without an agreement on the document, the directors edit it by themselves.
const files = await tinyFiles((path, text) =>
  path === 'shared/release.yaml' ? text.replace(/^ {2}AG-DOCUMENT:\n(?: {4}.*\n)+/m, '') : text,
);

function sound(from: readonly SourceFile[]) {
  const { exercise, faults } = documentFrom(from);
  if (exercise === undefined || faults.length > 0) throw new Error(JSON.stringify(faults));
  return exercise;
}
const exercise = sound(files);
const begins = microsOfMinute(exercise.setting.from.at);

const inMemory = (disk = memoryDisk(), origin = 'home'): Store =>
  openMemoryStore({ exercise: exercise.setting.code, origin, sealing: { hash: nodeHashText, salt: () => '00' } }, disk);

async function opened(store: Store): Promise<Home> {
  const past = await pastOf(store);
  const held = documentFrom(filesIn(past).map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })));
  const home = await openHome(store, held.exercise ?? exercise, past, `here#1#${past.length}`, () => begins);
  if (past.length === 0) await home.give(adoptDocument(files, past), begins);
  return home;
}

let commands = 0;
const order = (home: Home, by: string, type: Given['type'], given: object, more: object = {}) =>
  home.give({ id: `command-${++commands}`, type, by, order: given, ...more } as Given, begins);
const rename = (value: string): OrderOf<'EditPortion'> => ({
  file: 'shared/training.yaml',
  collection: 'serials',
  id: 'S-1',
  edits: [{ path: ['name', 'en'], value }],
});
const textOf = (home: Home, file: string) => decoder.decode(home.files().find(({ path }) => path === file)?.bytes);

test('an edit changes the document, keeps the comments of its file, and is there after a restart', async () => {
  const disk = memoryDisk();
  const home = await opened(inMemory(disk));
  const before = textOf(home, 'shared/training.yaml');
  const expected = portionVersion(home.conduct, rename(''));
  expect(await order(home, 'CO-DIRECTOR-BLR', 'EditPortion', rename('Search by the river'), { expected })).toEqual({ kind: 'accepted' });
  expect(home.conduct.exercise.serials.byId.get('S-1')?.name).toEqual({ en: 'Search by the river' });
  expect(textOf(home, 'shared/training.yaml')).toBe(before.replace('Joint search 1', 'Search by the river'));
  expect(await order(home, 'CO-DIRECTOR-CHN', 'EditPortion', rename('Other'), { expected })).toMatchObject({
    problem: { key: 'conduct.portionChangedMeanwhile' },
  });
  expect(differences(files, home.past())).toEqual(['shared/training.yaml']);
  const count = home.past().length;
  expect(await order(home, 'CO-DIRECTOR-BLR', 'EditPortion', rename('Search by the river'))).toEqual({ kind: 'accepted' });
  expect(home.past().length).toBe(count);
  await home.close();
  const again = await opened(inMemory(disk));
  expect(again.conduct.exercise.serials.byId.get('S-1')?.name).toEqual({ en: 'Search by the river' });
  await again.close();
});

test('an edit that would make faults is refused with the first of them, and nothing changes', async () => {
  const home = await opened(inMemory());
  const edits = [{ path: ['sites'], value: ['SITE-9'] }];
  const outcome = await order(home, 'CO-DIRECTOR-BLR', 'EditPortion', { ...rename(''), edits });
  expect(outcome).toMatchObject({
    kind: 'refused',
    problem: { key: 'conduct.documentHasFaults', values: { file: 'shared/training.yaml' }, maybe: { values: { name: 'SITE-9' } } },
  });
  expect(home.conduct.exercise.serials.byId.get('S-1')?.sites).toEqual(['SITE-1']);
  expect(await order(home, 'CO-DIRECTOR-BLR', 'EditPortion', { ...rename(''), edits: [{ path: ['run', 'on'], value: 1 }] })).toMatchObject({
    kind: 'refused',
  });
  await home.close();
});

test('a fault in what the author may not read is told to who reads it; the author learns no more than “not now”', async () => {
  const home = await opened(inMemory());
  const heard: string[] = [];
  home.listen((events) => heard.push(...events.map(({ logged }) => `${logged.event.type} ${logged.stream}`)));
  const post = { file: 'shared/posts.yaml', collection: 'posts', id: 'HQ-CHN', edits: [{ path: ['party'], value: 'BLR' }] };
  expect(await order(home, 'CO-DIRECTOR-BLR', 'EditPortion', post)).toEqual({
    kind: 'refused',
    problem: { key: 'conduct.notNow', values: {} },
  });
  expect(heard).toEqual(['CommandRefused RESTRICTED/CHN//party:CHN']);
  await home.close();
});

test('an identifier that another party has is answered as one that nobody has', async () => {
  const home = await opened(inMemory());
  const added = async (id: string) => {
    const person = { file: 'parties/BLR/persons.yaml', collection: 'persons', id, edits: [{ path: ['note'], value: 'x' }] };
    return JSON.stringify(await order(home, 'CO-DIRECTOR-BLR', 'EditPortion', person)).replaceAll(id, 'ID');
  };
  const answer = await added('CHN-P9');
  expect(answer).toContain('conduct.documentHasFaults');
  expect(await added('CHN-P1')).toBe(answer);
  await home.close();
});

test('neither the class of a file, nor the exercise’s code, nor what has happened is edited away', async () => {
  const home = await opened(inMemory());
  const refusal = async (given: object) => {
    const outcome = await order(home, systemAuthor, 'EditPortion', given);
    return outcome.kind === 'refused' ? outcome.problem.key : outcome.kind;
  };
  const release = { file: 'shared/release.yaml', collection: 'release', id: 'release' };
  expect(await refusal({ ...release, edits: [{ path: ['folders', 'parties'], value: 'UNCLASSIFIED' }] })).toBe('conduct.classesDiffer');
  const setting = { file: 'shared/exercise.yaml', collection: 'exercise', id: 'exercise' };
  expect(await refusal({ ...setting, edits: [{ path: ['code'], value: 'Three Rivers' }] })).toBe('conduct.fixedOnceBegun');
  await order(home, 'CO-DIRECTOR-BLR', 'DeclareStartex', { exerciseTime: begins });
  await order(home, 'CONTROLLER-1', 'CallInject', { inject: 'INJ-1' });
  const inject = { file: 'excon/scenario.yaml', collection: 'injects', edits: [{ path: [], value: null }] };
  expect(await refusal({ ...inject, id: 'INJ-1' })).toBe('conduct.happenedIsGone');
  expect(await refusal({ ...inject, id: 'INJ-2' })).toBe('accepted');
  expect(home.conduct.exercise.injects.list.map(({ id }) => id)).toEqual(['INJ-1']);
  await home.close();
});

test('a person is erased: no byte of the name is left in the data folder or in an export, and the log verifies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-erase-'));
  const home = await opened(openLog(folder, exercise.setting.code));
  const person = (name: string) => ({
    file: 'parties/CHN/persons.yaml',
    collection: 'persons',
    id: 'CHN-P6',
    edits: [{ path: ['name'], value: name }],
  });
  await order(home, 'CO-DIRECTOR-CHN', 'EditPortion', person('Erika Mustermann'));
  await order(home, 'CO-DIRECTOR-CHN', 'EditPortion', person('Erika Gabler'));
  const bytes = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name)).toString('latin1'))
      .join();
  expect(bytes()).toContain('Gabler');
  const erasure = { person: 'CHN-P6', orderedBy: ['CO-DIRECTOR-CHN', 'RELEASE-CHN'], reason: 'asked for' };
  const heads = async (other: object) => order(home, 'RELEASE-CHN', 'ErasePerson', { ...erasure, events: [], files: [], ...other });
  expect(await order(home, 'CO-DIRECTOR-CHN', 'ErasePerson', { ...erasure, events: [], files: [] })).toEqual({ kind: 'accepted' });
  expect(bytes()).toContain('Gabler');
  expect(await heads({})).toEqual({ kind: 'accepted' });
  expect(JSON.stringify(home.past())).not.toMatch(/Erika|CHN 6/);
  expect(home.conduct.exercise.persons.byId.has('CHN-P6')).toBe(false);
  expect(home.conduct.exercise.persons.byId.has('CHN-P5')).toBe(true);
  expect(bytes()).not.toMatch(/Erika|Mustermann|Gabler|CHN 6/);
  await home.close();
  expect(bytes()).not.toMatch(/Erika|Mustermann|Gabler|CHN 6/);
  const again = await opened(openLog(folder, exercise.setting.code));
  const verifier = new LogVerifier({ file: 'log.jsonl', hash: nodeHashText });
  let lines = '';
  for await (const line of logLinesFor(again.past(), exercise.setting.code, { kind: 'all' }, exercise.policy.scale)) {
    lines += line;
    verifier.line(line.trimEnd());
  }
  expect(lines).not.toMatch(/Erika|Mustermann|Gabler|CHN 6/);
  expect(verifier.report()).toMatchObject({ isSound: true, payloads: { erased: 3 } });
  await again.close();
});

test('an erased payload is told to nobody who comes later', async () => {
  const home = await opened(inMemory());
  const message = { message: 'm-1', from: 'HQ-BLR', to: ['HQ-CHN'], language: 'en', means: 'message', text: 'A name' };
  await order(home, 'HQ-BLR', 'SendMessage', message);
  const sent = home.past().find(({ logged }) => logged.event.type === 'MessageReceived')?.logged;
  const { stream, origin, sequence } = sent ?? { stream: '', origin: '', sequence: 0 };
  await order(home, systemAuthor, 'ErasePayload', { stream, origin, sequence, orderedBy: ['RELEASE-CHN', 'HQ-CHN'], reason: 'a name' });
  const erased = home.past().find(({ logged }) => logged.stream === stream && logged.sequence === sequence);
  expect([erased?.logged.event.payload, erased?.sealed.payload, erased?.sealed.salt]).toEqual([null, null, null]);
  expect(home.conduct.slices.get(stream as never)?.play.messages.size).toBe(0);
  await home.close();
});

test('NO DUFF overtakes what waits, and a used identifier does not keep it out', async () => {
  const home = await opened(inMemory());
  const types: string[] = [];
  home.listen((events) => types.push(...events.map(({ logged }) => logged.event.type)));
  const alert = { alert: 'n-1', site: 'SITE-1', kind: 'fire', drill: false };
  const raise = (id: string, given: object) => home.give({ id, type: 'RaiseNoDuff', by: 'HQ-BLR', order: given } as Given, begins);
  await Promise.all([
    order(home, 'CO-DIRECTOR-BLR', 'DeclareStartex', { exerciseTime: begins }),
    order(home, 'CO-DIRECTOR-BLR', 'PauseClock', { reason: 'weather' }),
    raise('the-same-id', alert),
  ]);
  expect(types).toEqual(['NoDuffRaised', 'StartexDeclared', 'ClockPaused']);
  expect(await raise('the-same-id', { ...alert, alert: 'n-2', kind: 'water' })).toEqual({ kind: 'accepted' });
  expect(await raise('the-same-id', { ...alert, alert: 'n-2', kind: 'water' })).toEqual({ kind: 'accepted' });
  expect(types.filter((type) => type === 'NoDuffRaised')).toHaveLength(2);
  await home.close();
});

test('events of another origin are taken in; what lies too far ahead for the clock is recorded with EXCON', async () => {
  const there = await opened(inMemory(memoryDisk(), 'away'));
  await there.give(
    { id: 'far-ahead', type: 'DeclareStartex', by: systemAuthor, order: { exerciseTime: begins } } as Given,
    (begins + 90_000_000) as MicroInstant,
  );
  const home = await opened(inMemory());
  expect(await home.takeIn(there.past().map(({ sealed }) => sealed))).toMatchObject({ kind: 'imported', beyondMicros: 30_000_000 });
  expect(home.conduct.slices.get(home.conduct.routes.everyone)?.running.clock?.state).toBe('running');
  expect(home.past().find(({ logged }) => logged.event.type === 'ClockAdvanceLimited')?.logged.event).toMatchObject({
    type: 'ClockAdvanceLimited',
    payload: { origin: 'away', asked: begins + 90_000_000, given: begins + 60_000_000 },
  });
  const [last] = home.past().slice(-1);
  expect(last?.logged.event.type).toBe('StartexDeclared');
  await home.close();
  await there.close();
});

test('who leaves a post reads its stream no more; who takes it reads its past', async () => {
  const home = await opened(inMemory());
  const post = home.conduct.routes.ofPost('HQ-CHN');
  const readsPost = () => {
    const past = home.past().map(({ logged }) => logged);
    const reader = readerNamed('person:CHN-P6', home.files(), undefined, past);
    if (isProblem(reader)) throw new Error(reader.key);
    return gateFor(reader, exercise.policy.scale)(post);
  };
  expect(readsPost()).toBe(true);
  await order(home, 'HQ-CHN', 'LeavePost', { post: 'HQ-CHN', record: 'CHN-P6' });
  expect(readsPost()).toBe(false);
  await order(home, 'HQ-CHN', 'TakePost', { post: 'HQ-CHN', record: 'CHN-P6' });
  expect(readsPost()).toBe(true);
  await home.close();
});
