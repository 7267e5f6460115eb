// How components follow the one clock: each as finely as it draws.
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { type MicroInstant, type MinuteInstant, minuteOfMicros } from '../../../src/kernel/index.ts';
import type { ViewClock } from './view-clock.ts';

const ClockContext = createContext<ViewClock | null>(null);

export function ClockProvider({ clock, children }: { readonly clock: ViewClock; readonly children: ReactNode }) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

export function useViewClock(): ViewClock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error('no clock here');
  return clock;
}

const secondOf = (instant: MicroInstant | null): number | null => (instant === null ? null : Math.floor(instant / 1_000_000));
const minuteOrNull = (instant: MicroInstant | null): MinuteInstant | null => (instant === null ? null : minuteOfMicros(instant));

/** The origin's time now, by the second. */
export function useNowSecond(): number | null {
  const clock = useViewClock();
  return useSyncExternalStore(clock.subscribe, () => secondOf(clock.now()));
}

/** The minute that is looked at. */
export function useShownMinute(): MinuteInstant | null {
  const clock = useViewClock();
  return useSyncExternalStore(clock.subscribe, () => minuteOrNull(clock.shown()));
}

/** The instant that is held; null while the clock is followed. */
export function useHeld(): MicroInstant | null {
  const clock = useViewClock();
  return useSyncExternalStore(clock.subscribe, clock.held);
}

/** Now, by so many minutes: for what need not move with every minute. */
export function useCoarseNow(minutes: number): number {
  const clock = useViewClock();
  return useSyncExternalStore(clock.subscribe, () => Math.floor((minuteOrNull(clock.now()) ?? 0) / minutes));
}

export function useSpeed(): number {
  const clock = useViewClock();
  return useSyncExternalStore(clock.subscribe, clock.speed);
}
