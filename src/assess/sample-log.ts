/** A small exercise and its log for tests: two parties, two phases, every kind of thing an assessment speaks of, each once or twice. */
import type { LoggedEvent } from '../conduct/index.ts';
import { anExercise, anInject, aPost, aSerial, aSite, aStoryline, aTask, aUnit, type Exercise } from '../exercise/index.ts';
import { aBooking, aLog, at, dDayMinutes, excon, ofParty, ofPost, type Told, told } from './a-log.ts';

const inEnglish = (text: string) => ({ source: 'en', texts: { en: text } });
const named = (text: string) => ({ en: text });

const shared = {
  sites: [aSite({ id: 'range' }), aSite({ id: 'village' })],
  units: [aUnit({ id: 'b1' }), aUnit({ id: 'b2' }), aUnit({ id: 'c1', party: 'CHN' }), aUnit({ id: 'c2', party: 'CHN' })],
  posts: [
    aPost({ id: 'b-lead', role: 'teamLeader', cell: 'trainingAudience' }),
    aPost({ id: 'c-lead', party: 'CHN', role: 'teamLeader', cell: 'trainingAudience' }),
    aPost({ id: 'b-liaison', role: 'liaisonOfficer', cell: 'trainingAudience' }),
    aPost({ id: 'b-eval', role: 'evaluator' }),
    aPost({ id: 'c-eval', party: 'CHN', role: 'evaluator' }),
  ],
  tasks: [
    aTask({ id: 'search' }),
    aTask({
      id: 'search-house',
      parent: 'search',
      criticalTasks: { brief: { name: named('Brief'), standard: inEnglish('In ten minutes.') } },
    }),
    aTask({ id: 'cordon', criticalTasks: { report: { name: named('Report'), standard: inEnglish('Every half hour.') } } }),
  ],
  phases: [
    { id: 'parts', name: named('Part-task'), from: '080000CJUL24', to: '100000CJUL24', order: 1 },
    { id: 'final', name: named('Final'), from: '100000CJUL24', to: '190000CJUL24', order: 2 },
  ],
  procedures: [
    { id: 'back-brief', name: named('Back-brief'), kind: 'backBrief', within: '15min', standard: inEnglish('Correct in both languages.') },
    { id: 'ask', name: named('Request'), kind: 'request', within: '20min', standard: inEnglish('Answered within twenty minutes.') },
  ],
  serials: [
    aSerial({ id: 's1', tasks: ['search-house'], phase: 'parts' }),
    aSerial({ id: 's2', tasks: ['cordon'], phase: 'final' }),
    aSerial({ id: 's3', tasks: ['search-house'], phase: 'final' }),
  ],
  requirements: [
    { id: 'r1', party: 'BLR', task: 'search', mixed: true },
    { id: 'r2', party: 'CHN', task: 'cordon', light: 'night' },
  ],
} as const;

/** As EXCON and a complete log know it; without `excon` as a party outside knows it. */
export function sampleExercise(options: { readonly excon: boolean } = { excon: true }): Exercise {
  const injects = [anInject({ id: 'i1', number: '1.1', to: ['c-lead'] }), anInject({ id: 'i2', number: '1.2', to: ['b-lead'] })];
  return anExercise(options.excon ? { ...shared, excon: { storylines: [aStoryline({ id: 'story' })], injects } } : shared);
}

/** Five days in some fifty events, of which each party reads its own. */
export function sampleLog(): readonly LoggedEvent[] {
  return aLog(...opening(), ...play(), ...evaluation(), ...closing());
}

function opening(): readonly Told[] {
  return [
    told(-120, 'PlanAdopted', { seed: '1', iterations: 1, lanes: 4, objectives: [], unmet: [] }, excon),
    aBooking('s1', 600, ['b1', 'c1']),
    aBooking('s2', 4200, ['c1', 'c2'], { site: 'village' }),
    aBooking('s3', 4500, ['b2', 'c2'], { site: 'village' }),
    told(-30, 'ContingentArrived', { contingent: 'c-main', strength: 101 }),
    told(360, 'StartexDeclared', { exerciseTime: at(360) }),
    told(590, 'SerialCalled', { serial: 's1' }),
    told(592, 'GoNoGoSigned', { serial: 's1', item: 'safety', go: true }),
    told(593, 'GoNoGoSigned', { serial: 's1', item: 'party', party: 'BLR', go: true }),
    told(595, 'SerialReady', { serial: 's1' }),
    told(600, 'SerialStarted', { serial: 's1' }),
  ];
}

function play(): readonly Told[] {
  const c = ofPost('c-lead', 'CHN');
  const from = { zh: '来电者' };
  const timed = {
    request: 'q1',
    from: 'BLR',
    to: 'CHN',
    procedure: 'ask',
    serial: 's1',
    translateSeconds: 300,
    reviewSeconds: 240,
    deliverSeconds: 5,
  };
  return [
    told(610, 'InjectReleased', { inject: 'i1', deliveries: ['d1'] }, excon),
    told(
      610,
      'InjectReceived',
      { delivery: 'd1', number: 1, to: 'c-lead', from, means: 'telephone', texts: { zh: '…' }, answerWithinMinutes: 10 },
      c,
    ),
    told(616, 'DeliveryAnswered', { delivery: 'd1', by: 'c-lead', text: '收到', language: 'zh' }, c),
    told(618, 'ExpectedActionSeen', { inject: 'i1', outcome: 'expected' }, excon),
    told(
      620,
      'MessageSent',
      { message: 'm1', from: 'b-lead', to: ['b-liaison'], language: 'ru', means: 'radio', text: '…' },
      ofParty('BLR'),
    ),
    told(621, 'ContactMarked', { contact: 'k1', from: 'b-lead', to: 'b-liaison', means: 'radio' }, ofParty('BLR')),
    told(625, 'ContactMarked', {
      contact: 'k2',
      from: 'b-liaison',
      to: 'c-lead',
      means: 'faceToFace',
      serial: 's1',
      procedure: 'back-brief',
    }),
    told(
      622,
      'RequestMade',
      { request: 'q1', from: 'b-lead', to: 'c-lead', language: 'ru', text: '…', procedure: 'ask', serial: 's1' },
      ofParty('BLR'),
    ),
    told(640, 'RequestTimed', { ...timed, decideSeconds: 400, answered: true, onTime: true }),
    told(630, 'StopCalled', { stop: 'stop1', site: 'range', serials: ['s1'] }),
    told(630, 'SerialStopped', { serial: 's1' }),
    told(635, 'StopLifted', { stop: 'stop1' }),
    told(636, 'SerialResumed', { serial: 's1' }),
    told(650, 'ProcedureRecorded', {
      ...brief,
      record: 'p1',
      serial: 's1',
      startedAt: at(640),
      finishedAt: at(650),
      correct: { ru: true, zh: false },
    }),
    told(780, 'SerialDone', { serial: 's1' }),
    told(4000, 'NoDuffRaised', { alert: 'a1', site: null, kind: 'weather', drill: true, serials: [], channel: '16' }),
    told(4100, 'BookingChanged', { booking: { ...moved }, reason: 'Wind' }),
    told(4230, 'SerialStarted', { serial: 's2' }),
    told(4260, 'ProcedureRecorded', {
      ...brief,
      record: 'p2',
      serial: 's2',
      startedAt: at(4250),
      finishedAt: at(4260),
      correct: { ru: true, zh: true },
    }),
    told(4300, 'SerialCurtailed', { serial: 's2', reason: 'Wind' }),
    told(4400, 'SerialCancelled', { serial: 's3', reason: 'Wind' }),
  ];
}

const brief = { procedure: 'back-brief', from: 'BLR', to: 'CHN' };
const moved = {
  serial: 's2',
  held: true,
  start: dDayMinutes + 4230,
  end: dDayMinutes + 4350,
  site: 'village',
  team: ['c1', 'c2'],
  lead: 'c1',
  support: [],
};

function evaluation(): readonly Told[] {
  const brief = { observation: 'o1', serial: 's1', task: 'search-house', criticalTask: 'search-house/brief' };
  return [
    told(700, 'ObservationMade', { ...brief, evaluator: 'b-eval', party: 'BLR', rating: 'S' }, ofParty('BLR')),
    told(701, 'ObservationReleased', { ...brief, party: 'BLR', rating: 'S' }),
    told(
      702,
      'ObservationMade',
      { ...brief, observation: 'o2', evaluator: 'c-eval', party: 'CHN', rating: null, met: true, negativeImpact: true },
      ofParty('CHN'),
    ),
  ];
}

function closing(): readonly Told[] {
  const finding = {
    finding: 'f1',
    title: 'Back-briefs',
    text: 'One language was late.',
    language: 'en',
    strength: false,
    serials: ['s1'],
    shownBy: [],
    party: 'BLR',
  };
  return [
    told(5000, 'EndexDeclared', {}),
    told(5010, 'PlayedInjectReleased', { delivery: 'd1', number: '1.1', title: { en: 'Call' }, to: ['c-lead'], answered: true }),
    told(5020, 'FindingProposed', finding),
    told(5030, 'FindingAgreed', { finding: 'f1' }),
    told(5040, 'CorrectiveActionSet', {
      action: 'act1',
      finding: 'f1',
      text: 'Rehearse it.',
      owner: 'b-lead',
      due: dDayMinutes + 500_000,
      element: 'training',
      done: false,
    }),
    told(5050, 'FindingProposed', { ...finding, finding: 'f2', title: '内部', party: 'CHN' }, ofParty('CHN')),
  ];
}
