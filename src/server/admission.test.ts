// Who acts in a real exercise: a person who was admitted by a link, in the posts that this person holds, and nobody else.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useCases } from '../app/index.ts';
import { aNewExercise, anOpenLive, type Opened, takenAway, workDone } from './a-live-exercise.ts';
import { type Listener, listen } from './listen.ts';

let opened: Opened;
let listener: Listener;
beforeAll(async () => {
  const folder = await aNewExercise();
  const file = join(folder, 'exercise', 'shared/exercise.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('simulated: true', 'simulated: false'));
  opened = await anOpenLive(folder);
  listener = await listen(opened.live, { port: 0, webFolder: join(folder, 'web') });
  await workDone(opened.live);
}, 60_000);
afterAll(async () => {
  await listener.close();
  await opened.closed();
  takenAway(opened.folder);
});

type Body = { readonly key?: string; readonly kind?: string; readonly readers?: readonly string[]; readonly self?: unknown };
const call = async (path: string, { cookie = '', body, headers = {} }: { cookie?: string; body?: unknown; headers?: object } = {}) => {
  const response = await fetch(`${listener.address}api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, set: response.headers.get('set-cookie'), body: (await response.json().catch(() => ({}))) as Body };
};
const join1 = async (code: string) => call('join', { body: { code } });
const admitted = async (person: string): Promise<string> => {
  const { set } = await join1(await opened.live.admit(person));
  return set?.split(';')[0] ?? '';
};
let count = 0;
const order = (type: string, by: string, fields: object) => ({ id: `client-${++count}-abcdef`, type, by, order: fields });
const contact = (by: string) => order('MarkContact', by, { contact: `c-${count}`, from: by, to: 'HQ-CHN', means: 'radio', language: 'en' });
const stop = (by: string) => order('CallStop', by, { stop: `stop-${count}`, site: 'SITE-1' });
const noDuff = (by: string) => order('RaiseNoDuff', by, { alert: `alert-${count}`, site: 'SITE-1', kind: 'casualty', drill: false });

test('who is not known sees what the public may and gives no order, not even under a key of somebody’s making', async () => {
  for (const cookie of ['', `entente-${new URL(listener.address).port}=${'A'.repeat(24)}`, 'entente-80=../../log.sqlite']) {
    expect((await call('session', { cookie })).body).toMatchObject({ readers: ['public'], self: null, director: false });
    expect((await call('session', { cookie })).body).toMatchObject({ exercise: { code: '', names: {}, languages: [] } });
    expect(await (await fetch(listener.address, { headers: { cookie } })).text()).not.toContain('Two Rivers');
    expect((await call('document?as=all', { cookie })).status).toBe(403);
    for (const body of [contact('HQ-BLR'), noDuff('HQ-BLR'), { ...contact('system') }])
      expect(await call('commands', { cookie, body })).toMatchObject({ status: 403, body: { key: 'server.notAdmitted' } });
  }
});

test('a link is good once, for one browser, which no script of another page can use', async () => {
  const code = await opened.live.admit('BLR-P6');
  const [one, other] = await Promise.all([join1(code), join1(code)]);
  expect([one.status, other.status].toSorted()).toEqual([200, 403]);
  expect((one.set ?? other.set)?.replace(/=[\w-]{24};/, '=…;')).toMatch(
    /^entente-\d+=…; Path=\/api; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
  );
  expect((await join1(code)).body.key).toBe('server.codeNotGood');
  // What lies in the data folder lets nobody in.
  const kept = readdirSync(join(opened.folder, 'data/admissions')).map((name) => name.replace('.json', ''));
  for (const name of kept) expect((await join1(name.slice(0, 24))).status).toBe(403);
});

test('a person acts in the posts that this person holds and sees what this person reads', async () => {
  const cookie = await admitted('BLR-P6');
  const session = await call('session', { cookie });
  expect(session.body).toMatchObject({ readers: ['person:BLR-P6', 'joint', 'public'], self: { person: 'BLR-P6', posts: ['HQ-BLR'] } });
  expect((await call('commands', { cookie, body: contact('HQ-BLR') })).body).toEqual({ kind: 'accepted' });
  for (const by of ['HQ-CHN', 'CHIEF-CONTROLLER', 'system', 'nobody'])
    expect(await call('commands', { cookie, body: contact(by) })).toMatchObject({ status: 403, body: { key: 'server.notYourPost' } });
  expect((await call('document?as=CHN', { cookie })).status).toBe(403);
  expect(JSON.stringify((await call('document?as=person:BLR-P6', { cookie })).body)).not.toContain('CHN-P1');
  expect((await call('plan', { cookie })).body).toMatchObject({ objectives: [] });
  expect((await call('play', { cookie, body: { step: true } })).status).toBe(403);
});

test('STOP and NO DUFF are never refused to anyone who is known, whatever post they are raised under', async () => {
  const cookie = await admitted('CHN-P6');
  for (const body of [stop('HQ-CHN'), noDuff('HQ-BLR'), stop('a post that is none')])
    expect((await call('commands', { cookie, body })).body).toEqual({ kind: 'accepted' });
});

test('nobody gives oneself a post; who may give posts does, and what it lets read is there at once and gone at once', async () => {
  const player = await admitted('BLR-P6');
  const take = (by: string, type = 'TakePost') => order(type, by, { post: 'EVAL-BLR', record: 'BLR-P6' });
  expect((await call('commands', { cookie: player, body: take('HQ-BLR') })).body.key).toBe('server.notYoursToGive');
  const director = await admitted('BLR-P1');
  expect((await call('commands', { cookie: director, body: take('CO-DIRECTOR-BLR') })).body).toEqual({ kind: 'accepted' });
  expect((await call('session', { cookie: player })).body.self).toEqual({ person: 'BLR-P6', posts: ['EVAL-BLR', 'HQ-BLR'] });
  // A feed that is open when the post is left ends before anything more is told.
  const feed = await fetch(`${listener.address}api/feed?as=person:BLR-P6`, { headers: { cookie: player } });
  const told = feed.text();
  expect((await call('commands', { cookie: director, body: take('CO-DIRECTOR-BLR', 'LeavePost') })).body).toEqual({ kind: 'accepted' });
  expect(await told).toMatch(/event: changed\ndata: \{"what":"document"\}\n\n$/);
  expect((await call('session', { cookie: player })).body.self).toEqual({ person: 'BLR-P6', posts: ['HQ-BLR'] });
});

test('what was taken back is good no more, and an open feed ends', async () => {
  const cookie = await admitted('CHN-P3');
  const unused = await opened.live.admit('CHN-P3');
  const feed = await fetch(`${listener.address}api/feed?as=person:CHN-P3`, { headers: { cookie } });
  const told = feed.text();
  const admit = await useCases.admit();
  const { json } = await admit(join(opened.folder, 'data'), { person: 'CHN-P3', withdraw: true });
  expect(json).toEqual({ ok: true, person: 'CHN-P3', withdrawn: 2 });
  expect(await told).toContain('event: changed');
  expect((await call('session', { cookie })).body.readers).toEqual(['public']);
  expect((await join1(unused)).status).toBe(403);
});

test.each([
  ['another site', { origin: 'http://evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:9' }],
  ['a page that hides where it is', { origin: 'null' }],
])('a key does nothing for %s', async (_what, headers) => {
  const cookie = await admitted('BLR-P6');
  expect((await call('commands', { cookie, body: contact('HQ-BLR'), headers })).status).toBe(403);
  expect((await call('join', { body: { code: 'x' }, headers })).status).toBe(403);
});

test('a link is made only for a person of the document, and only where nobody is director', async () => {
  await expect(opened.live.admit('BLR-P66')).rejects.toMatchObject({
    problems: [{ key: 'app.noSuchPerson', maybe: { values: { person: 'BLR-P6' } } }],
  });
});
