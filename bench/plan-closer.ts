// Generated exercises with the closer as `entente plan --closer` asks it, by its count of conflicts. PSPLIB with the closer: our own search first, whose best is the closer's upper bound; the closer has the rest of the time. Seconds are those
// of the processor, of our thread and of the engine's, because the machine is shared; the engine is started once and kept warm.
import { closePlan } from '../src/app/plan-closer.ts';
import type { Exercise } from '../src/exercise/index.ts';
import { isAdoptable, type Plan, planExercise, proofOf, startPlanning, timesOfPlan } from '../src/plan/index.ts';
import { closeTimes, type Engine, startEngine } from '../src/solvers/chuffed/index.ts';
import type { Measured } from './plan-measures.ts';
import { exerciseOf, type Instance, instancesIn, stepMinutes } from './plan-psplib.ts';
import { cpuSeconds, mean, median } from './plan-run.ts';

export type ClosedRow = {
  readonly instance: string;
  readonly best: number | null;
  /** What the search alone found, and what stands at the end; in the instance's own units of time. */
  readonly searched: number | null;
  readonly found: number | null;
  readonly bound: number | null;
  readonly proved: 0 | 1;
  readonly gap: number | null;
  readonly conflicts: number;
  readonly seconds: number;
  readonly said: string;
};

/** The share of the time that the search has before the closer, and the most of it in seconds. */
const searchShare = 0.2;
const searchMost = 1.5;

export async function measureClosed(
  folder: string,
  { seconds, limit, seed }: { readonly seconds: number; readonly limit: number; readonly seed: string },
): Promise<Measured> {
  const engine = await startEngine();
  if (engine === undefined) throw new Error('the package minizinc is not installed; npm install brings it');
  // What every later run would otherwise pay for once: the code is made fast while it first runs.
  await engine.run('var 0..1: x :: output_var;\nsolve satisfy;\n', { effort: { conflicts: 1 } });
  const rows: ClosedRow[] = [];
  for (const instance of instancesIn(folder).slice(0, limit)) rows.push(await closed(engine, instance, seconds, seed));
  await engine.close();
  return { rows, summary: setsOf(rows).map(([set, own]) => summaryOf(set, own)) };
}

/** Tries of the search before the closer, in one lane; conflicts of each of its questions. */
const triesBefore = 20;
const conflictsEach = 10_000;

/** What stands before and after `--closer` for the first objective, and whether it is proved by facts or by the engine's word. */
export async function measureClosedGenerated(exercises: readonly (readonly [string, Exercise])[]): Promise<Measured> {
  const rows: (ReturnType<typeof rowOf> & { readonly exercise: string; readonly seconds: number })[] = [];
  for (const [name, exercise] of exercises) {
    const began = cpuSeconds();
    const searched = planExercise(exercise, { seed: '1', iterations: triesBefore, lanes: 1 });
    const { planned } = await closePlan(exercise, searched, { conflicts: conflictsEach }, () => {});
    rows.push({ exercise: name, ...rowOf(searched, planned), seconds: Math.round(100 * (cpuSeconds() - began)) / 100 });
  }
  const count = (isSo: (row: (typeof rows)[number]) => boolean) => rows.filter(isSo).length;
  const summary = {
    exercises: rows.length,
    'complete before': count(({ before }) => before !== null),
    'complete after': count(({ after }) => after !== null),
    'proved before': count((row) => row['proved before'] !== 'none'),
    'by facts after': count((row) => row['proved after'] === 'counted'),
    'by the engine after': count((row) => row['proved after'] === 'searched'),
    'median seconds': median(rows.map(({ seconds }) => seconds)),
  };
  return { rows, summary: [summary] };
}

function rowOf(searched: ReturnType<typeof planExercise>, closed: ReturnType<typeof planExercise>) {
  const of = ({ plan, check }: typeof searched) => {
    const [first] = plan.objectives;
    return first === undefined || !isAdoptable(check) ? { value: null, proof: 'none' } : { value: first.value, proof: proofOf(first) };
  };
  const [before, after] = [of(searched), of(closed)];
  return { before: before.value, 'proved before': before.proof, after: after.value, 'proved after': after.proof };
}

function setsOf(rows: readonly ClosedRow[]): readonly (readonly [string, readonly ClosedRow[]])[] {
  const setOf = ({ instance }: ClosedRow) => instance.replace(/_.*$/, '');
  return [...new Set(rows.map(setOf))].map((set) => [set, rows.filter((row) => setOf(row) === set)] as const);
}

function summaryOf(set: string, rows: readonly ClosedRow[]): Measured['summary'][number] {
  const share = (count: number) => Math.round((1000 * count) / rows.length) / 10;
  return {
    set,
    instances: rows.length,
    'gap %': Math.round(1000 * mean(rows.flatMap(({ gap }) => gap ?? []))) / 1000,
    'at best known %': share(rows.filter(({ found, best }) => best !== null && found !== null && found <= best).length),
    'proved %': share(rows.filter(({ proved }) => proved === 1).length),
    'bettered by the closer': rows.filter(({ searched, found }) => found !== null && (searched === null || found < searched)).length,
    'engine broke': rows.filter(({ said }) => said !== '').length,
    'median seconds': median(rows.map(({ seconds }) => seconds)),
    'most seconds': Math.max(...rows.map(({ seconds }) => seconds)),
  };
}

async function closed(engine: Engine, { project, best }: Instance, seconds: number, seed: string): Promise<ClosedRow> {
  const exercise = exerciseOf(project);
  const began = cpuSeconds();
  const planning = startPlanning(exercise, { seed, iterations: Number.MAX_SAFE_INTEGER, lanes: 1 });
  const most = Math.min(searchMost, seconds * searchShare);
  const bare = timesOfPlan(exercise, planning.result().plan);
  let isProved = false;
  let nextProof = 0;
  while (cpuSeconds() - began < most && !isProved) {
    planning.step();
    if (cpuSeconds() - began < nextProof) continue;
    nextProof = cpuSeconds() - began + 0.1;
    isProved = planning.result().plan.objectives[0]?.proved === true;
  }
  let { plan } = planning.result();
  const searched = endOf(plan);
  let bound = plan.objectives[0]?.bound ?? 0;
  let [conflicts, said] = [0, ''];
  if (!isProved) {
    const times = searched === null ? bare : timesOfPlan(exercise, plan);
    const left = Math.max(0.5, seconds - (cpuSeconds() - began));
    const aim = times.aims.end;
    if (aim === undefined) throw new Error(`${project.name}: nothing is to be timed`);
    const answer = await closeTimes(engine, times.problem, {
      aim,
      effort: { processorMilliseconds: left * 1000 },
      now: searched === null ? undefined : times.now,
    });
    if (answer.times !== undefined) {
      const planned = times.at(answer.times);
      if (planned.check.violations.length > 0) throw new Error(`${project.name}: the closer's schedule does not pass the check`);
      plan = planned.plan;
    }
    [conflicts, said] = [answer.conflicts, answer.said];
    bound = Math.max(bound, (answer.bound ?? 0) - times.problem.origin);
    isProved = endOf(plan) !== null && bound === (endOf(plan) ?? 0) * stepMinutes;
  }
  const found = endOf(plan);
  return {
    instance: project.name,
    best: best ?? null,
    searched,
    found,
    bound: bound / stepMinutes,
    proved: isProved ? 1 : 0,
    gap: best === undefined || found === null ? null : Math.round((1e4 * (found - best)) / best) / 100,
    conflicts,
    seconds: Math.round(100 * (cpuSeconds() - began)) / 100,
    said,
  };
}

function endOf({ objectives, bookings }: Plan): number | null {
  const [end] = objectives;
  return end === undefined || bookings.some(({ held }) => !held) ? null : end.value / stepMinutes;
}
