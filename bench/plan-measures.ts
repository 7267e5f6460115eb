// What is measured: PSPLIB instances with their gap to the best known makespan, and generated exercises with their distance to the bounds,
// each beside a plain greedy planner.
import type { Exercise, ObjectiveKind } from '../src/exercise/index.ts';
import { exerciseFrom, generate, type Plan, type PlanCheck, plainMould } from '../src/plan/index.ts';
import { greedyPlan } from './plan-greedy.ts';
import { exerciseOf, instancesIn, stepMinutes } from './plan-psplib.ts';
import { isComplete, mean, median, type Run, runPlanner } from './plan-run.ts';

type Row = Readonly<Record<string, string | number | null>>;
export type Measured = { readonly rows: readonly Row[]; readonly summary: readonly Row[] };

const share = (count: number, of: number): number => Math.round((1000 * count) / Math.max(1, of)) / 10;
const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;
const percent = (value: number | null): number => (value === null ? Number.NaN : rounded(100 * value));

/** Makespans in the instance's own units of time; gaps in per cent of the best known. */
export function measurePsplib(
  folder: string,
  { seconds, lanes, limit, seed }: { readonly seconds: number; readonly lanes: number; readonly limit: number; readonly seed: string },
): Measured {
  const rows = instancesIn(folder)
    .slice(0, limit)
    .map(({ project, best }) => {
      const exercise = exerciseOf(project);
      const { plan, check, seconds: used, tries } = runPlanner(exercise, seed, seconds, lanes);
      const [end] = plan.objectives;
      const found = isComplete(check) && end !== undefined ? end.value / stepMinutes : null;
      const bound = end?.bound == null ? null : end.bound / stepMinutes;
      const greedy = greedyPlan(exercise, seconds).check;
      const first = isComplete(greedy) ? (greedy.objectives[0]?.value ?? 0) / stepMinutes : null;
      const gapTo = (value: number | null) => (best === undefined || value === null ? null : percent((value - best) / best));
      return {
        instance: project.name,
        best: best ?? null,
        found,
        bound,
        proved: end?.proved === true ? 1 : 0,
        gap: gapTo(found),
        greedy: first,
        'greedy gap': gapTo(first),
        seconds: rounded(used),
        tries,
      };
    });
  const sets = [...new Set(rows.map(({ instance }) => instance.replace(/_.*$/, '')))];
  const summary = sets.map((set): Row => {
    const own = rows.filter(({ instance }) => instance.replace(/_.*$/, '') === set);
    return {
      set,
      instances: own.length,
      'gap %': rounded(mean(own.flatMap(({ gap }) => gap ?? [])), 3),
      'at best known %': share(own.filter(({ found, best }) => best !== null && found !== null && found <= best).length, own.length),
      'proved %': share(own.filter(({ proved }) => proved === 1).length, own.length),
      'greedy gap %': rounded(mean(own.flatMap((row) => row['greedy gap'] ?? [])), 3),
      'not planned': own.filter(({ found }) => found === null).length,
    };
  });
  return { rows, summary };
}

export type GeneratedOptions = {
  readonly serials: number;
  readonly units: number;
  readonly tightness: number;
  readonly seeds: readonly number[];
  readonly seconds: number;
  readonly lanes: number;
  readonly objectives: readonly ObjectiveKind[] | undefined;
};

const isLess = (id: ObjectiveKind): boolean => id === 'price' || id === 'load' || id === 'end';

/** How far an objective is from its bound, in per cent of what is compared: for the end, of bound less earliest start. */
function gapOf(id: ObjectiveKind, value: number, bound: number | null, earliest: number): number | null {
  if (bound === null) return null;
  const apart = isLess(id) ? value - bound : bound - value;
  const whole = id === 'end' ? bound - earliest : bound;
  if (apart === 0) return 0;
  // Of nothing, nothing is a part.
  return whole > 0 ? percent(apart / whole) : null;
}

/** Minutes from the start of the exercise to the first start in a plan. */
function earliestStart({ setting }: Exercise, { bookings }: Plan): number {
  return Math.min(...bookings.flatMap(({ start }) => start ?? [])) - setting.from.at;
}

export function measureGenerated({ seeds, seconds, lanes, objectives, ...size }: GeneratedOptions): Measured {
  const rows = seeds.map((seed): Row => {
    const { files } = generate(plainMould, { ...size, seed: String(seed), ...(objectives === undefined ? {} : { objectives }) });
    const exercise = exerciseFrom(files);
    const { plan, check, first, seconds: used, tries } = runPlanner(exercise, '1', seconds, lanes);
    const greedy = greedyPlan(exercise, seconds).check;
    const atPrice = slackAtPrice(exercise, priceOf(greedy), seconds, lanes);
    const values = plan.objectives.flatMap(({ id, value, bound }): [string, number | null][] => [
      [id, rounded(value)],
      [`${id} gap`, gapOf(id, value, bound, earliestStart(exercise, plan))],
    ]);
    return {
      seed,
      complete: isComplete(check) ? 1 : 0,
      first: first === null ? null : rounded(first),
      'hard broken': check.violations.filter(({ price }) => price === null).length,
      unheld: unheld(check),
      ...Object.fromEntries(values),
      'greedy complete': isComplete(greedy) ? 1 : 0,
      'greedy unheld': unheld(greedy),
      'greedy price': priceOf(greedy),
      'slack over greedy': slackOver(check, greedy),
      'slack over greedy at its price': slackOver(atPrice?.check, greedy),
      'most slack over greedy': mostOver(atPrice, greedy),
      seconds: rounded(used),
      tries,
    };
  });
  return { rows, summary: [summaryOf(rows)] };
}

const reachedIn = ({ objectives }: PlanCheck, kind: ObjectiveKind) => objectives.find(({ id }) => id === kind)?.value;
const priceOf = (check: PlanCheck): number | null => reachedIn(check, 'price') ?? null;

/**
 * The plan with the most slack found of those that pay no more than a price. The greedy planner asks for no wish at all: where prices come
 * before slack ours pays less for less slack, and only at the greedy planner's price the slack of both says the same.
 */
function slackAtPrice(exercise: Exercise, level: number | null, seconds: number, lanes: number): Run | undefined {
  const { objectives } = exercise.setting;
  if (level === null || !objectives.includes('slack')) return undefined;
  const order = ['slack' as const, ...objectives.filter((id) => id !== 'slack')];
  const run = runPlanner(exercise, '1', seconds, lanes, { order, goals: [{ id: 'price', level }] });
  return (priceOf(run.check) ?? level) > level ? undefined : run;
}

/** How much more slack than the greedy planner the bound leaves to every plan at that price, in per cent. */
function mostOver(run: Run | undefined, greedy: PlanCheck): number | null {
  const bound = run?.plan.objectives.find(({ id }) => id === 'slack')?.bound ?? null;
  const theirs = reachedIn(greedy, 'slack');
  return bound === null || theirs === undefined || theirs <= 0 || !isComplete(greedy) ? null : percent((bound - theirs) / theirs);
}

/** How much more slack than the greedy planner has, in per cent, where both hold everything that must be held. */
function slackOver(check: PlanCheck | undefined, greedy: PlanCheck): number | null {
  if (check === undefined) return null;
  const [ours, theirs] = [reachedIn(check, 'slack'), reachedIn(greedy, 'slack')];
  if (!isComplete(check) || !isComplete(greedy) || ours === undefined || theirs === undefined || theirs <= 0) return null;
  return percent((ours - theirs) / theirs);
}

const unheld = (check: PlanCheck): number => check.violations.filter(({ rule }) => rule === 'mandatorySerialsAreHeld').length;

function summaryOf(rows: readonly Row[]): Row {
  const numbers = (column: string) =>
    rows.flatMap((row) => (typeof row[column] === 'number' && !Number.isNaN(row[column]) ? [row[column]] : []));
  const gaps = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => column.endsWith(' gap'));
  return {
    exercises: rows.length,
    'complete %': share(
      numbers('complete').reduce((sum, one) => sum + one, 0),
      rows.length,
    ),
    'median first': median(rows.map(({ first }) => (typeof first === 'number' ? first : Number.POSITIVE_INFINITY))),
    'greedy complete %': share(
      numbers('greedy complete').reduce((sum, one) => sum + one, 0),
      rows.length,
    ),
    'median slack over greedy %': rounded(median(numbers('slack over greedy'))),
    'median slack over greedy at its price %': rounded(median(numbers('slack over greedy at its price'))),
    'median most slack over greedy %': rounded(median(numbers('most slack over greedy'))),
    ...Object.fromEntries(
      gaps.flatMap((column) => [
        [`median ${column} %`, rounded(median(numbers(column)))],
        [`at ${column.replace(' gap', ' bound')} %`, share(numbers(column).filter((gap) => gap === 0).length, rows.length)],
      ]),
    ),
  };
}
