/** What planners state says something, and what they wait for comes in time. */
import type { Exercise, Serial } from '../exercise.ts';
import type { Scope } from '../nouns/statements.ts';
import { ancestorsOfTask } from '../tasks.ts';
import { check, checkOfAbsence, checkOfItems, fault, note, type Remark } from './check.ts';

export const statementsSaySomething = checkOfItems(
  'statementsSaySomething',
  'A closure closes something, a duty rule limits something, an alternate offers something.',
  function* (document) {
    const { closures, dutyRules, alternates } = document.exercise;
    for (const { id, periods, daily, weekdays } of closures.list) {
      if (periods.length === 0 && daily === undefined && weekdays.length === 0)
        yield empty(document.placeOf('closures', id, [], 'key'), id, ['periods', 'daily', 'weekdays']);
    }
    for (const { id, mostPer24h, leastRest, mostNightsRunning, restBeforeNight } of dutyRules.list) {
      if ((mostPer24h ?? leastRest ?? mostNightsRunning ?? restBeforeNight) !== undefined) continue;
      yield empty(document.placeOf('dutyRules', id, [], 'key'), id, ['mostPer24h', 'leastRest', 'mostNightsRunning', 'restBeforeNight']);
    }
    for (const { id, window, start, site } of alternates.list) {
      if ((window ?? start ?? site) === undefined)
        yield empty(document.placeOf('alternates', id, [], 'key'), id, ['window', 'start', 'site']);
    }
  },
);

export const lagsAgree = check('lagsAgree', 'A lag’s least is no more than its most.', function* (document) {
  for (const { id, least, most } of document.exercise.lags.list) {
    if (least === undefined || most === undefined || !(least.minutes > most.minutes)) continue;
    yield fault(document.placeOf('lags', id, ['least']), 'exercise.moreThanMost', {
      item: id,
      field: 'least',
      count: least.minutes,
      most: most.minutes,
    });
  }
});

export const alternatesAreDecidedInTime = check(
  'alternatesAreDecidedInTime',
  'An alternate is decided before it begins.',
  function* (document) {
    for (const { id, decideBy, start, window } of document.exercise.alternates.list) {
      const begins = start ?? window?.from;
      if (begins === undefined || !(decideBy.at > begins.at)) continue;
      yield fault(document.placeOf('alternates', id, ['decideBy']), 'exercise.decidedTooLate', {
        item: id,
        written: decideBy.written,
        limit: begins.written,
      });
    }
  },
);

export const milestonesComeBeforeWhatTheyGate = check(
  'milestonesComeBeforeWhatTheyGate',
  'A milestone is due before the serials and arrivals that wait for it.',
  function* (document) {
    const { exercise } = document;
    for (const { id, due, gates, arrivals } of exercise.milestones.list) {
      const at = document.placeOf('milestones', id, ['due']);
      const late = (name: string, limit: { readonly written: string }) =>
        fault(at, 'exercise.dueTooLate', { item: id, written: due.written, name, limit: limit.written });
      for (const name of arrivals) {
        const arrival = exercise.contingents.byId.get(name)?.arrival;
        if (arrival !== undefined && due.at > arrival.at) yield late(name, arrival);
      }
      if (gates === undefined) continue;
      for (const serial of exercise.serials.list.filter((one) => isInScope(exercise, one, gates))) {
        const phase = serial.phase === undefined ? undefined : exercise.phases.byId.get(serial.phase);
        const limit = serial.at ?? serial.endsBy ?? phase?.to;
        if (limit !== undefined && due.at > limit.at) yield late(serial.id, limit);
      }
    }
  },
);

export const agreementsAreMade = checkOfAbsence(
  'agreementsAreMade',
  'For every kind of thing there is an agreement, and posts that can consent.',
  ['agreements', 'posts'],
  function* (document) {
    const { agreements, posts } = document.exercise;
    const missing = kindsAgreedOn.filter((kind) => !agreements.list.some(({ on }) => on === kind));
    if (missing.length > 0) yield note(document.placeOf('exercise', 'exercise', [], 'key'), 'exercise.noAgreementOn', { kinds: missing });
    for (const { id, consents } of agreements.list) {
      for (const [index, { role, party }] of consents.entries()) {
        if (posts.list.some((post) => post.role === role && (party === undefined || post.party === party))) continue;
        yield fault(document.placeOf('agreements', id, ['consents', index]), 'exercise.nobodyConsents', {
          item: id,
          role,
          party: party ?? '',
        });
      }
    }
  },
);

const kindsAgreedOn = ['document', 'plan', 'change', 'inject', 'release', 'resume', 'finding', 'communique'] as const;

export const supportCanBeGiven = checkOfAbsence(
  'supportCanBeGiven',
  'For every demand of support there are posts with the role and languages, of each party where each is asked.',
  ['posts', 'parties'],
  function* (document) {
    const { supportDemands, meetings, parties, posts, setting } = document.exercise;
    const lacking = (at: Remark['at'], item: string, demand: Demand, party?: string) => {
      const { role, languages, count } = demand;
      const able = posts.list.filter(
        (post) =>
          post.role === role &&
          (party === undefined || post.party === party) &&
          languages.every((language) => post.languages.includes(language)),
      );
      const inWords = [...(party === undefined ? [] : [party]), ...languages].join(', ');
      return able.length >= count
        ? []
        : [fault(at, 'exercise.noSupport', { item, role: inWords === '' ? role : `${role} (${inWords})`, count, most: able.length })];
    };
    for (const demand of supportDemands.list) {
      const at = document.placeOf('supportDemands', demand.id, ['role']);
      const participating = setting.participating.filter((party) => parties.byId.has(party));
      for (const party of demand.eachParty ? participating : [undefined]) yield* lacking(at, demand.id, demand, party);
    }
    for (const { id, support } of meetings.list) {
      for (const [index, demand] of support.entries()) yield* lacking(document.placeOf('meetings', id, ['support', index]), id, demand);
    }
  },
);

type Demand = { readonly role: string; readonly languages: readonly string[]; readonly count: number };

export const assumptionsAreDistributions = checkOfItems(
  'assumptionsAreDistributions',
  'An assumption’s figures make a distribution.',
  function* (document) {
    for (const { id, distribution } of document.exercise.assumptions.list) {
      const at = document.placeOf('assumptions', id, ['distribution']);
      if (distribution.shape === 'triangular' && !(distribution.least <= distribution.mode && distribution.mode <= distribution.most)) {
        yield fault(at, 'exercise.notTriangular', {
          item: id,
          least: distribution.least,
          mode: distribution.mode,
          most: distribution.most,
        });
      }
      if (distribution.shape === 'weights' && !Object.values(distribution.weights).some((weight) => weight > 0))
        yield fault(at, 'exercise.noWeights', { item: id });
    }
  },
);

/** Whether a serial is among those a scope names; a scope that names none by serial, kind, phase, task or site means none here. */
export function isInScope(exercise: Exercise, serial: Serial, scope: Scope): boolean {
  const { serials, kinds, phases, tasks, sites } = scope;
  if ((serials ?? kinds ?? phases ?? tasks ?? sites) === undefined) return false;
  const below = new Set<string>(serial.tasks.flatMap((task) => ancestorsOfTask(exercise, task)));
  return (
    (serials === undefined || serials.some((id) => id === serial.id)) &&
    (kinds?.includes(serial.kind) ?? true) &&
    (phases === undefined || phases.some((id) => id === serial.phase)) &&
    (tasks === undefined || tasks.some((id) => below.has(id))) &&
    (sites === undefined || (serial.sites.length > 0 && serial.sites.every((id) => sites.includes(id))))
  );
}

function empty(at: Remark['at'], item: string, fields: readonly string[]): Remark {
  return fault(at, 'exercise.saysNothing', { item }, { key: 'exercise.stateOneOf', values: { fields } });
}
