// Where a document looks impossible at a glance: small sets of serials that a proof may be found about at once. A suspicion proves nothing.
import { contains, overlaps } from '../problem/intervals.ts';
import type { PlanProblem, SerialFacts } from '../problem.ts';

/** Sets of serials, by index, smallest first. */
export function suspectsOf(planning: PlanProblem): readonly (readonly number[])[] {
  const { serials } = planning;
  const alone = serials.flatMap((facts, serial) =>
    facts.optional === null &&
    (hasNoStart(facts) || hasNoTeam(planning, facts) || hasNoSupport(planning, facts, serial) || lacksPool(planning, facts))
      ? [[serial]]
      : [],
  );
  return [...alone, ...clashes(planning), ...shortRequirements(planning), ...tiedTogether(planning)].sort((a, b) => a.length - b.length);
}

const hasNoStart = ({ starts }: SerialFacts): boolean => starts.every((list) => list.length === 0);

const lacksPool = ({ pools }: PlanProblem, facts: SerialFacts): boolean =>
  facts.pools.some(([pool, count]) => count > (pools[pool]?.count ?? 0));

/** The most of some bodies that are there together, and not kept away, at some start of the serial. */
function mostPresent({ bodies, bodyClosures, serials }: PlanProblem, facts: SerialFacts, able: readonly number[]): number {
  const { starts, total } = facts;
  const serial = serials.indexOf(facts);
  const hard = bodyClosures.filter(
    ({ price, matches }) => price === null && (matches(serial, -1) || facts.sites.every((site) => matches(serial, site))),
  );
  const away = new Map(able.map((body) => [body, hard.filter((closure) => closure.bodies[body] === 1)] as const));
  let most = 0;
  for (const list of starts) {
    for (const start of list) {
      const count = able.filter(
        (body) =>
          contains(bodies[body]?.presence ?? [], start, start + total) &&
          !(away.get(body) ?? []).some(({ periods }) => overlaps(periods, start, start + total)),
      ).length;
      if (count > most) most = count;
      if (most === able.length) return most;
    }
  }
  return most;
}

function hasNoTeam(planning: PlanProblem, facts: SerialFacts): boolean {
  const { team } = facts;
  if (team === null) return false;
  const units = Array.from({ length: planning.unitCount }, (_, unit) => unit).filter((unit) => team.from[unit] === 1);
  const isShort = (able: readonly number[], least: number) => least > 0 && mostPresent(planning, facts, able) < least;
  return (
    isShort(units, Math.max(1, team.units[0])) ||
    team.demands.some(({ eligible, count }) =>
      isShort(
        units.filter((unit) => eligible[unit] === 1),
        count,
      ),
    ) ||
    team.perParty.some(([party, least]) =>
      isShort(
        units.filter((unit) => planning.bodies[unit]?.party === party),
        least,
      ),
    ) ||
    team.named.some((unit) => isShort([unit], 1)) ||
    team.leastParties >
      planning.parties.filter(
        (_, party) =>
          !isShort(
            units.filter((unit) => planning.bodies[unit]?.party === party),
            1,
          ),
      ).length
  );
}

function hasNoSupport(planning: PlanProblem, facts: SerialFacts, serial: number): boolean {
  return planning.supports.some(
    ({ price, eachParty, mixedOnly, scope, eligible, count }) =>
      price === null && !eachParty && !mixedOnly && scope.couldMatch(serial) && mostPresent(planning, facts, eligible) < count,
  );
}

function shortRequirements({ requirements, serials }: PlanProblem): readonly (readonly number[])[] {
  return requirements.flatMap(({ price, task, phase, times }) => {
    if (price !== null) return [];
    const could = serials.flatMap((facts, serial) =>
      facts.team !== null && facts.tasks.has(task) && (phase === undefined || phase === facts.phase) ? [serial] : [],
    );
    return could.length <= times + 2 ? [could] : [];
  });
}

/** Fixed serials that overlap each other or a meeting. */
function clashes({ serials, occurrences }: PlanProblem): readonly (readonly number[])[] {
  const fixed = serials.flatMap((facts, serial) =>
    facts.fixed === null ? [] : [{ serial, from: facts.fixed, to: facts.fixed + facts.total }],
  );
  return fixed.flatMap((one, index) => [
    ...(occurrences.some(({ from, to }) => overlaps([[from, to]], one.from, one.to)) ? [[one.serial]] : []),
    ...fixed
      .slice(index + 1)
      .flatMap((other) => (overlaps([[one.from, one.to]], other.from, other.to) ? [[one.serial, other.serial]] : [])),
  ]);
}

const fewUnits = 4;

/** Serials that need the same few units, and serials that can be at one site only, where they are not too many. */
export function sharing({ serials, bodies }: PlanProblem): readonly (readonly number[])[] {
  const groups = new Map<string, Set<number>>();
  const add = (key: string, serial: number) => {
    const group = groups.get(key) ?? new Set<number>();
    groups.set(key, group);
    group.add(serial);
  };
  for (const [serial, { team, sites, needsSite }] of serials.entries()) {
    for (const { eligible } of team?.demands ?? []) {
      const units = bodies.flatMap((body, unit) => (body.isUnit && eligible[unit] === 1 ? [unit] : []));
      if (units.length <= fewUnits) add(`units ${units.join()}`, serial);
    }
    for (const unit of team?.named ?? []) add(`units ${unit}`, serial);
    if (needsSite && sites.length === 1) add(`site ${sites[0]}`, serial);
  }
  return [...groups.values()].map((group) => [...group]).filter(({ length }) => length > 1 && length <= mostTied);
}

const mostTied = 40;

/** Serials that wait for each other, directly or through others, where they are not too many. */
export function tiedTogether({ serials, lags }: PlanProblem): readonly (readonly number[])[] {
  const leader = serials.map((_, serial) => serial);
  const find = (serial: number): number => {
    const above = leader[serial] ?? serial;
    if (above === serial) return serial;
    const top = find(above);
    leader[serial] = top;
    return top;
  };
  const tie = (one: number, other: number) => {
    leader[find(one)] = find(other);
  };
  for (const [serial, { after }] of serials.entries()) for (const other of after) tie(serial, other);
  for (const { price, first, second, sameUnitsOnly } of lags) {
    if (price !== null || sameUnitsOnly) continue;
    const seconds = serials.flatMap((_, serial) => (second.couldMatch(serial) ? [serial] : []));
    const firsts = serials.flatMap((_, serial) => (first.couldMatch(serial) ? [serial] : []));
    for (const one of firsts) for (const other of seconds) tie(one, other);
  }
  const groups = new Map<number, number[]>();
  for (const serial of serials.keys()) groups.set(find(serial), [...(groups.get(find(serial)) ?? []), serial]);
  return [...groups.values()].filter(({ length }) => length > 1 && length <= mostTied);
}
