import { afterAll, beforeAll, expect, test } from 'vitest';
import { aNewExercise, anOpenLive, type Opened, takenAway, workDone } from './a-live-exercise.ts';
import { apiOf } from './api.ts';

let opened: Opened;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  opened = await anOpenLive(await aNewExercise(), { runs: 2 });
  api = apiOf(opened.live);
  await workDone(opened.live);
}, 60_000);
afterAll(async () => {
  await opened.closed();
  takenAway(opened.folder);
});

const get = async (path: string) => {
  const response = await api.request(path);
  return { status: response.status, text: await response.text() };
};
const post = async (path: string, body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) => {
  const response = await api.request(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return {
    status: response.status,
    body: (await response.json()) as { readonly kind?: string; readonly key?: string; readonly problem?: { readonly key: string } },
  };
};

const mark = (id: string, more: object = {}) => ({
  id,
  type: 'MarkContact',
  by: 'HQ-BLR',
  order: { contact: id, from: 'HQ-BLR', to: 'HQ-CHN', means: 'telephone', language: 'en' },
  ...more,
});

test('the session names the readers, the user’s own first, and what is done', async () => {
  const session = JSON.parse((await get('/api/session')).text);
  expect(session).toMatchObject({ exercise: { code: 'Two Rivers', simulated: true }, director: true });
  expect(session.readers).toEqual(['all', 'BLR', 'CHN', 'BLR:excon', 'CHN:excon', 'joint', 'public']);
  expect(session.jobs.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    ['plan', 'done'],
    ['rehearse', 'done'],
  ]);
});

test('each reader gets the document that this reader may open', async () => {
  const injects = async (as: string) => JSON.parse((await get(`/api/document?as=${as}`)).text).tables.injects.length;
  expect(await injects('all')).toBe(2);
  expect(await injects('BLR:excon')).toBe(2);
  expect(await injects('BLR')).toBe(0);
  expect(await injects('joint')).toBe(0);
  expect((await get('/api/document?as=public')).status).toBe(404);
  expect((await get('/api/document?as=BLR')).text).not.toContain('CHN-P1');
});

test('the plan shows a reader the bookings and not EXCON’s certificate; the dry run is EXCON’s', async () => {
  const plan = async (as: string) => JSON.parse((await get(`/api/plan?as=${as}`)).text);
  expect((await plan('all')).objectives.length).toBeGreaterThan(0);
  expect((await plan('BLR')).objectives).toEqual([]);
  expect((await plan('BLR')).bookings).toHaveLength(3);
  expect(await plan('public')).toBeNull();
  for (const [as, isThere] of [
    ['all', true],
    ['CHN:excon', true],
    ['BLR', false],
    ['joint', false],
    ['public', false],
  ] as const)
    expect([as, JSON.parse((await get(`/api/rehearsal?as=${as}`)).text) !== null]).toEqual([as, isThere]);
});

test.each(['ZZZ', '__proto__', 'person:BLR-P1', 'BLR:', '', ' '])('reader “%s” is refused', async (reader) => {
  for (const what of ['document', 'plan', 'rehearsal', 'products/schedule.html'])
    expect((await get(`/api/${what}?as=${encodeURIComponent(reader)}`)).status).toBe(403);
});

test('a reader named twice is malformed', async () => {
  expect((await get('/api/document?as=BLR&as=CHN')).status).toBe(400);
});

test('what is not there is said so, for wrong methods too', async () => {
  expect(JSON.parse((await get('/api/nothing')).text)).toEqual({ key: 'server.noSuchAddress', values: { path: '/api/nothing' } });
  expect((await get('/api/commands')).status).toBe(404);
  expect((await api.request('/api/document', { method: 'DELETE' })).status).toBe(404);
});

test.each([
  ['half a text', '{"a":', 400],
  ['nothing', '', 400],
  ['null', 'null', 400],
  ['a list', '[]', 400],
  ['no identifier', mark('x'), 400],
  ['half a character in the identifier', mark('half-\ud800-one'), 400],
  ['an identifier of the system', mark('play/1/HQ-BLR/1'), 400],
  ['an unknown type', mark('client-type', { type: 'DropEverything' }), 400],
  ['a type of every object', mark('client-type', { type: 'constructor' }), 400],
  ['an unknown field', mark('client-more', { more: 1 }), 400],
  ['a broken version', mark('client-version', { expected: 0.5 }), 400],
  ['an order of another form', mark('client-order', { order: { contact: 7 } }), 400],
  ['endless nesting', `{"id":"client-deep","type":"MarkContact","by":"HQ-BLR","order":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, 400],
  ['too much', mark('client-large', { by: 'x'.repeat(5 << 20) }), 413],
  ['the system’s own order', { id: 'client-system', type: 'AdoptDocument', by: 'system', order: { files: [] } }, 400],
])('an order that is %s is answered as malformed', async (_what, body, status) => {
  const answer = await post('/api/commands', body);
  expect(answer.status).toBe(status);
  expect(answer.body.key).toMatch(/^server\.(malformed|tooLarge)$/);
});

test('an order must be JSON and say so', async () => {
  expect((await post('/api/commands', mark('client-plain'), { 'content-type': 'text/plain' })).status).toBe(415);
});

test('the same order again has the same outcome, and is done once; another under its identifier is refused', async () => {
  expect(await post('/api/commands', mark('client-0001'))).toEqual({ status: 200, body: { kind: 'accepted' } });
  expect(await post('/api/commands', mark('client-0001'))).toEqual({ status: 200, body: { kind: 'accepted' } });
  const other = await post('/api/commands', mark('client-0001', { by: 'HQ-CHN' }));
  expect(other).toMatchObject({ status: 200, body: { kind: 'refused', problem: { key: 'log.commandIdReused' } } });
  const marks = [...opened.live.feed({ kind: 'all' }).since(undefined)].flatMap(({ message }) => message.events);
  expect(marks.filter(({ type, payload }) => type === 'ContactMarked' && JSON.stringify(payload).includes('client-0001'))).toHaveLength(1);
});

test('a refusal is an outcome, kept like any other', async () => {
  const order = { id: 'client-0002', type: 'FinishSerial', by: 'CONTROLLER-1', order: { serial: 'S-1' } };
  const refusal = await post('/api/commands', order);
  expect(refusal).toMatchObject({ status: 200, body: { kind: 'refused', problem: { key: 'conduct.serialNotRunning' } } });
  expect(await post('/api/commands', order)).toEqual(refusal);
  expect(await post('/api/commands', { ...order, id: 'client-0003', by: 'NOBODY' })).toMatchObject({ body: { kind: 'refused' } });
});

test('play that is not there is not steered', async () => {
  expect(await post('/api/play', { step: true })).toMatchObject({ status: 403, body: { key: 'server.notSimulated' } });
  expect((await post('/api/play', { speed: -1 })).status).toBe(400);
  expect((await post('/api/play', '{"speed":1e999}')).status).toBe(400);
});

test('products are made for a reader, in a language, and run no script', async () => {
  const response = await api.request('/api/products/schedule.html?as=BLR&lang=fr');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toContain('lang="fr"');
  expect((await get('/api/products/schedule.exe?as=BLR')).status).toBe(404);
  expect((await get('/api/products/schedule.html?as=BLR&lang=__proto__')).status).toBe(404);
  expect((await get('/api/products/day.html?as=BLR&day=2030-06-31')).status).toBe(404);
  expect((await get('/api/products/annex.html?as=public')).status).toBe(404);
});

test('the interface describes itself', async () => {
  const { status, text } = await get('/api/openapi.json');
  expect(status).toBe(200);
  expect(Object.keys(JSON.parse(text).paths)).toEqual(
    expect.arrayContaining(['/api/session', '/api/document', '/api/commands', '/api/play']),
  );
});
