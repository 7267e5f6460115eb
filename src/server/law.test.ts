// The law of release over every way out of the server: what BLR and the public are answered does not change with what stands under `parties/CHN/` and
// `excon/`, nor with what happens there. The ways are taken from the router, so that a new one is not forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productFormats, productNames } from '../app/index.ts';
import { aNewExercise, anOpenLive, type Opened, takenAway, workDone } from './a-live-exercise.ts';
import { apiOf } from './api.ts';
import { type Listener, listen } from './listen.ts';

type Asked = { readonly path: string; readonly body?: unknown };

const query = (as: string | null, more = '') =>
  as === null && more === '' ? '' : `?${as === null ? '' : `as=${encodeURIComponent(as)}`}${more}`;
const view = (path: string) => (as: string | null) => [{ path: `${path}${query(as)}` }];
/** Who asks as nobody in particular asks as the first of the readers, which is asked for by name too. */
const products = (as: string | null): readonly Asked[] =>
  as === null
    ? []
    : [
        ...productNames.flatMap((name) =>
          productFormats
            // A PDF is made of the same content as the page of the same name.
            .filter((format) => format !== 'pdf' || name === 'schedule')
            .map((format) => `${name}.${format}${query(as)}`),
        ),
        ...['&day=2030-06-04&lang=ru', '&day=2031-06-04', '&day=no-day', '&lang=xx'].map((more) => `day.html${query(as, more)}`),
        `nothing.html${query(as)}`,
      ].map((path) => ({ path: `products/${path}` }));

let count = 0;
const order = (type: string, by: string, fields: object): Asked => ({
  path: 'commands',
  body: { id: `client-${++count}-abcdef`, type, by, order: fields },
});
const edit = (file: string, collection: string, id: string, field = 'note') => {
  return { file, collection, id, edits: [{ path: [field], value: 'x' }] };
};
/** Orders that name what another party or EXCON has, or what nobody has: `%` stands for a part of the name. */
const naming: readonly ((of: string) => Asked)[] = [
  ...['CallInject', 'ReleaseInject', 'ReportInjectSet', 'ReportInjectPlayed', 'AskInjectReview'].map(
    (type) => (of: string) => order(type, 'HQ-BLR', { inject: `INJ-${of}` }),
  ),
  (of) => order('SetInjectStatus', 'HQ-BLR', { inject: `INJ-${of}`, status: 'obsolete' }),
  (of) => order('ReportExpectedAction', 'HQ-BLR', { inject: `INJ-${of}`, outcome: 'other' }),
  (of) => order('ReviewInject', 'HQ-BLR', { review: `INJ-${of}`, decision: 'refused' }),
  (of) => order('ReadDelivery', 'HQ-BLR', { delivery: `INJ-${of}` }),
  (of) => order('ErasePerson', 'HQ-BLR', { person: `CHN-P${of}` }),
  (of) => order('TakePost', 'HQ-BLR', { post: 'HQ-BLR', record: `CHN-P${of}` }),
  (of) => order('EditPortion', 'HQ-BLR', edit('parties/CHN/persons.yaml', 'persons', `CHN-P${of}`)),
  (of) => order('EditPortion', 'HQ-BLR', edit('excon/scenario.yaml', 'injects', `INJ-${of}`)),
  (of) => order('EditPortion', 'HQ-BLR', edit(`parties/CHN/${of === '1' ? 'persons' : 'persona'}.yaml`, 'persons', 'CHN-P1')),
  (of) => order('EditPortion', 'HQ-BLR', edit(`excon/${of === '1' ? 'scenario' : 'scenarii'}.yaml`, 'injects', 'INJ-1')),
  (of) => order('EditPortion', 'HQ-BLR', edit('parties/BLR/persons.yaml', 'persons', `CHN-P${of}`)),
  (of) => order('AgreeFinding', 'HQ-BLR', { finding: `FIND-${of}` }),
  (of) => order('CommentFinding', 'HQ-BLR', { finding: `FIND-${of}`, text: 'Yes.', language: 'en' }),
  (of) => order('AcknowledgeMessage', 'HQ-BLR', { message: `MSG-${of}` }),
  (of) => order('AnswerRequest', 'HQ-BLR', { request: `REQ-${of}`, text: 'Yes.', language: 'en' }),
];
const marked = (by: string) => order('MarkContact', by, { contact: `mark-${++count}`, from: by, to: 'HQ-CHN', means: 'radio' });

/** What is asked of each route; the feed, which is none of the router's, is listened to all the while. */
const ways: Readonly<Record<string, (as: string | null) => readonly Asked[]>> = {
  'GET /api/session': view('session'),
  'GET /api/document': view('document'),
  'GET /api/plan': view('plan'),
  'GET /api/planning': view('planning'),
  'GET /api/rehearsal': view('rehearsal'),
  'GET /api/products/:file': products,
  'GET /api/openapi.json': view('openapi.json'),
  'POST /api/commands': () => [...naming.flatMap((way) => [way('1'), way('9')]), marked('HQ-BLR'), marked('HQ-CHN'), marked('nobody')],
  'POST /api/join': () => ['', 'CHN-P1', 'A'.repeat(24)].map((code) => ({ path: 'join', body: { code } })),
  'POST /api/play': () => [{ path: 'play', body: { step: true } }],
};

const hidden: Readonly<Record<string, (text: string) => string>> = {
  'parties/CHN/persons.yaml': (text) =>
    `${text.replaceAll('name: CHN', 'name: Somebody of').replaceAll('CHN-P', 'CHN-Q')}objectives:\n  CHN-TO-2:\n    party: CHN\n    name: { en: Our own }\n    task: joint-search\n    condition: { source: en, texts: { en: Here. } }\n    standard: { source: en, texts: { en: Well. } }\n`,
  'excon/scenario.yaml': (text) => {
    const changed = text.replaceAll('A hiker is overdue.', 'Two hikers are overdue.').replaceAll('INJ-', 'INJECT-');
    const inject = changed.slice(changed.indexOf('  INJECT-2:'));
    return `${changed}${inject.replaceAll('INJECT-2', 'INJECT-3').replaceAll('"2"', '"3"')}`;
  },
  'excon/assumptions.yaml': (text) => text.replaceAll('mode: 3', 'mode: 4'),
};

type World = Opened & { readonly listener: Listener; readonly cookies: ReadonlyMap<string, string> };

/** A served exercise that the public reads a little of, in which nobody need agree to edits; `isOther`: with all that is hidden changed. */
async function aWorld(isOther: boolean, isSimulated: boolean): Promise<World> {
  const folder = await aNewExercise();
  const change = (path: string, to: (text: string) => string): void => {
    const file = join(folder, 'exercise', path);
    const before = readFileSync(file, 'utf8');
    expect(to(before)).not.toBe(before);
    writeFileSync(file, to(before));
  };
  if (!isSimulated) change('shared/exercise.yaml', (text) => text.replace('simulated: true', 'simulated: false'));
  change('shared/release.yaml', (text) => text.replace(/^ {2}AG-DOCUMENT:\n(?: {4}.*\n)+/m, ''));
  for (const [path, to] of Object.entries(isOther ? hidden : {})) change(path, to);
  const opened = await anOpenLive(folder, { runs: isSimulated ? 2 : 0 });
  const listener = await listen(opened.live, { port: 0, webFolder: join(folder, 'web') });
  await workDone(opened.live);
  const cookies = new Map<string, string>();
  if (!isSimulated) {
    const body = JSON.stringify({ code: await opened.live.admit('BLR-P6') });
    const joined = await fetch(`${listener.address}api/join`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    cookies.set('BLR-P6', joined.headers.get('set-cookie')?.split(';')[0] ?? '');
  }
  return { ...opened, listener, cookies };
}

async function ended({ listener, closed, folder }: World): Promise<void> {
  await listener.close();
  await closed();
  takenAway(folder);
}

/** Instants of the wall and what a connection says of itself: all else must be the same. */
const withoutTime = (text: string) =>
  text
    .replace(/"(time|now|since)":\d+/g, '"$1":0')
    .replace(/DTSTAMP:\w+/g, '')
    .replace(/localhost:\d+|entente-\d+/g, '');
const ofConnection = new Set(['date', 'keep-alive', 'connection']);

async function answer({ listener, cookies }: World, { path, body }: Asked, who: string | null): Promise<string> {
  const response = await fetch(`${listener.address}api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie: who === null ? '' : (cookies.get(who) ?? ''),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const headers = [...response.headers].filter(([name]) => !ofConnection.has(name));
  return withoutTime(`${response.status} ${JSON.stringify(headers)} ${await response.text()}`);
}

/** Everything that a feed says until it tells of the contact, but the clock's ticks, which the wall counts. */
async function fed({ listener, cookies }: World, as: string, who: string | null, contact: string): Promise<string> {
  const leaving = new AbortController();
  const headers = { cookie: who === null ? '' : (cookies.get(who) ?? '') };
  const response = await fetch(`${listener.address}api/feed?as=${as}`, { headers, signal: leaving.signal });
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.includes(contact)) break;
  }
  leaving.abort();
  const frames = text.split('\n\n').filter((frame) => !frame.startsWith('event: clock'));
  return withoutTime(`${response.status} ${frames.join('\n\n')}`);
}

/** What others do of which BLR may know nothing. */
const elsewhere = (): readonly Asked[] => [
  order('EditPortion', 'CO-DIRECTOR-CHN', edit('parties/CHN/persons.yaml', 'persons', 'CHN-Q1', 'contact')),
  order('SetInjectStatus', 'CHIEF-CONTROLLER', { inject: 'INJECT-2', status: 'deferred', reason: 'Later.' }),
  order('FinishSerial', 'CONTROLLER-1', { serial: 'S-1' }),
  order('ProposeFinding', 'EVAL-CHN', {
    finding: 'FIND-1',
    title: 'Ours',
    text: 'We were late.',
    language: 'en',
    strength: false,
    serials: ['S-1'],
    shownBy: [],
  }),
];

/** All that is answered: under who asks, as whom, and for what. */
async function answersOf(isOther: boolean, isSimulated: boolean): Promise<ReadonlyMap<string, string>> {
  count = 0;
  const world = await aWorld(isOther, isSimulated);
  const answers = new Map<string, string>();
  const routes = apiOf(world.live).routes.filter(({ method }) => method !== 'ALL');
  expect([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(Object.keys(ways).sort());
  const askers: readonly (readonly [string | null, readonly (string | null)[]])[] = isSimulated
    ? [[null, ['BLR', 'joint', 'public']]]
    : [
        ['BLR-P6', [null, 'person:BLR-P6', 'joint', 'public', 'all', 'CHN', 'CHN:excon', 'ZZZ', 'person:CHN-P1']],
        [null, [null, 'public', 'BLR', 'joint', 'ZZZ', 'person:CHN-P1']],
      ];
  const last = 'the-last-contact';
  const listening = isSimulated
    ? ['BLR', 'joint'].map((as) => [`${as} feed`, fed(world, as, null, last)] as const)
    : ['person:BLR-P6', 'joint'].map((as) => [`${as} feed`, fed(world, as, 'BLR-P6', last)] as const);
  for (const [way, asked] of Object.entries(ways)) {
    // The director of a simulated exercise is no reader of whom the law speaks: the views are.
    if (isSimulated && (way.startsWith('POST') || way.includes('session'))) continue;
    for (const [who, readers] of askers) {
      for (const as of way.startsWith('POST') ? [null] : readers)
        for (const one of asked(as)) answers.set(`${who} ${as} ${way} ${JSON.stringify(one)}`, await answer(world, one, who));
    }
  }
  // What happens elsewhere must leave no trace, so it happens in one of the two worlds only.
  const outcomes: string[] = [];
  for (const { body } of isOther ? elsewhere() : []) outcomes.push((await world.live.order(body as never, { kind: 'director' })).kind);
  if (isOther) expect(outcomes).toEqual(['accepted', 'accepted', 'refused', 'accepted']);
  for (const [who, readers] of askers)
    for (const as of readers)
      for (const path of ['session', 'document', 'plan', 'products/aar.html', 'products/msel.html'])
        if (!isSimulated || path !== 'session')
          answers.set(`${who} ${as} after ${path}`, await answer(world, { path: `${path}${query(as)}` }, who));
  const end = { contact: last, from: 'HQ-BLR', to: 'HQ-CHN', means: 'radio' };
  const by = isSimulated ? ({ kind: 'director' } as const) : ({ kind: 'person', id: 'BLR-P6' } as const);
  await world.live.order({ id: 'client-the-last', type: 'MarkContact', by: 'HQ-BLR', order: end }, by);
  for (const [name, text] of listening) answers.set(name, await text);
  // Who may read everything sees that the worlds differ.
  const whole = JSON.stringify([world.live.document({ kind: 'all' }), [...world.live.feed({ kind: 'all' }).since(undefined)]]);
  expect(['Somebody of', 'INJECT-3', 'We were late.'].map((hiddenText) => whole.includes(hiddenText))).toEqual(Array(3).fill(isOther));
  await ended(world);
  return answers;
}

test.each([
  ['a real exercise', false],
  ['a simulated exercise, as it is viewed', true],
])(
  'in %s no answer changes with what is hidden from who asks',
  async (_what, isSimulated) => {
    const before = await answersOf(false, isSimulated);
    const after = await answersOf(true, isSimulated);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [way, text] of after) expect([way, text]).toEqual([way, before.get(way)]);
  },
  240_000,
);

test('what is hidden and what is not there are answered alike', async () => {
  const world = await aWorld(false, false);
  for (const way of naming) {
    const [there, nowhere] = [way('1'), way('9')];
    const alike = (text: string) =>
      text
        .replaceAll(/(INJ-|CHN-P|FIND-|MSG-|REQ-)9/g, '$11')
        .replaceAll(/persona|scenarii/g, (name) => (name === 'persona' ? 'persons' : 'scenario'));
    expect([there.body, alike(await answer(world, nowhere, 'BLR-P6'))]).toEqual([there.body, await answer(world, there, 'BLR-P6')]);
  }
  await ended(world);
}, 120_000);

test('why there is no plan changes nothing for whoever does not read the certificate', async () => {
  const circle = 'lags:\n  L: { reason: Needed., first: { serials: [S-2] }, second: { serials: [S-1] } }\n';
  const closed = 'closures:\n  C: { reason: Closed., scope: { serials: [S-3] }, periods: [{ from: D 00:00, to: D+6 00:00 }] }\n';
  const told: string[][] = [];
  for (const [path, text] of [
    ['parties/CHN/planning.yaml', circle],
    ['excon/planning.yaml', closed],
  ] as const) {
    const folder = await aNewExercise();
    writeFileSync(join(folder, 'exercise', path), text);
    const { live, closed: close } = await anOpenLive(folder);
    await expect(workDone(live)).rejects.toThrow('a job has failed');
    const api = apiOf(live);
    const answers: string[] = [];
    for (const as of ['BLR', 'CHN', 'joint', 'public'])
      for (const way of ['plan', 'planning', 'rehearsal']) answers.push(await (await api.request(`/api/${way}?as=${as}`)).text());
    for (const reader of [{ kind: 'public' }, { kind: 'party', party: 'BLR', excon: false, posts: [] }] as const)
      answers.push(JSON.stringify(live.jobs(reader)));
    told.push(answers);
    await close();
    takenAway(folder);
  }
  expect(told[0]).toEqual(told[1]);
}, 60_000);
