// Who leads: any unit of the team that may, of the party that has led least; and a repair that evens leads out where parity is stated.
import type { Random } from '../../kernel/index.ts';
import { leadCountedAt } from './lead-counts.ts';
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
export function disparity(state: State, groups: Iterable<number> = state.knowledge.parityGroups.keys()): Disparity {
  let [hard, price] = [0, 0];
  for (const group of groups) {
    const parity = state.problem.parities[state.knowledge.parityGroups[group]?.parity ?? -1];
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
    const at = placement == null || stated === undefined ? -1 : leadCountedAt(problem, stated, placement);
    if (at >= 0) leads[at] = (leads[at] ?? 0) + 1;
  }
  remembered.leads[group] = leads;
  return leads;
}

function apart(leads: readonly number[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const count of leads) {
    if (count < least) least = count;
    if (count > most) most = count;
  }
  return Math.max(0, most - least);
}

/** Hands leads over from parties that lead too often, as long as that helps. */
export function evenOutLeads(state: State): void {
  const { problem, knowledge } = state;
  if (problem.parities.length === 0) return;
  let hasHelped = true;
  // Where a plan is to be kept, nobody loses a lead for a wish.
  const isEnough = (parity: State['problem']['parities'][number]) => parity.price !== null && knowledge.base !== undefined;
  for (let round = 0; round < 40 && hasHelped; round++) {
    hasHelped = false;
    for (const [group, { parity: index, serials }] of knowledge.parityGroups.entries()) {
      const parity = problem.parities[index];
      const leads = leadsIn(state, group);
      if (parity === undefined || apart(leads) <= parity.within || isEnough(parity)) continue;
      const most = parity.parties[leads.indexOf(Math.max(...leads))] ?? -1;
      const least = parity.parties[leads.indexOf(Math.min(...leads))] ?? -1;
      if (handOver(state, serials, most, least)) hasHelped = true;
    }
  }
}

/** Leads that are handed over by chance while some are uneven. */
const wanderings = 200;

/**
 * Hands single leads over wherever that makes nothing worse, as long as some are uneven: what is uneven in one group often waits for another.
 * Tells whether there was a reason to.
 */
export function wanderLeads(state: State, random: Random): boolean {
  const { problem, placed, knowledge } = state;
  const { hard, price } = disparity(state);
  if ((hard === 0 && price === 0) || knowledge.base !== undefined) return false;
  for (let count = 0; count < wanderings; count++) {
    const serial = random.below(placed.length);
    const groups = knowledge.parityGroupsOf[serial] ?? [];
    const placement = placed[serial];
    if (placement == null || groups.length === 0 || !placement.isMixed || state.pinned[serial] === 1) continue;
    const next = random.pick(placement.team);
    if (next === placement.lead || problem.serials[serial]?.team?.lead[next] !== 1) continue;
    const now = disparity(state, groups);
    replace(state, { ...placement, lead: next });
    const then = disparity(state, groups);
    if (then.hard > now.hard || (then.hard === now.hard && then.price > now.price)) replace(state, placement);
  }
  return true;
}

/** A group that is led unevenly, with the parties that lead there most and least often; undefined where all are even enough. */
export function unevenGroup(
  state: State,
  random: Random,
): { readonly serials: readonly number[]; readonly most: number; readonly least: number } | undefined {
  const groups = state.knowledge.parityGroups.flatMap(({ parity, serials }, group) => {
    const { parties = [], within = 0 } = state.problem.parities[parity] ?? {};
    const leads = leadsIn(state, group);
    if (parties.length === 0 || apart(leads) <= within) return [];
    const at = (count: number) => parties[leads.indexOf(count)] ?? -1;
    return [{ serials, most: at(Math.max(...leads)), least: at(Math.min(...leads)) }];
  });
  return groups.length === 0 ? undefined : random.pick(groups);
}

/** The serials of a group in which leads are uneven, drawn by chance; none where all are even. */
export function unevenSerials(state: State, random: Random): readonly number[] {
  const uneven = state.knowledge.parityGroups.filter(
    ({ parity }, group) => apart(leadsIn(state, group)) > (state.problem.parities[parity]?.within ?? 0),
  );
  return uneven.length === 0 ? [] : random.pick(uneven).serials;
}

/** Where a plan is to be kept, leads that differ from it anyway come first, then the latest: they have the longest notice. */
function inOrder({ placed, knowledge: { base } }: State, group: readonly number[]): readonly number[] {
  if (base === undefined) return group;
  const key = (serial: number) => (placed[serial]?.lead === base.placed[serial]?.lead ? 0 : -1e9) - (placed[serial]?.start ?? 0);
  return [...group].sort((a, b) => key(a) - key(b) || a - b);
}

/** Hands the first lead of a group over that can be so that less is uneven; tells whether there was one. */
function handOver(state: State, group: readonly number[], from: number, to: number): boolean {
  const { problem, placed, knowledge } = state;
  for (const serial of inOrder(state, group)) {
    const placement = placed[serial];
    if (placement == null || state.pinned[serial] === 1 || problem.bodies[placement.lead]?.party !== from) continue;
    const may = problem.serials[serial]?.team?.lead;
    const next = placement.team.find((unit) => problem.bodies[unit]?.party === to && may?.[unit] === 1);
    if (next === undefined) continue;
    const groups = knowledge.parityGroupsOf[serial] ?? [];
    const now = disparity(state, groups);
    replace(state, { ...placement, lead: next });
    const then = disparity(state, groups);
    if (then.hard < now.hard || (then.hard === now.hard && then.price < now.price)) return true;
    replace(state, placement);
  }
  return false;
}
