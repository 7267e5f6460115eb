/**
 * What is due when: heaps over the document's triggers and the cases of consent, kept by `evolve` so that time passing costs nothing where
 * nothing is due. It looks across streams, hence only deciders use it, at the home origin where every stream is.
 */
import type { Exercise } from '../exercise/index.ts';
import type { VersionedEvent } from './decision.ts';
import { pruned, type Queue, queue, queued } from './due-queue.ts';
import type { ClockFacts } from './state/running.ts';
import { type Due, type Happening, movedByAnchors, type TriggerTable, triggersOf } from './triggers.ts';

export type Agenda = {
  readonly exercise: Exercise;
  readonly table: TriggerTable;
  /** The clock, by which everything is stamped; null before it was first spoken of. */
  clock: ClockFacts | null;
  /** Injects by exercise time, injects by real time, cases of consent by real time. */
  readonly inExerciseTime: Queue;
  readonly inRealTime: Queue;
  readonly cases: Queue;
  /** Happenings that came and set off what waited for them; the first one counts. Before STARTEX it counts as long ago. */
  readonly happened: Set<string>;
  readonly anchors: Map<string, number>;
  /** delivery → inject */
  readonly injectOf: Map<string, string>;
  /** Cases of consent by the stream they lie in. */
  readonly streamOfCase: Map<string, string>;
};
export type ReadonlyAgenda = {
  readonly clock: Readonly<ClockFacts> | null;
  readonly inExerciseTime: Queue;
  readonly inRealTime: Queue;
  readonly cases: Queue;
  readonly injectOf: ReadonlyMap<string, string>;
  readonly streamOfCase: ReadonlyMap<string, string>;
};

export function noAgenda(exercise: Exercise): Agenda {
  const table = triggersOf(exercise);
  return {
    exercise,
    table,
    clock: null,
    inExerciseTime: queue(table.exerciseTime, table.timed),
    inRealTime: queue(table.realTime, table.timed),
    cases: queue([], new Map()),
    happened: new Set(),
    anchors: new Map(),
    injectOf: new Map(),
    streamOfCase: new Map(),
  };
}

/** Takes note of an event. Total, in any order of events: what is gone stays gone, and a happening counts once. */
export function note(agenda: Agenda, event: VersionedEvent, stream: string, exerciseTime: number | null): void {
  const at = exerciseTime ?? Number.NEGATIVE_INFINITY;
  switch (event.type) {
    case 'InjectDue':
      gone(agenda, event.payload.inject);
      break;
    case 'InjectReleased': {
      const { inject, deliveries } = event.payload;
      gone(agenda, inject);
      for (const delivery of deliveries) agenda.injectOf.set(delivery, inject);
      if (!agenda.table.isStaged(inject)) happens(agenda, 'released', inject, at);
      break;
    }
    case 'InjectPlayed':
      if (agenda.table.isStaged(event.payload.inject)) happens(agenda, 'released', event.payload.inject, at);
      break;
    case 'InjectStatusChanged': {
      const { inject, status } = event.payload;
      if (status === 'deferred' || status === 'obsolete') shelve(agenda, inject);
      else unshelve(agenda, inject);
      break;
    }
    case 'InjectAnswered':
      happens(agenda, 'answered', event.payload.inject, at);
      break;
    case 'ExpectedActionSeen':
      if (event.payload.outcome === 'expected') happens(agenda, 'expectedActionSeen', event.payload.inject, at);
      if (event.payload.outcome !== 'none') answered(agenda, event.payload.inject);
      break;
    case 'SerialStarted':
      happens(agenda, 'running', event.payload.serial, at);
      break;
    case 'SerialStopped':
      happens(agenda, 'stopped', event.payload.serial, at);
      break;
    case 'SerialDone':
    case 'SerialCurtailed':
      happens(agenda, 'done', event.payload.serial, at);
      break;
    case 'AnchorSet':
      agenda.anchors.set(event.payload.anchor, event.payload.at);
      for (const due of movedByAnchors(agenda.exercise, agenda.anchors)) move(agenda, due);
      break;
    case 'ConsentAsked': {
      const { case: consentCase, until } = event.payload;
      agenda.streamOfCase.set(consentCase, stream);
      if (!agenda.cases.gone.has(consentCase))
        queued(agenda.cases, { key: consentCase, at: until, cause: 'time', order: agenda.streamOfCase.size });
      break;
    }
    case 'ConsentSettled':
      agenda.cases.gone.add(event.payload.case);
      pruned(agenda.cases);
      break;
    default:
      break;
  }
}

/** Event types that `note` has to see; the others are not shown to it. */
export const noted: ReadonlySet<string> = new Set([
  'InjectDue',
  'InjectReleased',
  'InjectPlayed',
  'InjectStatusChanged',
  'InjectAnswered',
  'ExpectedActionSeen',
  'SerialStarted',
  'SerialStopped',
  'SerialDone',
  'SerialCurtailed',
  'AnchorSet',
  'ConsentAsked',
  'ConsentSettled',
] satisfies readonly VersionedEvent['type'][]);

function happens(agenda: Agenda, happening: Happening, subject: string, at: number): void {
  if (happening === 'answered') answered(agenda, subject);
  const waiting = agenda.table.byHappening[happening].get(subject);
  if (waiting === undefined) return;
  const key = `${happening}/${subject}`;
  if (agenda.happened.has(key)) return;
  agenda.happened.add(key);
  for (const { inject, delayMicros, cause, order } of waiting) {
    if (!agenda.inExerciseTime.gone.has(inject)) queued(agenda.inExerciseTime, { key: inject, at: at + delayMicros, cause, order });
  }
}

/** An answer, or an action in its stead, came: what waits for its absence is not due any more. */
function answered(agenda: Agenda, inject: string): void {
  for (const waiting of agenda.table.unlessAnswered.get(inject) ?? []) gone(agenda, waiting);
}

function gone(agenda: Agenda, inject: string): void {
  for (const injects of [agenda.inExerciseTime, agenda.inRealTime]) {
    injects.gone.add(inject);
    pruned(injects);
  }
}

function shelve(agenda: Agenda, inject: string): void {
  for (const injects of [agenda.inExerciseTime, agenda.inRealTime]) {
    injects.shelved.add(inject);
    pruned(injects);
  }
}

function unshelve(agenda: Agenda, inject: string): void {
  for (const injects of [agenda.inExerciseTime, agenda.inRealTime]) {
    if (!injects.shelved.delete(inject) || injects.gone.has(inject)) continue;
    const due = injects.latest.get(inject) ?? injects.first.get(inject);
    if (due !== undefined && inQueueOf(agenda, injects, inject)) queued(injects, due);
  }
}

function move(agenda: Agenda, due: Due): void {
  const injects = inQueueOf(agenda, agenda.inRealTime, due.key) ? agenda.inRealTime : agenda.inExerciseTime;
  const before = injects.latest.get(due.key) ?? injects.first.get(due.key);
  if (before?.at !== due.at && !injects.gone.has(due.key)) queued(injects, due);
}

function inQueueOf(agenda: Agenda, injects: Queue, inject: string): boolean {
  const trigger = agenda.exercise.injects.byId.get(inject)?.trigger;
  return (injects === agenda.inRealTime) === (trigger?.kind === 'time' && trigger.realTime);
}
