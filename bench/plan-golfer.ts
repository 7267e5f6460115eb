// The social golfer problem as pairs of our own model: players are units of a party each, a group of a week is a serial of that day, and the
// objective is the distinct pairs that were in one team. g-s-w: g groups of s players in each of w weeks; it is solved where no two players
// meet twice, which is when the pairs are as many as the groups hold.
import type { Exercise } from '../src/exercise/index.ts';
import { exerciseFrom } from '../src/plan/index.ts';
import { greedyPlan } from './plan-greedy.ts';
import type { Measured } from './plan-measures.ts';
import { isComplete, runPlanner } from './plan-run.ts';

export function golferExercise(groups: number, size: number, weeks: number): Exercise {
  const players = Array.from({ length: groups * size }, (_, index) => index);
  const letter = (index: number) => String.fromCharCode(65 + (index % 26));
  const party = (player: number) => `${letter(Math.floor(player / 26))}${letter(player)}X`;
  const named = (text: string) => ({ en: text });
  const two = (number: number) => String(number + 1).padStart(2, '0');
  const setting = {
    code: `GOLFER-${groups}-${size}-${weeks}`,
    name: named('Social golfers'),
    from: '2024-07-08T00:00Z',
    to: `2024-07-${two(7 + weeks)}T00:00Z`,
    zone: 'Z',
    languages: ['en'],
    participating: players.map(party),
    owners: [],
    gridMinutes: 60,
    objectives: ['pairs'],
    simulated: true,
  };
  const days = Array.from({ length: weeks }, (_, week) => `2024-07-${two(7 + week)}`);
  const content = {
    parties: Object.fromEntries(players.map((player) => [party(player), { name: named(party(player)), languages: ['en'] }])),
    units: Object.fromEntries(
      players.map((player) => [
        `P${two(player)}`,
        { party: party(player), name: named(`Player ${player + 1}`), strength: 1, languages: ['en'] },
      ]),
    ),
    sites: { COURSE: { name: named('Course'), position: { latitude: 52, longitude: 23 }, facilities: [], capacity: { serials: groups } } },
    serials: Object.fromEntries(
      days.flatMap((day, week) =>
        Array.from({ length: groups }, (_, group) => [
          `W${two(week)}-G${two(group)}`,
          {
            name: named('Group'),
            kind: 'training',
            run: '60min',
            startsFrom: `${day}T08:00Z`,
            endsBy: `${day}T09:00Z`,
            sites: ['COURSE'],
            team: { units: { least: size, most: size } },
          },
        ]),
      ),
    ),
  };
  const release = { scale: ['OPEN'], folders: { shared: 'OPEN', excon: 'OPEN', parties: 'OPEN' } };
  return exerciseFrom([
    { path: 'shared/exercise.yaml', content: { exercise: setting } },
    { path: 'shared/release.yaml', content: { release } },
    { path: 'shared/players.yaml', content },
  ]);
}

export function measureGolfers(names: readonly string[], seconds: number, seed: string): Measured {
  const rows = names.map((name) => {
    const [groups = 0, size = 0, weeks = 0] = name.split('-').map(Number);
    const exercise = golferExercise(groups, size, weeks);
    const { plan, check, seconds: used, tries } = runPlanner(exercise, seed, seconds, 1);
    const greedy = greedyPlan(exercise, seconds).check;
    const held = (weeks * groups * size * (size - 1)) / 2;
    const pairs = isComplete(check) ? (plan.objectives[0]?.value ?? 0) : null;
    return {
      'g-s-w': name,
      'pairs the groups hold': held,
      pairs,
      bound: plan.objectives[0]?.bound ?? null,
      solved: pairs === held ? 1 : 0,
      greedy: isComplete(greedy) ? (greedy.objectives[0]?.value ?? 0) : null,
      seconds: Math.round(100 * used) / 100,
      tries,
    };
  });
  return { rows, summary: [{ problems: rows.length, solved: rows.filter(({ solved }) => solved === 1).length }] };
}
