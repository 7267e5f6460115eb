import { expect, test } from 'vitest';
import { prettyStableJson } from '../kernel/index.ts';
import { languages, mustSay } from '../words/index.ts';
import { aPlantedExercise, aPlantedPlan } from './a-planted-exercise.ts';
import { rehearse } from './rehearse.ts';
import { reportFrom } from './report/report.ts';
import { type Lane, laneOf, runsOfLane, startLane } from './runs/lane.ts';
import { variantsOf } from './runs/variants.ts';

const exercise = aPlantedExercise();
const options = { seed: '1', runs: 120, lanes: 4 };
const whole = rehearse(exercise, aPlantedPlan, options);

test('the three planted weaknesses are found, and said in every language', () => {
  const keys = whole.weaknesses.map(({ key }) => key);
  expect(keys[0]).toBe('rehearsal.weakness.interpretersAtNight');
  expect(whole.weaknesses.find(({ key }) => key === 'rehearsal.weakness.poolHoldsUp')?.values).toMatchObject({
    pool: 'AMBULANCE',
    serials: expect.arrayContaining(['DAY-2']),
  });
  expect(whole.weaknesses.find(({ key }) => key === 'rehearsal.weakness.releaseQueue')?.values).toMatchObject({
    party: 'BLR',
    date: '2024-07-09',
  });
  for (const language of languages) for (const weakness of whole.weaknesses) expect(mustSay(weakness, language)).not.toContain('{');
});

test('one more interpreter helps most, and one more ambulance surely', () => {
  expect(whole.plusOne[0]?.resource).toBe('interpreter');
  expect(whole.plusOne[0]?.savedMinutes.low).toBeGreaterThan(0);
  expect(whole.plusOne.find(({ resource }) => resource === 'pool:AMBULANCE')?.savedMinutes.low).toBeGreaterThan(0);
  expect(whole.plusOne.map(({ rank }) => rank)).toEqual(whole.plusOne.map((_, at) => at + 1));
});

test('the report has the same bytes whatever the order in which workers do the lanes', () => {
  const few = { ...options, runs: 6 };
  const variants = variantsOf(exercise).slice(0, 2);
  const lanesWith = (variant?: (typeof variants)[number]) =>
    Array.from({ length: few.lanes }, (_, lane) =>
      startLane(exercise, aPlantedPlan, { ...few, lane, ...(variant === undefined ? {} : { variant }) }),
    );
  const bytesBy = (workers: number): string => {
    const lanes = [...lanesWith(), ...variants.flatMap(lanesWith)];
    const waiting = workers === 1 ? lanes.toReversed() : [...lanes];
    const atWork: Lane[] = waiting.splice(0, workers);
    while (atWork.length > 0) {
      for (const [at, lane] of [...atWork.entries()].toReversed()) if (!lane.step()) atWork.splice(at, 1, ...waiting.splice(0, 1));
    }
    const tallies = lanes.map((lane) => lane.tally());
    return prettyStableJson(reportFrom(exercise, aPlantedPlan, few, workers === 2 ? tallies.toReversed() : tallies));
  };
  const bytes = bytesBy(1);
  for (const workers of [1, 2, 4]) expect(bytesBy(workers)).toBe(bytes);
});

test('how many lanes there are changes the number of lanes and nothing else', () => {
  const alone = rehearse(exercise, aPlantedPlan, { ...options, lanes: 1, variants: false });
  const shared = rehearse(exercise, aPlantedPlan, { ...options, lanes: 3, variants: false });
  expect({ ...shared, lanes: 1 }).toEqual(alone);
});

test('every run belongs to one lane', () => {
  const runs = [0, 1, 2].flatMap((lane) => runsOfLane(10, 3, lane));
  expect(runs.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(runsOfLane(2, 4, 3)).toEqual([]);
});

test('a lane that rested goes on where it stood', () => {
  const lane = startLane(exercise, aPlantedPlan, { ...options, lane: 1 });
  lane.step();
  expect([lane.done(), lane.total]).toEqual([1, 30]);
  while (lane.step());
  expect(lane.tally()).toEqual(laneOf(exercise, aPlantedPlan, { ...options, lane: 1 }));
});

test('fewer runs than lanes make a report too', () => {
  expect(rehearse(exercise, aPlantedPlan, { seed: '1', runs: 2, lanes: 4 }).runs).toBe(2);
  expect(rehearse(exercise, aPlantedPlan, { seed: '1', runs: 0, lanes: 2 }).runs).toBe(0);
});
