// The part of the contract that is about erasing and about events of other origins; run with the rest by `contract.ts`.
import { describe, expect, test } from 'vitest';
import type { Batch, EventShape, Sealed } from '../conduct/index.ts';
import type { MicroInstant } from '../kernel/index.ts';
import { aBatch, all, brest, everyone, excon, leaseOf, minsk, type Site, testsAt, verified } from './contract-site.ts';
import type { Store } from './store.ts';

export function erasingContract(name: string, fresh: () => Site): void {
  const at = testsAt(fresh);

  describe(`${name}: erasing`, () => {
    at('a payload that two people order to be erased is gone, and the log still verifies', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      await store.append(lease, aBatch('c-1', 10));
      await store.putSnapshot('all', { positions: [], content: 'text of c-1' });
      expect(await store.append(lease, aBatch('c-2', 20, { change: erasureOf(1) }))).toMatchObject({ kind: 'appended' });
      const erased = (await all(store.read({ streams: [everyone] })))[0];
      expect(erased).toMatchObject({ sequence: 1, salt: null, payload: null });
      expect(await store.snapshot('all')).toBeUndefined();
      expect(await verified(store)).toMatchObject({ isSound: true, payloads: { intact: 2, erased: 1, gone: 0 } });
    });

    at('an order that comes together with what it erases finds it', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      const together = [aBatch('c-1', 10), aBatch('c-2', 20), aBatch('c-1', 30), aBatch('c-3', 40, { change: erasureOf(2) })];
      const appended = await Promise.all(together.map((batch) => store.append(lease, batch)));
      expect(appended.map(({ kind }) => kind)).toEqual(['appended', 'appended', 'repeated', 'appended']);
      expect((await all(store.read({ streams: [everyone] }))).map(({ payload }) => payload === null)).toEqual([false, true, false]);
      expect(await verified(store)).toMatchObject({ isSound: true, payloads: { intact: 4, erased: 1 } });
    });

    at('an erasure that one person orders, of nothing, of an order, or from elsewhere is refused whole', async (open) => {
      const store = open();
      const lease = await leaseOf(store);
      await store.append(lease, aBatch('c-1', 10));
      await store.append(lease, aBatch('c-2', 20, { change: erasureOf(1) }));
      const refusal = async (id: string, change: Batch<EventShape>['change']) => {
        const result = await store.append(lease, aBatch(id, 30, { change }));
        return result.kind === 'refused' ? result.problem.key : result.kind;
      };
      expect(await refusal('c-3', erasureOf(1, ['co-director-blr', 'co-director-blr']))).toBe('log.erasureNeedsTwo');
      expect(await refusal('c-4', erasureOf(7))).toBe('log.erasesNothing');
      expect(await refusal('c-5', erasureOf(2))).toBe('log.erasesAnOrder');
      expect(await refusal('c-6', erasureOf(1, undefined, excon))).toBe('log.erasureElsewhere');
      expect((await store.heads()).clock).toBe(20);
    });

    at('a record of a person is kept apart, changed, and erased', async (open) => {
      const store = open();
      await store.putRecord({ id: 'p-1', stream: everyone, content: '{"name":"A. Person"}' });
      await store.putRecord({ id: 'p-2', stream: excon, content: '{"name":"B. Person"}' });
      await store.putRecord({ id: 'p-1', stream: everyone, content: '{"name":"A. N. Person"}' });
      expect(await store.record('p-1')).toEqual({ id: 'p-1', stream: everyone, content: '{"name":"A. N. Person"}' });
      expect((await store.records([excon])).map(({ id }) => id)).toEqual(['p-2']);
      await store.putSnapshot('all', { positions: [], content: 'A. N. Person' });
      expect(await store.eraseRecord('p-1')).toEqual({ isErased: true });
      expect(await store.eraseRecord('p-9')).toEqual({ isErased: false });
      expect(await store.record('p-1')).toEqual({ id: 'p-1', stream: everyone, content: null });
      expect(await store.snapshot('all')).toBeUndefined();
    });
  });

  describe(`${name}: importing`, () => {
    test('events of another origin continue its chain here, come once, and push the clock by 60 s at most', async () => {
      await twoSites(fresh, async (here, there) => {
        const far = 100_000_000;
        const lease = await leaseOf(there);
        for (const [index, time] of [10, 20, far].entries()) await there.append(lease, aBatch(`m-${index}`, time));
        const events = await all(there.read());
        const own = await leaseOf(here);
        await here.append(own, aBatch('b-1', 15));
        expect(await here.importEvents(own, events.slice(0, 2), 15 as MicroInstant)).toEqual({
          kind: 'imported',
          added: 2,
          already: 0,
          beyondMicros: 0,
        });
        expect((await here.heads()).clock).toBe(15);
        expect(await here.importEvents(own, events, 15 as MicroInstant)).toEqual({
          kind: 'imported',
          added: 4,
          already: 2,
          beyondMicros: far - 60_000_015,
        });
        expect((await here.heads()).clock).toBe(60_000_015);
        expect(await here.append(own, aBatch('b-2', 60_000_015))).toMatchObject({
          kind: 'refused',
          problem: { key: 'store.timeNotLater' },
        });
        expect(await here.append(own, aBatch('b-2', 60_000_016))).toMatchObject({ kind: 'appended' });
        expect(await verified(here)).toMatchObject({ isSound: true, events: 10 });
      });
    });

    test('a fork, a gap, an altered event and one of this origin are refused, and nothing comes in', async () => {
      await twoSites(fresh, async (here, there) => {
        const lease = await leaseOf(there);
        await there.append(lease, aBatch('m-1', 10));
        await there.append(lease, aBatch('m-2', 20));
        const events = await all(there.read());
        const own = await leaseOf(here);
        const refusal = async (given: readonly Sealed[]) => {
          const result = await here.importEvents(own, given, 15 as MicroInstant);
          return result.kind === 'refused' ? result.problem.key : result.kind;
        };
        expect(await refusal(events.slice(2))).toBe('store.importGap');
        expect(await refusal(events.map((event) => ({ ...event, payload: '{}' })))).toBe('store.importAltered');
        expect(await refusal(events.map((event) => ({ ...event, origin: 'brest' })))).toBe('store.importOfOwn');
        expect(await all(here.read())).toEqual([]);
        expect(await refusal(events)).toBe('imported');
        expect(await refusal(events.map((event) => ({ ...event, hash: 'ab'.repeat(32) })))).toBe('store.importForks');
        expect(await here.importEvents({ ...own, fence: 0 }, events, 15 as MicroInstant)).toMatchObject({
          problem: { key: 'store.leaseLost' },
        });
      });
    });

    test('an erasure ordered elsewhere is obeyed here', async () => {
      await twoSites(fresh, async (here, there) => {
        const lease = await leaseOf(there);
        await there.append(lease, aBatch('m-1', 10));
        const own = await leaseOf(here);
        await here.importEvents(own, await all(there.read()), 15 as MicroInstant);
        const payload = { stream: everyone, origin: 'minsk', sequence: 1, orderedBy: ['a', 'b'], reason: 'a name' };
        await there.append(
          lease,
          aBatch('m-2', 20, { change: [{ stream: everyone, event: { type: 'PayloadErased', version: 1, payload } }] }),
        );
        expect(await here.importEvents(own, await all(there.read()), 25 as MicroInstant)).toMatchObject({ added: 1 });
        expect(await verified(here)).toMatchObject({ isSound: true, payloads: { erased: 1 } });
      });
    });
  });
}

async function twoSites(fresh: () => Site, work: (here: Store, there: Store) => Promise<void>): Promise<void> {
  const sites = [fresh(), fresh()] as const;
  const [here, there] = [sites[0].open(brest), sites[1].open(minsk)];
  try {
    await work(here, there);
  } finally {
    await here.close();
    await there.close();
    for (const site of sites) site.remove();
  }
}

function erasureOf(sequence: number, orderedBy = ['co-director-blr', 'co-director-chn'], stream = everyone): Batch<EventShape>['change'] {
  const payload = { stream, origin: 'brest', sequence, orderedBy, reason: 'a name stood in it' };
  return [{ stream: everyone, event: { type: 'PayloadErased', version: 1, payload } }];
}
