// What the search would like of a team beyond what it must have, so that good teams are tried first: parties that still need the task,
// units of the serial before, pairs that have not met, units with little duty.

import { contains } from '../problem/intervals.ts';
import type { RequirementFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';
import type { Placement, Stand } from './placement.ts';
import { dutyMinutes, type State } from './state.ts';

/** How much each objective weighs while a team is chosen; the order decides, each weighs three times the next. */
export type Weights = { readonly continuity: number; readonly pairs: number; readonly load: number };

export function weightsOf({ objectives }: PlanProblem): Weights {
  const weigh = (id: PlanProblem['objectives'][number]) => {
    const at = objectives.indexOf(id);
    return at < 0 ? 0 : 3 ** (objectives.length - at - 1);
  };
  return { continuity: weigh('continuity'), pairs: weigh('pairs'), load: weigh('load') };
}

/** Whether a serial that stands there counts for a requirement, were a unit of the party in its team. */
export function couldExercise(problem: PlanProblem, requirement: RequirementFacts, serial: number, stand: Stand): boolean {
  const facts = problem.serials[serial];
  if (facts === undefined || facts.team === null || !facts.tasks.has(requirement.task)) return false;
  if (requirement.phase !== undefined && requirement.phase !== facts.phase) return false;
  if (requirement.light === undefined) return true;
  const light = stand.site < 0 ? problem.sites[0]?.outside : problem.sites[stand.site]?.light;
  const run = stand.start + facts.toRun;
  return contains(light?.[requirement.light] ?? [], run, run + facts.run);
}

export function exercises(problem: PlanProblem, requirement: RequirementFacts, placement: Placement): boolean {
  if (!couldExercise(problem, requirement, placement.serial, placement)) return false;
  let [has, isMixed] = [false, false];
  const first = problem.bodies[placement.team[0] ?? -1]?.party;
  for (const unit of placement.team) {
    const party = problem.bodies[unit]?.party;
    if (party === requirement.party) has = true;
    if (party !== first) isMixed = true;
  }
  return has && (!requirement.mixed || isMixed);
}

/** What adding a unit to a team is worth. */
export type Wish = { readonly partyGain: readonly number[]; worth(unit: number, team: readonly number[]): number };

/** What a serial's team would be good for, by where the serial stands; holds as long as nothing is placed or lifted. */
export function wishesFor(state: State, serial: number, weights: Weights): (stand: Stand) => Wish {
  const { problem } = state;
  const tasks = problem.serials[serial]?.tasks ?? new Set<string>();
  const unmet = problem.requirements.filter((requirement) => {
    if (!tasks.has(requirement.task)) return false;
    let got = 0;
    for (const placement of state.placed) if (placement !== null && exercises(problem, requirement, placement)) got++;
    return got < requirement.times;
  });
  const loads = Array.from({ length: problem.unitCount }, (_, unit) => dutyMinutes(state, unit));
  const mean = loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length);
  return (stand) => {
    const partyGain = problem.parties.map(() => 0);
    for (const requirement of unmet) {
      if (!couldExercise(problem, requirement, serial, stand)) continue;
      partyGain[requirement.party] = (partyGain[requirement.party] ?? 0) + 100;
    }
    const neighbours = weights.continuity > 0 ? neighboursOf(state, serial, stand.start) : [];
    return {
      partyGain,
      worth: (unit, team) => worthOf(state, weights, { partyGain, neighbours, load: (loads[unit] ?? 0) - mean, serial }, unit, team),
    };
  };
}

type Circumstances = {
  readonly partyGain: readonly number[];
  readonly neighbours: readonly Placement[];
  readonly load: number;
  readonly serial: number;
};

function worthOf(
  { problem, times, minutes }: State,
  weights: Weights,
  { partyGain, neighbours, load, serial }: Circumstances,
  unit: number,
  team: readonly number[],
): number {
  const party = problem.bodies[unit]?.party ?? -1;
  const run = problem.serials[serial]?.run ?? 0;
  let isNewParty = true;
  let value = 0;
  for (const neighbour of neighbours) if (neighbour.team.includes(unit)) value += weights.continuity / neighbour.team.length;
  for (const other of team) {
    if (problem.bodies[other]?.party === party) {
      isNewParty = false;
      continue;
    }
    const at = unit < other ? unit * problem.unitCount + other : other * problem.unitCount + unit;
    const [moreTimes, moreMinutes] = [problem.together.times - (times[at] ?? 0), problem.together.minutes - (minutes[at] ?? 0)];
    if (moreTimes > 0 || moreMinutes > 0) value += weights.pairs / Math.max(1, moreTimes, moreMinutes / Math.max(1, run));
  }
  for (const { pairs, times: wanted } of problem.pairDemands) {
    for (const [first, second] of pairs) {
      const other = first === unit ? second : second === unit ? first : -1;
      if (other < 0 || (times[Math.min(unit, other) * problem.unitCount + Math.max(unit, other)] ?? 0) >= wanted) continue;
      value += team.includes(other) ? 50 : 1;
    }
  }
  return value + (isNewParty ? (partyGain[party] ?? 0) : 0) - (weights.load * load) / 480;
}

/** The serials just before and after in the sequences that want to keep their team. */
function neighboursOf({ problem, placed }: State, serial: number, start: number): readonly Placement[] {
  const sequences = problem.serials[serial]?.sequences ?? [];
  return sequences.flatMap((sequence) => {
    let before: Placement | undefined;
    let after: Placement | undefined;
    for (const placement of placed) {
      if (placement === null || placement.serial === serial || placement.team.length === 0) continue;
      if (!problem.serials[placement.serial]?.sequences.includes(sequence)) continue;
      if (placement.start < start && (before === undefined || placement.start > before.start)) before = placement;
      if (placement.start >= start && (after === undefined || placement.start < after.start)) after = placement;
    }
    return [before, after].filter((placement) => placement !== undefined);
  });
}
