// For the browser tests: the model exercise, planned and run dry once in this process, served by the real server as if it were being played.
// Its clock stands until it is steered; steering it to an instant tells the events up to there.
import { fileURLToPath } from 'node:url';
import { documentFrom, filesOf } from '../../src/app/document.ts';
import { documentMessageOf } from '../../src/app/live/document-message.ts';
import { feedFor } from '../../src/app/live/feed.ts';
import type { Home, Told } from '../../src/app/live/home.ts';
import type { Change, Live } from '../../src/app/live/live.ts';
import { readerShown, readersShown } from '../../src/app/live/users.ts';
import { evolve, type LoggedEvent, noConduct, type Sealed, type StreamKey } from '../../src/conduct/index.ts';
import type { Exercise } from '../../src/exercise/index.ts';
import { type MicroInstant, microsFromIso, problem } from '../../src/kernel/index.ts';
import { type Plan, planExercise, planForReader } from '../../src/plan/index.ts';
import { type Job, type PlanningMessage, protocolVersion } from '../../src/protocol/index.ts';
import { dryRun } from '../../src/rehearse/index.ts';
import { listen } from '../../src/server/index.ts';

const directory = fileURLToPath(new URL('../../examples/eagle-assault-2024', import.meta.url));

export type Played = {
  readonly exercise: Exercise;
  readonly plan: Plan;
  readonly address: string;
  /** Tells the events up to an instant. */
  readonly playTo: (iso: string) => void;
  /** Tells an event now, of everyone's stream where no other is said. */
  readonly tell: (type: string, payload: object, stream?: string) => void;
  /** What was ordered by the page. */
  readonly orders: { readonly type: string; readonly order: unknown }[];
  readonly steered: unknown[];
  readonly changeJob: (job: Job) => void;
  /** Shows to who reads everything how planning goes, as if no plan were adopted; null: as it was. */
  readonly showPlanning: (message: PlanningMessage | null) => void;
  readonly close: () => Promise<void>;
};

/** Plays it up to an instant and serves it. */
export async function played(webFolder: string, until: string): Promise<Played> {
  const { files } = await filesOf(directory);
  const { exercise, faults } = documentFrom(files);
  if (exercise === undefined || faults.length > 0) throw new Error('the model exercise cannot be read');
  const { plan } = planExercise(exercise, { seed: '1', iterations: 200, lanes: 1 });
  const events: LoggedEvent[] = [];
  dryRun(exercise, plan, { seed: '1', run: 0, listen: (event) => void events.push(event) });

  const listeners = new Set<(change: Change) => void>();
  const past: Told[] = [];
  const orders: Played['orders'] = [];
  const steered: unknown[] = [];
  let next = 0;
  let now: number = microsFromIso('2024-07-05T05:00:00Z');
  const jobs: Job[] = [
    { id: 'plan', message: { key: 'app.planning', values: {} }, share: 1, state: 'done' },
    { id: 'rehearse', message: { key: 'app.rehearsing', values: {} }, share: 0.5, state: 'running' },
    { id: 'play', message: { key: 'app.playing', values: {} }, share: 1, state: 'done' },
  ];
  let planning: PlanningMessage | null = null;
  const emit = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  const told = (logged: LoggedEvent): Told => ({ logged, sealed: {} as Sealed });
  const conduct = noConduct(exercise);
  const take = (fresh: readonly Told[]) => {
    past.push(...fresh);
    for (const { logged } of fresh) evolve(conduct, logged);
  };
  const advance = (to: number) => {
    now = Math.max(now, to);
    const fresh: Told[] = [];
    for (let event = events[next]; event !== undefined && event.time <= now; event = events[++next]) fresh.push(told(event));
    take(fresh);
    if (fresh.length > 0) emit({ kind: 'events', events: fresh });
    emit({ kind: 'clock' });
  };
  const home = { past: () => past, conduct } as unknown as Home;
  const live: Live = {
    userOf: () => ({ kind: 'director' }),
    admit: async () => '',
    join: async () => problem('server.codeNotGood'),
    session: () => ({
      protocol: protocolVersion,
      exercise: { code: exercise.setting.code, names: exercise.setting.name, simulated: true, languages: exercise.setting.languages },
      readers: [...readersShown({ kind: 'director' }, exercise)],
      director: true,
      self: null,
      jobs: [...jobs],
    }),
    jobs: () => jobs,
    readerNamed: (text) => readerShown(text, { kind: 'director' }, { exercise }),
    document: (reader) => {
      const read = documentFrom(files, reader).exercise;
      return read === undefined ? problem('server.notYetReadable') : documentMessageOf(read);
    },
    plan: (reader) => (planning === null ? planForReader(exercise, plan, reader) : null),
    planning: ({ kind }) => (kind === 'all' ? planning : null),
    rehearsal: () => null,
    clock: () => ({ now: now as MicroInstant, speed: 0, simulated: true, ended: false }),
    feed: (reader) => feedFor(home, reader, exercise.policy.scale, () => exercise.setting),
    order: async ({ type, order }) => {
      orders.push({ type, order });
      return { kind: 'accepted' };
    },
    steer: async (steering) => {
      steered.push(steering);
      if ('jumpTo' in steering) advance(steering.jumpTo);
    },
    publish: async () => '<!doctype html><title>A product</title>',
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {},
  };
  advance(microsFromIso(until));
  const { address, close } = await listen(live, { port: 0, webFolder });
  let sequence = 1_000_000;
  return {
    exercise,
    plan,
    address,
    orders,
    steered,
    playTo: (iso) => advance(microsFromIso(iso)),
    tell: (type, payload, stream = 'RESTRICTED/BLR,CHN//everyone:') => {
      const logged = {
        stream: stream as StreamKey,
        origin: 'dry-run',
        sequence: ++sequence,
        time: now as MicroInstant,
        exerciseTime: null,
        author: null,
        event: { type, version: 1, payload },
      } as unknown as LoggedEvent;
      take([told(logged)]);
      emit({ kind: 'events', events: [told(logged)] });
    },
    showPlanning: (message) => {
      planning = message;
    },
    changeJob: (job) => {
      jobs.splice(
        jobs.findIndex(({ id }) => id === job.id),
        1,
        job,
      );
      emit({ kind: 'job', id: job.id });
    },
    close,
  };
}
