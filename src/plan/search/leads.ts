// Who leads: any unit of the team that may, of the party that has led least; and a repair that evens leads out where parity is stated.
import type { Random } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import type { Placement } from './placement.ts';
import type { State } from './state.ts';

export function leadFor({ problem, placed }: State, serial: number, team: readonly number[], random: Random): number {
  const led = problem.parties.map(() => 0);
  for (const placement of placed) {
    if (placement === null || placement.lead < 0 || !isMixed(problem, placement.team)) continue;
    const party = problem.bodies[placement.lead]?.party ?? -1;
    led[party] = (led[party] ?? 0) + 1;
  }
  const may = problem.serials[serial]?.team?.lead;
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const unit of team) {
    if (may?.[unit] !== 1) continue;
    const count = (led[problem.bodies[unit]?.party ?? -1] ?? 0) + 0.9 * random.uniform();
    if (count < least) [best, least] = [unit, count];
  }
  return best;
}

export function isMixed({ bodies }: PlanProblem, team: readonly number[]): boolean {
  const first = bodies[team[0] ?? -1]?.party;
  return team.some((unit) => bodies[unit]?.party !== first);
}

type Parity = PlanProblem['parities'][number];

/** The mixed serials a parity counts, by what it is counted by. */
function groupsOf({ problem, placed }: State, parity: Parity): ReadonlyMap<string, readonly Placement[]> {
  const groups = new Map<string, Placement[]>();
  for (const placement of placed) {
    if (placement === null || !isMixed(problem, placement.team)) continue;
    const facts = problem.serials[placement.serial];
    const people = placement.people;
    if (facts === undefined || !parity.scope.matches(placement.serial, placement.site, people)) continue;
    for (const group of parity.by === 'overall' ? [''] : parity.by === 'phase' ? [facts.phase] : facts.ownTasks) {
      const list = groups.get(group);
      if (list === undefined) groups.set(group, [placement]);
      else list.push(placement);
    }
  }
  return groups;
}

function leadsIn(problem: PlanProblem, parity: Parity, members: readonly Placement[]): readonly number[] {
  return parity.parties.map((party) => members.reduce((sum, { lead }) => sum + (problem.bodies[lead]?.party === party ? 1 : 0), 0));
}

/** By how much parities are broken: hard ones, and the price of soft ones. */
export function disparity(state: State): { readonly hard: number; readonly price: number } {
  let [hard, price] = [0, 0];
  for (const parity of state.problem.parities) {
    for (const members of groupsOf(state, parity).values()) {
      const leads = leadsIn(state.problem, parity, members);
      const over = Math.max(...leads) - Math.min(...leads) - parity.within;
      if (over <= 0) continue;
      if (parity.price === null) hard += over;
      else price += over * parity.price;
    }
  }
  return { hard, price };
}

/** Hands leads over from parties that lead too often, as long as that helps. */
export function evenOutLeads(state: State): void {
  const { problem, placed } = state;
  if (problem.parities.length === 0) return;
  let now = disparity(state);
  for (let round = 0; round < 40 && now.hard + now.price > 0; round++) {
    let hasHelped = false;
    for (const parity of problem.parities) {
      for (const members of groupsOf(state, parity).values()) {
        const leads = leadsIn(problem, parity, members);
        const most = parity.parties[leads.indexOf(Math.max(...leads))];
        const least = parity.parties[leads.indexOf(Math.min(...leads))];
        if (Math.max(...leads) - Math.min(...leads) <= parity.within) continue;
        for (const { serial } of members) {
          const placement = placed[serial];
          if (placement == null || problem.bodies[placement.lead]?.party !== most) continue;
          const may = problem.serials[serial]?.team?.lead;
          const next = placement.team.find((unit) => problem.bodies[unit]?.party === least && may?.[unit] === 1);
          if (next === undefined) continue;
          placed[serial] = { ...placement, lead: next };
          const then = disparity(state);
          if (then.hard < now.hard || (then.hard === now.hard && then.price < now.price)) {
            now = then;
            hasHelped = true;
            break;
          }
          placed[serial] = placement;
        }
      }
    }
    if (!hasHelped) return;
  }
}
