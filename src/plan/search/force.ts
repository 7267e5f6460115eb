// Makes room for a serial that finds none: of the stands it could have, the one is taken for which least is lifted, counted by how often
// each serial has itself been hard to place. Who is lifted waits and is placed again in turn.
// After Nagata and Bräysy, "A powerful route minimization heuristic for the vehicle routing problem with time windows" (2009).
import type { Random } from '../../kernel/index.ts';
import { type Loss, offeredAt, priceOfFreeing, priceOfRest } from './availability.ts';
import { fixedTwins, placementFor } from './insert.ts';
import { priceOfPair } from './order.ts';
import { attendingAt, type Placement, type Stand } from './placement.ts';
import { mostInUse } from './room.ts';
import { baseScene } from './scene.ts';
import { drawnFrom, openStands } from './stands.ts';
import { lift, place, type State, type Use } from './state.ts';
import { supportFor } from './support.ts';
import { teamFor } from './team.ts';
import { wishesFor } from './wishes.ts';

/** How hard each serial has been to place. */
export type Hardness = Float64Array;

type Plan = { readonly stand: Stand; readonly lifted: ReadonlySet<number>; readonly loss: number };

const never = Number.POSITIVE_INFINITY;
/** Stands that are looked at, and those for which a team is put together. */
const looks = 20;
const closer = 6;

/**
 * Places a serial and lifts what is in its way; the serials lifted, or undefined where nothing was changed. Where `isGranted`, room is made
 * for what support it wishes for as for what it must have.
 */
export function force(
  state: State,
  serial: number,
  hardness: Hardness,
  random: Random,
  stands: readonly Stand[] = standsFor(state, serial, random),
  isGranted = false,
): readonly number[] | undefined {
  const { problem } = state;
  const lossOf: Loss = (other) => {
    const facts = problem.serials[other];
    if (other === serial) return 0;
    if (facts === undefined || state.pinned[other] === 1 || (facts.fixed !== null && facts.team === null)) return never;
    return facts.optional === null ? (hardness[other] ?? 1) : 0.3;
  };
  const plans = stands
    .map((stand) => placesTaken(state, serial, stand, lossOf))
    .filter(({ loss }) => loss < never)
    .sort((a, b) => a.loss - b.loss)
    .slice(0, closer)
    .map((plan) => withPeople(state, serial, plan, lossOf, random, isGranted))
    .filter(({ loss }) => loss < never)
    .sort((a, b) => a.loss - b.loss);
  for (const { stand, lifted } of plans.slice(0, 3)) {
    const before = [...lifted].flatMap((other) => lift(state, other) ?? []);
    const placement = placementFor(state.knowledge, state, serial, { draws: 0, enough: 1 }, random, [stand]);
    if (placement !== undefined) {
      place(state, placement);
      return before.map((one) => one.serial);
    }
    for (const one of before) place(state, one);
  }
  return undefined;
}

const standsFor = (state: State, serial: number, random: Random): readonly Stand[] => [
  ...drawnFrom(openStands(state, serial), closer, false, random),
  ...drawnFrom(openStands(state, serial, { occupants: true }), looks, false, random),
];

/** What must go from a stand's site, from the pools, and because of orders. */
function placesTaken(state: State, serial: number, stand: Stand, lossOf: Loss): Plan {
  const { problem, knowledge } = state;
  const facts = problem.serials[serial];
  const lifted = new Set<number>();
  let loss = 0;
  const takeOut = (other: number) => {
    if (other < 0) loss = never;
    else if (!lifted.has(other)) {
      loss += lossOf(other);
      lifted.add(other);
    }
  };
  if (facts === undefined) return { stand, lifted, loss: never };
  const one = { serial, stand, people: [], team: [] };
  for (const partner of knowledge.partners[serial] ?? []) {
    const other = state.placed[partner.other];
    if (other == null) continue;
    const theirs = { serial: other.serial, stand: other, people: other.people, team: other.team };
    if (priceOfPair(problem, one, theirs, partner) === never) takeOut(partner.other);
  }
  const free = (uses: readonly Use[], from: number, to: number, most: number) => {
    if (most < 0) loss = never;
    for (let rest = uses.filter((use) => !lifted.has(use.serial)); loss < never && mostInUse(rest, from, to) > most; ) {
      const inTheWay = rest.filter((use) => use.from < to && from < use.to);
      const least = inTheWay.reduce((a, b) =>
        (b.serial < 0 ? never : lossOf(b.serial)) < (a.serial < 0 ? never : lossOf(a.serial)) ? b : a,
      );
      takeOut(least.serial);
      rest = rest.filter((use) => use !== least);
    }
  };
  const end = stand.start + facts.total;
  if (stand.site >= 0)
    free(state.siteUses[stand.site] ?? [], stand.start, end + facts.reset, (problem.sites[stand.site]?.serials ?? 1) - 1);
  for (const [index, amount] of facts.pools) {
    const pool = problem.pools[index];
    if (pool === undefined) continue;
    const to = end + pool.turnaround;
    free(state.poolUses[index] ?? [], stand.start, to, pool.count - amount);
    for (const { from, to: until, count } of pool.lessDuring) {
      const [a, b] = [Math.max(from, stand.start), Math.min(until, to)];
      if (a < b) free(state.poolUses[index] ?? [], a, b, count - amount);
    }
  }
  return { stand, lifted, loss };
}

/** What must go besides, so that a team and its support are free there, and there where the serial is to be in reserve. */
function withPeople(state: State, serial: number, plan: Plan, lossOf: Loss, random: Random, isGranted: boolean): Plan {
  const { problem, knowledge } = state;
  const { stand } = plan;
  const facts = problem.serials[serial];
  if (facts === undefined) return plan;
  const lifted = new Set(plan.lifted);
  const ties = knowledge.ties[serial] ?? { same: [], parts: [] };
  let loss = plan.loss;
  const dearly: Loss = (other) => (lifted.has(other) ? 0 : lossOf(other));
  const takeOut = (others: readonly number[]) => {
    for (const other of others) {
      if (lifted.has(other)) continue;
      loss += lossOf(other);
      lifted.add(other);
    }
  };
  for (const other of ties.same) if (state.placed[other] != null && random.happens(0.5)) takeOut([other]);
  for (const { other } of ties.parts) if (state.placed[other] != null && random.happens(0.2)) takeOut([other]);
  const offered = offeredAt(state, baseScene(state), serial, stand);
  const twins = fixedTwins(state, serial);
  const ways = new Map<number, number[]>();
  const priceOf = (body: number, onlyRun: boolean) => {
    const out: number[] = [];
    ways.set(body, out);
    const price = priceOfFreeing(offered, body, onlyRun, false, dearly, out);
    return price === never ? never : price + priceOfRest(offered, body, onlyRun, dearly, out);
  };
  const engage = (body: number) => takeOut(ways.get(body) ?? []);
  for (const body of [...attendingAt(problem, serial, stand.start, []), ...facts.attendPosts]) {
    if (priceOf(body, false) === never) return { ...plan, loss: never };
    engage(body);
  }
  let team: readonly number[] = [];
  if (facts.team !== null) {
    const free = new Uint8Array(problem.unitCount);
    const prices = new Float64Array(problem.unitCount).fill(never);
    for (let unit = 0; unit < problem.unitCount; unit++) {
      if (facts.team.from[unit] !== 1) continue;
      const out: number[] = [];
      let price = priceOfFreeing(offered, unit, false, true, dearly, out);
      for (const twin of twins) if (price < never) price += priceOfFreeing(twin, unit, false, true, dearly, out);
      ways.set(unit, out);
      prices[unit] = price;
      if (price === 0) free[unit] = 1;
    }
    const gone = [...ties.same, ...ties.parts.map(({ other }) => other)].filter((other) => lifted.has(other));
    const without =
      gone.length === 0
        ? ties
        : { same: ties.same.filter((other) => !gone.includes(other)), parts: ties.parts.filter(({ other }) => !gone.includes(other)) };
    const found = teamFor(
      state,
      serial,
      {
        free,
        price: (unit) => prices[unit] ?? never,
        rest: (unit) => {
          const out = ways.get(unit) ?? [];
          return [offered, ...twins].reduce((sum, one) => sum + priceOfRest(one, unit, false, dearly, out), 0);
        },
      },
      without,
      wishesFor(state, serial)(stand),
      random,
    );
    if (found === undefined) return { ...plan, loss: never };
    for (const unit of found) engage(unit);
    team = found;
  }
  const attending = attendingAt(problem, serial, stand.start, team);
  const support = supportFor(
    state,
    serial,
    stand,
    { team, attending },
    (body, onlyRun) => priceOf(body, onlyRun) === 0,
    random,
    priceOf,
    isGranted,
  );
  if (support === undefined) return { ...plan, loss: never };
  for (const { body } of support) engage(body);
  if ((knowledge.scenariosOf[serial] ?? []).length > 0) takeOut(inReserve(state, serial, stand, team, dearly, random));
  return { stand, lifted, loss };
}

/** Whom a serial would meet at a reserve drawn by chance: its site's guests and its team's other serials there. */
function inReserve(state: State, serial: number, stand: Stand, team: readonly number[], lossOf: Loss, random: Random): readonly number[] {
  const { problem } = state;
  const out: number[] = [];
  for (const scenario of state.knowledge.scenariosOf[serial] ?? []) {
    const reserve = problem.scenarios[scenario]?.reserves.find((one) => one.serial === serial);
    const site = reserve === undefined || reserve.site < 0 ? stand.site : reserve.site;
    const starts = reserve?.starts.get(site) ?? new Int32Array();
    if (reserve === undefined || starts.length === 0) continue;
    const there = { start: reserve.isAtItsTime ? stand.start : (starts[random.below(starts.length)] ?? 0), site };
    const taken = placesTaken(state, serial, there, lossOf);
    if (taken.loss < never) out.push(...taken.lifted);
    const offered = offeredAt(state, baseScene(state), serial, there);
    for (const unit of team) {
      const own: number[] = [];
      const price = priceOfFreeing(offered, unit, false, true, lossOf, own);
      if (price < never && priceOfRest(offered, unit, false, lossOf, own) < never) out.push(...own);
    }
  }
  return out.filter((other) => other !== serial && lossOf(other) < never);
}

/** Moves a serial to another of its stands, if it has one. */
export function nudge(state: State, serial: number, random: Random): void {
  const before: Placement | null = lift(state, serial);
  if (before === null) return;
  place(state, placementFor(state.knowledge, state, serial, { draws: 4, enough: 1, isAnyhow: true }, random) ?? before);
}
