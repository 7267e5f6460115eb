import { expect, test } from 'vitest';
import { languages, mustSay } from '../../words/index.ts';
import { toldTogether } from './tell-each.ts';

const phase = (serial: string, of = 'night') => ({ sentence: { key: 'plan.why.phase', values: { serial, phase: of, from: 0, to: 60 } } });

test('statements that say the same of several serials are told once, at the place of the first; others stay as they are', () => {
  const told = toldTogether([phase('S-1'), phase('S-2', 'day'), phase('S-3')]);
  expect(told.map(({ statements }) => statements.map(({ sentence }) => sentence.values.serial))).toEqual([['S-1', 'S-3'], ['S-2']]);
  expect(told.map(({ sentence }) => mustSay(sentence, 'en'))).toEqual([
    'S-1 and S-3 belong to phase night, from Thursday 1 January 1970, 00:00 (Z) to Thursday 1 January 1970, 01:00 (Z).',
    'S-2 belongs to phase day, from Thursday 1 January 1970, 00:00 (Z) to Thursday 1 January 1970, 01:00 (Z).',
  ]);
});

test('every sentence that tells of several can be said in every language', () => {
  const values = {
    minutes: 60,
    at: 0,
    phase: 'night',
    from: 0,
    to: 60,
    sites: ['A'],
    all: 'some',
    who: ['U-1'],
    pools: ['1 × boat'],
    again: 0,
  };
  const more = { count: 1, what: ['medic'], leveled: 'no', level: 1, n: 1, last: 60 };
  for (const key of ['held', 'startsFrom', 'endsBy', 'phase', 'hours', 'sites', 'pools', 'attend', 'demand', 'presence']) {
    const one = (name: string) => ({
      sentence: { key: `plan.why.${key}`, values: { ...values, ...more, [key === 'presence' ? 'id' : 'serial']: name } },
    });
    const [told, ...others] = toldTogether([one('X-1'), one('X-2')]);
    expect(others).toEqual([]);
    for (const language of languages) expect(told === undefined ? '' : mustSay(told.sentence, language)).toContain('X-2');
  }
});
