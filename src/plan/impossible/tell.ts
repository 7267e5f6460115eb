// What a proof says to a planner: one sentence for each statement it needs, and one for what cannot be.
import type { Serial } from '../../exercise/index.ts';
import type { Intervals } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';
import type { Named } from './model.ts';
import { type Sentence, sentenceOfItem, some } from './tell-items.ts';

const say = (key: string, values: Sentence['values']): Sentence => ({ key: `plan.why.${key}`, values });

/** What a statement asks, with the times and names that a reader needs to see why it cannot hold beside the others. */
export function sentenceOf(planning: PlanProblem, named: Named): Sentence {
  const { exercise } = planning;
  const { collection, id, path } = named;
  switch (collection) {
    case 'serials': {
      const stated = exercise.serials.byId.get(id);
      return stated === undefined ? say('other', { collection, id }) : ofSerial(planning, stated, path);
    }
    case 'units':
    case 'posts':
      return path[0] === 'sites'
        ? say('postSites', { id, sites: exercise.posts.byId.get(id)?.sites ?? [] })
        : presence(id, planning.bodies.find((body) => body.id === id)?.presence ?? []);
    case 'sites': {
      const stated = exercise.sites.byId.get(id);
      if (path[0] === 'people') return say('sitePeople', { id, n: stated?.capacity.people ?? 0 });
      if (path[0] === 'capacity') return say('siteCapacity', { id, n: stated?.capacity.serials ?? 1 });
      const [period] = stated?.openPeriods ?? [];
      if (period === undefined) return say('siteHours', { id, hours: (stated?.opening ?? []).map(({ from, to }) => `${from}–${to}`) });
      const last = stated?.openPeriods.at(-1) ?? period;
      const hours = (stated?.opening ?? []).map(({ from, to }) => `${from}–${to}`);
      return say('siteOpen', { id, from: period.from.at, to: last.to.at, hours, daily: hours.length > 0 ? 'some' : 'all' });
    }
    case 'pools': {
      const stated = exercise.pools.byId.get(id);
      const what = String(path[0]);
      if (what === 'count') return say('poolCount', { id, n: stated?.count ?? 0, turnaround: stated?.turnaround?.minutes ?? 0 });
      if (what === 'sites') return say('poolSites', { id, sites: stated?.sites ?? [] });
      if (what === 'opening') return say('siteHours', { id, hours: (stated?.opening ?? []).map(({ from, to }) => `${from}–${to}`) });
      const [less] = stated?.lessDuring ?? [];
      return say('poolLess', { id, from: less?.period.from.at ?? 0, to: less?.period.to.at ?? 0, n: less?.count ?? 0 });
    }
    default:
      return sentenceOfItem(planning, named);
  }
}

function presence(id: string, periods: Intervals): Sentence {
  const [first] = periods;
  const last = periods.at(-1);
  const second = periods[1];
  return say('presence', {
    id,
    n: periods.length,
    from: first?.[0] ?? 0,
    to: first?.[1] ?? 0,
    again: second?.[0] ?? 0,
    last: last?.[1] ?? 0,
  });
}

function ofSerial(planning: PlanProblem, stated: Serial, path: Named['path']): Sentence {
  const facts = planning.serials.find(({ id }) => id === stated.id);
  const serial = stated.id;
  const minutes = facts?.total ?? 0;
  const { exercise } = planning;
  switch (path[0]) {
    case 'held':
      return say('held', { serial, minutes });
    case 'at':
      return say('fixed', { serial, at: stated.at?.at ?? 0, minutes });
    case 'startsFrom':
      return say('startsFrom', { serial, at: stated.startsFrom?.at ?? 0 });
    case 'endsBy':
      return say('endsBy', { serial, at: stated.endsBy?.at ?? 0, minutes });
    case 'phase': {
      const phase = exercise.phases.byId.get(stated.phase ?? '');
      return say('phase', { serial, phase: stated.phase ?? '', from: phase?.from.at ?? 0, to: phase?.to.at ?? 0 });
    }
    case 'hours':
      return say('hours', { serial, from: stated.hours?.from ?? '', to: stated.hours?.to ?? '', minutes });
    case 'light':
      return ofLight(planning, stated, facts?.sites ?? []);
    case 'sites':
      return say('sites', { serial, sites: some(stated.sites) });
    case 'facilities':
    case 'zone': {
      const fitting = planning.sites
        .filter(
          ({ facilities, zones, id }) =>
            stated.facilities.every((one) => facilities.includes(one)) &&
            (stated.zone === undefined || zones.some((zone) => zone === stated.zone || `${id}/${zone}` === stated.zone)),
        )
        .map(({ id }) => id);
      const needs = [...stated.facilities, ...(stated.zone === undefined ? [] : [stated.zone])];
      return say('needs', { serial, needs, n: fitting.length, sites: some(fitting) });
    }
    case 'after':
      return say('after', { serial, before: stated.after[Number(path[1])] ?? '' });
    case 'attend': {
      const { units, posts } = stated.attend ?? { units: [], posts: [] };
      return say('attend', { serial, all: units === 'all' ? 'all' : 'some', who: some([...(units === 'all' ? [] : units), ...posts]) });
    }
    case 'pools':
      return say('pools', { serial, pools: stated.pools.map(({ pool, count }) => `${count} × ${pool}`) });
    case 'team':
      return ofTeam(planning, stated, path);
    default:
      return say('other', { collection: 'serials', id: serial });
  }
}

/** The light that a run lies in, with the first and the last time at which there is such light during the exercise. */
function ofLight({ sites, whole }: PlanProblem, stated: Serial, places: readonly number[]): Sentence {
  const light = stated.light ?? 'day';
  const minutes = stated.run.minutes;
  const spells = (places.length === 0 ? [0] : places)
    .flatMap((site) => (places.length === 0 ? sites[site]?.outside : sites[site]?.light)?.[light] ?? [])
    .map(([from, to]) => [Math.max(from, whole[0]), Math.min(to, whole[1])] as const)
    .filter(([from, to]) => to - from >= minutes);
  if (spells.length === 0) return say('lightNever', { serial: stated.id, light, minutes });
  const first = Math.min(...spells.map(([from]) => from));
  const last = Math.max(...spells.map(([, to]) => to));
  return say('light', { serial: stated.id, light, minutes, first, last });
}

function ofTeam({ bodies, exercise, serials }: PlanProblem, stated: Serial, path: Named['path']): Sentence {
  const serial = stated.id;
  const need = stated.team;
  const [, what, which] = path;
  switch (what) {
    case 'demands': {
      const demand = need?.demands[Number(which)];
      const eligible = serials.find(({ id }) => id === serial)?.team?.demands[Number(which)]?.eligible;
      const who = bodies.filter((body, unit) => body.isUnit && eligible?.[unit] === 1).map(({ id }) => id);
      const asked = [demand?.capability, demand?.language, demand?.party].filter((one) => one !== undefined);
      return say('demand', {
        serial,
        count: demand?.count ?? 1,
        what: asked,
        level: demand?.level ?? 1,
        leveled: (demand?.level ?? 1) > 1 ? 'yes' : 'no',
        n: who.length,
        who: some(who),
      });
    }
    case 'units':
    case 'people': {
      const size = what === 'units' ? need?.units : need?.people;
      const bound = which === 'least' ? 'least' : 'most';
      return say('size', { serial, bound, n: (bound === 'least' ? size?.least : size?.most) ?? 0, of: what });
    }
    case 'parties':
      return say('parties', { serial, n: need?.parties.least ?? 1 });
    case 'perParty':
      return say('perParty', { serial, party: String(which), n: need?.perParty[String(which)] ?? 1 });
    case 'named':
      return say('named', { serial, units: some(need?.named ?? []) });
    case 'from':
      return say('from', { serial, units: some(need?.from ?? []) });
    case 'taskGroup': {
      const group = exercise.taskGroups.byId.get(need?.taskGroup?.group ?? '');
      const units = group?.units ?? [];
      return say('taskGroup', { serial, group: group?.id ?? '', n: need?.taskGroup?.least ?? units.length, units: some(units) });
    }
    case 'sameTeamAs':
      return say('sameTeam', { serial, other: need?.sameTeamAs ?? '' });
    case 'unitsOf':
      return say('unitsOf', { serial, other: need?.unitsOf?.serial ?? '', n: need?.unitsOf?.least ?? 1 });
    case 'lead': {
      const { party, unit, capability } = need?.lead ?? {};
      return say('lead', { serial, lead: [party, unit, capability].filter((one) => one !== undefined) });
    }
    default:
      return say('other', { collection: 'serials', id: serial });
  }
}

/** What cannot be, in one sentence: a requirement, a serial, or several serials together. */
export function headlineOf({ exercise }: PlanProblem, statements: readonly Named[]): Sentence {
  const of = (collection: Named['collection']) => statements.filter((named) => named.collection === collection);
  const [requirement] = of('requirements');
  const stated = requirement === undefined ? undefined : exercise.requirements.byId.get(requirement.id);
  if (stated !== undefined)
    return say('cannotExercise', { party: stated.party, task: stated.task, times: stated.times, light: stated.light ?? 'any' });
  const [pair] = of('pairDemands');
  if (pair !== undefined) {
    const demand = exercise.pairDemands.byId.get(pair.id);
    return say('cannotPair', { first: some(demand?.first ?? []), second: some(demand?.second ?? []), times: demand?.times ?? 1 });
  }
  const [parity] = of('parities');
  if (parity !== undefined) return say('cannotBalance', { parity: parity.id });
  const [alternate] = of('alternates');
  if (alternate !== undefined) {
    const reserve = exercise.alternates.byId.get(alternate.id);
    return say('cannotMove', { alternate: alternate.id, serials: some(reserve?.serials ?? []) });
  }
  const held = of('serials')
    .filter(({ path }) => path[0] === 'held')
    .map(({ id }) => id);
  const isOrder = statements.every(
    ({ collection, path }) => collection === 'lags' || (collection === 'serials' && (path[0] === 'held' || path[0] === 'after')),
  );
  if (isOrder && held.length > 1) return say('cannotOrder', { serials: some(held), n: held.length });
  if (held.length === 1) return say('cannotHold', { serial: held[0] ?? '' });
  if (held.length > 1) return say('cannotHoldAll', { serials: some(held), n: held.length });
  return say('cannotBe', { n: statements.length });
}
