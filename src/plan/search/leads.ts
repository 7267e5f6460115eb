// Who leads: any unit of the team that may, of the party that has led least; and a repair that evens leads out where parity is stated.
import type { Random } from '../../kernel/index.ts';
import type { Placement } from './placement.ts';
import { replace, type State } from './state.ts';

export function leadFor({ problem, led, knowledge }: State, serial: number, team: readonly number[], random: Random): number {
  const before = knowledge.base?.placed[serial]?.lead ?? -1;
  const may = problem.serials[serial]?.team?.lead;
  if (before >= 0 && may?.[before] === 1 && team.includes(before)) return before;
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const unit of team) {
    if (may?.[unit] !== 1) continue;
    const count = (led[problem.bodies[unit]?.party ?? -1] ?? 0) + 0.9 * random.uniform();
    if (count < least) [best, least] = [unit, count];
  }
  return best;
}

type Disparity = { readonly hard: number; readonly price: number };

/** By how much parities are broken: hard ones, and the price of soft ones. */
export function disparity(state: State): Disparity {
  let [hard, price] = [0, 0];
  for (const [group, { parity: index }] of state.knowledge.parityGroups.entries()) {
    const parity = state.problem.parities[index];
    if (parity === undefined) continue;
    const over = apart(leadsIn(state, group)) - parity.within;
    if (over <= 0) continue;
    if (parity.price === null) hard += over;
    else price += over * parity.price;
  }
  return { hard, price };
}

function leadsIn({ problem, placed, knowledge, remembered }: State, group: number): readonly number[] {
  const known = remembered.leads[group];
  if (known !== undefined) return known;
  const { parity, serials } = knowledge.parityGroups[group] ?? { parity: -1, serials: [] };
  const stated = problem.parities[parity];
  const leads = (stated?.parties ?? []).map(() => 0);
  for (const serial of serials) {
    const placement = placed[serial];
    if (placement == null || stated === undefined || !counts(placement, stated)) continue;
    const at = stated.parties.indexOf(problem.bodies[placement.lead]?.party ?? -1);
    if (at >= 0) leads[at] = (leads[at] ?? 0) + 1;
  }
  remembered.leads[group] = leads;
  return leads;
}

function counts({ isMixed, serial, site, people }: Placement, { scope }: State['problem']['parities'][number]): boolean {
  return isMixed && scope.matches(serial, site, people);
}

const apart = (leads: readonly number[]): number => Math.max(...leads) - Math.min(...leads);

/** Hands leads over from parties that lead too often, as long as that helps. */
export function evenOutLeads(state: State): void {
  const { problem, knowledge } = state;
  if (problem.parities.length === 0) return;
  let now = disparity(state);
  let hasHelped = true;
  // Where a plan is to be kept, nobody loses a lead for a wish.
  const isEnough = () => now.hard === 0 && (now.price === 0 || knowledge.base !== undefined);
  for (let round = 0; round < 40 && hasHelped && !isEnough(); round++) {
    hasHelped = false;
    for (const [group, { parity: index, serials }] of knowledge.parityGroups.entries()) {
      const parity = problem.parities[index];
      const leads = leadsIn(state, group);
      if (parity === undefined || apart(leads) <= parity.within) continue;
      const most = parity.parties[leads.indexOf(Math.max(...leads))] ?? -1;
      const least = parity.parties[leads.indexOf(Math.min(...leads))] ?? -1;
      const helped = handOver(state, serials, most, least, now);
      if (helped === undefined) continue;
      now = helped;
      hasHelped = true;
    }
  }
}

/** Where a plan is to be kept, leads that differ from it anyway come first, then the latest: they have the longest notice. */
function inOrder({ placed, knowledge: { base } }: State, group: readonly number[]): readonly number[] {
  if (base === undefined) return group;
  const key = (serial: number) => (placed[serial]?.lead === base.placed[serial]?.lead ? 0 : -1e9) - (placed[serial]?.start ?? 0);
  return [...group].sort((a, b) => key(a) - key(b) || a - b);
}

/** The first lead of a group that can be handed over so that less is uneven. */
function handOver(state: State, group: readonly number[], from: number, to: number, now: Disparity): Disparity | undefined {
  const { problem, placed } = state;
  for (const serial of inOrder(state, group)) {
    const placement = placed[serial];
    if (placement == null || state.pinned[serial] === 1 || problem.bodies[placement.lead]?.party !== from) continue;
    const may = problem.serials[serial]?.team?.lead;
    const next = placement.team.find((unit) => problem.bodies[unit]?.party === to && may?.[unit] === 1);
    if (next === undefined) continue;
    replace(state, { ...placement, lead: next });
    const then = disparity(state);
    if (then.hard < now.hard || (then.hard === now.hard && then.price < now.price)) return then;
    replace(state, placement);
  }
  return undefined;
}
