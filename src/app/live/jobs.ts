// What is being done before and beside play, and how far it is: told to every page that looks.
import type { Job } from '../../protocol/index.ts';

export type Jobs = {
  readonly all: () => readonly Job[];
  /**
   * For whoever does not read what is being worked out: how far it is depends on how much there is of what is hidden, and what has failed is tried again
   * also when something hidden was edited.
   */
  readonly outside: () => readonly Job[];
  /** Runs work as a job: waiting → running → done or failed; its shares are told. The work's error goes on to the caller. */
  readonly run: <T>(id: Job['id'], message: Job['message'], work: (share: (share: number) => void) => Promise<T>) => Promise<T>;
  /** Something that was done has come to an end after all. */
  readonly fail: (id: Job['id']) => void;
};

const first: readonly Job[] = [
  { id: 'plan', message: { key: 'app.planning', values: {} }, share: null, state: 'waiting' },
  { id: 'rehearse', message: { key: 'app.rehearsing', values: {} }, share: null, state: 'waiting' },
  { id: 'play', message: { key: 'app.playing', values: {} }, share: null, state: 'waiting' },
];

/** Jobs are told to everybody, so why one has failed is not: that follows from the whole document. */
const failed: Job['message'] = { key: 'app.jobFailed', values: {} };

export function jobsTold(told: (job: Job) => void, ids: readonly Job['id'][]): Jobs {
  const jobs = new Map(first.filter(({ id }) => ids.includes(id)).map((job) => [job.id, job]));
  const outside = new Map(jobs);
  const set = (job: Job): void => {
    jobs.set(job.id, job);
    if (job.state !== 'running' || outside.get(job.id)?.state !== 'failed') outside.set(job.id, { ...job, share: null });
    told(job);
  };
  const fail = (id: Job['id']): void => set({ id, message: failed, share: null, state: 'failed' });
  return {
    all: () => [...jobs.values()],
    outside: () => [...outside.values()],
    fail,
    async run(id, message, work) {
      set({ id, message, share: 0, state: 'running' });
      let last = 0;
      try {
        const result = await work((share) => {
          // A hundredth is all that a page can show.
          if (share < last + 0.01) return;
          last = share;
          set({ id, message, share, state: 'running' });
        });
        set({ id, message, share: 1, state: 'done' });
        return result;
      } catch (error) {
        fail(id);
        throw error;
      }
    },
  };
}
