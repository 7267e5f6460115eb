// What a team is asked to be good for while a first plan is built in a hurry: parties that still need the task, pairs that must meet, and
// nobody who has much to do already.
import { hasLight, type State } from './state.ts';
import type { WishAt } from './wishes.ts';

export function needsFor(state: State, serial: number): WishAt {
  const { problem, knowledge, engagements, times, exercised } = state;
  const { bodies, unitCount } = problem;
  const unmet = (knowledge.requirementsOf[serial] ?? []).filter(
    (index) => (exercised[index] ?? 0) < (problem.requirements[index]?.times ?? 0),
  );
  const timesOf = (one: number, other: number) => times[Math.min(one, other) * unitCount + Math.max(one, other)] ?? 0;
  return (stand) => () => {
    const partyGain = problem.parties.map(() => 0);
    for (const index of unmet) {
      const requirement = problem.requirements[index];
      if (requirement === undefined || !hasLight(problem, requirement, serial, stand)) continue;
      partyGain[requirement.party] = (partyGain[requirement.party] ?? 0) + 100;
    }
    const present = new Uint8Array(problem.parties.length);
    const meets = new Float64Array(unitCount);
    return {
      partyGain,
      worth: (unit) => {
        const party = bodies[unit]?.party ?? -1;
        return (meets[unit] ?? 0) - 2 * (engagements[unit]?.length ?? 0) + (present[party] === 1 ? 0 : (partyGain[party] ?? 0));
      },
      add: (unit) => {
        present[bodies[unit]?.party ?? -1] = 1;
        for (const { other, times: least } of knowledge.demandedPairs[unit] ?? [])
          if (timesOf(unit, other) < least) meets[other] = (meets[other] ?? 0) + 50;
      },
    };
  };
}
