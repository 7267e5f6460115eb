import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../kernel/index.ts';
import { aNewExercise, anOpenLive, type Opened, takenAway, workDone } from './a-live-exercise.ts';
import { type Listener, listen } from './listen.ts';

let opened: Opened;
let listener: Listener;
let port: number;
beforeAll(async () => {
  opened = await anOpenLive(await aNewExercise());
  const webFolder = join(opened.folder, 'web');
  mkdirSync(join(webFolder, 'assets'), { recursive: true });
  writeFileSync(join(webFolder, 'index.html'), '<p>the page</p>');
  writeFileSync(join(webFolder, 'assets', 'x.js'), '// x');
  writeFileSync(join(opened.folder, 'secret.js'), '// secret');
  listener = await listen(opened.live, { port: 0, webFolder });
  port = Number(new URL(listener.address).port);
  await workDone(opened.live);
}, 60_000);
afterAll(async () => {
  await listener.close();
  await opened.closed();
  takenAway(opened.folder);
});

/** What comes back for raw bytes, until the other side closes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (piece) => {
      got += piece;
    });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
  });
}

const request = (line: string, headers: readonly string[] = [], body = '') =>
  raw(
    [
      `${line} HTTP/1.1`,
      ...(headers.some((header) => header.startsWith('Host:')) ? [] : ['Host: localhost']),
      'Connection: close',
      ...headers,
      '',
      body,
    ].join('\r\n'),
  );
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

test.each([
  ['/', 200],
  ['/plan/S-1', 200],
  ['//', 200],
  ['/%', 200],
  ['/assets/x.js', 200],
  ['/nothing.js', 404],
  ['/../secret.js', 404],
  ['/..%2fsecret.js', 404],
  ['/%2e%2e/secret.js', 404],
  ['/assets/..%2f..%2f..%2fsecret.js', 404],
  ['/..%5csecret.js', 404],
  ['/x.js%00', 404],
  ['/%zz.js', 404],
  ['/%c0%ae%c0%ae/secret.js', 404],
  ['/assets.js/../assets', 200],
  ['http://localhost/', 400],
  ['http://[', 400],
  ['*', 400],
])('GET %s is answered with %i', async (path, status) => {
  const answer = await request(`GET ${path}`);
  expect(statusOf(answer)).toBe(status);
  expect(answer).not.toContain('secret');
});

test('the page may run its own scripts and no others', async () => {
  expect(await request('GET /')).toMatch(/content-security-policy: default-src 'self'/);
});

test.each([
  ['localhost', 200],
  ['LocalHost:8080', 200],
  ['127.0.0.1', 200],
  ['[::1]:80', 200],
  ['evil.example', 403],
  ['localhost.evil.example', 403],
  ['127.0.0.1.evil.example', 403],
  ['localhost@evil.example', 403],
  ['', 403],
])('who calls this host “%s” gets %i', async (host, status) => {
  expect(statusOf(await request('GET /api/session', [`Host: ${host}`]))).toBe(status);
});

test.each([
  ['no origin', [], 403, 'server.notSimulated'],
  ['our own', ['Origin: http://localhost'], 403, 'server.notSimulated'],
  ['another', ['Origin: http://evil.example'], 403, ''],
  ['another port', ['Origin: http://localhost:9'], 403, ''],
  ['a hidden one', ['Origin: null'], 403, ''],
])('an order from %s page', async (_what, origin, status, key) => {
  const body = '{"step":true}';
  const answer = await request('POST /api/play', [...origin, 'Content-Type: application/json', `Content-Length: ${body.length}`], body);
  expect(statusOf(answer)).toBe(status);
  expect(answer.includes('server.notSimulated')).toBe(key !== '');
});

test.each(['POST', 'HEAD', 'DELETE', 'OPTIONS'])('%s gets no feed and no page', async (method) => {
  expect(statusOf(await request(`${method} /api/feed`, ['Content-Length: 0']))).toBe(405);
  if (method !== 'HEAD') expect(statusOf(await request(`${method} /`, ['Content-Length: 0']))).toBe(405);
});

test('while the page is being built, whoever asks for it is told so and asks again', async () => {
  const empty = await listen(opened.live, { port: 0, webFolder: join(opened.folder, 'not-yet') });
  try {
    const answer = await fetch(empty.address);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.text()).toMatch(/http-equiv="refresh".*lang="zh".*lang="ru"/s);
    expect((await fetch(`${empty.address}assets/x.js`)).status).toBe(404);
  } finally {
    await empty.close();
  }
});

test('a taken port is told with another one', async () => {
  await expect(listen(opened.live, { port, webFolder: opened.folder })).rejects.toThrow(Refused);
});

type FeedEvent = { readonly stream: string; readonly sequence: number; readonly type: string; readonly payload: object };
type Message = { readonly event: string; readonly id: string | undefined; readonly events: readonly FeedEvent[] };

/** Reads a feed until it has caught up, or until `enough` says so; then lets go of it. */
async function feed(
  as: string,
  headers: Record<string, string> = {},
  enough?: (messages: readonly Message[]) => boolean,
): Promise<readonly Message[]> {
  const leaving = new AbortController();
  const response = await fetch(`${listener.address}api/feed?as=${as}`, { headers, signal: leaving.signal });
  const messages: Message[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    messages.push(...parts.flatMap(messageOf));
    if (enough === undefined ? messages.some(({ event }) => event === 'caughtUp') : enough(messages)) break;
  }
  leaving.abort();
  return messages;
}

function messageOf(part: string): Message[] {
  const fields = new Map(
    part.split('\n').map((line): [string, string] => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  const event = fields.get('event');
  if (event === undefined) return [];
  const data = JSON.parse(fields.get('data') ?? '{}') as { readonly events?: readonly FeedEvent[] };
  return [{ event, id: fields.get('id'), events: data.events ?? [] }];
}

const eventsIn = (messages: readonly Message[]) =>
  messages.flatMap(({ events }) => events.map(({ stream, sequence }) => `${stream} ${sequence}`));
let marked = 0;
const markSome = async (count: number): Promise<void> => {
  for (let more = 0; more < count; more++) {
    const contact = `feed-${String(++marked).padStart(5, '0')}`;
    const order = { contact, from: 'HQ-BLR', to: 'HQ-CHN', means: 'telephone', language: 'en' };
    await opened.live.order({ id: contact, type: 'MarkContact', by: 'HQ-BLR', order });
  }
};

test('each reader is fed the streams that this reader reads, from the beginning, and is told when that is all', async () => {
  const streams = async (as: string) => [...new Set((await feed(as)).flatMap(({ events }) => events.map(({ stream }) => stream)))].sort();
  expect(await streams('BLR')).toEqual(['RESTRICTED/BLR//party:BLR', 'UNCLASSIFIED/BLR,CHN//everyone:']);
  expect(await streams('joint')).toEqual(['UNCLASSIFIED/BLR,CHN//everyone:']);
  expect(await streams('public')).toEqual([]);
  expect(await streams('CHN:excon')).toContain('RESTRICTED/BLR,CHN//excon:');
  expect(await streams('CHN:excon')).not.toContain('RESTRICTED/BLR//party:BLR');
});

test('who comes back with a token gets exactly the rest, once, also what came in between', async () => {
  await markSome(30);
  const all = eventsIn(await feed('BLR'));
  expect(new Set(all).size).toBe(all.length);
  for (const as of ['BLR', 'all']) {
    const first = (await feed(as)).filter(({ event }) => event === 'events');
    const token = first.at(-1)?.id ?? '';
    await markSome(3);
    const rest = await feed(as, { 'last-event-id': token });
    expect(eventsIn(rest)).toHaveLength(3);
    expect([...eventsIn(first), ...eventsIn(rest)]).toEqual(eventsIn(await feed(as)));
  }
});

test('what stands still is told before the past, to each as far as the reader reads it', async () => {
  for (const as of ['BLR', 'public']) {
    const order = (await feed(as)).map(({ event }) => event);
    expect(order.filter((event) => event === 'alerts')).toHaveLength(1);
    if (order.includes('events')) expect(order.indexOf('alerts')).toBeLessThan(order.indexOf('events'));
  }
});

test('what happens while somebody listens comes at once, and its token leads on', async () => {
  const before = eventsIn(await feed('joint'));
  const live: Message[] = [];
  const listening = feed('joint', {}, (messages) => {
    if (messages.some(({ event }) => event === 'caughtUp') && live.length === 0) {
      live.push(...messages);
      void markSome(2);
    }
    return eventsIn(messages).length >= before.length + 2;
  });
  const messages = await listening;
  expect(eventsIn(messages)).toHaveLength(before.length + 2);
  const token = messages.filter(({ event }) => event === 'events').at(-1)?.id ?? '';
  expect(eventsIn(await feed('joint', { 'last-event-id': token }))).toEqual([]);
});

test('a token of one reader shows another nothing that this one may not read', async () => {
  const token = (await feed('all')).filter(({ event }) => event === 'events').at(-1)?.id ?? '';
  expect(eventsIn(await feed('BLR', { 'last-event-id': token }))).toEqual([]);
  const blr = (await feed('BLR')).filter(({ event }) => event === 'events').at(-1)?.id ?? '';
  const streams = (await feed('joint', { 'last-event-id': blr })).flatMap(({ events }) => events.map(({ stream }) => stream));
  expect(streams).toEqual([]);
});

test.each(['garbage', '~~~', '.', 'a.b.c~d', '__proto__.5', '%00', 'é', 'x.'.repeat(60_000)])(
  'a token that is none begins again: %.10s',
  async (token) => {
    expect(eventsIn(await feed('BLR', { 'last-event-id': token }))).toEqual(eventsIn(await feed('BLR')));
  },
);

test('a token tells nothing of the streams behind it', async () => {
  const token = (await feed('BLR')).filter(({ event }) => event === 'events').at(-1)?.id ?? '';
  expect(token).toMatch(/^[0-9a-f.~a-z]+$/);
  for (const word of ['BLR', 'party', 'everyone', 'RESTRICTED']) expect(token).not.toContain(word);
});

test('who reads slowly loses nothing', async () => {
  // Nothing is read for a while, then everything.
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /api/feed?as=BLR HTTP/1.1\r\nHost: localhost\r\n\r\n'));
  socket.pause();
  await markSome(200);
  const wanted = eventsIn(await feed('BLR')).length;
  let text = '';
  await new Promise<void>((resolve) => {
    socket.on('data', (piece) => {
      text += piece;
      if ((text.match(/"type":/g) ?? []).length >= wanted) resolve();
    });
    socket.resume();
  });
  socket.destroy();
  expect(text.match(/"type":/g)).toHaveLength(wanted);
});
