// Places one serial: draws starts and sites, puts a team and its support together there, checks it against everything placed and every
// scenario, and takes the best of the few that fit.
import type { Random } from '../../kernel/index.ts';
import { changeOf } from '../living/change.ts';
import { overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';
import type { Knowledge } from './knowledge.ts';
import { leadFor } from './leads.ts';
import { priceOfPair, standing } from './order.ts';
import { attendingAt, engagementOf, type Placement, placementOf, type Reserve, type Stand } from './placement.ts';
import { qualifiedAt } from './qualified.ts';
import { poolsHaveRoom, siteHasRoom } from './room.ts';
import { baseScene, movedIn, type Scene, sceneOf } from './scene.ts';
import { peopleOf, type State } from './state.ts';
import { supportFits, supportFor, supportMissing } from './support.ts';
import { teamFor, teamWillDo } from './team.ts';
import { dutyAllows, isFree } from './timeline.ts';
import { type Wish, wishesFor } from './wishes.ts';

export type Effort = { readonly draws: number; readonly enough: number };

/** The best placement found for a serial, or undefined; `wanted` are stands to try first. */
export function placementFor(
  knowledge: Knowledge,
  state: State,
  serial: number,
  effort: Effort,
  random: Random,
  wanted: readonly Stand[] = [],
): Placement | undefined {
  let best: Placement | undefined;
  let bestWorth = Number.NEGATIVE_INFINITY;
  let found = 0;
  const wishAt = wishesFor(state, serial);
  const asked = wanted.filter(({ site, start }) => mayStart(knowledge, serial, site, start));
  for (const stand of stands(asked, drawn(knowledge, state, serial, effort.draws, random))) {
    const made = placementAt(knowledge, state, serial, stand, wishAt, random);
    if (made === undefined) continue;
    if (made.worth > bestWorth) [best, bestWorth] = [made.placement, made.worth];
    if (++found >= effort.enough) break;
  }
  return best;
}

/** Whether a start is one of those that the serial may have at a site. */
function mayStart({ problem }: Knowledge, serial: number, site: number, start: number): boolean {
  const facts = problem.serials[serial];
  const starts = facts?.starts[facts.needsSite ? facts.sites.indexOf(site) : 0];
  return starts !== undefined && starts[lowerBound(starts, start)] === start;
}

/** A placement as it was elsewhere, if it can be so here as well: undefined where something hard stands against it. */
export function placementAgain(knowledge: Knowledge, state: State, wanted: Placement, random: Random): Placement | undefined {
  const { problem } = knowledge;
  const { serial, start, site, team, lead, support } = wanted;
  const facts = problem.serials[serial];
  if (facts === undefined) return undefined;
  const stand = { start, site };
  const isGiven = facts.fixed !== null && facts.team === null;
  if (!mayStart(knowledge, serial, site, start) || isDecidedTooLate(knowledge, serial, start)) return undefined;
  if (!teamWillDo(state, serial, knowledge.ties[serial] ?? { same: [], parts: [] }, team)) return undefined;
  if (facts.team !== null && facts.team.lead[lead] !== 1) return undefined;
  const attending = attendingAt(problem, serial, start, team);
  const scene = baseScene(state);
  if (!isGiven && !hasRoom(problem, scene, serial, stand, peopleOf(problem, { serial, team, attending }))) return undefined;
  if (!isGiven && !supportFits(problem, serial, stand, { team, attending }, support)) return undefined;
  const missing = supportMissing(problem, serial, stand, { team, attending }, support);
  const bare = placementOf(problem, { serial, ...stand, team, attending, lead, support, missing, reserves: [] });
  const canTake = takers(knowledge, state, scene, serial, stand);
  if (!isGiven && !bare.engaged.every(({ body, onlyRun }) => canTake(body, onlyRun))) return undefined;
  if (!isGiven && priceAgainst(knowledge, state, scene, bare) === Number.POSITIVE_INFINITY) return undefined;
  const reserves = reservesFor(knowledge, state, bare, random);
  return reserves === undefined ? undefined : { ...bare, reserves };
}

/** Stands inside what predecessors and successors leave; all of them, in random order, when they are few. */
function* drawn({ problem, partners }: Knowledge, state: State, serial: number, draws: number, random: Random): Generator<Stand> {
  const facts = problem.serials[serial];
  if (facts === undefined) return;
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { other, isBefore, isAfter } of partners[serial] ?? []) {
    const placed = state.placed[other];
    if (placed == null) continue;
    if (isBefore) from = Math.max(from, placed.start + (problem.serials[other]?.total ?? 0));
    if (isAfter) to = Math.min(to, placed.start - facts.total);
  }
  const places = facts.needsSite ? facts.sites : [-1];
  const ranges = places.map((site, index) => {
    const starts = facts.starts[index] ?? new Int32Array();
    const low = lowerBound(starts, from);
    return { site, starts, low, count: Math.max(0, lowerBound(starts, to + 1) - low) };
  });
  const total = ranges.reduce((sum, range) => sum + range.count, 0);
  const at = (index: number): Stand => {
    let rest = index;
    for (const { site, starts, low, count } of ranges) {
      if (rest < count) return { site, start: starts[low + rest] ?? 0 };
      rest -= count;
    }
    return { site: -1, start: 0 };
  };
  if (total <= draws) {
    for (const index of random.shuffled(Array.from({ length: total }, (_, one) => one))) yield at(index);
    return;
  }
  for (let draw = 0; draw < draws; draw++) {
    const range = ranges[pickRange(ranges, total, random)];
    if (range === undefined) return;
    const u = random.uniform();
    const share = draw % 3 === 0 ? u : u * u;
    yield { site: range.site, start: range.starts[range.low + Math.floor(share * range.count)] ?? 0 };
  }
}

function* stands(wanted: readonly Stand[], others: Iterable<Stand>): Generator<Stand> {
  yield* wanted;
  yield* others;
}

function pickRange(ranges: readonly { readonly count: number }[], total: number, random: Random): number {
  let rest = random.below(total);
  return ranges.findIndex(({ count }) => {
    rest -= count;
    return rest < 0;
  });
}

function lowerBound(sorted: Int32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A placement at one stand, and what it is worth; undefined where none fits. */
function placementAt(
  { problem, ...known }: Knowledge,
  state: State,
  serial: number,
  stand: Stand,
  wishAt: (stand: Stand) => () => Wish,
  random: Random,
): { readonly placement: Placement; readonly worth: number } | undefined {
  const knowledge = { problem, ...known };
  const facts = problem.serials[serial];
  if (facts === undefined) return undefined;
  const { start } = stand;
  const scene = baseScene(state);
  // A fixed event without a team takes place where the document puts it, whatever else the document puts there.
  const isGiven = facts.fixed !== null && facts.team === null;
  if (!isGiven && !hasRoom(problem, scene, serial, stand, 0)) return undefined;
  if (isDecidedTooLate(knowledge, serial, start)) return undefined;
  const canTake = takers(knowledge, state, scene, serial, stand);
  const attending = attendingAt(problem, serial, start, []);
  if (facts.fixed === null && ![...attending, ...facts.attendPosts].every((body) => canTake(body, false))) return undefined;
  const wish = facts.team === null ? undefined : wishAt(stand);
  const team = wish === undefined ? [] : teamAt(knowledge, state, serial, canTake, wish, random);
  if (team === undefined) return undefined;
  const others = attending.filter((unit) => !team.includes(unit));
  if (facts.team !== null && !hasRoom(problem, scene, serial, stand, peopleOf(problem, { serial, team, attending: others })))
    return undefined;
  const support = supportFor(state, serial, stand, { team, attending: others }, canTake, random);
  if (support === undefined && !isGiven) return undefined;
  const lead = team.length === 0 ? -1 : leadFor(state, serial, team, random);
  const missing = supportMissing(problem, serial, stand, { team, attending: others }, support ?? []);
  const bare = placementOf(problem, { serial, ...stand, team, attending: others, lead, support: support ?? [], missing, reserves: [] });
  const price = isGiven ? 0 : priceAgainst(knowledge, state, scene, bare);
  const reserves = price === Number.POSITIVE_INFINITY ? undefined : reservesFor(knowledge, state, bare, random);
  if (reserves === undefined) return undefined;
  let worth = 3 * random.uniform() - 1000 * price - ((start - problem.whole[0]) / 1440) * (known.lateness[serial] ?? 0);
  const { base } = known;
  if (base !== undefined) worth -= 10 * changeOf(problem, serial, base.placed[serial] ?? null, bare, base.now).amount;
  const tally = wish?.();
  for (const unit of team) {
    worth += tally?.worth(unit) ?? 0;
    tally?.add(unit);
  }
  return { placement: { ...bare, reserves }, worth };
}

/** The units that are free make the team; who turns out to have too much duty is left out of the next try. */
function teamAt(
  { problem, ties }: Knowledge,
  state: State,
  serial: number,
  canTake: CanTake,
  wish: () => Wish,
  random: Random,
): readonly number[] | undefined {
  let free: number[] = [];
  for (let unit = 0; unit < problem.unitCount; unit++) if (canTake(unit, false, 'lightly')) free.push(unit);
  for (let tries = 0; tries < 4; tries++) {
    const team = teamFor(state, serial, free, ties[serial] ?? { same: [], parts: [] }, wish(), random);
    if (team === undefined) return undefined;
    const tired = team.filter((unit) => !canTake(unit, false));
    if (tired.length === 0) return team;
    free = free.filter((unit) => !tired.includes(unit));
  }
  return undefined;
}

type CanTake = (body: number, onlyRun: boolean, how?: 'lightly') => boolean;

/** Whether a body can be taken on where the serial stands; lightly leaves its duty rules out. */
function takers({ problem }: Knowledge, state: State, scene: Scene, serial: number, stand: Stand): CanTake {
  const whole = engagementOf(problem, serial, stand);
  const isQualified = qualifiedAt(state, scene, serial, stand);
  return (body, onlyRun, how) => {
    const engagement = onlyRun ? engagementOf(problem, serial, stand, true) : whole;
    const list = scene.listOf(body);
    if (!isFree(problem, body, list, engagement) || !isOpenTo(problem, body, serial, stand) || !isQualified(body)) return false;
    return how === 'lightly' || dutyAllows(problem, body, list, engagement);
  };
}

function isOpenTo({ bodyClosures, serials }: PlanProblem, body: number, serial: number, { start, site }: Stand): boolean {
  const facts = serials[serial];
  if (facts === undefined) return false;
  return bodyClosures.every((closure) => {
    if (closure.price !== null || closure.bodies[body] !== 1 || !closure.matches(serial, site)) return true;
    return !overlaps(closure.periods, start, start + facts.total + (closure.untilReset ? facts.reset : 0));
  });
}

function hasRoom(problem: PlanProblem, scene: Scene, serial: number, stand: Stand, people: number): boolean {
  const uses = { site: scene.siteUses(stand.site), people: scene.peopleUses(stand.site) };
  return siteHasRoom(problem, uses, serial, stand, people) && poolsHaveRoom(problem, scene.poolUses, serial, stand.start);
}

function isDecidedTooLate({ problem, scenariosOf }: Knowledge, serial: number, start: number): boolean {
  return (scenariosOf[serial] ?? []).some((scenario) =>
    problem.scenarios[scenario]?.reserves.some((reserve) => reserve.serial === serial && reserve.decideBy > start),
  );
}

/** The soft price of standing so beside all that is placed; infinite where an order, a lag or an exclusion breaks. */
function priceAgainst(
  { problem, partners }: Knowledge,
  state: State,
  scene: Scene,
  placement: Placement,
  stand: Stand = placement,
): number {
  let price = 0;
  const one = standing(placement, stand);
  for (const partner of partners[placement.serial] ?? []) {
    const other = state.placed[partner.other];
    if (other == null) continue;
    price += priceOfPair(problem, one, standing(other, scene.standOf(other)), partner);
    if (price === Number.POSITIVE_INFINITY) break;
  }
  return price;
}

/** A reserve for each scenario that moves the serial; undefined when one has none, or when the serial disturbs another's reserve. */
function reservesFor(knowledge: Knowledge, state: State, placement: Placement, random: Random): readonly Reserve[] | undefined {
  const { problem, scenariosOf } = knowledge;
  const own = scenariosOf[placement.serial] ?? [];
  const reserves: Reserve[] = [];
  for (let scenario = 0; scenario < problem.scenarios.length; scenario++) {
    const isMoved = own.includes(scenario);
    if (!isMoved && movedIn(state, scenario).length === 0) continue;
    const scene = sceneOf(state, scenario);
    const stands = isMoved ? reserveStands(problem, scenario, placement, random) : [placement];
    const stand = stands.find((candidate) => standsIn(knowledge, state, scene, placement, candidate));
    if (stand === undefined) return undefined;
    if (isMoved) reserves.push({ scenario, start: stand.start, site: stand.site });
  }
  return reserves;
}

function reserveStands(problem: PlanProblem, scenario: number, { serial, start, site }: Placement, random: Random): readonly Stand[] {
  const reserve = problem.scenarios[scenario]?.reserves.find((candidate) => candidate.serial === serial);
  if (reserve === undefined) return [];
  const place = reserve.site >= 0 ? reserve.site : site;
  const starts = reserve.starts.get(place) ?? new Int32Array();
  const allowed = reserve.isAtItsTime ? starts.filter((candidate) => candidate === start) : starts;
  return random.shuffled(Array.from(allowed, (candidate) => ({ start: candidate, site: place })));
}

/** Whether a placement can stand there in a scene in which it is not placed yet; cheap where the scene moves nothing near it. */
function standsIn(knowledge: Knowledge, state: State, scene: Scene, placement: Placement, stand: Stand): boolean {
  const { problem } = knowledge;
  const { serial, team } = placement;
  const isMoved = stand !== placement;
  const attending =
    isMoved && problem.serials[serial]?.attendAll === true ? attendingAt(problem, serial, stand.start, team) : placement.attending;
  if (!hasRoom(problem, scene, serial, stand, peopleOf(problem, { serial, team, attending }))) return false;
  if (priceAgainst(knowledge, state, scene, placement, stand) === Number.POSITIVE_INFINITY) return false;
  if (isMoved && !supportFits(problem, serial, stand, { team, attending }, placement.support)) return false;
  const canTake = takers(knowledge, state, scene, serial, stand);
  const { engaged } = attending === placement.attending ? placement : placementOf(problem, { ...placement, attending });
  for (const { body, onlyRun } of engaged) {
    const isSame = !isMoved && scene.listOf(body) === state.engagements[body];
    if (!isSame && !canTake(body, onlyRun)) return false;
  }
  return true;
}
