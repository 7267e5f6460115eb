/** What the log says of each serial: its booking as it stands, how far it came, and when. */
import type { PayloadOf } from '../../conduct/index.ts';
import type { EventMark } from '../event-marks.ts';
import { happenedAt } from '../happened-at.ts';
import type { Takers } from '../taking.ts';

export type Booking = PayloadOf<'BookingAdopted'>;

export type SerialRun = {
  status: 'planned' | 'called' | 'ready' | 'running' | 'stopped' | 'done' | 'curtailed' | 'cancelled';
  booking: Booking | null;
  startedAt: number | null;
  endedAt: number | null;
  stoppedMicros: number;
  stoppedSince: number | null;
  /** Items signed "go", a party's own as `party:BLR`. */
  readonly go: Set<string>;
  /** The event that ended it. */
  endMark: EventMark | null;
};

export type GatheredSerials = { readonly takers: Takers; readonly runs: ReadonlyMap<string, SerialRun> };

export function gatherSerials(): GatheredSerials {
  const runs = new Map<string, SerialRun>();
  const runOf = (serial: string): SerialRun => {
    const found = runs.get(serial);
    if (found !== undefined) return found;
    const made: SerialRun = {
      status: 'planned',
      booking: null,
      startedAt: null,
      endedAt: null,
      stoppedMicros: 0,
      stoppedSince: null,
      go: new Set(),
      endMark: null,
    };
    runs.set(serial, made);
    return made;
  };
  const goOn = (run: SerialRun, time: number) => {
    if (run.stoppedSince !== null) run.stoppedMicros += time - run.stoppedSince;
    run.stoppedSince = null;
  };
  const end = (serial: string, status: 'done' | 'curtailed' | 'cancelled', at: number, mark: EventMark) => {
    const run = runOf(serial);
    goOn(run, Math.max(at, run.stoppedSince ?? at));
    run.status = status;
    run.endedAt = at;
    run.endMark = mark;
  };
  return {
    runs,
    takers: {
      BookingAdopted: (booking) => {
        runOf(booking.serial).booking = booking;
      },
      BookingChanged: ({ booking }) => {
        runOf(booking.serial).booking = booking;
      },
      SerialCalled: ({ serial }) => {
        runOf(serial).status = 'called';
      },
      GoNoGoSigned: ({ serial, item, party, go }) => {
        const signed = party === undefined ? item : `${item}:${party}`;
        if (go) runOf(serial).go.add(signed);
        else runOf(serial).go.delete(signed);
      },
      SerialReady: ({ serial }) => {
        runOf(serial).status = 'ready';
      },
      SerialStarted: (payload, { time }) => {
        const run = runOf(payload.serial);
        run.status = 'running';
        run.startedAt = happenedAt(payload, time);
      },
      SerialStopped: ({ serial }, { time }) => {
        const run = runOf(serial);
        run.status = 'stopped';
        run.stoppedSince ??= time;
      },
      SerialResumed: ({ serial }, { time }) => {
        const run = runOf(serial);
        run.status = 'running';
        goOn(run, time);
      },
      SerialDone: (payload, { time }, mark) => end(payload.serial, 'done', happenedAt(payload, time), mark),
      SerialCurtailed: ({ serial }, { time }, mark) => end(serial, 'curtailed', time, mark),
      SerialCancelled: ({ serial }, { time }, mark) => end(serial, 'cancelled', time, mark),
    },
  };
}
