// What every engine must do: one suite, run by each engine's own test file. It knows a store by its interface alone.
import { describe, expect, test } from 'vitest';
import {
  type Batch,
  type EventShape,
  eventLine,
  manifestLine,
  manifestOf,
  type Sealed,
  type StreamKey,
  verifyLog,
} from '../conduct/index.ts';
import { isProblem, type MicroInstant } from '../kernel/index.ts';
import type { Lease } from './lease.ts';
import { nodeHashText, nodeSealing } from './node-sealing.ts';
import type { Store, StoreOptions } from './store.ts';

/** A place where one store's data lies; opening it twice is opening the same data twice. */
export type Site = { readonly open: (options: StoreOptions) => Store; readonly remove: () => void };

export const excon = 'RESTRICTED/BLR,CHN//excon:' as StreamKey;
export const everyone = 'UNCLASSIFIED/BLR,CHN//everyone:' as StreamKey;

export const brest: StoreOptions = { exercise: 'two-teams', origin: 'brest', sealing: nodeSealing };
const minsk: StoreOptions = { ...brest, origin: 'minsk' };

/** A decision with overrides; its time is `at` microseconds. */
export function aBatch(id: string, at: number, overrides: Partial<Batch<EventShape>> = {}): Batch<EventShape> {
  return {
    command: { id, bodyDigest: nodeHashText('', id) },
    outcome: { kind: 'accepted' },
    change: [
      { stream: excon, event: { type: 'InjectReleased', version: 1, payload: { inject: id } } },
      { stream: everyone, event: { type: 'InjectReceived', version: 1, payload: { text: `text of ${id}` } } },
    ],
    time: at as MicroInstant,
    exerciseTime: null,
    authorIn: (stream) => (stream === excon ? 'controller-1' : null),
    ...overrides,
  };
}

export async function leaseOf(store: Store, now = 0, holder = 'server'): Promise<Lease> {
  const lease = await store.acquireLease({ holder, now: now as MicroInstant, forMicros: 10_000_000 });
  return isProblem(lease) ? expect.fail(lease.key) : lease;
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Verifies a store's log as a file of it would be. */
export async function verified(store: Store) {
  const { streams } = await store.heads();
  const manifest = manifestOf({ exercise: store.exercise, reader: 'all', documentHash: null }, streams);
  const lines = [manifestLine(manifest, nodeHashText), ...(await all(store.read())).map(eventLine)];
  return verifyLog(lines, { file: 'log.jsonl', hash: nodeHashText });
}

function erasureOf(sequence: number, orderedBy = ['co-director-blr', 'co-director-chn'], stream = everyone): Batch<EventShape>['change'] {
  const payload = { stream, origin: 'brest', sequence, orderedBy, reason: 'a name stood in it' };
  return [{ stream: everyone, event: { type: 'PayloadErased', version: 1, payload } }];
}

function places(events: readonly Sealed[]): string[] {
  return events.map(({ time, origin, stream, sequence }) => `${time} ${origin} ${stream} ${sequence}`);
}

/** Runs the suite on an engine; `fresh` makes a place with nothing in it. */
export function storeContract(name: string, fresh: () => Site): void {
  const at = (title: string, work: (open: (options?: StoreOptions) => Store) => Promise<void>) =>
    test(title, async () => {
      const site = fresh();
      const opened: Store[] = [];
      try {
        await work((options = brest) => {
          const store = site.open(options);
          opened.push(store);
          return store;
        });
      } finally {
        for (const store of opened) await store.close();
        site.remove();
      }
    });

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
