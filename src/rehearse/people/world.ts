/**
 * The ground under the dry run: where units, supporting posts, sites and pools are taken. Nobody reads it off a log; who stands there sees it. A serial
 * begins when all it needs is free, takes everything at once, and in the order in which serials were planned.
 */
import { microsPerMinute } from '../../kernel/index.ts';
import type { Agenda } from '../engine/agenda.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { SerialPart } from '../stage/serial-parts.ts';
import type { Stage } from '../stage/stage.ts';
import type { Worker } from './worker.ts';

type Waiting = {
  readonly part: SerialPart;
  readonly since: number;
  cause: string;
  wakesAt: number;
  readonly begin: (now: number, cause: string) => void;
};
type UnitPlace = { heldBy: number; freeAt: number; site: string | null; presentFrom: number };
type PoolState = {
  readonly count: number;
  readonly resource: number;
  readonly turnaround: number;
  readonly less: readonly { from: number; to: number; count: number }[];
  taken: number;
  readonly queue: Errand[];
};
/** What those who came before wait for. */
type Reserved = { readonly units: Set<string>; readonly sites: Set<string> };
/** An errand of a pool that no serial planned: an evacuation, a real call. */
type Errand = { readonly cameAt: number; readonly takes: number; readonly done: (now: number) => void };

export class World {
  readonly #stage: Stage;
  readonly #agenda: Agenda;
  readonly #record: RunRecord;
  readonly #workers: readonly Worker[];
  readonly #slowness: (serial: string, unit: string) => number;
  readonly #units = new Map<string, UnitPlace>();
  readonly #sites = new Map<string, number>();
  readonly #pools = new Map<string, PoolState>();
  readonly #waiting: Waiting[] = [];
  readonly #taken = new Map<number, SerialPart>();
  /** Serial → when the unit of its own is back from its last errand. */
  readonly #ownUnitFreeAt = new Map<number, number>();

  /** `slowness`: the factor on the travel that was planned for a unit's move to a serial. */
  constructor(
    stage: Stage,
    agenda: Agenda,
    record: RunRecord,
    workers: readonly Worker[],
    slowness: (serial: string, unit: string) => number,
  ) {
    this.#stage = stage;
    this.#agenda = agenda;
    this.#record = record;
    this.#workers = workers;
    this.#slowness = slowness;
    const resourceOf = new Map(stage.resources.map(({ id, index }) => [id, index]));
    for (const pool of stage.exercise.pools.list) {
      this.#pools.set(pool.id, {
        count: pool.count,
        resource: resourceOf.get(`pool:${pool.id}`) ?? 0,
        turnaround: (pool.turnaround?.minutes ?? 0) * microsPerMinute,
        less: pool.lessDuring.map(({ period, count }) => ({
          from: period.from.at * microsPerMinute,
          to: period.to.at * microsPerMinute,
          count,
        })),
        taken: 0,
        queue: [],
      });
    }
  }

  /** A unit is not there before a time: its contingent is not received yet, or it is missing from `since` on. */
  bringIn(unit: string, from: number, since = this.#agenda.now): void {
    this.#agenda.at(since, () => {
      this.#unit(unit).presentFrom = from;
    });
    this.#agenda.at(from, () => this.#tryWaiting());
  }

  /** Asks for everything a serial needs; `begin` is told when it has it all and what it last waited for. */
  want(part: SerialPart, begin: Waiting['begin']): void {
    const at = this.#waiting.findIndex((other) => other.part.start > part.start);
    const waiting: Waiting = { part, since: this.#agenda.now, cause: '', wakesAt: Number.POSITIVE_INFINITY, begin };
    this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, waiting);
    this.#tryWaiting();
  }

  /** Gives back what a serial held, or what it waits for. The site is free after its reset. */
  release(serial: number): void {
    const { now } = this.#agenda;
    const waiting = this.#waiting.findIndex(({ part }) => part.index === serial);
    if (waiting >= 0) this.#waiting.splice(waiting, 1);
    const part = this.#taken.get(serial);
    if (part === undefined) return;
    this.#taken.delete(serial);
    for (const id of part.booking.team) {
      const unit = this.#unit(id);
      unit.heldBy = -1;
      unit.freeAt = now;
      unit.site = part.booking.site;
    }
    for (const post of part.support) {
      const worker = this.#workers[post];
      if (worker === undefined || worker.heldBy !== serial) continue;
      worker.heldBy = -1;
      worker.lookForWork();
    }
    for (const { pool, count } of part.serial.pools) this.#returnLater(pool, count, now);
    const { site } = part.booking;
    if (site !== null) {
      this.#agenda.at(now + part.resetMicros, () => {
        this.#sites.set(site, Math.max(0, (this.#sites.get(site) ?? 0) - 1));
        this.#tryWaiting();
      });
    }
    this.#tryWaiting();
  }

  /** Sends one unit of a pool on an errand; it queues while all are away or with serials. A serial that holds a unit sends its own, one errand after another. */
  errand(pool: string, takes: number, done: (now: number) => void, serial?: SerialPart): void {
    const state = this.#pools.get(pool);
    const { now } = this.#agenda;
    if (state === undefined) {
      this.#agenda.at(now + takes, done);
      return;
    }
    if (serial !== undefined && this.#taken.has(serial.index) && serial.serial.pools.some((one) => one.pool === pool)) {
      const begins = Math.max(now, this.#ownUnitFreeAt.get(serial.index) ?? now);
      this.#ownUnitFreeAt.set(serial.index, begins + takes);
      this.#record.wait(state.resource, now, begins - now);
      this.#agenda.at(begins + takes, done);
      return;
    }
    state.queue.push({ cameAt: this.#agenda.now, takes, done });
    this.#record.queue(state.resource, state.queue.length);
    this.#runErrands(state);
  }

  /** The serial that holds a unit of a pool and has held it longest; undefined where none does. */
  holderOf(pool: string): SerialPart | undefined {
    return [...this.#taken.values()].find((part) => part.serial.pools.some((one) => one.pool === pool));
  }

  hasFree(pool: string): boolean {
    const state = this.#pools.get(pool);
    return state !== undefined && state.taken < this.#countNow(state);
  }

  close(now: number): void {
    for (const { queue, resource } of this.#pools.values())
      for (const { cameAt } of queue) this.#record.wait(resource, cameAt, now - cameAt);
  }

  #tryWaiting(): void {
    if (this.#waiting.length === 0) return;
    const reserved: Reserved = { units: new Set(), sites: new Set() };
    for (let at = 0; at < this.#waiting.length; ) {
      const waiting = this.#waiting[at];
      if (waiting === undefined) break;
      const lacks = this.#whatLacks(waiting, reserved);
      if (lacks !== undefined) {
        waiting.cause = lacks;
        for (const id of waiting.part.booking.team) reserved.units.add(id);
        if (waiting.part.booking.site !== null) reserved.sites.add(waiting.part.booking.site);
        at++;
        continue;
      }
      this.#waiting.splice(at, 1);
      this.#take(waiting);
    }
  }

  /** The first thing a serial lacks now; undefined when it may begin. */
  #whatLacks(waiting: Waiting, reserved: Reserved): string | undefined {
    const { part } = waiting;
    const { now } = this.#agenda;
    const { site, team } = part.booking;
    let arrives = now;
    let last = '';
    for (const id of team) {
      const unit = this.#unit(id);
      if (unit.heldBy >= 0 || reserved.units.has(id)) return `unit:${id}`;
      const there = Math.max(unit.presentFrom, unit.freeAt + this.#travel(unit.site, site, part.id, id));
      if (there > arrives) [arrives, last] = [there, `unit:${id}`];
    }
    if (site !== null) {
      const capacity = this.#stage.exercise.sites.byId.get(site)?.capacity.serials ?? 1;
      if ((this.#sites.get(site) ?? 0) >= capacity || (capacity === 1 && reserved.sites.has(site))) return `site:${site}`;
    }
    for (const post of part.support) {
      const worker = this.#workers[post];
      if (worker !== undefined && worker.heldBy >= 0) return `post:${worker.part.id}`;
    }
    for (const { pool, count } of part.serial.pools) {
      const state = this.#pools.get(pool);
      if (state !== undefined && (state.taken + count > this.#countNow(state) || (state.queue.length > 0 && state.count === 1)))
        return `pool:${pool}`;
    }
    if (arrives <= now) return undefined;
    if (arrives < waiting.wakesAt) {
      waiting.wakesAt = arrives;
      this.#agenda.at(arrives, () => this.#tryWaiting());
    }
    return last;
  }

  #take(waiting: Waiting): void {
    const { part, since, cause } = waiting;
    const { now } = this.#agenda;
    this.#taken.set(part.index, part);
    for (const id of part.booking.team) {
      const unit = this.#unit(id);
      unit.heldBy = part.index;
      unit.site = part.booking.site;
    }
    for (const post of part.support) {
      const worker = this.#workers[post];
      if (worker === undefined) continue;
      worker.heldBy = part.index;
      if (worker.part.isTakenWhole) this.#record.work(worker.resource, part.end - part.start);
    }
    if (part.booking.site !== null) this.#sites.set(part.booking.site, (this.#sites.get(part.booking.site) ?? 0) + 1);
    for (const { pool, count } of part.serial.pools) {
      const state = this.#pools.get(pool);
      if (state === undefined) continue;
      state.taken += count;
      this.#record.work(state.resource, count * (part.end - part.start));
    }
    const waited = now - since;
    if (cause.startsWith('pool:')) this.#record.wait(this.#pools.get(cause.slice(5))?.resource ?? 0, since, waited);
    if (cause.startsWith('post:'))
      this.#record.wait(this.#workers.find((worker) => worker.part.id === cause.slice(5))?.resource ?? 0, since, waited);
    waiting.begin(now, waited > 0 ? cause : '');
  }

  #returnLater(pool: string, count: number, now: number): void {
    const state = this.#pools.get(pool);
    if (state === undefined) return;
    const back = () => {
      state.taken = Math.max(0, state.taken - count);
      this.#runErrands(state);
      this.#tryWaiting();
    };
    if (state.turnaround > 0) this.#agenda.at(now + state.turnaround, back);
    else back();
  }

  #runErrands(state: PoolState): void {
    while (state.queue.length > 0 && state.taken < this.#countNow(state)) {
      const next = state.queue.shift();
      if (next === undefined) return;
      const { now } = this.#agenda;
      state.taken++;
      this.#record.wait(state.resource, next.cameAt, now - next.cameAt);
      this.#record.work(state.resource, next.takes);
      this.#agenda.at(now + next.takes, (back) => {
        next.done(back);
        this.#agenda.at(back + state.turnaround, () => {
          state.taken = Math.max(0, state.taken - 1);
          this.#runErrands(state);
          this.#tryWaiting();
        });
      });
    }
  }

  #countNow({ count, less }: PoolState): number {
    const { now } = this.#agenda;
    const fewer = less.find(({ from, to }) => from <= now && now < to);
    return fewer?.count ?? count;
  }

  #travel(from: string | null, to: string | null, serial: string, unit: string): number {
    if (from === null || to === null || from === to) return 0;
    const { sites } = this.#stage.exercise;
    const minutes = sites.byId.get(from)?.travel[to]?.minutes ?? sites.byId.get(to)?.travel[from]?.minutes ?? 0;
    return Math.round(minutes * microsPerMinute * this.#slowness(serial, unit));
  }

  #unit(id: string): UnitPlace {
    const known = this.#units.get(id);
    if (known !== undefined) return known;
    const made: UnitPlace = { heldBy: -1, freeAt: Number.NEGATIVE_INFINITY, site: null, presentFrom: Number.NEGATIVE_INFINITY };
    this.#units.set(id, made);
    return made;
  }
}
