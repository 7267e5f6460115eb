// Measures the planner. Times are seconds of processor time in one thread.
//   npm run bench:plan -- --psplib DIR --seconds S [--closer] [--limit N] [--json]
//   npm run bench:plan -- --generated SERIALS --seeds A..B --tightness T --seconds S [--units N] [--objectives end,pairs] [--json]
//   npm run bench:plan -- --generated SERIALS --seeds A..B --opponents [--objectives slack] --seconds S
//   npm run bench:plan -- --generated SERIALS --seeds A..B --closer [--objectives end,price]
//   npm run bench:plan -- --speed 120,400 --seeds A..B
//   npm run bench:plan -- --front pairs,slack --generated SERIALS --seeds A..B [--model 1]
//   npm run bench:plan -- --replan SERIALS --seeds A..B --seconds S
//   npm run bench:plan -- --memory SERIALS --seeds A..B
//   npm run bench:plan -- --golfer 5-3-7,8-4-7 --seconds S
//   npm run bench:plan -- --model SEEDS
import { parseArgs } from 'node:util';
import { type Exercise, type ObjectiveKind, objectiveKinds } from '../src/exercise/index.ts';
import { exerciseFrom, generate, plainMould } from '../src/plan/index.ts';
import { measureClosed, measureClosedGenerated } from './plan-closer.ts';
import { measureFronts } from './plan-front.ts';
import { measureGolfers } from './plan-golfer.ts';
import { type Measured, measureGenerated, measurePsplib } from './plan-measures.ts';
import { measureMemory } from './plan-memory.ts';
import { measureModel, modelExercise } from './plan-model.ts';
import { measureOpponents } from './plan-opponents.ts';
import { measureReplanning } from './plan-replan.ts';
import { table } from './plan-run.ts';
import { measureSpeed } from './plan-speed.ts';

const { values: given } = parseArgs({
  options: {
    psplib: { type: 'string' },
    generated: { type: 'string' },
    memory: { type: 'string' },
    model: { type: 'string' },
    seconds: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1..5' },
    seed: { type: 'string', default: '1' },
    tightness: { type: 'string', default: '0.6' },
    units: { type: 'string' },
    objectives: { type: 'string' },
    lanes: { type: 'string', default: '1' },
    limit: { type: 'string', default: '100000' },
    opponents: { type: 'boolean', default: false },
    golfer: { type: 'string' },
    speed: { type: 'string' },
    front: { type: 'string' },
    replan: { type: 'string' },
    closer: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const seconds = Number(given.seconds);
const tightness = Number(given.tightness);
const lanes = Number(given.lanes);
const [from = 1, to = from] = given.seeds.split('..').map(Number);
const seeds = Array.from({ length: to - from + 1 }, (_, index) => from + index);
const serials = Number(given.generated);

function objectivesOf(text: string | undefined): readonly ObjectiveKind[] | undefined {
  return text?.split(',').map((name) => {
    const kind = objectiveKinds.find((one) => one === name);
    if (kind === undefined) throw new Error(`${name} is no objective; there are ${objectiveKinds.join(', ')}`);
    return kind;
  });
}

function print(what: string, { rows, summary }: Measured): void {
  if (given.json) console.log(JSON.stringify({ what, seconds, lanes, rows, summary }, null, 2));
  else console.log(`${what}\n\n${table(rows)}\n\n${table(summary)}`);
}

if (given.psplib !== undefined && given.closer)
  print(
    `PSPLIB with the closer, ${seconds} s`,
    await measureClosed(given.psplib, { seconds, limit: Number(given.limit), seed: given.seed }),
  );
else if (given.psplib !== undefined)
  print(`PSPLIB, ${seconds} s`, measurePsplib(given.psplib, { seconds, lanes, limit: Number(given.limit), seed: given.seed }));
else if (given.speed !== undefined)
  for (const size of given.speed.split(',').map(Number))
    print(`speed, ${size} serials, milliseconds`, measureSpeed({ serials: size, units: unitsFor(size), tightness, seeds }));
else if (given.memory !== undefined) {
  const size = Number(given.memory);
  print(`held while planning, ${size} serials`, measureMemory({ serials: size, units: unitsFor(size), tightness, seeds }));
} else if (given.replan !== undefined) {
  const size = Number(given.replan);
  print(
    `re-planned after losing a unit, ${size} serials, ${seconds} s`,
    measureReplanning({ serials: size, units: unitsFor(size), tightness, seeds, seconds }),
  );
} else if (given.front !== undefined) {
  const [first, second] = objectivesOf(given.front) ?? [];
  if (first === undefined || second === undefined) throw new Error('--front takes two objectives');
  const generated =
    given.generated === undefined ? [] : seeds.map((seed): readonly [string, Exercise] => [`seed ${seed}`, generatedOf(seed)]);
  const model = given.model === undefined ? undefined : modelExercise('eagle-assault-2024');
  const exercises = model === undefined ? generated : [...generated, ['model exercise', model] as const];
  print(`front over ${given.front}`, measureFronts(exercises, [first, second]));
} else if (given.generated !== undefined && given.closer)
  print(
    `generated with the closer, ${serials} serials, tightness ${tightness}`,
    await measureClosedGenerated(seeds.map((seed) => [`seed ${seed}`, generatedOf(seed)])),
  );
else if (given.generated !== undefined) {
  const units = given.units === undefined ? unitsFor(serials) : Number(given.units);
  const asked = objectivesOf(given.objectives);
  const kind = asked?.[0] === 'end' ? 'end' : 'slack';
  const measured = given.opponents
    ? await measureOpponents({ serials, units, tightness, seeds, seconds, kind })
    : measureGenerated({ serials, units, tightness, seeds, seconds, lanes, objectives: asked });
  print(`generated, ${serials} serials, ${units} units, tightness ${tightness}, ${seconds} s`, measured);
} else if (given.golfer !== undefined) print(`social golfers, ${seconds} s`, measureGolfers(given.golfer.split(','), seconds, given.seed));
else measureModel(Number(given.model ?? 3));

function generatedOf(seed: number): Exercise {
  const units = given.units === undefined ? unitsFor(serials) : Number(given.units);
  const objectives = objectivesOf(given.objectives);
  return exerciseFrom(generate(plainMould, { serials, units, tightness, seed: String(seed), ...(objectives && { objectives }) }).files);
}

/** Twenty units for forty serials, forty for a hundred and twenty, sixty for four hundred. */
function unitsFor(count: number): number {
  return count <= 16 ? 8 : count <= 40 ? 20 : count <= 120 ? 40 : count <= 400 ? 60 : 120;
}
