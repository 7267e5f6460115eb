import { expect, test } from 'vitest';
import { type MicroInstant, microInstant, microsOfMinute } from '../../kernel/index.ts';
import { nodeHashText, type Store } from '../../store/index.ts';
import { type MemoryDisk, memoryDisk, openMemoryStore } from '../../store/memory/index.ts';
import { aTinyExercise } from '../a-tiny-exercise.ts';
import { adoptDocument, adoptPlan } from './adoption.ts';
import { virtualClock } from './clock.ts';
import { type Given, type Home, openHome, pastOf } from './home.ts';
import { type Player, playerOf } from './player.ts';

const { files, exercise, plan } = await aTinyExercise();
const begins = microsOfMinute(exercise.setting.from.at);
const minutes = (count: number): number => count * 60_000_000;

/** A process that plays over what a disk holds; its holder is never given back, as when it is killed. */
async function opened(disk: MemoryDisk, life: number) {
  const store: Store = openMemoryStore(
    { exercise: exercise.setting.code, origin: 'home', sealing: { hash: nodeHashText, salt: () => '00' } },
    disk,
  );
  const past = await pastOf(store);
  let wall = 0;
  const clock = virtualClock(past.at(-1)?.logged.time ?? begins, () => wall);
  const home = await openHome(store, exercise, past, `here#999999999#${life}`, () => microInstant(life * minutes(1)));
  if (past.length === 0) {
    await home.give(adoptDocument(files, past), clock.now());
    await home.give(adoptPlan(plan, home.past()), clock.now());
  }
  const player = await playerOf(home, { exercise, plan, seed: '2', clock }, (error) => {
    throw error;
  });
  return { home, player, clock, passes: (milliseconds: number) => (wall += milliseconds) };
}

const whatHappened = (home: Home) =>
  home.past().map(({ logged: { stream, time, author, event } }) => [time, stream, author, event.type, event.payload]);

async function playedWhole(disk = memoryDisk()) {
  const { home, player } = await opened(disk, 1);
  await toEnd(player);
  return home;
}

const toEnd = (player: Player) => player.advanceTo(microsOfMinute(exercise.setting.to.at) + minutes(3 * 24 * 60));

const whole = whatHappened(await playedWhole());

test('play goes through all phases of a serial and of an inject', () => {
  const types = new Set(whole.map(([, , , type]) => type));
  for (const type of [
    'StartexDeclared',
    'SerialStarted',
    'SerialDone',
    'InjectReleased',
    'InjectReceived',
    'ObservationMade',
    'EndexDeclared',
  ])
    expect(types).toContain(type);
});

test('play that is killed after every few steps and taken up goes as if it had never been killed', async () => {
  const disk = memoryDisk();
  for (let life = 1; life < 200; life++) {
    const { home, player } = await opened(disk, life);
    for (let step = 0; step < 1 + (life % 7); step++) await player.step();
    if (!player.hasEnded()) continue;
    await toEnd(player);
    expect(whatHappened(home)).toEqual(whole);
    return;
  }
  const { home, player } = await opened(disk, 200);
  await toEnd(player);
  expect(whatHappened(home)).toEqual(whole);
});

const mark = (life: number): Given => ({
  id: `a-client/${life}`,
  type: 'MarkContact',
  by: 'HQ-BLR',
  order: { contact: `client-${life}`, from: 'HQ-BLR', to: 'HQ-CHN', means: 'telephone', language: 'en' } as never,
});

test('what people were about to do when a client was served and the process killed is still done', async () => {
  const disk = memoryDisk();
  for (let life = 1; life < 120; life++) {
    const { home, player, clock } = await opened(disk, life);
    for (let step = 0; step < 5; step++) await player.step();
    // The clock is ahead of what was played: a client's order comes before theirs.
    const outcome = await home.give(mark(life), (clock.now() + minutes(7)) as MicroInstant);
    expect(outcome.kind).toBe('accepted');
  }
  const { home, player } = await opened(disk, 120);
  await toEnd(player);
  const after = whatHappened(home);
  const typesOf = (events: readonly (readonly unknown[])[]) => [...new Set(events.map(([, , , type]) => String(type)))].sort();
  const countOf = (events: readonly (readonly unknown[])[], types: readonly string[]) =>
    events.filter(([, , , type]) => types.includes(String(type))).length;
  expect(after.filter(([, , , type, payload]) => type === 'ContactMarked' && JSON.stringify(payload).includes('client-'))).toHaveLength(
    119,
  );
  for (const types of [
    ['SerialDone', 'SerialCurtailed'],
    ['InjectReleased'],
    ['InjectCompleted'],
    ['EndexDeclared'],
    ['ContingentDeparted'],
  ])
    expect(countOf(after, types)).toBe(countOf(whole, types));
  expect(typesOf(after)).toEqual(expect.arrayContaining(typesOf(whole)));
});

test('play that is stopped in the middle of an advance stops there', async () => {
  const { home, player } = await opened(memoryDisk(), 1);
  const advancing = toEnd(player);
  const stopping = player.stop();
  await Promise.all([advancing, stopping]);
  expect(home.past().length).toBeLessThan(whole.length);
});
