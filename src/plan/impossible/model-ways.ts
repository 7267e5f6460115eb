// How long the way between two sites takes at least.
import type { PlanProblem } from '../problem.ts';

/** Minutes between sites by whatever way is the shortest: who has something to do in between may go round, and that takes its time. */
export function shortestWays({ travel, serials, occurrences, scenarios }: PlanProblem): readonly (readonly number[])[] {
  const ways = travel.map((row) => [...row]);
  for (const [middle] of ways.entries()) {
    const stops = [
      ...serials.filter(({ sites }) => sites.includes(middle)).map(({ run }) => run),
      ...scenarios.flatMap(({ reserves }) => reserves.filter(({ site }) => site === middle).map(({ serial }) => serials[serial]?.run ?? 0)),
      ...occurrences.filter(({ site }) => site === middle).map(({ from, to }) => to - from),
    ];
    const stop = Math.min(Number.POSITIVE_INFINITY, ...stops);
    for (const row of ways) {
      for (let to = 0; to < row.length; to++) {
        const round = (row[middle] ?? 0) + stop + (ways[middle]?.[to] ?? 0);
        if (round < (row[to] ?? 0)) row[to] = round;
      }
    }
  }
  return ways;
}
