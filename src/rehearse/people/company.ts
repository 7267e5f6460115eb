/** What every act of the simulated people has at hand: the stage, its posts at work, chance, what a post knows, and the giving of orders. */
import {
  type Command,
  type CommandType,
  type EventType,
  type LoggedEvent,
  type OrderOf,
  type PayloadOf,
  type ReadonlyConduct,
  type ReadonlySlice,
  type StreamKey,
  systemAuthor,
} from '../../conduct/index.ts';
import { type MicroInstant, microsPerMinute, type Random, Streams } from '../../kernel/index.ts';
import { Agenda } from '../engine/agenda.ts';
import { RunRecord } from '../runs/run-record.ts';
import type { AssumptionKind } from '../stage/assumptions.ts';
import type { PostPart } from '../stage/post-parts.ts';
import type { Stage } from '../stage/stage.ts';
import { Crew } from './crew.ts';
import { Worker } from './worker.ts';
import { World } from './world.ts';

/** An act names the events on which somebody may act. `hears` says which post stands where it can read the event. */
export type Reactions = { readonly [T in EventType]?: (payload: PayloadOf<T>, logged: LoggedEvent) => void };

/** One run's people together. A class, so that the thousands of calls of a run go where they went in the run before. */
export class Company {
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly record: RunRecord;
  readonly workers: readonly Worker[];
  readonly crews: ReadonlyMap<string, Crew>;
  readonly world: World;
  /** Orders given and not yet taken, in the order of their times. */
  readonly orders: TimedCommand[] = [];
  /** The time of the last order or event: orders have times of their own. */
  lastAt = Number.NEGATIVE_INFINITY;
  // How many orders each post has given; the first place is the exercise's own.
  readonly #given: Int32Array;
  readonly #boards: ReadonlyConduct;
  readonly #streams: Streams;
  // The stream last asked about, and who reads it.
  #heard: StreamKey | undefined;
  #heardBy: Uint8Array = new Uint8Array();

  /** `boards`: what was folded of every stream. One copy serves all who may read it, as one notice board serves all who stand before it. */
  constructor(stage: Stage, seed: string, run: number, boards: ReadonlyConduct) {
    this.stage = stage;
    this.#streams = new Streams(seed, `${run}/`);
    this.#boards = boards;
    this.#given = new Int32Array(stage.posts.length + 1);
    const [agenda, record] = [new Agenda(), new RunRecord(stage)];
    const resourceOf = new Int32Array(stage.posts.length);
    for (const { index, posts } of stage.resources) for (const post of posts) resourceOf[post] = index;
    this.agenda = agenda;
    this.record = record;
    this.workers = stage.posts.map((part) => new Worker(part, resourceOf[part.index] ?? 0, agenda, record));
    const crewOf = (index: number, posts: readonly number[]) =>
      new Crew(
        index,
        posts.flatMap((post) => this.workers[post] ?? []),
        agenda,
        record,
      );
    this.crews = new Map(stage.resources.filter(({ kind }) => kind === 'role').map(({ id, index, posts }) => [id, crewOf(index, posts)]));
    this.world = new World(stage, agenda, record, this.workers, (serial, unit) => this.draw('travelDelay', undefined, `${serial}/${unit}`));
  }

  /** Whether a post may read a stream, and so is told of its events. */
  hears(post: number, stream: StreamKey): boolean {
    // Several acts ask about the stream of one event.
    if (stream !== this.#heard) {
      this.#heard = stream;
      this.#heardBy = this.stage.readersOf(stream);
    }
    return this.#heardBy[post] === 1;
  }

  /** What a post knows of a stream; undefined where it may not read it. */
  knows(post: number, stream: StreamKey): ReadonlySlice | undefined {
    return this.hears(post, stream) ? this.#boards.slices.get(stream) : undefined;
  }

  /** A post gives an order now; −1 is the exercise itself. */
  order<T extends CommandType>(post: number, type: T, order: OrderOf<T>): void {
    const by = this.stage.posts[post]?.id ?? systemAuthor;
    const at = Math.max(this.agenda.now, this.lastAt + 1) as MicroInstant;
    this.lastAt = at;
    const number = (this.#given[post + 1] ?? 0) + 1;
    this.#given[post + 1] = number;
    // The order is of the command's type by the signature; the union cannot follow that.
    this.orders.push({ at, command: { id: `${by}/${number}`, type, by, at, order } as Command });
  }

  /** A stream of chance for an entity, to keep. */
  chance(entity: string, purpose?: string): Random {
    return this.#streams.of(entity, purpose);
  }

  /** A number from 0 on and below 1 for an entity and a purpose. */
  uniform(entity: string, purpose: string): number {
    return this.#streams.passing(entity, purpose).uniform();
  }

  /** Draws an assumption for a post and an entity; minutes, or 0 and 1. */
  draw(kind: AssumptionKind, post: PostPart | undefined, entity: string, kinds?: readonly string[]): number {
    const { stage } = this;
    return stage.drawOf(kind, post, stage.lightAt(this.agenda.now), kinds)(this.#streams.passing(entity, kind));
  }

  /** Gives a post something to do: it takes so many minutes once the post gets to it. −1 is the exercise itself, which never waits. */
  work(post: number, minutes: number, done: (now: number) => void, serial = -1): void {
    const worker = this.workers[post];
    if (worker === undefined) this.agenda.at(this.agenda.now + micros(minutes), done);
    else worker.ask({ cameAt: this.agenda.now, takes: micros(minutes), serial, done });
  }

  /** Ends the run: what still waits has waited until now. */
  close(now: number): void {
    for (const worker of this.workers) worker.close(now);
    for (const crew of this.crews.values()) crew.close(now);
    this.world.close(now);
  }
}

/** A command and when it is given. */
export type TimedCommand = { readonly at: MicroInstant; readonly command: Command };

/** Minutes as microseconds, never negative. */
export const micros = (minutes: number): number => Math.max(0, Math.round(minutes * microsPerMinute));
