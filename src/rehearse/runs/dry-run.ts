/**
 * ONE DRY RUN: the real conduct core in virtual time, given commands by simulated people. Nothing is hashed or stored; who keeps a run is handed each
 * change as it would be stored.
 */
import {
  authorNamed,
  type Batch,
  type Command,
  type Conduct,
  decide,
  evolve,
  exerciseTimeOf,
  homeOf,
  inOrder,
  type LoggedEvent,
  nextDueAt,
  nextTime,
  noConduct,
  type OrderOf,
  type Outcome,
  sliceOf,
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

const origin = 'dry-run';

export type DryRun = { readonly record: RunRecord; readonly people: SimulatedPeople; readonly refusals: number };

/** Runs an exercise once. The same exercise, plan, seed and run give the same events, byte for byte. */
export function dryRun(exercise: Exercise, plan: Plan, options: DryRunOptions): DryRun {
  return dryRunOn(stageOf(exercise, plan), options);
}

export function dryRunOn(stage: Stage, options: DryRunOptions): DryRun {
  const running = new Running(stage, options);
  running.adopt();
  while (running.step());
  return running.end();
}

/** A run under way. A class, so that the engine need not learn its calls anew in every run. */
class Running {
  readonly #stage: Stage;
  readonly #options: DryRunOptions;
  readonly #conduct: Conduct;
  readonly #people: SimulatedPeople;
  #last: MicroInstant;
  #refusals = 0;
  #passed = 0;

  constructor(stage: Stage, options: DryRunOptions) {
    this.#stage = stage;
    this.#options = options;
    this.#conduct = noConduct(stage.exercise, stage.routes);
    this.#people = peopleOn(stage, options.seed, options.run, this.#conduct);
    this.#last = (stage.begins - 1) as MicroInstant;
  }

  adopt(): void {
    const { files } = this.#options;
    const at = this.#stage.begins as MicroInstant;
    if (files !== undefined) this.#give({ id: 'adopt-document', type: 'AdoptDocument', by: systemAuthor, at, order: { files } });
    this.#give({
      id: 'adopt-plan',
      type: 'AdoptPlan',
      by: systemAuthor,
      at: (at + 1) as MicroInstant,
      order: adoptionOf(this.#stage.plan),
    });
  }

  /** Gives the next command, or lets time pass to what is due; false when nothing more happens. */
  step(): boolean {
    const due = nextDueAt(this.#conduct, this.#last);
    const next = this.#people.next(Math.min(due ?? Number.POSITIVE_INFINITY, this.#stage.ends));
    if (next !== null) this.#give(next.command);
    else if (due !== null && due <= this.#stage.ends) {
      this.#give({ id: `time/${++this.#passed}`, type: 'PassTime', by: systemAuthor, at: due, order: {} });
    } else return false;
    return true;
  }

  end(): DryRun {
    this.#people.close(Math.min(this.#last, this.#stage.ends));
    return { record: this.#people.record, people: this.#people, refusals: this.#refusals };
  }

  #give(asked: Command): void {
    const at = nextTime(this.#last, asked.at);
    const command = at === asked.at ? asked : { ...asked, at };
    const conduct = this.#conduct;
    const { outcome, change } = decide(command, conduct);
    const { keep, listen } = this.#options;
    const stamp = keep === undefined ? undefined : stampOf(command, conduct);
    const exerciseTime = exerciseTimeOf(command, conduct);
    const home = homeOf(command, conduct);
    this.#last = at;
    const ordered = inOrder(change);
    const events = new Array<LoggedEvent>(ordered.length);
    let count = 0;
    for (const { stream, event } of ordered) {
      const slice = sliceOf(conduct, stream);
      // A dry run has one origin, so that a stream's length is its last sequence.
      const sequence = slice.length + 1;
      const author = authorNamed(command, stream, home, conduct);
      const logged: LoggedEvent = { stream, origin, sequence, time: at, exerciseTime, author, event };
      evolve(conduct, logged, slice);
      events[count++] = logged;
      listen?.(logged);
    }
    if (stamp !== undefined) keep?.({ command, outcome, stamp, change, events });
    this.#people.told(events);
    if (outcome.kind === 'accepted') return;
    this.#refusals++;
    this.#people.refused(command);
  }
}

function adoptionOf({ seed, iterations, lanes, objectives, unmet, bookings }: Plan): OrderOf<'AdoptPlan'> {
  // The same values in the command's mutable form; nobody writes to them.
  return { seed, iterations, lanes, objectives, unmet, bookings } as unknown as OrderOf<'AdoptPlan'>;
}
