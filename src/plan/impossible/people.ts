// Why a serial can have no team or no support, or a requirement cannot be met: there are not enough who could.
import { type Problem, problem } from '../../kernel/index.ts';
import { contains, overlaps } from '../problem/intervals.ts';
import type { RequirementFacts } from '../problem/statements.ts';
import type { PlanProblem, SerialFacts } from '../problem.ts';

/** The most units, of those that `may`, that are there together at some start of the serial. */
function mostPresent({ bodies, unitCount }: PlanProblem, { starts, total }: SerialFacts, may: (unit: number) => boolean): number {
  const able = Array.from({ length: unitCount }, (_, unit) => unit).filter(may);
  let most = 0;
  for (const list of starts) {
    for (const start of list) {
      let count = 0;
      for (const unit of able) if (contains(bodies[unit]?.presence ?? [], start, start + total)) count++;
      if (count > most) most = count;
      if (most === able.length) return most;
    }
  }
  return most;
}

export function teamsThatCannotBe(planning: PlanProblem): readonly Problem[] {
  const { serials, bodies, exercise, parties } = planning;
  return serials.flatMap((facts): Problem[] => {
    const { team, id, optional, starts } = facts;
    if (team === null || optional !== null || starts.every((list) => list.length === 0)) return [];
    const stated = exercise.serials.byId.get(id)?.team;
    const found: Problem[] = [];
    for (const [index, demand] of team.demands.entries()) {
      const got = mostPresent(planning, facts, (unit) => demand.eligible[unit] === 1 && team.from[unit] === 1);
      if (got >= demand.count) continue;
      const asked = stated?.demands[index];
      const what = asked?.capability ?? asked?.language ?? asked?.party ?? '';
      found.push(
        problem(
          'plan.impossible.noHolder',
          { serial: id, what, level: asked?.level ?? 1, count: demand.count, got },
          { key: 'plan.maybe.extendStay', values: {} },
        ),
      );
    }
    for (const [party, least] of team.perParty) {
      const got = mostPresent(planning, facts, (unit) => bodies[unit]?.party === party && team.from[unit] === 1);
      if (got < least) found.push(problem('plan.impossible.partyTooSmall', { serial: id, party: parties[party] ?? '', least, got }));
    }
    const able = mostPresent(planning, facts, (unit) => team.from[unit] === 1);
    if (able < team.units[0]) found.push(problem('plan.impossible.teamTooLarge', { serial: id, least: team.units[0], got: able }));
    const present = parties.filter(
      (_, party) => mostPresent(planning, facts, (unit) => bodies[unit]?.party === party && team.from[unit] === 1) > 0,
    );
    if (present.length < team.leastParties)
      found.push(problem('plan.impossible.tooFewParties', { serial: id, least: team.leastParties, got: present.length }));
    const absent = team.named
      .filter((unit) => mostPresent(planning, facts, (one) => one === unit) === 0)
      .map((unit) => bodies[unit]?.id ?? '');
    if (absent.length > 0) found.push(problem('plan.impossible.namedAbsent', { serial: id, units: absent }));
    return found;
  });
}

/** Only demands that no choice of team or light can lift. */
export function supportThatCannotBe(planning: PlanProblem): readonly Problem[] {
  const { serials, supports, bodies } = planning;
  return supports.flatMap((support): Problem[] => {
    const isCertain =
      support.price === null && support.scope.isOfTheDocument && !support.mixedOnly && !support.eachParty && support.light === undefined;
    if (!isCertain) return [];
    return serials.flatMap((facts, serial): Problem[] => {
      if (facts.optional !== null || !support.scope.couldMatch(serial) || facts.starts.every((list) => list.length === 0)) return [];
      const from = support.onlyRun ? facts.toRun : 0;
      const minutes = support.onlyRun ? facts.run : facts.total;
      const got = facts.starts.reduce((most, list, index) => {
        const site = facts.needsSite ? (facts.sites[index] ?? -1) : -1;
        const able = support.eligible.filter((post) => {
          const at = bodies[post]?.sites ?? [];
          return (at.length === 0 || site < 0 || at.includes(site)) && !facts.attendPosts.includes(post);
        });
        return Math.max(
          most,
          ...Array.from(
            list,
            (start) => able.filter((post) => contains(bodies[post]?.presence ?? [], start + from, start + from + minutes)).length,
          ),
        );
      }, 0);
      if (got >= support.count) return [];
      return [
        problem(
          'plan.impossible.noSupport',
          { serial: facts.id, demand: support.id, count: support.count, got },
          { key: 'plan.maybe.addPost', values: {} },
        ),
      ];
    });
  });
}

export function requirementsThatCannotBeMet(planning: PlanProblem): readonly Problem[] {
  const { requirements, serials, parties } = planning;
  return requirements.flatMap((requirement): Problem[] => {
    if (requirement.price !== null) return [];
    const reaching = serials.filter((facts) => canExercise(planning, facts, requirement)).map(({ id }) => id);
    if (reaching.length >= requirement.times) return [];
    const { id, party, task, times } = requirement;
    const values = { requirement: id, party: parties[party] ?? '', task, times, got: reaching.length, serials: reaching };
    return [problem('plan.impossible.requirement', values, { key: 'plan.maybe.addSerial', values: { task } })];
  });
}

function canExercise(planning: PlanProblem, facts: SerialFacts, { task, phase, party, mixed, light }: RequirementFacts): boolean {
  const { team, tasks } = facts;
  if (team === null || !tasks.has(task) || (phase !== undefined && phase !== facts.phase)) return false;
  if (mixed && team.units[1] < 2) return false;
  if (mostPresent(planning, facts, (unit) => planning.bodies[unit]?.party === party && team.from[unit] === 1) === 0) return false;
  if (light === undefined) return true;
  return facts.starts.some((list, index) => {
    const site = facts.needsSite ? (facts.sites[index] ?? -1) : -1;
    const periods = (site < 0 ? planning.sites[0]?.outside : planning.sites[site]?.light)?.[light] ?? [];
    return list.some((start) => contains(periods, start + facts.toRun, start + facts.toRun + facts.run));
  });
}

/** Fixed events and meetings that hold the same people at the same time. */
export function fixedClashes(planning: PlanProblem): readonly Problem[] {
  const { serials, bodies, unitCount, occurrences } = planning;
  type Hold = { readonly what: string; readonly from: number; readonly to: number; readonly who: readonly number[] };
  const holds: Hold[] = serials.flatMap((facts): Hold[] => {
    if (facts.fixed === null || facts.optional !== null) return [];
    const [from, to] = [facts.fixed, facts.fixed + facts.total];
    const all = facts.attendAll
      ? Array.from({ length: unitCount }, (_, unit) => unit).filter((unit) => contains(bodies[unit]?.presence ?? [], from, to))
      : [];
    return [{ what: facts.id, from, to, who: [...facts.attendUnits, ...all, ...facts.attendPosts, ...(facts.team?.named ?? [])] }];
  });
  for (const { id, from, to, posts, price } of occurrences) if (price === null) holds.push({ what: id, from, to, who: posts });
  const found = new Map<string, Problem>();
  for (const [index, first] of holds.entries()) {
    for (const second of holds.slice(index + 1)) {
      if (!overlaps([[first.from, first.to]], second.from, second.to)) continue;
      const who = first.who.filter((body) => second.who.includes(body)).map((body) => bodies[body]?.id ?? '');
      const key = `${first.what} ${second.what}`;
      if (who.length === 0 || found.has(key)) continue;
      found.set(
        key,
        problem('plan.impossible.fixedClash', { first: first.what, second: second.what, who }, { key: 'plan.maybe.moveFixed', values: {} }),
      );
    }
  }
  for (const hold of holds) {
    const absent = hold.who
      .filter((body) => !contains(bodies[body]?.presence ?? [], hold.from, hold.to))
      .map((body) => bodies[body]?.id ?? '');
    if (absent.length > 0)
      found.set(
        `absent ${hold.what}`,
        problem('plan.impossible.fixedAbsent', { serial: hold.what, who: absent }, { key: 'plan.maybe.extendStay', values: {} }),
      );
  }
  return [...found.values()];
}
