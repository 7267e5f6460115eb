/**
 * THE SIMULATED PEOPLE: told the events of the log, they say which command comes next and when. Each post acts on what it may read and on what it
 * sees where it stands. A dry run and a played exercise drive the very same people.
 */
import {
  type Command,
  type Conduct,
  evolve,
  type LoggedEvent,
  noConduct,
  type ReadonlyConduct,
  type ReadonlySlice,
  type StreamKey,
  visible,
} from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type RunRecord, recordedTypes } from '../runs/run-record.ts';
import { type Stage, stageOf } from '../stage/stage.ts';
import { type Acts, actsOf } from './acts/acts.ts';
import { Company, type TimedCommand } from './company.ts';

export type SimulatedPeople = {
  /** When somebody next does something; Infinity when nobody will unless told something new. */
  nextAt(): number;
  /** The next command given at or before a time; null when there is none until then. */
  next(until?: number): TimedCommand | null;
  /** What has happened; each post hears what it may read. Events come in total order. */
  told(events: readonly LoggedEvent[]): void;
  /** A command was refused: who gave it may try again later. */
  refused(command: Command): void;
  /** Takes up a log that is already there: what it holds was done, what it does not hold is still to do. */
  resume(events: readonly LoggedEvent[]): void;
  /** What a post knows by now, by stream. */
  memoryOf(post: string): ReadonlyMap<StreamKey, ReadonlySlice>;
  readonly record: RunRecord;
  /** Ends the run: what still waits has waited until now. */
  close(now: number): void;
};

/** The people of an exercise, with the chances of one run of a seed. */
export function simulatedPeople(exercise: Exercise, plan: Plan, seed: string, run = 0): SimulatedPeople {
  return peopleOn(stageOf(exercise, plan), seed, run);
}

type AnyReaction = (payload: never, logged: LoggedEvent) => void;
/** Who reacts to a type of event, and whether the record asks for it: one look-up an event. */
type Listeners = { readonly reactions: AnyReaction[]; readonly isRecorded: boolean; wasTold: boolean };

/**
 * The people on a stage that is set. `shared` is a state that the caller folds anyway: then they read it instead of folding a second one, each post no
 * more of it than it may.
 */
export function peopleOn(stage: Stage, seed: string, run: number, shared?: ReadonlyConduct): SimulatedPeople {
  return new People(stage, seed, run, shared);
}

class People implements SimulatedPeople {
  readonly record: RunRecord;
  readonly #company: Company;
  readonly #acts: Acts;
  /** Their own fold of what they were told; undefined where they read the caller's. */
  readonly #own: Conduct | undefined;
  readonly #boards: ReadonlyConduct;
  readonly #listeners = new Map<string, Listeners>();
  /** How many of the orders have been taken. */
  #taken = 0;

  constructor(stage: Stage, seed: string, run: number, shared: ReadonlyConduct | undefined) {
    const own = shared === undefined ? noConduct(stage.exercise, stage.routes) : undefined;
    this.#own = own;
    this.#boards = shared ?? own ?? noConduct(stage.exercise, stage.routes);
    this.#company = new Company(stage, seed, run, this.#boards);
    this.record = this.#company.record;
    this.#acts = actsOf(this.#company);
    for (const act of this.#acts.reactions) {
      for (const [type, reaction] of Object.entries(act) as [string, AnyReaction][]) {
        this.#listenersTo(type).reactions.push(reaction);
      }
    }
  }

  #listenersTo(type: string): Listeners {
    let found = this.#listeners.get(type);
    if (found === undefined) {
      found = { reactions: [], isRecorded: recordedTypes.has(type), wasTold: false };
      this.#listeners.set(type, found);
    }
    return found;
  }

  nextAt(): number {
    return this.#company.orders[this.#taken]?.at ?? this.#company.agenda.nextAt;
  }

  next(until = Number.POSITIVE_INFINITY): TimedCommand | null {
    const { orders, agenda } = this.#company;
    while (this.#taken >= orders.length && agenda.nextAt <= until && agenda.step());
    const order = orders[this.#taken];
    if (order === undefined || order.at > until) return null;
    this.#taken++;
    if (this.#taken > 256) {
      orders.splice(0, this.#taken);
      this.#taken = 0;
    }
    return order;
  }

  told(events: readonly LoggedEvent[]): void {
    const company = this.#company;
    for (const logged of events) {
      if (logged.time > company.agenda.now) company.agenda.runUntil(logged.time);
      if (logged.time > company.lastAt) company.lastAt = logged.time;
      if (this.#own !== undefined) evolve(this.#own, logged);
      const { type, payload } = logged.event;
      const listeners = this.#listenersTo(type);
      this.record.events++;
      if (!listeners.wasTold) {
        listeners.wasTold = true;
        this.record.types++;
      }
      if (payload === null) continue;
      if (listeners.isRecorded) this.record.take(logged);
      // A reaction stands under the type of the events it takes, so that the payload is of its kind.
      for (const reaction of listeners.reactions) reaction(payload as never, logged);
    }
  }

  refused(command: Command): void {
    this.#acts.refused(command);
  }

  resume(events: readonly LoggedEvent[]): void {
    this.told(events);
    // What was to be done by the last event has been done, or was refused; the rest is still to do.
    const upTo = events.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
    const { orders } = this.#company;
    orders.splice(0, orders.length, ...orders.slice(this.#taken).filter(({ at }) => at > upTo));
    this.#taken = 0;
  }

  memoryOf(post: string): ReadonlyMap<StreamKey, ReadonlySlice> {
    const { stage } = this.#company;
    const index = stage.postOf.get(post)?.index ?? -1;
    return visible(this.#boards, (stream) => this.#company.hears(index, stream)).slices;
  }

  close(now: number): void {
    this.#company.close(now);
  }
}
