import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorsOf, type Exercise, readWhen } from '../exercise/index.ts';
import { isoFromMinute, isProblem, type MinuteInstant, microsPerMinute } from '../kernel/index.ts';
import type { LoggedEvent } from './conduct.ts';
import type { VersionedEvent } from './decision.ts';
import { dueBy } from './due-queue.ts';
import { randomPlay, sharedExercise } from './random-commands.ts';

type Told = { readonly event: VersionedEvent; readonly at: number };

/** What is due, worked out from the whole log without any index: when each inject's condition came true first, unless it is over or shelved. */
function dueFromLog(log: readonly LoggedEvent[], exercise: Exercise, exerciseTime: number, realTime: number): readonly string[] {
  const told: Told[] = log.flatMap(({ event, exerciseTime: at }) =>
    event.payload === null ? [] : [{ event, at: at ?? Number.NEGATIVE_INFINITY }],
  );
  const first = (holds: (event: VersionedEvent) => boolean): number | undefined => told.find(({ event }) => holds(event))?.at;
  const anchors = { ...exercise.setting.anchors };
  for (const { event } of told)
    if (event.type === 'AnchorSet') anchors[event.payload.anchor] = isoFromMinute(event.payload.at as MinuteInstant);
  return exercise.injects.list.flatMap(({ id, trigger }) => {
    const isOver =
      first((event) => (event.type === 'InjectDue' || event.type === 'InjectReleased') && event.payload.inject === id) !== undefined;
    const status = told.findLast(({ event }) => event.type === 'InjectStatusChanged' && event.payload.inject === id)?.event;
    const isShelved =
      status?.type === 'InjectStatusChanged' && (status.payload.status === 'deferred' || status.payload.status === 'obsolete');
    if (isOver || isShelved) return [];
    if (trigger.kind === 'onCall') return [];
    if (trigger.kind === 'time') {
      const at = readWhen(trigger.at.written, exercise.zone, anchorsOf(anchors, exercise.zone));
      return !isProblem(at) && at * microsPerMinute <= (trigger.realTime ? realTime : exerciseTime) ? [id] : [];
    }
    const isStaged = exercise.injects.byId.get(trigger.inject ?? '')?.means === 'stagedCue';
    const released = (inject: string) =>
      first((event) => event.type === (isStaged ? 'InjectPlayed' : 'InjectReleased') && event.payload.inject === inject);
    const answered = (inject: string) => first((event) => event.type === 'InjectAnswered' && event.payload.inject === inject);
    if (trigger.kind === 'absence') {
      const instead = first(
        (event) => event.type === 'ExpectedActionSeen' && event.payload.inject === trigger.inject && event.payload.outcome !== 'none',
      );
      const since = released(trigger.inject);
      if (answered(trigger.inject) !== undefined || instead !== undefined || since === undefined) return [];
      return since + trigger.within.minutes * microsPerMinute <= exerciseTime ? [id] : [];
    }
    const happened = {
      released: () => released(trigger.inject ?? ''),
      answered: () => answered(trigger.inject ?? ''),
      expectedActionSeen: () =>
        first(
          (event) => event.type === 'ExpectedActionSeen' && event.payload.inject === trigger.inject && event.payload.outcome === 'expected',
        ),
      running: () => first((event) => event.type === 'SerialStarted' && event.payload.serial === trigger.serial),
      stopped: () => first((event) => event.type === 'SerialStopped' && event.payload.serial === trigger.serial),
      done: () =>
        first((event) => (event.type === 'SerialDone' || event.type === 'SerialCurtailed') && event.payload.serial === trigger.serial),
    }[trigger.happening]();
    return happened !== undefined && happened + (trigger.delay?.minutes ?? 0) * microsPerMinute <= exerciseTime ? [id] : [];
  });
}

test('the kept agenda says the same as the whole log', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: -100, max: 600 }), (seed, later) => {
      const { conduct, log, now } = randomPlay(seed, 150);
      const time = now + later * microsPerMinute;
      const kept = [...dueBy(conduct.agenda.inExerciseTime, time), ...dueBy(conduct.agenda.inRealTime, time)].map(({ key }) => key);
      expect(kept.toSorted()).toEqual([...dueFromLog(log, sharedExercise, time, time)].toSorted());
    }),
    { numRuns: 150 },
  );
});
