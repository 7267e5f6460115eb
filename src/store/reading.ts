// Reads a shelf in total order: a page at a time from every stream, merged. Nothing of a stream that was not asked for is touched.
import { type EventId, type Head, merged, type Sealed } from '../conduct/index.ts';
import type { Shelf } from './shelf.ts';
import type { ReadOptions } from './store.ts';

// Many small streams share the memory that one large one may take.
const eventsInMemory = 8192;
const leastInPage = 16;
const mostInPage = 512;
const eventsBetweenPauses = 2048;

/** Where reading ends is settled now, what is read is read as it is asked for. */
export function readInOrder(shelf: Shelf, options: ReadOptions, refuseWhenClosed: () => void): AsyncIterable<Sealed> {
  const wanted = options.streams === undefined ? undefined : new Set(options.streams);
  const heads = shelf.heads().filter(({ stream }) => wanted?.has(stream) ?? true);
  const after = new Map((options.after ?? []).map((position) => [keyOf(position), position.sequence]));
  const upTo = options.upTo === undefined ? undefined : new Map(options.upTo.map((head) => [keyOf(head), head.length]));
  const most = Math.max(leastInPage, Math.min(mostInPage, Math.floor(eventsInMemory / Math.max(1, heads.length))));
  const sources = heads.map((head) => {
    const end = upTo === undefined ? head.length : Math.min(head.length, upTo.get(keyOf(head)) ?? 0);
    return pages(shelf, head, after.get(keyOf(head)) ?? 0, end, most, refuseWhenClosed);
  });
  return eachOf(sources);
}

async function* eachOf(sources: readonly Iterable<Sealed>[]): AsyncGenerator<Sealed, void, undefined> {
  let count = 0;
  for (const event of merged<Sealed>(sources)) {
    yield event;
    if (++count % eventsBetweenPauses === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

function* pages(shelf: Shelf, head: Head, from: number, end: number, most: number, refuseWhenClosed: () => void): Generator<Sealed> {
  for (let after = from; after < end; ) {
    refuseWhenClosed();
    const page = shelf.page(head, after, end, most);
    if (page.length === 0) return;
    yield* page;
    after += page.length;
  }
}

function keyOf({ stream, origin }: Pick<EventId, 'stream' | 'origin'>): string {
  return `${stream}\u0000${origin}`;
}
