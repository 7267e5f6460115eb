// The closer on a plan: the exact engine looks for better times of its teams and proves what it can. Its limit is counted in conflicts, so
// that the same plan comes out wherever the engine is installed; where it is not, the plan stays as the search left it.
import type { Exercise, ObjectiveKind } from '../exercise/index.ts';
import {
  type Guidance,
  isAdoptable,
  latenessOf,
  type Planned,
  planAtStands,
  planExercise,
  problemFrom,
  proofOf,
  timesOfPlan,
  withSearchedBound,
} from '../plan/index.ts';
import { closeTimes, closeWhole, closeWishes, type Engine, raisedBound, raisedWholeBound, startEngine } from '../solvers/chuffed/index.ts';
import type { Message } from '../words/index.ts';
import type { Progress } from './use-cases.ts';

export type ClosedPlan = { readonly planned: Planned /** What was bettered, proved or left open. */; readonly told: readonly Message[] };

type Closing = { readonly engine: Engine; readonly exercise: Exercise; readonly conflicts: number };

export async function closePlan(
  exercise: Exercise,
  planned: Planned,
  { conflicts }: { readonly conflicts: number },
  progress: Progress,
): Promise<ClosedPlan> {
  progress({ key: 'app.closing', values: {} });
  const engine = await startEngine();
  if (engine === undefined) return { planned, told: [{ key: 'app.closerAbsent', values: {} }] };
  try {
    return await closed({ engine, exercise, conflicts }, planned);
  } finally {
    await engine.close();
  }
}

/** So many of the engine's solutions are tried as plans. */
const mostTried = 20;

/** Up to so many serials all is asked at once, teams included; above, the times of the teams there are. */
const mostAtOnce = 60;

/** Up to so many serials wishes and teams are asked about: above, the engine was seen to find nothing in minutes. */
const mostWished = 24;

/** The objectives that the engine knows of, in the document's order. */
async function closed(closing: Closing, planned: Planned): Promise<ClosedPlan> {
  let now = planned;
  const told: Message[] = [];
  for (const kind of closing.exercise.setting.objectives) {
    if (kind === 'pairs' || kind === 'load') continue;
    const isOfWishes = kind === 'price' || kind === 'continuity';
    if (isOfWishes && closing.exercise.serials.list.length > mostWished) continue;
    const isProved = () => now.plan.objectives.some((result) => result.id === kind && proofOf(result) !== 'none');
    if (isProved()) continue;
    const before = amountOf(now, kind);
    const wasAdoptable = isAdoptable(now.check);
    let isClosedForTeams = false;
    if (isOfWishes) now = await closedWishes(closing, now, kind);
    else {
      const forTeams = await closedTimes(closing, now, kind);
      isClosedForTeams = forTeams.isClosed;
      now = forTeams.planned;
      if (!isProved()) now = await closedAtOnce(closing, now, kind);
      if (!isProved()) now = await closedFromBelow(closing, now, kind);
    }
    const after = amountOf(now, kind);
    if (wasAdoptable && before !== after) told.push({ key: `app.closerBettered.${kind}`, values: { from: before, to: after } });
    if (!isProved()) told.push({ key: `app.${isClosedForTeams ? 'closerProvedForTeams' : 'closerOpen'}.${kind}`, values: {} });
  }
  return { planned: now, told };
}

/** Better times for the teams there are, or that there are none. */
async function closedTimes(
  { engine, exercise, conflicts }: Closing,
  now: Planned,
  kind: 'end' | 'slack',
): Promise<{ readonly planned: Planned; readonly isClosed: boolean }> {
  const times = timesOfPlan(exercise, now.plan);
  const aim = times.aims[kind];
  if (aim === undefined) return { planned: now, isClosed: false };
  const known = isAdoptable(now.check) ? times.now : undefined;
  const answer = await closeTimes(engine, times.problem, { aim, effort: { conflicts }, now: known });
  const planned = answer.times === undefined ? now : better(times.at(answer.times), now);
  const reached = planned === now ? known : answer.times;
  const isClosed = answer.bound !== undefined && reached !== undefined && latenessOf(times.problem, aim, reached) <= answer.bound;
  if (!times.isWhole || kind !== 'end' || answer.bound === undefined || !isAdoptable(planned.check)) return { planned, isClosed };
  const bound = answer.bound - exercise.setting.from.at;
  return { planned: withSearchedBound(exercise, planned, 'end', bound, answer.conflicts), isClosed };
}

/** A plan that the search makes of what the engine would book, and what no plan passes; the earlier objectives no worse. */
async function closedWishes({ engine, exercise, conflicts }: Closing, now: Planned, kind: 'price' | 'continuity'): Promise<Planned> {
  const problem = problemFrom(exercise);
  if (!isAdoptable(now.check)) return now;
  const { objectives } = exercise.setting;
  const earlier = objectives.slice(0, objectives.indexOf(kind));
  const kept = (id: 'price' | 'slack') => (earlier.includes(id) ? amountOf(now, id) : undefined);
  const limits = { price: kept('price'), slack: kept('slack') };
  const answer = await closeWishes(engine, problem, { kind, known: amountOf(now, kind), ...limits, effort: { conflicts } });
  const levels = earlier.map((id) => ({ id, level: amountOf(now, id) }));
  let planned = now;
  for (const bookings of answer.bookings.slice(0, mostMended)) {
    const open = { ...now, plan: { ...now.plan, bookings } };
    planned = better(mended(exercise, open, answer.bound === undefined ? levels : [...levels, { id: kind, level: answer.bound }]), planned);
    if (amountOf(planned, kind) === answer.bound) break;
  }
  return answer.bound === undefined ? planned : withSearchedBound(exercise, planned, kind, answer.bound, answer.conflicts);
}

/** A better plan where the engine would have its serials stand, and a bound over all plans. */
async function closedAtOnce({ engine, exercise, conflicts }: Closing, now: Planned, kind: 'end' | 'slack'): Promise<Planned> {
  const problem = problemFrom(exercise);
  if (problem.serials.length > mostAtOnce) return now;
  const known = isAdoptable(now.check) ? amountOf(now, kind) : undefined;
  const answer = await closeWhole(engine, problem, { kind, known, effort: { conflicts } });
  let planned = now;
  // The best are the least likely to leave room for what the model does not see: these are mended.
  for (const [index, stands] of answer.stands.slice(0, mostTried).entries()) {
    const there = planAtStands(exercise, now.plan, stands);
    const level = answer.bound ?? (known === undefined ? undefined : known + (kind === 'end' ? -1 : 1));
    const goals = level === undefined ? [] : [{ id: kind, level }];
    planned = better(isAdoptable(there.check) || index >= mostMended ? there : mended(exercise, there, goals), planned);
    if (planned !== now && (index >= mostMended - 1 || amountOf(planned, kind) === answer.bound)) break;
  }
  if (answer.bound === undefined || !isAdoptable(planned.check)) return planned;
  return withSearchedBound(exercise, planned, kind, answer.bound, answer.conflicts);
}

/** So many of them are mended where they leave something open, by so many tries of the search. */
const mostMended = 3;
const triesToMend = 40;

type Goals = NonNullable<Guidance['goals']>;

/** The plan that the search makes of one in which something is open, as good as these levels where it can be. */
function mended(exercise: Exercise, open: Planned, goals: Goals): Planned {
  const { seed, iterations, lanes, bookings } = open.plan;
  const { plan, check } = planExercise(exercise, { seed, iterations: triesToMend, lanes: 1, guidance: { from: bookings, goals } });
  return { plan: { ...plan, seed, iterations, lanes }, check };
}

/** What is spent on each step towards what is reached, of what is spent on a whole question. */
const shareOfStep = 0.25;

/** A bound over all plans, raised step by step, where the question for the best was too much at once. */
async function closedFromBelow({ engine, exercise, conflicts }: Closing, now: Planned, kind: 'end' | 'slack'): Promise<Planned> {
  const known = now.plan.objectives.find(({ id }) => id === kind);
  const problem = problemFrom(exercise);
  const effort = { conflicts: Math.ceil(conflicts * shareOfStep) };
  if (!isAdoptable(now.check) || known?.bound == null) return now;
  const from = known.searched?.amount ?? known.bound;
  const times = timesOfPlan(exercise, now.plan);
  const aim = times.aims[kind];
  if (times.isWhole && kind === 'end' && aim !== undefined) {
    const start = exercise.setting.from.at;
    const range = { from: start + from, until: start + known.value };
    const raised = await raisedBound(engine, times.problem, { aim, ...range, effort });
    return withSearchedBound(exercise, now, kind, raised.bound - start, raised.conflicts);
  }
  if (problem.serials.length > mostAtOnce) return now;
  const raised = await raisedWholeBound(engine, problem, { kind, from, until: known.value, effort });
  return withSearchedBound(exercise, now, kind, raised.bound, raised.conflicts);
}

/** The first where it is adoptable and better, by the objectives in the document's order; what is claimed of the other holds of it too. */
function better(one: Planned, other: Planned): Planned {
  if (!isAdoptable(one.check)) return other;
  return !isAdoptable(other.check) || compared(one, other) < 0 ? withClaimsOf(one, other) : other;
}

/** What was claimed of a plan, up to the first objective in which a better one differs: what comes before each claim is as good there. */
function withClaimsOf(planned: Planned, other: Planned): Planned {
  const before = other.plan.objectives;
  const differs = planned.plan.objectives.findIndex(({ value }, index) => Math.abs(value - (before[index]?.value ?? value)) > 1e-6);
  const objectives = planned.plan.objectives.map((result, index) => {
    const searched = index <= differs ? before[index]?.searched : undefined;
    return searched === undefined ? result : { ...result, searched };
  });
  return { ...planned, plan: { ...planned.plan, objectives } };
}

const amountOf = ({ plan }: Planned, kind: ObjectiveKind): number => plan.objectives.find(({ id }) => id === kind)?.value ?? 0;

/** Below zero where the first plan is better, by the objectives in the document's order. */
function compared(one: Planned, other: Planned): number {
  for (const [index, { id, value }] of one.plan.objectives.entries()) {
    const apart = value - (other.plan.objectives[index]?.value ?? value);
    const isLess = id === 'price' || id === 'load' || id === 'end';
    if (Math.abs(apart) > 1e-6) return isLess ? apart : -apart;
  }
  return 0;
}
