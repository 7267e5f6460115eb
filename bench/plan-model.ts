// Measures the planner on the model exercise and on invented fortnights: time to the problem, to the first complete plan, to the default budget
// on one core, and what was reached.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentFrom, type SourceFile, sourceFile } from '../src/app/document.ts';
import type { Exercise } from '../src/exercise/index.ts';
import { aFortnight } from '../src/plan/a-fortnight.ts';
import { defaultIterations, defaultLanes, problemFrom, startPlanning } from '../src/plan/index.ts';

const cpuMilliseconds = () => process.cpuUsage().user / 1000;

type Row = {
  readonly problem: number;
  readonly first: number;
  readonly budget: number;
  readonly check: number;
  readonly hard: number;
  readonly values: string;
};

function measure(exercise: Exercise, seed: string): Row {
  const began = cpuMilliseconds();
  problemFrom(exercise);
  const problem = cpuMilliseconds() - began;
  const start = cpuMilliseconds();
  const planning = startPlanning(exercise, { seed, iterations: defaultIterations, lanes: defaultLanes });
  let first = Number.NaN;
  for (;;) {
    const { isDone, isComplete } = planning.step();
    if (isComplete && Number.isNaN(first)) first = cpuMilliseconds() - start;
    if (isDone) break;
  }
  const budget = cpuMilliseconds() - start;
  const { plan, check } = planning.result();
  const values = plan.objectives.map(
    ({ id, value, bound, proved }) =>
      `${id} ${Math.round(value * 100) / 100}${bound === null ? '' : `/${bound}`}${proved ? ' proved' : ''}`,
  );
  return {
    problem,
    first,
    budget,
    check: cpuMilliseconds() - start - budget,
    hard: check.violations.filter(({ price }) => price === null).length,
    values: values.join(', '),
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export function modelExercise(name: string): Exercise | undefined {
  const folder = fileURLToPath(new URL(`../examples/${name}/`, import.meta.url));
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry): SourceFile => {
      const path = `${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\/+/, '');
      return sourceFile(path, readFileSync(`${entry.parentPath}/${entry.name}`));
    });
  return documentFrom(files).exercise;
}

/** Prints a line for each document, and what each seed reached. */
export function measureModel(seeds: number): void {
  const documents: readonly (readonly [string, Exercise | undefined])[] = [
    ['model exercise', modelExercise('eagle-assault-2024')],
    ['fortnight, 24 units, 41 serials', aFortnight()],
    ['fortnight, 40 units, 80 serials', aFortnight({ units: 20, partTasks: 40 })],
  ];
  console.log(`CPU milliseconds on one core, medians of ${seeds} seeds; budget ${defaultIterations} iterations in ${defaultLanes} lanes`);
  console.log('document                         problem  first plan  whole budget  check  hard broken');
  for (const [name, exercise] of documents) {
    if (exercise === undefined) continue;
    const rows = Array.from({ length: seeds }, (_, seed) => measure(exercise, `bench-${seed}`));
    const column = (pick: (row: Row) => number, width: number) => String(Math.round(median(rows.map(pick)))).padStart(width);
    console.log(
      `${name.padEnd(33)}${column((row) => row.problem, 7)}${column((row) => row.first, 12)}${column((row) => row.budget, 14)}${column((row) => row.check, 7)}  ${rows.map(({ hard }) => hard).join(' ')}`,
    );
    for (const { values } of rows) console.log(`    ${values}`);
  }
}
