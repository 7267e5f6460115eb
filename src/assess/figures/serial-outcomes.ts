/** How each serial went, beside how it was booked. */
import type { SerialOutcome } from '../assessment.ts';
import { type Gathered, secondsOf } from '../gathered.ts';

const microsPerMinute = 60_000_000;

/** Serials of the document in its order, then those of which only the log speaks. */
export function serialOutcomes({ exercise, serials, until }: Gathered): readonly SerialOutcome[] {
  const ids = new Set<string>([...exercise.serials.list.map(({ id }) => id), ...serials.runs.keys()]);
  return [...ids].map((serial): SerialOutcome => {
    const run = serials.runs.get(serial);
    const { start = null, end = null } = run?.booking ?? {};
    const standing = run === undefined || run.stoppedSince === null ? 0 : Math.max(0, until - run.stoppedSince);
    return {
      serial,
      status: run === undefined ? 'planned' : run.status === 'planned' && run.booking?.held === false ? 'notHeld' : run.status,
      plannedStart: start === null ? null : start * microsPerMinute,
      plannedEnd: end === null ? null : end * microsPerMinute,
      startedAt: run?.startedAt ?? null,
      // What was cancelled did not end: it never came to it.
      endedAt: run === undefined || run.status === 'cancelled' ? null : run.endedAt,
      stoppedSeconds: secondsOf((run?.stoppedMicros ?? 0) + standing),
      signatures: run?.go.size ?? 0,
    };
  });
}
