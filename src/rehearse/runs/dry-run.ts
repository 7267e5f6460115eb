/**
 * ONE DRY RUN: the real conduct core in virtual time, given commands by simulated people. Nothing is hashed or stored; who keeps a run is handed each
 * change as it would be stored.
 */
import {
  type Batch,
  type Command,
  decide,
  evolve,
  inOrder,
  type LoggedEvent,
  nextDueAt,
  nextTime,
  noConduct,
  type OrderOf,
  type Outcome,
  stampOf,
  systemAuthor,
  type VersionedEvent,
} from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { Plan } from '../../plan/index.ts';
import { peopleOn, type SimulatedPeople } from '../people/people.ts';
import { type Stage, stageOf } from '../stage/stage.ts';
import type { RunRecord } from './run-record.ts';

/** A change of a kept run: what a store would be given, and the events as they were folded. */
export type KeptChange = {
  readonly command: Command;
  readonly outcome: Outcome;
  readonly stamp: Omit<Batch<VersionedEvent>, 'command' | 'outcome' | 'change'>;
  readonly change: Batch<VersionedEvent>['change'];
  readonly events: readonly LoggedEvent[];
};

export type DryRunOptions = {
  readonly seed: string;
  readonly run: number;
  /** Called with every change that holds events, and with every refusal. */
  readonly keep?: (change: KeptChange) => void;
  /** The document's files, adopted before the plan; a kept log needs them, a counted run does not. */
  readonly files?: OrderOf<'AdoptDocument'>['files'];
  /** Called with every event; an assessor's `take`, say. */
  readonly listen?: (event: LoggedEvent) => void;
};

export type DryRun = { readonly record: RunRecord; readonly people: SimulatedPeople; readonly refusals: number };

/** Runs an exercise once. The same exercise, plan, seed and run give the same events, byte for byte. */
export function dryRun(exercise: Exercise, plan: Plan, options: DryRunOptions): DryRun {
  return dryRunOn(stageOf(exercise, plan), options);
}

const origin = 'dry-run';

export function dryRunOn(stage: Stage, { seed, run, keep, files, listen }: DryRunOptions): DryRun {
  const conduct = noConduct(stage.exercise, stage.routes);
  const people = peopleOn(stage, seed, run, conduct);
  const lengths = new Map<string, number>();
  let last: MicroInstant | null = null;
  let refusals = 0;

  const give = (asked: Command): void => {
    const at = nextTime(last, asked.at);
    const command = at === asked.at ? asked : { ...asked, at };
    const { outcome, change } = decide(command, conduct);
    const stamp = stampOf(command, conduct);
    last = at;
    const events: LoggedEvent[] = [];
    for (const { stream, event } of inOrder(change)) {
      const sequence = (lengths.get(stream) ?? 0) + 1;
      lengths.set(stream, sequence);
      const logged: LoggedEvent = {
        stream,
        origin,
        sequence,
        time: stamp.time,
        exerciseTime: stamp.exerciseTime,
        author: stamp.authorIn(stream),
        event,
      };
      evolve(conduct, logged);
      events.push(logged);
      listen?.(logged);
    }
    keep?.({ command, outcome, stamp, change, events });
    people.told(events);
    if (outcome.kind === 'refused') {
      refusals++;
      people.refused(command);
    }
  };

  const begins = stage.begins as MicroInstant;
  if (files !== undefined) give({ id: 'adopt-document', type: 'AdoptDocument', by: systemAuthor, at: begins, order: { files } });
  give({ id: 'adopt-plan', type: 'AdoptPlan', by: systemAuthor, at: (begins + 1) as MicroInstant, order: adoptionOf(stage.plan) });

  let passed = 0;
  for (;;) {
    const now = last ?? begins;
    const due = nextDueAt(conduct, now);
    const next = people.next(Math.min(due ?? Number.POSITIVE_INFINITY, stage.ends));
    if (next !== null) give(next.command);
    else if (due !== null && due <= stage.ends) give({ id: `time/${++passed}`, type: 'PassTime', by: systemAuthor, at: due, order: {} });
    else break;
  }
  people.close(Math.min(last ?? begins, stage.ends));
  return { record: people.record, people, refusals };
}

function adoptionOf({ seed, iterations, lanes, objectives, unmet, bookings }: Plan): OrderOf<'AdoptPlan'> {
  // The same values in the command's mutable form; nobody writes to them.
  return { seed, iterations, lanes, objectives, unmet, bookings } as unknown as OrderOf<'AdoptPlan'>;
}
