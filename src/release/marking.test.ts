import { expect, test } from 'vitest';
import type { Label } from './label.ts';
import { type Equivalents, marking } from './marking.ts';

const scale = ['OPEN', 'RESTRICTED'];
const equivalents: Equivalents = { RESTRICTED: { CHN: { zh: '内部', en: 'INTERNAL' }, BLR: { ru: 'Для служебного пользования' } } };
const aLabel = (overrides: Partial<Label> = {}): Label => ({
  classification: 'RESTRICTED',
  releasableTo: ['CHN', 'BLR'],
  caveats: [],
  ...overrides,
});
const inEnglish = (label: Label) => marking(label, scale, equivalents, 'en', 'EXERCISE EXERCISE EXERCISE');

test('a text opens and closes with the exercise marking and its label', () => {
  const { opening, closing } = inEnglish(aLabel());
  const label = 'RESTRICTED [BLR: Для служебного пользования; CHN: INTERNAL] — Releasable to BLR, CHN';
  expect(opening).toBe(`EXERCISE EXERCISE EXERCISE — ${label}`);
  expect(closing).toBe(`${label} — EXERCISE EXERCISE EXERCISE`);
});

test("only the parties that may have the text see their marking, in the product's language where they have one", () => {
  expect(marking(aLabel({ releasableTo: ['CHN'] }), scale, equivalents, 'zh', '演习 演习 演习').opening).toBe(
    '演习 演习 演习 — RESTRICTED [CHN: 内部] — 可发放至：CHN',
  );
});

test('a portion is marked with classification, parties and caveats', () => {
  expect(inEnglish(aLabel({ caveats: ['MEDICAL'] })).portion).toBe('(RESTRICTED//BLR, CHN//MEDICAL)');
  expect(inEnglish(aLabel({ classification: 'OPEN', releasableTo: 'PUBLIC' })).portion).toBe('(OPEN//PUBLIC)');
});

test('a text for the public says so, and one for nobody too', () => {
  expect(inEnglish(aLabel({ classification: 'OPEN', releasableTo: 'PUBLIC' })).label).toBe('OPEN — For public release');
  expect(inEnglish(aLabel({ releasableTo: [] })).label).toBe('RESTRICTED — Not releasable');
});

test('a classification outside the scale has no equivalent', () => {
  expect(inEnglish(aLabel({ classification: 'RESTRICTD' })).label).toBe('RESTRICTD — Releasable to BLR, CHN');
  expect(inEnglish(aLabel({ classification: 'constructor' })).label).toBe('constructor — Releasable to BLR, CHN');
});
