// (a) Closed and reserved periods: those for places and kinds of serial, and those for people.
import type { Exercise } from '../../exercise/index.ts';
import { localWeekday, minuteFromLocal } from '../../kernel/index.ts';
import type { Basis } from '../problem.ts';
import { daily, type Interval, type Intervals, intersection, merged } from './intervals.ts';
import { postIsIn, unitIsIn } from './people.ts';
import { scopeOf } from './scopes.ts';
import type { BareSerial } from './serials.ts';

/** A closure that does not ask who takes part. */
export type PlaceClosure = {
  readonly periods: Intervals;
  readonly price: number | null;
  readonly untilReset: boolean;
  matches(serial: number, site: number): boolean;
};

/** A closure that keeps bodies from serials. */
export type BodyClosure = PlaceClosure & { /** By body. */ readonly bodies: Uint8Array };

type Closure = Exercise['closures']['list'][number];

export function placeClosuresOf(basis: Basis, serials: readonly BareSerial[]): readonly PlaceClosure[] {
  return basis.exercise.closures.list.filter((closure) => !isForBodies(closure)).map((closure) => closureOf(basis, serials, closure));
}

export function bodyClosuresOf(basis: Basis, serials: readonly BareSerial[]): readonly BodyClosure[] {
  return basis.exercise.closures.list.filter(isForBodies).map((closure) => {
    const { parties, units, posts, roles } = closure.scope;
    const people = { ...(parties && { parties }), ...(units && { units }), ...(posts && { posts }), ...(roles && { roles }) };
    const partyOf = (party: number) => basis.parties[party] ?? '';
    const bodies = basis.bodies.map((body) =>
      body.isUnit
        ? unitIsIn(basis.exercise, people, body.id, partyOf(body.party))
        : postIsIn(people, body.id, body.role, body.party < 0 ? undefined : partyOf(body.party)),
    );
    return { ...closureOf(basis, serials, closure), bodies: Uint8Array.from(bodies, (isIn) => (isIn ? 1 : 0)) };
  });
}

const isForBodies = ({ scope }: Closure): boolean =>
  [scope.parties, scope.units, scope.posts, scope.roles].some((field) => field !== undefined);

function closureOf(basis: Basis, serials: readonly BareSerial[], closure: Closure): PlaceClosure {
  const { parties: _, units: __, posts: ___, roles: ____, ...rest } = closure.scope;
  const scope = scopeOf(basis, serials, rest);
  return {
    periods: periodsOf(basis, closure),
    price: closure.price ?? null,
    untilReset: closure.scope.sites !== undefined || closure.scope.zones !== undefined,
    matches: (serial, site) => scope.mayMatch(serial, site) && !closure.except.includes(serials[serial]?.kind ?? 'training'),
  };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function periodsOf({ exercise, whole }: Basis, closure: Closure): Intervals {
  const stated = merged(closure.periods.map(({ from, to }): Interval => [from.at, to.at]));
  if (closure.daily === undefined && closure.weekdays.length === 0) return stated;
  const isDay = (day: number) => {
    const weekday = weekdays[localWeekday(minuteFromLocal(day, 720, exercise.zone), exercise.zone) - 1];
    return closure.weekdays.length === 0 || (weekday !== undefined && closure.weekdays.includes(weekday));
  };
  const hours = closure.daily ?? { from: '00:00', to: '24:00' };
  const recurring = daily(hours, whole, exercise.zone, isDay);
  return intersection(recurring, stated.length > 0 ? stated : [whole]);
}
