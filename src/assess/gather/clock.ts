/** STARTEX, ENDEX and the administrative PAUSEs, in real time; and the last moment anything was logged. */
import type { EventMark } from '../event-marks.ts';
import type { Takers } from '../taking.ts';

export type GatheredClock = {
  readonly takers: Takers;
  readonly startex: () => number | null;
  readonly endex: () => number | null;
  /** The event that said ENDEX. */
  readonly endexMark: () => EventMark | null;
  /** Microseconds from one instant to another, less those in which the exercise was paused. */
  readonly playedBetween: (from: number, to: number) => number;
};

export function gatherClock(): GatheredClock {
  let startex: number | null = null;
  let endex: number | null = null;
  let endexMark: EventMark | null = null;
  const pauses: { readonly from: number; to: number }[] = [];
  let paused: { readonly from: number; to: number } | null = null;
  const goOn = (time: number) => {
    if (paused !== null) paused.to = time;
    paused = null;
  };
  return {
    takers: {
      StartexDeclared: (_, { time }) => {
        startex ??= time;
      },
      EndexDeclared: (_, { time }, mark) => {
        endex = time;
        endexMark = mark;
        goOn(time);
      },
      ClockPaused: (_, { time }) => {
        if (paused !== null) return;
        paused = { from: time, to: Number.POSITIVE_INFINITY };
        pauses.push(paused);
      },
      ClockResumed: (_, { time }) => goOn(time),
    },
    startex: () => startex,
    endex: () => endex,
    endexMark: () => endexMark,
    playedBetween: (from, to) => {
      let played = Math.max(0, to - from);
      for (const pause of pauses) played -= Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from));
      return Math.max(0, played);
    },
  };
}
