// The origin's clock: the wall clock, or for simulated play a virtual one that can stand, run fast and jump, and resumes where the log ended.
import type { MicroInstant } from '../../kernel/index.ts';

export type OriginClock = {
  readonly now: () => MicroInstant;
  /** Origin seconds a wall second; 0 stands still. */
  readonly speed: () => number;
};

/** Microseconds of the wall clock. */
export const wallClock: OriginClock = { now: () => (Date.now() * 1000) as MicroInstant, speed: () => 1 };

export type VirtualClock = OriginClock & {
  readonly setSpeed: (speed: number) => void;
  /** Moves to a later instant at once; it never goes back. */
  readonly moveTo: (instant: MicroInstant) => void;
};

/** A virtual clock that begins at an instant and stands still until it is given a speed. `wallMilliseconds` is monotonic. */
export function virtualClock(from: MicroInstant, wallMilliseconds: () => number): VirtualClock {
  let anchor: number = from;
  let anchorWall = wallMilliseconds();
  let speed = 0;
  const now = (): MicroInstant => Math.round(anchor + (wallMilliseconds() - anchorWall) * 1000 * speed) as MicroInstant;
  const anew = (instant: number): void => {
    anchor = instant;
    anchorWall = wallMilliseconds();
  };
  return {
    now,
    speed: () => speed,
    setSpeed(next) {
      anew(now());
      speed = next;
    },
    moveTo(instant) {
      if (instant > now()) anew(instant);
    },
  };
}
