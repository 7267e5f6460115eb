/** One post at work: a single pair of hands with a queue of its own, on duty or not, in a meeting, or taken whole by a serial. */
import type { Action, Agenda } from '../engine/agenda.ts';
import type { RunRecord } from '../runs/run-record.ts';
import { nextOn } from '../stage/duty.ts';
import type { PostPart } from '../stage/post-parts.ts';
import type { Crew } from './crew.ts';

/** Work for a post. `serial` is the serial it belongs to, −1 for none: whoever is taken by a serial does only that serial's work. */
export type Task = {
  readonly cameAt: number;
  readonly takes: number;
  readonly serial: number;
  readonly done: (now: number, by: Worker) => void;
};

export class Worker {
  readonly part: PostPart;
  /** Index of the resource whose load it counts for. */
  readonly resource: number;
  /** Crews whose queues it serves when its own is empty. */
  readonly crews: Crew[] = [];
  /** The serial that holds it, −1 for none. */
  heldBy = -1;
  /** What it is at. */
  #task: Task | undefined;
  #meetings = 0;
  #wakesAt = Number.POSITIVE_INFINITY;
  /** The first spell of duty that is not over yet: time only goes on. */
  #spell = 0;
  readonly #queue: Task[] = [];
  readonly #agenda: Agenda;
  readonly #record: RunRecord;

  constructor(part: PostPart, resource: number, agenda: Agenda, record: RunRecord) {
    this.part = part;
    this.resource = resource;
    this.#agenda = agenda;
    this.#record = record;
  }

  /** Puts a task into its own queue. */
  ask(task: Task): void {
    // Mostly nobody waits.
    if (this.#queue.length === 0 && this.isFree(task.serial)) {
      this.begin(task, this.resource);
      return;
    }
    this.#queue.push(task);
    this.lookForWork();
    this.#record.queue(this.resource, this.#queue.length);
  }

  /** Whether it could begin something for a serial (−1: for none) at once. */
  isFree(serial: number): boolean {
    return this.#task === undefined && this.#meetings === 0 && this.serves(serial) && this.#isOn(this.#agenda.now);
  }

  #isOn(now: number): boolean {
    const { duty } = this.part;
    while (now >= (duty[this.#spell + 1] ?? Number.POSITIVE_INFINITY)) this.#spell += 2;
    return now >= (duty[this.#spell] ?? Number.POSITIVE_INFINITY);
  }

  /** Whether what holds it leaves it to work for a serial. */
  serves(serial: number): boolean {
    return this.heldBy < 0 || this.heldBy === serial || !this.part.isTakenWhole;
  }

  enterMeeting(lasts: number): void {
    this.#meetings++;
    this.#record.work(this.resource, lasts);
    this.#agenda.at(this.#agenda.now + lasts, () => {
      this.#meetings--;
      this.lookForWork();
    });
  }

  /** Begins the next thing there is for it, if it can. */
  lookForWork(): void {
    if (this.#task !== undefined || this.#meetings > 0) return;
    const { now } = this.#agenda;
    if (!this.#isOn(now)) {
      if (this.#queue.length > 0) this.wakeWhenOn();
      return;
    }
    const queue = this.#queue;
    for (let at = 0; at < queue.length; at++) {
      const task = queue[at];
      if (task === undefined || !this.serves(task.serial)) continue;
      if (at === 0) queue.shift();
      else queue.splice(at, 1);
      this.begin(task, this.resource);
      return;
    }
    for (const crew of this.crews) if (crew.serveBy(this)) return;
  }

  /** Does a task now. */
  begin(task: Task, resource: number): void {
    const { now } = this.#agenda;
    this.#record.wait(resource, task.cameAt, now - task.cameAt);
    if (task.takes <= 0) {
      this.#record.work(this.resource, 0);
      task.done(now, this);
      this.lookForWork();
      return;
    }
    this.#task = task;
    this.#record.work(this.resource, task.takes);
    this.#agenda.at(now + task.takes, this.#finish);
  }

  // One for all tasks: it does them one after the other.
  readonly #finish: Action = (now) => {
    const task = this.#task;
    this.#task = undefined;
    task?.done(now, this);
    this.lookForWork();
  };

  /** Looks for work again as soon as its duty begins. */
  wakeWhenOn(): void {
    const at = nextOn(this.part.duty, this.#agenda.now);
    if (at >= this.#wakesAt || at === Number.POSITIVE_INFINITY) return;
    this.#wakesAt = at;
    this.#agenda.at(at, () => {
      this.#wakesAt = Number.POSITIVE_INFINITY;
      this.lookForWork();
    });
  }

  /** What is left when the run ends was waited for until then. */
  close(now: number): void {
    for (const task of this.#queue) this.#record.wait(this.resource, task.cameAt, now - task.cameAt);
    this.#queue.length = 0;
  }
}
