// Opponents on the same exercise in the same run: Chuffed, Gecode and HiGHS from the minizinc package, which read our statement of the whole
// problem in MiniZinc, and the plain greedy planner. The statement leaves out what cannot be said in it (who of those that fit supports,
// nights, parity, alternates), so that theirs is the easier problem, and a value of theirs need not be one of a plan. Our seconds are those of the processor;
// theirs are of the clock, because not all of them end by any other, and twice as many, because the machine is shared.
import type { ObjectiveKind } from '../src/exercise/index.ts';
import { exerciseFrom, generate, plainMould, problemFrom } from '../src/plan/index.ts';
import { type Engine, type SolverName, startEngine, wholeModel } from '../src/solvers/chuffed/index.ts';
import { greedyPlan } from './plan-greedy.ts';
import type { Measured } from './plan-measures.ts';
import { isComplete, median, runPlanner } from './plan-run.ts';

export type OpponentOptions = {
  readonly serials: number;
  readonly units: number;
  readonly tightness: number;
  readonly seeds: readonly number[];
  readonly seconds: number;
  readonly kind: 'end' | 'slack';
};

const opponents: readonly SolverName[] = ['chuffed', 'gecode', 'highs'];
type Row = Readonly<Record<string, string | number | null>>;

export async function measureOpponents({ seeds, seconds, kind, ...size }: OpponentOptions): Promise<Measured> {
  const engine = await startEngine();
  if (engine === undefined) throw new Error('the package minizinc is not installed; npm install brings it');
  const rows: Row[] = [];
  for (const seed of seeds) {
    const objectives: readonly ObjectiveKind[] = [kind, 'price'];
    const exercise = exerciseFrom(generate(plainMould, { ...size, seed: String(seed), objectives }).files);
    const { plan, check } = runPlanner(exercise, '1', seconds, 1);
    const greedy = greedyPlan(exercise, seconds).check;
    const [own] = plan.objectives;
    rows.push({
      seed,
      ours: isComplete(check) ? (own?.value ?? null) : null,
      bound: own?.bound ?? null,
      proved: own?.proved === true ? 1 : 0,
      greedy: isComplete(greedy) ? (greedy.objectives[0]?.value ?? null) : null,
      ...(await opponentsOn(engine, exercise, kind, seconds)),
    });
  }
  await engine.close();
  return { rows, summary: ['ours', 'greedy', ...opponents].map((name) => summaryOf(name, rows)) };
}

async function opponentsOn(
  engine: Engine,
  exercise: Parameters<typeof problemFrom>[0],
  kind: 'end' | 'slack',
  seconds: number,
): Promise<Row> {
  const problem = problemFrom(exercise);
  const [from, to] = problem.whole;
  const goal = { kind, atLeastAsGoodAs: kind === 'end' ? to : from - to, isBest: true } as const;
  const { text, latenessIn } = wholeModel(problem, goal, 'minizinc');
  const found: Record<string, number | null> = {};
  for (const solver of opponents) {
    const options = { solver, effort: { milliseconds: 2000 * seconds } } as const;
    const answer = text === undefined ? undefined : await engine.run(text, { ...options, freeSearch: solver === 'chuffed' });
    const late = answer?.values == null ? undefined : latenessIn(answer.values);
    found[solver] = late === undefined ? null : kind === 'end' ? late - from : -late;
    found[`${solver} proved`] = answer?.status === 'optimal' ? 1 : 0;
  }
  return found;
}

function summaryOf(name: string, rows: readonly Row[]): Row {
  const values = rows.flatMap((row) => (typeof row[name] === 'number' ? [row[name]] : []));
  const proofs = rows.filter((row) => row[name === 'ours' ? 'proved' : `${name} proved`] === 1).length;
  return {
    planner: name,
    'with a solution': values.length,
    of: rows.length,
    'median value': values.length === 0 ? null : median(values),
    proved: name === 'greedy' ? null : proofs,
  };
}
