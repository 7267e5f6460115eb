import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { has, languages, mustSay } from '../../words/index.ts';
import { decide } from '../decide.ts';
import { randomPlay } from '../random-commands.ts';

const deciders = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts'));
const sources = [...deciders.map((name) => join(import.meta.dirname, name)), join(import.meta.dirname, '../decide.ts')];

test('every refusal that a decider may give stands in the catalogue', () => {
  const keys = new Set<string>();
  for (const path of sources) {
    const text = readFileSync(path, 'utf8');
    for (const [, key = ''] of text.matchAll(/refused\(\s*'(\w+)'/g)) keys.add(`conduct.${key}`);
    for (const [, key = ''] of text.matchAll(/'(conduct\.\w+)'/g)) keys.add(key);
  }
  expect(keys.size).toBeGreaterThan(80);
  expect([...keys, 'conduct.injectNotReviewed', 'conduct.injectReviewRefused'].filter((key) => !has(key))).toEqual([]);
});

test('every refusal that random orders meet is said with its values in every language', () => {
  const said = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    randomPlay(seed, 150, (command, { conduct }) => {
      const { outcome } = decide(command, conduct);
      if (outcome.kind === 'accepted') return;
      for (const language of languages) said.add(mustSay(outcome.problem, language));
      if (outcome.problem.maybe !== undefined) for (const language of languages) said.add(mustSay(outcome.problem.maybe, language));
    });
  }
  expect(said.size).toBeGreaterThan(300);
});
