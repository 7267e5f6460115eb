// What the search would like of a team beyond what it must have, so that good teams are tried first: parties that still need the task,
// units of the serial before, pairs that have not met, units with little duty.

import { engagementOf, type Placement, type Stand } from './placement.ts';
import { priceOfDuty } from './soft-duty.ts';
import { dutyMinutes, hasLight, type State } from './state.ts';

/** What adding units to one team is worth; `add` tells it that one was added. */
export type Wish = { readonly partyGain: readonly number[]; worth(unit: number): number; add(unit: number): void };

export type WishAt = (stand: Stand) => () => Wish;

/** What a wish about duty weighs, by its price, against units of the serial before. */
const duty = 60;

/** What a serial's team would be good for, by where the serial stands; holds as long as nothing is placed or lifted. */
export function wishesFor(state: State, serial: number): WishAt {
  const { problem, knowledge } = state;
  const unmet = (knowledge.requirementsOf[serial] ?? []).filter(
    (index) => (state.exercised[index] ?? 0) < (problem.requirements[index]?.times ?? 0),
  );
  return (stand) => {
    let partyGain: number[] | undefined;
    let base: Float64Array = new Float64Array(0);
    // A stand at which nobody can be had is not asked for its wishes.
    return () => {
      if (partyGain === undefined) {
        partyGain = problem.parties.map(() => 0);
        for (const index of unmet) {
          const requirement = problem.requirements[index];
          if (requirement === undefined || !hasLight(problem, requirement, serial, stand)) continue;
          partyGain[requirement.party] = (partyGain[requirement.party] ?? 0) + 100;
        }
        base = baseAt(state, serial, stand);
      }
      return wishFrom(state, serial, partyGain, base);
    };
  };
}

/** What each unit is worth in a team that is still empty. */
function baseAt(state: State, serial: number, stand: Stand): Float64Array {
  const { problem, knowledge } = state;
  const base = new Float64Array(problem.unitCount);
  let sum = 0;
  for (let unit = 0; unit < base.length; unit++) {
    base[unit] = dutyMinutes(state, unit);
    sum += base[unit] ?? 0;
  }
  const mean = sum / Math.max(1, base.length);
  for (let unit = 0; unit < base.length; unit++) base[unit] = (-knowledge.weights.load * ((base[unit] ?? 0) - mean)) / 480;
  if (knowledge.weights.continuity > 0) {
    for (const { team } of neighboursOf(state, serial, stand.start)) {
      for (const unit of team) base[unit] = (base[unit] ?? 0) + 3 * knowledge.weights.continuity;
    }
  }
  if (problem.objectives[0] === 'price' && knowledge.softDuty.length > 0) {
    const wanted = engagementOf(problem, serial, stand);
    for (const unit of knowledge.softDuty) base[unit] = (base[unit] ?? 0) - duty * priceOfDuty(state, unit, wanted);
  }
  // To keep a team comes before all that it could be better for.
  for (const unit of knowledge.base?.placed[serial]?.team ?? []) base[unit] = (base[unit] ?? 0) + 500;
  return base;
}

function wishFrom(state: State, serial: number, partyGain: readonly number[], base: Float64Array): Wish {
  const { problem, knowledge, times, minutes } = state;
  const { bodies, unitCount, together } = problem;
  const value = base.slice();
  const present = new Uint8Array(problem.parties.length);
  const run = Math.max(1, problem.serials[serial]?.run ?? 1);
  for (let unit = 0; unit < unitCount; unit++) {
    for (const pair of knowledge.demandedPairs[unit] ?? [])
      if ((times[at(unit, pair.other, unitCount)] ?? 0) < pair.times) value[unit] = (value[unit] ?? 0) + 1;
  }
  return {
    partyGain,
    worth: (unit) => {
      const party = bodies[unit]?.party ?? -1;
      return (value[unit] ?? 0) + (present[party] === 1 ? 0 : (partyGain[party] ?? 0));
    },
    add: (unit) => {
      const party = bodies[unit]?.party ?? -1;
      present[party] = 1;
      for (let other = 0; other < unitCount; other++) {
        if (bodies[other]?.party === party || other === unit) continue;
        const index = at(unit, other, unitCount);
        const [moreTimes, moreMinutes] = [together.times - (times[index] ?? 0), together.minutes - (minutes[index] ?? 0)];
        if (moreTimes > 0 || moreMinutes > 0)
          value[other] = (value[other] ?? 0) + knowledge.weights.pairs / Math.max(1, moreTimes, moreMinutes / run);
      }
      for (const pair of knowledge.demandedPairs[unit] ?? []) {
        if ((times[at(unit, pair.other, unitCount)] ?? 0) < pair.times) value[pair.other] = (value[pair.other] ?? 0) + 50;
      }
    },
  };
}

const at = (one: number, other: number, unitCount: number): number => (one < other ? one * unitCount + other : other * unitCount + one);

/** The serials just before and after in the sequences that want to keep their team. */
export function neighboursOf({ placed, knowledge }: State, serial: number, start: number): readonly Placement[] {
  const found: Placement[] = [];
  for (const sequence of knowledge.sequencesOf[serial] ?? []) {
    let before: Placement | undefined;
    let after: Placement | undefined;
    for (const other of knowledge.sequences[sequence] ?? []) {
      const placement = placed[other];
      if (placement == null || other === serial || placement.team.length === 0) continue;
      if (placement.start < start && (before === undefined || placement.start > before.start)) before = placement;
      if (placement.start >= start && (after === undefined || placement.start < after.start)) after = placement;
    }
    if (before !== undefined) found.push(before);
    if (after !== undefined) found.push(after);
  }
  return found;
}
