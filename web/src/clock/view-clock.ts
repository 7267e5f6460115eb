// The one clock that map, timeline and lists follow: the origin's time as it runs, or an instant somebody holds to look at.
import type { ClockEstimate } from '../../../src/client/index.ts';
import type { MicroInstant } from '../../../src/kernel/index.ts';

export type ViewClock = {
  /** The origin's time now; null before it is known. */
  readonly now: () => MicroInstant | null;
  /** What is looked at: the instant held, else now. */
  readonly shown: () => MicroInstant | null;
  readonly held: () => MicroInstant | null;
  /** Looks at an instant; null follows the clock again. */
  readonly hold: (instant: MicroInstant | null) => void;
  readonly speed: () => number;
  readonly subscribe: (listener: () => void) => () => void;
};

const tickMilliseconds = 250;

export function viewClock(estimate: ClockEstimate): ViewClock {
  const listeners = new Set<() => void>();
  let held: MicroInstant | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let last: number | null = null;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const tick = (): void => {
    const now = estimate.now();
    if (now === last) return;
    last = now;
    tell();
  };
  return {
    now: estimate.now,
    shown: () => held ?? estimate.now(),
    held: () => held,
    hold(instant) {
      held = instant;
      tell();
    },
    speed: estimate.speed,
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(tick, tickMilliseconds);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
