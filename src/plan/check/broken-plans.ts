// Plans broken on purpose, one or more for each rule, for the checker's tests: what is broken, in which document, and how many breaches there are.

import type { Exercise } from '../../exercise/index.ts';
import { type AnExercise, anExercise, aPost, aSerial, aSite, aUnit } from '../../exercise/index.ts';
import type { ABooking } from '../a-plan.ts';

export type BrokenPlan = {
  readonly rule: string;
  readonly why: string;
  readonly exercise: Exercise;
  readonly bookings: readonly ABooking[];
  readonly count: number;
};

const reason = 'Stated for a test.';
const named = { en: 'Test', zh: '测', ru: 'Т' };
const day = (date: number, hours: string) => `${String(date).padStart(2, '0')}${hours}CJUL24`;

const sites = [aSite({ id: 'A', travel: { B: '30min' } }), aSite({ id: 'B' })];
const units = [
  aUnit({ id: 'b1', capabilities: [{ capability: 'medic', level: 2 }], languages: ['ru'] }),
  aUnit({ id: 'b2' }),
  aUnit({ id: 'c1', party: 'CHN', capabilities: [{ capability: 'medic', level: 1 }], languages: ['zh'] }),
  aUnit({ id: 'c2', party: 'CHN' }),
];
const posts = [
  aPost({ id: 'safety', role: 'safetyOfficer' }),
  aPost({ id: 'safety-2', role: 'safetyOfficer', party: 'CHN', languages: ['zh'], sites: ['B'] }),
  aPost({ id: 'speaker', role: 'interpreter', languages: ['ru', 'zh'] }),
];
const capabilities = [{ id: 'medic', name: named }];

function document(given: AnExercise & { readonly setting?: Readonly<Record<string, unknown>> }): Exercise {
  return anExercise({ sites, units, posts, capabilities, ...given });
}

/** A serial S of two hours at A or B with a team of anybody. */
const s = (given: Partial<Parameters<typeof aSerial>[0]> = {}) => aSerial({ id: 'S', sites: ['A', 'B'], team: {}, ...given });
const t = (given: Partial<Parameters<typeof aSerial>[0]> = {}) => s({ id: 'T', ...given });
const atS = (given: Partial<ABooking> = {}): ABooking => ({ serial: 'S', start: day(9, '1000'), site: 'A', team: ['b1'], ...given });
const atT = (given: Partial<ABooking> = {}): ABooking => atS({ serial: 'T', start: day(9, '1400'), team: ['b2'], ...given });

const one = (rule: string, why: string, serial: ReturnType<typeof s>, booking: ABooking, count = 1, more: AnExercise = {}): BrokenPlan => ({
  rule,
  why,
  exercise: document({ serials: [serial], ...more }),
  bookings: [booking],
  count,
});
const two = (rule: string, why: string, second: ABooking, count = 1, more: AnExercise = {}, first: ABooking = atS()): BrokenPlan => ({
  rule,
  why,
  exercise: document({ serials: [s(), t()], ...more }),
  bookings: [first, second],
  count,
});

const form: readonly BrokenPlan[] = [
  one('everySerialIsBookedOnce', 'a serial that the document does not know', s(), { serial: 'X', start: day(9, '1000') }),
  { rule: 'mandatorySerialsAreHeld', why: 'nothing is held', exercise: document({ serials: [s(), t()] }), bookings: [], count: 2 },
  {
    rule: 'optionalSerialsCost',
    why: 'it is not held',
    exercise: document({ serials: [s({ optional: { price: 7 } })] }),
    bookings: [],
    count: 1,
  },
  one('heldSerialsHaveTimes', 'held without an end', s(), atS({ end: null })),
  one('serialsTakeTheirTime', 'three hours instead of two', s({ run: '3h' }), atS({ end: 28675860 as never })),
  one('startsLieOnTheGrid', 'ten minutes past', s(), atS({ start: day(9, '1010') })),
  one('fixedPointsStand', 'an hour late', s({ at: day(9, '0900') }), atS()),
  one('serialsLieInTheirWindow', 'before the window', s({ startsFrom: day(9, '1200') }), atS()),
  one('serialsLieInTheirWindow', 'after the window', s({ endsBy: day(9, '1100') }), atS()),
  one('serialsLieInTheirWindow', 'outside its phase', s({ phase: 'p' }), atS(), 1, {
    phases: [{ id: 'p', name: named, from: day(10, '0000'), to: day(11, '0000') }],
  }),
  one('serialsKeepTheirHours', 'it begins too early', s({ hours: { from: '11:00', to: '18:00' } }), atS()),
  one('serialsRunInTheirLight', 'night work by day', s({ light: 'night' }), atS()),
  one('teamsAreLeafUnits', 'a parent is booked', s(), atS({ team: ['parent'] }), 1, {
    units: [...units, aUnit({ id: 'parent' }), aUnit({ id: 'child', parent: 'parent' })],
  }),
  one('teamsAreLeafUnits', 'out of order', s(), atS({ team: ['b2', 'b1'] })),
];

const places: readonly BrokenPlan[] = [
  one('serialsAreAtTheirSites', 'a site it does not name', s({ sites: ['B'] }), atS()),
  one('serialsAreAtTheirSites', 'a site without its facility', s({ facilities: ['hall'] }), atS(), 1, {
    facilities: [{ id: 'hall', name: named }],
  }),
  one('serialsAreAtTheirSites', 'no site', s(), atS({ site: null })),
  one('sitesAreOpen', 'the reset is after closing', s({ reset: '1h' }), atS(), 1, {
    sites: [aSite({ id: 'A', opening: [{ from: '08:00', to: '12:30' }] }), aSite({ id: 'B' })],
  }),
  two('sitesHoldTheirSerials', 'two at once where one fits', atT({ start: day(9, '1100') })),
  two('sitesHoldTheirPeople', 'twenty people where ten fit', atT({ start: day(9, '1100') }), 1, {
    sites: [aSite({ id: 'A', capacity: { serials: 2, people: 10 } }), aSite({ id: 'B' })],
  }),
  {
    rule: 'poolsSuffice',
    why: 'the boat needs an hour between two uses',
    exercise: document({
      serials: [s({ pools: [{ pool: 'boat', count: 1 }] }), t({ pools: [{ pool: 'boat', count: 1 }] })],
      pools: [{ id: 'boat', name: named, count: 1, turnaround: '1h' }],
    }),
    bookings: [atS(), atT({ start: day(9, '1230') })],
    count: 1,
  },
  one('poolsSuffice', 'fewer during repairs', s({ pools: [{ pool: 'boat', count: 2 }] }), atS(), 1, {
    pools: [
      { id: 'boat', name: named, count: 2, lessDuring: [{ period: { from: day(9, '1100'), to: day(9, '1130') }, count: 1, reason }] },
    ],
  }),
  one('poolsAreUsedWhereTheyAre', 'the boat is at B', s({ pools: [{ pool: 'boat', count: 1 }] }), atS(), 1, {
    pools: [{ id: 'boat', name: named, count: 1, sites: ['B'] }],
  }),
];

const people: readonly BrokenPlan[] = [
  one('peopleArePresent', 'the unit comes a day later', s(), atS(), 1, {
    units: [aUnit({ id: 'b1', presence: [{ from: day(10, '0000'), to: day(12, '0000') }] })],
  }),
  two('oneSerialAtATime', 'one unit in two serials', atT({ start: day(9, '1100'), site: 'B', team: ['b1'] })),
  two('thereIsTimeToTravel', 'thirty minutes of way and none left', atT({ start: day(9, '1200'), site: 'B', team: ['b1'] })),
  one('meetingsAreKept', 'its safety officer is in a meeting', s(), atS({ support: [{ demand: 'f', by: 'safety' }] }), 1, {
    supportDemands: [{ id: 'f', reason, role: 'safetyOfficer' }],
    meetings: [{ id: 'm', reason, name: named, at: '11:00', minutes: 30, from: day(9, '0000'), to: day(10, '0000'), posts: ['safety'] }],
  }),
  one('meetingsFindSupport', 'the only interpreter is in the field', s(), atS({ support: [{ demand: 'f', by: 'speaker' }] }), 1, {
    supportDemands: [{ id: 'f', reason, role: 'interpreter' }],
    meetings: [
      {
        id: 'm',
        reason,
        name: named,
        at: '11:00',
        minutes: 30,
        from: day(9, '0000'),
        to: day(10, '0000'),
        posts: ['safety'],
        support: [{ role: 'interpreter', languages: ['ru', 'zh'] }],
      },
    ],
  }),
  one('supportIsGiven', 'nobody sees to safety', s(), atS(), 1, { supportDemands: [{ id: 'f', reason, role: 'safetyOfficer' }] }),
  one('supportIsGiven', 'each party gives its own', s(), atS({ team: ['b1', 'c1'], support: [{ demand: 'f/BLR', by: 'safety' }] }), 1, {
    supportDemands: [{ id: 'f', reason, role: 'safetyOfficer', eachParty: true }],
  }),
  one('supportersFit', 'without the language', s(), atS({ support: [{ demand: 'f', by: 'safety' }] }), 1, {
    supportDemands: [{ id: 'f', reason, role: 'safetyOfficer', languages: ['zh'] }],
  }),
  one('supportersFit', 'it serves at B only', s(), atS({ support: [{ demand: 'f', by: 'safety-2' }] }), 1, {
    supportDemands: [{ id: 'f', reason, role: 'safetyOfficer' }],
  }),
];

const teams: readonly BrokenPlan[] = [
  one('teamsMeetTheirDemands', 'no medic of level 2', s({ team: { demands: [{ capability: 'medic', level: 2 }] } }), atS({ team: ['c1'] })),
  one(
    'teamsMeetTheirDemands',
    'one unit for two distinct demands',
    s({
      team: {
        demands: [
          { capability: 'medic', distinct: true },
          { language: 'ru', distinct: true },
        ],
      },
    }),
    atS({ team: ['b1', 'b2'] }),
  ),
  one('teamsHaveTheirSize', 'too few units and too many people', s({ team: { units: { least: 2 }, people: { most: 5 } } }), atS(), 2),
  one('teamsHaveTheirParties', 'one party of two, one unit of two', s({ team: { parties: { least: 2 }, perParty: { BLR: 2 } } }), atS(), 2),
  one('namedUnitsTakePart', 'the named unit is missing', s({ team: { named: ['b2'] } }), atS()),
  one('namedUnitsTakePart', 'a unit that may not be there', s({ team: { from: ['b2'] } }), atS()),
  one('taskGroupsStayTogether', 'half the group', s({ team: { taskGroup: { group: 'g' } } }), atS(), 1, {
    taskGroups: [{ id: 'g', name: named, units: ['b1', 'c1'] }],
  }),
  {
    rule: 'teamsAreKept',
    why: 'another team',
    exercise: document({ serials: [s(), t({ team: { sameTeamAs: 'S' } })] }),
    bookings: [atS(), atT()],
    count: 1,
  },
  {
    rule: 'teamsAreKept',
    why: 'none of its units',
    exercise: document({ serials: [s(), t({ team: { unitsOf: { serial: 'S', least: 1 } } })] }),
    bookings: [atS(), atT()],
    count: 1,
  },
  one('leadsAreOfTheTeam', 'led from outside', s(), atS({ lead: 'b2' })),
  one('leadsAreOfTheTeam', 'the other party should lead', s({ team: { lead: { party: 'CHN' } } }), atS({ team: ['b1', 'c1'] })),
];

const stated: readonly BrokenPlan[] = [
  one('closuresAreRespected', '(a) the site is closed at noon', s(), atS(), 1, {
    closures: [{ id: 'x', reason, scope: { sites: ['A'] }, daily: { from: '11:00', to: '12:00' } }],
  }),
  one('closuresAreRespected', '(a) a feast day of a party', s(), atS({ team: ['b1', 'c1'] }), 1, {
    closures: [{ id: 'x', reason, scope: { parties: ['CHN'] }, periods: [{ from: day(9, '0000'), to: day(10, '0000') }] }],
  }),
  one('closuresAreRespected', '(a) every Tuesday', s(), atS(), 1, { closures: [{ id: 'x', reason, weekdays: ['Tue'] }] }),
  two('exclusionsAreRespected', '(c) one danger area', atT({ start: day(9, '1100'), site: 'B' }), 1, {
    exclusions: [{ id: 'x', reason, between: { sites: ['A'] }, and: { sites: ['B'] } }],
  }),
  {
    rule: 'serialsFollowTheirPredecessors',
    why: '(d) before its predecessor',
    exercise: document({ serials: [s({ after: ['T'] }), t()] }),
    bookings: [atS(), atT()],
    count: 1,
  },
  two('lagsAreKept', '(d) two hours instead of four', atT(), 1, {
    lags: [{ id: 'x', reason, first: { serials: ['S'] }, second: { serials: ['T'] }, least: '4h' }],
  }),
  two('lagsAreKept', '(d) two hours instead of at most one', atT(), 1, {
    lags: [{ id: 'x', reason, first: { serials: ['S'] }, second: { serials: ['T'] }, most: '1h' }],
  }),
  ...(['notSameDay', 'consecutive', 'together'] as const).map((relation) =>
    two('daysAreKept', `(d) ${relation}`, atT(), 1, {
      lags: [{ id: 'x', reason, first: { serials: ['S'] }, second: { serials: ['T'] }, relation }],
    }),
  ),
  two('daysAreKept', '(d) sameDay', atT({ start: day(10, '1000') }), 1, {
    lags: [{ id: 'x', reason, first: { serials: ['S'] }, second: { serials: ['T'] }, relation: 'sameDay' }],
  }),
  two('nobodyTakesPartUnqualified', '(e) the safety brief was without it', atT(), 1, {
    qualifications: [{ id: 'x', reason, before: { serials: ['T'] }, needs: { serials: ['S'] } }],
  }),
  one('milestonesGoBefore', '(i) the plan is due a day later', s(), atS(), 1, {
    milestones: [{ id: 'x', reason, name: named, due: day(9, '0800'), lead: '1d', gates: {} }],
  }),
];

const duty: readonly BrokenPlan[] = [
  two('nobodyIsOnDutyTooLong', 'four hours where three are allowed', atT({ team: ['b1'] }), 1, {
    dutyRules: [{ id: 'x', reason, mostPer24h: '3h' }],
  }),
  two('everybodyRests', 'six hours between two serials of a day', atT({ start: day(9, '1800'), team: ['b1'] }), 1, {
    dutyRules: [{ id: 'x', reason, leastRest: '17h' }],
  }),
  {
    rule: 'nobodyWorksTooManyNights',
    why: 'two nights running',
    exercise: document({ serials: [s(), t()], dutyRules: [{ id: 'x', reason, mostNightsRunning: 1 }] }),
    bookings: [atS({ start: day(9, '2330') }), atT({ start: day(10, '2330'), team: ['b1'] })],
    count: 1,
  },
  two(
    'restGoesBeforeNightWork',
    'two hours before the night',
    atT({ start: day(9, '2330'), team: ['b1'] }),
    1,
    { dutyRules: [{ id: 'x', reason, restBeforeNight: '3h' }] },
    atS({ start: day(9, '1930') }),
  ),
];

const training: readonly BrokenPlan[] = [
  one('requirementsAreMet', 'the other party needs it too', s({ tasks: ['search'] }), atS(), 1, {
    tasks: [{ id: 'search', name: named }],
    requirements: [{ id: 'r', party: 'CHN', task: 'search' }],
  }),
  two(
    'partiesLeadEqually',
    'one party leads both',
    atT({ team: ['b2', 'c2'] }),
    1,
    { parities: [{ id: 'x', reason, by: 'overall', within: 1 }] },
    atS({ team: ['b1', 'c1'] }),
  ),
  one('demandedPairsServeTogether', 'they never meet', s(), atS(), 1, {
    pairDemands: [{ id: 'x', reason, first: ['b1'], second: ['c1'] }],
  }),
];

const wet = { id: 'x', reason, serials: ['S'], trigger: 'weather' as const };
const alternates: readonly BrokenPlan[] = [
  one('alternatesAreDecidedInTime', '(h) decided after it began', s(), atS(), 1, {
    alternates: [{ ...wet, decideBy: day(9, '1100'), start: day(11, '1000') }],
  }),
  two('alternatesHold', '(h) its unit is busy in the reserve', atT({ start: day(11, '1000'), site: 'B', team: ['b1'] }), 1, {
    alternates: [{ ...wet, decideBy: day(9, '0600'), start: day(11, '1000') }],
  }),
  one('alternatesHold', '(h) the reserve window is shorter than the serial', s(), atS(), 1, {
    alternates: [{ ...wet, decideBy: day(9, '0600'), window: { from: day(11, '1000'), to: day(11, '1100') } }],
  }),
];

/** Two where one is enough: one breaks a rule of soft price, and has to be told apart. */
const soft: readonly BrokenPlan[] = [
  one('meetingsAreKept', 'a soft meeting is missed', s(), atS({ support: [{ demand: 'f', by: 'safety' }] }), 1, {
    supportDemands: [{ id: 'f', reason, role: 'safetyOfficer' }],
    meetings: [
      { id: 'm', reason, price: 3, name: named, at: '11:00', minutes: 30, from: day(9, '0000'), to: day(10, '0000'), posts: ['safety'] },
    ],
  }),
];

export const brokenPlans: readonly BrokenPlan[] = [
  ...form,
  ...places,
  ...people,
  ...teams,
  ...stated,
  ...duty,
  ...training,
  ...alternates,
  ...soft,
];
