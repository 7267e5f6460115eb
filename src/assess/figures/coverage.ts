/**
 * Coverage: requirement by requirement the serials that count, planned and achieved. A serial counts when it is held, its task is the required one
 * or lies below it, a unit of the party is in the team, and the stated condition held. Achieved is what was done: a serial cut short does not count.
 */
import type { SerialMinutes } from '../../exercise/index.ts';
import type { Light } from '../../kernel/index.ts';
import type { Coverage, CoverageCell, RequirementCoverage } from '../assessment.ts';
import type { Booking, SerialRun } from '../gather/serials.ts';
import type { Ground, Timed } from '../ground.ts';
import { minutesOfLight } from './light.ts';

/** A serial that is booked to be held. */
type Held = { readonly parties: ReadonlySet<string>; readonly run: SerialRun; readonly booking: Booking; readonly isDone: boolean };
type HeldSerials = ReadonlyMap<string, Held>;

export function coverageOf(ground: Ground, runs: ReadonlyMap<string, SerialRun>): Coverage {
  const held = heldSerials(ground, runs);
  const requirements = ground.asked.map(({ requirement, serials }): RequirementCoverage => {
    const { id, party, task, times, mixed, light } = requirement;
    const planned: string[] = [];
    const achieved: string[] = [];
    for (const serial of serials) {
      const one = held.get(serial.id);
      if (one === undefined || !one.parties.has(party) || (mixed && one.parties.size < 2)) continue;
      if (light === undefined || isPlannedIn(ground, serial, one, light)) planned.push(serial.id);
      if (one.isDone && (light === undefined || wasIn(ground, serial, one, light))) achieved.push(serial.id);
    }
    return { requirement: id, party, task, times, planned, achieved };
  });
  return { requirements, matrix: matrixOf(ground, held) };
}

function heldSerials({ exercise, partiesOf }: Ground, runs: ReadonlyMap<string, SerialRun>): HeldSerials {
  const held = new Map<string, Held>();
  for (const { id } of exercise.serials.list) {
    const run = runs.get(id);
    if (run?.booking?.held !== true) continue;
    held.set(id, { parties: partiesOf(run.booking.team), run, booking: run.booking, isDone: run.status === 'done' });
  }
  return held;
}

type Window = { readonly from: number; readonly to: number };

/** The plan must put the whole run into the required light. */
function isPlannedIn(ground: Ground, { minutes }: Timed, { booking }: Held, light: Light): boolean {
  const known = planned.get(booking);
  if (known?.ground === ground && known.light === light) return known.isIn;
  const window = bookedWindow(minutes, booking);
  const isIn = window !== undefined && window.to > window.from && lit(ground, booking, window, light) === window.to - window.from;
  planned.set(booking, { ground, light, isIn });
  return isIn;
}

// Dry runs of a plan hand over the same bookings a thousand times.
const planned = new WeakMap<Booking, { readonly ground: Ground; readonly light: Light; readonly isIn: boolean }>();

/** Of the run as it was, at least half must have lain in the light: a start some minutes late does not undo a night's training. */
function wasIn(ground: Ground, { minutes }: Timed, { booking, run }: Held, light: Light): boolean {
  const window = actualWindow(minutes, run);
  return window !== undefined && window.to > window.from && lit(ground, booking, window, light) * 2 >= window.to - window.from;
}

function lit({ exercise }: Ground, { site }: Booking, { from, to }: Window, light: Light): number {
  return minutesOfLight(exercise, exercise.sites.byId.get(site ?? ''), from, to, light);
}

/** From the end of the brief to the start of the debrief, in minutes since 1970. */
function bookedWindow({ setUp, brief, run }: SerialMinutes, { start }: Booking): Window | undefined {
  const from = start === null ? null : start + setUp + brief;
  return from === null ? undefined : { from, to: from + run };
}

function actualWindow({ setUp, brief, debrief }: SerialMinutes, { startedAt, endedAt }: SerialRun): Window | undefined {
  if (startedAt === null || endedAt === null) return undefined;
  const [start, end] = [Math.floor(startedAt / microsPerMinute), Math.floor(endedAt / microsPerMinute)];
  const from = start + setUp + brief;
  return from < end - debrief ? { from, to: end - debrief } : { from: start, to: end };
}

const microsPerMinute = 60_000_000;

/** Party × leaf task. A serial counts in a cell when it names the task, whatever the condition. */
function matrixOf({ cells }: Ground, held: HeldSerials): readonly CoverageCell[] {
  return cells.map(({ party, task, needed, serials }): CoverageCell => {
    let planned = 0;
    let achieved = 0;
    for (const { id } of serials) {
      const one = held.get(id);
      if (one?.parties.has(party) !== true) continue;
      planned++;
      if (one.isDone) achieved++;
    }
    return { party, task, needed, planned, achieved };
  });
}
