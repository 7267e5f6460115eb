// The closer on a plan: the exact engine looks for better times of its teams and proves what it can. Its limit is counted in conflicts, so
// that the same plan comes out wherever the engine is installed; where it is not, the plan stays as the search left it.
import type { Exercise, ObjectiveKind } from '../exercise/index.ts';
import { type Aim, isAdoptable, latenessOf, type Planned, type PlanTimes, timesOfPlan, withSearchedEnd } from '../plan/index.ts';
import { closeTimes, type Engine, startEngine } from '../solvers/chuffed/index.ts';
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

/** The objectives that times decide about, in the document's order, until one is left open that those after it hang on. */
async function closed(closing: Closing, planned: Planned): Promise<ClosedPlan> {
  let now = planned;
  const told: Message[] = [];
  for (const kind of closing.exercise.setting.objectives) {
    if (kind !== 'end' && kind !== 'slack') continue;
    const times = timesOfPlan(closing.exercise, now.plan);
    const aim = times.aims[kind];
    if (aim === undefined || now.plan.objectives.some(({ id, proved }) => id === kind && proved)) continue;
    const found = await closedFor(closing, now, times, kind, aim);
    now = found.planned;
    told.push(...found.told);
  }
  return { planned: now, told };
}

async function closedFor(
  { engine, exercise, conflicts }: Closing,
  now: Planned,
  times: PlanTimes,
  kind: 'end' | 'slack',
  aim: Aim,
): Promise<ClosedPlan> {
  const known = isAdoptable(now.check) ? times.now : undefined;
  const answer = await closeTimes(engine, times.problem, { aim, effort: { conflicts }, now: known });
  const other = answer.times === undefined ? undefined : times.at(answer.times);
  const isBetter = other !== undefined && isAdoptable(other.check) && (!isAdoptable(now.check) || compared(other, now) < 0);
  let planned = isBetter ? other : now;
  const told: Message[] = [];
  if (isBetter) told.push({ key: 'app.closerBettered', values: { objective: kind, from: amountOf(now, kind), to: amountOf(other, kind) } });
  const reached = isBetter && answer.times !== undefined ? answer.times : known;
  const isClosed = answer.bound !== undefined && reached !== undefined && latenessOf(times.problem, aim, reached) <= answer.bound;
  if (times.isWhole && kind === 'end' && answer.bound !== undefined)
    planned = withSearchedEnd(exercise, planned, answer.bound, answer.conflicts);
  else told.push({ key: isClosed ? 'app.closerProvedForTeams' : 'app.closerOpen', values: { objective: kind } });
  return { planned, told };
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
