// Who takes part in the whole problem: teams as their demands ask, units in one place at a time and not longer on duty than they may be,
// requirements by the parties in the teams.
import type { PlanProblem } from '../../plan/index.ts';
import type { BoolVar } from './flatzinc.ts';
import type { Whole } from './whole.ts';
import { addDuty } from './whole-duty.ts';
import { addQualifications, type Members } from './whole-qualified.ts';
import { addRequirements } from './whole-required.ts';
import { addTeam, teamOf } from './whole-teams.ts';
import { addOnePlace, addPresence, inReserve, isAllowed } from './whole-ways.ts';

/** By serial: its team, and with it who attends. */
export type People = { readonly teams: Members; readonly members: Members };

export function addPeople(whole: Whole): People {
  const { problem } = whole;
  const teams = problem.serials.map((_, serial) => teamOf(whole, serial));
  for (const serial of problem.serials.keys()) addTeam(whole, teams, serial);
  // Who attends is engaged like who is in the team, and counts in no team.
  const members = problem.serials.map(
    ({ attendUnits, attendAll, fixed, total }, serial) =>
      new Map<number, BoolVar | true>([
        ...(teams[serial] ?? []),
        ...(attendAll && fixed !== null ? unitsThere(problem, fixed, fixed + total) : []).map((unit) => [unit, true] as const),
        ...attendUnits.filter((unit) => unit < problem.unitCount).map((unit) => [unit, true] as const),
      ]),
  );
  for (const [serial, units] of members.entries())
    for (const [unit, truth] of units) {
      addPresence(whole, serial, unit, truth);
      isAllowed(whole, unit, serial, truth);
      inReserve(whole, unit, serial, truth);
    }
  addOnePlace(whole, members, teams);
  addQualifications(whole, members);
  for (let unit = 0; unit < problem.unitCount; unit++) addDuty(whole, members, unit);
  addRequirements(whole, teams);
  return { teams, members };
}

/** Who is there all through attends what all attend. */
const unitsThere = ({ bodies, unitCount }: PlanProblem, start: number, end: number): readonly number[] =>
  Array.from({ length: unitCount }, (_, unit) => unit).filter((unit) =>
    bodies[unit]?.presence.some(([from, to]) => from <= start && end <= to),
  );
