/** Builders for tests of this room: a wire that answers what it was given, and a time that passes when it is told to. */
import type { FeedEvent } from '../protocol/index.ts';
import type { Answer, FeedHandlers, Timing, Wire } from './wire.ts';

export type TestWire = Wire & {
  /** Answers by path, asked for again and again. */
  readonly pages: Map<string, unknown>;
  /** Answers to what is posted, one after the other. */
  readonly answers: Answer[];
  readonly asked: string[];
  readonly posted: { readonly path: string; readonly body: unknown }[];
  readonly feeds: { readonly reader: string; readonly handlers: FeedHandlers; isClosed: boolean }[];
};

export function aWire(): TestWire {
  const wire: TestWire = {
    pages: new Map(),
    answers: [],
    asked: [],
    posted: [],
    feeds: [],
    get: async (path) => {
      wire.asked.push(path);
      return wire.pages.has(path)
        ? { status: 200, body: wire.pages.get(path) }
        : { status: 404, body: { key: 'server.noSuchAddress', values: { path } } };
    },
    post: async (path, body) => {
      wire.posted.push({ path, body });
      return wire.answers.shift() ?? { status: 0, body: null };
    },
    feed: (reader, handlers) => {
      const feed = { reader, handlers, isClosed: false };
      wire.feeds.push(feed);
      return {
        close: () => {
          feed.isClosed = true;
        },
      };
    },
  };
  return wire;
}

export type ManualTiming = Timing & { readonly pass: (milliseconds: number) => void };

/** Frames come at once when time passes; what waits comes in its order. */
export function manualTiming(): ManualTiming {
  let now = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    milliseconds: () => now,
    nextFrame: (run) => void waiting.push({ at: now, run }),
    after(milliseconds, run) {
      const entry = { at: now + milliseconds, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    pass(milliseconds) {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

/** Lets every promise that can go on do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** An event of everyone's stream as the feed brings it. */
export function aFeedEvent(sequence: number, type: string, payload: FeedEvent['payload'], changes: Partial<FeedEvent> = {}): FeedEvent {
  return {
    stream: 'RESTRICTED/BLR,CHN//everyone:',
    origin: 'test',
    sequence,
    time: sequence * 1_000_000,
    exerciseTime: null,
    author: null,
    type,
    version: 1,
    payload,
    ...changes,
  };
}
