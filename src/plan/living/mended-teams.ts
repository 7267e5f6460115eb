// What is left of a plan after somebody is lost, with as little changed as can be: a team goes on without who is lost, or takes one or two who
// are free or whom another team can do without, the fewest people first. The search begins from it.
import { randomFor } from '../../kernel/index.ts';
import type { Booking } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { bookingsOf } from '../search/bookings.ts';
import { placementsOf } from '../search/guidance.ts';
import { placementAgain } from '../search/insert.ts';
import { knowledgeOf } from '../search/knowledge.ts';
import { attendingAt, type Placement, placementOf } from '../search/placement.ts';
import { emptyState, lift, place, type State } from '../search/state.ts';
import { suits } from '../search/team-needs.ts';

/**
 * The bookings that still hold, and those that hold with another team; the others are not held. `problem` is that of the changed document,
 * `fixed` are serials that nobody else's loss may change.
 */
export function withMendedTeams(problem: PlanProblem, bookings: readonly Booking[], fixed: ReadonlySet<string>): readonly Booking[] {
  const random = randomFor('mended', 'plan/living');
  const knowledge = knowledgeOf(problem);
  const state = emptyState(knowledge);
  const wanted = placementsOf(problem, bookings).flatMap((placement) => placement ?? []);
  wanted.sort((a, b) => a.start - b.start || a.serial - b.serial);
  const again = (placement: Placement): boolean => {
    const found = placementAgain(knowledge, state, placement, random);
    if (found !== undefined) place(state, found);
    return found !== undefined;
  };
  const broken = wanted.filter((placement) => lostFrom(problem, placement).length > 0 || !again(placement));
  /** Puts a team where it is wanted, with one who is taken from another serial; all stays as it was where that does not hold. */
  const settles = (home: Placement, { team, from }: Way): boolean => {
    const other = from === undefined ? null : (state.placed[from.serial] ?? null);
    if (from !== undefined && other !== null) lift(state, other.serial);
    const isSettled = again(withTeam(problem, home, team));
    if (from === undefined || other === null) return isSettled;
    if (isSettled && again(withTeam(problem, other, from.team))) return true;
    if (isSettled) lift(state, home.serial);
    place(state, other);
    return false;
  };
  for (const home of broken) waysToMend(state, home, fixed).some((way) => settles(home, way));
  return bookingsOf(problem, state.placed);
}

/** So many ways are tried for a serial. */
const mostWays = 120;

const endOf = ({ serials }: PlanProblem, { serial, start }: Placement): number => start + (serials[serial]?.total ?? 0);

/** Those of a team who are not there. */
function lostFrom(problem: PlanProblem, placement: Placement): readonly number[] {
  return placement.team.filter((unit) => !isThere(problem, unit, placement));
}

function isThere(problem: PlanProblem, unit: number, placement: Placement): boolean {
  const end = endOf(problem, placement);
  return problem.bodies[unit]?.presence.some(([from, to]) => from <= placement.start && end <= to) ?? false;
}

/** A team, and what is left of the team of another serial from which somebody comes. */
type Way = { readonly team: readonly number[]; readonly from?: { readonly serial: number; readonly team: readonly number[] } | undefined };

/** Teams without who is lost, with up to two who come and one who goes: those that change the fewest people first. */
function waysToMend(state: State, home: Placement, fixed: ReadonlySet<string>): readonly Way[] {
  const { problem } = state;
  const need = problem.serials[home.serial]?.team;
  if (need == null) return [];
  const lost = lostFrom(problem, home);
  const left = home.team.filter((unit) => !lost.includes(unit));
  const strength = (units: readonly number[]) => units.reduce((sum, unit) => sum + (problem.bodies[unit]?.strength ?? 0), 0);
  const others = Array.from({ length: problem.unitCount }, (_, unit) => unit).filter(
    (unit) => need.from[unit] === 1 && !home.team.includes(unit) && isThere(problem, unit, home),
  );
  const bookedIn = new Map(others.map((unit) => [unit, overlapping(state, unit, home)]));
  const free = others.filter((unit) => bookedIn.get(unit)?.length === 0);
  const coming: (readonly number[])[] = [
    [],
    ...free.map((one) => [one]),
    ...free.flatMap((one, index) => free.slice(index + 1).map((other) => [one, other])),
  ];
  const inOrder = (units: readonly number[]) => [...units].sort((a, b) => a - b);
  const ways = [[], ...left.map((unit) => [unit])].flatMap((going) => {
    const staying = left.filter((unit) => !going.includes(unit));
    return [
      ...coming.map((units) => ({ team: inOrder([...staying, ...units]), cost: strength([...going, ...units]) })),
      // Whom another team can do without changes both.
      ...others.flatMap((unit) => {
        const [serial, ...more] = bookedIn.get(unit) ?? [];
        const placement = serial === undefined ? null : (state.placed[serial] ?? null);
        const of = placement === null ? null : problem.serials[placement.serial];
        if (placement === null || of?.team == null || more.length > 0 || fixed.has(of.id) || !placement.team.includes(unit)) return [];
        const team = placement.team.filter((member) => member !== unit);
        if (!suits(problem, of.team, team)) return [];
        return [{ team: inOrder([...staying, unit]), cost: strength([...going, unit, unit]), from: { serial: placement.serial, team } }];
      }),
    ];
  });
  return ways
    .filter(({ team }) => suits(problem, need, team))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, mostWays);
}

/** The serials in which a unit is while a serial would be held. */
function overlapping({ problem, engagements }: State, unit: number, home: Placement): readonly number[] {
  const end = endOf(problem, home);
  return (engagements[unit] ?? []).filter((one) => one.start < end && home.start < one.end).map(({ serial }) => serial);
}

/** The same at the same place and time with another team: a lead of it, and the support that it still asks for. */
function withTeam(problem: PlanProblem, placement: Placement, team: readonly number[]): Placement {
  const { serial, start, lead, support } = placement;
  const may = problem.serials[serial]?.team?.lead;
  const parties = new Set(team.map((unit) => problem.bodies[unit]?.party));
  return placementOf(problem, {
    ...placement,
    team,
    attending: attendingAt(problem, serial, start, team),
    lead: team.includes(lead) ? lead : (team.find((unit) => may?.[unit] === 1) ?? -1),
    support: support.filter(({ party }) => party < 0 || parties.has(party)),
  });
}
