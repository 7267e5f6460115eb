// From a plan to its times alone: what teams, sites, leads and support are settled leaves of the problem, with everything that does not
// move folded into starts and capacities. Rolling duty stays with the bodies that it binds.
import type { PlanProblem } from '../problem.ts';
import type { Placement } from '../search/placement.ts';
import { type Relation, relationOf, type Settled, settledOf } from './relations.ts';
import { nightsOf, onDutyOf } from './settled-duty.ts';
import { resourcesOf } from './settled-resources.ts';
import { clear, keepOnly, leaveOut, ownStarts, type Slots, slotsOf } from './settled-starts.ts';
import type { Apart, Days, Lag, Times, TimesProblem } from './times-problem.ts';

/**
 * The times of the placed serials that may move. Serials the document fixes, and those that an alternate moves, stay where they are.
 *
 * Every schedule of it keeps each hard rule that looks at starts: windows, light, closures, presence, travel, sites, pools, orders, lags,
 * exclusions, qualifications by those who give them now, meetings, hard duty. With `keepsSoft` soft closures, lags, exclusions and light
 * that are kept now stay kept. Left to the caller's check: what soft statements cost,
 * lead parity and pairs that depend on times, support and qualifications inside a scenario of alternates.
 */
export function timesProblemOf(
  problem: PlanProblem,
  placed: readonly (Placement | null)[],
  mayMove: (serial: number) => boolean = () => true,
  keepsSoft = false,
): TimesProblem {
  const slots = slotsOf(problem);
  const moved = new Set(problem.scenarios.flatMap(({ reserves }) => reserves.map(({ serial }) => serial)));
  const all = placed.flatMap((placement) => (placement === null ? [] : [settledOf(problem, placement)]));
  const moves = ({ placement: { serial } }: Settled) => problem.serials[serial]?.fixed === null && !moved.has(serial) && mayMove(serial);
  const moving = all.filter(moves);
  const standing = all.filter((settled) => !moves(settled));
  const reserves = problem.scenarios.map((_, scenario) => standing.map((settled) => inScenario(problem, settled, scenario)));
  const elsewhere = reserves.flatMap((scene) => scene.filter((settled, index) => settled !== standing[index]));
  const starts = moving.map((settled) => ownStarts(problem, slots, settled, keepsSoft));
  for (const [activity, settled] of moving.entries()) {
    const bits = starts[activity] ?? new Uint32Array();
    meetingsAside(problem, slots, settled, bits);
    for (const other of [...standing, ...elsewhere]) {
      const relation = relationOf(problem, other, settled, keepsSoft);
      if (relation !== undefined) leaveOut(bits, slots, other.placement.start, relation, problem);
    }
  }
  const [lags, apart, days] = between(problem, slots, moving, keepsSoft);
  const ends = standing.map(({ placement }) => placement.start + (problem.serials[placement.serial]?.total ?? 0));
  const minutes = Int32Array.from(moving, ({ placement }) => problem.serials[placement.serial]?.total ?? 0);
  lags.push(...qualified(problem, slots, moving, [...standing, ...elsewhere], starts));
  return {
    ...slots,
    travel: problem.travel,
    serials: Int32Array.from(moving, ({ placement }) => placement.serial),
    minutes,
    duration: minutes.map((length) => Math.ceil(length / slots.grid)),
    starts,
    lags,
    apart,
    days,
    resources: resourcesOf(problem, slots, moving, [standing, ...reserves]),
    duty: onDutyOf(problem, moving, [standing, ...reserves]),
    nights: nightsOf(problem, slots, moving),
    dayOf:
      days.length === 0
        ? new Int32Array()
        : Int32Array.from({ length: slots.slots }, (_, slot) => problem.dayOf(slots.origin + slot * slots.grid)),
    fixedEnd: ends.reduce((latest, end) => Math.max(latest, end), Number.NEGATIVE_INFINITY),
  };
}

/** The schedule that the placements are, for a problem made of them. */
export function timesOf({ serials, origin, grid }: TimesProblem, placed: readonly (Placement | null)[]): Times {
  return serials.map((serial) => ((placed[serial]?.start ?? origin) - origin) / grid);
}

function inScenario(problem: PlanProblem, settled: Settled, scenario: number): Settled {
  const reserve = settled.placement.reserves.find((one) => one.scenario === scenario);
  if (reserve === undefined) return settled;
  return settledOf(problem, { ...settled.placement, start: reserve.start, site: reserve.site });
}

/** Posts that meet, and a site for one in which a meeting takes place, are not there for a serial. */
function meetingsAside(problem: PlanProblem, slots: Slots, { placement, stretches, byBody }: Settled, bits: Uint32Array): void {
  const facts = problem.serials[placement.serial];
  if (facts === undefined) return;
  const isAlone = problem.sites[placement.site]?.serials === 1;
  for (const { price, from, to, site, posts } of problem.occurrences) {
    if (price !== null) continue;
    if (isAlone && site === placement.site) clear(bits, slots, from - facts.total - facts.reset + 1, to);
    if (stretches.length === 0) continue;
    const isSited = site >= 0 && placement.site >= 0;
    const there = isSited ? (problem.travel[placement.site]?.[site] ?? 0) : 0;
    const back = isSited ? (problem.travel[site]?.[placement.site] ?? 0) : 0;
    for (const post of posts) {
      const stretch = byBody.get(post);
      if (stretch !== undefined) clear(bits, slots, from - there - stretch.to + 1, to + back - stretch.from);
    }
  }
}

function between(problem: PlanProblem, slots: Slots, moving: readonly Settled[], keepsSoft: boolean): [Lag[], Apart[], Days[]] {
  const [lags, apart, days]: [Lag[], Apart[], Days[]] = [[], [], []];
  for (const [one, first] of moving.entries()) {
    for (let other = one + 1; other < moving.length; other++) {
      const second = moving[other];
      const relation = second === undefined ? undefined : relationOf(problem, first, second, keepsSoft);
      if (relation === undefined) continue;
      addLag(lags, slots, one, other, relation);
      const [oneFirst, otherFirst] = [up(relation.firstLeads, slots), up(relation.secondLeads, slots)];
      if (oneFirst + otherFirst > 0 && relation.least < relation.firstLeads && relation.most > -relation.secondLeads)
        apart.push(...apartOrBefore(lags, one, other, oneFirst, otherFirst, relation));
      for (const day of relation.days) {
        if (day === 'before') days.push({ from: other, to: one, relation: 'next' });
        else days.push({ from: one, to: other, relation: day });
      }
    }
  }
  return [lags, apart, days];
}

const up = (minutes: number, { grid }: Slots): number => Math.ceil(minutes / grid);

function addLag(lags: Lag[], slots: Slots, from: number, to: number, { least, most }: Relation): void {
  if (least > Number.NEGATIVE_INFINITY || most < Number.POSITIVE_INFINITY)
    lags.push({ from, to, least: up(least, slots), most: Math.floor(most / slots.grid) });
}

/** Where an order is stated, being apart is a least distance in that order. */
function apartOrBefore(
  lags: Lag[],
  one: number,
  other: number,
  oneFirst: number,
  otherFirst: number,
  relation: Relation,
): readonly Apart[] {
  if (relation.least > -relation.secondLeads) lags.push({ from: one, to: other, least: oneFirst, most: Number.POSITIVE_INFINITY });
  else if (relation.most < relation.firstLeads) lags.push({ from: other, to: one, least: otherFirst, most: Number.POSITIVE_INFINITY });
  else return [{ one, other, oneFirst, otherFirst }];
  return [];
}

/** (e) Who needs a qualification waits for the serial that gives it now: the first that does. */
function qualified(
  problem: PlanProblem,
  slots: Slots,
  moving: readonly Settled[],
  standing: readonly Settled[],
  starts: readonly Uint32Array[],
): readonly Lag[] {
  const lags: Lag[] = [];
  const totalOf = ({ placement }: Settled) => problem.serials[placement.serial]?.total ?? 0;
  const endOf = (settled: Settled) => settled.placement.start + totalOf(settled);
  for (const one of problem.qualifications) {
    if (one.price !== null) continue;
    const lies = (scope: typeof one.needs, { placement }: Settled) => scope.matches(placement.serial, placement.site, placement.people);
    const givers = [...standing, ...moving].filter((settled) => lies(one.needs, settled)).sort((a, b) => endOf(a) - endOf(b));
    const askers = [...moving, ...standing].filter((settled) => lies(one.before, settled) && !lies(one.needs, settled));
    for (const asker of askers) {
      const asking = asker.stretches.filter(({ body }) => one.bodies[body] === 1 && (body < problem.unitCount || one.speaksOfPosts));
      const needed = new Set<Settled>();
      if (one.each === 'exercise') for (const giver of givers.slice(0, 1)) needed.add(giver);
      else
        for (const { body } of asking) for (const giver of givers.filter(({ byBody }) => byBody.has(body)).slice(0, 1)) needed.add(giver);
      for (const giver of needed) {
        const [from, to] = [moving.indexOf(giver), moving.indexOf(asker)];
        if (from >= 0 && to >= 0) lags.push({ from, to, least: up(totalOf(giver), slots), most: Number.POSITIVE_INFINITY });
        else if (to >= 0) keepOnly(starts[to] ?? new Uint32Array(), slots, endOf(giver), Number.POSITIVE_INFINITY);
        else if (from >= 0)
          keepOnly(starts[from] ?? new Uint32Array(), slots, Number.NEGATIVE_INFINITY, asker.placement.start - totalOf(giver));
      }
    }
  }
  return lags;
}
