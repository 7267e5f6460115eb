/** How long a serial takes, part by part. */
import type { Serial } from './exercise.ts';

/** Minutes of each part; `total` is set-up to debrief, while the team is held; the site is held for the reset as well. */
export type SerialMinutes = {
  readonly setUp: number;
  readonly brief: number;
  readonly run: number;
  readonly debrief: number;
  readonly reset: number;
  readonly total: number;
};

export function serialMinutes(serial: Pick<Serial, 'setUp' | 'brief' | 'run' | 'debrief' | 'reset'>): SerialMinutes {
  const [setUp, brief, debrief, reset] = [serial.setUp, serial.brief, serial.debrief, serial.reset].map(
    (span) => span?.minutes ?? 0,
  ) as Four;
  const run = serial.run.minutes;
  return { setUp, brief, run, debrief, reset, total: setUp + brief + run + debrief };
}

type Four = [number, number, number, number];
