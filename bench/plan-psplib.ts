// PSPLIB through our own model: an activity is a serial without a team and without a site, a resource is a pool, a unit of time is one step
// of the grid, and the objective is the earliest end. Reads the Patterson format: the numbers of activities and resources; the capacities;
// then for each activity its duration, its demands, how many follow it, and which (counted from 1).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Exercise } from '../src/exercise/index.ts';
import { isoFromMinute, minuteFromIso, minuteInstant } from '../src/kernel/index.ts';
import { exerciseFrom } from '../src/plan/index.ts';

export type Activity = { readonly duration: number; readonly demands: readonly number[]; readonly followers: readonly number[] };
export type Project = { readonly name: string; readonly capacities: readonly number[]; readonly activities: readonly Activity[] };

/** Minutes of a unit of time, which is also the grid. */
export const stepMinutes = 5;

export function readProject(name: string, text: string): Project {
  const numbers = text.split(/\s+/).filter(Boolean).map(Number);
  let at = 0;
  const next = () => {
    const value = numbers[at++];
    if (value === undefined || !Number.isInteger(value)) throw new Error(`${name}: a whole number is missing at position ${at}`);
    return value;
  };
  const some = (count: number) => Array.from({ length: count }, next);
  const [count, resources] = [next(), next()];
  const capacities = some(resources);
  const activities = Array.from({ length: count }, () => ({
    duration: next(),
    demands: some(resources),
    followers: some(next()).map((follower) => follower - 1),
  }));
  return { name, capacities, activities };
}

/** The project as an exercise. Activities without duration are only passed through: who follows them follows those before them. */
export function exerciseOf({ name, capacities, activities }: Project): Exercise {
  const start = minuteFromIso('2024-07-08T00:00Z');
  const horizon = activities.reduce((sum, { duration }) => sum + duration, 0);
  const real = activities.flatMap(({ duration }, index) => (duration > 0 ? [index] : []));
  const before = predecessors(activities);
  const named = (text: string) => ({ en: text });
  const iso = (steps: number) => isoFromMinute(minuteInstant(start + steps * stepMinutes));
  const setting = {
    code: name,
    name: named(name),
    from: iso(0),
    to: iso(horizon),
    zone: 'Z',
    languages: ['en'],
    participating: ['AAA'],
    owners: [],
    gridMinutes: stepMinutes,
    objectives: ['end'],
    simulated: true,
  };
  const content = {
    parties: { AAA: { name: named('A'), languages: ['en'] } },
    pools: Object.fromEntries(capacities.map((count, index) => [`R${index + 1}`, { name: named('R'), count }])),
    serials: Object.fromEntries(
      real.map((index) => {
        const { duration, demands } = activities[index] ?? { duration: 0, demands: [] };
        return [
          idOf(index),
          {
            name: named('A'),
            kind: 'rehearsal',
            run: `${duration * stepMinutes}min`,
            pools: demands.flatMap((count, resource) => (count > 0 ? [{ pool: `R${resource + 1}`, count }] : [])),
            after: [...realBefore(index, activities, before)].sort((a, b) => a - b).map(idOf),
          },
        ];
      }),
    ),
  };
  const release = { scale: ['OPEN'], folders: { shared: 'OPEN', excon: 'OPEN', parties: 'OPEN' } };
  return exerciseFrom([
    { path: 'shared/exercise.yaml', content: { exercise: setting } },
    { path: 'shared/release.yaml', content: { release } },
    { path: 'shared/project.yaml', content },
  ]);
}

const idOf = (index: number): string => `A${String(index + 1).padStart(3, '0')}`;

function predecessors(activities: readonly Activity[]): readonly (readonly number[])[] {
  const before = activities.map((): number[] => []);
  for (const [index, { followers }] of activities.entries()) for (const follower of followers) before[follower]?.push(index);
  return before;
}

function realBefore(index: number, activities: readonly Activity[], before: readonly (readonly number[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const one of before[index] ?? []) {
    if ((activities[one]?.duration ?? 0) > 0) found.add(one);
    else for (const earlier of realBefore(one, activities, before)) found.add(earlier);
  }
  return found;
}

export type Instance = { readonly project: Project; readonly best: number | undefined };

/** Every instance of a folder and those below, with its best known makespan where a `best-known.csv` there or above tells it. */
export function instancesIn(folder: string): readonly Instance[] {
  const known = bestKnown(resolve(folder));
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => basename(a).localeCompare(basename(b), 'en', { numeric: true }))
    .map((path) => ({ project: readProject(basename(path, '.txt'), readFileSync(path, 'utf8')), best: known.get(basename(path)) }));
}

function bestKnown(folder: string): ReadonlyMap<string, number> {
  const file = join(folder, 'best-known.csv');
  if (!existsSync(file)) return dirname(folder) === folder ? new Map() : bestKnown(dirname(folder));
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return new Map(
    lines.map((line) => {
      const [instance = '', best = ''] = line.split(',');
      return [basename(instance), Number(best)];
    }),
  );
}
