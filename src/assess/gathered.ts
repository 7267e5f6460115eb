/** Everything gathered from a log, as the figures read it, and up to when it was watched. */
import type { Exercise } from '../exercise/index.ts';
import type { EventMarks } from './event-marks.ts';
import type { GatheredClock } from './gather/clock.ts';
import type { GatheredCommunication } from './gather/communication.ts';
import type { GatheredFindings } from './gather/findings.ts';
import type { GatheredInjects } from './gather/injects.ts';
import type { GatheredObservations } from './gather/observations.ts';
import type { GatheredProcedures } from './gather/procedures.ts';
import type { RequestRun } from './gather/requests.ts';
import type { GatheredSafety } from './gather/safety.ts';
import type { GatheredSerials } from './gather/serials.ts';
import type { GatheredTimeline } from './gather/timeline.ts';
import type { Ground } from './ground.ts';

export type Gathered = {
  readonly exercise: Exercise;
  readonly ground: Ground;
  readonly marks: EventMarks;
  readonly phaseOf: (serial: string) => string | null;
  /** ENDEX, or the last event where it has not come: what is open then is censored there. */
  readonly until: number;
  readonly clock: GatheredClock;
  readonly serials: GatheredSerials;
  readonly injects: GatheredInjects;
  readonly requests: readonly RequestRun[];
  readonly procedures: GatheredProcedures;
  readonly observations: GatheredObservations;
  readonly communication: GatheredCommunication;
  readonly safety: GatheredSafety;
  readonly findings: GatheredFindings;
  readonly timeline: GatheredTimeline | null;
};

/** Microseconds as seconds, to the millisecond. */
export const secondsOf = (micros: number): number => Math.round(Math.max(0, micros) / 1000) / 1000;
