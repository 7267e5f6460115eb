import { expect, test } from 'vitest';
import { isProblem, prettyStableJson } from '../kernel/index.ts';
import { isLanguage, languages } from '../words/index.ts';
import type { Secrets } from './a-document.ts';
import { aMatter } from './a-matter.ts';
import type { Block, Document } from './content.ts';
import { calendarOf, type ProductKind, productOf } from './product.ts';

const kinds: readonly ProductKind[] = ['aar', 'annex', 'fir', 'schedule', 'day', 'msel', 'eeg', 'communique'];
const readers = ['all', 'BLR', 'BLR:excon', 'CHN', 'joint', 'public'] as const;
const golden = (name: string) => `golden/${name}.golden.json`;
const readerOf: Readonly<Record<ProductKind, string>> = {
  aar: 'joint',
  fir: 'joint',
  annex: 'CHN',
  schedule: 'BLR',
  day: 'BLR',
  msel: 'BLR:excon',
  eeg: 'CHN',
  communique: 'public',
};

function made(
  kind: ProductKind,
  reader: string,
  options: { readonly language?: 'en' | 'fr' | 'zh' | 'ru'; readonly log?: boolean; readonly secrets?: Secrets } = {},
): Document {
  const { language = 'en', ...rest } = options;
  const found = productOf(kind, aMatter(reader, rest), language);
  if (isProblem(found)) throw new Error(found.key);
  return found;
}

const headings = (document: Document): readonly string[] =>
  document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []));
const blocksOf = <K extends Block['kind']>(document: Document, kind: K) =>
  document.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

test.each(kinds)('the content of the product %s is what it was', async (kind) => {
  await expect(prettyStableJson(made(kind, readerOf[kind]))).toMatchFileSnapshot(golden(kind));
});

test('the calendar of the schedule is what it was', async () => {
  await expect(prettyStableJson(calendarOf('schedule', aMatter('CHN'), 'zh'))).toMatchFileSnapshot(golden('calendar'));
});

test('a plain reason stands in the product’s language where the document gives it, else its own language is marked', () => {
  const withReason = (matter: ReturnType<typeof aMatter>) => {
    const [closure, ...others] = matter.exercise.closures.list;
    const list = closure === undefined ? others : [{ ...closure, reasonIn: { zh: '闸门开启' } }, ...others];
    return { ...matter, exercise: { ...matter.exercise, closures: { ...matter.exercise.closures, list } } };
  };
  const day = (language: 'en' | 'zh' | 'ru') => prettyStableJson(productOf('day', withReason(aMatter('BLR')), language));
  expect(day('en')).toContain(': The sluice is open (');
  expect(day('zh')).toContain('闸门开启');
  expect(day('ru')).toContain('The sluice is open [en]');
});

test('a day programme by stated hours says so, and speaks of no sunrise', () => {
  const { exercise, ...rest } = aMatter('BLR');
  const setting = { ...exercise.setting, statedHours: { day: { from: '05:00', to: '22:00' }, night: { from: '22:00', to: '05:00' } } };
  const day = prettyStableJson(productOf('day', { ...rest, exercise: { ...exercise, setting } }, 'en'));
  expect(day).toContain('05:00–22:00 (as agreed, not by the sun)');
  expect(day).not.toMatch(/sun(rise|set)|twilight/i);
});

test('an evaluator is given the own sheets, whoever else reads for the party all of the party’s', () => {
  const sheetsFor = (post: string) => {
    const reader = { kind: 'person', id: 'P', party: 'CHN', posts: [post], excon: false, clearance: 'RESTRICTED', caveats: [] } as const;
    return prettyStableJson(productOf('eeg', { ...aMatter('CHN'), reader }, 'en'));
  };
  expect(sheetsFor('EVAL-C')).toContain('Evaluator C');
  expect(sheetsFor('LEAD-C')).toBe(sheetsFor('EVAL-C'));
  expect(sheetsFor('EVAL-B')).not.toContain('Evaluator C');
});

test.each(kinds)('%s: what stands in the folders and streams of others changes nothing for a reader', (kind) => {
  for (const reader of ['BLR', 'joint', 'public']) {
    if (kind === 'annex' && reader !== 'BLR') continue;
    for (const language of languages) {
      const before = made(kind, reader, { language });
      const after = made(kind, reader, { language, secrets: { CHN: 'Something else', excon: 'Another story' } });
      expect(prettyStableJson(after)).toBe(prettyStableJson(before));
    }
  }
});

test.each(['aar', 'fir'] as const)('%s says nothing that one of the parties alone may read', (kind) => {
  const text = prettyStableJson(made(kind, 'joint'));
  for (const secret of ['Own wish', '内部意见', 'Well prepared', 'The bridge is closed']) expect(text).not.toContain(secret);
});

test('a product bears the join of the labels of what stands in it', () => {
  expect(made('communique', 'public').marking).toEqual({
    exercise: 'EXERCISE EXERCISE EXERCISE',
    label: 'UNCLASSIFIED — For public release',
  });
  expect(made('schedule', 'BLR').marking.label).toBe('RESTRICTED — Releasable to BLR, CHN');
  expect(made('annex', 'CHN').marking.label).toBe('RESTRICTED — Releasable to CHN');
  expect(made('msel', 'all', { language: 'ru' }).marking).toEqual({
    exercise: 'УЧЕНИЕ УЧЕНИЕ УЧЕНИЕ',
    label: 'RESTRICTED — Разрешена передача: BLR, CHN',
  });
});

test('a section bears the join of what stands in it alone', () => {
  const annex = made('annex', 'CHN');
  const portions = new Map(blocksOf(annex, 'heading').map(({ text, portion }) => [text, portion]));
  expect(portions.get('This party’s units')).toBe('(RESTRICTED//CHN)');
  expect(portions.get('Participants')).toBe('(RESTRICTED//BLR, CHN)');
});

test('what no party may read as a whole is refused, with what to keep apart', () => {
  const found = productOf('annex', aMatter('CHN'), 'en');
  expect(isProblem(found)).toBe(false);
  const whole = aMatter('all');
  expect(productOf('aar', whole, 'en')).toMatchObject({ key: 'release.noCommonReader', maybe: { key: 'release.splitPortions' } });
});

test('what happened needs a log, and an annex a party', () => {
  for (const kind of ['aar', 'fir', 'annex'] as const) {
    expect(productOf(kind, aMatter('BLR', { log: false }), 'en')).toMatchObject({
      key: 'product.needsLog',
      maybe: { key: 'product.maybeGiveLog' },
    });
  }
  expect(productOf('annex', aMatter('joint'), 'en')).toMatchObject({
    key: 'product.annexOfParty',
    maybe: { values: { readers: ['BLR', 'CHN'] } },
  });
});

test('a product says from what it was made, and for whom', () => {
  expect(made('schedule', 'BLR', { log: false }).basis).toBe(
    'Made from what BLR may read of the document and the plan, and from nothing else.',
  );
  expect(made('aar', 'joint').basis).toMatch(
    /^Computed from what every participating party may read: \d+ events of 1 stream, and nothing else\.$/,
  );
});

test('every product is made for every reader in every language, without a word left out', () => {
  for (const kind of kinds) {
    for (const reader of readers) {
      for (const language of languages) {
        if ((kind === 'annex' && ['all', 'joint', 'public'].includes(reader)) || (reader === 'all' && (kind === 'aar' || kind === 'fir')))
          continue;
        const document = made(kind, reader, { language });
        const text = JSON.stringify(document);
        expect(text, `${kind} ${reader} ${language}`).not.toMatch(/product\.[a-z]|assess\.[a-z]|undefined|NaN|\{[a-z]+\}/i);
        expect(isLanguage(document.language)).toBe(true);
      }
    }
  }
});

test('a text that is not in the product’s language says in which it stands', () => {
  const summary = JSON.stringify(made('msel', 'BLR:excon', { language: 'fr' }).blocks);
  expect(summary).toContain('"Bridge closed [en]"');
  expect(summary).toContain('"text":" [en]"');
});

test('the MSEL is EXCON’s: others get what was released after ENDEX', () => {
  expect(headings(made('msel', 'BLR:excon'))).toEqual(['In order of time', 'Storyline The bridge']);
  expect(headings(made('msel', 'BLR'))).toEqual(['Injects as played']);
  expect(blocksOf(made('msel', 'BLR', { log: false }), 'note')).toMatchObject([{ tone: 'info' }]);
  expect(headings(made('msel', 'public'))).toEqual([]);
});

test('an EEG sheet is there for each serial and each evaluator of the reader’s party', () => {
  expect(headings(made('eeg', 'CHN'))).toEqual(['S-1 First crossing – Evaluator C', 'S-2 Second crossing – Evaluator C']);
  expect(headings(made('eeg', 'joint'))).toHaveLength(4);
  const rows = blocksOf(made('eeg', 'CHN'), 'form').flatMap((form) => form.rows);
  expect(rows.filter(({ choices }) => choices?.some((choice) => choice.startsWith('P – '))).length).toBe(2);
});

test('a changed booking raises the sequence of its calendar entry', () => {
  const calendar = calendarOf('schedule', aMatter('BLR'), 'en');
  if (isProblem(calendar)) throw new Error(calendar.key);
  const sequences = new Map(calendar.entries.map(({ uid, sequence }) => [uid.split('@')[0], sequence]));
  expect([sequences.get('S-1'), sequences.get('S-2')]).toEqual([0, 1]);
  expect(new Set(calendar.entries.map(({ uid }) => uid)).size).toBe(calendar.entries.length);
});

test('the programme of a day holds a serial that began the evening before', () => {
  const day = productOf('day', aMatter('BLR'), 'en', { day: Math.floor(Date.UTC(2024, 6, 12) / 86_400_000) });
  if (isProblem(day)) throw new Error(day.key);
  expect(JSON.stringify(blocksOf(day, 'table')[0])).toContain('S-2');
});
