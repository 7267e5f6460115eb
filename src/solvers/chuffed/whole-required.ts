// What parties are to exercise in the whole problem, and how often.
import type { PlanProblem } from '../../plan/index.ts';
import type { BoolVar, Term } from './flatzinc.ts';
import type { Whole } from './whole.ts';
import type { Members } from './whole-qualified.ts';
import { hasParty } from './whole-teams.ts';

/** A party exercises a task so often. */
export function addRequirements(whole: Whole, teams: Members): void {
  for (const requirement of whole.problem.requirements) {
    if (requirement.price !== null) continue;
    const { least, terms } = requirementTerms(whole, teams, requirement);
    if (least > 0) whole.model.atMost(terms, -least);
  }
}

/** How often a requirement is still to be met beside what surely meets it, and what can, with its sign turned. */
export function requirementTerms(
  whole: Whole,
  teams: Members,
  { party, task, times, phase, mixed, light }: PlanProblem['requirements'][number],
): { readonly least: number; readonly terms: readonly Term[] } {
  const { model, problem, held, minutes } = whole;
  let least = times;
  const terms: Term[] = [];
  for (const [serial, facts] of problem.serials.entries()) {
    if (facts.team === null || !facts.tasks.has(task) || (phase !== undefined && facts.phase !== phase)) continue;
    const members = teams[serial] ?? new Map<number, BoolVar | true>();
    const truth = hasParty(whole, members, party);
    const isHeld = held[serial];
    if (truth === null) continue;
    const isIn = (start: number) =>
      light === undefined ||
      facts.sites.some((site) =>
        problem.sites[site]?.light[light].some(([from, to]) => from <= start + facts.toRun && start + facts.toRun + facts.run <= to),
      );
    const list = minutes[serial] ?? new Int32Array();
    if (!list.some(isIn)) continue;
    const isAlwaysIn = list.every(isIn);
    if (truth === true && isHeld === undefined && isAlwaysIn && !mixed) {
      least--;
      continue;
    }
    const counts = model.bool();
    if (truth !== true) model.clause([truth], [counts]);
    if (isHeld !== undefined) model.clause([isHeld], [counts]);
    if (!isAlwaysIn) whole.unlessBetween(serial, (start) => !isIn(start), [], [counts]);
    if (mixed) {
      const others = problem.parties.flatMap((_, other) => (other === party ? [] : (hasParty(whole, members, other) ?? [])));
      if (!others.includes(true))
        model.clause(
          others.filter((one) => one !== true),
          [counts],
        );
    }
    terms.push([-1, model.numberOf(counts)]);
  }
  return { least, terms };
}
