// What a state costs, as numbers to be compared one after the other: first all that is hard and missing, then the objectives in the
// document's order, each turned so that less is better.
import { changeOf } from '../living/change.ts';
import type { PlanProblem } from '../problem.ts';
import { disparity } from './leads.ts';
import type { Placement } from './placement.ts';
import { lackingIn } from './qualified.ts';
import { softPrice } from './soft-price.ts';
import { dutyMinutes, type State, unsoundBodies } from './state.ts';

export type Cost = readonly number[];

/** Below zero where the first is cheaper; as far as the number at `depth`. */
export function compareCosts(one: Cost, other: Cost, depth = one.length): number {
  for (let index = 0; index < depth; index++) {
    const apart = (one[index] ?? 0) - (other[index] ?? 0);
    if (Math.abs(apart) > 1e-9) return apart;
  }
  return 0;
}

export function costOf(state: State): Cost {
  const { problem } = state;
  const soft = softPrice(state);
  const parity = disparity(state);
  const base = lackingIn(state, -1);
  let hard = 10 * parity.hard + 15 * base.hard + 15 * unsoundBodies(state).length;
  for (let scenario = 0; scenario < problem.scenarios.length; scenario++) hard += 15 * lackingIn(state, scenario).hard;
  let price = soft + parity.price + base.price;
  for (const [serial, placement] of state.placed.entries()) {
    const optional = problem.serials[serial]?.optional ?? null;
    if (placement !== null) {
      hard += 15 * placement.missing.hard;
      price += placement.missing.price;
    } else if (optional === null) hard += 1000;
    else price += optional;
  }
  for (const [index, requirement] of problem.requirements.entries()) {
    const missing = Math.max(0, requirement.times - (state.exercised[index] ?? 0));
    if (requirement.price === null) hard += 20 * missing;
    else price += requirement.price * missing;
  }
  for (const { pairs, times, price: each } of problem.pairDemands) {
    for (const [one, other] of pairs) {
      const at = Math.min(one, other) * problem.unitCount + Math.max(one, other);
      const missing = Math.max(0, times - (state.times[at] ?? 0));
      if (missing === 0) continue;
      if (each === null) hard += 10 * missing;
      else price += each;
    }
  }
  return [hard, ...guided(state, price), ...problem.objectives.flatMap((objective) => objectiveCost(objective, state, price))];
}

/** What comes before the objectives: how much is changed against the plan to stay near to, and how far goals are missed. */
function guided(state: State, price: number): readonly number[] {
  const { base, goals } = state.knowledge;
  const found: number[] = base === undefined ? [] : [changeFrom(state)];
  if (goals.length > 0)
    found.push(goals.reduce((sum, { id, level }) => sum + missedBy(level, objectiveCost(id, state, price)[0] ?? 0, id), 0));
  return found;
}

function missedBy(level: number, cost: number, id: PlanProblem['objectives'][number]): number {
  const wanted = id === 'price' || id === 'load' || id === 'end' ? level : -level;
  return Math.max(0, cost - wanted);
}

/** How much the state is changed against the plan it is to stay near to. */
export function changeFrom({ problem, placed, knowledge: { base } }: State): number {
  let change = 0;
  if (base !== undefined)
    for (const [serial, placement] of placed.entries())
      change += changeOf(problem, serial, base.placed[serial] ?? null, placement, base.now).amount;
  return change;
}

function objectiveCost(objective: PlanProblem['objectives'][number], state: State, price: number): readonly number[] {
  switch (objective) {
    case 'price':
      return [price];
    case 'slack': {
      const slacks = slacksOf(state);
      return [-Math.min(...slacks, Number.MAX_SAFE_INTEGER), -slacks.reduce((sum, slack) => sum + slack, 0)];
    }
    case 'continuity':
      return [-continuityOf(state)];
    case 'pairs':
      return [-state.remembered.pairs];
    case 'load':
      return [loadOf(state)];
    case 'end':
      return [state.placed.reduce((latest, placement) => Math.max(latest, placement === null ? 0 : endOf(state.problem, placement)), 0)];
  }
}

const endOf = (problem: PlanProblem, { serial, start }: Placement): number => start + (problem.serials[serial]?.total ?? 0);

function slacksOf({ problem, placed, knowledge: { points } }: State): readonly number[] {
  const slacks: number[] = [];
  for (const { serial, before } of points) {
    const point = placed[serial];
    let latest = Number.NEGATIVE_INFINITY;
    for (const other of before) {
      const placement = placed[other];
      if (placement != null) latest = Math.max(latest, endOf(problem, placement));
    }
    if (point != null && latest > Number.NEGATIVE_INFINITY) slacks.push(point.start - latest);
  }
  return slacks;
}

function continuityOf({ placed, knowledge: { sequences } }: State): number {
  let sum = 0;
  for (const sequence of sequences) {
    const held = sequence.flatMap((serial) => placed[serial] ?? []).sort((a, b) => a.start - b.start || a.serial - b.serial);
    for (let index = 1; index < held.length; index++) {
      const [before, after] = [held[index - 1]?.team ?? [], held[index]?.team ?? []];
      const smaller = Math.min(before.length, after.length);
      if (smaller === 0) continue;
      let shared = 0;
      for (const unit of after) if (before.includes(unit)) shared++;
      sum += shared / smaller;
    }
  }
  return sum;
}

function loadOf(state: State): number {
  const { problem } = state;
  const [sums, counts] = [problem.parties.map(() => 0), problem.parties.map(() => 0)];
  for (let unit = 0; unit < problem.unitCount; unit++) {
    const party = problem.bodies[unit]?.party ?? 0;
    sums[party] = (sums[party] ?? 0) + dutyMinutes(state, unit);
    counts[party] = (counts[party] ?? 0) + 1;
  }
  let load = 0;
  for (let unit = 0; unit < problem.unitCount; unit++) {
    const party = problem.bodies[unit]?.party ?? 0;
    const above = dutyMinutes(state, unit) - (sums[party] ?? 0) / Math.max(1, counts[party] ?? 1);
    if (above > 0) load += above * above;
  }
  return load;
}
