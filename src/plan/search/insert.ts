// Places one serial: takes stands that are open, puts a team and its support together there, checks it against everything placed and every
// scenario, and takes the best of the few that fit.
import type { Random } from '../../kernel/index.ts';
import { changeOf } from '../living/change.ts';
import { ablest, whereAble } from './able.ts';
import { canTake, isAvailable, isRested, type Offered, offeredAt } from './availability.ts';
import { hasBit } from './bits.ts';
import { leavesStarts, withinDomain } from './domains.ts';
import type { Knowledge } from './knowledge.ts';
import { leadFor } from './leads.ts';
import { needsFor } from './needs.ts';
import { attendingAt, type Placement, placementOf, type Stand } from './placement.ts';
import { preferredOf } from './preferred.ts';
import { hasRoom, priceAgainst, reservesFor } from './reserves.ts';
import { restedStarts } from './rested.ts';
import { baseScene } from './scene.ts';
import { priceOfStanding } from './soft-price.ts';
import { drawnFrom, isOpen, openStands, withScarceUnits } from './stands.ts';
import { peopleOf, type State } from './state.ts';
import { supportFits, supportFor, supportMissing } from './support.ts';
import { teamFor } from './team.ts';
import { teamWillDo } from './team-needs.ts';
import { dutyAllows, indexFor, isFree } from './timeline.ts';
import { type Wish, type WishAt, wishesFor } from './wishes.ts';

/**
 * How many stands are tried, after how many that fit the best is taken, whether early ones come first, whether wishes do not matter, and whether
 * nothing matters but that it is placed, and soon.
 */
export type Effort = {
  readonly draws: number;
  readonly enough: number;
  readonly isEarly?: boolean;
  readonly isAnyhow?: boolean;
  readonly isCounted?: boolean;
  readonly isSoon?: boolean;
};

/** The best placement found for a serial, or undefined; `wanted` are stands to try first. */
export function placementFor(
  knowledge: Knowledge,
  state: State,
  serial: number,
  { draws, enough, isEarly = false, isAnyhow = false, isCounted = false, isSoon = false }: Effort,
  random: Random,
  wanted: readonly Stand[] = [],
): Placement | undefined {
  let best: Placement | undefined;
  let bestWorth = Number.NEGATIVE_INFINITY;
  let found = 0;
  const open = openStands(state, serial);
  let wishAt: WishAt | undefined;
  const tried = (stand: Stand): boolean => {
    wishAt ??= isSoon ? needsFor(state, serial) : wishesFor(state, serial);
    const placement = placementAt(state, serial, stand, wishAt, random);
    if (placement === undefined) return false;
    if (enough === 1) {
      best = placement;
      return true;
    }
    const worth = worthOf(knowledge, state, placement, wishAt, random);
    if (worth > bestWorth) [best, bestWorth] = [placement, worth];
    return ++found >= enough;
  };
  for (const stand of wanted) if (isOpen(open, stand) && tried(stand)) return best;
  withinDomain(knowledge, serial, open.bits);
  const able = isSoon || isCounted ? whereAble(open) : undefined;
  if (able !== undefined && isSoon) {
    for (const stand of drawnFrom(ablest(able), ablestDraws, isEarly, random)) if (tried(stand)) return best;
    for (const stand of drawnFrom(able.open, draws, isEarly, random)) if (tried(stand)) return best;
  }
  const half = Math.ceil(draws / 2);
  const likely = able?.open ?? open;
  const preferred = draws === 0 || isAnyhow || isSoon ? undefined : preferredOf(likely);
  if (preferred !== undefined) for (const stand of drawnFrom(preferred, half, isEarly, random)) if (tried(stand)) return best;
  for (const stand of drawnFrom(likely, half, isEarly, random)) if (tried(stand)) return best;
  if (draws === 0) return best;
  // Where nothing was found, a second look is had where those few are free that can meet a demand.
  const others = best === undefined ? withScarceUnits(open) : open;
  for (const stand of drawnFrom(others, draws - half, isEarly, random)) if (tried(stand)) return best;
  return best;
}

/** Stands with most units on offer that are tried before others. */
const ablestDraws = 6;

/** A placement as it was elsewhere, if it can be so here as well: undefined where something hard stands against it. */
export function placementAgain(knowledge: Knowledge, state: State, wanted: Placement, random: Random): Placement | undefined {
  const { problem } = knowledge;
  const { serial, start, site, team, lead, support } = wanted;
  const facts = problem.serials[serial];
  if (facts === undefined) return undefined;
  const stand = { start, site };
  const isGiven = facts.fixed !== null && facts.team === null;
  if (!isOpen(openStands(state, serial), stand) || isDecidedTooLate(knowledge, serial, start)) return undefined;
  if (!teamWillDo(state, serial, knowledge.ties[serial] ?? { same: [], parts: [] }, team)) return undefined;
  if (facts.team !== null && facts.team.lead[lead] !== 1) return undefined;
  const attending = attendingAt(problem, serial, start, team);
  const scene = baseScene(state);
  if (!isGiven && !hasRoom(problem, scene, serial, stand, peopleOf(problem, { serial, team, attending }))) return undefined;
  if (!isGiven && !supportFits(problem, serial, stand, { team, attending }, support)) return undefined;
  const missing = supportMissing(problem, serial, stand, { team, attending }, support);
  const bare = placementOf(problem, { serial, ...stand, team, attending, lead, support, missing, reserves: [] });
  const offered = offeredAt(state, scene, serial, stand);
  if (!isGiven && !bare.engaged.every(({ body, onlyRun }) => canTake(offered, body, onlyRun, team.includes(body)))) return undefined;
  if (!isGiven && priceAgainst(state, scene, bare) === Number.POSITIVE_INFINITY) return undefined;
  const reserves = reservesFor(state, bare, random);
  return reserves === undefined ? undefined : { ...bare, reserves };
}

/** A placement at one stand that is open; undefined where none fits. */
function placementAt(state: State, serial: number, stand: Stand, wishAt: WishAt, random: Random): Placement | undefined {
  const { problem, knowledge } = state;
  const facts = problem.serials[serial];
  if (facts === undefined || isDecidedTooLate(knowledge, serial, stand.start)) return undefined;
  const scene = baseScene(state);
  // A fixed event without a team takes place where the document puts it, whatever else the document puts there.
  const isGiven = facts.fixed !== null && facts.team === null;
  if (!isGiven && facts.fixed !== null && !hasRoom(problem, scene, serial, stand, 0)) return undefined;
  const offered = offeredAt(state, scene, serial, stand);
  const attending = attendingAt(problem, serial, stand.start, []);
  if (facts.fixed === null && ![...attending, ...facts.attendPosts].every((body) => canTake(offered, body, false, false))) return undefined;
  const team = facts.team === null ? [] : teamAt(state, serial, offered, wishAt(stand), random);
  if (team === undefined) return undefined;
  const others = team.length === 0 ? attending : attending.filter((unit) => !team.includes(unit));
  if (facts.team !== null && !hasRoomForPeople(state, serial, stand, team, others)) return undefined;
  const people = { team, attending: others };
  const support = supportFor(state, serial, stand, people, (body, onlyRun) => canTake(offered, body, onlyRun, false), random);
  if (support === undefined && !isGiven) return undefined;
  const lead = team.length === 0 ? -1 : leadFor(state, serial, team, random);
  const missing = supportMissing(problem, serial, stand, people, support ?? []);
  const bare = placementOf(problem, { serial, ...stand, ...people, lead, support: support ?? [], missing, reserves: [] });
  if (!isGiven && priceAgainst(state, scene, bare) === Number.POSITIVE_INFINITY) return undefined;
  const reserves = reservesFor(state, bare, random);
  return reserves === undefined ? undefined : reserves.length === 0 ? bare : { ...bare, reserves };
}

function hasRoomForPeople(state: State, serial: number, stand: Stand, team: readonly number[], attending: readonly number[]): boolean {
  if (state.problem.sites[stand.site]?.people === Number.POSITIVE_INFINITY) return true;
  return hasRoom(state.problem, baseScene(state), serial, stand, peopleOf(state.problem, { serial, team, attending }));
}

/** What a placement is worth beside others of the same serial. */
function worthOf({ problem, base, lateness }: Knowledge, state: State, placement: Placement, wishAt: WishAt, random: Random): number {
  const { serial, start, team } = placement;
  const against = problem.serials[serial]?.fixed == null ? priceAgainst(state, baseScene(state), placement) : 0;
  const price = against + priceOfStanding(state, placement);
  let worth = 3 * random.uniform() - 1000 * price - ((start - problem.whole[0]) / 1440) * (lateness[serial] ?? 0);
  if (!leavesStarts(state, placement)) worth -= 1e6;
  if (base !== undefined) worth -= 10 * changeOf(problem, serial, base.placed[serial] ?? null, placement, base.now).amount;
  if (team.length === 0) return worth;
  const wish = wishAt(placement)();
  for (const unit of team) {
    worth += wish.worth(unit);
    wish.add(unit);
  }
  return worth;
}

/** The units that are free and rested make the team. */
function teamAt(state: State, serial: number, offered: Offered, wishOf: () => Wish, random: Random): readonly number[] | undefined {
  const { problem, knowledge } = state;
  const may = problem.serials[serial]?.team?.from;
  const free = new Uint8Array(problem.unitCount);
  const twins = fixedTwins(state, serial);
  if (!twins.every((twin) => isFree(problem, [offered.whole], twin.whole))) return undefined;
  const reserves = inReserve(state, serial, offered.stand);
  const besides = [...twins, ...reserves];
  for (let unit = 0; unit < problem.unitCount; unit++)
    if (may?.[unit] === 1 && isAvailable(offered, unit, false, true) && besides.every((other) => isAvailable(other, unit, false, true)))
      free[unit] = 1;
  const rests = (unit: number) =>
    isRested(offered, unit, false) &&
    twins.every((twin) => isRestedAfter(twin, unit, offered)) &&
    reserves.every((one) => isRested(one, unit, false));
  const offer = { free, rest: (unit: number) => (rests(unit) ? 0 : Number.POSITIVE_INFINITY) };
  return teamFor(state, serial, offer, knowledge.ties[serial] ?? { same: [], parts: [] }, wishOf, random);
}

/** Where a serial could be in reserve, for each alternate that gives it another time: there where most units are on offer. */
function inReserve(state: State, serial: number, { site }: Stand): readonly Offered[] {
  const { problem, knowledge } = state;
  const { slots } = knowledge;
  const length = problem.serials[serial]?.total ?? 0;
  return (knowledge.scenariosOf[serial] ?? []).flatMap((scenario) => {
    const reserve = problem.scenarios[scenario]?.reserves.find((one) => one.serial === serial);
    const place = reserve === undefined || reserve.site < 0 ? site : reserve.site;
    let [best, most] = [-1, 0];
    for (const start of reserve?.isAtItsTime === false ? (reserve.starts.get(place) ?? []) : []) {
      let count = 0;
      for (let unit = 0; unit < problem.unitCount; unit++)
        if (hasBit(restedStarts(state, unit, length), Math.floor((start - slots.first) / slots.step))) count++;
      if (count > most) [best, most] = [start, count];
    }
    return best < 0 ? [] : [offeredAt(state, baseScene(state), serial, { start: best, site: place })];
  });
}

/** Whether somebody who takes part in one serial is rested for another of the same team. */
function isRestedAfter({ state, scene, whole }: Offered, unit: number, { whole: other }: Offered): boolean {
  const list = [...scene.listOf(unit)];
  list.splice(indexFor(list, other.start), 0, other);
  return dutyAllows(state.problem, unit, list, whole);
}

/** Serials of the same team that the document fixes and that wait: they need the team at their own time. What qualifies for them is left out. */
export function fixedTwins(state: State, serial: number): readonly Offered[] {
  const { problem, knowledge, placed } = state;
  return (knowledge.ties[serial]?.same ?? []).flatMap((other) => {
    const { fixed, needsSite, sites } = problem.serials[other] ?? { fixed: null, needsSite: false, sites: [] };
    if (fixed === null || placed[other] !== null) return [];
    return { ...offeredAt(state, baseScene(state), other, { start: fixed, site: needsSite ? (sites[0] ?? -1) : -1 }), asking: [] };
  });
}

export function isDecidedTooLate({ problem, scenariosOf }: Knowledge, serial: number, start: number): boolean {
  return (scenariosOf[serial] ?? []).some((scenario) =>
    problem.scenarios[scenario]?.reserves.some((reserve) => reserve.serial === serial && reserve.decideBy > start),
  );
}
