// Why a serial has no start anywhere: a smallest set of statements about its time and place that already leaves none.
import type { Serial } from '../../exercise/index.ts';
import { type Problem, problem } from '../../kernel/index.ts';
import { contains, daily, type Intervals, overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';

/** A named statement, and whether it allows a start at a site. */
type Statement = { readonly name: string; allows(start: number, site: number): boolean };

export function serialsWithoutStart(planning: PlanProblem): readonly Problem[] {
  return planning.serials.flatMap((facts, serial): Problem[] => {
    const stated = planning.exercise.serials.byId.get(facts.id);
    if (facts.optional !== null || stated === undefined) return [];
    const places = facts.needsSite ? facts.sites : [-1];
    if (places.length === 0) {
      const asked = [...stated.facilities, ...(stated.zone === undefined ? [] : [stated.zone]), ...stated.sites];
      return [problem('plan.impossible.noSite', { serial: facts.id, asked }, { key: 'plan.maybe.addFacility', values: {} })];
    }
    const needed = facts.total;
    const window = windowOf(planning, stated, facts.fixed);
    const length = window[1] - window[0];
    if (facts.fixed === null && length < needed) {
      return [
        problem(
          'plan.impossible.windowTooShort',
          { serial: facts.id, window: Math.max(0, length), needed },
          { key: 'plan.maybe.widenWindow', values: {} },
        ),
      ];
    }
    const starts = facts.fixed === null ? gridWithin(planning, window, needed) : [facts.fixed];
    const statements = statementsFor(planning, serial, stated);
    const candidates = places.flatMap((site) => starts.map((start) => ({ start, site })));
    const isLeft = (some: readonly Statement[]) => candidates.some(({ start, site }) => some.every((one) => one.allows(start, site)));
    if (isLeft(statements)) return [];
    // One statement after the other is left out for good if without it there is still no start: what remains is minimal.
    const minimal = statements.reduce((kept, one) => {
      const without = kept.filter((other) => other !== one);
      return isLeft(without) ? kept : without;
    }, statements);
    const names = minimal.map(({ name }) => name);
    return [problem('plan.impossible.noStart', { serial: facts.id, statements: names }, { key: 'plan.maybe.relaxOne', values: {} })];
  });
}

function windowOf({ whole, exercise }: PlanProblem, serial: Serial, fixed: number | null): readonly [number, number] {
  if (fixed !== null) return whole;
  const phase = serial.phase === undefined ? undefined : exercise.phases.byId.get(serial.phase);
  return [
    Math.max(whole[0], serial.startsFrom?.at ?? 0, phase?.from.at ?? 0),
    Math.min(whole[1], serial.endsBy?.at ?? whole[1], phase?.to.at ?? whole[1]),
  ];
}

function gridWithin({ grid, origin }: PlanProblem, [from, to]: readonly [number, number], needed: number): readonly number[] {
  const starts: number[] = [];
  for (let start = origin + Math.ceil((from - origin) / grid) * grid; start + needed <= to; start += grid) starts.push(start);
  return starts;
}

function statementsFor(planning: PlanProblem, serial: number, stated: Serial): readonly Statement[] {
  const { exercise, horizon, sites, pools, whole } = planning;
  const facts = planning.serials[serial];
  if (facts === undefined) return [];
  const siteOf = (site: number) => sites[site];
  const inside = (intervals: Intervals, start: number, more = 0) => contains(intervals, start, start + facts.total + more);
  const statements: Statement[] = [{ name: 'exercise', allows: (start) => start >= whole[0] && start + facts.total <= whole[1] }];
  if (stated.hours !== undefined) {
    const hours = daily(stated.hours, horizon, exercise.zone);
    statements.push({ name: `hours ${stated.hours.from}–${stated.hours.to}`, allows: (start) => inside(hours, start) });
  }
  const light = facts.light;
  if (light !== undefined) {
    const run = (start: number) => start + facts.toRun;
    const lightAt = (site: number) => (site < 0 ? siteOf(0)?.outside : siteOf(site)?.light)?.[light] ?? [];
    statements.push({ name: `light ${light}`, allows: (start, site) => contains(lightAt(site), run(start), run(start) + facts.run) });
  }
  statements.push({ name: 'site opening', allows: (start, site) => site < 0 || inside(siteOf(site)?.open ?? [], start, facts.reset) });
  for (const [index] of facts.pools) {
    const pool = pools[index];
    if (pool === undefined) continue;
    statements.push({
      name: `pool ${pool.id}`,
      allows: (start, site) => (pool.sites.length === 0 || pool.sites.includes(site)) && inside(pool.open, start),
    });
  }
  const hardClosures = exercise.closures.list.filter(({ scope }) =>
    [scope.parties, scope.units, scope.posts, scope.roles].every((field) => field === undefined),
  );
  for (const [index, closure] of planning.closures.entries()) {
    if (closure.price !== null) continue;
    const allows: Statement['allows'] = (start, site) =>
      !closure.matches(serial, site) || !overlaps(closure.periods, start, start + facts.total + (closure.untilReset ? facts.reset : 0));
    statements.push({ name: `closure ${hardClosures[index]?.id ?? ''}`, allows });
  }
  for (const [index, milestone] of planning.milestones.entries()) {
    const { gates, price, from } = milestone;
    if (gates === null || price !== null || !gates.mayMatch(serial, facts.sites[0] ?? -1)) continue;
    statements.push({ name: `milestone ${exercise.milestones.list[index]?.id ?? ''}`, allows: (start) => start >= from });
  }
  return statements;
}
