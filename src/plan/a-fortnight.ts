// Builder for tests and measurements: a whole invented exercise of two parties over a fortnight, about as large and as tight as the model case,
// with every kind of statement in it.
import { type AnExercise, anExercise, aPost, aSerial, aSite, aTask, aUnit, type Exercise } from '../exercise/index.ts';

const tasks = ['recce', 'search', 'cordon', 'water', 'landing', 'builtUp', 'casualty', 'convoy', 'rescue', 'liaison'] as const;
const named = (text: string) => ({ en: text, zh: text, ru: text });
const reason = 'Invented for a test.';

/** `partTasks` serials of part-task training lead to half as many combined ones by day and by night, and to one final exercise. */
export function aFortnight({ units = 12, partTasks = 20 }: { readonly units?: number; readonly partTasks?: number } = {}): Exercise {
  return anExercise(written(units, partTasks));
}

function written(units: number, partTasks: number): AnExercise {
  const combined = Math.floor(partTasks / 2);
  const night = Math.floor(partTasks / 4);
  return {
    setting: { from: '050500CJUL24', to: '192100CJUL24', gridMinutes: 30 },
    phases: [
      { id: 'partTask', name: named('Part-task'), from: '080800CJUL24', to: '120600CJUL24' },
      { id: 'combined', name: named('Combined'), from: '110600CJUL24', to: '170600CJUL24' },
      { id: 'final', name: named('Final'), from: '160600CJUL24', to: '192000CJUL24' },
    ],
    sites: [
      aSite({ id: 'range', facilities: ['field'], capacity: { serials: 2 }, travel: { lake: '30min', town: '20min', camp: '20min' } }),
      aSite({ id: 'lake', facilities: ['field', 'water'], travel: { town: '40min', camp: '30min' } }),
      aSite({ id: 'town', facilities: ['field', 'built'], capacity: { serials: 2, people: 260 }, travel: { camp: '15min' } }),
      aSite({
        id: 'strip',
        facilities: ['field', 'air'],
        opening: [{ from: '05:00', to: '23:59' }],
        travel: { camp: '30min', lake: '45min' },
      }),
      aSite({ id: 'camp', facilities: ['hall'], capacity: { serials: 6, people: 600 } }),
    ],
    facilities: ['field', 'water', 'built', 'air', 'hall'].map((id) => ({ id, name: named(id) })),
    capabilities: ['assault', 'recce', 'medic', 'boat', 'signals'].map((id) => ({ id, name: named(id) })),
    tasks: [aTask({ id: 'all' }), ...tasks.map((id) => aTask({ id, parent: 'all' as never }))],
    units: ['BLR', 'CHN'].flatMap((party) =>
      Array.from({ length: units }, (_, index) =>
        aUnit({
          id: `${party}-${String(index + 1).padStart(2, '0')}`,
          party,
          strength: 8 + (index % 4),
          home: 'camp',
          presence: [{ from: party === 'BLR' ? '050500CJUL24' : '060800CJUL24', to: '192000CJUL24' }],
          capabilities: [
            { capability: ['assault', 'recce', 'boat', 'assault'][index % 4] ?? 'assault', level: 1 + (index % 3) },
            { capability: index % 3 === 0 ? 'medic' : 'signals', level: 2 },
          ],
          languages: index % 2 === 0 ? ['ru', 'en'] : [party === 'BLR' ? 'ru' : 'zh'],
        }),
      ),
    ),
    taskGroups: [{ id: 'alpha', name: named('Alpha'), units: ['BLR-01', 'BLR-02', 'CHN-01', 'CHN-02'] }],
    posts: [
      ...Array.from({ length: 6 }, (_, index) =>
        aPost({ id: `safety-${index + 1}`, role: 'safetyOfficer', party: index % 2 ? 'CHN' : 'BLR' }),
      ),
      ...Array.from({ length: 6 }, (_, index) => aPost({ id: `interpreter-${index + 1}`, role: 'interpreter', languages: ['ru', 'zh'] })),
      ...['BLR', 'CHN'].flatMap((party) =>
        Array.from({ length: 5 }, (_, index) => aPost({ id: `evaluator-${party}-${index + 1}`, role: 'evaluator', party })),
      ),
      ...Array.from({ length: 4 }, (_, index) => aPost({ id: `medical-${index + 1}`, role: 'medicalCover' })),
      ...['BLR', 'CHN'].map((party) => aPost({ id: `director-${party}`, role: 'coDirector', party, home: 'camp' })),
    ],
    pools: [
      {
        id: 'boats',
        name: named('Boats'),
        count: 6,
        sites: ['lake'],
        turnaround: '30min',
        lessDuring: [{ period: { from: '130000CJUL24', to: '140000CJUL24' }, count: 2, reason }],
      },
    ],
    serials: [
      aSerial({
        id: 'opening',
        kind: 'ceremony',
        run: '1h',
        at: '080900CJUL24',
        sites: ['camp'],
        attend: { units: 'all', posts: ['director-BLR', 'director-CHN'] },
      }),
      aSerial({ id: 'brief', kind: 'brief', run: '1h', at: '081030CJUL24', sites: ['camp'], attend: { units: 'all' } }),
      ...Array.from({ length: partTasks }, (_, index) =>
        aSerial({
          id: `part-${index + 1}`,
          phase: 'partTask',
          tasks: [tasks[index % tasks.length] ?? 'recce'],
          setUp: '30min',
          brief: '30min',
          run: index % 3 === 0 ? '3h' : '2h',
          debrief: '30min',
          hours: { from: '07:00', to: '21:00' },
          facilities: [index % 5 === 3 ? 'water' : 'field'],
          light: 'day',
          team: {
            demands: [
              { capability: 'assault', count: 2 },
              { capability: 'medic', distinct: true },
            ],
            units: { least: 4, most: 6 },
            parties: { least: 2 },
          },
          ...(index % 5 === 3 ? { pools: [{ pool: 'boats', count: 3 }] } : {}),
          ...(index % 4 === 0 ? { chain: 'first' } : {}),
        }),
      ),
      ...Array.from({ length: combined }, (_, index) =>
        aSerial({
          id: `day-${index + 1}`,
          phase: 'combined',
          tasks: [tasks[index % tasks.length] ?? 'recce', tasks[(index + 3) % tasks.length] ?? 'search'],
          setUp: '30min',
          brief: '30min',
          run: '3h',
          debrief: '30min',
          reset: '30min',
          hours: { from: '06:00', to: '21:00' },
          facilities: ['field'],
          light: 'day',
          after: [`part-${index + 1}`],
          weatherSensitive: true,
          team: {
            demands: [{ capability: 'recce' }, { capability: 'signals', level: 2, count: 2 }],
            units: { least: 5, most: 7 },
            parties: { least: 2 },
            perParty: { BLR: 2, CHN: 2 },
          },
          ...(index % 3 === 0 ? { chain: 'second' } : {}),
        }),
      ),
      ...Array.from({ length: night }, (_, index) =>
        aSerial({
          id: `night-${index + 1}`,
          phase: 'combined',
          tasks: [tasks[(index + 5) % tasks.length] ?? 'recce'],
          brief: '30min',
          run: '2h',
          debrief: '30min',
          facilities: ['field'],
          light: 'night',
          team: {
            demands: [{ capability: 'recce' }],
            units: { least: 3, most: 5 },
            parties: { least: 2 },
            taskGroup: { group: 'alpha', least: 2 },
          },
        }),
      ),
      aSerial({
        id: 'rock-drill',
        kind: 'rehearsal',
        phase: 'final',
        run: '2h',
        sites: ['camp'],
        team: { units: { least: 6, most: 8 }, parties: { least: 2 } },
        after: ['day-1', 'day-2'],
      }),
      aSerial({
        id: 'final',
        kind: 'final',
        at: '180900CJUL24',
        tasks: ['all'],
        setUp: '1h',
        run: '4h',
        debrief: '1h',
        sites: ['town'],
        team: { sameTeamAs: 'rock-drill' },
        after: ['rock-drill', 'day-3', 'night-1'],
      }),
      aSerial({
        id: 'spare-1',
        tasks: ['liaison'],
        run: '2h',
        facilities: ['hall'],
        optional: { price: 5 },
        hours: { from: '08:00', to: '18:00' },
        team: { parties: { least: 2 } },
      }),
      aSerial({
        id: 'closing',
        kind: 'ceremony',
        run: '1h',
        at: '181700CJUL24',
        sites: ['camp'],
        attend: { units: 'all' },
        after: ['final'],
      }),
    ],
    requirements: ['BLR', 'CHN'].flatMap((party) => [
      ...tasks.map((task) => ({ id: `${party}-${task}`, party, task, times: 1 + (partTasks >= 2 * tasks.length ? 1 : 0) })),
      { id: `${party}-night`, party, task: 'all', light: 'night' as const, times: Math.min(2, night) },
    ]),
    closures: [
      { id: 'rest-day', reason, periods: [{ from: '140000CJUL24', to: '150000CJUL24' }], except: ['ceremony', 'rest'] },
      { id: 'noise', reason, scope: { sites: ['town'] }, daily: { from: '23:00', to: '06:00' } },
    ],
    meetings: [
      {
        id: 'board',
        reason,
        name: named('Board'),
        at: '19:30',
        minutes: 30,
        site: 'camp',
        from: '080000CJUL24',
        to: '180000CJUL24',
        posts: ['director-BLR', 'director-CHN'],
        support: [{ role: 'interpreter', languages: ['ru', 'zh'] }],
      },
    ],
    exclusions: [{ id: 'airspace', reason, between: { sites: ['strip'] }, and: { zones: ['air'], sites: ['range'] } }],
    lags: [{ id: 'dry-first', reason, first: { serials: ['part-1'] }, second: { serials: ['day-2'] }, least: '12h' }],
    qualifications: [{ id: 'safety', reason, before: { kinds: ['training', 'rehearsal', 'final'] }, needs: { serials: ['brief'] } }],
    supportDemands: [
      { id: 'safety', reason, scope: { kinds: ['training', 'final'] }, role: 'safetyOfficer' },
      { id: 'interpreter', reason, scope: { kinds: ['training', 'final'] }, role: 'interpreter', languages: ['ru', 'zh'], mixedOnly: true },
      { id: 'evaluator', reason, scope: { phases: ['combined'] }, role: 'evaluator', eachParty: true },
      { id: 'night-medic', reason, scope: { kinds: ['training'] }, role: 'medicalCover', light: 'night' },
    ],
    dutyRules: [
      {
        id: 'units',
        reason,
        scope: { units: ['BLR-01', 'CHN-01'] },
        mostPer24h: '10h',
        leastRest: '7h',
        mostNightsRunning: 2,
        restBeforeNight: '4h',
      },
      { id: 'everyone', reason, mostPer24h: '12h', leastRest: '6h' },
    ],
    milestones: [{ id: 'radio', reason, name: named('Radio plan'), due: '080700CJUL24', gates: { kinds: ['training'] } }],
    alternates: [
      {
        id: 'wet-1',
        reason,
        serials: ['day-1'],
        trigger: 'weather',
        decideBy: '110500CJUL24',
        window: { from: '170000CJUL24', to: '180000CJUL24' },
      },
    ],
    parities: [{ id: 'lead', reason, by: 'overall', within: 1 }],
    pairDemands: [{ id: 'twins', reason, first: ['BLR-01'], second: ['CHN-01'], times: 2 }],
  } as AnExercise;
}
