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

const cases: readonly (readonly [string, AnExercise, string, Readonly<Record<string, unknown>>])[] = [
  [
    'no site has the facility',
    { serials: [s({ facilities: ['pool'] })], facilities: [{ id: 'pool', name: named }] },
    'noSite',
    { serial: 'S', asked: ['pool', 'A'] },
  ],
  [
    'the window is shorter than the serial',
    { serials: [s({ startsFrom: day(9, '0900'), endsBy: day(9, '1000') })] },
    'windowTooShort',
    { serial: 'S', window: 60, needed: 120 },
  ],
  [
    'hours and light together leave no start, the closure has no part in it',
    {
      serials: [s({ hours: { from: '08:00', to: '18:00' }, light: 'night' })],
      closures: [{ id: 'noon', reason, daily: { from: '12:00', to: '13:00' } }],
    },
    'noStart',
    { serial: 'S', statements: ['hours 08:00–18:00', 'light night'] },
  ],
  [
    'nobody holds the capability at the level',
    { serials: [s({ team: { demands: [{ capability: 'medic', level: 3 }] } })] },
    'noHolder',
    { serial: 'S', what: 'medic', level: 3, count: 1, got: 0 },
  ],
  [
    'the holder comes too late',
    { serials: [s({ endsBy: day(10, '0000'), team: { demands: [{ party: 'CHN' }] } })] },
    'noHolder',
    { serial: 'S', what: 'CHN', level: 1, count: 1, got: 0 },
  ],
  [
    'two parties are never there together',
    { serials: [s({ endsBy: day(10, '0000'), team: { parties: { least: 2 } } })] },
    'tooFewParties',
    { serial: 'S', least: 2, got: 1 },
  ],
  [
    'a named unit is away',
    { serials: [s({ endsBy: day(10, '0000'), team: { named: ['c1'] } })] },
    'namedAbsent',
    { serial: 'S', units: ['c1'] },
  ],
  ['more units than there are', { serials: [s({ team: { units: { least: 3 } } })] }, 'teamTooLarge', { serial: 'S', least: 3, got: 2 }],
  [
    'more units of a party than there are',
    { serials: [s({ team: { perParty: { BLR: 2 } } })] },
    'partyTooSmall',
    { serial: 'S', party: 'BLR', least: 2, got: 1 },
  ],
  [
    'two safety officers of one',
    { serials: [s()], supportDemands: [{ id: 'd', reason, role: 'safetyOfficer', count: 2 }] },
    'noSupport',
    { serial: 'S', demand: 'd', count: 2, got: 1 },
  ],
  [
    'three boats of two',
    { serials: [s({ pools: [{ pool: 'boat', count: 3 }] })], pools: [{ id: 'boat', name: named, count: 2 }] },
    'poolTooSmall',
    { serial: 'S', pool: 'boat', count: 3, got: 2 },
  ],
  [
    'the chain is longer than the window',
    { serials: [s({ startsFrom: day(9, '1200') }), s({ id: 'T', endsBy: day(9, '1500'), after: ['S'] })] },
    'chainTooLong',
    { serial: 'T', serials: ['S', 'T'] },
  ],
  [
    'fewer serials could count than the requirement asks for',
    { serials: [s({ tasks: ['search'] })], requirements: [{ id: 'r', party: 'BLR', task: 'search', times: 2 }] },
    'requirement',
    { requirement: 'r', party: 'BLR', task: 'search', times: 2, got: 1, serials: ['S'] },
  ],
  [
    'two fixed events hold one unit',
    {
      serials: [
        aSerial({ id: 'S', at: day(9, '0900'), attend: { units: ['b1'] } }),
        aSerial({ id: 'T', at: day(9, '1000'), attend: { units: 'all' } }),
      ],
    },
    'fixedClash',
    { first: 'S', second: 'T', who: ['b1'] },
  ],
  [
    'a fixed event holds who is away',
    { serials: [aSerial({ id: 'S', at: day(9, '0900'), attend: { units: ['c1'] } })] },
    'fixedAbsent',
    { serial: 'S', who: ['c1'] },
  ],
  [
    'a contingent arrives before its milestone',
    {
      contingents: [{ id: 'c', party: 'CHN', name: named, strength: 10, arrival: day(8, '0800') }],
      milestones: [{ id: 'm', reason, name: named, due: day(8, '0900'), arrivals: ['c'] }],
    },
    'arrivalTooEarly',
    { contingent: 'c', milestone: 'm', arrival: day(8, '0800'), due: day(8, '0900') },
  ],
];

test.each(cases)('%s', (_, given, key, values) => {
  const found = why(given);
  expect(found.map((one) => [one.key, one.values])).toEqual([[`plan.impossible.${key}`, values]]);
  for (const one of found) {
    for (const language of languages) {
      expect(mustSay(one, language)).not.toBe('');
      if (one.maybe !== undefined) expect(mustSay(one.maybe, language)).not.toBe('');
    }
  }
});

test('what can be planned is never called impossible', () => {
  expect(whyImpossible(aFortnight({ units: 8, partTasks: 12 }))).toEqual([]);
});
