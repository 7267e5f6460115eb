// Sentences for what planners state: closures, lags, support and the rest, each with what it asks, for whom, and why it was stated.
import type { Exercise, Scope } from '../../exercise/index.ts';
import type { PlanProblem } from '../problem.ts';
import type { Named } from './model.ts';

export type Sentence = {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

const most = 6;
/** A few names, and how many there are besides. */
export const some = (names: readonly string[]): readonly string[] =>
  names.length <= most ? names : [...names.slice(0, most - 1), `+${names.length - most + 1}`];

/** The names of a scope; empty where it means everything. Fields narrow each other: units in serials are told as `S-1 (U-1, U-2)`. */
export function namesOf(scope: Scope): readonly string[] {
  const { parties, units, posts, roles, sites, zones, pools, tasks, phases, serials, kinds } = scope;
  const groups = [serials, units, posts, sites, tasks, phases, kinds, parties, roles, zones, pools].flatMap((names) =>
    names === undefined ? [] : [some(names)],
  );
  const [first, ...narrower] = groups;
  if (first === undefined || narrower.length === 0) return first ?? [];
  return [`${first.join(', ')} (${narrower.map((names) => names.join(', ')).join('; ')})`];
}

/** Why somebody stated it, in each language it was written in. */
export const reasonOf = (
  stated: { readonly reason?: string | undefined; readonly reasonIn?: Readonly<Record<string, string>> | undefined } | undefined,
): Sentence['values'] => ({
  reason: stated?.reason ?? '',
  ...Object.fromEntries(Object.entries(stated?.reasonIn ?? {}).map(([language, text]) => [`reason/${language}`, text])),
});

/** The most minutes that a duty rule leaves of 24 hours. */
export const dutyMinutes = (
  stated:
    | { readonly mostPer24h?: { readonly minutes: number } | undefined; readonly leastRest?: { readonly minutes: number } | undefined }
    | undefined,
): number => Math.min(stated?.mostPer24h?.minutes ?? 1440, 1440 - (stated?.leastRest?.minutes ?? 0));

const say = (key: string, values: Sentence['values']): Sentence => ({ key: `plan.why.${key}`, values });

export function sentenceOfItem(planning: PlanProblem, { collection, id }: Named): Sentence {
  const { exercise } = planning;
  switch (collection) {
    case 'closures':
      return ofClosure(exercise, id);
    case 'lags':
      return ofLag(exercise, id);
    case 'exclusions': {
      const stated = exercise.exclusions.byId.get(id);
      return say('exclusion', {
        id,
        ...reasonOf(stated),
        between: namesOf(stated?.between ?? {}),
        and: namesOf(stated?.and ?? {}),
      });
    }
    case 'qualifications': {
      const stated = exercise.qualifications.byId.get(id);
      return say('qualification', {
        id,
        ...reasonOf(stated),
        before: namesOf(stated?.before ?? {}),
        needs: namesOf(stated?.needs ?? {}),
        each: stated?.each ?? 'unit',
      });
    }
    case 'supportDemands':
      return ofSupport(planning, id);
    case 'dutyRules': {
      const stated = exercise.dutyRules.byId.get(id);
      return say('dutyRule', { id, ...reasonOf(stated), minutes: dutyMinutes(stated) });
    }
    case 'milestones': {
      const stated = exercise.milestones.byId.get(id);
      const from = (stated?.due.at ?? 0) + (stated?.lead?.minutes ?? 0);
      return say('milestone', { id, ...reasonOf(stated), what: namesOf(stated?.gates ?? {}), from });
    }
    case 'requirements':
      return ofRequirement(planning, id);
    case 'parities': {
      const stated = exercise.parities.byId.get(id);
      return say('parity', { id, ...reasonOf(stated), within: stated?.within ?? 0, by: stated?.by ?? 'overall' });
    }
    case 'pairDemands': {
      const stated = exercise.pairDemands.byId.get(id);
      return say('pairDemand', {
        id,
        ...reasonOf(stated),
        first: some(stated?.first ?? []),
        second: some(stated?.second ?? []),
        times: stated?.times ?? 1,
      });
    }
    case 'meetings': {
      const stated = exercise.meetings.byId.get(id);
      return say('meeting', { id, at: stated?.at ?? '', minutes: stated?.minutes ?? 0, posts: some(stated?.posts ?? []) });
    }
    case 'alternates': {
      const stated = exercise.alternates.byId.get(id);
      return say('alternate', {
        id,
        ...reasonOf(stated),
        serials: some(stated?.serials ?? []),
        decideBy: stated?.decideBy.at ?? 0,
        when: stated?.start !== undefined ? 'start' : stated?.window !== undefined ? 'window' : 'own',
        from: stated?.start?.at ?? stated?.window?.from.at ?? 0,
        to: stated?.window?.to.at ?? 0,
        site: stated?.site ?? '',
        where: stated?.site === undefined ? 'own' : 'site',
      });
    }
    default:
      return say('other', { collection, id });
  }
}

function ofClosure(exercise: Exercise, id: string): Sentence {
  const stated = exercise.closures.byId.get(id);
  const names = namesOf(stated?.scope ?? {});
  const values = { id, ...reasonOf(stated), what: names, for: names.length === 0 ? 'all' : 'some' };
  const [first] = stated?.periods ?? [];
  const last = stated?.periods.at(-1);
  if (stated?.daily !== undefined || (stated?.weekdays.length ?? 0) > 0)
    return say('closureDaily', {
      ...values,
      from: stated?.daily?.from ?? '00:00',
      to: stated?.daily?.to ?? '24:00',
      days: stated?.weekdays ?? [],
      when: (stated?.weekdays.length ?? 0) > 0 ? 'weekdays' : 'daily',
    });
  return say('closure', { ...values, n: stated?.periods.length ?? 0, from: first?.from.at ?? 0, to: last?.to.at ?? 0 });
}

function ofLag(exercise: Exercise, id: string): Sentence {
  const stated = exercise.lags.byId.get(id);
  const values = {
    id,
    ...reasonOf(stated),
    first: namesOf(stated?.first ?? {}),
    second: namesOf(stated?.second ?? {}),
    units: stated?.sameUnitsOnly === true ? 'same' : 'any',
  };
  if (stated === undefined || stated.relation !== 'lag') return say('lagDay', { ...values, relation: stated?.relation ?? 'sameDay' });
  if (stated.measured === 'endToStart' && stated.most === undefined && (stated.least?.minutes ?? 0) === 0) return say('lagOrder', values);
  return say('lag', {
    ...values,
    from: stated.measured.startsWith('end') ? 'end' : 'start',
    to: stated.measured.endsWith('Start') ? 'start' : 'end',
    least: stated.least?.minutes ?? 0,
    limit: stated.most === undefined ? 'none' : 'some',
    most: stated.most?.minutes ?? 0,
  });
}

function ofSupport(planning: PlanProblem, id: string): Sentence {
  const stated = planning.exercise.supportDemands.byId.get(id);
  const givers = planning.supports.find((demand) => demand.id === id)?.eligible.map((post) => planning.bodies[post]?.id ?? '') ?? [];
  const names = namesOf(stated?.scope ?? {});
  return say('support', {
    id,
    ...reasonOf(stated),
    count: stated?.count ?? 1,
    role: stated?.role ?? '',
    languages: stated?.languages ?? [],
    speak: (stated?.languages.length ?? 0) > 0 ? 'some' : 'any',
    each: stated?.eachParty === true ? 'party' : 'serial',
    what: names,
    for: names.length === 0 ? 'all' : 'some',
    n: givers.length,
    who: some(givers),
  });
}

function ofRequirement(planning: PlanProblem, id: string): Sentence {
  const stated = planning.exercise.requirements.byId.get(id);
  const could = planning.serials
    .filter(
      ({ tasks, team, phase }) => team !== null && tasks.has(stated?.task ?? '') && (stated?.phase === undefined || phase === stated.phase),
    )
    .map((facts) => facts.id);
  return say('requirement', {
    id,
    party: stated?.party ?? '',
    task: stated?.task ?? '',
    times: stated?.times ?? 1,
    light: stated?.light ?? 'any',
    mixed: stated?.mixed === true ? 'mixed' : 'any',
    n: could.length,
    serials: some(could),
  });
}
