// The shared folder of a new exercise: what every party reads.
import { type Beginning, type NewFile, nameIn, textIn } from './beginning.ts';

const at = ({ firstDay }: Beginning, day: number, time: string): string => (day === 0 ? `${firstDay}T${time}Z` : `D+${day} ${time}`);

export function sharedFiles(beginning: Beginning): readonly NewFile[] {
  const { title, parties, language } = beginning;
  const name = (text: string) => nameIn(language, text);
  const text = (content: string) => textIn(language, content);
  const byId = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries(entries);
  const each = <T>(make: (party: string) => readonly (readonly [string, T])[]) => byId(parties.flatMap(make));
  return [
    {
      path: 'shared/exercise.yaml',
      guidance: 'begin.exercise',
      content: {
        exercise: {
          code: title,
          name: name(title),
          from: at(beginning, 0, '06:00'),
          to: at(beginning, 2, '18:00'),
          zone: 'Z',
          languages: [language],
          participating: parties,
          owners: ['excon', ...parties],
          simulated: true,
          anchors: { D: `${beginning.firstDay}T00:00Z` },
          startex: at(beginning, 0, '08:00'),
          endex: at(beginning, 2, '16:00'),
          emergency: { channel: 'SAFETY 1', telephone: '112' },
        },
        phases: {
          'PH-1': { name: name('Part-task'), from: at(beginning, 0, '06:00'), to: at(beginning, 1, '06:00'), order: 1 },
          'PH-2': { name: name('Combined'), from: at(beginning, 1, '06:00'), to: at(beginning, 2, '18:00'), order: 2 },
        },
      },
    },
    {
      path: 'shared/release.yaml',
      guidance: 'begin.release',
      content: {
        release: {
          scale: ['UNCLASSIFIED', 'RESTRICTED'],
          caveats: ['MEDICAL'],
          folders: { shared: 'UNCLASSIFIED', excon: 'RESTRICTED', parties: 'RESTRICTED' },
          defaults: [
            { thing: 'contact', classification: 'UNCLASSIFIED', releasableTo: 'participating', audience: 'everyone:' },
            { thing: 'procedure', classification: 'UNCLASSIFIED', releasableTo: 'participating', audience: 'everyone:' },
            { thing: 'observation', classification: 'RESTRICTED', releasableTo: 'author', audience: 'author:' },
          ],
          standing: [
            {
              thing: 'observation',
              trigger: 'whenMade',
              classification: 'UNCLASSIFIED',
              releasableTo: 'participating',
              audience: 'everyone:',
            },
            {
              thing: 'inject',
              author: 'excon',
              trigger: 'atEndex',
              classification: 'UNCLASSIFIED',
              releasableTo: 'participating',
              audience: 'everyone:',
            },
          ],
        },
        agreements: byId(
          (['document', 'plan', 'change', 'inject', 'release', 'resume', 'finding', 'communique'] as const).map((on) => [
            `AG-${on.toUpperCase()}`,
            { on, consents: parties.map((party) => ({ role: 'coDirector', party })), within: '4h', silenceMeans: 'no' },
          ]),
        ),
      },
    },
    {
      path: 'shared/parties.yaml',
      guidance: 'begin.parties',
      content: {
        parties: each((party) => [[party, { name: name(party), languages: [language] }]]),
        contingents: each((party) => [
          [
            `${party}-CON`,
            {
              party,
              name: name(`${party} contingent`),
              strength: 20,
              arrival: at(beginning, 0, '06:00'),
              ready: at(beginning, 0, '07:00'),
              departure: at(beginning, 2, '18:00'),
            },
          ],
        ]),
        units: each((party) =>
          [1, 2].map((number) => [
            `${party}-U${number}`,
            {
              party,
              contingent: `${party}-CON`,
              name: name(`${party} ${number}`),
              strength: 8,
              capabilities: [{ capability: 'search', level: 2 }],
              languages: [language],
              callsign: `${party} ${number}`,
            },
          ]),
        ),
        capabilities: { search: { name: name('Search') } },
      },
    },
    {
      path: 'shared/sites.yaml',
      guidance: 'begin.sites',
      content: {
        facilities: { ground: { name: name('Open ground') } },
        sites: {
          'SITE-1': {
            name: name('Site 1'),
            position: { latitude: 50.0, longitude: 10.0 },
            facilities: ['ground'],
            capacity: { serials: 1 },
            opening: [{ from: '06:00', to: '20:00' }],
          },
        },
      },
    },
    {
      path: 'shared/training.yaml',
      guidance: 'begin.training',
      content: {
        procedures: {
          'back-brief': { name: name('Back-brief'), kind: 'backBrief', within: '20min', standard: text('Correct, and in time.') },
        },
        tasks: {
          coordination: { name: name('Coordination') },
          'joint-search': {
            name: name('Joint search'),
            parent: 'coordination',
            criticalTasks: {
              'back-brief': { name: name('Back-brief'), standard: text('The plan is repeated without an error.'), procedure: 'back-brief' },
            },
          },
        },
        objectives: each((party) => [
          [
            `${party}-TO-1`,
            {
              party,
              name: name('Search together'),
              task: 'joint-search',
              condition: text('By day, in a mixed team.'),
              standard: text('The area is covered once, and both sides know where the other is.'),
            },
          ],
        ]),
        requirements: each((party) => [[`${party}-R-1`, { party, task: 'joint-search', times: 2, mixed: true }]]),
        serials: byId(
          [1, 2, 3].map((number) => [
            `S-${number}`,
            {
              name: name(`Joint search ${number}`),
              kind: 'training',
              tasks: ['joint-search'],
              phase: number === 1 ? 'PH-1' : 'PH-2',
              run: '90min',
              brief: '15min',
              debrief: '15min',
              light: 'day',
              sites: ['SITE-1'],
              team: {
                demands: [{ capability: 'search', count: 2 }],
                units: { least: 2, most: parties.length * 2 },
                parties: { least: Math.min(2, parties.length) },
              },
              objectives: parties.map((party) => `${party}-TO-1`),
              procedures: ['back-brief'],
              goNoGo: ['safety', 'parties'],
            },
          ]),
        ),
        supportDemands: {
          safety: { reason: 'Every serial has a safety officer.', role: 'safetyOfficer', scope: { kinds: ['training'] } },
          controller: { reason: 'Every serial has a controller.', role: 'controller', scope: { kinds: ['training'] } },
          evaluators: { reason: 'Each party evaluates.', role: 'evaluator', scope: { kinds: ['training'] }, eachParty: true },
        },
        dutyRules: { rest: { reason: 'Rest.', mostPer24h: '12h', leastRest: '8h' } },
        collection: {
          'joint-search.back-brief': {
            objective: `${parties[0]}-TO-1`,
            question: name('Do both sides have the same plan?'),
            indicator: name('Errors when the plan is repeated'),
            criticalTask: 'joint-search/back-brief',
            serials: ['S-1', 'S-2', 'S-3'],
            evaluators: parties.map((party) => `EVAL-${party}`),
          },
        },
      },
    },
    { path: 'shared/posts.yaml', guidance: 'begin.posts', content: { posts: postsOf(beginning) } },
  ];
}

function postsOf({ parties, language }: Beginning): Record<string, object> {
  const name = (text: string) => nameIn(language, text);
  const joint = {
    'CHIEF-CONTROLLER': { name: name('Chief controller'), role: 'chiefController', cell: 'excon', languages: [language] },
    'CONTROLLER-1': { name: name('Controller 1'), role: 'controller', cell: 'excon', languages: [language] },
    'SAFETY-1': { name: name('Safety officer'), role: 'safetyOfficer', cell: 'support', languages: [language] },
  };
  const own = parties.flatMap((party) => {
    const post = (id: string, role: string, cell: string, label: string): readonly [string, object] => [
      `${id}-${party}`,
      { name: name(`${label} ${party}`), role, party, cell, languages: [language] },
    ];
    return [
      post('CO-DIRECTOR', 'coDirector', 'command', 'Co-director'),
      post('SNR', 'seniorNationalRepresentative', 'command', 'Senior national representative'),
      post('RELEASE', 'releaseOfficer', 'support', 'Release officer'),
      post('EVAL', 'evaluator', 'excon', 'Evaluator'),
      post('CHIEF-EVAL', 'chiefEvaluator', 'excon', 'Chief evaluator'),
      [
        `HQ-${party}`,
        {
          name: name(`Command post ${party}`),
          role: 'player',
          party,
          cell: 'trainingAudience',
          audience: 'primary',
          languages: [language],
        },
      ] as const,
    ];
  });
  return { ...joint, ...Object.fromEntries(own) };
}
