// Proofs that no plan exists: each is a smallest set of named statements that cannot hold together, found by a solver on a model that is never
// stricter than the checker. What is not found here is never called impossible.
import type { Exercise } from '../exercise/index.ts';
import { keyOf, type Named } from './impossible/model.ts';
import { type Effort, type Proof, proofsAbout, spokenOf } from './impossible/prove.ts';
import { sharing, suspectsOf, tiedTogether } from './impossible/suspects.ts';
import { headlineOf, sentenceOf } from './impossible/tell.ts';
import { reasonOf, type Sentence } from './impossible/tell-items.ts';
import { type Budget, trialsOf } from './impossible/trials.ts';
import { waysOut } from './impossible/ways.ts';
import { type PlanProblem, problemFrom } from './problem.ts';

/** One statement of the document that a conflict rests on: where it stands, and what it says. */
export type ConflictingStatement = Named & { readonly sentence: Sentence };

/** Statements that cannot hold together. */
export type Conflict = {
  /** What cannot be, in one sentence. */
  readonly headline: Sentence;
  readonly statements: readonly ConflictingStatement[];
  /** Without any one of them the others were found open. */
  readonly isMinimal: boolean;
};

/**
 * Every conflict found, each a proof by itself; empty when none was found, which does not mean that there is a plan. `thorough` is for when a
 * search has failed: it looks at all serials together and thinks longer. A reader's document that is not whole is taken as it stands, and
 * nothing is concluded from who or what is absent from it.
 */
export function whyImpossible(exercise: Exercise, how: 'atOnce' | 'thorough' = 'atOnce'): readonly Conflict[] {
  const planning = problemFrom(exercise);
  const found: Conflict[] = [...arrivalsBeforeMilestones(exercise)];
  const used = new Set<string>();
  for (const { focus, effort } of questionsFor(planning, how)) {
    // All serials together are thought about long only where nothing shorter was found.
    if (found.length >= mostConflicts || (found.length > 0 && effort === patient)) break;
    for (const proof of proofsAbout(planning, new Set(focus), effort, mostConflicts - found.length, used)) {
      for (const named of proof.statements) used.add(keyOf(named));
      found.push(conflictOf(planning, proof));
    }
  }
  return found;
}

/** More conflicts than this are not told: mending the first may mend them too. */
const mostConflicts = 5;

/** Up to so many serials are looked at together before anything is searched. */
const fewSerials = 80;
/** Of more, all together are looked at only when a search has failed; of still more, never. */
const manySerials = 200;

const quick: Effort = { conflicts: 60, work: 800_000 };
const patient: Effort = { conflicts: 20_000, work: 40_000_000 };

type Asked = { readonly focus: readonly number[]; readonly effort: Effort };

function questionsFor(planning: PlanProblem, how: 'atOnce' | 'thorough'): readonly Asked[] {
  const all = [...planning.serials.keys()];
  const effort = how === 'atOnce' ? quick : patient;
  const whole = all.length <= (how === 'atOnce' ? fewSerials : manySerials) ? [{ focus: all, effort }] : [];
  const parts = how === 'atOnce' ? suspectsOf(planning) : [...all.map((serial) => [serial]), ...suspectsOf(planning), ...sharing(planning)];
  // Small sets first: their proofs are the shortest, and large exercises are looked at in no other way.
  if (how === 'atOnce' && all.length <= fewSerials) return whole;
  return [...[...parts, ...tiedTogether(planning)].map((focus) => ({ focus, effort: quick })), ...whole];
}

/** A change to the document with which a conflict is gone. */
export type WayOut = Named & {
  readonly sentence: Sentence;
  /** In points: what an hour more for one serial costs is one. */
  readonly cost: number;
  /** A plan was found with it (and with the cheapest way out of every other conflict), or nothing more than that no conflict is proved. */
  readonly isPlanFound: boolean;
  /** Whether more was tried than that this conflict is gone: not, where other ways had taken all that may be spent. */
  readonly isTried: boolean;
};

/** What may be spent on the ways out of all conflicts. */
const budget: Budget = { proofs: 2_500_000, first: 6, each: 4, all: 40 };

/**
 * For each conflict its cheapest ways out: those first with which a plan was found, then those with which nothing is proved any more. Of a
 * reader's document that is not whole, no plan is looked for: it would say nothing of the whole.
 */
export function waysOutOf(exercise: Exercise, conflicts: readonly Conflict[]): readonly (readonly WayOut[])[] {
  const planning = problemFrom(exercise);
  const tried = trialsOf(budget, (of) => questionsFor(of, 'atOnce'));
  const keys = conflicts.map(({ statements }) => new Set(statements.map(keyOf)));
  // Of several conflicts a way mends but one: a plan is looked for when all have theirs. Of a document that is not whole, a plan proves nothing.
  const isWhole = exercise.complete;
  const isOne = isWhole && conflicts.length === 1;
  // A plan is the shortest proof that nothing stands against a change; but where one change was refuted, the next is asked for that first.
  let isRefutedFirst = false;
  const ways = conflicts.map(({ statements }, index) => {
    const others = new Set(keys.flatMap((one, at) => (at === index ? [] : [...one])));
    return waysOut(planning, statements, spokenOf(planning, statements), (changed) => {
      const { isRefuted, hasPlan } = tried(changed, others);
      if (isOne && !isRefutedFirst && hasPlan()) return 'plan';
      const isRefutable = isRefuted();
      isRefutedFirst = isRefutable === true;
      if (isRefutable === undefined) return 'untried';
      return isRefutable ? undefined : isOne && hasPlan() ? 'plan' : 'clear';
    });
  });
  const isMendable = isWhole && ways.every((own) => own.length > 0);
  return ways.map((own, index) => {
    const told = own.map(({ named, sentence, cost, outcome, edit }): WayOut => {
      const mended = () => ways.reduce((made, [cheapest], at) => (at === index ? made : (cheapest?.edit(made) ?? made)), edit(exercise));
      const isPlanFound = outcome === 'plan' || (isMendable && !isOne && tried(mended()).hasPlan() === true);
      return { ...named, sentence, cost, isPlanFound, isTried: isPlanFound || outcome !== 'untried' };
    });
    const first = (one: WayOut) => (one.isPlanFound ? 0 : one.isTried ? 1 : 2);
    return told.sort((a, b) => first(a) - first(b));
  });
}

function conflictOf(planning: PlanProblem, { statements, isMinimal }: Proof): Conflict {
  return {
    headline: headlineOf(planning, statements),
    statements: statements.map((named) => ({ ...named, sentence: sentenceOf(planning, named) })),
    isMinimal,
  };
}

/** A contingent whose arrival is stated for a time at which its milestone does not yet allow it: no plan decides about either. */
function arrivalsBeforeMilestones({ milestones, contingents }: Exercise): readonly Conflict[] {
  return milestones.list.flatMap((milestone) =>
    milestone.arrivals.flatMap((id): Conflict[] => {
      const arrival = contingents.byId.get(id)?.arrival;
      const from = milestone.due.at + (milestone.lead?.minutes ?? 0);
      if (arrival === undefined || milestone.price !== undefined || arrival.at >= from) return [];
      return [
        {
          headline: { key: 'plan.why.cannotArrive', values: { contingent: id, milestone: milestone.id } },
          statements: [
            { collection: 'contingents', id, path: ['arrival'], sentence: { key: 'plan.why.arrival', values: { id, at: arrival.at } } },
            {
              collection: 'milestones',
              id: milestone.id,
              path: [],
              sentence: { key: 'plan.why.milestone', values: { id: milestone.id, ...reasonOf(milestone), what: [id], from } },
            },
          ],
          isMinimal: true,
        },
      ];
    }),
  );
}
