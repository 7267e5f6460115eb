// Too much work for the time there is: what must be done in a stretch of time by a site, a pool, a few people or a few posts may not add up to
// more than they have. Only stretches are looked at in which it could.
import { postIsIn, unitIsIn } from '../problem/people.ts';
import { type Actor, atMost, both, holds, type Model } from './model.ts';
import type { Literal } from './solver/trail.ts';

/** Work that lies in a stretch of time if all its guards hold. */
type Task = {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  readonly amount: number;
  readonly guards: readonly Literal[];
  readonly isDuty: boolean;
};

/** Who or what does it: so many at once, and, where duty is limited, each of them for so long in 24 hours. */
type Resource = {
  readonly guards: readonly Literal[];
  readonly tasks: readonly Task[];
  readonly many: number;
  readonly duty?: { readonly most: number; readonly guards: readonly Literal[] };
};

export function addEnergy(model: Model): void {
  const actors = model.actors.filter(({ scenario }) => scenario < 0);
  const windows = new Map(
    actors.flatMap((actor) => {
      const window = windowOf(model, actor);
      return window === undefined ? [] : [[actor, window] as const];
    }),
  );
  const resources = [...sitesOf(model, windows), ...poolsOf(model, windows)];
  if (model.isWhole) resources.push(...peopleOf(model, windows), ...postsOf(model, windows));
  for (const resource of [...resources, ...exclusionsOf(model, windows)]) addStretches(model, resource);
}

type Window = Pick<Task, 'from' | 'to' | 'guards' | 'isDuty'>;

/** The narrowest window that a serial's own statements leave it, and which statements those are. */
function windowOf(model: Model, { facts, held }: Actor): Window | undefined {
  const { exercise } = model.planning;
  const stated = exercise.serials.byId.get(facts.id);
  const of = (field: string) => holds(model, 'serials', facts.id, [field]);
  const isDuty = facts.kind !== 'rest';
  if (facts.fixed !== null) return { from: facts.fixed, to: facts.fixed + facts.total, guards: [held, of('at')], isDuty };
  const phase = stated?.phase === undefined ? undefined : exercise.phases.byId.get(stated.phase);
  const lower = [
    ...(stated?.startsFrom === undefined ? [] : [{ at: stated.startsFrom.at, field: 'startsFrom' }]),
    ...(phase === undefined ? [] : [{ at: phase.from.at, field: 'phase' }]),
  ].sort((a, b) => b.at - a.at)[0];
  const upper = [
    ...(stated?.endsBy === undefined ? [] : [{ at: stated.endsBy.at, field: 'endsBy' }]),
    ...(phase === undefined ? [] : [{ at: phase.to.at, field: 'phase' }]),
  ].sort((a, b) => a.at - b.at)[0];
  if (lower === undefined || upper === undefined) return undefined;
  return { from: lower.at, to: upper.at, guards: [held, ...new Set([of(lower.field), of(upper.field)])], isDuty };
}

type Windows = ReadonlyMap<Actor, Window>;

function sitesOf(model: Model, windows: Windows): readonly Resource[] {
  return model.planning.sites.map(({ id, serials }, site) => ({
    guards: [holds(model, 'sites', id, ['capacity'])],
    many: serials,
    tasks: [...windows].flatMap(([{ facts, places }, window]): Task[] => {
      const there = facts.sites.includes(site) ? places.find((place) => place.site === site)?.literal : undefined;
      return there === undefined ? [] : [{ ...window, minutes: facts.total, amount: 1, guards: [...window.guards, there] }];
    }),
  }));
}

function poolsOf(model: Model, windows: Windows): readonly Resource[] {
  return model.planning.pools.map(({ id, count }, pool) => ({
    guards: [holds(model, 'pools', id, ['count'])],
    many: count,
    tasks: [...windows].flatMap(([{ facts }, window]): Task[] =>
      facts.pools
        .filter(([index]) => index === pool)
        .map(([, amount]) => ({
          ...window,
          minutes: facts.total,
          amount,
          guards: [...window.guards, holds(model, 'serials', facts.id, ['pools'])],
        })),
    ),
  }));
}

const fewPeople = 6;

/** Demands that the same few units can meet, and units that are named. */
function peopleOf(model: Model, windows: Windows): readonly Resource[] {
  const { bodies } = model.planning;
  const groups = new Map<string, { readonly units: readonly number[]; readonly tasks: Task[] }>();
  const add = (units: readonly number[], task: Task) => {
    if (units.length === 0 || units.length > fewPeople) return;
    const group = groups.get(units.join()) ?? { units, tasks: [] };
    groups.set(units.join(), group);
    group.tasks.push(task);
  };
  for (const [{ facts }, window] of windows) {
    const task = (amount: number, path: readonly (string | number)[]): Task => ({
      ...window,
      minutes: facts.total,
      amount,
      guards: [...window.guards, holds(model, 'serials', facts.id, path)],
    });
    for (const [index, { eligible, count }] of facts.team?.demands.entries() ?? []) {
      const units = bodies.flatMap((body, unit) => (body.isUnit && eligible[unit] === 1 ? [unit] : []));
      add(units, task(Math.min(count, units.length), ['team', 'demands', index]));
    }
    for (const unit of facts.team?.named ?? []) add([unit], task(1, ['team', 'named']));
    for (const unit of facts.attendUnits) add([unit], task(1, ['attend']));
  }
  return [...groups.values()].map(({ units, tasks }) => ({
    guards: [],
    many: units.length,
    tasks: perSerial(tasks),
    ...dutyOf(model, units),
  }));
}

/** A serial asks a unit once, for whatever reasons. */
function perSerial(tasks: readonly Task[]): readonly Task[] {
  const seen = new Set<Literal | undefined>();
  return tasks.filter(({ guards: [held] }) => {
    const isNew = !seen.has(held);
    seen.add(held);
    return isNew;
  });
}

function postsOf(model: Model, windows: Windows): readonly Resource[] {
  const { planning } = model;
  const groups = new Map<string, { readonly posts: readonly number[]; readonly tasks: Task[] }>();
  for (const { id, scope, eligible, price, count, eachParty, mixedOnly, light, onlyRun } of planning.supports) {
    const stated = planning.exercise.supportDemands.byId.get(id)?.scope;
    const isCertain = price === null && !eachParty && !mixedOnly && light === undefined;
    if (!isCertain || stated?.units !== undefined || stated?.parties !== undefined || eligible.length > 2 * fewPeople) continue;
    const group = groups.get(eligible.join()) ?? { posts: eligible, tasks: [] };
    groups.set(eligible.join(), group);
    for (const [{ facts, serial, places }, window] of windows) {
      const isMeant = places.length === 0 ? scope.mayMatch(serial, -1) : places.every(({ site }) => scope.mayMatch(serial, site));
      if (!isMeant) continue;
      const minutes = onlyRun ? facts.run : facts.total;
      group.tasks.push({ ...window, minutes, amount: count, guards: [...window.guards, holds(model, 'supportDemands', id)] });
    }
  }
  return [...groups.values()].map(({ posts, tasks }) => ({
    guards: [],
    many: posts.length,
    tasks: perSerial(tasks),
    ...dutyOf(model, posts),
  }));
}

/** Serials of which no two are held at once. */
function exclusionsOf(model: Model, windows: Windows): readonly Resource[] {
  return model.planning.exclusions.flatMap(({ between, and, price }, index): Resource[] => {
    const id = model.planning.exercise.exclusions.list[index]?.id;
    if (price !== null || id === undefined || !between.isOfTheDocument || !and.isOfTheDocument) return [];
    const tasks = [...windows].flatMap(([{ facts, serial }, window]): Task[] =>
      between.couldMatch(serial) && and.couldMatch(serial) ? [{ ...window, minutes: facts.total, amount: 1 }] : [],
    );
    return [{ guards: [holds(model, 'exclusions', id)], many: 1, tasks }];
  });
}

/** The longest that each of some bodies may be on duty in 24 hours, where all are limited. */
function dutyOf({ planning, ...model }: Model, some: readonly number[]): Pick<Resource, 'duty'> {
  const limits = some.map((index) => {
    const body = planning.bodies[index];
    const party = planning.parties[body?.party ?? -1];
    return planning.exercise.dutyRules.list
      .filter(({ price, scope }) => price === undefined && scope.phases === undefined)
      .filter(({ scope }) =>
        body === undefined
          ? false
          : body.isUnit
            ? unitIsIn(planning.exercise, scope, body.id, party ?? '')
            : postIsIn(scope, body.id, body.role, party),
      )
      .map(({ id, mostPer24h, leastRest }) => ({ id, most: Math.min(mostPer24h?.minutes ?? 1440, 1440 - (leastRest?.minutes ?? 0)) }))
      .sort((a, b) => a.most - b.most)[0];
  });
  if (limits.some((limit) => limit === undefined || limit.most >= 1440)) return {};
  const rules = new Set(limits.flatMap((limit) => limit?.id ?? []));
  return {
    duty: {
      most: Math.max(...limits.map((limit) => limit?.most ?? 1440)),
      guards: [...rules].map((id) => holds({ planning, ...model }, 'dutyRules', id)),
    },
  };
}

/** For each stretch from a beginning to an end what lies in it, where that could be too much. */
function addStretches(model: Model, { guards, tasks, many, duty }: Resource): void {
  const froms = [...new Set(tasks.map(({ from }) => from))];
  const tos = [...new Set(tasks.map(({ to }) => to))];
  for (const from of froms) {
    for (const to of tos) {
      const within = tasks.filter((task) => from <= task.from && task.to <= to);
      if (within.length < 2) continue;
      const minutes = within.map((task) => task.minutes * task.amount);
      const sum = minutes.reduce((total, one) => total + one, 0);
      const count = within.reduce((total, { amount }) => total + amount, 0);
      const length = to - from;
      // So many of the shortest fit one after the other.
      const turns = Math.floor(length / Math.min(...within.map((task) => task.minutes)));
      if (count > many * turns)
        limit(
          model,
          guards,
          within,
          within.map(({ amount }) => amount),
          many * turns,
        );
      else if (sum > many * length) limit(model, guards, within, minutes, many * length);
      if (duty === undefined) continue;
      const working = within.filter(({ isDuty }) => isDuty);
      const most = many * (duty.most * Math.floor(length / 1440) + Math.min(duty.most, length % 1440));
      const work = working.map((task) => task.minutes * task.amount);
      if (work.reduce((total, one) => total + one, 0) > most) limit(model, [...guards, ...duty.guards], working, work, most);
    }
  }
}

function limit(model: Model, guards: readonly Literal[], tasks: readonly Task[], weights: readonly number[], most: number): void {
  const literals = tasks.map((task) => both(model, task.guards));
  atMost(model, [...guards, model.counts], literals, most, weights);
}
