import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Malformed, Refused } from '../kernel/index.ts';
import { aNewExercise, anOpenLive, takenAway, workDone } from './a-live-exercise.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) takenAway(folder);
});

async function newExercise(): Promise<string> {
  const folder = await aNewExercise();
  folders.push(folder);
  return folder;
}

function edited(folder: string, path: string, from: string, to: string): void {
  const file = join(folder, 'exercise', path);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
}

const refusal = async (opening: Promise<unknown>) => {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refused) return error.problem.key;
  return error instanceof Malformed ? error.problems[0]?.key : error;
};

test('a second server on one data folder is refused, and may come when the first has gone', async () => {
  const folder = await newExercise();
  const first = await anOpenLive(folder);
  expect(await refusal(anOpenLive(folder))).toBe('store.leaseHeld');
  await first.closed();
  const second = await anOpenLive(folder);
  await second.closed();
});

test('the data folder of another exercise is refused, and so is what is no log', async () => {
  const folder = await newExercise();
  await (await anOpenLive(folder)).closed();
  edited(folder, 'shared/exercise.yaml', 'code: Two Rivers', 'code: Three Rivers');
  expect(await refusal(anOpenLive(folder))).toBe('store.ofOtherExercise');
  mkdirSync(join(folder, 'junk'));
  writeFileSync(join(folder, 'junk', 'log.sqlite'), 'this is no log, but long enough to be read as the head of one '.repeat(20));
  expect(await refusal(anOpenLive(folder, { dataDirectory: join(folder, 'junk') }))).toBe('store.isNone');
});

test.runIf(process.platform === 'linux')('a data folder that cannot be made is told at once', async () => {
  const folder = await newExercise();
  await expect(anOpenLive(folder, { dataDirectory: '/proc/entente/data' })).rejects.toMatchObject({ syscall: 'mkdir' });
});

test('a changed folder is shown as a difference and enters by --adopt only, also back again', async () => {
  const folder = await newExercise();
  const site = async (adopt: boolean) => {
    const { live, told, closed } = await anOpenLive(folder, { adopt });
    const document = JSON.stringify(live.document({ kind: 'all' }));
    await closed();
    return { told: told.filter((key) => key === 'app.folderDiffers' || key === 'app.adopted'), isNew: document.includes('The meadow') };
  };
  expect(await site(false)).toEqual({ told: [], isNew: false });
  edited(folder, 'shared/sites.yaml', 'Site 1', 'The meadow');
  expect(await site(false)).toEqual({ told: ['app.folderDiffers'], isNew: false });
  expect(await site(true)).toEqual({ told: ['app.adopted'], isNew: true });
  expect(await site(false)).toEqual({ told: [], isNew: true });
  edited(folder, 'shared/sites.yaml', 'The meadow', 'Site 1');
  expect(await site(true)).toEqual({ told: ['app.adopted'], isNew: false });
  expect(await site(false)).toEqual({ told: [], isNew: false });
});

test('a folder with faults is told whole and leaves the log alone', async () => {
  const folder = await newExercise();
  edited(folder, 'shared/sites.yaml', 'ground', 'grund ]');
  expect(await refusal(anOpenLive(folder))).toBeTypeOf('string');
});

test('a server that is closed in the middle of planning, or of fast play, ends there and can be opened again', async () => {
  const folder = await newExercise();
  const planning = await anOpenLive(folder, { iterations: 1_000_000 });
  await planning.closed();
  const playing = await anOpenLive(folder, { play: 100_000 });
  await workDone(playing.live);
  const far = playing.live.clock().now + 30 * 24 * 3600 * 1_000_000;
  const advancing = playing.live.steer({ jumpTo: far });
  await playing.closed();
  await advancing;
  const again = await anOpenLive(folder, { play: 1 });
  await workDone(again.live);
  await again.closed();
}, 60_000);

test('only a simulated exercise is played', async () => {
  const folder = await newExercise();
  edited(folder, 'shared/exercise.yaml', 'simulated: true', 'simulated: false');
  expect(await refusal(anOpenLive(folder, { play: 60 }))).toBe('app.onlySimulatedIsPlayed');
  const real = await anOpenLive(folder);
  expect(real.live.session()).toMatchObject({ readers: ['public'], director: false });
  const order = { contact: 'c', from: 'HQ-BLR', to: 'HQ-CHN', means: 'telephone', language: 'en' };
  expect(await refusal(real.live.order({ id: 'client-0001', type: 'MarkContact', by: 'HQ-BLR', order }))).toBe('server.notAdmitted');
  await real.closed();
});
