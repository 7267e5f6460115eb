// The facts of price and of load as the checker counts them: wishes that cannot be fulfilled, and duty that cannot be even.
import { isPresent, leafUnits, type Serial, trains, type Unit } from '../../../exercise/bare/index.ts';
import type { WitnessFact } from '../../plan.ts';
import { leavesOfAll } from '../ground.ts';
import { bondsOfLag } from './bonds.ts';
import { attendsFixed, closesPlace, isForPlaces, isOfDocument, liesIn, untilOf } from './possible.ts';
import { type Room, supportersOf } from './room.ts';
import { type Team, teamsOf } from './seats.ts';
import { minutesToSupport, type Share } from './work.ts';

export function factsOfPrice(room: Room): readonly WitnessFact[] {
  const facts = [...leftOut(room), ...closed(room), ...untied(room), ...missed(room), ...unsupported(room)];
  return facts.length > 0 ? facts : [{ key: 'plan.witness.pricesAreNotNegative', values: {}, amount: 0 }];
}

const held = (room: Room): readonly Serial[] => room.facts.exercise.serials.list.filter((serial) => room.isHeld(serial));

function leftOut(room: Room): readonly WitnessFact[] {
  return room.facts.exercise.serials.list.flatMap((serial): WitnessFact[] => {
    const price = serial.optional?.price ?? 0;
    return price === 0 || room.starts(serial).length > 0
      ? []
      : [{ key: 'plan.witness.cannotBeHeld', values: { serial: serial.id }, amount: price }];
  });
}

function closed(room: Room): readonly WitnessFact[] {
  const { exercise, stands, times, calendar } = room.facts;
  return exercise.closures.list.flatMap((closure) => {
    const { price } = closure;
    if (price === undefined || price === 0 || !isForPlaces(closure)) return [];
    const minutes = calendar.insideClosure(closure);
    return held(room).flatMap((serial): WitnessFact[] => {
      const own = times.get(serial.id);
      const open = (stands.get(serial.id) ?? []).some(({ site, starts }) => {
        const left = room.starts(serial).filter((start) => starts.includes(start));
        if (!closesPlace(closure, serial, site, exercise)) return left.length > 0;
        return left.some((start) => own !== undefined && minutes(start, untilOf(closure, start + own.total, own)) === 0);
      });
      return open ? [] : [{ key: 'plan.witness.alwaysClosed', values: { serial: serial.id, closure: closure.id }, amount: price }];
    });
  });
}

function untied(room: Room): readonly WitnessFact[] {
  return room.facts.exercise.lags.list.flatMap((lag) => {
    const { price } = lag;
    if (price === undefined || price === 0) return [];
    return bondsOfLag(lag, room.facts).flatMap(({ first, second, allows }): WitnessFact[] => {
      if (!room.isHeld(first) || !room.isHeld(second)) return [];
      const seconds = room.starts(second);
      if (room.starts(first).some((start) => seconds.some((other) => allows(start, true, [other, other])))) return [];
      return [{ key: 'plan.witness.cannotBeTied', values: { lag: lag.id, first: first.id, second: second.id }, amount: price }];
    });
  });
}

function missed(room: Room): readonly WitnessFact[] {
  const { exercise, stands, times, calendar } = room.facts;
  const teams = teamsOf(room);
  return exercise.requirements.list.flatMap((requirement): WitnessFact[] => {
    const { id, hard, times: wanted, party, task, phase, mixed, light } = requirement;
    const price = requirement.price ?? 1;
    if (hard || price === 0) return [];
    const counts = ({ serial, able, most }: Team) => {
      const own = times.get(serial.id);
      if (own === undefined || !trains(exercise, serial, task) || (phase !== undefined && serial.phase !== phase)) return false;
      if (!able.some((unit) => unit.party === party)) return false;
      if (mixed && (most < 2 || new Set(able.map((unit) => unit.party)).size < 2)) return false;
      if (light === undefined) return true;
      return (stands.get(serial.id) ?? []).some(({ site }) => {
        const runsInLight = (start: number) => {
          const run = start + own.setUp + own.brief;
          return site !== undefined && calendar.outsideLight(site, light)(run, run + own.run) === 0;
        };
        return room.starts(serial).some(runsInLight);
      });
    };
    const got = teams.filter(counts).length;
    if (got >= wanted) return [];
    return [{ key: 'plan.witness.wishedTooOften', values: { requirement: id, times: wanted, got, price }, amount: price * (wanted - got) }];
  });
}

function unsupported(room: Room): readonly WitnessFact[] {
  const { exercise, times, presence } = room.facts;
  return exercise.supportDemands.list.flatMap((demand) => {
    const { id, price, scope, count } = demand;
    if (price === undefined || price === 0 || !isOfDocument(scope)) return [];
    if (demand.mixedOnly || demand.eachParty || demand.light !== undefined) return [];
    const posts = supportersOf(demand, exercise);
    const shares = held(room).flatMap((serial): Share[] => {
      const own = times.get(serial.id);
      if (own === undefined || !liesIn(scope, serial, undefined, exercise)) return [];
      const isForRun = demand.during === 'run';
      return [{ serial, count, delay: isForRun ? own.setUp + own.brief : 0, minutes: isForRun ? own.run : own.total }];
    });
    const alone = shares.flatMap(({ serial, delay, minutes }): WitnessFact[] => {
      let got = 0;
      for (const start of room.starts(serial)) {
        if (got >= count) break;
        got = Math.max(got, posts.filter((post) => isPresent(presence(post), start + delay, start + delay + minutes)).length);
      }
      const values = { serial: serial.id, demand: id, count, got, price };
      return got >= count ? [] : [{ key: 'plan.witness.nobodySupports', values, amount: price * (count - got) }];
    });
    const together = runningOut(
      room,
      id,
      price,
      posts,
      shares.filter(({ serial }) => serial.kind !== 'rest'),
    );
    const missing = alone.reduce((sum, { amount }) => sum + amount, 0);
    return together !== undefined && together.amount > missing ? [together] : alone;
  });
}

/** What is left over when the shortest are supported first with all the minutes that the posts have. */
function runningOut(
  room: Room,
  demand: string,
  price: number,
  posts: readonly string[],
  shares: readonly Share[],
): WitnessFact | undefined {
  if (shares.length === 0) return undefined;
  const minutes = minutesToSupport(room, posts, shares);
  const wanted = shares.flatMap((share) => Array.from({ length: share.count }, () => share.minutes)).sort((a, b) => a - b);
  let sum = 0;
  const got = wanted.filter((one) => {
    sum += one;
    return sum <= minutes;
  }).length;
  const values = { demand, times: wanted.length, minutes, got, price };
  return { key: 'plan.witness.supportRunsOut', values, amount: price * (wanted.length - got) };
}

export function factsOfLoad(room: Room): readonly WitnessFact[] {
  const { exercise } = room.facts;
  const facts = exercise.parties.list.flatMap(({ id: party }): WitnessFact[] => {
    const units = leafUnits(exercise).filter((unit) => unit.party === party);
    if (units.length < 2) return [];
    const least = units.map((unit) => ({ unit, minutes: surely(room, unit) })).reduce((a, b) => (b.minutes > a.minutes ? b : a));
    const most = units.map((unit) => ({ unit, minutes: possibly(room, unit) })).reduce((a, b) => (b.minutes < a.minutes ? b : a));
    const apart = least.minutes - most.minutes;
    if (apart <= 0) return [];
    const values = { party, units: units.length, unit: least.unit.id, least: least.minutes, other: most.unit.id, most: most.minutes };
    return [{ key: 'plan.witness.dutyApart', values, amount: Math.floor((apart / (1 + Math.sqrt(units.length - 1))) ** 2) }];
  });
  return facts.length > 0 ? facts : [{ key: 'plan.witness.squaresAreNotNegative', values: {}, amount: 0 }];
}

/** Minutes of what a unit must take part in; fixed events that overlap count once. */
function surely(room: Room, unit: Unit): number {
  const { exercise, times } = room.facts;
  const taken = new Set<number>();
  let free = 0;
  for (const serial of held(room)) {
    const own = times.get(serial.id);
    if (own === undefined || serial.kind === 'rest') continue;
    const attended = serial.attend === undefined || serial.attend.units === 'all' ? [] : serial.attend.units;
    const isNamed = [attended, serial.team?.named ?? []].some((ids) => ids.length > 0 && leavesOfAll(exercise, ids).includes(unit.id));
    if (!isNamed && attendsFixed(unit, serial, room.facts) === undefined) continue;
    if (serial.at === undefined) free += own.total;
    else for (let minute = 0; minute < own.total; minute++) taken.add(serial.at.at - own.setUp - own.brief + minute);
  }
  return free + taken.size;
}

/** Minutes of all that a unit may take part in, with the longest way there and back. */
function possibly(room: Room, unit: Unit): number {
  const { exercise, times } = room.facts;
  const ways = exercise.sites.list.flatMap((site) =>
    Object.entries(site.travel).map(([to, way]) => (to === site.id || !exercise.sites.byId.has(to as never) ? 0 : (way?.minutes ?? 0))),
  );
  const longest = Math.max(0, ...ways);
  let sum = 0;
  for (const serial of exercise.serials.list) {
    if (room.starts(serial).length === 0) continue;
    const { attend } = serial;
    const attends = attend !== undefined && (attend.units === 'all' || leavesOfAll(exercise, attend.units).includes(unit.id));
    if (!attends && room.first(unit, serial) === undefined) continue;
    sum += (serial.kind === 'rest' ? 0 : (times.get(serial.id)?.total ?? 0)) + 2 * longest;
  }
  return sum;
}
