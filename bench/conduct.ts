// Measures the conduct core without hashing and storage: decide, stamp and fold, on the command mix of a rehearsed exercise; then with 2,000
// injects and 100,000 earlier events. Medians of interleaved pairs in one run.
// Run: node bench/conduct.ts [--pairs N]
import { parseArgs } from 'node:util';
import {
  type Command,
  type Conduct,
  decide,
  evolve,
  inOrder,
  type LoggedEvent,
  noConduct,
  routesOf,
  stampOf,
} from '../src/conduct/index.ts';
import { benchCommands, benchExercise, startsAt } from './conduct-mix.ts';

const { values } = parseArgs({ options: { pairs: { type: 'string', default: '9' }, profile: { type: 'string' } } });
const pairs = Number(values.pairs);

type Counts = { commands: number; events: number; refused: number };
type Times = { seconds: number; cpuSeconds: number };

/** By the clock, and by the processor time of the whole process, collector included, for a machine that others use too. */
function timed(what: () => void): Times {
  const cpu = process.cpuUsage();
  const start = performance.now();
  what();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (user + system) / 1_000_000 };
}

/** Gives commands to a conduct, as a dry run does. */
function drive(conduct: Conduct, commands: readonly Command[], counts: Counts): void {
  for (const command of commands) {
    const decision = decide(command, conduct);
    counts.commands++;
    if (decision.outcome.kind === 'refused') counts.refused++;
    if (decision.change.length === 0) continue;
    const { time, exerciseTime, authorIn } = stampOf(command, conduct);
    let sequence = 0;
    for (const { stream, event } of inOrder(decision.change)) {
      const logged: LoggedEvent = { stream, origin: 'bench', sequence: ++sequence, time, exerciseTime, author: authorIn(stream), event };
      evolve(conduct, logged);
      counts.events++;
    }
  }
}

const small = benchExercise(36, 80);
const smallRoutes = routesOf(small);
const smallCommands = Array.from({ length: 10 }, (_, run) => benchCommands(small, smallRoutes.deliveryOf, { talk: 4, seed: `run-${run}` }));

/** Ten whole dry runs, each of a conduct of its own. */
function dryRuns(): Counts & Times {
  const counts = { commands: 0, events: 0, refused: 0 };
  const seconds = timed(() => {
    for (const commands of smallCommands) drive(noConduct(small, smallRoutes), commands, counts);
  });
  return { ...counts, ...seconds };
}

const large = benchExercise(40, 2000);
const largeRoutes = routesOf(large);
const earlier = benchCommands(large, largeRoutes.deliveryOf, { talk: 190, seed: 'earlier', injects: [0, 1000] });
const last = earlier.at(-1)?.at ?? startsAt;
const later = benchCommands(large, largeRoutes.deliveryOf, { talk: 40, seed: 'later', begun: true, from: last, injects: [1000, 2000] });

/** The commands after 100,000 events. */
function longConduct(): Counts & Times & { before: number } {
  const conduct = noConduct(large, largeRoutes);
  const before = { commands: 0, events: 0, refused: 0 };
  drive(conduct, earlier, before);
  const counts = { commands: 0, events: 0, refused: 0 };
  const seconds = timed(() => drive(conduct, later, counts));
  return { ...counts, ...seconds, before: before.events };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

for (let warm = 0; warm < 3; warm++) {
  dryRuns();
  longConduct();
}
const short: ReturnType<typeof dryRuns>[] = [];
const long: ReturnType<typeof longConduct>[] = [];
for (let pair = 0; pair < pairs; pair++) {
  short.push(dryRuns());
  long.push(longConduct());
}
const row = (name: string, runs: readonly (Counts & Times)[], wanted: number) => {
  const [one] = runs;
  return {
    what: name,
    'commands/s': Math.round(median(runs.map(({ commands, seconds }) => commands / seconds))),
    'per cpu second': Math.round(median(runs.map(({ commands, cpuSeconds }) => commands / cpuSeconds))),
    wanted,
    'events/s': Math.round(median(runs.map(({ events, seconds }) => events / seconds))),
    commands: one?.commands,
    events: one?.events,
    refused: one?.refused,
  };
};
console.table([row('dry runs, 80 injects', short, 300_000), row(`2,000 injects, ${long[0]?.before} events before`, long, 200_000)]);
