// Builder for tests: a plan from a few bookings; what a test does not say follows from the document.
import { type Exercise, serialMinutes } from '../exercise/index.ts';
import { Bug, isProblem, type MinuteInstant, readDateTimeGroup } from '../kernel/index.ts';
import { checkPlan } from './check.ts';
import { type Booking, barePlan, notHeld, type Plan } from './plan.ts';

/** `start` is the start of set-up as a date-time group; the end follows from the serial, the lead is the first of the team. */
export type ABooking = { readonly serial: string; readonly start: string } & Partial<Omit<Booking, 'serial' | 'start' | 'held'>>;

export function aBooking(exercise: Exercise, { serial, start, ...given }: ABooking): Booking {
  const stated = exercise.serials.byId.get(serial);
  const read = readDateTimeGroup(start);
  if (isProblem(read)) throw new Bug(`not a date-time group: ${start}`);
  const end = (read.minute + (stated === undefined ? 60 : serialMinutes(stated).total)) as MinuteInstant;
  return { serial, held: true, start: read.minute, end, site: null, team: [], lead: given.team?.[0] ?? null, support: [], ...given };
}

/** A plan that books what is given and leaves the other serials out; it says of itself what the checker says. */
export function aPlan(exercise: Exercise, bookings: readonly ABooking[]): Plan {
  const given = new Map(bookings.map((booking) => [booking.serial, aBooking(exercise, booking)]));
  const strange = bookings.filter(({ serial }) => !exercise.serials.byId.has(serial));
  const all = [
    ...exercise.serials.list.map(({ id }) => given.get(id) ?? notHeld(id)),
    ...strange.map((booking) => aBooking(exercise, booking)),
  ];
  const plan = barePlan(exercise.setting.code, all, { seed: 'test', iterations: 0, lanes: 1 });
  const { objectives, unmet } = checkPlan(exercise, plan);
  return { ...plan, unmet, objectives: objectives.map(({ id, value }) => ({ id, value, bound: null, proved: false, witness: [] })) };
}
