import { expect, test } from 'vitest';
import { isProblem } from '../../kernel/index.ts';
import { aMatter, type Document, productOf } from '../../products/index.ts';
import { htmlOf } from './index.ts';

const document = (kind: 'aar' | 'eeg' | 'msel', reader: string): Document => {
  const made = productOf(kind, aMatter(reader), 'en');
  if (isProblem(made)) throw new Error(made.key);
  return made;
};
const hostile = '</p><script>alert("x")</script>&';

test('a page stands alone: no script, nothing fetched, and a policy that forbids both', () => {
  const page = htmlOf(document('aar', 'joint'), 'SIMULATED');
  expect(page).not.toMatch(/<script|<link|<img|\bon[a-z]+=|url\(|@import/i);
  expect(page.match(/https?:\/\/[^"]+/g)?.filter((address) => address !== 'http://www.w3.org/2000/svg') ?? []).toEqual([]);
  expect(page).toContain("default-src 'none'");
});

test('a page opens and closes with the marking, and says that it is simulated', () => {
  const { marking, ...rest } = document('msel', 'BLR:excon');
  const page = htmlOf({ marking, ...rest }, 'SIMULATED');
  expect(page.split(marking.exercise)).toHaveLength(3);
  expect(page.indexOf('<header class="marking">')).toBeLessThan(page.indexOf('<h1>'));
  expect(page.lastIndexOf('<footer class="marking">')).toBeGreaterThan(page.lastIndexOf('</main>'));
  expect(page).toContain('<p class="simulated">SIMULATED</p>');
  expect(htmlOf({ marking, ...rest, simulated: false }, 'SIMULATED')).not.toContain('class="simulated"');
});

test('what somebody wrote is never markup', () => {
  const given = document('eeg', 'CHN');
  const blocks: Document['blocks'] = [
    { kind: 'heading', level: 2, text: hostile, portion: hostile },
    { kind: 'paragraph', line: [hostile, { text: hostile, style: 'id' }, { text: hostile, style: 'box' }] },
    { kind: 'list', ordered: true, items: [hostile] },
    { kind: 'table', caption: hostile, columns: [{ title: hostile }], rows: [[{ line: hostile, tone: 'bad', span: 1 }]] },
    { kind: 'facts', rows: [{ term: hostile, value: hostile }] },
    { kind: 'note', tone: 'warn', line: hostile },
    { kind: 'form', rows: [{ label: hostile, choices: [hostile], lines: 1 }] },
    {
      kind: 'chart',
      caption: hostile,
      basis: hostile,
      chart: { kind: 'bars', unit: hostile, rows: [{ label: hostile, value: 1, note: hostile }] },
    },
  ];
  const page = htmlOf(
    { ...given, title: hostile, subtitle: hostile, basis: hostile, marking: { exercise: hostile, label: hostile }, blocks },
    hostile,
  );
  expect(page).not.toContain('<script>');
});

test('a line feed in a text breaks the line', () => {
  const given = document('eeg', 'CHN');
  const page = htmlOf({ ...given, blocks: [{ kind: 'paragraph', line: ['one\ntwo', { text: 'three\nfour', style: 'muted' }] }] }, '');
  expect(page).toContain('<p>one<br>two<small>three<br>four</small></p>');
});

test('an identifier is kept in one piece, and stays the text that it is', () => {
  const page = htmlOf({ ...document('aar', 'joint'), blocks: [{ kind: 'paragraph', line: 'CD-1, DR-FOREST & mid-term' }] }, 'SIMULATED');
  expect(page).toContain('<span class="id">CD-1</span>, <span class="id">DR-FOREST</span> &amp; mid-term');
});
