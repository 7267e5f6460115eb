/**
 * A DEVICE: it holds the exercise as one reader reads it. It asks for the document and the plan as that reader, folds the events that the feed
 * brings, and tells whoever draws when there is something new. What a reader may not read never reaches it.
 */
import type { Assessment } from '../assess/index.ts';
import { emergencyTelephone, type LoggedEvent, type ReadonlyConduct, type StandingAlert } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import type { MicroInstant, Problem } from '../kernel/index.ts';
import type { Plan } from '../plan/index.ts';
import {
  type AlertsMessage,
  documentMessage,
  type Job,
  type OrderMessage,
  type PlanningMessage,
  type PlayMessage,
  planningMessage,
  type Session,
  session,
} from '../protocol/index.ts';
import type { Rehearsal } from '../rehearse/index.ts';
import { type ClockEstimate, clockEstimate } from './clock-estimate.ts';
import { exerciseFrom } from './exercise-from.ts';
import { type Fold, foldOf } from './fold.ts';
import { type HandedIn, outbox } from './outbox.ts';
import type { OrdersKept, Timing, Wire } from './wire.ts';

export type Link = 'connecting' | 'catchingUp' | 'live' | 'lost';

/** What is known now. A new value each time something changed; `conduct` and `events` are the fold's own and grow in place. */
export type DeviceView = {
  readonly reader: string;
  readonly link: Link;
  readonly session: Session | null;
  readonly jobs: readonly Job[];
  readonly exercise: Exercise | null;
  readonly plan: Plan | null;
  /** How the search for a plan goes, for who may read it; null where none was seen. */
  readonly planning: PlanningMessage | null;
  readonly rehearsal: Rehearsal | null;
  readonly conduct: ReadonlyConduct | null;
  readonly events: readonly LoggedEvent[];
  readonly eventCount: number;
  /** Figures from what this reader reads, and those that are the same for every party. */
  readonly assessment: Assessment | null;
  readonly joint: Assessment | null;
  /** What stands still, as told ahead of the past; null once that is caught up and `conduct` says it. */
  readonly alertsAhead: readonly StandingAlert[] | null;
  /** Why there is nothing to see. */
  readonly trouble: Problem | null;
  /** Orders given and not yet handed in. */
  readonly pending: readonly OrderMessage[];
};

export type Device = {
  readonly view: () => DeviceView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly clock: ClockEstimate;
  /** Sees as another reader from now on; nothing of the former stays. */
  readonly seeAs: (reader: string) => void;
  readonly order: (order: Omit<OrderMessage, 'id'>) => Promise<HandedIn>;
  /** Steers simulated play; a problem where it is refused. */
  readonly steer: (steering: PlayMessage) => Promise<Problem | null>;
  readonly close: () => void;
};

/** Figures are made anew at most this often, and never take more than a tenth of the time. */
const assessEveryMilliseconds = 1000;

export function openDevice(
  wire: Wire,
  timing: Timing,
  {
    reader: first,
    makeId,
    keptFor,
  }: {
    readonly reader: string | null;
    readonly makeId: () => string;
    /** Where an exercise's orders lie until they are handed in. */
    readonly keptFor?: (exercise: string) => OrdersKept;
  },
): Device {
  const clock = clockEstimate(timing.milliseconds);
  const listeners = new Set<() => void>();
  let state: DeviceView = nothingAs(first ?? '', null, []);
  let fold: Fold | null = null;
  let feed: { readonly close: () => void } | undefined;
  /** Raised with every change of reader: answers to earlier questions are dropped. */
  let turn = 0;
  let isDrawing = false;
  let assessedAt = Number.NEGATIVE_INFINITY;
  /** How many events the figures stand on; −1 where they must be made anew. */
  let assessedCount = -1;
  let assessCost = 0;
  let callOff: (() => void) | undefined;

  const set = (to: Partial<DeviceView>): void => {
    state = { ...state, ...to };
    draw();
  };
  const draw = (): void => {
    if (isDrawing) return;
    isDrawing = true;
    timing.nextFrame(() => {
      isDrawing = false;
      folded();
      for (const listener of listeners) listener();
    });
  };
  const folded = (): void => {
    if (fold === null) return;
    const events = fold.events();
    state = { ...state, conduct: fold.conduct(), events, eventCount: events.length, ...figures(fold, events.length) };
  };
  const figures = (of: Fold, count: number): Pick<DeviceView, 'assessment' | 'joint'> => {
    const before = { assessment: state.assessment, joint: state.joint };
    if (count === assessedCount || state.link === 'catchingUp') return before;
    const wait = Math.max(assessEveryMilliseconds, assessCost * 10) - (timing.milliseconds() - assessedAt);
    if (wait > 0) {
      callOff ??= timing.after(wait, () => {
        callOff = undefined;
        draw();
      });
      return before;
    }
    const began = timing.milliseconds();
    const made = of.assess();
    assessedAt = timing.milliseconds();
    assessCost = assessedAt - began;
    assessedCount = count;
    return { assessment: made.own, joint: made.joint };
  };

  const ask = async (path: string, reader: string): Promise<{ readonly found: unknown; readonly problem: Problem | null } | null> => {
    const mine = turn;
    for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
      const { status, body } = await wire.get(`${path}?as=${encodeURIComponent(reader)}`);
      if (mine !== turn) return null;
      if (status === 200) return { found: body, problem: null };
      if (status !== 0 && status < 500) return { found: null, problem: body as Problem };
      set({ link: 'lost' });
      await new Promise<void>((resolve) => void timing.after(wait, resolve));
    }
  };

  const fetchPlan = async (reader: string): Promise<void> => {
    const answer = await ask('/api/plan', reader);
    if (answer !== null) set({ plan: answer.found as Plan | null });
  };
  const fetchPlanning = async (reader: string): Promise<void> => {
    const answer = await ask('/api/planning', reader);
    const read = planningMessage.nullable().safeParse(answer?.found);
    if (read.success) set({ planning: read.data });
  };
  const fetchRehearsal = async (reader: string): Promise<void> => {
    const answer = await ask('/api/rehearsal', reader);
    if (answer !== null) set({ rehearsal: answer.found as Rehearsal | null });
  };

  /** The document as all parties read it, for a reader who reads at least that. */
  const jointDocument = async (reader: string, own: Exercise): Promise<Exercise | null> => {
    if (reader === 'joint') return own;
    const [party = ''] = reader.split(':');
    const readsJointly = reader === 'all' || own.setting.participating.some((one) => one === party);
    if (!readsJointly || state.session?.readers.includes('joint') !== true) return null;
    const answer = await ask('/api/document', 'joint');
    return answer === null || answer.problem !== null ? null : exerciseFrom(documentMessage.parse(answer.found));
  };

  const begin = async (reader: string): Promise<void> => {
    turn++;
    feed?.close();
    feed = undefined;
    fold = null;
    assessedCount = -1;
    assessedAt = Number.NEGATIVE_INFINITY;
    state = nothingAs(reader, state.session, state.jobs);
    draw();
    const mine = turn;
    const answer = await ask('/api/document', reader);
    if (answer === null) return;
    if (answer.problem !== null) return set({ trouble: answer.problem });
    const exercise = exerciseFrom(documentMessage.parse(answer.found));
    const made = foldOf(exercise, reader);
    fold = made;
    set({ exercise, link: 'catchingUp' });
    const hearing =
      <A extends readonly unknown[]>(take: (...given: A) => void) =>
      (...given: A): void => {
        if (mine === turn) take(...given);
      };
    feed = wire.feed(reader, {
      events: hearing((message) => {
        if (fold?.take(message.events) === false) void begin(reader);
        else draw();
      }),
      clock: hearing((message) => {
        clock.hear(message);
        draw();
      }),
      job: hearing((job) => set({ jobs: withJob(state.jobs, job) })),
      changed: hearing((what) => {
        if (what === 'plan') void fetchPlan(reader);
        else if (what === 'planning') void fetchPlanning(reader);
        else if (what === 'rehearsal') void fetchRehearsal(reader);
        else void begin(reader);
      }),
      caughtUp: hearing(() => set({ link: 'live', alertsAhead: null })),
      alerts: hearing(({ alerts }) => {
        if (state.link !== 'live') set({ alertsAhead: alerts.map((alert) => standingAlert(exercise, alert)) });
      }),
      lost: hearing(() => set({ link: 'lost' })),
    });
    void fetchPlan(reader);
    void fetchPlanning(reader);
    void fetchRehearsal(reader);
    const jointly = await jointDocument(reader, exercise);
    if (mine !== turn || jointly === null) return;
    made.join(jointly);
    assessedCount = -1;
    draw();
  };

  const box = outbox(wire, timing, { makeId, changed: () => set({ pending: box.pending() }) });

  const opening = async (): Promise<void> => {
    for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
      const { status, body } = await wire.get('/api/session');
      const read = session.safeParse(body);
      if (status === 200 && read.success) {
        const { readers, jobs, exercise } = read.data;
        if (keptFor !== undefined) box.keepIn(keptFor(exercise.code));
        state = { ...state, session: read.data, jobs };
        const wanted = first !== null && readers.includes(first) ? first : (readers[0] ?? 'public');
        return begin(wanted);
      }
      set({ link: 'lost' });
      await new Promise<void>((resolve) => void timing.after(wait, resolve));
    }
  };
  void opening();

  return {
    view: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clock,
    seeAs: (reader) => void begin(reader),
    order: box.give,
    async steer(steering) {
      const { status, body } = await wire.post('/api/play', steering);
      return status === 200 ? null : ((body as Problem | null) ?? { key: 'screen.noAnswer', values: {} });
    },
    close() {
      turn++;
      callOff?.();
      feed?.close();
    },
  };
}

function standingAlert(exercise: Exercise, alert: AlertsMessage['alerts'][number]): StandingAlert {
  const { since, what, site } = alert;
  return { ...alert, since: since as MicroInstant, what: what as StandingAlert['what'], telephone: emergencyTelephone(exercise, site) };
}

function nothingAs(reader: string, known: Session | null, jobs: readonly Job[]): DeviceView {
  return {
    reader,
    link: 'connecting',
    session: known,
    jobs,
    exercise: null,
    plan: null,
    planning: null,
    rehearsal: null,
    conduct: null,
    events: [],
    eventCount: 0,
    assessment: null,
    joint: null,
    alertsAhead: null,
    trouble: null,
    pending: [],
  };
}

function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  return jobs.some(({ id }) => id === job.id) ? jobs.map((one) => (one.id === job.id ? job : one)) : [...jobs, job];
}
