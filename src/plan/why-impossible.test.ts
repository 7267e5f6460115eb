import { expect, test } from 'vitest';
import { type AnExercise, anExercise, aPost, aSerial, aSite, aUnit } from '../exercise/index.ts';
import { languages, mustSay } from '../words/index.ts';
import { aFortnight } from './a-fortnight.ts';
import { whyImpossible } from './why-impossible.ts';

const named = { en: 'Test', zh: '测', ru: 'Т' };
const reason = 'Stated for a test.';
const day = (date: number, hours: string) => `${String(date).padStart(2, '0')}${hours}CJUL24`;
const s = (given: Partial<Parameters<typeof aSerial>[0]> = {}) => aSerial({ id: 'S', sites: ['A'], team: {}, ...given });
const why = (given: AnExercise) =>
  whyImpossible(
    anExercise({
      sites: [aSite({ id: 'A' })],
      units: [
        aUnit({ id: 'b1', capabilities: [{ capability: 'medic', level: 1 }] }),
        aUnit({ id: 'c1', party: 'CHN', presence: [{ from: day(12, '0000'), to: day(19, '0000') }] }),
      ],
      posts: [aPost({ id: 'safety', role: 'safetyOfficer' })],
      capabilities: [{ id: 'medic', name: named }],
      tasks: [{ id: 'search', name: named }],
      ...given,
    }),
  );

const cases: readonly (readonly [string, AnExercise, string, readonly string[]])[] = [
  [
    'no site has the facility',
    { serials: [s({ facilities: ['pool'] })], facilities: [{ id: 'pool', name: named }] },
    'cannotHold',
    ['serials/S/held', 'serials/S/facilities'],
  ],
  [
    'the window is shorter than the serial',
    { serials: [s({ startsFrom: day(9, '0900'), endsBy: day(9, '1000') })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/startsFrom', 'serials/S/endsBy'],
  ],
  [
    'hours and light together leave no start, the closure has no part in it',
    {
      serials: [s({ hours: { from: '08:00', to: '18:00' }, light: 'night' })],
      closures: [{ id: 'noon', reason, daily: { from: '12:00', to: '13:00' } }],
    },
    'cannotHold',
    ['serials/S/held', 'serials/S/hours', 'serials/S/light'],
  ],
  [
    'nobody holds the capability at the level',
    { serials: [s({ team: { demands: [{ capability: 'medic', level: 3 }] } })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/team/demands/0'],
  ],
  [
    'the holder comes too late',
    { serials: [s({ endsBy: day(10, '0000'), team: { demands: [{ party: 'CHN' }] } })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/endsBy', 'serials/S/team/demands/0', 'units/c1/presence'],
  ],
  [
    'two parties are never there together',
    { serials: [s({ endsBy: day(10, '0000'), team: { parties: { least: 2 } } })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/endsBy', 'serials/S/team/parties/least', 'units/c1/presence'],
  ],
  [
    'a named unit is away',
    { serials: [s({ endsBy: day(10, '0000'), team: { named: ['c1'] } })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/endsBy', 'serials/S/team/named', 'units/c1/presence'],
  ],
  [
    'more units than there are',
    { serials: [s({ team: { units: { least: 3 } } })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/team/units/least'],
  ],
  [
    'more units of a party than there are',
    { serials: [s({ team: { perParty: { BLR: 2 } } })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/team/perParty/BLR'],
  ],
  [
    'two safety officers of one',
    { serials: [s()], supportDemands: [{ id: 'd', reason, role: 'safetyOfficer', count: 2 }] },
    'cannotHold',
    ['serials/S/held', 'supportDemands/d/'],
  ],
  [
    'three boats of two',
    { serials: [s({ pools: [{ pool: 'boat', count: 3 }] })], pools: [{ id: 'boat', name: named, count: 2 }] },
    'cannotHold',
    ['serials/S/held', 'serials/S/pools', 'pools/boat/count'],
  ],
  [
    'the chain is longer than the window',
    { serials: [s({ startsFrom: day(9, '1200') }), s({ id: 'T', endsBy: day(9, '1500'), after: ['S'] })] },
    'cannotHoldAll',
    ['serials/S/held', 'serials/S/startsFrom', 'serials/T/held', 'serials/T/endsBy', 'serials/T/after/0'],
  ],
  [
    'serials that follow each other in a circle',
    {
      serials: [s(), s({ id: 'T' })],
      lags: [
        { id: 'l', reason, first: { serials: ['S'] }, second: { serials: ['T'] } },
        { id: 'm', reason, first: { serials: ['T'] }, second: { serials: ['S'] } },
      ],
    },
    'cannotOrder',
    ['serials/S/held', 'serials/T/held', 'lags/l/', 'lags/m/'],
  ],
  [
    'fewer serials could count than the requirement asks for',
    { serials: [s({ tasks: ['search'] })], requirements: [{ id: 'r', party: 'BLR', task: 'search', times: 2 }] },
    'cannotExercise',
    ['requirements/r/'],
  ],
  [
    'two fixed events hold one unit',
    {
      serials: [
        aSerial({ id: 'S', at: day(9, '0900'), attend: { units: ['b1'] } }),
        aSerial({ id: 'T', at: day(9, '1000'), attend: { units: ['b1'] } }),
      ],
    },
    'cannotHoldAll',
    ['serials/S/held', 'serials/S/at', 'serials/T/held', 'serials/T/at', 'serials/S/attend', 'serials/T/attend'],
  ],
  [
    'a fixed event holds who is away',
    { serials: [aSerial({ id: 'S', at: day(9, '0900'), attend: { units: ['c1'] } })] },
    'cannotHold',
    ['serials/S/held', 'serials/S/at', 'serials/S/attend', 'units/c1/presence'],
  ],
  [
    'a contingent arrives before its milestone',
    {
      contingents: [{ id: 'c', party: 'CHN', name: named, strength: 10, arrival: day(8, '0800') }],
      milestones: [{ id: 'm', reason, name: named, due: day(8, '0900'), arrivals: ['c'] }],
    },
    'cannotArrive',
    ['contingents/c/arrival', 'milestones/m/'],
  ],
  [
    'a meeting holds the only post that could give the support',
    {
      serials: [s({ at: day(9, '0900'), run: '2h' })],
      supportDemands: [{ id: 'd', reason, role: 'safetyOfficer' }],
      meetings: [{ id: 'board', reason, name: named, at: '10:00', minutes: 30, posts: ['safety'] }],
    },
    'cannotHold',
    ['serials/S/held', 'serials/S/at', 'supportDemands/d/', 'meetings/board/'],
  ],
  [
    'one safety officer for two serials at one time',
    {
      sites: [aSite({ id: 'A' }), aSite({ id: 'B' })],
      serials: [
        s({ startsFrom: day(13, '0800'), endsBy: day(13, '1030') }),
        s({ id: 'T', sites: ['B'], startsFrom: day(13, '0800'), endsBy: day(13, '1030') }),
      ],
      supportDemands: [{ id: 'd', reason, role: 'safetyOfficer' }],
    },
    'cannotHoldAll',
    [
      'serials/S/held',
      'serials/S/startsFrom',
      'serials/S/endsBy',
      'serials/T/held',
      'serials/T/startsFrom',
      'serials/T/endsBy',
      'supportDemands/d/',
    ],
  ],
  [
    'a qualification that is itself too late',
    {
      serials: [s({ kind: 'brief', startsFrom: day(10, '0800') }), s({ id: 'T', endsBy: day(9, '2000') })],
      qualifications: [{ id: 'q', reason, before: { serials: ['T'] }, needs: { serials: ['S'] } }],
    },
    'cannotHold',
    ['serials/S/startsFrom', 'serials/T/held', 'serials/T/endsBy', 'qualifications/q/'],
  ],
  [
    'two qualifications that need each other',
    {
      serials: [s({ kind: 'brief' }), s({ id: 'T', kind: 'rehearsal' })],
      qualifications: [
        { id: 'q', reason, before: { serials: ['T'] }, needs: { serials: ['S'] } },
        { id: 'r', reason, before: { serials: ['S'] }, needs: { serials: ['T'] } },
      ],
    },
    'cannotHold',
    ['serials/S/held', 'qualifications/q/', 'qualifications/r/'],
  ],
  [
    'three serials that exclude each other in a window for two',
    {
      sites: [aSite({ id: 'A' }), aSite({ id: 'B' }), aSite({ id: 'C' })],
      serials: (['A', 'B', 'C'] as const).map((site) =>
        aSerial({ id: `S${site}`, sites: [site], run: '2h', startsFrom: day(13, '0800'), endsBy: day(13, '1300') }),
      ),
      exclusions: [{ id: 'x', reason, between: { kinds: ['training'] }, and: { kinds: ['training'] } }],
    },
    'cannotHoldAll',
    [...['SA', 'SB', 'SC'].flatMap((id) => [`serials/${id}/held`, `serials/${id}/startsFrom`, `serials/${id}/endsBy`]), 'exclusions/x/'],
  ],
  [
    'three serials for one place in a window for two',
    {
      sites: [aSite({ id: 'A', capacity: { serials: 1 } }), aSite({ id: 'B' })],
      serials: ['S', 'T', 'U'].map((id) => aSerial({ id, sites: ['A'], run: '2h', startsFrom: day(13, '0800'), endsBy: day(13, '1300') })),
    },
    'cannotHoldAll',
    [
      ...['S', 'T', 'U'].flatMap((id) => [`serials/${id}/held`, `serials/${id}/sites`, `serials/${id}/startsFrom`, `serials/${id}/endsBy`]),
      'sites/A/capacity',
    ],
  ],
  [
    'a pair that may never be in one team',
    {
      serials: [s({ team: { units: { most: 1 } } })],
      pairDemands: [{ id: 'p', reason, first: ['b1'], second: ['c1'] }],
    },
    'cannotPair',
    ['serials/S/team/units/most', 'pairDemands/p/'],
  ],
  [
    'one mixed team, and parties that must lead equally often',
    {
      serials: [s({ team: { parties: { least: 2 } } })],
      parities: [{ id: 'p', reason, by: 'overall', within: 0 }],
    },
    'cannotBalance',
    ['serials/S/held', 'serials/S/team/parties/least', 'parities/p/'],
  ],
  [
    'a reserve that comes before what the serial must follow',
    {
      serials: [s({ startsFrom: day(11, '0800') }), s({ id: 'T', startsFrom: day(13, '0800') })],
      lags: [{ id: 'l', reason, first: { serials: ['S'] }, second: { serials: ['T'] } }],
      alternates: [
        {
          id: 'wet',
          reason,
          serials: ['T'],
          trigger: 'weather',
          decideBy: day(9, '0800'),
          window: { from: day(10, '0800'), to: day(10, '2000') },
        },
      ],
    },
    'cannotMove',
    ['serials/S/held', 'serials/S/startsFrom', 'serials/T/held', 'alternates/wet/', 'lags/l/'],
  ],
  [
    'more duty than a day allows its only holder',
    {
      serials: ['S', 'T', 'U'].map((id) =>
        s({ id, run: '4h', startsFrom: day(13, '0000'), endsBy: day(14, '0000'), team: { demands: [{ capability: 'medic' }] } }),
      ),
      dutyRules: [{ id: 'ten', reason, mostPer24h: '10h' }],
    },
    'cannotHoldAll',
    [
      ...['S', 'T', 'U'].flatMap((id) => [
        `serials/${id}/held`,
        `serials/${id}/startsFrom`,
        `serials/${id}/endsBy`,
        `serials/${id}/team/demands/0`,
      ]),
      'dutyRules/ten/',
    ],
  ],
];

test.each(cases)('%s', (_, given, headline, statements) => {
  const [found, ...more] = why(given);
  expect(more).toEqual([]);
  expect(found?.headline.key).toBe(`plan.why.${headline}`);
  expect(found?.isMinimal).toBe(true);
  expect(found?.statements.map(({ collection, id, path }) => `${collection}/${id}/${path.join('/')}`).sort()).toEqual(
    [...statements].sort(),
  );
  for (const one of [found?.headline, ...(found?.statements ?? []).map(({ sentence }) => sentence)]) {
    for (const language of languages) expect(one === undefined ? '' : mustSay(one, language)).not.toBe('');
  }
});

test('what can be planned is never called impossible', () => {
  expect(whyImpossible(aFortnight({ units: 8, partTasks: 12 }), 'thorough')).toEqual([]);
});
