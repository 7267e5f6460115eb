// Who can take part where a serial is to stand: there and free, not kept away, qualified, rested; and, for those who are not free, which
// serials would have to go.
import { overlaps } from '../problem/intervals.ts';
import { lagHolds } from './order.ts';
import { type Engagement, engagementOf, type Stand } from './placement.ts';
import { type Asking, askingAt, isQualified } from './qualified.ts';
import type { Scene } from './scene.ts';
import type { State } from './state.ts';
import { dutyAllows, indexFor, isFree, isPresent } from './timeline.ts';

/** One serial at one stand, as bodies are asked to take part in it. */
export type Offered = {
  readonly state: State;
  readonly scene: Scene;
  readonly serial: number;
  readonly stand: Stand;
  readonly whole: Engagement;
  readonly run: Engagement;
  /** Undefined where nobody may take part. */
  readonly asking: Asking | undefined;
};

export function offeredAt(state: State, scene: Scene, serial: number, stand: Stand): Offered {
  const whole = engagementOf(state.problem, serial, stand);
  const facts = state.problem.serials[serial];
  const run = { ...whole, start: stand.start + (facts?.toRun ?? 0), end: stand.start + (facts?.toRun ?? 0) + (facts?.run ?? 0) };
  return { state, scene, serial, stand, whole, run, asking: askingAt(state, scene.scenario, serial, stand) };
}

/** Whether a body is there, free, not kept away and qualified; its duty is left out. As one of the team it keeps its pauses. */
export function isAvailable(offered: Offered, body: number, onlyRun: boolean, isOfTeam: boolean): boolean {
  const { state, scene } = offered;
  const wanted = onlyRun ? offered.run : offered.whole;
  if (!isPresent(state.problem, body, wanted.start, wanted.end)) return false;
  const list = scene.listOf(body);
  if (!isFree(state.problem, list, wanted) || !mayTakePart(offered, body)) return false;
  return !isOfTeam || keepsPauses(offered, body, list);
}

/** Whether it can take part in full. */
export function canTake(offered: Offered, body: number, onlyRun: boolean, isOfTeam: boolean): boolean {
  return isAvailable(offered, body, onlyRun, isOfTeam) && isRested(offered, body, onlyRun);
}

export function isRested({ state, scene, whole, run }: Offered, body: number, onlyRun: boolean): boolean {
  return dutyAllows(state.problem, body, scene.listOf(body), onlyRun ? run : whole);
}

/** Whether no closure keeps it away and it has had what is asked before. */
function mayTakePart({ state, serial, stand, asking }: Offered, body: number): boolean {
  if (asking === undefined || !isQualified(asking, body, stand.start, state.problem.unitCount)) return false;
  const closures = state.knowledge.bodyClosures[serial] ?? [];
  if (closures.length === 0) return true;
  const facts = state.problem.serials[serial];
  const end = stand.start + (facts?.total ?? 0);
  for (const { bodies, matches, periods, untilReset } of closures) {
    if (bodies[body] !== 1 || !matches(serial, stand.site)) continue;
    if (overlaps(periods, stand.start, end + (untilReset ? (facts?.reset ?? 0) : 0))) return false;
  }
  return true;
}

/** Whether hard lags hold between this serial and the others in whose team a unit is. */
function keepsPauses({ state, scene, serial, stand, whole }: Offered, unit: number, list: readonly Engagement[]): boolean {
  const { lags, within } = state.knowledge.unitLags[serial] ?? { lags: [], within: 0 };
  if (lags.length === 0) return true;
  for (const one of list) {
    if (one.serial < 0 || one.start - whole.end >= within || whole.start - one.end >= within) continue;
    if (!pauseHolds(state, scene, serial, stand, unit, one)) return false;
  }
  return true;
}

function pauseHolds(state: State, scene: Scene, serial: number, stand: Stand, unit: number, { serial: other }: Engagement): boolean {
  const placement = state.placed[other];
  if (placement == null || other === serial || !placement.team.includes(unit)) return true;
  return (state.knowledge.unitLags[serial]?.lags ?? []).every((lag) =>
    lagHolds(state.problem, lag, serial, stand, other, scene.standOf(placement)),
  );
}

/** What the search would lose by lifting a serial; infinite where it may not. */
export type Loss = (serial: number) => number;

/**
 * What it costs to take others out of a body's way by lifting them, which are added to `out`; infinite where that does not help. Its rest
 * is left out, see `priceOfRest`. The loss of what is lifted already is nothing.
 */
export function priceOfFreeing(offered: Offered, body: number, onlyRun: boolean, isOfTeam: boolean, lossOf: Loss, out: number[]): number {
  const { state, scene } = offered;
  const { problem } = state;
  const wanted = onlyRun ? offered.run : offered.whole;
  if (!isPresent(problem, body, wanted.start, wanted.end) || !mayTakePart(offered, body)) return Number.POSITIVE_INFINITY;
  const within = isOfTeam ? (state.knowledge.unitLags[offered.serial]?.within ?? 0) : 0;
  const margin = Math.max(within, problem.mostTravel);
  const list = scene.listOf(body);
  const at = indexFor(list, wanted.start);
  let price = 0;
  for (let index = at - 1; index >= 0 && price < Number.POSITIVE_INFINITY; index--) {
    const one = list[index];
    if (one === undefined || one.end <= wanted.start - margin) break;
    if (isInTheWay(offered, body, wanted, one, isOfTeam, within)) price += priceOfLifting(one, lossOf, out);
  }
  for (let index = at; index < list.length && price < Number.POSITIVE_INFINITY; index++) {
    const one = list[index];
    if (one === undefined || one.start >= wanted.end + margin) break;
    if (isInTheWay(offered, body, wanted, one, isOfTeam, within)) price += priceOfLifting(one, lossOf, out);
  }
  return price;
}

function priceOfLifting({ serial }: Engagement, lossOf: Loss, out: number[]): number {
  if (serial < 0) return Number.POSITIVE_INFINITY;
  out.push(serial);
  return lossOf(serial);
}

function isInTheWay(offered: Offered, body: number, wanted: Engagement, one: Engagement, isOfTeam: boolean, within: number): boolean {
  const { state, scene, serial, stand } = offered;
  const apart = Math.max(one.start - wanted.end, wanted.start - one.end);
  if (apart < 0) return true;
  if (one.site >= 0 && wanted.site >= 0 && apart < state.problem.mostTravel && !hasTime(state.problem.travel, one, wanted)) return true;
  return isOfTeam && apart < within && one.serial >= 0 && !pauseHolds(state, scene, serial, stand, body, one);
}

/** More than so many serials are not lifted for the rest of one body. */
const mostForRest = 3;
const left: Engagement[] = [];

/** What it costs besides to give a body its rest, once those in `out` are lifted, to which others are added; infinite where that does not help. */
export function priceOfRest({ state, scene, whole, run }: Offered, body: number, onlyRun: boolean, lossOf: Loss, out: number[]): number {
  const { problem } = state;
  const wanted = onlyRun ? run : whole;
  const list = scene.listOf(body);
  if (out.length === 0 && dutyAllows(problem, body, list, wanted)) return 0;
  left.length = 0;
  for (const one of list) if (one.serial < 0 || !out.includes(one.serial)) left.push(one);
  let price = 0;
  for (let lifted = 0; !dutyAllows(problem, body, left, wanted); lifted++) {
    if (lifted === mostForRest) return Number.POSITIVE_INFINITY;
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (const [index, one] of left.entries()) {
      const away = Math.max(one.start - wanted.end, wanted.start - one.end);
      if (one.serial < 0 || away > 1440) continue;
      const loss = lossOf(one.serial) + away / 1e5;
      if (loss < least) [best, least] = [index, loss];
    }
    const one = left[best];
    if (one === undefined) return Number.POSITIVE_INFINITY;
    price += lossOf(one.serial);
    out.push(one.serial);
    left.splice(best, 1);
  }
  return price;
}

function hasTime(travel: readonly (readonly number[])[], one: Engagement, wanted: Engagement): boolean {
  return one.end <= wanted.start
    ? one.end + (travel[one.site]?.[wanted.site] ?? 0) <= wanted.start
    : wanted.end + (travel[wanted.site]?.[one.site] ?? 0) <= one.start;
}
