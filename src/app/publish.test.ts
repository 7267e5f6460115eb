import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Assessment } from '../assess/index.ts';
import { Malformed, utf8 } from '../kernel/index.ts';
import { fileOf, smallFiles, smallFolder, smallLogFile, smallLogLines } from './a-published-log.ts';
import { assessLog } from './assess.ts';
import { type SourceFile, sourceFile } from './document.ts';
import { publishProduct } from './publish.ts';
import { type ProductName, type ProductSource, productNames } from './use-cases.ts';

const fromFolder = ['schedule', 'day', 'msel', 'eeg', 'communique'] as const satisfies readonly ProductName[];

const publish = async (
  source: ProductSource,
  product: ProductName,
  reader: string,
  more: { readonly format?: 'html' | 'ics'; readonly day?: string; readonly language?: 'en' | 'zh' } = {},
) =>
  (
    await publishProduct({
      product,
      source,
      reader,
      language: more.language ?? 'en',
      format: more.format ?? 'html',
      ...(more.day === undefined ? {} : { day: more.day }),
    })
  ).content;
const log = (logFile: string): ProductSource => ({ kind: 'log', logFile });
const folder = async (files: readonly SourceFile[]): Promise<ProductSource> => ({ kind: 'document', ...(await smallFolder(files)) });

async function problemsOf(made: Promise<unknown>): Promise<readonly string[]> {
  try {
    await made;
    return [];
  } catch (error) {
    if (error instanceof Malformed) return error.problems.map(({ key }) => key);
    throw error;
  }
}

test('from a folder: nothing in folders that a reader may not open changes a byte of any product, not even a fault there', async () => {
  const files = smallFiles();
  const others = smallFiles({ CHN: 'Something else', excon: 'Another story' });
  const broken = files.map((file) =>
    /^(excon|parties\/CHN)\//.test(file.path) ? sourceFile(file.path, utf8('serials: {S-1: [}\nnames: ]')) : file,
  );
  const [before, after, faulty] = [await folder(files), await folder(others), await folder(broken)];
  for (const reader of ['BLR', 'joint', 'public']) {
    for (const product of fromFolder) {
      const expected = await publish(before, product, reader);
      expect(await publish(after, product, reader), `${product} ${reader}`).toBe(expected);
      expect(await publish(faulty, product, reader), `${product} ${reader}`).toBe(expected);
    }
    expect(await publish(after, 'schedule', reader, { format: 'ics' })).toBe(await publish(before, 'schedule', reader, { format: 'ics' }));
  }
});

test('from a log: nothing in streams that a reader may not read changes a byte of any product', async () => {
  const before = log(await smallLogFile());
  const secret = {
    minute: 4000,
    stream: 'CONFIDENTIAL/CHN/MEDICAL/party:CHN',
    type: 'NoDuffDetailsRecorded',
    payload: { alert: 'a', party: 'CHN', text: 'x' },
  };
  const after = log(await smallLogFile({ secrets: { CHN: 'Something else', excon: 'Another story' }, more: [secret] }));
  for (const reader of ['BLR', 'joint', 'public']) {
    for (const product of productNames) {
      if (product === 'annex' && reader !== 'BLR') continue;
      expect(await publish(after, product, reader), `${product} ${reader}`).toBe(await publish(before, product, reader));
    }
  }
});

test('joint reports are the same bytes for each party, from the whole log and from each party’s own', async () => {
  const whole = log(await smallLogFile());
  const own = {
    BLR: log(await smallLogFile({ reader: 'BLR' })),
    CHN: log(await smallLogFile({ reader: 'CHN' })),
    joint: log(await smallLogFile({ reader: 'joint' })),
  };
  for (const product of ['aar', 'fir'] as const) {
    const expected = await publish(whole, product, 'joint');
    for (const reader of ['BLR', 'CHN', 'BLR:excon', 'all']) expect(await publish(whole, product, reader), reader).toBe(expected);
    for (const reader of ['BLR', 'CHN', 'joint'] as const) expect(await publish(own[reader], product, reader), reader).toBe(expected);
  }
});

test('a product for a party is the same from the whole log and from the log that the party was given', async () => {
  const [whole, own] = [log(await smallLogFile()), log(await smallLogFile({ reader: 'CHN' }))];
  for (const product of productNames) expect(await publish(own, product, 'CHN'), product).toBe(await publish(whole, product, 'CHN'));
});

test('a log for a reader who may not open the release policy holds what that reader’s products need', async () => {
  const [whole, own] = [log(await smallLogFile()), log(await smallLogFile({ reader: 'public' }))];
  for (const product of productNames) {
    if (product === 'annex') continue;
    expect(await publish(own, product, 'public'), product).toBe(await publish(whole, product, 'public'));
  }
  expect(await publish(own, 'fir', 'public')).toContain('Nothing of the conduct is released to this reader');
  expect(await problemsOf(publish(own, 'schedule', 'BLR'))).toEqual(['product.logOfAnother']);
});

const persons = sourceFile(
  'parties/BLR/persons.yaml',
  utf8(`class: 'RESTRICTED/BLR/PERSONAL/party:BLR'
persons:
  P-1: { party: BLR, name: One, holds: [{ post: CTRL }] }
  P-2: { party: BLR, name: Two, holds: [{ post: LEAD-B }] }
`),
);
const takes = (type: 'PostTaken' | 'PostLeft', post: string, record: string, minute: number) => ({
  minute,
  stream: 'RESTRICTED/BLR/PERSONAL/party:BLR',
  type,
  payload: { post, record },
});

test('a person’s own log is read for the person, though the file that tells of persons is not in it', async () => {
  const progress = () => {};
  const [whole, own] = [await smallLogFile({ files: [persons] }), await smallLogFile({ files: [persons], reader: 'person:P-1' })];
  const asWhole = await assessLog(whole, { progress, reader: 'person:P-1' });
  expect((asWhole.json as Assessment).counts.serials).toBeGreaterThan(0);
  expect(await assessLog(own, { progress })).toEqual(asWhole);
  expect(await publish(log(own), 'msel', 'person:P-1')).toBe(await publish(log(whole), 'msel', 'person:P-1'));
  expect(await problemsOf(publish(log(own), 'msel', 'person:P-2'))).toEqual(['release.unknownReader']);
});

test('a person reads by the posts held at the end of the log, not by those the document names', async () => {
  const files = [persons];
  const before = log(await smallLogFile({ files }));
  const after = log(await smallLogFile({ files, more: [takes('PostLeft', 'CTRL', 'P-1', 6000), takes('PostTaken', 'CTRL', 'P-2', 6001)] }));
  expect(await publish(before, 'msel', 'person:P-1')).toContain('The order is changed.');
  expect(await publish(before, 'msel', 'person:P-2')).not.toContain('The order is changed.');
  expect(await publish(after, 'msel', 'person:P-1')).not.toContain('The order is changed.');
  expect(await publish(after, 'msel', 'person:P-2')).toContain('The order is changed.');
});

test('a reader of whom a log does not hold everything is refused', async () => {
  const own = log(await smallLogFile({ reader: 'BLR' }));
  expect(await problemsOf(publish(own, 'schedule', 'all'))).toEqual(['release.allNeedsCompleteLog']);
  expect(await problemsOf(publish(own, 'schedule', 'CHN'))).toEqual(['product.logOfAnother']);
  expect(await problemsOf(publish(own, 'schedule', 'BLR:excon'))).toEqual(['product.logOfAnother']);
  expect(await problemsOf(publish(own, 'schedule', 'BRL'))).toEqual(['release.unknownReader']);
  expect(await problemsOf(publish(own, 'communique', 'public'))).toEqual([]);
});

test('a broken log is refused with its problems, and so is what is none', async () => {
  const lines = await smallLogLines();
  const altered = await fileOf(lines.replace('Given late', 'Given soon'));
  expect(await problemsOf(publish(log(altered), 'aar', 'joint'))).toContain('log.payloadAltered');
  const cut = await fileOf(lines.slice(0, Math.floor(lines.length / 2)));
  expect((await problemsOf(assessLog(cut, { progress: () => {} }))).length).toBeGreaterThan(0);
  expect(await problemsOf(publish(log(await fileOf('# No log\n\nbut a text\n')), 'aar', 'joint'))).toEqual(['log.notALogFile']);
  expect(await problemsOf(publish(log(await fileOf('')), 'aar', 'joint'))).toContain('log.emptyFile');
});

test('an event whose chain holds and whose content does not is named, with its line', async () => {
  const nonsense = { minute: 9000, stream: 'RESTRICTED/BLR,CHN//everyone:', type: 'PlayedInjectReleased', payload: { to: 7 } };
  const file = await smallLogFile({ more: [nonsense] });
  const last = (await readFile(file, 'utf8')).trimEnd().split('\n').length;
  await expect(publish(log(file), 'msel', 'BLR')).rejects.toSatisfy(
    (error) => error instanceof Malformed && error.problems[0]?.key === 'product.eventUnreadable' && error.problems[0].at?.line === last,
  );
});

test('the document in a log is what its edits have made of it', async () => {
  const everyone = 'RESTRICTED/BLR,CHN//everyone:';
  const edit = {
    minute: 5000,
    stream: everyone,
    type: 'PortionEdited',
    payload: { file: 'shared/exercise.yaml', collection: 'sites', id: 'LAKE', edits: [{ path: ['name', 'en'], value: 'Lower lake' }] },
  };
  const [before, after] = [
    await publish(log(await smallLogFile()), 'schedule', 'BLR'),
    await publish(log(await smallLogFile({ more: [edit] })), 'schedule', 'BLR'),
  ];
  expect(before).not.toContain('Lower lake');
  expect(after).toContain('Lower lake');
});

test('an edit that a reader may not read leaves the reader’s product as it was', async () => {
  const edit = {
    minute: 5000,
    stream: 'RESTRICTED/CHN//party:CHN',
    type: 'PortionEdited',
    payload: {
      file: 'parties/CHN/all.yaml',
      collection: 'objectives',
      id: 'TO-CHN-N',
      edits: [{ path: ['name', 'en'], value: 'Lower lake' }],
    },
  };
  const [whole, edited] = [log(await smallLogFile()), log(await smallLogFile({ more: [edit] }))];
  expect(await publish(edited, 'annex', 'BLR')).toBe(await publish(whole, 'annex', 'BLR'));
  expect(await publish(edited, 'annex', 'CHN')).toContain('Lower lake');
});

test('a log of a dry run makes products that say they are simulated', async () => {
  const real = {
    minute: 10,
    stream: 'UNCLASSIFIED/PUBLIC//public:',
    type: 'PortionEdited',
    payload: { file: 'shared/public.yaml', collection: 'exercise', id: 'exercise', edits: [{ path: ['simulated'], value: false }] },
  };
  expect(await publish(log(await smallLogFile({ more: [real] })), 'fir', 'joint')).not.toContain('class="simulated"');
  expect(await publish(log(await smallLogFile({ more: [real], origin: 'dry-run' })), 'fir', 'joint')).toContain('class="simulated"');
});

test('assess reads a log for its own reader unless told otherwise', async () => {
  const progress = () => {};
  const [whole, own] = [await smallLogFile(), await smallLogFile({ reader: 'CHN' })];
  const readers = async (file: string, reader?: string) =>
    ((await assessLog(file, { progress, ...(reader === undefined ? {} : { reader }) })).json as Assessment).reader;
  expect([await readers(whole), await readers(own), await readers(whole, 'joint')]).toEqual(['all', 'CHN', 'joint']);
  expect((await assessLog(own, { progress })).json).toEqual((await assessLog(whole, { reader: 'CHN', progress })).json);
});

test('what no label is taken from no figure rests on', async () => {
  const bare = {
    minute: 4000,
    stream: 'CONFIDENTIAL/CHN/MEDICAL/party:CHN',
    type: 'NoDuffDetailsRecorded',
    payload: { alert: 'a', party: 'CHN', text: 'x' },
  };
  const taken = {
    minute: 4001,
    stream: 'CONFIDENTIAL/CHN/PERSONAL/party:CHN',
    type: 'PostTaken',
    payload: { post: 'LEAD-C', record: 'r' },
  };
  const figures = async (file: string) => {
    const { basis, ...rest } = (await assessLog(file, { reader: 'CHN', progress: () => {} })).json as Assessment;
    expect(basis.events).toBeGreaterThan(0);
    return rest;
  };
  const [without, withThem] = [await smallLogFile(), await smallLogFile({ more: [bare, taken] })];
  expect(await figures(withThem)).toEqual(await figures(without));
  expect(await publish(log(withThem), 'annex', 'CHN')).not.toContain('MEDICAL');
});

test('a day outside the exercise, a calendar of what is none, and a plan of another exercise are refused', async () => {
  const source = await folder(smallFiles());
  expect(await problemsOf(publish(source, 'day', 'BLR', { day: '2024-08-01' }))).toEqual(['product.noSuchDay']);
  expect(await problemsOf(publish(source, 'msel', 'BLR', { format: 'ics' }))).toEqual(['product.noCalendar']);
  expect(await problemsOf(publish(source, 'aar', 'BLR'))).toEqual(['product.needsLog']);
  if (source.kind !== 'document') throw new Error('no folder');
  const plan = await readFile(source.planFile, 'utf8');
  await writeFile(source.planFile, plan.replace('TEST-2024', 'OTHER-2024'));
  expect(await problemsOf(publish(source, 'schedule', 'BLR'))).toEqual(['product.planOfAnother']);
});

test('a fault in what a reader may open is told as check tells it', async () => {
  const source = await folder(smallFiles());
  if (source.kind !== 'document') throw new Error('no folder');
  await appendFile(join(source.directory, 'shared', 'exercise.yaml'), '\nnonsense: 1\n');
  expect(await problemsOf(publish(source, 'schedule', 'BLR'))).toContain('document.unknownCollection');
});
