// What the search looks up again and again, worked out once from the problem: who could be bound to whom, what could count for what.

import { contains } from '../problem/intervals.ts';
import type { LagFacts, QualificationFacts } from '../problem/statements.ts';
import type { BodyClosure, PlanProblem, SerialFacts } from '../problem.ts';
import { type Bits, bitsFor, setBit } from './bits.ts';
import { daysOf } from './domains.ts';
import { type Base, type Goal, type Guidance, placementsOf } from './guidance.ts';
import { isOfUnits, type Partners, partnersOf } from './order.ts';
import { type Ties, tiesOf, wholeGroup } from './team-needs.ts';

/** How much each objective weighs while one serial is placed; the order decides, each weighs three times the next. */
export type Weights = { readonly continuity: number; readonly pairs: number; readonly load: number };

type Tables = {
  readonly problem: PlanProblem;
  /** The grid points of the exercise: minutes of the first, between two, and how many. */
  readonly slots: { readonly first: number; readonly step: number; readonly count: number };
  /** The grid points of each local day, in turn. */
  readonly days: readonly (readonly [number, number])[];
  /** By serial and place its starts as a set of grid points; none for a serial that does not lie on the grid. */
  readonly startBits: readonly (readonly Bits[])[];
  readonly partners: Partners;
  readonly ties: readonly Ties[];
  /** By serial the bodies that take part whatever its team is, or that its team cannot be without. */
  readonly needed: readonly (readonly number[])[];
  /** By serial how many qualifications one after the other go before it. */
  readonly stages: readonly number[];
  /** By serial: hard lags that bind it to what its units do besides, and the widest gap they ask where they ask for nothing else. */
  readonly unitLags: readonly { readonly lags: readonly LagFacts[]; readonly within: number }[];
  /** By serial: what could be asked of who takes part. */
  readonly qualifications: readonly (readonly { readonly index: number; readonly facts: QualificationFacts }[])[];
  /** Units about whose duty there is a wish. */
  readonly softDuty: readonly number[];
  readonly bodyClosures: readonly (readonly BodyClosure[])[];
  /** By body: hard meetings that ask for its support. */
  readonly meetingsOf: readonly (readonly PlanProblem['occurrences'][number][])[];
  /** By serial: the scenarios that move it. */
  readonly scenariosOf: readonly (readonly number[])[];
  /** Fixed points with the training serials that must precede them. */
  readonly points: readonly { readonly serial: number; readonly before: readonly number[] }[];
  readonly sequences: readonly (readonly number[])[];
  /** By serial: the sequences it is in. */
  readonly sequencesOf: readonly (readonly number[])[];
  /** By requirement: the serials that could count for it; and by serial the requirements it could count for. */
  readonly reaching: readonly (readonly number[])[];
  readonly requirementsOf: readonly (readonly number[])[];
  /** The groups in which parities are counted, with their serials; and by serial the groups it is in. */
  readonly parityGroups: readonly { readonly parity: number; readonly serials: readonly number[] }[];
  readonly parityGroupsOf: readonly (readonly number[])[];
  /** By qualification: the serials that could qualify, and those that could ask for it; by serial what it could qualify for. */
  readonly qualifying: readonly (readonly number[])[];
  readonly asking: readonly (readonly number[])[];
  readonly qualifiesFor: readonly (readonly number[])[];
  /** By unit: with whom it must serve together how often. */
  readonly demandedPairs: readonly (readonly { readonly other: number; readonly times: number }[])[];
};

export type Knowledge = Tables & {
  /** What the plan is to stay near to. */
  readonly base: Base | undefined;
  readonly goals: readonly Goal[];
  /** Whether stands are tried first at which no wish is broken; one lane in two does, because either way can lead into a corner. */
  readonly isWishful: boolean;
  readonly weights: Weights;
  /** By serial: what a day later costs, because a fixed point or the end waits for it. */
  readonly lateness: readonly number[];
};

export function knowledgeOf(problem: PlanProblem, { near, goals = [] }: Guidance = {}, lane = 0): Knowledge {
  const { objectives, serials } = problem;
  const known = tables.get(problem.serials) ?? tablesOf(problem);
  tables.set(problem.serials, known);
  const weigh = (id: PlanProblem['objectives'][number]) =>
    objectives.includes(id) ? 3 ** (objectives.length - objectives.indexOf(id) - 1) : 0;
  const awaited = new Set(known.points.flatMap((point) => point.before));
  return {
    ...known,
    problem,
    base: near === undefined ? undefined : { placed: placementsOf(problem, near.bookings), now: near.now },
    goals,
    isWishful: problem.objectives[0] === 'price' && lane % 2 === 0,
    weights: { continuity: weigh('continuity'), pairs: weigh('pairs'), load: weigh('load') },
    lateness: serials.map((_, serial) => (awaited.has(serial) ? weigh('slack') : 0) + weigh('end')),
  };
}

/** Lanes over one problem share what does not depend on what they are asked besides. */
const tables = new WeakMap<PlanProblem['serials'], Tables>();

function tablesOf(problem: PlanProblem): Tables {
  const { serials, scenarios, requirements, parities, qualifications, pairDemands, unitCount, lags, bodies } = problem;
  const { origin, grid, whole } = problem;
  const slots = { first: origin, step: grid, count: Math.max(1, Math.ceil((whole[1] - origin) / grid)) };
  const serialsThat = (is: (serial: number) => boolean) => serials.flatMap((_, serial) => (is(serial) ? [serial] : []));
  const names = [...new Set(serials.flatMap((serial) => serial.sequences))];
  const sequences = names.map((name) => serialsThat((serial) => serials[serial]?.sequences.includes(name) ?? false));
  const reaching = requirements.map(({ task, phase }) =>
    serialsThat((serial) => {
      const facts = serials[serial];
      return facts !== undefined && facts.team !== null && facts.tasks.has(task) && (phase === undefined || phase === facts.phase);
    }),
  );
  const demanded = Array.from({ length: unitCount }, (): { other: number; times: number }[] => []);
  for (const { pairs, times } of pairDemands) {
    for (const [first, second] of pairs) {
      demanded[first]?.push({ other: second, times });
      demanded[second]?.push({ other: first, times });
    }
  }
  const qualifying = qualifications.map(({ needs }) => serialsThat((serial) => needs.couldMatch(serial)));
  const ofUnits = lags.filter(isOfUnits);
  const parityGroups = parities.flatMap(({ scope, by }, parity) => {
    const counted = serialsThat((serial) => serials[serial]?.team !== null && scope.couldMatch(serial));
    const groupsOf = (serial: number) =>
      by === 'overall' ? [''] : by === 'phase' ? [serials[serial]?.phase ?? ''] : (serials[serial]?.ownTasks ?? []);
    const groups = [...new Set(counted.flatMap(groupsOf))];
    return groups.map((group) => ({ parity, serials: counted.filter((serial) => groupsOf(serial).includes(group)) }));
  });
  const needed = serials.map(({ attendUnits, attendPosts, team }) => [
    ...new Set([...attendUnits, ...attendPosts, ...(team?.named ?? []), ...(team === null ? [] : wholeGroup(team))]),
  ]);
  const meetings = problem.occurrences.filter(({ price, support }) => price === null && support.length > 0);
  return {
    problem,
    slots,
    days: daysOf(slots.count, (slot) => problem.dayOf(slots.first + slot * slots.step)),
    startBits: serials.map((facts, serial) => (facts.fixed === null ? ownStarts(problem, slots, facts, needed[serial] ?? []) : [])),
    needed,
    stages: stagesOf(problem, qualifying),
    partners: partnersOf(problem),
    ties: tiesOf(problem),
    unitLags: serials.map((_, serial) => {
      const own = ofUnits.filter(({ first, second }) => first.couldMatch(serial) || second.couldMatch(serial));
      const isPlain = own.every(({ relation, fromEnd, toStart, most }) => relation === 'lag' && fromEnd && toStart && most === never);
      return { lags: own, within: isPlain ? Math.max(0, ...own.map(({ least }) => least)) : never };
    }),
    qualifications: serials.map((_, serial) =>
      qualifications.flatMap((facts, index) => (facts.price === null && facts.before.couldMatch(serial) ? [{ index, facts }] : [])),
    ),
    softDuty: bodies.flatMap(({ duty }, body) => (body < unitCount && duty.some(({ price }) => price !== null && price > 0) ? [body] : [])),
    bodyClosures: serials.map((facts, serial) =>
      problem.bodyClosures.filter(
        (closure) => closure.price === null && [-1, ...facts.sites].some((site) => closure.matches(serial, site)),
      ),
    ),
    meetingsOf: bodies.map((_, body) => meetings.filter(({ support }) => support.some(({ eligible }) => eligible.includes(body)))),
    scenariosOf: serials.map((_, serial) => indexesOf(scenarios, ({ reserves }) => reserves.some((reserve) => reserve.serial === serial))),
    points: serials.flatMap((facts, serial) => (facts.fixed === null ? [] : [{ serial, before: trainingBefore(problem, serial) }])),
    sequences,
    sequencesOf: listedBy(serials.length, sequences),
    reaching,
    requirementsOf: listedBy(serials.length, reaching),
    parityGroups,
    parityGroupsOf: listedBy(
      serials.length,
      parityGroups.map((group) => group.serials),
    ),
    qualifying,
    asking: qualifications.map(({ before }) => serialsThat((serial) => before.couldMatch(serial))),
    qualifiesFor: listedBy(serials.length, qualifying),
    demandedPairs: demanded,
  };
}

const never = Number.POSITIVE_INFINITY;

/** A serial's starts, by place, at which everybody it cannot be without is there. */
function ownStarts({ bodies }: PlanProblem, slots: Tables['slots'], facts: SerialFacts, needed: readonly number[]): readonly Bits[] {
  const isThere = (start: number) => needed.every((body) => contains(bodies[body]?.presence ?? [], start, start + facts.total));
  return facts.starts.map((list) => {
    const bits = bitsFor(slots.count);
    for (const start of list) if (needed.length === 0 || isThere(start)) setBit(bits, (start - slots.first) / slots.step);
    return bits;
  });
}

function stagesOf({ serials, qualifications }: PlanProblem, qualifying: readonly (readonly number[])[]): readonly number[] {
  const stages = serials.map(() => 0);
  for (const _ of qualifications) {
    for (const [index, { before, needs, price }] of qualifications.entries()) {
      const least = Math.min(...(qualifying[index] ?? []).map((serial) => stages[serial] ?? 0));
      if (price !== null || least === never) continue;
      for (const serial of serials.keys())
        if (before.couldMatch(serial) && !needs.couldMatch(serial)) stages[serial] = Math.max(stages[serial] ?? 0, least + 1);
    }
  }
  return stages;
}

function indexesOf<T>(list: readonly T[], is: (item: T) => boolean): readonly number[] {
  return list.flatMap((item, index) => (is(item) ? [index] : []));
}

/** By member the lists it is in. */
function listedBy(count: number, lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const found = Array.from({ length: count }, (): number[] => []);
  for (const [index, list] of lists.entries()) for (const member of list) found[member]?.push(index);
  return found;
}

/** The training serials that must have ended before a serial: its predecessors, those that hard lags put before it, and theirs. */
export function trainingBefore(problem: PlanProblem, serial: number): readonly number[] {
  return [...allBefore(problem, serial, new Set())].filter((before) => problem.serials[before]?.kind === 'training').sort((a, b) => a - b);
}

function allBefore(problem: PlanProblem, serial: number, found: Set<number>): ReadonlySet<number> {
  const { serials } = problem;
  const before = [...(serials[serial]?.after ?? [])];
  for (const lag of ordersIn(problem)) {
    if (!lag.second.couldMatch(serial) || lag.first.couldMatch(serial)) continue;
    for (let other = 0; other < serials.length; other++)
      if (lag.first.couldMatch(other) && !lag.second.couldMatch(other)) before.push(other);
  }
  for (const one of before) {
    if (found.has(one)) continue;
    found.add(one);
    allBefore(problem, one, found);
  }
  return found;
}

/** Hard lags that put what the document alone names one after the other. */
function ordersIn({ lags }: PlanProblem): readonly LagFacts[] {
  return lags.filter(
    ({ relation, price, sameUnitsOnly, fromEnd, toStart, least, first, second }) =>
      relation === 'lag' &&
      price === null &&
      !sameUnitsOnly &&
      fromEnd &&
      toStart &&
      least >= 0 &&
      first.isOfTheDocument &&
      second.isOfTheDocument,
  );
}
