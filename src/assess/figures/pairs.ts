/** Pairs of units of different parties that serve together: as planned, as it came about, and how many there could be. */
import type { PairsFigure } from '../assessment.ts';
import type { SerialRun } from '../gather/serials.ts';
import type { Ground } from '../ground.ts';

/** A pair counts once it has served together for the document's minimum, in serials and in minutes of run. Achieved are serials done. */
export function pairsFigure(ground: Ground, runs: ReadonlyMap<string, SerialRun>): PairsFigure {
  const { exercise, possiblePairs } = ground;
  const { times, minutes } = exercise.setting.together;
  const planned = new Map<number, { times: number; minutes: number }>();
  const achieved = new Map<number, { times: number; minutes: number }>();
  for (const { id, run: length } of exercise.serials.list) {
    const run = runs.get(id);
    if (run?.booking?.held !== true) continue;
    const pairs = ground.pairsOf(run.booking.team);
    for (const pair of pairs) add(planned, pair, length.minutes);
    if (run.status === 'done') for (const pair of pairs) add(achieved, pair, length.minutes);
  }
  const enough = (together: Iterable<{ times: number; minutes: number }>): number => {
    let count = 0;
    for (const one of together) if (one.times >= times && one.minutes >= minutes) count++;
    return count;
  };
  return { planned: enough(planned.values()), achieved: enough(achieved.values()), possible: possiblePairs };
}

function add(together: Map<number, { times: number; minutes: number }>, pair: number, minutes: number): void {
  const known = together.get(pair);
  if (known === undefined) together.set(pair, { times: 1, minutes });
  else {
    known.times++;
    known.minutes += minutes;
  }
}
