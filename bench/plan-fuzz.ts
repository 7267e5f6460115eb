// Tries the planner on many generated exercises of all sizes and tightness: what the search calls complete the checker must pass, what it
// leaves open must be what is not held or not met, and nothing that has a plan may be called impossible.
//   node bench/plan-fuzz.ts --seeds 1..10000 [--iterations N] [--json]
import { parseArgs } from 'node:util';
import { type Random, randomFor } from '../src/kernel/index.ts';
import {
  brokenByBookings,
  checkPlan,
  exerciseFrom,
  generate,
  type Plan,
  plainMould,
  startPlanning,
  whyImpossible,
} from '../src/plan/index.ts';
import { isComplete, table } from './plan-run.ts';

const { values: given } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1..200' },
    iterations: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});
const [from = 1, to = from] = given.seeds.split('..').map(Number);
const iterations = Number(given.iterations);

/** Mostly small, since the small have all clauses too; a few as large as national drills. */
function sizeOf(seed: number, random: Random): number {
  if (seed % 500 === 0) return 400;
  if (seed % 50 === 0) return 120;
  return random.pick([4, 8, 8, 10, 12, 12, 16, 20, 24, 32, 40]);
}

/** One of so many is improved for all its iterations; the others end with their first complete plan. */
const improvedEvery = 4;

type Count = {
  exercises: number;
  planned: number;
  hiddenBroken: number;
  wronglyComplete: number;
  otherwiseBroken: number;
  calledImpossible: number;
};
const counts = new Map<string, Count>();
const failures: string[] = [];

/**
 * What an incomplete plan may lack: everything else it decides has to hold. Somebody whom a lifted serial tired counts as something missing until
 * that is mended.
 */
const mayLack = new Set([
  'mandatorySerialsAreHeld',
  'requirementsAreMet',
  'demandedPairsServeTogether',
  'partiesLeadEqually',
  'nobodyTakesPartUnqualified',
  'everybodyRests',
  'nobodyIsOnDutyTooLong',
]);

for (let seed = from; seed <= to; seed++) {
  const random = randomFor(String(seed), 'plan/fuzz');
  const serials = sizeOf(seed, random);
  const units = 4 + random.below(serials);
  const tightness = random.pick([0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1]);
  const { files, hidden } = generate(plainMould, { seed: `fuzz ${seed}`, serials, units, tightness });
  const exercise = exerciseFrom(files);
  const name = `seed ${seed}: ${serials} serials, ${units} units, tightness ${tightness}`;
  const count = counts.get(String(tightness)) ?? {
    exercises: 0,
    planned: 0,
    hiddenBroken: 0,
    wronglyComplete: 0,
    otherwiseBroken: 0,
    calledImpossible: 0,
  };
  counts.set(String(tightness), count);
  count.exercises++;
  const planning = startPlanning(exercise, { seed: '1', iterations, lanes: 1 });
  let isHeldComplete = false;
  for (;;) {
    const progress = planning.step();
    isHeldComplete = progress.isComplete;
    if (progress.isDone || (isHeldComplete && seed % improvedEvery > 0)) break;
  }
  const { plan, check } = planning.result();
  const witness: Plan = { ...plan, objectives: [], unmet: [], bookings: hidden };
  const broken = brokenByBookings(checkPlan(exercise, witness));
  if (broken.length > 0)
    fail(
      name,
      'hiddenBroken',
      broken.map(({ rule }) => rule),
    );
  const isPassed = isComplete(check);
  if (isPassed) count.planned++;
  const hard = brokenByBookings(check).map(({ rule }) => rule);
  if (isHeldComplete && !isPassed) fail(name, 'wronglyComplete', hard);
  else if (hard.some((rule) => !mayLack.has(rule))) fail(name, 'otherwiseBroken', hard);
  if (!isPassed && whyImpossible(exercise).length > 0) fail(name, 'calledImpossible', []);

  function fail(what: string, kind: keyof Count, rules: readonly string[]): void {
    count[kind]++;
    failures.push(`${what}: ${kind} ${[...new Set(rules)].join(', ')}`);
  }
}

const rows = [...counts].sort(([a], [b]) => Number(a) - Number(b)).map(([tightness, count]) => ({ tightness, ...count }));
if (given.json) console.log(JSON.stringify({ rows, failures }, null, 2));
else console.log(`${table(rows)}\n${failures.join('\n')}`);
if (failures.length > 0) process.exitCode = 1;
