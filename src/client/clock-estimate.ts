/** What time it is at the origin, between two messages of its clock: reckoned with a monotonic clock of the device, and never going back. */
import type { MicroInstant } from '../kernel/index.ts';
import type { ClockMessage } from '../protocol/index.ts';

export type ClockEstimate = {
  /** The origin's time now; null before its first message. */
  readonly now: () => MicroInstant | null;
  readonly speed: () => number;
  readonly isSimulated: () => boolean;
  readonly hasEnded: () => boolean;
  readonly hear: (message: ClockMessage) => void;
};

/** `milliseconds` is the device's monotonic clock. */
export function clockEstimate(milliseconds: () => number): ClockEstimate {
  let last: ClockMessage | null = null;
  let heardAt = 0;
  let shown = 0;
  return {
    now() {
      if (last === null) return null;
      const reckoned = last.now + (milliseconds() - heardAt) * 1000 * last.speed;
      // A message that was long under way would turn the clock back; it stands until time has caught up.
      shown = Math.max(shown, Math.round(reckoned));
      return shown as MicroInstant;
    },
    speed: () => last?.speed ?? 0,
    isSimulated: () => last?.simulated ?? false,
    hasEnded: () => last?.ended ?? false,
    hear(message) {
      // At a new speed the origin's word counts: what was reckoned with the old one ran too far.
      if (last !== null && message.speed !== last.speed) shown = message.now;
      last = message;
      heardAt = milliseconds();
    },
  };
}
