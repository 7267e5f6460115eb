// How what an exercise has could be more: units and posts that stay longer, sites and pools that hold more, posts that give support.
import type { Exercise } from '../../exercise/index.ts';
import type { PlanProblem } from '../problem.ts';
import { moved, stayed, widened, withChange, withItem, without } from './edit.ts';
import { type Loosening, once, perHour, spans, upTo, way } from './loosening.ts';
import type { Named } from './model.ts';
import { namesOf } from './tell-items.ts';

export function loosenedPresence({ exercise, bodies, grid }: PlanProblem, { collection, id, path }: Named): readonly Loosening[] {
  const body = bodies.find((one) => one.id === id);
  if (body === undefined || (collection !== 'units' && collection !== 'posts')) return [];
  if (path[0] === 'sites')
    return [once(6, way('serveAnywhere', { id }), (from) => withChange(from, 'posts', id, (item) => ({ ...item, sites: [] })))];
  const weight = Math.max(1, body.strength / 10);
  const change = (from: Exercise, earlier: number, later: number) => {
    const presence = stayed(exercise, id, earlier, later);
    return body.isUnit
      ? withChange(from, 'units', id, (item) => ({ ...item, presence }))
      : withChange(from, 'posts', id, (item) => ({ ...item, presence }));
  };
  const [first, last] = [body.presence[0]?.[0] ?? 0, body.presence.at(-1)?.[1] ?? 0];
  const stays = body.presence.length;
  return [
    {
      amounts: spans(grid),
      edit: (from, amount) => change(from, 0, amount),
      cost: (amount) => 1 + perHour(weight)(amount),
      sentence: (amount) => way('stayLonger', { id, minutes: amount, at: last + amount, stays }),
    },
    {
      amounts: spans(grid),
      edit: (from, amount) => change(from, amount, 0),
      cost: (amount) => 1 + perHour(weight)(amount),
      sentence: (amount) => way('comeEarlier', { id, minutes: amount, at: first - amount, stays }),
    },
  ];
}

export function loosenedPlace({ exercise, grid }: PlanProblem, { collection, id, path }: Named): readonly Loosening[] {
  const minutes = spans(grid);
  if (collection === 'pools') {
    const count = exercise.pools.byId.get(id)?.count ?? 0;
    if (path[0] === 'sites')
      return [once(6, way('poolAnywhere', { id }), (from) => withChange(from, 'pools', id, (item) => ({ ...item, sites: [] })))];
    if (path[0] === 'lessDuring')
      return [once(8, way('poolNotLess', { id }), (from) => withChange(from, 'pools', id, (item) => ({ ...item, lessDuring: [] })))];
    if (path[0] === 'opening')
      return [once(5, way('poolAlways', { id }), (from) => withChange(from, 'pools', id, (item) => ({ ...item, opening: [] })))];
    return [
      {
        amounts: upTo(20),
        edit: (from, amount) => withChange(from, 'pools', id, (item) => ({ ...item, count: count + amount })),
        cost: (amount) => 8 * amount,
        sentence: (amount) => way('poolMore', { id, n: amount }),
      },
    ];
  }
  if (path[0] === 'capacity') {
    const holding = exercise.sites.byId.get(id)?.capacity.serials ?? 1;
    return [
      {
        amounts: upTo(4),
        edit: (from, amount) =>
          withChange(from, 'sites', id, (item) => ({ ...item, capacity: { ...item.capacity, serials: holding + amount } })),
        cost: (amount) => 10 * amount,
        sentence: (amount) => way('siteHolds', { id, n: holding + amount }),
      },
    ];
  }
  if (path[0] === 'people') {
    const people = exercise.sites.byId.get(id)?.capacity.people ?? 0;
    return [
      {
        amounts: upTo(40).map((step) => 10 * step),
        edit: (from, amount) =>
          withChange(from, 'sites', id, (item) => ({ ...item, capacity: { ...item.capacity, people: people + amount } })),
        cost: (amount) => amount / 2,
        sentence: (amount) => way('siteHoldsPeople', { id, n: people + amount }),
      },
    ];
  }
  const open = (from: Exercise, earlier: number, later: number) =>
    withChange(from, 'sites', id, (item) => ({
      ...item,
      opening: item.opening.map((hours) => widened(hours, earlier, later)),
      openPeriods: item.openPeriods.map((period) => ({ from: moved(period.from, -earlier), to: moved(period.to, later) })),
    }));
  return [
    {
      amounts: minutes,
      edit: (from, amount) => open(from, 0, amount),
      cost: perHour(2),
      sentence: (amount) => way('openLater', { id, minutes: amount }),
    },
    {
      amounts: minutes,
      edit: (from, amount) => open(from, amount, 0),
      cost: perHour(2),
      sentence: (amount) => way('openEarlier', { id, minutes: amount }),
    },
  ];
}

export function loosenedSupport({ exercise }: PlanProblem, id: string): readonly Loosening[] {
  const stated = exercise.supportDemands.byId.get(id);
  if (stated === undefined) return [];
  const { role, languages, count } = stated;
  const parties = stated.eachParty ? exercise.setting.participating : [exercise.setting.participating[0]];
  const add = (from: Exercise, many: number): Exercise =>
    upTo(many).reduce(
      (document, index) =>
        parties.reduce<Exercise>(
          (made, party) =>
            withItem(made, 'posts', {
              id: `+${role}-${party ?? ''}-${index}` as never,
              name: {},
              role,
              ...(party === undefined ? {} : { party }),
              cell: 'support',
              simulated: false,
              sites: [],
              languages: [...languages],
              presence: [],
              deputies: [],
            } as never),
          document,
        ),
      from,
    );
  const speaking = languages.length > 0 ? 'some' : 'any';
  return [
    {
      amounts: upTo(6),
      edit: add,
      cost: (amount) => 25 * amount * parties.length,
      sentence: (amount) => way('addPosts', { id, n: amount * parties.length, role, languages, speaking }),
    },
    {
      amounts: upTo(count - 1),
      edit: (from, amount) => withChange(from, 'supportDemands', id, (item) => ({ ...item, count: count - amount })),
      cost: (amount) => 40 * amount,
      sentence: (amount) => way('supportFewer', { id, n: count - amount, role }),
    },
    once(
      60,
      way('liftSupport', { id, role, what: namesOf(stated.scope), for: namesOf(stated.scope).length === 0 ? 'all' : 'some' }),
      (from) => without(from, 'supportDemands', id),
    ),
  ];
}
