/**
 * THE SIMULATED PEOPLE: told the events of the log, they say which command comes next and when. Each post acts on what it may read and on what it
 * sees where it stands. A dry run and a played exercise drive the very same people.
 */
import {
  type Command,
  evolve,
  type LoggedEvent,
  noConduct,
  type ReadonlyConduct,
  type ReadonlySlice,
  type StreamKey,
  systemAuthor,
  visible,
} from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { Plan } from '../../plan/index.ts';
import { Agenda } from '../engine/agenda.ts';
import { RunRecord } from '../runs/run-record.ts';
import { type Stage, stageOf } from '../stage/stage.ts';
import { actsOf } from './acts/acts.ts';
import { type Company, chanceOf } from './company.ts';
import { Crew } from './crew.ts';
import { Worker } from './worker.ts';
import { World } from './world.ts';

/** A command and when it is given. */
export type TimedCommand = { readonly at: MicroInstant; readonly command: Command };

export type SimulatedPeople = {
  /** When somebody next does something; Infinity when nobody will unless told something new. */
  readonly nextAt: () => number;
  /** The next command given at or before a time; null when there is none until then. */
  readonly next: (until?: number) => TimedCommand | null;
  /** What has happened; each post hears what it may read. Events come in total order. */
  readonly told: (events: readonly LoggedEvent[]) => void;
  /** A command was refused: who gave it may try again later. */
  readonly refused: (command: Command) => void;
  /** Takes up a log that is already there: what it holds was done, what it does not hold is still to do. */
  readonly resume: (events: readonly LoggedEvent[]) => void;
  /** What a post knows by now, by stream. */
  readonly memoryOf: (post: string) => ReadonlyMap<StreamKey, ReadonlySlice>;
  readonly record: RunRecord;
  /** Ends the run: what still waits has waited until now. */
  readonly close: (now: number) => void;
};

/** The people of an exercise, with the chances of one run of a seed. */
export function simulatedPeople(exercise: Exercise, plan: Plan, seed: string, run = 0): SimulatedPeople {
  return peopleOn(stageOf(exercise, plan), seed, run);
}

type AnyReaction = (payload: never, logged: LoggedEvent) => void;

/**
 * The people on a stage that is set. `shared` is a state that the caller folds anyway: then they read it instead of folding a second one, each post no
 * more of it than it may.
 */
export function peopleOn(stage: Stage, seed: string, run: number, shared?: ReadonlyConduct): SimulatedPeople {
  const agenda = new Agenda();
  const record = new RunRecord(stage);
  const chances = chanceOf(stage, seed, run, agenda);
  const resourceOf = new Int32Array(stage.posts.length);
  for (const { index, posts } of stage.resources) for (const post of posts) resourceOf[post] = index;
  const workers = stage.posts.map((part) => new Worker(part, resourceOf[part.index] ?? 0, agenda, record));
  const crews = new Map(
    stage.resources
      .filter(({ kind }) => kind === 'role')
      .map(({ id, index, posts }) => [
        id,
        new Crew(
          index,
          posts.flatMap((post) => workers[post] ?? []),
          agenda,
          record,
        ),
      ]),
  );
  const slowness = (serial: string, unit: string) => chances.draw('travelDelay', undefined, `${serial}/${unit}`);
  const world = new World(stage, agenda, record, workers, slowness);
  // One copy of a stream's facts serves all who may read it, as one notice board serves all who stand before it.
  const own = shared === undefined ? noConduct(stage.exercise, stage.routes) : undefined;
  const boards: ReadonlyConduct = shared ?? own ?? noConduct(stage.exercise, stage.routes);
  const orders: TimedCommand[] = [];
  // How many orders each post has given; the first place is the exercise's own.
  const given = new Int32Array(stage.posts.length + 1);
  let first = 0;
  let lastAt = Number.NEGATIVE_INFINITY;

  const company: Company = {
    stage,
    agenda,
    record,
    world,
    workers,
    crews,
    ...chances,
    hears: (post, stream) => stage.readersOf(stream)[post] === 1,
    knows: (post, stream) => (stage.readersOf(stream)[post] === 1 ? boards.slices.get(stream) : undefined),
    order: (post, type, order) => {
      const by = stage.posts[post]?.id ?? systemAuthor;
      const at = Math.max(agenda.now, lastAt + 1) as MicroInstant;
      lastAt = at;
      const number = (given[post + 1] ?? 0) + 1;
      given[post + 1] = number;
      orders.push({ at, command: { id: `${by}/${number}`, type, by, at, order } as Command });
    },
  };

  const reactions = new Map<string, AnyReaction[]>();
  const acts = actsOf(company);
  for (const act of acts.reactions) {
    for (const [type, reaction] of Object.entries(act) as [string, AnyReaction][]) {
      const list = reactions.get(type);
      if (list === undefined) reactions.set(type, [reaction]);
      else list.push(reaction);
    }
  }

  const people: SimulatedPeople = {
    record,
    nextAt: () => (first < orders.length ? (orders[first]?.at ?? 0) : agenda.nextAt),
    next: (until = Number.POSITIVE_INFINITY) => {
      while (first >= orders.length && agenda.nextAt <= until && agenda.step());
      const order = orders[first];
      if (order === undefined || order.at > until) return null;
      first++;
      if (first > 256) {
        orders.splice(0, first);
        first = 0;
      }
      return order;
    },
    told: (events) => {
      for (const logged of events) {
        if (logged.time > agenda.now) agenda.runUntil(logged.time);
        if (logged.time > lastAt) lastAt = logged.time;
        if (own !== undefined) evolve(own, logged);
        record.take(logged);
        if (logged.event.payload === null) continue;
        const list = reactions.get(logged.event.type);
        if (list === undefined) continue;
        for (const reaction of list) reaction(logged.event.payload as never, logged);
      }
    },
    refused: (command) => acts.refused(command),
    resume: (events) => {
      people.told(events);
      // What was to be done by the last event has been done, or was refused; the rest is still to do.
      const upTo = events.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
      orders.splice(0, orders.length, ...orders.slice(first).filter(({ at }) => at > upTo));
      first = 0;
    },
    memoryOf: (post) => {
      const part = stage.postOf.get(post);
      if (part === undefined) return new Map();
      return visible(boards, (stream) => stage.readersOf(stream)[part.index] === 1).slices;
    },
    close: (now) => {
      for (const worker of workers) worker.close(now);
      for (const crew of crews.values()) crew.close(now);
      world.close(now);
    },
  };
  return people;
}
