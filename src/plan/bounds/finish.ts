// How early a plan can end, and how much time it can leave before its fixed points: by the serial that ends last at best, and what it waits for.
import type { WitnessFact } from '../plan.ts';
import { type Bound, boundFrom, iso } from './bound.ts';
import { workDone } from './energy.ts';
import { surelyBefore } from './limits.ts';
import type { Reach } from './reach.ts';
import { isKept, type Tie, tiesBetween } from './ties.ts';

/** The latest of the earliest ends of the serials that are surely held. */
export function endBound(reach: Reach): Bound | undefined {
  const held = [...reach.isHeld.keys()].filter((serial) => reach.isHeld[serial]);
  const last = latest(reach, held);
  if (last === undefined) return undefined;
  const done = workDone(reach, held, endOf(reach, last));
  if (done !== undefined) return boundFrom(done.facts(1));
  return boundFrom(steps(reach, chainTo(reach, last), 1));
}

/** The fixed point whose training can at best end the least before it. A point that need not be held bounds nothing. */
export function slackBound(reach: Reach): Bound | undefined {
  const { serials, whole } = reach.problem;
  const points = serials.flatMap((facts, serial) => (facts.fixed === null ? [] : [{ serial, fixed: facts.fixed }]));
  const all = serials.map(() => true);
  if (points.every(({ serial }) => surelyBefore(reach.problem, serial, all).length === 0))
    return boundFrom([{ key: 'plan.witness.nothingWaits', values: {}, amount: 0 }]);
  let least: Bound | undefined;
  for (const { serial, fixed } of points) {
    if (!reach.isHeld[serial]) continue;
    const needed = surelyBefore(reach.problem, serial, reach.isHeld).filter((before) => reach.isHeld[before]);
    const last = latest(reach, needed);
    if (last === undefined) continue;
    const stands: WitnessFact = {
      key: 'plan.witness.fixedPoint',
      values: { serial: serials[serial]?.id ?? '', at: iso(fixed) },
      amount: fixed - whole[0],
    };
    const done = workDone(reach, needed, endOf(reach, last));
    const found = boundFrom([stands, ...(done?.facts(-1) ?? steps(reach, chainTo(reach, last), -1))]);
    if (least === undefined || found.bound < least.bound) least = found;
  }
  return least;
}

const endOf = ({ problem, starts }: Reach, serial: number): number =>
  (starts[serial]?.[0] ?? Number.NEGATIVE_INFINITY) + (problem.serials[serial]?.total ?? 0);

function latest(reach: Reach, serials: readonly number[]): number | undefined {
  return serials.reduce<number | undefined>(
    (last, one) => (last === undefined || endOf(reach, one) > endOf(reach, last) ? one : last),
    undefined,
  );
}

/** The serials that keep one from starting sooner, one after the other, ending with itself. */
function chainTo(reach: Reach, serial: number): readonly number[] {
  const ties = tiesBetween(reach.problem, reach.limits);
  const chain: number[] = [];
  for (let at: number | undefined = serial; at !== undefined && !chain.includes(at); at = waitedFor(reach, ties, at)) chain.unshift(at);
  // Steps are told forwards in time.
  const firsts = chain.map((one) => reach.starts[one]?.[0] ?? 0);
  const turn = firsts.reduce((last, start, index) => (index > 0 && start < (firsts[index - 1] ?? 0) ? index : last), 0);
  return chain.slice(turn);
}

/** A serial surely held, without which this one could start sooner. */
function waitedFor({ problem, starts, isHeld }: Reach, ties: readonly Tie[], serial: number): number | undefined {
  const start = starts[serial]?.[0] ?? 0;
  const sooner = Math.max(
    ...(problem.serials[serial]?.starts ?? []).map((list) => list.findLast((one) => one < start) ?? Number.NEGATIVE_INFINITY),
  );
  if (!Number.isFinite(sooner)) return undefined;
  const tie = ties.find(({ first, second, ...rest }) => {
    const other = first === serial ? second : first;
    if ((first !== serial && second !== serial) || !isHeld[other]) return false;
    const [from, to] = [starts[other]?.[0], starts[other]?.at(-1)];
    return from !== undefined && to !== undefined && !isKept(problem, { first, second, ...rest }, serial, sooner, [from, to]);
  });
  return tie === undefined ? undefined : tie.first === serial ? tie.second : tie.first;
}

/** From the start of the exercise along a chain: how many minutes each serial adds, waiting for its window included. */
function steps(reach: Reach, chain: readonly number[], sign: 1 | -1): readonly WitnessFact[] {
  const { serials, whole } = reach.problem;
  return chain.map((serial, index) => {
    const before = index === 0 ? whole[0] : endOf(reach, chain[index - 1] ?? 0);
    const [start, end] = [reach.starts[serial]?.[0] ?? 0, endOf(reach, serial)];
    const values = { serial: serials[serial]?.id ?? '', start: iso(start), end: iso(end) };
    return { key: 'plan.witness.endsAtBest', values, amount: sign * (end - before) };
  });
}
