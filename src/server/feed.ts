// The live feed: server-sent events on node:http. One frame a reader and change, shared by all its clients; who cannot keep up is let go and comes back.
import type { ServerResponse } from 'node:http';
import type { Change, Feed, Live } from '../app/index.ts';
import type { Problem } from '../kernel/index.ts';
import type { Reader, ClassKey as StreamKey } from '../release/index.ts';

/** Bytes that may wait for a client before it is let go; it comes back with its token and loses nothing. */
const mostWaiting = 4 << 20;
const clockEveryMilliseconds = 1000;

/** Who listens: the reader, what that reader has become since, and whether the user is still known here. */
export type Listening = { readonly reader: Reader; readonly now: () => Reader | Problem; readonly isKnown: () => boolean };

type Client = { readonly response: ServerResponse; readonly listening: Listening; isLive: boolean };
/** `jobs`: each job as the room was last told of it. */
type Room = { readonly reader: Reader; readonly feed: Feed; readonly clients: Set<Client>; readonly jobs: Map<string, string> };

export type FeedHub = {
  readonly join: (response: ServerResponse, listening: Listening, token: string | undefined) => Promise<void>;
  readonly close: () => void;
};

/** What overtakes the past on its way to whoever is still catching up. */
const changesAlerts: ReadonlySet<string> = new Set([
  'StopCalled',
  'StopLifted',
  'NoDuffRaised',
  'NoDuffExtended',
  'NoDuffCorrected',
  'NoDuffWithdrawn',
  'NoDuffResumed',
]);

export function feedHub(live: Live): FeedHub {
  const rooms = new Map<string, Room>();
  const clients = function* () {
    for (const room of rooms.values()) yield* room.clients;
  };
  const clockFrame = () => frame('clock', live.clock());

  const stopListening = live.listen((change: Change) => {
    if (change.kind === 'events') {
      if (change.events.some(({ logged }) => changesHolders.has(logged.event.type))) holdersChanged();
      for (const { feed, clients: own } of rooms.values()) {
        const made = feed.of(change.events);
        if (made === undefined) continue;
        const text = frame('events', made.message, made.token);
        const haste = made.message.events.some(({ type }) => changesAlerts.has(type)) ? frame('alerts', feed.alerts()) : null;
        for (const client of own)
          if (client.isLive) write(client, text);
          else if (haste !== null) write(client, haste);
      }
      return;
    }
    if (change.kind === 'changed' && change.what === 'document') {
      documentChanged(change.streams);
      return;
    }
    if (change.kind === 'job') {
      for (const room of rooms.values()) tellJob(room, change.id);
      return;
    }
    if (change.kind === 'changed') {
      // Whoever gets nothing by asking is not told to ask.
      const { what } = change;
      const text = frame('changed', { what });
      for (const { reader, clients: own } of rooms.values()) if (live[what](reader) !== null) for (const client of own) write(client, text);
      return;
    }
    const text = clockFrame();
    for (const client of clients()) write(client, text);
  });
  /** Tells a room of a job where the job is another for its reader than the room was told before. */
  const tellJob = ({ reader, clients: own, jobs }: Room, id: string): void => {
    const job = live.jobs(reader).find((one) => one.id === id);
    if (job === undefined) return;
    const text = frame('job', job);
    if (jobs.get(id) === text) return;
    jobs.set(id, text);
    for (const client of own) write(client, text);
  };
  /** Whoever reads another document now is told and let go: what the reader may read is worked out anew when it comes back. */
  const documentChanged = (streams: readonly StreamKey[]): void => {
    for (const [key, { feed, clients: own }] of [...rooms]) {
      if (!streams.some((stream) => feed.reads(stream))) continue;
      rooms.delete(key);
      for (const client of own) client.response.end(frame('changed', { what: 'document' }));
    }
  };
  /** Leaving a post ends what it gave to read at once, and taking one gives its past: who reads otherwise now is let go before anything more is told. */
  const holdersChanged = (): void => {
    for (const [key, { clients: own }] of [...rooms]) {
      for (const { response, listening } of own) {
        if (listening.reader.kind !== 'person' && listening.reader.kind !== 'both') break;
        if (keyOf(listening.now()) !== key) response.end(frame('changed', { what: 'document' }));
      }
    }
  };
  const ticking = setInterval(() => {
    const text = clockFrame();
    for (const client of clients()) {
      if (!client.listening.isKnown()) client.response.end(frame('changed', { what: 'document' }));
      else if (client.isLive) write(client, text);
    }
  }, clockEveryMilliseconds);
  ticking.unref();

  return {
    async join(response, listening, token) {
      const { reader } = listening;
      const key = keyOf(reader);
      const jobs = new Map(live.jobs(reader).map((job) => [job.id, frame('job', job)]));
      const room = rooms.get(key) ?? { reader, feed: live.feed(reader), clients: new Set<Client>(), jobs };
      rooms.set(key, room);
      const client: Client = { response, listening, isLive: false };
      room.clients.add(client);
      response.on('close', () => {
        room.clients.delete(client);
        if (room.clients.size === 0 && rooms.get(key) === room) rooms.delete(key);
      });
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      write(client, clockFrame());
      for (const text of jobs.values()) write(client, text);
      write(client, frame('alerts', room.feed.alerts()));
      for (const made of room.feed.since(token)) {
        if (response.destroyed || response.writableEnded) return;
        if (!response.write(frame('events', made.message, made.token))) await drained(response);
      }
      if (response.writableEnded) return;
      // Nothing may come between the end of the past and being live: no await stands here.
      client.isLive = true;
      write(client, frame('caughtUp', {}));
    },
    close() {
      clearInterval(ticking);
      stopListening();
      for (const client of clients()) client.response.end();
    },
  };
}

const changesHolders: ReadonlySet<string> = new Set(['PostTaken', 'PostLeft']);

/** Who reads the same is fed the same. */
const keyOf = (reader: Reader | Problem): string => JSON.stringify(reader);

/** Who is still being told the past waits for what it has taken, and is not let go for it. */
function write({ response, isLive }: Client, text: string): void {
  if (response.writableEnded) return;
  if (isLive && response.writableLength > mostWaiting) response.destroy();
  else response.write(text);
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

function frame(event: string, data: unknown, id?: string): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}
