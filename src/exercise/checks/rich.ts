/** For tests of the whole: a document with an item in every collection and every owner's folder. */
import { type AnExercise, aDocument, anInject, aPost, aSerial } from '../a-document.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { named, sound, text } from './found.ts';

const stated = { reason: 'agreed' };

const rich: AnExercise = {
  ...sound,
  setting: {
    summary: text('A test'),
    emergency: { channel: '1', telephone: '112' },
    partyScales: { CHN: ['good', 'bad'] },
    frozen: '12h',
    anchors: { D: '2024-07-08', H1: 'D+1 06:00' },
  },
  policy: {
    defaults: [{ thing: 'finding', author: 'BLR', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'party:BLR' }],
  },
  programme: { name: named('Plan'), aims: [text('Aim')], editions: [{ code: 'TEST-2024', from: 'D', to: 'D+1 10:00' }] },
  contingents: [
    { id: 'CON', party: 'CHN', name: named('CON'), strength: 20, arrival: 'D-3 08:00', ready: 'D 07:00', departure: 'D+11 20:00' },
  ],
  taskGroups: [{ id: 'G', name: named('G'), units: ['B1', 'C1'], phases: ['P1'] }],
  conferences: [
    { id: 'MPC', name: named('MPC'), from: 'D-60 09:00', products: [{ name: named('Terms'), owner: 'BLR', due: 'D-30 09:00' }] },
  ],
  pools: [{ id: 'boats', name: named('Boats'), count: 2, turnaround: '10min' }],
  procedures: [{ id: 'back-brief', name: named('Back-brief'), kind: 'backBrief', within: '10min', standard: text('Both') }],
  serials: [
    ...sound.serials,
    aSerial({
      id: 'S3',
      light: 'night',
      hours: { from: '22:00', to: '04:00' },
      team: { sameTeamAs: 'S1', taskGroup: { group: 'G' } },
      pools: [{ pool: 'boats', count: 1 }],
      after: ['S1'],
      sites: ['field'],
    }),
    aSerial({ id: 'S4', kind: 'ceremony', attend: { units: 'all', posts: ['controller'] }, at: 'D+10 12:00' }),
  ],
  closures: [{ id: 'rest', ...stated, weekdays: ['Sun'], daily: { from: '12:00', to: '14:00' } }],
  meetings: [
    { id: 'sync', ...stated, name: named('Sync'), at: '18:00', minutes: 30, posts: ['controller'], from: 'D 18:00', to: 'D+9 18:00' },
  ],
  exclusions: [{ id: 'air', ...stated, between: { serials: ['S1'] }, and: { serials: ['S2'] } }],
  lags: [{ id: 'lag', ...stated, first: { serials: ['S1'] }, second: { serials: ['S2'] }, least: '2h' }],
  qualifications: [{ id: 'brief', ...stated, before: { kinds: ['training'] }, needs: { kinds: ['ceremony'] } }],
  supportDemands: [{ id: 'eval', ...stated, role: 'evaluator', eachParty: true }],
  dutyRules: [{ id: 'duty', ...stated, mostPer24h: '12h', leastRest: '8h' }],
  alternates: [{ id: 'wet', ...stated, serials: ['S2'], trigger: 'weather', decideBy: 'D+5 06:00', start: 'D+6 10:00' }],
  milestones: [{ id: 'range', ...stated, name: named('Range'), due: 'D-1 10:00', gates: { serials: ['S2'] }, arrivals: [] }],
  parities: [{ id: 'lead', ...stated, by: 'overall' }],
  pairDemands: [{ id: 'pair', ...stated, first: ['B1'], second: ['C1'] }],
  terms: [{ id: 'cordon', terms: named('cordon'), neverSay: { en: ['siege'] } }],
  assumptions: [
    {
      id: 'read',
      kind: 'readMinutes',
      distribution: { shape: 'triangular', least: 1, mode: 2, most: 3 },
      roles: ['interpreter'],
      source: 'assumed',
    },
  ],
  scarce: [{ id: 'interpreters', name: named('Interpreters'), roles: ['interpreter'] }],
  risks: [{ id: 'heat', name: named('Heat'), likelihood: 'low', consequence: 'low', mitigation: text('Water'), owner: 'controller' }],
  nets: [{ id: 'net', name: named('Net'), use: 'safety', channel: '3', posts: ['controller'] }],
  visits: [
    {
      id: 'visit',
      name: named('Visit'),
      period: { from: 'D+10 11:00', to: 'D+10 14:00' },
      serials: ['S4'],
      visitors: 10,
      officer: 'controller',
    },
  ],
  communiques: [{ id: 'close', kind: 'text', at: 'closing', title: text('T'), body: [text('B')], authentic: ['en', 'ru'] }],
  storylines: [],
  injects: [],
  events: [],
  excon: {
    storylines: sound.storylines,
    events: [{ id: 'E', name: named('E'), storyline: 'story' }],
    incidents: [{ id: 'N', name: named('N'), event: 'E' }],
    injects: [
      ...sound.injects,
      anInject({ id: 'I3', event: 'E', incident: 'N', trigger: { kind: 'after', inject: 'I1', happening: 'answered', delay: '5min' } }),
    ],
  },
  ofParty: {
    BLR: { persons: [{ id: 'p1', party: 'BLR', name: 'A', holds: [{ post: 'player', shift: { from: 'D 08:00', to: 'D 20:00' } }] }] },
    CHN: {
      persons: [{ id: 'p2', party: 'CHN', name: 'B', holds: [{ post: 'eval-c' }], clearance: 'RESTRICTED' }],
      posts: [aPost({ id: 'own', party: 'CHN', role: 'translator', cell: 'support', languages: ['zh', 'ru'] })],
    },
  },
};

/** The document's files; a test that changes a value copies it first. */
export function richDocument(): readonly ParsedFile[] {
  return aDocument(rich);
}
