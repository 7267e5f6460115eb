/** The plan as it stands and as it went: for every serial its booking, who is in it, and what became of it. */
import { type Exercise, leafUnits, leavesOf, presenceOf, type SerialKind, serialMinutes } from '../../exercise/index.ts';
import { type MicroInstant, type MinuteInstant, minuteInstant } from '../../kernel/index.ts';
import type { Booking } from '../../plan/index.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { bookingOf, serialRun } from '../decide/asking.ts';
import type { SerialStatus } from '../state/running.ts';

export type ScheduledSerial = {
  readonly serial: string;
  readonly kind: SerialKind;
  /** Everything but training: what the training is arranged around. */
  readonly isFixed: boolean;
  /** Set-up to debrief as booked, and in it the run. */
  readonly start: MinuteInstant;
  readonly end: MinuteInstant;
  readonly runStart: MinuteInstant;
  readonly runEnd: MinuteInstant;
  readonly site: string | null;
  readonly phase: string | null;
  /** Leaf units of the team, and those a fixed event holds besides. */
  readonly team: readonly string[];
  readonly attending: readonly string[];
  readonly lead: string | null;
  /** Parties with units in it, the lead's first. */
  readonly parties: readonly string[];
  readonly leadParty: string | null;
  readonly support: Booking['support'];
  readonly status: SerialStatus;
  readonly startedAt: MicroInstant | null;
  readonly endedAt: MicroInstant | null;
};

/** Serials that are booked, by their start. What conduct has adopted goes before the plan given, which is what a reader has before adoption. */
export function scheduleView(conduct: ReadonlyConduct, planned: readonly Booking[]): readonly ScheduledSerial[] {
  const { exercise } = conduct;
  const byPlan = new Map(planned.map((booking) => [booking.serial, booking]));
  const scheduled: ScheduledSerial[] = [];
  for (const serial of exercise.serials.list) {
    const booking = bookingOf(conduct, serial.id) ?? byPlan.get(serial.id);
    if (booking === undefined || !booking.held || booking.start === null || booking.end === null) continue;
    const run = serialRun(conduct, serial.id);
    const parts = serialMinutes(serial);
    const [start, end] = [minuteInstant(booking.start), minuteInstant(booking.end)];
    const leadParty = booking.lead === null ? null : (exercise.units.byId.get(booking.lead)?.party ?? null);
    const attending = attendingUnits(exercise, serial.attend?.units ?? [], start, end).filter((unit) => !booking.team.includes(unit));
    scheduled.push({
      serial: serial.id,
      kind: serial.kind,
      isFixed: serial.kind !== 'training',
      start,
      end,
      runStart: minuteInstant(start + parts.setUp + parts.brief),
      runEnd: minuteInstant(end - parts.debrief),
      site: booking.site,
      phase: serial.phase ?? null,
      team: booking.team,
      attending,
      lead: booking.lead,
      parties: partiesOf(exercise, [...booking.team, ...attending], leadParty),
      leadParty,
      support: booking.support,
      status: run?.status ?? 'planned',
      startedAt: run?.startedAt ?? null,
      endedAt: run?.endedAt ?? null,
    });
  }
  return scheduled.sort((a, b) => a.start - b.start || a.end - b.end || (a.serial < b.serial ? -1 : 1));
}

function attendingUnits(exercise: Exercise, units: 'all' | readonly string[], start: number, end: number): readonly string[] {
  if (units !== 'all') return [...new Set(units.flatMap((unit) => leavesOf(exercise, unit)))];
  return leafUnits(exercise)
    .filter(({ id }) => presenceOf(exercise, id).some(({ from, to }) => from < end && start < to))
    .map(({ id }) => id);
}

function partiesOf(exercise: Exercise, units: readonly string[], leadParty: string | null): readonly string[] {
  const found = new Set(leadParty === null ? [] : [leadParty]);
  const others = new Set(units.flatMap((unit) => exercise.units.byId.get(unit)?.party ?? []));
  return [...found, ...[...others].filter((party) => !found.has(party)).sort()];
}

/** How many of the schedule's serials stand in which status. */
export function countByStatus(scheduled: readonly ScheduledSerial[]): ReadonlyMap<SerialStatus, number> {
  const counts = new Map<SerialStatus, number>();
  for (const { status } of scheduled) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
