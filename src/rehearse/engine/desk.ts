/** A desk: so many servers, one queue. Posts of a role, ambulances, interpreters of a pair — whatever people wait for. */
import type { Agenda } from './agenda.ts';

/** What is told when a job is done: when it came, began and ended. */
export type Served = (cameAt: number, beganAt: number, endedAt: number) => void;

type Job = { readonly cameAt: number; readonly takes: () => number; readonly done: Served };

/** Waits and load of a desk over a run; microseconds. */
export type DeskRecord = {
  served: number;
  waited: number;
  busy: number;
  longestQueue: number;
  readonly waits: { readonly at: number; readonly waited: number }[];
};

export class Desk {
  readonly record: DeskRecord = { served: 0, waited: 0, busy: 0, longestQueue: 0, waits: [] };
  readonly #queue: Job[] = [];
  #head = 0;
  #busy = 0;
  #servers: number;
  readonly #agenda: Agenda;
  readonly #keepsWaits: boolean;

  constructor(agenda: Agenda, servers: number, keepsWaits = false) {
    this.#agenda = agenda;
    this.#servers = servers;
    this.#keepsWaits = keepsWaits;
  }

  /** How many serve from now on; those at work finish. */
  staff(servers: number): void {
    this.#servers = servers;
    while (this.#busy < this.#servers && this.#head < this.#queue.length) this.#beginNext();
  }

  get waiting(): number {
    return this.#queue.length - this.#head;
  }

  /** Asks to be served; `takes` is drawn when service begins. */
  ask(takes: () => number, done: Served): void {
    this.#queue.push({ cameAt: this.#agenda.now, takes, done });
    if (this.#busy < this.#servers) this.#beginNext();
    else if (this.waiting > this.record.longestQueue) this.record.longestQueue = this.waiting;
  }

  #beginNext(): void {
    const job = this.#queue[this.#head];
    if (job === undefined) return;
    this.#head++;
    if (this.#head > 512 && this.#head * 2 > this.#queue.length) {
      this.#queue.splice(0, this.#head);
      this.#head = 0;
    }
    this.#busy++;
    const began = this.#agenda.now;
    const waited = began - job.cameAt;
    const takes = job.takes();
    this.record.served++;
    this.record.waited += waited;
    this.record.busy += takes;
    if (this.#keepsWaits && waited > 0) this.record.waits.push({ at: job.cameAt, waited });
    this.#agenda.at(began + takes, (now) => {
      this.#busy--;
      if (this.#busy < this.#servers) this.#beginNext();
      job.done(job.cameAt, began, now);
    });
  }
}
