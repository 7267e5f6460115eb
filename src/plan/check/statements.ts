// Rules that planners state: closures, exclusions, order, lags and days, qualifications, milestones. Hard, or soft with a price.
import type { Exercise, Scope } from '../../exercise/index.ts';
import { localDay, localWeekday, type MinuteInstant, minuteFromLocal } from '../../kernel/index.ts';
import type { Ground, Held } from './ground.ts';
import { breachesOfPairs } from './pairs.ts';
import { type Breach, rule } from './rule.ts';
import { concerns, concernsPost, concernsUnit, heldIn, isTouched, lookedAtIn, speaksOfPosts } from './scope.ts';
import { minuteOf } from './sky.ts';

type Closure = Exercise['closures']['list'][number];

export const closuresAreRespected = rule(
  'closuresAreRespected',
  'Nothing that a closed or reserved period concerns takes place in it.',
  2,
  (ground) =>
    ground.exercise.closures.list.flatMap((closure) => {
      const periods = closedPeriods(closure, ground.exercise);
      return ground.lookedAt.flatMap((held): Breach[] => {
        const until = closure.scope.sites === undefined && closure.scope.zones === undefined ? held.end : held.siteFreeAt;
        const minutes = periods.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, until) - Math.max(from, held.start)), 0);
        if (minutes === 0 || closure.except.includes(held.serial.kind) || !isClosedTo(closure.scope, held, ground)) return [];
        const values = { serial: held.serial.id, closure: closure.id, reason: closure.reason, minutes };
        return [{ values, amount: minutes, price: closure.price }];
      });
    }),
);

/** A closure for parties, units, posts or roles concerns what any of them is engaged in, supporters included. */
function isClosedTo({ parties, units, posts, roles, ...rest }: Scope, held: Held, ground: Ground): boolean {
  if (!concerns(rest, held, ground)) return false;
  if (parties === undefined && units === undefined && posts === undefined && roles === undefined) return true;
  const people = { ...(parties && { parties }), ...(units && { units }), ...(posts && { posts }), ...(roles && { roles }) } as Scope;
  const supporters = held.booking.support.flatMap(({ by }) => ground.exercise.posts.byId.get(by) ?? []);
  return (
    [...held.team, ...held.attending].some((unit) => concernsUnit(people, unit, ground.exercise)) ||
    [...held.posts, ...supporters].some((post) => concernsPost(people, post))
  );
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

type Periods = readonly (readonly [number, number])[];

/** When a closure closes; worked out once for each document. */
function closedPeriods(closure: Closure, exercise: Exercise): Periods {
  const ofDocument = closed.get(exercise) ?? new Map<Closure, Periods>();
  closed.set(exercise, ofDocument);
  const periods = ofDocument.get(closure) ?? periodsOf(closure, exercise);
  ofDocument.set(closure, periods);
  return periods;
}

const closed = new WeakMap<Exercise, Map<Closure, Periods>>();

/** Hours and weekdays recur inside the stated periods, or, without any, all through the exercise. */
function periodsOf(closure: Closure, { setting, zone }: Exercise): Periods {
  const stated = closure.periods.map(({ from, to }) => [from.at as number, to.at as number] as const);
  if (closure.daily === undefined && closure.weekdays.length === 0) return stated;
  const frames = stated.length > 0 ? stated : [[setting.from.at as number, setting.to.at as number] as const];
  const from = closure.daily === undefined ? 0 : minuteOf(closure.daily.from);
  const until = closure.daily === undefined ? 1440 : minuteOf(closure.daily.to);
  return frames.flatMap(([start, end]) => {
    const found: (readonly [number, number])[] = [];
    for (let day = localDay(start as MinuteInstant, zone) - 1; day <= localDay(end as MinuteInstant, zone); day++) {
      const noon = minuteFromLocal(day, 720, zone);
      if (closure.weekdays.length > 0 && !closure.weekdays.includes(weekdays[localWeekday(noon, zone) - 1] ?? 'Mon')) continue;
      const opens = minuteFromLocal(day, from, zone);
      const closes = until > from ? minuteFromLocal(day, until, zone) : minuteFromLocal(day + 1, until, zone);
      const [clippedFrom, clippedTo] = [Math.max(opens, start), Math.min(closes, end)];
      if (clippedFrom < clippedTo) found.push([clippedFrom, clippedTo]);
    }
    return found;
  });
}

export const exclusionsAreRespected = rule('exclusionsAreRespected', 'Serials that exclude each other are not held at once.', 3, (ground) =>
  ground.exercise.exclusions.list.flatMap(({ between, and, reason, price }) =>
    breachesOfPairs(between, and, ground, (first, second, isMirrored) => {
      const minutes = Math.min(first.end, second.end) - Math.max(first.start, second.start);
      if (minutes <= 0 || (isMirrored && first.serial.id > second.serial.id)) return undefined;
      return { values: { first: first.serial.id, second: second.serial.id, reason, minutes }, amount: minutes, price };
    }),
  ),
);

export const serialsFollowTheirPredecessors = rule(
  'serialsFollowTheirPredecessors',
  'A serial begins after those it follows have ended.',
  2,
  (ground) =>
    ground.held.flatMap((held) =>
      held.serial.after.flatMap((before): Breach[] => {
        const first = ground.heldBySerial.get(before);
        const short = first === undefined ? 0 : first.end - held.start;
        return short > 0 ? [{ values: { first: before, second: held.serial.id, minutes: short }, amount: short }] : [];
      }),
    ),
);

type Lag = Exercise['lags']['list'][number];

export const lagsAreKept = rule(
  'lagsAreKept',
  'Between two serials lie at least and at most the stated minutes, from end to start unless stated.',
  2,
  (ground) =>
    ground.exercise.lags.list.flatMap((lag) => {
      if (lag.relation !== 'lag') return [];
      const [ofFirst, ofSecond] = measuredFrom(lag);
      const [least, most] = [lag.least?.minutes ?? 0, lag.most?.minutes ?? Number.POSITIVE_INFINITY];
      return breachesOfPairs(
        lag.first,
        lag.second,
        ground,
        (first, second, isMirrored) => {
          const minutes = second[ofSecond] - first[ofFirst];
          const over = Math.max(least - minutes, minutes - most);
          if (over <= 0 || !isMeant(lag, first, second, isMirrored)) return undefined;
          return {
            values: { first: first.serial.id, second: second.serial.id, minutes, reason: lag.reason },
            amount: over,
            price: lag.price,
          };
        },
        lag.sameUnitsOnly,
      );
    }),
);

function measuredFrom({ measured }: Lag): readonly ['start' | 'end', 'start' | 'end'] {
  return [measured.startsWith('end') ? 'end' : 'start', measured.endsWith('Start') ? 'start' : 'end'];
}

/** Where both serials could be either the first or the second, the earlier is the first; some lags bind those that share a unit alone. */
function isMeant({ sameUnitsOnly }: Lag, first: Held, second: Held, isMirrored: boolean): boolean {
  const isEarlier = first.start < second.start || (first.start === second.start && first.serial.id < second.serial.id);
  if (isMirrored && !isEarlier) return false;
  return !sameUnitsOnly || first.team.some((unit) => second.team.includes(unit));
}

/** The day of a serial is the local day on which its set-up starts; together means that the runs start together. */
export const daysAreKept = rule(
  'daysAreKept',
  'Serials are on the same day, on different days, on consecutive days or together where it is stated.',
  2,
  (ground) => {
    const dayOf = (held: Held) => localDay(held.start as MinuteInstant, ground.exercise.zone);
    return ground.exercise.lags.list.flatMap((lag) => {
      const { relation, reason, price } = lag;
      if (relation === 'lag') return [];
      return breachesOfPairs(lag.first, lag.second, ground, (first, second, isMirrored) => {
        const days = dayOf(second) - dayOf(first);
        const isKept =
          (relation === 'sameDay' && days === 0) ||
          (relation === 'notSameDay' && days !== 0) ||
          (relation === 'consecutive' && days === 1) ||
          (relation === 'together' && first.runStart === second.runStart);
        if (isKept || !isMeant(lag, first, second, isMirrored)) return undefined;
        const values = { first: first.serial.id, second: second.serial.id, relation, days, reason };
        return { values, amount: Math.max(1, Math.abs(days)), price };
      });
    });
  },
);

/** Each unit that takes part needs it, and each post too where the statement speaks of posts; what qualifies needs no qualification. */
export const nobodyTakesPartUnqualified = rule('nobodyTakesPartUnqualified', 'Who takes part has had what is needed before.', 3, (ground) =>
  ground.exercise.qualifications.list.flatMap((qualification) => {
    const { before, needs, scope, each, price, reason } = qualification;
    const qualifying = heldIn(needs, ground);
    const hadBy = each === 'exercise' ? undefined : firstEnds(qualifying);
    // Where nothing that qualifies has moved, only who has moved can lack it now.
    return [...(isTouched(needs, ground) ? heldIn(before, ground) : lookedAtIn(before, ground))]
      .filter((held) => !qualifying.has(held))
      .flatMap((held): Breach[] => {
        if (hadBy === undefined) {
          return [...qualifying].some((other) => other.end <= held.start)
            ? []
            : [{ values: { serial: held.serial.id, qualification: qualification.id, who: '', reason }, amount: 1, price }];
        }
        const isLate = (end: number | undefined) => !((end ?? never) <= held.start);
        const units = [...held.team, ...held.attending].filter(({ id }) => isLate(hadBy.units.get(id)));
        const posts = speaksOfPosts(scope) ? postsOf(held).filter((id) => isLate(hadBy.posts.get(id))) : [];
        const lacking = [
          ...[...new Set(units)].filter((unit) => concernsUnit(scope, unit, ground.exercise)).map(({ id }) => id as string),
          ...posts.filter((id) => concernsPostNamed(scope, id, ground)),
        ];
        return lacking.map((who) => ({
          values: { serial: held.serial.id, qualification: qualification.id, who, reason },
          amount: 1,
          price,
        }));
      });
  }),
);

const never = Number.POSITIVE_INFINITY;

/** When each unit and each post has first had what qualifies. */
function firstEnds(qualifying: ReadonlySet<Held>) {
  const known = endsKnown.get(qualifying) ?? reckonedEnds(qualifying);
  endsKnown.set(qualifying, known);
  return known;
}

type Ends = { readonly units: ReadonlyMap<string, number>; readonly posts: ReadonlyMap<string, number> };

const endsKnown = new WeakMap<ReadonlySet<Held>, Ends>();

function reckonedEnds(qualifying: ReadonlySet<Held>): Ends {
  const [units, posts] = [new Map<string, number>(), new Map<string, number>()];
  const had = (who: Map<string, number>, id: string, end: number) => who.set(id, Math.min(end, who.get(id) ?? never));
  for (const held of qualifying) {
    for (const { id } of [...held.team, ...held.attending]) had(units, id, held.end);
    for (const id of postsOf(held)) had(posts, id, held.end);
  }
  return { units, posts };
}

const postsOf = (held: Held): readonly string[] => [
  ...new Set([...held.posts.map((post) => post.id as string), ...held.booking.support.map((booked) => booked.by)]),
];

function concernsPostNamed(scope: Scope, id: string, { exercise }: Ground): boolean {
  const post = exercise.posts.byId.get(id);
  return post !== undefined && concernsPost(scope, post);
}

export const milestonesGoBefore = rule(
  'milestonesGoBefore',
  'A serial or an arrival waits for its milestones, and so much longer as they ask for.',
  2,
  (ground) =>
    ground.exercise.milestones.list.flatMap((milestone): Breach[] => {
      const { gates, price } = milestone;
      const from = milestone.due.at + (milestone.lead?.minutes ?? 0);
      const early = (what: string, at: number): Breach[] =>
        at < from ? [{ values: { what, milestone: milestone.id, minutes: from - at }, amount: from - at, price }] : [];
      const gated = gates === undefined ? [] : [...lookedAtIn(gates, ground)];
      const arrivals = milestone.arrivals.flatMap((id) => {
        const arrival = ground.exercise.contingents.byId.get(id)?.arrival;
        return arrival === undefined ? [] : early(id, arrival.at);
      });
      return [...gated.flatMap((held) => early(held.serial.id, held.start)), ...arrivals];
    }),
);

export const rulesStated = [
  closuresAreRespected,
  exclusionsAreRespected,
  serialsFollowTheirPredecessors,
  lagsAreKept,
  daysAreKept,
  nobodyTakesPartUnqualified,
  milestonesGoBefore,
];
