import { expect, test } from 'vitest';
import { aWire, manualTiming, settled } from './a-wire.ts';
import { outbox } from './outbox.ts';

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
