import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite, collectionNames, type Exercise } from '../exercise/index.ts';
import { protocolVersion } from '../protocol/index.ts';
import { aFeedEvent, aWire, manualTiming, settled, type TestWire } from './a-wire.ts';
import { openDevice } from './device.ts';

const whole = anExercise({ sites: [aSite({ id: 'TOWN' })], serials: [aSerial({ id: 'S-1', sites: ['TOWN'] })] });
const nothing = anExercise();

function messageOf(exercise: Exercise): unknown {
  const { setting, zone, policy, programme = null, complete, owners, portions } = exercise;
  const tables = Object.fromEntries(collectionNames.map((name) => [name, exercise[name].list]));
  return JSON.parse(JSON.stringify({ setting, zone, policy, programme, complete, owners, portions, tables }));
}

function serving(wire: TestWire): TestWire {
  wire.pages.set('/api/session', {
    protocol: protocolVersion,
    exercise: { code: 'TEST', names: { en: 'Test' }, simulated: true, languages: ['en'] },
    readers: ['all', 'BLR', 'public'],
    director: true,
    self: null,
    jobs: [{ id: 'plan', message: { key: 'app.planning', values: {} }, share: null, state: 'running' }],
  });
  for (const [reader, exercise] of [
    ['all', whole],
    ['BLR', whole],
    ['public', nothing],
  ] as const) {
    wire.pages.set(`/api/document?as=${reader}`, messageOf(exercise));
    wire.pages.set(`/api/plan?as=${reader}`, null);
    wire.pages.set(`/api/rehearsal?as=${reader}`, null);
  }
  return wire;
}

async function opened(reader: string | null = null) {
  const wire = serving(aWire());
  const timing = manualTiming();
  const device = openDevice(wire, timing, { reader, makeId: () => 'device-1' });
  await settled();
  timing.pass(20);
  return { wire, timing, device, feed: () => wire.feeds.at(-1) };
}

test('it sees as the user’s own reader first, and as another where the address asks for one', async () => {
  expect((await opened()).device.view().reader).toBe('all');
  expect((await opened('BLR')).device.view().reader).toBe('BLR');
  expect((await opened('RUS')).device.view().reader).toBe('all');
});

test('listeners hear once a frame, however many events came', async () => {
  const { device, feed, timing } = await opened();
  let heard = 0;
  device.subscribe(() => heard++);
  for (let sequence = 1; sequence <= 50; sequence++)
    feed()?.handlers.events({ events: [aFeedEvent(sequence, 'SerialCalled', { serial: 'S-1' })] }, `token-${sequence}`);
  expect(heard).toBe(0);
  timing.pass(16);
  expect(heard).toBe(1);
  expect(device.view().eventCount).toBe(50);
});

test('figures wait until the past is caught up, and then are made', async () => {
  const { device, feed, timing } = await opened();
  feed()?.handlers.events({ events: [aFeedEvent(1, 'SerialStarted', { serial: 'S-1' })] }, 't');
  timing.pass(16);
  expect(device.view().assessment).toBeNull();
  feed()?.handlers.caughtUp();
  timing.pass(16);
  expect(device.view().assessment?.basis.events).toBe(1);
});

test('seen as another reader, nothing of the former stays', async () => {
  const { device, feed, timing } = await opened();
  const former = feed();
  former?.handlers.events({ events: [aFeedEvent(1, 'SerialStarted', { serial: 'S-1' })] }, 't');
  timing.pass(16);
  device.seeAs('public');
  expect(former?.isClosed).toBe(true);
  await settled();
  timing.pass(16);
  former?.handlers.events({ events: [aFeedEvent(2, 'SerialDone', { serial: 'S-1' })] }, 'u');
  timing.pass(16);
  const view = device.view();
  expect(view.reader).toBe('public');
  expect(view.exercise?.serials.list).toEqual([]);
  expect(view.eventCount).toBe(0);
  expect(view.plan).toBeNull();
});

test('what changed at the origin is asked for anew', async () => {
  const { wire, feed } = await opened();
  const before = wire.asked.length;
  feed()?.handlers.changed('plan');
  await settled();
  expect(wire.asked.slice(before)).toEqual(['/api/plan?as=all']);
});

test('a reader for whom there is nothing is told why', async () => {
  const { wire, device, timing } = await opened();
  wire.pages.delete('/api/document?as=BLR');
  device.seeAs('BLR');
  await settled();
  timing.pass(16);
  expect(device.view().trouble?.key).toBe('server.noSuchAddress');
});

test('what stands still overtakes the past, and is the fold’s own word once that is caught up', async () => {
  const { device, feed, timing } = await opened();
  const alert = { id: 'A-1', kind: 'noDuff', since: 1, site: 'TOWN', what: 'fire', isDrill: false } as const;
  feed()?.handlers.alerts({ alerts: [{ ...alert, serials: [], isEverywhere: false, isWithdrawn: false, channel: '1' }] });
  timing.pass(16);
  expect(device.view().alertsAhead).toMatchObject([{ id: 'A-1', site: 'TOWN', what: 'fire', telephone: null }]);
  feed()?.handlers.caughtUp();
  timing.pass(16);
  expect(device.view().alertsAhead).toBeNull();
});
