// The search for a plan as it is shown while it is under way, and why there is none where it ended without: for who reads the certificate.
import type { Exercise } from '../../exercise/index.ts';
import {
  brokenByBookings,
  type Conflict,
  classOfCertificate,
  type LaneResult,
  type Planned,
  planForReader,
  planFromLanes,
  type Violation,
  whyImpossible,
} from '../../plan/index.ts';
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
  readonly impossible: (conflicts: readonly Conflict[]) => void;
  /** As the reader reads it; null before a search began, and for who does not read the certificate. */
  readonly for: (reader: Reader) => PlanningMessage | null;
};

/** Looking at what was found takes a tenth of the time at most: a server has others to answer. */
const restShare = 9;

/** Points that are kept: enough for a curve. */
const mostPoints = 400;
/** Reasons that are told of a plan that lacks something. */
const mostReasons = 12;

type Reason = PlanningMessage['reasons'][number];

export type SearchShown = {
  readonly seed: string;
  readonly lanes: number;
  /** The document as a reader reads it. */
  readonly documentOf: (reader: Reader) => Exercise | undefined;
  /** Called when there is something new to fetch. */
  readonly told: () => void;
};

export function planningShown(exercise: Exercise, { documentOf, told, ...search }: SearchShown): PlanningShown {
  const lanes = new Map<number, LaneResult>();
  const points: PlanningPoint[] = [];
  let state: PlanningMessage['state'] = 'searching';
  let draft: Planned | null = null;
  let reasons: readonly Reason[] = [];
  let isWaiting = false;
  /** Milliseconds until the next look. */
  let rest = 0;
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
      const showing = (): void => {
        isWaiting = false;
        if (state !== 'searching') return;
        const began = performance.now();
        shown(planFromLanes(exercise, search, [...lanes.values()]));
        rest = (performance.now() - began) * restShare;
        told();
      };
      if (rest === 0) setImmediate(showing);
      else setTimeout(showing, rest).unref();
    },
    planned() {
      state = 'planned';
      draft = null;
      told();
    },
    incomplete(best) {
      state = 'incomplete';
      shown(best);
      reasons = best.check.violations.filter(({ price }) => price === null).map(lackOf);
      told();
    },
    impossible(conflicts) {
      state = 'impossible';
      reasons = conflicts.map(reasonOf);
      told();
    },
    for(reader) {
      if (!gateFor(reader, exercise.policy.scale)(classOfCertificate(exercise))) return null;
      return {
        state,
        points,
        draft: draft === null ? null : (planForReader(exercise, draft.plan, reader) as unknown as PlanningMessage['draft']),
        reasons: reasonsFor(reader).slice(0, mostReasons),
      };
    },
  };
  /** Reasons name whatever part of the document they come from: who does not read the whole of it is told what follows from the rest. */
  function reasonsFor(reader: Reader): readonly Reason[] {
    if (reader.kind === 'all') return reasons;
    const own = state === 'impossible' ? documentOf(reader) : undefined;
    return own === undefined ? [] : whyImpossible(own).map(reasonOf);
  }
}

const lackOf = (violation: Violation): Reason => {
  const { maybe, key, values } = violationProblem(violation);
  const headline = { key, values } as Reason['headline'];
  return { headline, statements: [], isMinimal: false, ...(maybe === undefined ? {} : { maybe: maybe as Reason['headline'] }) };
};

const reasonOf = ({ headline, statements, isMinimal }: Conflict): Reason => ({
  headline: headline as Reason['headline'],
  statements: statements.map(({ sentence }) => sentence as Reason['headline']),
  isMinimal,
});

function pointOf({ plan, check }: Planned, tries: number): PlanningPoint {
  return {
    tries,
    values: plan.objectives.map(({ id, value, bound, proved }) => ({ id, value, bound, proved })),
    held: plan.bookings.filter(({ held }) => held).length,
    broken: brokenByBookings(check).length,
  };
}
