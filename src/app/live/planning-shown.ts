// The search for a plan as it is shown while it is under way, and why there is none where it ended without: for who reads the certificate.
import type { Exercise } from '../../exercise/index.ts';
import type { Problem } from '../../kernel/index.ts';
import { classOfCertificate, type LaneResult, type Planned, planForReader, planFromLanes } from '../../plan/index.ts';
import type { PlanningMessage, PlanningPoint } from '../../protocol/index.ts';
import { gateFor, type Reader } from '../../release/index.ts';
import { violationProblem } from '../violation.ts';

export type PlanningShown = {
  /** A lane found better; what it is worth is worked out when nothing else waits. */
  readonly improved: (found: LaneResult) => void;
  /** There is a plan, and nothing more to look at. */
  readonly planned: () => void;
  /** The best that was found lacks something. */
  readonly incomplete: (best: Planned) => void;
  /** What cannot hold together. */
  readonly impossible: (conflicts: readonly Problem[]) => void;
  /** As the reader reads it; null before a search began, and for who does not read the certificate. */
  readonly for: (exercise: Exercise, reader: Reader) => PlanningMessage | null;
};

/** Points that are kept: enough for a curve. */
const mostPoints = 400;
/** Reasons that are told of a plan that lacks something. */
const mostReasons = 12;

/** `told` is called when there is something new to fetch. */
export function planningShown(
  exercise: Exercise,
  search: { readonly seed: string; readonly lanes: number },
  told: () => void,
): PlanningShown {
  const lanes = new Map<number, LaneResult>();
  const points: PlanningPoint[] = [];
  let state: PlanningMessage['state'] = 'searching';
  let draft: Planned | null = null;
  let reasons: readonly Problem[] = [];
  let isWaiting = false;
  const shown = (planned: Planned): void => {
    const tries = [...lanes.values()].reduce((sum, { iterations }) => sum + iterations, 0);
    const point = pointOf(planned, tries);
    draft = planned;
    if (JSON.stringify({ ...point, tries: 0 }) !== JSON.stringify({ ...points.at(-1), tries: 0 })) points.push(point);
    if (points.length > mostPoints) points.splice(1, 1);
  };
  return {
    improved(found) {
      lanes.set(found.lane, found);
      if (isWaiting) return;
      isWaiting = true;
      setImmediate(() => {
        isWaiting = false;
        if (state !== 'searching') return;
        shown(planFromLanes(exercise, search, [...lanes.values()]));
        told();
      });
    },
    planned() {
      state = 'planned';
      draft = null;
      told();
    },
    incomplete(best) {
      state = 'incomplete';
      shown(best);
      reasons = best.check.violations.filter(({ price }) => price === null).map(violationProblem);
      told();
    },
    impossible(conflicts) {
      state = 'impossible';
      reasons = conflicts;
      told();
    },
    for(current, reader) {
      if (!gateFor(reader, current.policy.scale)(classOfCertificate(current))) return null;
      return {
        state,
        points,
        draft: draft === null ? null : (planForReader(current, draft.plan, reader) as unknown as PlanningMessage['draft']),
        // Reasons name whatever part of the document they come from, and so are for who reads the whole of it.
        reasons: reader.kind === 'all' ? (reasons.slice(0, mostReasons) as PlanningMessage['reasons']) : [],
      };
    },
  };
}

function pointOf({ plan, check }: Planned, tries: number): PlanningPoint {
  return {
    tries,
    values: plan.objectives.map(({ id, value, bound, proved }) => ({ id, value, bound, proved })),
    held: plan.bookings.filter(({ held }) => held).length,
    broken: check.violations.filter(({ price, rule }) => price === null && !rule.endsWith('AsStated')).length,
  };
}
