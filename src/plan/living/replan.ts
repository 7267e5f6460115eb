/**
 * Re-planning: after something has happened, a plan that holds again and changes least. It is found by the same search, which begins from the
 * plan there was, counts what it changes before any objective, and puts back whatever it can.
 */
import type { Exercise } from '../../exercise/index.ts';
import type { MinuteInstant, Problem } from '../../kernel/index.ts';
import type { PlanCheck } from '../check.ts';
import { reasonOf } from '../impossible/tell-items.ts';
import type { Plan, Violation } from '../plan.ts';
import { finished, type Planned, type PlanOptions, problemOf } from '../planning.ts';
import { type Disturbed, disturbed, type Request } from './disturb.ts';
import { withLessChanged, withMendedTeams } from './mended-teams.ts';
import { brokenBy, type Move, movesBetween, partiesConcerned } from './moves.ts';

/** What is searched, and how: the document as changed, and the plan that is to stay as it was as far as it can. */
export type Replanning = {
  readonly exercise: Exercise;
  readonly options: Pick<PlanOptions, 'fixed' | 'guidance'>;
  readonly now: MinuteInstant | null;
};

export function replanning(exercise: Exercise, plan: Plan, request: Request): Replanning | { readonly problems: readonly Problem[] } {
  const found: Disturbed | { readonly problems: readonly Problem[] } = disturbed(exercise, plan, request);
  if ('problems' in found) return found;
  const { bookings } = plan;
  const fixed = new Set(found.fixed.map(({ serial }) => serial));
  return {
    exercise: found.exercise,
    now: found.now,
    options: {
      fixed: found.fixed,
      guidance: { from: withMendedTeams(problemOf(found.exercise), bookings, fixed, found.now), near: { bookings, now: found.now } },
    },
  };
}

/** One change as it is told: numbered, with its reasons, to whom, and how long before. */
export type Notice = {
  readonly number: number;
  readonly move: Move;
  /** What would be broken had it stayed; empty where it makes room for another change, or serves an objective. */
  readonly why: readonly Violation[];
  readonly parties: readonly string[];
  /** Hours from the telling to the first of the two starts; null where nobody said when it is told. */
  readonly hoursBefore: number | null;
  /** Inside the frozen hours the agreement for changes applies. */
  readonly needsAgreement: boolean;
};

export type Replanned = {
  readonly planned: Planned;
  readonly notices: readonly Notice[] /** The sum of what is changed. */;
  readonly change: number;
};

/** What the search found, without what it changed needlessly, with its notices. */
export function replanned(before: Plan, asked: Replanning, found: Planned): Replanned {
  const { exercise, now } = asked;
  const planned = lessChanged(before, asked, found);
  const moves = movesBetween(problemOf(exercise), before, planned.plan, now);
  const frozenHours = (exercise.setting.frozen?.minutes ?? 0) / 60;
  const notices = moves.map((move, index): Notice => {
    const starts = [move.before.start, move.after.start].filter((start) => start !== null);
    const hoursBefore = now === null || starts.length === 0 ? null : Math.floor((Math.min(...starts) - now) / 60);
    return {
      number: index + 1,
      move,
      why: brokenBy(exercise, planned.plan, move.before).map((violation) => inEachLanguage(exercise, violation)),
      parties: partiesConcerned(exercise, move),
      hoursBefore,
      needsAgreement: hoursBefore !== null && hoursBefore < frozenHours,
    };
  });
  return { planned, notices, change: notices.reduce((sum, { move }) => sum + move.change.amount, 0) };
}

/** With what need not have changed put back, where the checker finds nothing more amiss for it. */
function lessChanged(before: Plan, { exercise, options, now }: Replanning, found: Planned): Planned {
  const problem = problemOf(exercise);
  const fixed = new Set(options.fixed?.map(({ serial }) => serial));
  const bookings = withLessChanged(problem, before.bookings, found.plan.bookings, fixed, now);
  const less = finished(exercise, { ...found.plan, bookings, objectives: [], unmet: [] });
  const changeOf = ({ plan }: Planned) => movesBetween(problem, before, plan, now).reduce((sum, { change }) => sum + change.amount, 0);
  return hardIn(less.check) <= hardIn(found.check) && changeOf(less) < changeOf(found) ? less : found;
}

const hardIn = ({ violations }: PlanCheck): number => violations.filter(({ price }) => price === null).length;

/** With the reason of a closure in the languages it has. */
function inEachLanguage({ closures }: Exercise, violation: Violation): Violation {
  const { closure } = violation.values;
  const stated = typeof closure === 'string' ? closures.byId.get(closure) : undefined;
  return stated === undefined ? violation : { ...violation, values: { ...violation.values, ...reasonOf(stated) } };
}
