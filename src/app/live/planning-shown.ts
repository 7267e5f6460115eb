// The search for a plan as it is shown while it is under way, and why there is none where it ended without: for who reads the certificate, then as
// now, and to each of those of what that reader reads.
import type { Exercise } from '../../exercise/index.ts';
import { type LaneResult, type Plan, type Planned, planForReader, readsCertificate } from '../../plan/index.ts';
import type { PlanningMessage, PlanningPoint } from '../../protocol/index.ts';
import type { Reader } from '../../release/index.ts';
import type { Reason } from '../plan-why.ts';
import type { PlanLook } from '../workers/plan-look.ts';
import type { LacksOf } from './lacks-shown.ts';
import { type Lacks, lacksOfPlan, reasonShown } from './reason-shown.ts';

export type PlanningShown = {
  /** A lane found better; what it is worth is worked out elsewhere. */
  readonly improved: (found: LaneResult) => void;
  /** There is a plan, and nothing more to look at. */
  readonly planned: () => void;
  /** The best that was found lacks something; why is looked for. */
  readonly incomplete: (best: Planned) => void;
  /** What cannot hold together. */
  readonly impossible: (reasons: readonly Reason[]) => void;
  /** No reason was found why the best that was found lacks something. */
  readonly unexplained: () => void;
  /** As the reader reads it; null for who does not read the certificate. */
  readonly for: (reader: Reader) => PlanningMessage | null;
};

/** Looking at what was found takes a tenth of the time of one core at most: the search goes on meanwhile. */
const restShare = 9;

/** Points that are kept: enough for a curve. */
const mostPoints = 400;

export type SearchShown = {
  /** Works out what lanes have found together. */
  readonly look: (results: readonly LaneResult[]) => Promise<PlanLook>;
  /** Hears why there are no more looks. */
  readonly failed: (error: unknown) => void;
  /** The document as it stands now, whatever it was when the search began: what a reader may no longer read is not shown. */
  readonly now: () => Exercise;
  /** Why what a reader reads of the document allows no plan; undefined while that is being looked for. */
  readonly reasonsOf: (reader: Reader) => readonly Reason[] | undefined;
  /** What a plan lacks in what a reader reads of both; undefined while that is being looked at. */
  readonly lacksOf: LacksOf;
  /** Called when there is something new to fetch. */
  readonly told: () => void;
};

export function planningShown(exercise: Exercise, { look, failed, now, reasonsOf, lacksOf, told }: SearchShown): PlanningShown {
  const lanes = new Map<number, LaneResult>();
  const points: PlanningPoint[] = [];
  let state: PlanningMessage['state'] = 'searching';
  let draft: Planned | null = null;
  let reasons: readonly Reason[] = [];
  /** Before anything is searched it is looked whether there can be a plan at all. */
  let isLooking = true;
  /** A look is under way, or rests until the next. */
  let isBusy = false;
  /** Something was found since the last look. */
  let isBehind = false;
  const shown = (planned: Planned): void => {
    const tries = [...lanes.values()].reduce((sum, { iterations }) => sum + iterations, 0);
    const point = { tries, values: valuesOf(planned.plan) };
    draft = planned;
    if (JSON.stringify(point.values) !== JSON.stringify(points.at(-1)?.values)) points.push(point);
    if (points.length > mostPoints) points.splice(1, 1);
  };
  const looking = async (): Promise<void> => {
    isBusy = true;
    while (isBehind && state === 'searching') {
      isBehind = false;
      try {
        const { planned, milliseconds } = await look([...lanes.values()]);
        // What came of the search meanwhile is shown already.
        if (state !== 'searching') return;
        shown(planned);
        told();
        await rested(milliseconds * restShare);
      } catch (error) {
        // What the search ends with is shown all the same.
        failed(error);
        return;
      }
    }
    isBusy = false;
  };
  /** What the reader read of a plan when the search began and reads now. */
  const seen = (plan: Plan, reader: Reader): Plan => planForReader(now(), planForReader(exercise, plan, reader), reader);
  /** While a search is under way its plans are only looked at as a whole. */
  const lacksFor = (reader: Reader, { check, plan }: Planned): Lacks | undefined => {
    if (reader.kind === 'all') return lacksOfPlan(check);
    return state === 'incomplete' ? lacksOf(reader, seen(plan, reader), check) : undefined;
  };
  const reasonsFor = (reader: Reader, lacks: Lacks | undefined): Pick<PlanningMessage, 'reasons' | 'isLooking'> => {
    if (state === 'impossible') {
      const found = reader.kind === 'all' ? reasons : reasonsOf(reader);
      return { reasons: (found ?? []).map(reasonShown), isLooking: found === undefined };
    }
    if (state !== 'incomplete') return { reasons: [], isLooking };
    return { reasons: [...(lacks?.first ?? [])], isLooking: isLooking || lacks === undefined };
  };
  return {
    improved(found) {
      lanes.set(found.lane, found);
      isLooking = false;
      isBehind = true;
      if (!isBusy) void looking();
    },
    planned() {
      state = 'planned';
      isLooking = false;
      draft = null;
      told();
    },
    incomplete(best) {
      state = 'incomplete';
      isLooking = true;
      shown(best);
      told();
    },
    impossible(found) {
      state = 'impossible';
      isLooking = false;
      reasons = found;
      told();
    },
    unexplained() {
      isLooking = false;
      told();
    },
    for(reader) {
      if (![exercise, now()].every((one) => readsCertificate(one, reader))) return null;
      const best = draft === null ? null : seen(draft.plan, reader);
      const lacks = draft === null ? undefined : lacksFor(reader, draft);
      return {
        state,
        points,
        best: best === null ? null : { held: best.bookings.filter(({ held }) => held).length, broken: lacks?.count ?? null },
        draft: best as unknown as PlanningMessage['draft'],
        ...reasonsFor(reader, lacks),
        isWhole: reader.kind === 'all',
      };
    },
  };
}

function valuesOf({ objectives }: Plan): PlanningPoint['values'] {
  return objectives.map(({ id, value, bound, proved }) => ({ id, value, bound, proved }));
}

function rested(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}
