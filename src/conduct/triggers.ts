/** The document's triggers as a table: which injects wait for a time, and which for something to happen. Made once per exercise. */
import { anchorsOf, type Exercise, type Inject, readWhen } from '../exercise/index.ts';
import { isoFromMinute, isProblem, type MinuteInstant, microsPerMinute } from '../kernel/index.ts';
import type { PayloadOf } from './events/events.ts';

/** Something that becomes due: an inject, or a case of consent whose time is up. `order` settles what is due at once. */
export type Due = { readonly key: string; readonly at: number; readonly cause: PayloadOf<'InjectDue'>['cause']; readonly order: number };

/** What happens to an inject or a serial and may set off others. */
export type Happening = 'released' | 'answered' | 'expectedActionSeen' | 'running' | 'stopped' | 'done';

/** An inject that waits for a happening: due so long after it; for an absence, unless an answer comes first. */
export type Dependent = {
  readonly inject: string;
  readonly delayMicros: number;
  readonly cause: 'after' | 'absence';
  readonly order: number;
};

export type TriggerTable = {
  /** Sorted by time, so that each is also a heap. */
  readonly exerciseTime: readonly Due[];
  readonly realTime: readonly Due[];
  readonly timed: ReadonlyMap<string, Due>;
  /** By what happens, then by what it happens to. */
  readonly byHappening: { readonly [H in Happening]: ReadonlyMap<string, readonly Dependent[]> };
  /** Injects whose absence trigger an answer to this one takes away. */
  readonly unlessAnswered: ReadonlyMap<string, readonly string[]>;
  readonly isStaged: (inject: string) => boolean;
};

const tables = new WeakMap<Exercise, TriggerTable>();

/** The trigger table of an exercise. */
export function triggersOf(exercise: Exercise): TriggerTable {
  const known = tables.get(exercise);
  if (known !== undefined) return known;
  const made = tableOf(exercise);
  tables.set(exercise, made);
  return made;
}

/** Earlier first; in the document's order where the time is the same. */
export function compareDue(a: Due, b: Due): number {
  return a.at === b.at ? a.order - b.order : a.at - b.at;
}

function tableOf(exercise: Exercise): TriggerTable {
  const exerciseTime: Due[] = [];
  const realTime: Due[] = [];
  const byHappening: { readonly [H in Happening]: Map<string, Dependent[]> } = {
    released: new Map(),
    answered: new Map(),
    expectedActionSeen: new Map(),
    running: new Map(),
    stopped: new Map(),
    done: new Map(),
  };
  const unlessAnswered = new Map<string, string[]>();
  exercise.injects.list.forEach((inject, order) => {
    const { trigger } = inject;
    if (trigger.kind === 'time' && !Number.isNaN(trigger.at.at)) {
      (trigger.realTime ? realTime : exerciseTime).push({ key: inject.id, at: trigger.at.at * microsPerMinute, cause: 'time', order });
    }
    for (const { happening, subject, ...dependent } of dependentsIn(inject, order)) push(byHappening[happening], subject, dependent);
    if (trigger.kind === 'absence') push(unlessAnswered, trigger.inject, inject.id);
  });
  exerciseTime.sort(compareDue);
  realTime.sort(compareDue);
  return {
    exerciseTime,
    realTime,
    timed: new Map([...exerciseTime, ...realTime].map((due) => [due.key, due])),
    byHappening,
    unlessAnswered,
    isStaged: (id) => exercise.injects.byId.get(id)?.means === 'stagedCue',
  };
}

function dependentsIn(inject: Inject, order: number): readonly (Dependent & { readonly happening: Happening; readonly subject: string })[] {
  const { trigger } = inject;
  const after = (happening: Happening, subject: string, minutes: number, cause: 'after' | 'absence') =>
    Number.isNaN(minutes) ? [] : [{ happening, subject, inject: inject.id, delayMicros: minutes * microsPerMinute, cause, order }];
  if (trigger.kind === 'absence') return after('released', trigger.inject, trigger.within.minutes, 'absence');
  if (trigger.kind !== 'after') return [];
  const subject = trigger.inject ?? trigger.serial;
  return subject === undefined ? [] : after(trigger.happening, subject, trigger.delay?.minutes ?? 0, 'after');
}

function push<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}

/** Where the timed injects lie once anchors were set anew. */
export function movedByAnchors(exercise: Exercise, anchors: ReadonlyMap<string, number>): readonly Due[] {
  const { timed } = triggersOf(exercise);
  const written = {
    ...exercise.setting.anchors,
    ...Object.fromEntries([...anchors].map(([name, at]) => [name, isoFromMinute(at as MinuteInstant)])),
  };
  const anchorOf = anchorsOf(written, exercise.zone);
  const moved: Due[] = [];
  for (const due of timed.values()) {
    const trigger = exercise.injects.byId.get(due.key)?.trigger;
    if (trigger?.kind !== 'time') continue;
    const at = readWhen(trigger.at.written, exercise.zone, anchorOf);
    if (!isProblem(at)) moved.push({ ...due, at: at * microsPerMinute });
  }
  return moved;
}
