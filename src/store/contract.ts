// What every engine must do: one suite, run by each engine's own test file. It knows a store by its interface alone.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch, EventShape, Sealed } from '../conduct/index.ts';
import { isProblem, type MicroInstant } from '../kernel/index.ts';
import { erasingContract } from './contract-erasing.ts';
import { aBatch, all, brest, everyone, excon, leaseOf, type Site, testsAt, verified } from './contract-site.ts';
import { nodeHashText } from './node-sealing.ts';

/** Runs the suite on an engine; `fresh` makes a place with nothing in it. */
export function storeContract(name: string, fresh: () => Site): void {
  const at = testsAt(fresh);

  describe(`${name}: appending`, () => {
    at('a change is stored whole and read in total order', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const appended = await store.append(lease, aBatch('c-1', 10));
      await store.append(lease, aBatch('c-2', 20));
      expect(appended).toMatchObject({ kind: 'appended', outcome: { kind: 'accepted' } });
      expect(places(await all(store.read()))).toEqual([
        `10 brest ${excon} 1`,
        `10 brest ${everyone} 1`,
        `20 brest ${excon} 2`,
        `20 brest ${everyone} 2`,
      ]);
      expect(await store.heads()).toMatchObject({
        clock: 20,
        streams: [
          { stream: excon, length: 2 },
          { stream: everyone, length: 2 },
        ],
      });
      expect(await verified(store)).toMatchObject({ isSound: true, isComplete: true, events: 4 });
    });

    at('what is appended is what is read, byte for byte', async (open) => {
      const store = open();
      const payload = { text: 'Приём 接收 “quoted” \\ \u2028 🛟', nested: { empty: [], none: null, small: 1e-7 } };
      const change = [{ stream: everyone, event: { type: 'MessageSent', version: 3, payload } }];
      const appended = await store.append(await leaseOf(store), aBatch('c-1', 10, { change }));
      const read = await all(store.read());
      expect(appended).toMatchObject({ events: read });
      expect(JSON.parse(read[0]?.payload ?? '')).toEqual(payload);
    });

    at('texts of all kinds that come together are stored byte for byte, each in its stream', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const texts = ['', 'plain', 'Приём 接收 🛟', 'lone \ud83d surrogate', 'nul \u0000 and \u2028', '长'.repeat(20_000)];
      const batches = Array.from({ length: 90 }, (_, index) => {
        const own = { type: 'MessageSent', version: 1, payload: { index, text: texts[index % texts.length] ?? '' } };
        const same = { type: 'MessageReceived', version: 1, payload: { text: texts[index % texts.length] ?? '' } };
        return aBatch(`c-${index}`, index + 1, {
          change: [excon, everyone, everyone].flatMap((stream) => [own, same].map((event) => ({ stream, event }))),
        });
      });
      const appended = await Promise.all(batches.map((batch) => store.append(lease, batch)));
      const sealed = appended.flatMap((one) => (one.kind === 'appended' ? one.events : []));
      expect(await all(store.read())).toEqual(sealed);
      expect(await verified(store)).toMatchObject({ isSound: true, events: 540 });
    });

    at('decisions made at once are all stored, in the order in which they were handed in', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const results = await Promise.all(Array.from({ length: 3000 }, (_, index) => store.append(lease, aBatch(`c-${index}`, index + 1))));
      expect(results.every(({ kind }) => kind === 'appended')).toBe(true);
      const commands = (await all(store.read({ streams: [excon] }))).map(({ payload }) => JSON.parse(payload ?? '').inject);
      expect(commands).toEqual(Array.from({ length: 3000 }, (_, index) => `c-${index}`));
      expect(await verified(store)).toMatchObject({ isSound: true, events: 6000 });
    });

    at('a time that is not later than the clock is refused, and what stands beside it in the group is stored', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const results = await Promise.all(
        [aBatch('c-1', 10), aBatch('c-2', 10), aBatch('c-3', 11)].map((batch) => store.append(lease, batch)),
      );
      expect(results.map(({ kind }) => kind)).toEqual(['appended', 'refused', 'appended']);
      expect(results[1]).toMatchObject({ problem: { key: 'store.timeNotLater' } });
      expect(await store.outcomeOf('c-2')).toBeUndefined();
    });

    at('a refusal is stored as an outcome, with an empty change or with one', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const outcome = { kind: 'refused' as const, problem: { key: 'conduct.clockNotRunning', values: { clock: 'paused' } } };
      await store.append(lease, aBatch('c-1', 10, { outcome, change: [] }));
      await store.append(lease, aBatch('c-2', 10, { outcome }));
      expect(await store.outcomeOf('c-1')).toMatchObject({ id: 'c-1', outcome });
      expect(await all(store.read())).toHaveLength(2);
    });
  });

  describe(`${name}: commands`, () => {
    at('a command repeated gets the same outcome and is not appended again, at once or after reopening', async (open) => {
      const first = open();
      const outcome = { kind: 'refused' as const, problem: { key: 'conduct.notNow', values: {} } };
      const lease = await leaseOf(first);
      const batch = aBatch('c-1', 10, { outcome });
      const both = await Promise.all([
        first.append(lease, batch),
        first.append(lease, { ...batch, time: 11 as MicroInstant, outcome: { kind: 'accepted' } }),
      ]);
      expect(both.map(({ kind }) => kind)).toEqual(['appended', 'repeated']);
      expect(both[1]).toMatchObject({ outcome });
      await first.close();
      const second = open();
      expect(await second.append(await leaseOf(second, 20_000_000), batch)).toEqual({ kind: 'repeated', outcome });
      expect(await all(second.read())).toHaveLength(2);
    });

    test('whatever commands come together, each identifier has one outcome, its first, and its change is stored once', async () => {
      const aCommand = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), body: fc.constantFrom('x', 'y'), isAccepted: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(aCommand, { maxLength: 5 }), { maxLength: 5 }), async (groups) => {
          const site = fresh();
          const store = site.open(brest);
          try {
            const lease = await leaseOf(store);
            const first = new Map<string, { body: string; kind: string }>();
            let time = 0;
            for (const group of groups) {
              const results = await Promise.all(
                group.map(({ id, body, isAccepted }) => store.append(lease, aBatch(id, ++time, commandOf(id, body, isAccepted)))),
              );
              for (const [index, { id, body, isAccepted }] of group.entries()) {
                const known = first.get(id);
                const result = results[index];
                if (known === undefined) first.set(id, { body, kind: isAccepted ? 'accepted' : 'refused' });
                if (known === undefined) expect(result?.kind).toBe('appended');
                else if (known.body === body) expect(result).toMatchObject({ kind: 'repeated', outcome: { kind: known.kind } });
                else expect(result).toMatchObject({ kind: 'refused', problem: { key: 'log.commandIdReused' } });
              }
            }
            for (const [id, { kind }] of first) expect((await store.outcomeOf(id))?.outcome.kind).toBe(kind);
            expect(await verified(store)).toMatchObject({ isSound: true, events: first.size * 2 });
          } finally {
            await store.close();
            site.remove();
          }
        }),
        { numRuns: 25 },
      );
    });

    at('another body under a used identifier is refused', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      await store.append(lease, aBatch('c-1', 10));
      const other = aBatch('c-1', 20, { command: { id: 'c-1', bodyDigest: nodeHashText('', 'other') } });
      expect(await store.append(lease, other)).toMatchObject({
        kind: 'refused',
        problem: { key: 'log.commandIdReused', values: { command: 'c-1' } },
      });
      expect((await store.heads()).clock).toBe(10);
    });
  });

  describe(`${name}: lease`, () => {
    at('one holder at a time; a lease that ran out, was given back or is overridden goes to the next', async (open) => {
      const store = open();
      const lease = await leaseOf(store, 0);
      const ask = { holder: 'other', now: 9_999_999 as MicroInstant, forMicros: 10 };
      expect(await store.acquireLease(ask)).toMatchObject({ key: 'store.leaseHeld', values: { holder: 'server', seconds: 1 } });
      expect(await store.acquireLease({ ...ask, now: 10_000_000 as MicroInstant })).toMatchObject({
        holder: 'other',
        fence: lease.fence + 1,
      });
      const third = await store.acquireLease({ ...ask, holder: 'third', evenIfHeld: true });
      if (isProblem(third)) return expect.fail();
      expect(third.fence).toBe(lease.fence + 2);
      await store.releaseLease(third);
      expect(await store.acquireLease(ask)).toMatchObject({ fence: lease.fence + 3 });
    });

    at('a lease is renewed while nobody has taken it over', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const renewed = await store.renewLease(lease, { now: 20_000_000 as MicroInstant, forMicros: 5 });
      expect(renewed).toEqual({ ...lease, until: 20_000_005 });
      await leaseOf(store, 20_000_005, 'other');
      expect(await store.renewLease(lease, { now: 30_000_000 as MicroInstant, forMicros: 5 })).toMatchObject({ key: 'store.leaseLost' });
    });

    at('whoever lost the lease writes nothing', async (open) => {
      const [first, second] = [open(), open()];
      const lost = await leaseOf(first, 0, 'first');
      await first.append(lost, aBatch('c-1', 10));
      const held = await leaseOf(second, 10_000_000, 'second');
      expect(await first.append(lost, aBatch('c-2', 20))).toMatchObject({ kind: 'refused', problem: { key: 'store.leaseLost' } });
      expect(await second.append(held, aBatch('c-3', 30))).toMatchObject({ kind: 'appended' });
      await first.releaseLease(lost);
      expect(await second.append(held, aBatch('c-4', 40))).toMatchObject({ kind: 'appended' });
      await second.releaseLease(held);
      expect(await second.append(held, aBatch('c-5', 50))).toMatchObject({ kind: 'refused' });
      expect(await first.outcomeOf('c-2')).toBeUndefined();
      expect(await verified(first)).toMatchObject({ isSound: true, events: 6 });
    });

    at('two processes that take the lease from each other continue one chain', async (open) => {
      const [first, second] = [open(), open()];
      for (let turn = 0; turn < 6; turn++) {
        const store = turn % 2 === 0 ? first : second;
        const lease = await store.acquireLease({ holder: `p${turn % 2}`, now: 0 as MicroInstant, forMicros: 1_000, evenIfHeld: true });
        if (isProblem(lease)) return expect.fail();
        await Promise.all([store.append(lease, aBatch(`c-${turn}`, turn * 2 + 1)), store.append(lease, aBatch(`d-${turn}`, turn * 2 + 2))]);
      }
      expect(await verified(first)).toMatchObject({ isSound: true, events: 24 });
    });
  });

  describe(`${name}: reading`, () => {
    at('after positions, up to heads, and of some streams only', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      for (let index = 1; index <= 5; index++) await store.append(lease, aBatch(`c-${index}`, index));
      const { streams } = await store.heads();
      await store.append(lease, aBatch('c-6', 6));
      const after = [{ stream: excon, origin: 'brest', sequence: 4 }];
      expect(places(await all(store.read({ after, upTo: streams })))).toEqual(
        [1, 2, 3, 4, 5].map((n) => `${n} brest ${everyone} ${n}`).toSpliced(4, 0, `5 brest ${excon} 5`),
      );
      expect(await all(store.read({ streams: [everyone] }))).toHaveLength(6);
      expect(await all(store.read({ streams: [] }))).toEqual([]);
      expect(await all(store.read({ upTo: [] }))).toEqual([]);
    });

    at('what is appended while reading does not come', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      await store.append(lease, aBatch('c-1', 1));
      const reading = store.read();
      await store.append(lease, aBatch('c-2', 2));
      expect(await all(reading)).toHaveLength(2);
    });

    at('a store keeps what it held when it is opened again', async (open) => {
      const first = open();
      await first.append(await leaseOf(first), aBatch('c-1', 10));
      const before = { heads: await first.heads(), events: await all(first.read()) };
      await first.close();
      const second = open();
      expect({ heads: await second.heads(), events: await all(second.read()) }).toEqual(before);
      await second.append(await leaseOf(second, 10_000_000), aBatch('c-2', 20));
      expect(await verified(second)).toMatchObject({ isSound: true, events: 4 });
    });

    at('a snapshot is a cache that can be dropped', async (open) => {
      const store = open();
      const positions = [{ stream: excon, origin: 'brest', sequence: 3 }];
      await store.putSnapshot('all', { positions, content: 'one' });
      await store.putSnapshot('all', { positions, content: 'two' });
      expect(await store.snapshot('all')).toEqual({ positions, content: 'two' });
      await store.dropSnapshots();
      expect(await store.snapshot('all')).toBeUndefined();
    });

    at('a closed store takes what was handed in before and nothing after', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const before = store.append(lease, aBatch('c-1', 10));
      await store.close();
      await expect(before).resolves.toMatchObject({ kind: 'appended' });
      await expect(store.append(lease, aBatch('c-2', 20))).rejects.toMatchObject({ problem: { key: 'store.closed' } });
      await expect(store.heads()).rejects.toMatchObject({ problem: { key: 'store.closed' } });
    });
  });

  erasingContract(name, fresh);
}

function commandOf(id: string, body: string, isAccepted: boolean): Partial<Batch<EventShape>> {
  const command = { id, bodyDigest: nodeHashText('', body) };
  return { command, outcome: isAccepted ? { kind: 'accepted' } : { kind: 'refused', problem: { key: 'conduct.notNow', values: {} } } };
}

function places(events: readonly Sealed[]): string[] {
  return events.map(({ time, origin, stream, sequence }) => `${time} ${origin} ${stream} ${sequence}`);
}
