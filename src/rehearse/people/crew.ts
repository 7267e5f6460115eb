/** Posts that share one queue: the interpreters of a language pair, the translators, the release officers of a party. */
import type { Agenda } from '../engine/agenda.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { Task, Worker } from './worker.ts';

/** Work for any of a crew who may do it: `able` are the indices of the posts that may; undefined means any of the crew. */
export type Job = Task & { readonly able: readonly number[] | undefined };

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
    for (const member of this.members) {
      if (!isAble(queued, member) || !member.isFree(serial)) continue;
      member.begin(queued, this.resource);
      return;
    }
    this.#queue.push(queued);
    this.#record.queue(this.resource, this.#queue.length);
    for (const member of this.members) if (isAble(queued, member)) member.wakeWhenOn();
  }

  /** Lets a free member take the first job that it may do; false when there is none. */
  serveBy(member: Worker): boolean {
    const queue = this.#queue;
    for (let at = 0; at < queue.length; at++) {
      const job = queue[at];
      if (job === undefined || !isAble(job, member) || !member.serves(job.serial)) continue;
      queue.splice(at, 1);
      member.begin(job, this.resource);
      return true;
    }
    return false;
  }

  /** What is left when the run ends was waited for until then. */
  close(now: number): void {
    for (const job of this.#queue) this.#record.wait(this.resource, job.cameAt, now - job.cameAt);
    this.#queue.length = 0;
  }
}

function isAble({ able }: Job, { part }: Worker): boolean {
  return able === undefined || able.includes(part.index);
}
