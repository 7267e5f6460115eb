/**
 * Why a serial stands where it does: for every other day, and for every other site at its time, either what it would cost the objectives to
 * have it there, or the statements that keep it from there; and then whether others could make room, at what price.
 */
import { type Exercise, serialMinutes } from '../../exercise/index.ts';
import { localDay, type MinuteInstant, minuteFromLocal, minuteOfLocalDay, randomFor } from '../../kernel/index.ts';
import { planRules, recompute } from '../check.ts';
import type { Named } from '../impossible/model.ts';
import { proofAgainst } from '../impossible/prove.ts';
import { sentenceOf } from '../impossible/tell.ts';
import type { Sentence } from '../impossible/tell-items.ts';
import type { Booking, Plan, Violation } from '../plan.ts';
import { planFromLanes, problemOf } from '../planning.ts';
import type { PlanProblem } from '../problem.ts';
import { bookingsOf } from '../search/bookings.ts';
import { placementsOf } from '../search/guidance.ts';
import { placementFor } from '../search/insert.ts';
import { knowledgeOf } from '../search/knowledge.ts';
import { startLane } from '../search/lane.ts';
import { emptyState, place, type State } from '../search/state.ts';
import { type ValueChange, valueChanges } from './compare.ts';
import { brokenBy, movesBetween } from './moves.ts';

export type Slot = {
  readonly start: MinuteInstant;
  readonly site: string | null;
  /** `here`: as it stands; `free`: all else can stay; `room`: others can make room; `held`: no way was found; `never`: not even alone. */
  readonly kind: 'here' | 'free' | 'room' | 'held' | 'never';
  /** What the objectives gain or lose. */
  readonly values: readonly ValueChange[];
  /** Statements that keep it from there while all else stays. */
  readonly why: readonly Violation[];
  /** Of what is not even possible alone: the statements that cannot hold together with it, where that is proved. */
  readonly statements: readonly (Named & { readonly sentence: Sentence })[];
  /** Who makes room. */
  readonly others: readonly string[];
  /** Whether its team can stay the same. */
  readonly isSameTeam: boolean;
};

export type Explanation = {
  readonly serial: string;
  readonly booking: Booking;
  readonly days: readonly Slot[];
  readonly sites: readonly Slot[];
};

/** `tries` are spent on each day on which others would have to make room. Undefined where the plan does not hold the serial. */
export function explainSerial(exercise: Exercise, plan: Plan, serial: string, tries: number): Explanation | undefined {
  const problem = problemOf(exercise);
  const index = problem.serials.findIndex(({ id }) => id === serial);
  const booking = plan.bookings.find((one) => one.serial === serial);
  if (index < 0 || booking?.start == null) return undefined;
  const asked: Asked = { exercise, plan, problem, index, booking, start: booking.start, state: stateWithout(problem, plan, index), tries };
  const facts = problem.serials[index];
  const sites = facts?.needsSite === true ? facts.sites : [-1];
  return {
    serial,
    booking,
    days: daysOf(exercise).map((day) => slotOnDay(asked, day, sites)),
    sites: problem.sites.length < 2 || facts?.needsSite !== true ? [] : sites.map((site) => slotAt(asked, site)),
  };
}

type Asked = {
  readonly exercise: Exercise;
  readonly plan: Plan;
  readonly problem: PlanProblem;
  readonly index: number;
  readonly booking: Booking;
  readonly start: MinuteInstant;
  readonly state: State;
  readonly tries: number;
};

/** Everything as planned but one serial; the search would rather keep the team it had. */
function stateWithout(problem: PlanProblem, plan: Plan, serial: number): State {
  const knowledge = knowledgeOf(problem, { near: { bookings: plan.bookings, now: null } });
  const state = emptyState(knowledge);
  for (const placement of placementsOf(problem, plan.bookings))
    if (placement !== null && placement.serial !== serial) place(state, placement);
  return state;
}

function daysOf({ setting, zone }: Exercise): readonly number[] {
  const [first, last] = [localDay(setting.from.at, zone), localDay((setting.to.at - 1) as MinuteInstant, zone)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function slotOnDay(asked: Asked, day: number, sites: readonly number[]): Slot {
  const { exercise, problem, index, booking, start } = asked;
  const { zone } = exercise;
  const [from, to] = [minuteFromLocal(day, 0, zone), minuteFromLocal(day + 1, 0, zone)];
  if (from <= start && start < to) return hereOf(asked);
  const starts = problem.serials[index]?.starts ?? [];
  const stands = sites.flatMap((site, at) =>
    Array.from(starts[at] ?? [])
      .filter((one) => from <= one && one < to)
      .map((one) => ({ start: one, site })),
  );
  const free = bestFree(asked, stands);
  if (free !== undefined) return free;
  const sameHour = minuteFromLocal(day, minuteOfLocalDay(start, zone), zone);
  const nearest = stands.reduce(
    (best, stand) => (Math.abs(stand.start - sameHour) < Math.abs(best - sameHour) ? stand.start : best),
    stands[0]?.start ?? sameHour,
  );
  const why = brokenBy(exercise, asked.plan, movedTo(asked, nearest, booking.site));
  const slot = slotOf({ start: nearest as MinuteInstant, site: booking.site, kind: 'held', why });
  if (stands.length === 0) {
    const proof = proofAgainst(problem, index, [from, to]);
    const statements = (proof?.statements ?? []).map((named) => ({ ...named, sentence: sentenceOf(problem, named) }));
    return { ...slot, kind: 'never', why: aloneOr(why), statements };
  }
  return roomMade(asked, [from, to]) ?? slot;
}

/** Rules that a serial breaks by itself, whoever and whatever else there is. */
const rulesOfItself: readonly string[] = [
  'fixedPointsStand',
  'serialsLieInTheirWindow',
  'serialsKeepTheirHours',
  'serialsRunInTheirLight',
  'sitesAreOpen',
  'poolsAreUsedWhereTheyAre',
  'closuresAreRespected',
  'milestonesGoBefore',
];

function aloneOr(why: readonly Violation[]): readonly Violation[] {
  const alone = why.filter(({ rule }) => rulesOfItself.includes(rule));
  return alone.length > 0 ? alone : why;
}

/** At another site, at the time it has. */
function slotAt(asked: Asked, site: number): Slot {
  const { exercise, problem, booking, start } = asked;
  const id = problem.sites[site]?.id ?? null;
  if (id === booking.site) return hereOf(asked);
  const free = bestFree(asked, [{ start, site }]);
  if (free !== undefined) return free;
  const why = brokenBy(exercise, asked.plan, movedTo(asked, start, id));
  return slotOf({ start, site: id, kind: 'held', why });
}

function hereOf({ booking, start }: Asked): Slot {
  return slotOf({ start, site: booking.site, kind: 'here' });
}

/** A slot of which nothing more is known. */
function slotOf(known: Pick<Slot, 'start' | 'site' | 'kind'> & Partial<Slot>): Slot {
  return { values: [], why: [], statements: [], others: [], isSameTeam: true, ...known };
}

function movedTo({ exercise, booking }: Asked, start: number, site: string | null): Booking {
  const stated = exercise.serials.byId.get(booking.serial);
  const end = start + (stated === undefined ? 0 : serialMinutes(stated).total);
  return { ...booking, start: start as MinuteInstant, end: end as MinuteInstant, site };
}

// Without the rule about reserves, which costs more than all others together.
const quickRules = planRules.filter(({ id }) => id !== 'alternatesHold');

/** Of the stands that are free while all else stays, the one that costs the objectives least. */
function bestFree(asked: Asked, stands: readonly { readonly start: number; readonly site: number }[]): Slot | undefined {
  if (stands.length === 0) return undefined;
  const { exercise, plan, problem, index, booking, state } = asked;
  const random = randomFor(plan.seed, `explain/${booking.serial}`);
  const placement = placementFor(state.knowledge, state, index, { draws: 0, enough: stands.length }, random, stands);
  if (placement === undefined) return undefined;
  const placed = state.placed.map((other, serial) => (serial === index ? placement : other));
  const moved = { ...plan, bookings: bookingsOf(problem, placed) };
  const now = moved.bookings.find(({ serial }) => serial === booking.serial) ?? booking;
  return slotOf({
    start: placement.start as MinuteInstant,
    site: now.site,
    kind: 'free',
    values: valueChanges(recompute(exercise, plan, quickRules).objectives, recompute(exercise, moved, quickRules).objectives),
    isSameTeam: now.team.join() === booking.team.join(),
  });
}

/** Searches for a plan that holds the serial on that day and changes little else. */
function roomMade({ exercise, plan, problem, index, booking, tries }: Asked, [from, to]: readonly [number, number]): Slot | undefined {
  if (tries === 0) return undefined;
  const serials = problem.serials.map((facts, serial) =>
    serial === index ? { ...facts, starts: facts.starts.map((starts) => starts.filter((start) => from <= start && start < to)) } : facts,
  );
  const narrowed = { ...problem, serials };
  const lane = startLane(narrowed, plan.seed, 0, [], [], { from: plan.bookings, near: { bookings: plan.bookings, now: null } });
  lane.step(tries);
  const { cost, placed } = lane.best;
  if ((cost[0] ?? 1) > 0) return undefined;
  const { plan: found, check } = planFromLanes(exercise, plan, [
    { lane: 0, iterations: tries, cost, bookings: bookingsOf(narrowed, placed) },
  ]);
  const now = found.bookings.find(({ serial }) => serial === booking.serial);
  if (now?.start == null || check.violations.some(({ price }) => price === null)) return undefined;
  return slotOf({
    start: now.start,
    site: now.site,
    kind: 'room',
    values: valueChanges(recompute(exercise, plan).objectives, check.objectives),
    why: brokenBy(exercise, plan, now),
    others: movesBetween(problem, plan, found, null)
      .map(({ serial }) => serial)
      .filter((serial) => serial !== booking.serial),
    isSameTeam: now.team.join() === booking.team.join(),
  });
}
