// What every plan pays: wishes that no start, no place and no people can fulfil, each with its price.
import type { WitnessFact } from '../plan.ts';
import { contains, overlaps } from '../problem/intervals.ts';
import { type Bound, boundFrom } from './bound.ts';
import type { Use } from './crews.ts';
import { minutesToGive } from './energy.ts';
import type { Reach } from './reach.ts';
import { type Seats, seatsOf } from './seats.ts';
import { isKept, tiesOfLag } from './ties.ts';

export function priceBound(reach: Reach): Bound {
  const facts = [...serialsLeftOut(reach), ...closuresBroken(reach), ...lagsBroken(reach), ...timesMissed(reach), ...supportMissed(reach)];
  return facts.length > 0 ? boundFrom(facts) : boundFrom([{ key: 'plan.witness.pricesAreNotNegative', values: {}, amount: 0 }]);
}

/** Optional serials for which no start is left. */
function serialsLeftOut({ problem, starts }: Reach): readonly WitnessFact[] {
  return problem.serials.flatMap(({ id, optional }, serial) =>
    optional === null || optional === 0 || (starts[serial]?.length ?? 0) > 0
      ? []
      : [{ key: 'plan.witness.cannotBeHeld', values: { serial: id }, amount: optional }],
  );
}

/** Serials surely held that lie in a closed period wherever and whenever they start. */
function closuresBroken({ problem, starts, isHeld }: Reach): readonly WitnessFact[] {
  const { serials, closures, exercise } = problem;
  const places = exercise.closures.list.filter(({ scope }) =>
    [scope.parties, scope.units, scope.posts, scope.roles].every((field) => field === undefined),
  );
  return closures.flatMap(({ price, periods, untilReset, matches }, index) =>
    price === null || price === 0
      ? []
      : serials.flatMap((facts, serial): WitnessFact[] => {
          if (!isHeld[serial]) return [];
          const left = new Set(starts[serial]);
          const isBroken = (facts.needsSite ? facts.sites : [-1]).every((site, place) => {
            const own = (facts.starts[place] ?? []).filter((start) => left.has(start));
            if (own.length === 0) return true;
            if (!matches(serial, site)) return false;
            return own.every((start) => overlaps(periods, start, start + facts.total + (untilReset ? facts.reset : 0)));
          });
          if (!isBroken) return [];
          const values = { serial: facts.id, closure: places[index]?.id ?? '' };
          return [{ key: 'plan.witness.alwaysClosed', values, amount: price }];
        }),
  );
}

/** Pairs of serials surely held of which no two starts keep a lag or a day. */
function lagsBroken(reach: Reach): readonly WitnessFact[] {
  const { problem, starts, isHeld } = reach;
  return problem.lags.flatMap((lag, index) => {
    const { price } = lag;
    if (price === null || price === 0) return [];
    return tiesOfLag(problem, lag).flatMap((tie): WitnessFact[] => {
      if (!isHeld[tie.first] || !isHeld[tie.second]) return [];
      const seconds = starts[tie.second] ?? new Int32Array();
      const canKeep = (starts[tie.first] ?? new Int32Array()).some((start) =>
        seconds.some((other) => isKept(problem, tie, tie.first, start, [other, other])),
      );
      if (canKeep) return [];
      const values = {
        lag: problem.exercise.lags.list[index]?.id ?? '',
        first: problem.serials[tie.first]?.id ?? '',
        second: problem.serials[tie.second]?.id ?? '',
      };
      return [{ key: 'plan.witness.cannotBeTied', values, amount: price }];
    });
  });
}

/** Requirements that are wishes: how often at most they can be met, of the times wished. */
function timesMissed(reach: Reach): readonly WitnessFact[] {
  const { problem } = reach;
  const seats = seatsOf(reach);
  return problem.requirements.flatMap((requirement): WitnessFact[] => {
    const { id, price, times } = requirement;
    if (price === null || price === 0) return [];
    const got = seats.filter((seat) => couldExercise(reach, requirement, seat)).length;
    return got >= times
      ? []
      : [{ key: 'plan.witness.wishedTooOften', values: { requirement: id, times, got, price }, amount: price * (times - got) }];
  });
}

function couldExercise(
  { problem, starts }: Reach,
  { party, task, phase, mixed, light }: Reach['problem']['requirements'][number],
  { serial, byParty, most }: Seats,
): boolean {
  const facts = problem.serials[serial];
  if (facts === undefined || !facts.tasks.has(task) || (phase !== undefined && phase !== facts.phase)) return false;
  if ((byParty[party]?.able ?? 0) === 0) return false;
  if (mixed && (most < 2 || byParty.filter(({ able }) => able > 0).length < 2)) return false;
  if (light === undefined) return true;
  return facts.sites.some((site) =>
    (starts[serial] ?? []).some((start) => {
      return contains(problem.sites[site]?.light[light] ?? [], start + facts.toRun, start + facts.toRun + facts.run);
    }),
  );
}

/** Support wished of serials surely held that nobody is there to give, or for which those who are there have no time. */
function supportMissed(reach: Reach): readonly WitnessFact[] {
  const { supports } = reach.problem;
  return supports.flatMap((demand) => {
    const { price, scope, mixedOnly, eachParty, light } = demand;
    if (price === null || price === 0 || !scope.isOfTheDocument || mixedOnly || eachParty || light !== undefined) return [];
    const [alone, together] = [nobodyThere(reach, demand, price), timeRunsOut(reach, demand, price)];
    const missing = alone.reduce((sum, { amount }) => sum + amount, 0);
    return together !== undefined && together.amount > missing ? [together] : alone;
  });
}

type Demand = Reach['problem']['supports'][number];

/** The serials a demand is surely made by, with when and how long it takes a post. */
function usesOf({ problem, isHeld }: Reach, { scope, count, onlyRun }: Demand): readonly Use[] {
  return problem.serials.flatMap((facts, serial): Use[] => {
    if (!isHeld[serial] || !scope.couldMatch(serial)) return [];
    return [{ serial, count, delay: onlyRun ? facts.toRun : 0, minutes: onlyRun ? facts.run : facts.total }];
  });
}

function nobodyThere(reach: Reach, demand: Demand, price: number): readonly WitnessFact[] {
  const { serials, bodies } = reach.problem;
  return usesOf(reach, demand).flatMap(({ serial, count, delay, minutes }): WitnessFact[] => {
    const got = (reach.starts[serial] ?? new Int32Array()).reduce((most, start) => {
      if (most >= count) return most;
      const from = start + delay;
      return Math.max(most, demand.eligible.filter((post) => contains(bodies[post]?.presence ?? [], from, from + minutes)).length);
    }, 0);
    if (got >= count) return [];
    const values = { serial: serials[serial]?.id ?? '', demand: demand.id, count, got, price };
    return [{ key: 'plan.witness.nobodySupports', values, amount: price * (count - got) }];
  });
}

/** The shortest first, until those who could support have given all the minutes they have. */
function timeRunsOut(reach: Reach, demand: Demand, price: number): WitnessFact | undefined {
  const uses = usesOf(reach, demand).filter(({ serial }) => reach.problem.serials[serial]?.kind !== 'rest');
  if (uses.length === 0) return undefined;
  const minutes = minutesToGive(reach, demand.eligible, uses);
  const each = uses.flatMap((use) => Array.from({ length: use.count }, () => use.minutes)).sort((a, b) => a - b);
  let [given, left] = [0, minutes];
  while (given < each.length && (each[given] ?? 0) <= left) left -= each[given++] ?? 0;
  const values = { demand: demand.id, times: each.length, minutes, got: given, price };
  return { key: 'plan.witness.supportRunsOut', values, amount: price * (each.length - given) };
}
