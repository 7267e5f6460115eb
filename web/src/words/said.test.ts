// Nothing is said on the screen that does not come from the catalogues.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { feedSubjects } from '../../../src/conduct/index.ts';
import { has } from '../../../src/words/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

test('every key that the page says is in the catalogues', () => {
  const keys = files.flatMap(({ text }) =>
    [...text.matchAll(/'((?:screen|product|plan|app|exercise)\.[A-Za-z][A-Za-z.]*)'/g)].map(([, key = '']) => key),
  );
  expect(keys.length).toBeGreaterThan(100);
  expect([...new Set(keys)].filter((key) => !has(key))).toEqual([]);
});

test.each([
  ['screen.page', ['conduct', 'assessment', 'rehearsal', 'plan', 'about']],
  ['screen.link', ['connecting', 'catchingUp', 'live', 'lost']],
  ['screen.job', ['waiting', 'running', 'done', 'failed']],
  ['screen.clock.state', ['unknown', 'before', 'running', 'paused', 'ended']],
  ['screen.alert', ['stop', 'drill', 'noDuff']],
  ['screen.scheme', ['light', 'dark']],
  ['screen.format', ['html', 'pdf', 'ics']],
  ['screen.product', ['aar', 'annex', 'fir', 'schedule', 'day', 'msel', 'eeg', 'communique']],
  ['screen.reader', ['all', 'joint', 'public']],
  ['screen.latency', ['translate', 'review', 'deliver', 'decide']],
  ['plan.objective', ['price', 'slack', 'continuity', 'pairs', 'load', 'end']],
  ['screen.subject', feedSubjects],
])('%s has a word for each of its kinds', (prefix, kinds) => {
  expect(kinds.filter((kind) => !has(`${prefix}.${kind}`))).toEqual([]);
});

test('no word stands between tags', () => {
  const spoken = files
    .filter(({ name }) => name.endsWith('.tsx'))
    .flatMap(({ name, text }) => [...text.matchAll(/>\s*([A-Za-z][A-Za-z ,.']{2,})\s*<\//g)].map(([, words = '']) => `${name}: ${words}`));
  expect(spoken).toEqual([]);
});
