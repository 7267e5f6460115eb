// What a state costs, as numbers to be compared one after the other: first all that is hard and missing, then the objectives in the
// document's order, each turned so that less is better.
import type { PlanProblem } from '../problem.ts';
import { disparity } from './leads.ts';
import type { Placement } from './placement.ts';
import { lackingIn } from './qualified.ts';
import { baseScene, sceneOf } from './scene.ts';
import { softPrice } from './soft-price.ts';
import { dutyMinutes, type State } from './state.ts';
import { exercises } from './wishes.ts';

export type Cost = readonly number[];

/** Below zero where the first is cheaper. */
export function compareCosts(one: Cost, other: Cost): number {
  for (let index = 0; index < one.length; index++) {
    const apart = (one[index] ?? 0) - (other[index] ?? 0);
    if (Math.abs(apart) > 1e-9) return apart;
  }
  return 0;
}

/** What the cost needs to know of a problem; made once. */
export type CostFacts = {
  readonly problem: PlanProblem;
  /** Fixed points with the training serials that must precede them. */
  readonly points: readonly { readonly serial: number; readonly before: readonly number[] }[];
  readonly sequences: readonly (readonly number[])[];
};

export function costFactsOf(problem: PlanProblem): CostFacts {
  const { serials } = problem;
  const names = [...new Set(serials.flatMap((serial) => serial.sequences))];
  return {
    problem,
    points: serials.flatMap((facts, serial) => (facts.fixed === null ? [] : [{ serial, before: trainingBefore(problem, serial) }])),
    sequences: names.map((name) => serials.flatMap((facts, serial) => (facts.sequences.includes(name) ? [serial] : []))),
  };
}

/** The training serials that must have ended before a serial: its predecessors, those that hard lags put before it, and theirs. */
export function trainingBefore(problem: PlanProblem, serial: number): readonly number[] {
  return [...allBefore(problem, serial, new Set())].filter((before) => problem.serials[before]?.kind === 'training').sort((a, b) => a - b);
}

function allBefore(problem: PlanProblem, serial: number, found: Set<number>): ReadonlySet<number> {
  const { serials, lags } = problem;
  const before = [...(serials[serial]?.after ?? [])];
  for (const lag of lags) {
    const isOrder = lag.relation === 'lag' && lag.price === null && !lag.sameUnitsOnly && lag.fromEnd && lag.toStart && lag.least >= 0;
    if (!isOrder || !lag.first.isOfTheDocument || !lag.second.isOfTheDocument) continue;
    if (!lag.second.couldMatch(serial) || lag.first.couldMatch(serial)) continue;
    for (let other = 0; other < serials.length; other++)
      if (lag.first.couldMatch(other) && !lag.second.couldMatch(other)) before.push(other);
  }
  for (const one of before) {
    if (found.has(one)) continue;
    found.add(one);
    allBefore(problem, one, found);
  }
  return found;
}

export function costOf(facts: CostFacts, state: State): Cost {
  const { problem } = facts;
  const soft = softPrice(state);
  const parity = disparity(state);
  const base = lackingIn(state, baseScene(state));
  let hard = 10 * parity.hard + 15 * base.hard;
  for (let scenario = 0; scenario < problem.scenarios.length; scenario++) hard += 15 * lackingIn(state, sceneOf(state, scenario)).hard;
  let price = soft + parity.price + base.price;
  for (const [serial, placement] of state.placed.entries()) {
    const optional = problem.serials[serial]?.optional ?? null;
    if (placement !== null) {
      hard += 15 * placement.missing.hard;
      price += placement.missing.price;
    } else if (optional === null) hard += 1000;
    else price += optional;
  }
  for (const requirement of problem.requirements) {
    let got = 0;
    for (const placement of state.placed) if (placement !== null && exercises(problem, requirement, placement)) got++;
    const missing = Math.max(0, requirement.times - got);
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
  return [hard, ...problem.objectives.flatMap((objective) => objectiveCost(objective, facts, state, price))];
}

function objectiveCost(objective: PlanProblem['objectives'][number], facts: CostFacts, state: State, price: number): readonly number[] {
  switch (objective) {
    case 'price':
      return [price];
    case 'slack': {
      const slacks = slacksOf(facts, state);
      return [-Math.min(...slacks, Number.MAX_SAFE_INTEGER), -slacks.reduce((sum, slack) => sum + slack, 0)];
    }
    case 'continuity':
      return [-continuityOf(facts, state)];
    case 'pairs':
      return [-pairsOf(state)];
    case 'load':
      return [loadOf(state)];
    case 'end':
      return [state.placed.reduce((latest, placement) => Math.max(latest, placement === null ? 0 : endOf(facts.problem, placement)), 0)];
  }
}

const endOf = (problem: PlanProblem, { serial, start }: Placement): number => start + (problem.serials[serial]?.total ?? 0);

function slacksOf({ points, problem }: CostFacts, { placed }: State): readonly number[] {
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

function continuityOf({ sequences }: CostFacts, { placed }: State): number {
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

function pairsOf({ times, minutes, problem }: State): number {
  const { unitCount, bodies, together } = problem;
  let count = 0;
  for (let first = 0; first < unitCount; first++) {
    const party = bodies[first]?.party;
    for (let second = first + 1; second < unitCount; second++) {
      const at = first * unitCount + second;
      if (
        bodies[second]?.party !== party &&
        (times[at] ?? 0) >= together.times &&
        (minutes[at] ?? 0) >= together.minutes &&
        (times[at] ?? 0) > 0
      )
        count++;
    }
  }
  return count;
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
