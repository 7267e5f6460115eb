import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite, aUnit } from '../../exercise/index.ts';
import { languages, mustSay } from '../../words/index.ts';
import { whyImpossible } from '../why-impossible.ts';

const reason = 'Stated for a test.';

test('a reason is told in the reader’s language where it was written in that', () => {
  const [found] = whyImpossible(
    anExercise({
      sites: [aSite({ id: 'A' })],
      units: [aUnit({ id: 'b1' })],
      serials: [aSerial({ id: 'S', sites: ['A'], endsBy: '111000CJUL24' })],
      closures: [{ id: 'shut', reason, reasonIn: { zh: '为测试而设。' }, periods: [{ from: '010000CJUL24', to: '120000CJUL24' }] }],
    }),
  );
  const closure = found?.statements.find(({ collection }) => collection === 'closures')?.sentence;
  const told = (language: (typeof languages)[number]) => (closure === undefined ? '' : mustSay(closure, language));
  expect(told('zh')).toContain('为测试而设。');
  for (const language of ['en', 'fr', 'ru'] as const) expect(told(language)).toContain(reason);
});

test('two that want a boat each while there is but one stand against each other, unless one may lie outside that time', () => {
  const window = (endsBy: string) =>
    whyImpossible(
      anExercise({
        sites: [aSite({ id: 'A' }), aSite({ id: 'B' })],
        units: [aUnit({ id: 'b1' })],
        serials: (['A', 'B'] as const).map((site) =>
          aSerial({ id: `S${site}`, sites: [site], run: '2h', pools: [{ pool: 'boat', count: 1 }], startsFrom: '130800CJUL24', endsBy }),
        ),
        pools: [
          {
            id: 'boat',
            name: { en: 'Boat', zh: '艇', ru: 'Лодка' },
            count: 2,
            lessDuring: [{ period: { from: '130700CJUL24', to: '131200CJUL24' }, count: 1, reason }],
          },
        ],
      }),
    );
  const [found, ...more] = window('131100CJUL24');
  expect(more).toEqual([]);
  expect(found?.statements.map(({ id, path }) => `${id}/${path.join()}`).sort()).toEqual(
    [...['SA', 'SB'].flatMap((id) => ['held', 'startsFrom', 'endsBy', 'pools'].map((field) => `${id}/${field}`)), 'boat/lessDuring'].sort(),
  );
  for (const { sentence } of found?.statements ?? []) for (const language of languages) expect(mustSay(sentence, language)).not.toBe('');
  expect(window('131415CJUL24')).toEqual([]);
});
