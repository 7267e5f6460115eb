/** Posts that share one queue: the interpreters of a language pair, the translators, the release officers of a party. */
import type { Agenda } from '../engine/agenda.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { Task, Worker } from './worker.ts';

/** Work for any of a crew who may do it; `done` is told who did. */
export type Job = {
  readonly cameAt: number;
  readonly takes: number;
  readonly serial: number;
  /** Indices of the posts that may; undefined means any of the crew. */
  readonly able: readonly number[] | undefined;
  readonly done: (now: number, by: Worker) => void;
};

export class Crew {
  readonly resource: number;
  readonly members: readonly Worker[];
  readonly #agenda: Agenda;
  readonly #record: RunRecord;
  readonly #queue: Job[] = [];

  constructor(resource: number, members: readonly Worker[], agenda: Agenda, record: RunRecord) {
    this.resource = resource;
    this.members = members;
    this.#agenda = agenda;
    this.#record = record;
    for (const member of members) member.crews.push(this);
  }

  /** Puts a job before the crew: the first who is free takes it, else it waits its turn. */
  ask(job: Omit<Job, 'cameAt'>): void {
    const { takes, serial, able, done } = job;
    const queued: Job = { cameAt: this.#agenda.now, takes, serial, able, done };
    const free = this.members.find((member) => isAble(queued, member) && member.isFree(job.serial));
    if (free !== undefined) {
      this.#give(queued, free);
      return;
    }
    this.#queue.push(queued);
    this.#record.queue(this.resource, this.#queue.length);
    for (const member of this.members) if (isAble(queued, member)) member.wakeWhenOn();
  }

  /** Lets a free member take the first job that it may do; false when there is none. */
  serveBy(member: Worker): boolean {
    const at = this.#queue.length === 0 ? -1 : this.#queue.findIndex((job) => isAble(job, member) && member.serves(job.serial));
    const [job] = at < 0 ? [] : this.#queue.splice(at, 1);
    if (job === undefined) return false;
    this.#give(job, member);
    return true;
  }

  /** What is left when the run ends was waited for until then. */
  close(now: number): void {
    for (const job of this.#queue) this.#record.wait(this.resource, job.cameAt, now - job.cameAt);
    this.#queue.length = 0;
  }

  #give(job: Job, member: Worker): void {
    const task: Task = { cameAt: job.cameAt, takes: job.takes, serial: job.serial, done: (now) => job.done(now, member) };
    member.begin(task, this.resource);
  }
}

function isAble({ able }: Job, { part }: Worker): boolean {
  return able === undefined || able.includes(part.index);
}
