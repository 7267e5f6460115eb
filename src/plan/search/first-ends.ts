// When each body has first had what qualifies it, kept up to date as serials are placed and lifted.
import { type Placement, standOf } from './placement.ts';
import type { State } from './state.ts';

const never = Number.POSITIVE_INFINITY;

/** By body when it has first had what qualifies; the last entry is when anybody has. */
export function firstEnds(state: State, index: number, scenario: number): Float64Array {
  if (scenario >= 0 && !movesQualifying(state, index, scenario)) return firstEnds(state, index, -1);
  const known = scenario < 0 ? state.remembered.qualified[index] : undefined;
  if (known !== undefined) return known;
  const { problem, placed, knowledge } = state;
  const found = new Float64Array(problem.bodies.length + 1).fill(never);
  const needs = problem.qualifications[index]?.needs;
  for (const serial of knowledge.qualifying[index] ?? []) {
    const placement = placed[serial];
    if (placement == null) continue;
    const { start, site } = standOf(placement, scenario);
    if (needs?.matches(serial, site, placement.people) !== true) continue;
    const end = start + (problem.serials[serial]?.total ?? 0);
    for (const { body } of placement.engaged) if (end < (found[body] ?? 0)) found[body] = end;
    if (end < (found[found.length - 1] ?? 0)) found[found.length - 1] = end;
  }
  if (scenario < 0) state.remembered.qualified[index] = found;
  return found;
}

/** Whether a scenario moves anything that qualifies. */
function movesQualifying({ problem, placed, knowledge }: State, index: number, scenario: number): boolean {
  return (problem.scenarios[scenario]?.reserves ?? []).some(({ serial }) => {
    const placement = placed[serial];
    return placement != null && knowledge.qualifiesFor[serial]?.includes(index) && standOf(placement, scenario) !== placement;
  });
}

/** What has just been placed qualifies those it engages. */
export function noteQualified({ problem, knowledge, remembered }: State, { serial, start, site, people, engaged }: Placement): void {
  for (const index of knowledge.qualifiesFor[serial] ?? []) {
    const had = remembered.qualified[index];
    if (had === undefined || problem.qualifications[index]?.needs.matches(serial, site, people) !== true) continue;
    const end = start + (problem.serials[serial]?.total ?? 0);
    for (const { body } of engaged) if (end < (had[body] ?? never)) had[body] = end;
    if (end < (had[had.length - 1] ?? never)) had[had.length - 1] = end;
  }
}

/** What has just been lifted qualifies nobody any more: whoever it was the first for is looked up again. */
export function forgetQualified(state: State, { serial, start, engaged }: Placement): void {
  const { problem, placed, knowledge, remembered, engagements } = state;
  for (const index of knowledge.qualifiesFor[serial] ?? []) {
    const had = remembered.qualified[index];
    if (had === undefined) continue;
    const end = start + (problem.serials[serial]?.total ?? 0);
    const endOf = (other: number): number => {
      const placement = placed[other];
      if (placement == null || problem.qualifications[index]?.needs.matches(other, placement.site, placement.people) !== true) return never;
      return placement.start + (problem.serials[other]?.total ?? 0);
    };
    for (const { body } of engaged) {
      if (had[body] !== end) continue;
      let first = never;
      for (const { serial: other } of engagements[body] ?? [])
        if (other >= 0 && knowledge.qualifiesFor[other]?.includes(index)) first = Math.min(first, endOf(other));
      had[body] = first;
    }
    if (had[had.length - 1] !== end) continue;
    let first = never;
    for (const other of knowledge.qualifying[index] ?? []) first = Math.min(first, endOf(other));
    had[had.length - 1] = first;
  }
}
