import { expect, test } from 'vitest';
import type { OrderMessage } from '../protocol/index.ts';
import { aWire, manualTiming, settled } from './a-wire.ts';
import { outbox } from './outbox.ts';
import type { OrdersKept } from './wire.ts';

test('an order is handed in again under the same identifier until somebody answers', async () => {
  const timing = manualTiming();
  const wire = aWire();
  wire.answers.push({ status: 0, body: null }, { status: 503, body: null }, { status: 200, body: { kind: 'accepted' } });
  const box = outbox(wire, timing, { makeId: () => 'device-order-1', changed: () => {} });
  const given = box.give({ type: 'CallStop', by: 'system', order: { stop: 's', site: 'TOWN' } });
  expect(box.pending()).toHaveLength(1);
  for (let turn = 0; turn < 3; turn++) {
    await settled();
    timing.pass(20_000);
  }
  expect(await given).toEqual({ kind: 'accepted' });
  expect(wire.posted.map(({ body }) => (body as { readonly id: string }).id)).toEqual([
    'device-order-1',
    'device-order-1',
    'device-order-1',
  ]);
  expect(box.pending()).toEqual([]);
});

test('a refusal is an outcome and is not handed in again', async () => {
  const wire = aWire();
  const problem = { key: 'conduct.notNow', values: {} };
  wire.answers.push({ status: 200, body: { kind: 'refused', problem } });
  const box = outbox(wire, manualTiming(), { makeId: () => 'device-order-2', changed: () => {} });
  expect(await box.give({ type: 'LiftStop', by: 'system', order: {} })).toEqual({ kind: 'refused', problem });
  expect(wire.posted).toHaveLength(1);
});

test('what a page left behind is handed in by the next, under the identifier it has, and is then kept no more', async () => {
  const kept = new Map<string, OrderMessage>();
  const place: OrdersKept = {
    all: () => [...kept.values()],
    put: (order) => void kept.set(order.id, order),
    drop: (id) => void kept.delete(id),
  };
  const cut = aWire();
  cut.answers.push({ status: 0, body: null });
  const first = outbox(cut, manualTiming(), { makeId: () => 'device-order-3', changed: () => {} });
  first.keepIn(place);
  void first.give({ type: 'CallStop', by: 'system', order: { stop: 's', site: 'TOWN' } });
  await settled();
  expect([...kept.keys()]).toEqual(['device-order-3']);

  const wire = aWire();
  wire.answers.push({ status: 200, body: { kind: 'accepted' } });
  const next = outbox(wire, manualTiming(), { makeId: () => 'device-order-4', changed: () => {} });
  next.keepIn(place);
  next.keepIn(place);
  expect(next.pending().map(({ id }) => id)).toEqual(['device-order-3']);
  await settled();
  expect(wire.posted.map(({ body }) => (body as { readonly id: string }).id)).toEqual(['device-order-3']);
  expect([next.pending(), kept.size]).toEqual([[], 0]);
});
