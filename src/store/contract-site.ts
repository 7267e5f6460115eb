// What the contract suite and an engine's own tests are made with: small decisions, a lease, and a log verified as a file would be.
import { expect, test } from 'vitest';
import { type Batch, type EventShape, eventLine, manifestLine, manifestOf, type StreamKey, verifyLog } from '../conduct/index.ts';
import { isProblem, type MicroInstant } from '../kernel/index.ts';
import type { Lease } from './lease.ts';
import { nodeHashText, nodeSealing } from './node-sealing.ts';
import type { Store, StoreOptions } from './store.ts';

/** A place where one store's data lies; opening it twice is opening the same data twice. */
export type Site = { readonly open: (options: StoreOptions) => Store; readonly remove: () => void };

export const excon = 'RESTRICTED/BLR,CHN//excon:' as StreamKey;
export const everyone = 'UNCLASSIFIED/BLR,CHN//everyone:' as StreamKey;

export const brest: StoreOptions = { exercise: 'two-teams', origin: 'brest', sealing: nodeSealing };
export const minsk: StoreOptions = { ...brest, origin: 'minsk' };

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

/** A test with a site of its own, and a function that opens its store, as often as one likes. */
export type AtSite = (title: string, work: (open: (options?: StoreOptions) => Store) => Promise<void>) => void;

export function testsAt(fresh: () => Site): AtSite {
  return (title, work) =>
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
}
