// How a serial that lost somebody is held again where and when it stands: by others who come, free or taken from another serial, which is
// mended in turn; a chain of such steps, of all that were tried the one that changes least.
import type { Random } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import { canTake, offeredAt } from '../search/availability.ts';
import { placementAgain, placementFor } from '../search/insert.ts';
import { leadFor } from '../search/leads.ts';
import { attendingAt, type Placement } from '../search/placement.ts';
import { baseScene } from '../search/scene.ts';
import { lift, place, type State } from '../search/state.ts';
import { supportFor } from '../search/support.ts';
import { suits } from '../search/team-needs.ts';
import { type Change, changeOf } from './change.ts';

/** What is mended, in a state that knows the plan to stay near to. */
export type Mending = {
  readonly state: State;
  readonly random: Random;
  /** By serial: 1 where nobody else's loss may change anything. */
  readonly fixed: Uint8Array;
  /** Placements that may still be tried. */
  tries: number;
};

/** New placements of some serials, and by how much more they differ from the plan there was than what they stand for. */
export type Chain = { readonly cost: number; readonly placed: readonly Placement[] };

/** So many teams are tried for the first serial of a chain, for the next and so on. */
const widths = [150, 30, 10];
/** What it takes to look for teams, in tries. */
const looking = 5;
/** Other places that are drawn for a serial that finds no team where it stands, for the first of a chain and the others. */
const draws = [16, 8, 0];

/**
 * The cheapest chain that holds a serial, which is lifted, without some units; undefined where none was found that costs less than `below`.
 * Leaves the state as it was. `stands` is where it stood before it was lifted, `others` are in the chain already.
 */
export function chainFor(
  mending: Mending,
  serial: number,
  stands: Placement | null,
  out: readonly number[],
  below: number,
  others: readonly number[] = [],
): Chain | undefined {
  const { state, random } = mending;
  const { knowledge } = state;
  const home = knowledge.base?.placed[serial];
  const depth = others.length;
  if (home == null) return undefined;
  const had = stands === null ? 0 : changeFor(state, serial, stands).amount;
  let best: Chain | undefined;
  let least = below;
  mending.tries -= looking;
  const isCheaper = (cost: number) => cost < least - 1e-9;
  const most = Math.min(least + had, 2 * movedAtLeast(state, home));
  for (const way of waysToHold(mending, home, out, most, [...others, serial])) {
    if (!isCheaper(way.cost - had) || mending.tries <= 0) break;
    mending.tries--;
    const lifted = way.taken.flatMap(({ serial: one }) => lift(state, one) ?? []);
    const found = withTeam(state, home, way.team, random);
    if (found !== undefined) {
      let cost = changeFor(state, serial, found).amount - had;
      place(state, found);
      const placed: Placement[] = [found];
      let isWhole = true;
      for (const { serial: one, units } of way.taken) {
        const was = lifted.find((placement) => placement.serial === one) ?? null;
        const next = isCheaper(cost)
          ? chainFor(mending, one, was, units, least - cost, [...others, serial, ...placed.map((placement) => placement.serial)])
          : undefined;
        isWhole = next !== undefined;
        if (next === undefined) break;
        cost += next.cost;
        for (const placement of next.placed) {
          const before = lift(state, placement.serial);
          if (before !== null) lifted.push(before);
        }
        for (const placement of next.placed) place(state, placement);
        placed.push(...next.placed);
      }
      if (isWhole && isCheaper(cost)) [best, least] = [{ cost, placed }, cost];
      for (const placement of placed) lift(state, placement.serial);
    }
    for (const placement of lifted) place(state, placement);
  }
  const elsewhere = draws[depth] ?? 0;
  if (elsewhere === 0 || !isCheaper(movedAtLeast(state, home) - had) || mending.tries <= 0) return best;
  mending.tries -= elsewhere;
  const moved = placementFor(knowledge, state, serial, { draws: elsewhere, enough: 4 }, random);
  const cost = moved === undefined ? Number.POSITIVE_INFINITY : changeFor(state, serial, moved).amount - had;
  return moved !== undefined && isCheaper(cost) && !moved.team.some((unit) => out.includes(unit)) ? { cost, placed: [moved] } : best;
}

/** Against the plan there was. */
export function changeFor({ problem, knowledge: { base } }: State, serial: number, placement: Placement | null): Change {
  return changeOf(problem, serial, base?.placed[serial] ?? null, placement, base?.now ?? null);
}

/** What it costs at least to move everybody who is in a serial. */
function movedAtLeast(state: State, home: Placement): number {
  return changeFor(state, home.serial, { ...home, start: home.start + 1440 }).amount;
}

/** A team, who is taken for it from which other serials, and what that costs at least. */
type Way = {
  readonly team: readonly number[];
  readonly taken: readonly { readonly serial: number; readonly units: readonly number[] }[];
  readonly cost: number;
};

type Coming = { readonly unit: number; readonly from: readonly number[]; readonly cost: number };

/** Teams for a serial at the place it had, with up to two who come and one who goes, cheaper than `below`: the cheapest first. */
function waysToHold(mending: Mending, home: Placement, out: readonly number[], below: number, chain: readonly number[]): readonly Way[] {
  const { problem } = mending.state;
  const need = problem.serials[home.serial]?.team;
  const width = widths[chain.length - 1] ?? 0;
  if (need == null || width === 0) return [];
  const offered = offeredAt(mending.state, baseScene(mending.state), home.serial, home);
  const isFree = (unit: number) => canTake(offered, unit, false, true);
  const strength = (unit: number) => problem.bodies[unit]?.strength ?? 0;
  const factor = factorOf(mending.state, home);
  const left = home.team.filter((unit) => !out.includes(unit) && isFree(unit));
  const gone = home.team.filter((unit) => !left.includes(unit));
  const coming: Coming[] = [];
  for (let unit = 0; unit < problem.unitCount; unit++) {
    if (need.from[unit] !== 1 || home.team.includes(unit) || out.includes(unit) || !isThere(problem, unit, home)) continue;
    if (isFree(unit)) coming.push({ unit, from: [], cost: factor * strength(unit) });
    else {
      const from = takenFrom(mending, unit, home, chain);
      if (from !== undefined) coming.push({ unit, from, cost: (factor + from.length) * strength(unit) });
    }
  }
  coming.sort((a, b) => a.cost - b.cost);
  const fewest = gone.reduce((sum, unit) => sum + factor * strength(unit), 0);
  const ways: Way[] = [];
  for (const going of [[], ...left.map((unit) => [unit])]) {
    const staying = left.filter((unit) => !going.includes(unit));
    const least = going.reduce((sum, unit) => sum + factor * strength(unit), fewest);
    const isEnough = (set: readonly Coming[], cost: number): boolean => {
      if (cost >= below) return false;
      const team = [...staying, ...set.map(({ unit }) => unit)];
      if (!suits(problem, need, team)) return false;
      ways.push({ team: team.sort((a, b) => a - b), taken: takenBy(set), cost });
      return true;
    };
    isEnough([], least);
    // Who is enough alone needs nobody else.
    const few = coming.filter((one) => !isEnough([one], least + one.cost));
    for (const [index, one] of few.entries()) {
      for (let at = index + 1; at < few.length; at++) {
        const other = few[at];
        if (other === undefined || least + one.cost + other.cost >= below) break;
        isEnough([one, other], least + one.cost + other.cost);
      }
    }
  }
  return ways.sort((a, b) => a.cost - b.cost).slice(0, width);
}

const isThere = ({ bodies, serials }: PlanProblem, unit: number, { serial, start }: Placement): boolean => {
  const end = start + (serials[serial]?.total ?? 0);
  return bodies[unit]?.presence.some(([from, to]) => from <= start && end <= to) ?? false;
};

function factorOf(state: State, home: Placement): number {
  const { notice, isEvent } = changeFor(state, home.serial, { ...home, start: home.start + 1 });
  return notice * (isEvent ? 5 : 1);
}

/** The serials that a unit would have to leave: those meanwhile, or else the one before or after. Undefined where it may not or too many are. */
function takenFrom({ state, fixed }: Mending, unit: number, home: Placement, chain: readonly number[]): readonly number[] | undefined {
  const { problem, engagements, placed, pinned } = state;
  const end = home.start + (problem.serials[home.serial]?.total ?? 0);
  const list = engagements[unit] ?? [];
  const meanwhile = list.filter((one) => one.start < end && home.start < one.end);
  const near =
    meanwhile.length > 0 ? meanwhile : [list.filter((one) => one.end <= home.start).at(-1) ?? list.find((one) => one.start >= end)];
  const from = near.flatMap((one) => one?.serial ?? []);
  const mayLeave = (serial: number) =>
    serial >= 0 && fixed[serial] !== 1 && pinned[serial] !== 1 && !chain.includes(serial) && (placed[serial]?.team.includes(unit) ?? false);
  return from.length > 0 && from.length <= 2 && from.every(mayLeave) ? from : undefined;
}

function takenBy(set: readonly Coming[]): Way['taken'] {
  const units = new Map<number, number[]>();
  for (const { unit, from } of set) for (const serial of from) units.set(serial, [...(units.get(serial) ?? []), unit]);
  return [...units].map(([serial, all]) => ({ serial, units: all }));
}

/** The same at the same place and time with another team: its lead where that is still there, and the support that the team asks for. */
function withTeam(state: State, home: Placement, team: readonly number[], random: Random): Placement | undefined {
  const { problem, knowledge } = state;
  const { serial, start, lead } = home;
  const people = { team, attending: attendingAt(problem, serial, start, team) };
  const offered = offeredAt(state, baseScene(state), serial, home);
  const support = supportFor(state, serial, home, people, (body, onlyRun) => canTake(offered, body, onlyRun, false), random);
  if (support === undefined) return undefined;
  const leading = team.includes(lead) ? lead : leadFor(state, serial, team, random);
  return placementAgain(knowledge, state, { ...home, ...people, lead: leading, support }, random);
}
