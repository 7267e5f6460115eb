// What the search looks up again and again, worked out once from the problem: who could be bound to whom, what could count for what.
import type { PlanProblem } from '../problem.ts';
import { type Base, type Goal, type Guidance, placementsOf } from './guidance.ts';
import { type Partners, partnersOf } from './order.ts';
import { type Ties, tiesOf } from './team.ts';

/** How much each objective weighs while one serial is placed; the order decides, each weighs three times the next. */
export type Weights = { readonly continuity: number; readonly pairs: number; readonly load: number };

export type Knowledge = {
  readonly problem: PlanProblem;
  /** What the plan is to stay near to. */
  readonly base: Base | undefined;
  readonly goals: readonly Goal[];
  readonly partners: Partners;
  readonly ties: readonly Ties[];
  readonly weights: Weights;
  /** By serial: the scenarios that move it. */
  readonly scenariosOf: readonly (readonly number[])[];
  /** By serial: what a day later costs, because a fixed point or the end waits for it. */
  readonly lateness: readonly number[];
  /** Fixed points with the training serials that must precede them. */
  readonly points: readonly { readonly serial: number; readonly before: readonly number[] }[];
  readonly sequences: readonly (readonly number[])[];
  /** By serial: the sequences it is in. */
  readonly sequencesOf: readonly (readonly number[])[];
  /** By requirement: the serials that could count for it; and by serial the requirements it could count for. */
  readonly reaching: readonly (readonly number[])[];
  readonly requirementsOf: readonly (readonly number[])[];
  /** By parity: the serials of each group it is counted in. */
  readonly parityGroups: readonly (readonly (readonly number[])[])[];
  /** By qualification: the serials that could qualify, and those that could ask for it. */
  readonly qualifying: readonly (readonly number[])[];
  readonly asking: readonly (readonly number[])[];
  /** By unit: with whom it must serve together how often. */
  readonly demandedPairs: readonly (readonly { readonly other: number; readonly times: number }[])[];
};

export function knowledgeOf(problem: PlanProblem, { near, goals = [] }: Guidance = {}): Knowledge {
  const { objectives, serials, scenarios, requirements, parities, qualifications, pairDemands, unitCount } = problem;
  const weigh = (id: PlanProblem['objectives'][number]) =>
    objectives.includes(id) ? 3 ** (objectives.length - objectives.indexOf(id) - 1) : 0;
  const points = serials.flatMap((facts, serial) => (facts.fixed === null ? [] : [{ serial, before: trainingBefore(problem, serial) }]));
  const awaited = new Set(points.flatMap((point) => point.before));
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
  return {
    problem,
    base: near === undefined ? undefined : { placed: placementsOf(problem, near.bookings), now: near.now },
    goals,
    partners: partnersOf(problem),
    ties: tiesOf(problem),
    weights: { continuity: weigh('continuity'), pairs: weigh('pairs'), load: weigh('load') },
    scenariosOf: serials.map((_, serial) => indexesOf(scenarios, ({ reserves }) => reserves.some((reserve) => reserve.serial === serial))),
    lateness: serials.map((_, serial) => (awaited.has(serial) ? weigh('slack') : 0) + weigh('end')),
    points,
    sequences,
    sequencesOf: serials.map((_, serial) => indexesOf(sequences, (sequence) => sequence.includes(serial))),
    reaching,
    requirementsOf: serials.map((_, serial) => indexesOf(reaching, (list) => list.includes(serial))),
    parityGroups: parities.map(({ scope, by }) => {
      const counted = serialsThat((serial) => serials[serial]?.team !== null && scope.couldMatch(serial));
      const groupsOf = (serial: number) =>
        by === 'overall' ? [''] : by === 'phase' ? [serials[serial]?.phase ?? ''] : (serials[serial]?.ownTasks ?? []);
      const groups = [...new Set(counted.flatMap(groupsOf))];
      return groups.map((group) => counted.filter((serial) => groupsOf(serial).includes(group)));
    }),
    qualifying: qualifications.map(({ needs }) => serialsThat((serial) => needs.couldMatch(serial))),
    asking: qualifications.map(({ before }) => serialsThat((serial) => before.couldMatch(serial))),
    demandedPairs: demanded,
  };
}

function indexesOf<T>(list: readonly T[], is: (item: T) => boolean): readonly number[] {
  return list.flatMap((item, index) => (is(item) ? [index] : []));
}

/** The training serials that must have ended before a serial: its predecessors, those that hard lags put before it, and theirs. */
export function trainingBefore(problem: PlanProblem, serial: number): readonly number[] {
  return [...allBefore(problem, serial, new Set())].filter((before) => problem.serials[before]?.kind === 'training').sort((a, b) => a - b);
}

function allBefore(problem: PlanProblem, serial: number, found: Set<number>): ReadonlySet<number> {
  const { serials, lags } = problem;
  const before = [...(serials[serial]?.after ?? [])];
  for (const lag of lags) {
    const isOrder = lag.relation === 'lag' && lag.price === null && !lag.sameUnitsOnly && lag.fromEnd && lag.toStart && lag.least >= 0;
    if (!isOrder || !lag.first.isOfTheDocument || !lag.second.isOfTheDocument) continue;
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
