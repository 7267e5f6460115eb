// Whether a fact of work holds: so many minutes of these units, posts, sites or of a pool for these serials, which they cannot have given
// a minute before. Counted minute by minute.
import type { Exercise, MinutePeriod, Serial } from '../../../exercise/index.ts';
import { isoFromMinute, type MinuteInstant } from '../../../kernel/index.ts';
import type { WitnessFact } from '../../plan.ts';
import { leavesOfAll } from '../ground.ts';
import { concernsPost, concernsUnit } from '../scope.ts';
import { isOfDocument, liesIn } from './possible.ts';
import { meetsDemand, type Room, supportersOf } from './room.ts';
import { type Team, teamsOf } from './seats.ts';

/** What a serial takes: so many at once, from so long after its start, for so many minutes. */
export type Share = { readonly serial: Serial; readonly count: number; readonly delay: number; readonly minutes: number };

/** The key of the fact that does not hold. `isAsked` tells whose work counts. */
export function faultOfWork(
  room: Room,
  [todo, done, ...rest]: readonly WitnessFact[],
  sign: 1 | -1,
  isAsked: (serial: Serial) => boolean,
): string | undefined {
  const { exercise } = room.facts;
  if (todo?.key !== 'plan.witness.workToDo' || done?.key !== 'plan.witness.workDoneBy' || rest.length > 0) return rest[0]?.key ?? 'sum';
  const { kind, of, serials: named, minutes, from } = todo.values;
  if (todo.amount !== 0 || typeof of !== 'object' || typeof named !== 'object' || new Set(named).size !== named.length) return todo.key;
  const serials = named.flatMap((id) => exercise.serials.list.filter((serial) => serial.id === id));
  const begin = Math.min(...serials.map((serial) => room.starts(serial)[0] ?? Number.NaN));
  if (serials.length !== named.length || !serials.every((serial) => room.isHeld(serial) && isAsked(serial))) return todo.key;
  if (!Number.isFinite(begin) || from !== iso(begin)) return todo.key;
  const at = done.amount * sign + exercise.setting.from.at;
  if (done.values.at !== iso(at)) return done.key;
  for (const shares of sharesOf(room, String(kind), of, serials)) {
    const work = shares.reduce((sum, share) => sum + share.count * share.minutes, 0);
    if (work === minutes && work > given(room, String(kind), of, shares, begin, at - 1)) return undefined;
  }
  return todo.key;
}

const iso = (minute: number): string => isoFromMinute(minute as MinuteInstant);

/** What the serials surely take; of posts once for each demand that these could be meant by. */
function sharesOf(room: Room, kind: string, of: readonly string[], serials: readonly Serial[]): readonly (readonly Share[])[] {
  const { exercise, times, stands } = room.facts;
  const total = (serial: Serial) => times.get(serial.id)?.total ?? 0;
  if (kind === 'units') {
    const teams = teamsOf(room);
    return [
      serials.map((serial) => {
        const team = serials.length > 0 && serial.kind !== 'rest' ? teams.find((one) => one.serial === serial) : undefined;
        return { serial, count: team === undefined ? 0 : takenBy(room, team, of), delay: 0, minutes: total(serial) };
      }),
    ];
  }
  if (kind === 'sites') {
    const isThere = (serial: Serial) => (stands.get(serial.id) ?? []).every(({ site }) => site !== undefined && of.includes(site.id));
    return [
      serials.map((serial) => ({
        serial,
        count: isThere(serial) ? 1 : 0,
        delay: 0,
        minutes: total(serial) + (times.get(serial.id)?.reset ?? 0),
      })),
    ];
  }
  if (kind === 'pool') {
    const pool = of.length === 1 ? exercise.pools.list.find(({ id }) => id === of[0]) : undefined;
    const uses = (serial: Serial) => serial.pools.filter((use) => use.pool === pool?.id).reduce((sum, { count }) => sum + count, 0);
    return [
      serials.map((serial) => ({ serial, count: uses(serial), delay: 0, minutes: total(serial) + (pool?.turnaround?.minutes ?? 0) })),
    ];
  }
  const demands = exercise.supportDemands.list.filter(
    (demand) =>
      demand.price === undefined &&
      !demand.mixedOnly &&
      !demand.eachParty &&
      demand.light === undefined &&
      isOfDocument(demand.scope) &&
      supportersOf(demand, exercise).every((post) => of.includes(post)),
  );
  return demands.map(({ scope, count, during }) =>
    serials.map((serial) => {
      const own = times.get(serial.id);
      const isAsked = own !== undefined && serial.kind !== 'rest' && liesIn(scope, serial, undefined, exercise);
      const [delay, minutes] = during === 'run' ? [(own?.setUp ?? 0) + (own?.brief ?? 0), own?.run ?? 0] : [0, own?.total ?? 0];
      return { serial, count: isAsked ? count : 0, delay, minutes };
    }),
  );
}

/** How many of some units a team must have. */
function takenBy({ facts: { exercise } }: Room, { need, able, least }: Team, of: readonly string[]): number {
  const areAllOf = (isMeant: (unit: Team['able'][number]) => boolean) => able.every((unit) => !isMeant(unit) || of.includes(unit.id));
  const demands = need.demands.filter((demand) => areAllOf((unit) => meetsDemand(unit, demand)));
  const alone = demands.filter(({ distinct }) => distinct).reduce((sum, { count }) => sum + count, 0);
  const shared = demands.filter(({ distinct }) => !distinct).reduce((most, { count }) => Math.max(most, count), 0);
  const parties = Object.entries(need.perParty).filter(([party]) => areAllOf((unit) => unit.party === party));
  const group = need.taskGroup === undefined ? undefined : exercise.taskGroups.byId.get(need.taskGroup.group);
  const grouped = group === undefined ? [] : leavesOfAll(exercise, group.units);
  return Math.max(
    areAllOf(() => true) ? least : 0,
    alone + shared,
    leavesOfAll(exercise, need.named).filter((unit) => of.includes(unit)).length,
    parties.reduce((sum, [, count]) => sum + count, 0),
    group !== undefined && grouped.every((unit) => of.includes(unit)) ? (need.taskGroup?.least ?? grouped.length) : 0,
  );
}

/** The most minutes that can have been given from one minute until another. */
function given(room: Room, kind: string, of: readonly string[], shares: readonly Share[], from: number, at: number): number {
  const { exercise, times, presence, calendar } = room.facts;
  const pool = kind === 'pool' ? exercise.pools.list.find(({ id }) => id === of[0]) : undefined;
  const resets = kind === 'sites' ? shares.filter(({ count }) => count > 0).map(({ serial }) => times.get(serial.id)?.reset ?? 0) : [];
  const until = at + Math.max(0, pool?.turnaround?.minutes ?? 0, ...resets);
  const length = Math.max(0, until - from);
  const under = underWay(room, shares, from, length);
  const minutesOf = (counts: (minute: number) => number) => {
    let sum = 0;
    for (let index = 0; index < length; index++) if (under[index] === 1) sum += counts(from + index);
    return sum;
  };
  if (pool !== undefined) {
    return minutesOf((minute) =>
      pool.lessDuring.reduce(
        (left, { period, count }) => (period.from.at <= minute && minute < period.to.at ? Math.min(left, count) : left),
        pool.count,
      ),
    );
  }
  return of.reduce((sum, id) => {
    const site = kind === 'sites' ? exercise.sites.list.find((one) => one.id === id) : undefined;
    if (site !== undefined) {
      const [hours, dates] = [calendar.outsideHours(site.opening), calendar.outsideDates(site)];
      return sum + minutesOf((minute) => (hours(minute, minute + 1) + dates(minute, minute + 1) === 0 ? site.capacity.serials : 0));
    }
    return sum + minutesOnDuty(presence(id), under, from, dutyADay(exercise, id));
  }, 0);
}

/** By minute whether any of the shares may be under way. */
function underWay(room: Room, shares: readonly Share[], from: number, length: number): Uint8Array {
  const turns = new Int32Array(length + 1);
  for (const { serial, count, delay, minutes } of shares) {
    if (count === 0) continue;
    for (const start of room.starts(serial)) {
      const [first, last] = [start + delay - from, start + delay + minutes - from].map((index) => Math.min(length, Math.max(0, index)));
      turns[first ?? 0] = (turns[first ?? 0] ?? 0) + 1;
      turns[last ?? 0] = (turns[last ?? 0] ?? 0) - 1;
    }
  }
  const under = new Uint8Array(length);
  let now = 0;
  for (let index = 0; index < length; index++) {
    now += turns[index] ?? 0;
    under[index] = now > 0 ? 1 : 0;
  }
  return under;
}

/** Minutes in which a body is there and something may be under way, in each 24 hours no more than it may be on duty. */
function minutesOnDuty(presence: readonly MinutePeriod[], under: Uint8Array, from: number, daily: number): number {
  let [sum, today] = [0, 0];
  for (let index = 0; index < under.length; index++) {
    if (index % 1440 === 0) today = 0;
    if (under[index] === 0 || today >= daily || !presence.some((period) => period.from <= from + index && from + index < period.to))
      continue;
    today++;
    sum++;
  }
  return sum;
}

/** The most minutes that posts can give to what asks them for support. */
export function minutesToSupport(room: Room, posts: readonly string[], shares: readonly Share[]): number {
  const from = Math.min(...shares.map(({ serial, delay }) => (room.starts(serial)[0] ?? 0) + delay));
  return given(room, 'posts', posts, shares, from, room.facts.exercise.setting.to.at + 2 * 1440);
}

/** The most minutes that hard rules let a body be on duty in 24 hours, in every phase. */
function dutyADay(exercise: Exercise, id: string): number {
  const unit = exercise.units.byId.get(id as never);
  const post = exercise.posts.byId.get(id as never);
  return exercise.dutyRules.list
    .filter(({ price, scope }) => price === undefined && scope.phases === undefined)
    .filter(({ scope }) => (unit !== undefined && concernsUnit(scope, unit, exercise)) || (post !== undefined && concernsPost(scope, post)))
    .reduce((least, { mostPer24h, leastRest }) => Math.min(least, mostPer24h?.minutes ?? 1440, 1440 - (leastRest?.minutes ?? 0)), 1440);
}
