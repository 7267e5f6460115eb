import { expect, test } from 'vitest';
import { isProblem } from '../../kernel/index.ts';
import { aMatter, type Document, type ProductKind, productOf } from '../../products/index.ts';
import { pdfOf } from './index.ts';
import { literal, typstOf } from './typst-source.ts';

const document = (kind: ProductKind, reader: string, language: 'en' | 'zh' | 'ru' = 'en'): Document => {
  const made = productOf(kind, aMatter(reader), language);
  if (isProblem(made)) throw new Error(made.key);
  return made;
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
// A page tree says how many pages hang below it; the root's count is the largest.
const pagesOf = (bytes: Uint8Array): number => Math.max(...[...text(bytes).matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));

test.each([
  ['aar', 'joint', 'ru'],
  ['annex', 'CHN', 'zh'],
  ['schedule', 'BLR', 'en'],
  ['day', 'CHN', 'zh'],
  ['msel', 'BLR:excon', 'ru'],
  ['communique', 'public', 'en'],
] as const)('%s for %s in %s is set in pages', async (kind, reader, language) => {
  const pdf = await pdfOf(document(kind, reader, language), 'SIMULATED');
  expect(text(pdf).startsWith('%PDF-')).toBe(true);
  expect(pagesOf(pdf)).toBeGreaterThan(0);
});

test('each EEG sheet begins a page of its own', async () => {
  expect(pagesOf(await pdfOf(document('eeg', 'CHN'), 'SIMULATED'))).toBe(3);
});

test('the same product gives the same bytes', async () => {
  const [one, other] = [await pdfOf(document('fir', 'joint'), 'S'), await pdfOf(document('fir', 'joint'), 'S')];
  expect(Buffer.compare(one, other)).toBe(0);
});

test('what somebody wrote is never markup', async () => {
  const hostile = '#panic("x") \\ "quoted" $x$ *a* _b_ `c` @d <e> [f] // g\n#read("/etc/hosts")';
  const given = document('communique', 'public');
  const blocks: Document['blocks'] = [
    { kind: 'heading', level: 2, text: hostile, portion: hostile },
    { kind: 'paragraph', line: [hostile, { text: hostile, style: 'code' }, { text: hostile, style: 'box' }] },
    { kind: 'list', ordered: false, items: [hostile] },
    { kind: 'table', caption: hostile, columns: [{ title: hostile, width: 1 }], rows: [[{ line: hostile, tone: 'good' }]] },
    { kind: 'facts', rows: [{ term: hostile, value: hostile }] },
    { kind: 'note', tone: 'info', line: hostile },
    { kind: 'form', rows: [{ label: hostile, choices: [hostile], lines: 2 }] },
    { kind: 'chart', caption: hostile, basis: hostile, chart: { kind: 'bars', unit: hostile, rows: [{ label: hostile, value: 1 }] } },
  ];
  expect(pagesOf(await pdfOf({ ...given, title: hostile, subtitle: hostile, blocks }, hostile))).toBe(1);
  expect(literal('a"b\\c\nd')).toBe('"a\\"b\\\\c\\nd"');
});

test('an empty table and an empty list are set without a slip', async () => {
  const given = document('communique', 'public');
  const blocks: Document['blocks'] = [
    { kind: 'table', columns: [{ title: 'A' }], rows: [] },
    { kind: 'list', ordered: true, items: [] },
    { kind: 'facts', rows: [] },
    { kind: 'pageBreak' },
  ];
  expect(pagesOf(await pdfOf({ ...given, blocks }, ''))).toBe(1);
});

test('pictures are handed over beside the source', () => {
  const { source, pictures } = typstOf(document('schedule', 'BLR'), '', () => '<svg/>');
  expect(pictures.length).toBeGreaterThan(1);
  for (const { path } of pictures) expect(source).toContain(`#image("${path}"`);
});
