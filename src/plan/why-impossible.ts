// Proofs that no plan exists, as far as simple ones go: each is a smallest set of named statements that cannot hold together. What is not
// found here is never called impossible.
import type { Exercise } from '../exercise/index.ts';
import { type Problem, problem } from '../kernel/index.ts';
import { chainTo, earliestEnds } from './bounds/critical-path.ts';
import { fixedClashes, requirementsThatCannotBeMet, supportThatCannotBe, teamsThatCannotBe } from './impossible/people.ts';
import { serialsWithoutStart } from './impossible/starts.ts';
import { type PlanProblem, problemFrom } from './problem.ts';

/** Every conflict found, each a proof by itself; empty when none was found, which does not mean that there is a plan. */
export function whyImpossible(exercise: Exercise): readonly Problem[] {
  const planning = problemFrom(exercise);
  return [
    ...serialsWithoutStart(planning),
    ...teamsThatCannotBe(planning),
    ...supportThatCannotBe(planning),
    ...poolsTooSmall(planning),
    ...chainsTooLong(planning),
    ...requirementsThatCannotBeMet(planning),
    ...fixedClashes(planning),
    ...arrivalsBeforeMilestones(planning),
  ];
}

function poolsTooSmall({ serials, pools }: PlanProblem): readonly Problem[] {
  return serials.flatMap((facts) =>
    facts.optional !== null
      ? []
      : facts.pools
          .filter(([pool, count]) => count > (pools[pool]?.count ?? 0))
          .map(([pool, count]) =>
            problem('plan.impossible.poolTooSmall', { serial: facts.id, pool: pools[pool]?.id ?? '', count, got: pools[pool]?.count ?? 0 }),
          ),
  );
}

/** A serial that would have a start by itself, and none after those that must come before it. */
function chainsTooLong(planning: PlanProblem): readonly Problem[] {
  const ends = earliestEnds(planning);
  return planning.serials.flatMap((facts, serial): Problem[] => {
    const hasStart = facts.starts.some((list) => list.length > 0);
    if (facts.optional !== null || !hasStart || ends[serial]?.end !== Number.POSITIVE_INFINITY) return [];
    const chain = chainTo(ends, serial).map((one) => planning.serials[one.serial]?.id ?? '');
    return chain.length < 2
      ? []
      : [problem('plan.impossible.chainTooLong', { serial: facts.id, serials: chain }, { key: 'plan.maybe.shortenChain', values: {} })];
  });
}

function arrivalsBeforeMilestones({ exercise }: PlanProblem): readonly Problem[] {
  return exercise.milestones.list.flatMap((milestone) =>
    milestone.arrivals.flatMap((id): Problem[] => {
      const arrival = exercise.contingents.byId.get(id)?.arrival;
      const from = milestone.due.at + (milestone.lead?.minutes ?? 0);
      if (arrival === undefined || milestone.price !== undefined || arrival.at >= from) return [];
      return [
        problem('plan.impossible.arrivalTooEarly', {
          contingent: id,
          milestone: milestone.id,
          arrival: arrival.written,
          due: milestone.due.written,
        }),
      ];
    }),
  );
}
