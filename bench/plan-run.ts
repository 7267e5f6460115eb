// One measured run of the planner: so many seconds of processor time in one thread, because the machine is shared; when the first complete
// plan was there, and what was reached.
import type { Exercise } from '../src/exercise/index.ts';
import { brokenByBookings, type Guidance, type Plan, type PlanCheck, startPlanning } from '../src/plan/index.ts';

export type Run = {
  readonly plan: Plan;
  readonly check: PlanCheck;
  /** Seconds until the first plan with nothing hard missing; null where there was none. */
  readonly first: number | null;
  /** Seconds used; fewer than allowed where the first objective was proved before. */
  readonly seconds: number;
  readonly tries: number;
};

export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

export function runPlanner(exercise: Exercise, seed: string, seconds: number, lanes: number, guidance: Guidance = {}): Run {
  const began = cpuSeconds();
  const spent = () => cpuSeconds() - began;
  const planning = startPlanning(exercise, { seed, iterations: Number.MAX_SAFE_INTEGER, lanes, guidance });
  const { objectives } = exercise.setting;
  const isProvable = objectives[0] === 'end' && objectives.length === 1;
  // A certificate costs as much as very many tries: it is asked for at once where the search knows itself at its end, else late and seldom.
  let nextProof = seconds / 2;
  let hasNews = false;
  let complete: number | null = null;
  let tries = 0;
  while (spent() < seconds) {
    const progress = planning.step();
    tries = progress.tries;
    if (progress.isComplete && complete === null) complete = spent();
    hasNews ||= progress.hasImproved;
    if (!isProvable || !hasNews || !progress.isComplete || (spent() < nextProof && !progress.isLeast)) continue;
    hasNews = false;
    const asked = spent();
    if (planning.result().plan.objectives[0]?.proved === true) break;
    nextProof = spent() + 2 * (spent() - asked);
  }
  const used = spent();
  const { plan, check } = planning.result();
  return { plan, check, first: complete, seconds: used, tries };
}

export const isComplete = (check: PlanCheck): boolean => brokenByBookings(check).length === 0;

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Rows as a table with a head, columns as wide as they need to be, numbers to the right. */
export function table(rows: readonly Readonly<Record<string, string | number | null>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '-' : typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => text(row[column]).length)));
  const line = (cells: readonly string[], isRight: (column: number) => boolean) =>
    cells.map((cell, column) => (isRight(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ');
  const isNumber = (column: number) => rows.some((row) => typeof row[columns[column] ?? ''] === 'number');
  return [
    line(columns, isNumber),
    ...rows.map((row) =>
      line(
        columns.map((column) => text(row[column])),
        isNumber,
      ),
    ),
  ].join('\n');
}
