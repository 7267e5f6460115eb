/** Restrict, then compute: which events an assessment for a reader is made from. */
import type { LoggedEvent } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import { gateFor, type Reader, readerText, type Scale } from '../release/index.ts';
import { type AssessOptions, type Assessor, assessor } from './assess.ts';
import type { Assessment } from './assessment.ts';

/** The events a reader may read, one by one and in their order. Joint figures are made from what the joint reader reads. */
export function* eventsFor(reader: Reader, events: Iterable<LoggedEvent>, scale: Scale): Generator<LoggedEvent, void, undefined> {
  const admits = gateFor(reader, scale);
  for (const event of events) if (admits(event.stream)) yield event;
}

/** An assessor that steps over every event its reader may not read. The exercise must be the one that this reader reads. */
export function assessorFor(reader: Reader, exercise: Exercise, options: Omit<AssessOptions, 'reader'> = {}): Assessor {
  const admits = gateFor(reader, exercise.policy.scale);
  const { take, result } = assessor(exercise, { ...options, reader: readerText(reader) });
  return {
    take: (event) => {
      if (admits(event.stream)) take(event);
    },
    result,
  };
}

/** Assesses for a reader what this reader may read of a log. */
export function assessFor(
  reader: Reader,
  exercise: Exercise,
  events: Iterable<LoggedEvent>,
  options: Omit<AssessOptions, 'reader'> = {},
): Assessment {
  const { take, result } = assessorFor(reader, exercise, options);
  for (const event of events) take(event);
  return result();
}
