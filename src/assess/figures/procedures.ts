/** Procedures of coordination against the standards that the parties agreed beforehand: over all serials, by phase, and from the first phase to the last. */
import type { Procedure } from '../../exercise/index.ts';
import { unreachable } from '../../kernel/index.ts';
import type { ProcedureFigure, Trend } from '../assessment.ts';
import type { EventMark } from '../event-marks.ts';
import type { ProcedureRecord } from '../gather/procedures.ts';
import { type Gathered, secondsOf } from '../gathered.ts';
import type { Ground } from '../ground.ts';
import { type Lasted, ratioOf, shareOf, spreadOf } from '../spread.ts';
import type { RequestFigure } from './requests.ts';

/** One time that a procedure was carried out. `met` is null while it cannot be said. */
export type Occurrence = {
  readonly procedure: string;
  readonly serial: string | null;
  readonly lasted: Lasted | null;
  readonly met: boolean | null;
  readonly mark: EventMark;
};

/** Records of procedures, and requests made under one. */
export function occurrencesOf(gathered: Gathered, requests: readonly RequestFigure[]): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const { recorded, mark } of gathered.procedures.records.values()) {
    const { procedure, serial } = recorded;
    const lasted = lastedOf(recorded, gathered);
    const met = isMet(recorded, lasted, gathered.exercise.procedures.byId.get(procedure), gathered);
    occurrences.push({ procedure, serial, lasted, met, mark });
  }
  for (const { run, whole, onTime } of requests) {
    const { procedure, serial, mark } = run;
    if (procedure !== null) occurrences.push({ procedure, serial, lasted: whole, met: onTime, mark });
  }
  return occurrences;
}

/** What was not finished was open until its serial ended, or until the end of the watch. */
function lastedOf({ startedAt, finishedAt, serial }: ProcedureRecord, { serials, until }: Gathered): Lasted {
  if (finishedAt !== null) return { seconds: secondsOf(finishedAt - startedAt), ended: true };
  const endedAt = serials.runs.get(serial)?.endedAt ?? until;
  return { seconds: secondsOf(Math.min(endedAt, until) - startedAt), ended: false };
}

function isMet(record: ProcedureRecord, lasted: Lasted, procedure: Procedure | undefined, { ground, serials }: Gathered): boolean | null {
  const withinSeconds = procedure?.within === undefined ? null : procedure.within.minutes * 60;
  if (withinSeconds !== null && lasted.seconds > withinSeconds) return false;
  if (!lasted.ended) return (serials.runs.get(record.serial)?.endedAt ?? null) === null ? null : false;
  return procedure === undefined ? null : hasSucceeded(record, procedure.kind, ground);
}

/** What a kind of procedure must have come to, besides its time; null where nobody said. */
function hasSucceeded(record: ProcedureRecord, kind: Procedure['kind'], ground: Ground): boolean | null {
  switch (kind) {
    case 'backBrief':
      return record.correct === undefined ? null : isCorrectForBoth(record, record.correct, ground);
    case 'handOver':
      return record.firstTime ?? null;
    case 'commonPicture':
      return record.agreed ?? null;
    case 'jointDecision':
      return record.agreed ?? true;
    case 'request':
    case 'report':
      return true;
    default:
      return unreachable(kind);
  }
}

/** Correct in a language of each party or of its posts, and wrong in none. */
function isCorrectForBoth({ from, to }: ProcedureRecord, correct: Readonly<Record<string, boolean>>, { spokenBy }: Ground): boolean {
  const answers = Object.values(correct);
  if (answers.length === 0 || answers.includes(false)) return false;
  return [from, to].every((id) => {
    const spoken = spokenBy(id);
    return spoken === undefined || Object.keys(correct).some((language) => spoken.has(language));
  });
}

export type ProcedureFigures = {
  readonly procedures: readonly ProcedureFigure[];
  readonly byPhase: readonly ProcedureFigure[];
  readonly trends: readonly Trend[];
};

/** Every procedure of the document has a figure, also one that was never recorded; a phase only where there is something to say. */
export function procedureFigures({ exercise, ground, phaseOf }: Gathered, occurrences: readonly Occurrence[]): ProcedureFigures {
  const phased = new Map<string, Map<string | null, Occurrence[]>>(exercise.procedures.list.map(({ id }) => [id, new Map()]));
  for (const occurrence of occurrences) {
    const phase = occurrence.serial === null ? null : phaseOf(occurrence.serial);
    const phases = phased.get(occurrence.procedure);
    if (phases === undefined) continue;
    const list = phases.get(phase);
    if (list === undefined) phases.set(phase, [occurrence]);
    else list.push(occurrence);
  }
  const figure = (procedure: Procedure, phase: string | null, given: readonly Occurrence[]): ProcedureFigure => {
    const judged = given.filter(({ met }) => met !== null);
    return {
      procedure: procedure.id,
      kind: procedure.kind,
      phase,
      withinSeconds: procedure.within === undefined ? null : procedure.within.minutes * 60,
      met: shareOf(judged.filter(({ met }) => met).length, judged.length),
      latency: spreadOf(given.map(({ lasted }) => lasted)),
    };
  };
  const inPhases = exercise.procedures.list.map((procedure) =>
    ground.phases.flatMap((phase) => {
      const given = phased.get(procedure.id)?.get(phase);
      return given === undefined ? [] : [figure(procedure, phase, given)];
    }),
  );
  return {
    procedures: exercise.procedures.list.map((procedure) =>
      figure(procedure, null, [...(phased.get(procedure.id)?.values() ?? [])].flat()),
    ),
    byPhase: inPhases.flat(),
    trends: inPhases.flatMap((phases) => trendOf(phases) ?? []),
  };
}

/** From the first phase in which it could be judged to the last; none where that is one and the same. */
function trendOf(phases: readonly ProcedureFigure[]): Trend | null {
  const judged = phases.filter(({ met }) => met.of > 0);
  const [first, last] = [judged[0], judged.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const [before, after] = [ratioOf(first.met), ratioOf(last.met)];
  const [slow, fast] = [first.latency.median, last.latency.median];
  return {
    procedure: first.procedure,
    first,
    last,
    betterBy: before === null || after === null ? null : after - before,
    fasterBySeconds: slow === null || fast === null ? null : slow - fast,
  };
}
