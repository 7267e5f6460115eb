// How a statement could be loosened: what would change in the document, by how much at least, what that costs, and how it is said. Whether it
// helps is for a proof to tell. Costs are in points: an hour more for one serial is one.
import type { Exercise, SerialId } from '../../exercise/index.ts';
import type { PlanProblem } from '../problem.ts';
import { moved, withChange, without } from './edit.ts';
import { loosenedPlace, loosenedPresence, loosenedSupport } from './loosen-means.ts';
import { loosenedSerial } from './loosen-serial.ts';
import { type Loosening, once, perHour, spans, upTo, way } from './loosening.ts';
import type { Named } from './model.ts';
import { dutyMinutes, some } from './tell-items.ts';

/** All ways to loosen a statement, given the serials that the conflict is about. */
export function looseningsOf(planning: PlanProblem, named: Named, about: readonly string[]): readonly Loosening[] {
  const { exercise, grid } = planning;
  const { collection, id, path } = named;
  const minutes = spans(grid);
  switch (collection) {
    case 'serials': {
      const stated = exercise.serials.byId.get(id);
      return stated === undefined ? [] : loosenedSerial(planning, stated, path);
    }
    case 'units':
    case 'posts':
      return loosenedPresence(planning, named);
    case 'sites':
    case 'pools':
      return loosenedPlace(planning, named);
    case 'closures':
      return loosenedClosure(planning, id, about);
    case 'lags':
      return loosenedLag(planning, id);
    case 'milestones':
      return [
        {
          amounts: minutes,
          edit: (from, amount) => withChange(from, 'milestones', id, (item) => ({ ...item, due: moved(item.due, -amount) })),
          cost: perHour(1),
          sentence: (amount) =>
            way('milestoneEarlier', { id, minutes: amount, at: (exercise.milestones.byId.get(id)?.due.at ?? 0) - amount }),
        },
      ];
    case 'requirements': {
      const stated = exercise.requirements.byId.get(id);
      const times = stated?.times ?? 1;
      return [
        {
          amounts: upTo(times),
          edit: (from, amount) =>
            withChange(from, 'requirements', id, (item) => (amount >= times ? undefined : { ...item, times: times - amount })),
          cost: (amount) => 40 * amount,
          sentence: (amount) => way('requireLess', { id, party: stated?.party ?? '', task: stated?.task ?? '', times: times - amount }),
        },
        ...(stated?.light === undefined
          ? []
          : [
              once(25, way('requireAnyLight', { id, party: stated.party, task: stated.task }), (from) =>
                withChange(from, 'requirements', id, ({ light: _, ...item }) => item),
              ),
            ]),
        ...(stated?.mixed === true
          ? [
              once(25, way('requireUnmixed', { id, party: stated.party, task: stated.task }), (from) =>
                withChange(from, 'requirements', id, (item) => ({ ...item, mixed: false })),
              ),
            ]
          : []),
      ];
    }
    case 'parities': {
      const within = exercise.parities.byId.get(id)?.within ?? 0;
      return [
        {
          amounts: upTo(5),
          edit: (from, amount) => withChange(from, 'parities', id, (item) => ({ ...item, within: within + amount })),
          cost: (amount) => 10 * amount,
          sentence: (amount) => way('parityWithin', { id, n: within + amount }),
        },
      ];
    }
    case 'supportDemands':
      return loosenedSupport(planning, id);
    case 'dutyRules':
      return [
        {
          amounts: minutes.filter((one) => one <= 720),
          edit: (from, amount) =>
            withChange(from, 'dutyRules', id, (item) => ({
              ...item,
              ...(item.mostPer24h && { mostPer24h: { ...item.mostPer24h, minutes: item.mostPer24h.minutes + amount } }),
              ...(item.leastRest && { leastRest: { ...item.leastRest, minutes: Math.max(0, item.leastRest.minutes - amount) } }),
            })),
          cost: (amount) => 10 + amount / 12,
          sentence: (amount) => way('dutyLonger', { id, minutes: amount, left: dutyMinutes(exercise.dutyRules.byId.get(id)) + amount }),
        },
      ];
    case 'meetings': {
      const posts = some(exercise.meetings.byId.get(id)?.posts ?? []);
      return [once(8, way('missMeeting', { id, posts }), (from) => withChange(from, 'meetings', id, (item) => ({ ...item, price: 1 })))];
    }
    case 'alternates':
      return [
        ...(exercise.alternates.byId.get(id)?.window === undefined
          ? []
          : [
              {
                amounts: minutes,
                edit: (from: Exercise, amount: number) =>
                  withChange(from, 'alternates', id, (item) => ({
                    ...item,
                    ...(item.window && { window: { from: item.window.from, to: moved(item.window.to, amount) } }),
                  })),
                cost: perHour(),
                sentence: (amount: number) =>
                  way('reserveLater', { id, minutes: amount, at: (exercise.alternates.byId.get(id)?.window?.to.at ?? 0) + amount }),
              },
            ]),
        once(30, way('lift', { id }), (from) => without(from, collection, id)),
      ];
    case 'exclusions':
    case 'qualifications':
      return [once(60, way('lift', { id }), (from) => without(from, collection, id))];
    case 'pairDemands':
      return [once(20, way('lift', { id }), (from) => without(from, collection, id))];
    default:
      return [];
  }
}

function loosenedClosure({ exercise, grid }: PlanProblem, id: string, about: readonly string[]): readonly Loosening[] {
  const stated = exercise.closures.byId.get(id);
  if (stated === undefined) return [];
  const cut = (from: Exercise, begin: number, end: number) =>
    withChange(from, 'closures', id, (item) => ({
      ...item,
      periods: item.periods
        .map((period) => ({ from: moved(period.from, begin), to: moved(period.to, -end) }))
        .filter((period) => period.from.at < period.to.at),
    }));
  const length = Math.max(0, ...stated.periods.map(({ from, to }) => to.at - from.at));
  const minutes = stated.daily === undefined ? spans(grid).filter((one) => one < length) : [];
  const serials: readonly SerialId[] = stated.scope.serials ?? exercise.serials.list.map((serial) => serial.id as SerialId);
  const exempt = serials.filter((serial) => about.includes(serial));
  const [first] = stated.periods;
  const graded = (key: string, at: (amount: number) => number, edit: (from: Exercise, amount: number) => Exercise): Loosening => ({
    amounts: minutes,
    edit,
    cost: perHour(),
    sentence: (amount) => way(key, { id, minutes: amount, n: stated.periods.length, at: at(amount) }),
  });
  return [
    ...(minutes.length === 0
      ? []
      : [
          graded(
            'closureEndsEarlier',
            (amount) => (first?.to.at ?? 0) - amount,
            (from, amount) => cut(from, 0, amount),
          ),
          graded(
            'closureBeginsLater',
            (amount) => (first?.from.at ?? 0) + amount,
            (from, amount) => cut(from, amount, 0),
          ),
        ]),
    ...(exempt.length === 0 || exempt.length === serials.length
      ? []
      : [
          once(5 + exempt.length, way('exempt', { id, serials: some(exempt) }), (from) =>
            withChange(from, 'closures', id, (item) => ({
              ...item,
              scope: { ...item.scope, serials: serials.filter((serial) => !exempt.includes(serial)) },
            })),
          ),
        ]),
    once(20, way('lift', { id }), (from) => without(from, 'closures', id)),
  ];
}

function loosenedLag({ exercise, grid }: PlanProblem, id: string): readonly Loosening[] {
  const stated = exercise.lags.byId.get(id);
  const least = stated?.relation === 'lag' ? (stated.least?.minutes ?? 0) : 0;
  const { most } = stated ?? {};
  return [
    {
      amounts: spans(grid).filter((one) => one <= least),
      edit: (from, amount) =>
        withChange(from, 'lags', id, (item) => ({ ...item, ...(item.least && { least: { ...item.least, minutes: least - amount } }) })),
      cost: perHour(),
      sentence: (amount) => way('lagLess', { id, minutes: amount, left: least - amount }),
    },
    {
      amounts: most === undefined ? [] : spans(grid),
      edit: (from, amount) =>
        withChange(from, 'lags', id, (item) => ({
          ...item,
          ...(item.most && { most: { ...item.most, minutes: item.most.minutes + amount } }),
        })),
      cost: perHour(),
      sentence: (amount) => way('lagMore', { id, minutes: amount, left: (most?.minutes ?? 0) + amount }),
    },
    once(20, way('lift', { id }), (from) => without(from, 'lags', id)),
  ];
}
