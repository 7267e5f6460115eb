// The differences between two plans of one document, serial by serial, and why a booking could not stay: what it would break if it stood
// as before among all that stands now.
import { type Exercise, partyOf } from '../../exercise/index.ts';
import { stableJson } from '../../kernel/index.ts';
import { planRules, recompute } from '../check.ts';
import type { Booking, Plan, Violation } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { placementsOf } from '../search/guidance.ts';
import { type Change, changeOf } from './change.ts';

/** What differs between two bookings of a serial. */
export type Difference = 'givenUp' | 'takenUp' | 'time' | 'site' | 'team' | 'lead' | 'support';

export type Move = {
  readonly serial: string;
  readonly before: Booking;
  readonly after: Booking;
  readonly what: readonly Difference[];
  readonly change: Change;
};

/** In order of the time at which the first of the two begins. */
export function movesBetween(problem: PlanProblem, before: Plan, after: Plan, now: number | null): readonly Move[] {
  const [had, has] = [placementsOf(problem, before.bookings), placementsOf(problem, after.bookings)];
  const old = new Map(before.bookings.map((booking) => [booking.serial, booking]));
  const moves = after.bookings.flatMap((booking): Move[] => {
    const was = old.get(booking.serial);
    const what = was === undefined ? [] : differences(was, booking);
    if (was === undefined || what.length === 0) return [];
    const serial = problem.serials.findIndex(({ id }) => id === booking.serial);
    return [
      {
        serial: booking.serial,
        before: was,
        after: booking,
        what,
        change: changeOf(problem, serial, had[serial] ?? null, has[serial] ?? null, now),
      },
    ];
  });
  return moves.sort((a, b) => firstStart(a) - firstStart(b) || (a.serial < b.serial ? -1 : 1));
}

const firstStart = ({ before, after }: Move): number =>
  Math.min(before.start ?? Number.POSITIVE_INFINITY, after.start ?? Number.POSITIVE_INFINITY);

function differences(before: Booking, after: Booking): readonly Difference[] {
  if (before.held && !after.held) return ['givenUp'];
  if (!before.held && after.held) return ['takenUp'];
  const found: Difference[] = [];
  if (before.start !== after.start) found.push('time');
  if (before.site !== after.site) found.push('site');
  if (before.team.join() !== after.team.join()) found.push('team');
  if (before.lead !== after.lead) found.push('lead');
  if (supportText(before) !== supportText(after)) found.push('support');
  return found;
}

const supportText = ({ support }: Booking): string =>
  support
    .map(({ demand, by }) => `${demand} ${by}`)
    .sort()
    .join();

/** The parties whose units, or whose posts, a move concerns. */
export function partiesConcerned(exercise: Exercise, { before, after }: Move): readonly string[] {
  const units = [...before.team, ...after.team].map((unit) => partyOf(exercise, unit));
  const posts = [...before.support, ...after.support].map(({ by }) => exercise.posts.byId.get(by)?.party);
  return [...new Set([...units, ...posts].filter((party) => party !== undefined))].sort();
}

// Reserves are looked at only where nothing else tells: to look costs more than all other rules together.
const quickRules = planRules.filter(({ id }) => id !== 'alternatesHold');

/** What is hard and would be broken in a plan if a serial were booked otherwise; empty where it could be so. */
export function brokenBy(exercise: Exercise, plan: Plan, booking: Booking): readonly Violation[] {
  const other = { ...plan, bookings: plan.bookings.map((one) => (one.serial === booking.serial ? booking : one)) };
  for (const rules of [quickRules, planRules]) {
    const known = knownOnes(exercise, plan, rules);
    const found = hardOnes(exercise, other, rules).filter((violation) => !known.has(textOf(violation)));
    if (found.length > 0) return found;
  }
  return [];
}

const remembered = new WeakMap<Plan, Map<typeof planRules, ReadonlySet<string>>>();

function knownOnes(exercise: Exercise, plan: Plan, rules: typeof planRules): ReadonlySet<string> {
  const byRules = remembered.get(plan) ?? new Map<typeof planRules, ReadonlySet<string>>();
  remembered.set(plan, byRules);
  const known = byRules.get(rules) ?? new Set(hardOnes(exercise, plan, rules).map(textOf));
  byRules.set(rules, known);
  return known;
}

const textOf = ({ rule, values }: Violation): string => `${rule} ${stableJson(values)}`;

function hardOnes(exercise: Exercise, plan: Plan, rules: typeof planRules): readonly Violation[] {
  return recompute(exercise, plan, rules).violations.filter(({ price }) => price === null);
}
