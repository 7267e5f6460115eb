/** What every act of the simulated people has at hand: the stage, its posts at work, chance, what a post knows, and the giving of orders. */
import type { CommandType, EventType, LoggedEvent, OrderOf, PayloadOf, ReadonlySlice, StreamKey } from '../../conduct/index.ts';
import { type Light, microsPerMinute, type Random, randomFor } from '../../kernel/index.ts';
import type { Agenda } from '../engine/agenda.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { AssumptionKind } from '../stage/assumptions.ts';
import type { PostPart } from '../stage/post-parts.ts';
import type { Stage } from '../stage/stage.ts';
import type { Crew } from './crew.ts';
import type { Worker } from './worker.ts';
import type { World } from './world.ts';

/** An act names the events on which somebody may act. `hears` says which post stands where it can read the event. */
export type Reactions = { readonly [T in EventType]?: (payload: PayloadOf<T>, logged: LoggedEvent) => void };

export type Company = {
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly record: RunRecord;
  readonly world: World;
  readonly workers: readonly Worker[];
  readonly crews: ReadonlyMap<string, Crew>;
  /** Whether a post may read a stream, and so is told of its events. */
  readonly hears: (post: number, stream: StreamKey) => boolean;
  /** What a post knows of a stream; undefined where it may not read it. */
  readonly knows: (post: number, stream: StreamKey) => ReadonlySlice | undefined;
  readonly order: <T extends CommandType>(post: number, type: T, order: OrderOf<T>) => void;
  /** A stream of chance for an entity and a purpose. */
  readonly chance: (entity: string) => Random;
  /** Draws an assumption for a post and an entity; minutes, or 0 and 1. */
  readonly draw: (kind: AssumptionKind, post: PostPart | undefined, entity: string, kinds?: readonly string[]) => number;
  readonly lightNow: () => Light;
};

/** Minutes as microseconds, never negative. */
export const micros = (minutes: number): number => Math.max(0, Math.round(minutes * microsPerMinute));

/** Gives a post something to do: it takes so many minutes once the post gets to it. −1 is the exercise itself, which never waits. */
export function work(company: Company, post: number, minutes: number, done: (now: number) => void, serial = -1): void {
  const worker = company.workers[post];
  if (worker === undefined) {
    company.agenda.at(company.agenda.now + micros(minutes), done);
    return;
  }
  worker.ask({ cameAt: company.agenda.now, takes: micros(minutes), serial, done });
}

/** The chance and assumptions of one run. */
export function chanceOf(stage: Stage, seed: string, run: number, agenda: Agenda): Pick<Company, 'chance' | 'draw' | 'lightNow'> {
  const prefix = `${run}/`;
  const lightNow = () => stage.lightAt(agenda.now);
  return {
    chance: (entity) => randomFor(seed, prefix + entity),
    lightNow,
    draw: (kind, post, entity, kinds) => stage.drawOf(kind, post, lightNow(), kinds)(randomFor(seed, `${prefix}${entity}/${kind}`)),
  };
}
