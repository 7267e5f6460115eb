// A live exercise as it answers: each user within what that user may see, each order in the name of who gave it.
import type { StreamKey } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import {
  isProblem,
  Malformed,
  microsOfMinute,
  microsPerMinute,
  minutesPerDay,
  type Problem,
  problem,
  Refused,
} from '../../kernel/index.ts';
import { type Plan, planForReader, readsCertificate } from '../../plan/index.ts';
import { isJoint } from '../../products/index.ts';
import {
  type DocumentMessage,
  type Job,
  type OrderMessage,
  type PlayMessage,
  protocolVersion,
  type Session,
} from '../../protocol/index.ts';
import { rehearsalFor } from '../../rehearse/index.ts';
import type { Reader } from '../../release/index.ts';
import { isLanguage, languages } from '../../words/index.ts';
import { codeFor } from '../admit.ts';
import { documentTypes } from '../held-files.ts';
import { matterOfEvents } from '../log-matter.ts';
import { productBytes } from '../publish.ts';
import { jointFor } from '../readers.ts';
import { type Admissions, admissionsIn } from './admissions.ts';
import { planIn } from './adoption.ts';
import type { OriginClock, VirtualClock } from './clock.ts';
import { documentsShown } from './documents-shown.ts';
import { feedFor } from './feed.ts';
import type { Home, Told } from './home.ts';
import { takesIncoming } from './incoming.ts';
import type { Change, Live, ProductRequest } from './live.ts';
import { LiveWork } from './live-work.ts';
import type { OpenLive } from './opening.ts';
import { givenBy } from './orders.ts';
import { postsOf, readerShown, readersShown, type User } from './users.ts';

/** As far as a clock may be set: well after the last that simulated people do. */
function endOf(exercise: Exercise): number {
  return microsOfMinute(exercise.setting.to.at) + 30 * minutesPerDay * microsPerMinute;
}

/** The streams in which the document changed by these events. */
function documentStreamsOf(events: readonly Told[]): readonly StreamKey[] {
  return [...new Set(events.filter(({ logged }) => documentTypes.has(logged.event.type)).map(({ logged }) => logged.stream))];
}

/** An exercise as it is named to whoever reads nothing of it: it exists. */
const unnamed = { code: '', name: {}, simulated: false, languages: [] } as const;

export class LiveExercise {
  readonly #options: OpenLive;
  readonly #home: Home;
  readonly #clock: OriginClock | VirtualClock;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #work: LiveWork;
  readonly #admissions: Admissions;
  readonly #documents: ReturnType<typeof documentsShown>;
  readonly #endIncoming: () => Promise<void>;

  constructor(options: OpenLive, home: Home, clock: OriginClock | VirtualClock) {
    this.#options = options;
    this.#home = home;
    this.#clock = clock;
    this.#admissions = admissionsIn(options.dataDirectory);
    this.#documents = documentsShown(home.files);
    this.#endIncoming = takesIncoming(options.dataDirectory, home.conduct.exercise.setting.code, home.takeIn, options.progress);
    this.#work = new LiveWork(options, home, clock, (change) => this.#tell(change));
    home.listen((events) => {
      this.#tell({ kind: 'events', events });
      const streams = documentStreamsOf(events);
      if (streams.length === 0) return;
      this.#tell({ kind: 'changed', what: 'document', streams });
      this.#work.documentChanged();
    });
  }

  /** The exercise as its document stands now: an edit makes another. */
  get #exercise(): Exercise {
    return this.#home.conduct.exercise;
  }

  /** `isNew`: the document has just been adopted, and a plan that is there may not fit it. */
  begun(isNew: boolean): Live {
    this.#work.begin(isNew);
    return {
      userOf: (key) => this.#userOf(key),
      admit: (person) => codeFor(person, this.#exercise, this.#options.dataDirectory),
      join: (code) => this.#admissions.join(code),
      session: (user = this.#userOf(undefined)) => this.#session(user),
      readerNamed: (text, user = this.#userOf(undefined)) => this.#readerNamed(text, user),
      jobs: (reader) => this.#jobs(reader),
      document: this.#documents,
      plan: (reader) => this.#plan(reader),
      planning: (reader) => this.#work.planning?.for(reader) ?? null,
      rehearsal: (reader) => {
        const { rehearsal } = this.#work;
        return rehearsal === null ? null : (rehearsalFor(this.#exercise, rehearsal, reader) ?? null);
      },
      clock: () => ({
        now: this.#clock.now(),
        speed: this.#clock.speed(),
        simulated: this.#options.play !== null,
        ended: this.#work.player?.hasEnded() ?? false,
      }),
      feed: (reader) => feedFor(this.#home, reader, this.#exercise.policy.scale, () => this.#settingFor(reader)),
      order: (order, user = this.#userOf(undefined)) => this.#order(order, user),
      steer: (steering) => this.#steer(steering),
      publish: (request, reader) => this.#publish(request, reader),
      listen: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      close: () => this.#close(),
    };
  }

  #userOf(key: string | undefined): User {
    if (this.#exercise.setting.simulated) return { kind: 'director' };
    const person = key === undefined ? undefined : this.#admissions.personOf(key);
    return person === undefined ? { kind: 'nobody' } : { kind: 'person', id: person };
  }

  #session(user: User): Session {
    const readers = [...readersShown(user, this.#exercise)];
    const named = this.#readerNamed(readers[0] ?? 'public', user);
    const reader: Reader = isProblem(named) ? { kind: 'public' } : named;
    const { code, name, simulated, languages: spoken } = this.#settingFor(reader) ?? unnamed;
    return {
      protocol: protocolVersion,
      exercise: { code, names: name, simulated, languages: [...spoken] },
      readers,
      director: user.kind === 'director',
      self: user.kind === 'person' ? { person: user.id, posts: [...postsOf(user.id, this.#home.conduct)] } : null,
      jobs: [...this.#jobs(reader)],
    };
  }

  #readerNamed(text: string, user: User): ReturnType<Live['readerNamed']> {
    return readerShown(text, user, { exercise: this.#exercise, conduct: this.#home.conduct });
  }

  /** What the exercise says of itself to a reader; undefined where the reader reads none of it. */
  #settingFor(reader: Reader): Exercise['setting'] | undefined {
    const document: DocumentMessage | Problem = this.#documents(reader);
    return isProblem(document) ? undefined : (document.setting as unknown as Exercise['setting']);
  }

  #plan(reader: Reader): Plan | null {
    const plan = planIn(this.#home.conduct, this.#exercise);
    return plan === undefined || this.#settingFor(reader) === undefined ? null : planForReader(this.#exercise, plan, reader);
  }

  #jobs(reader: Reader): readonly Job[] {
    return readsCertificate(this.#exercise, reader) ? this.#work.jobs : this.#work.jobsOutside;
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  async #publish({ product, format, language, day }: ProductRequest, reader: Reader): Promise<string | Uint8Array> {
    if (this.#plan(reader) === null) throw new Refused(problem('server.noPlanYet'));
    if (!isLanguage(language)) throw new Refused(problem('server.noSuchLanguage', { language, known: [...languages] }));
    const events = this.#home.past().map(({ logged }) => logged);
    const matter = matterOfEvents(events, (_files, shared) => (isJoint(product) ? jointFor(reader, shared) : reader));
    return productBytes(matter, { product, format, language, ...(day === undefined ? {} : { day }) });
  }

  async #order(order: OrderMessage, user: User) {
    const outcome = await this.#home.give(givenBy(user, order, this.#home.conduct), this.#clock.now());
    return outcome as Awaited<ReturnType<Live['order']>>;
  }

  async #steer(steering: PlayMessage): Promise<void> {
    const clock = this.#clock;
    const { player } = this.#work;
    if (player === undefined || !('setSpeed' in clock)) throw new Refused(problem('server.notSimulated'));
    if ('jumpTo' in steering && steering.jumpTo > endOf(this.#exercise))
      throw new Malformed([problem('server.malformed', { fields: ['jumpTo'] })]);
    if ('speed' in steering) clock.setSpeed(steering.speed);
    else if ('jumpTo' in steering) await player.advanceTo(steering.jumpTo);
    else await player.step();
    this.#tell({ kind: 'clock' });
  }

  async #close(): Promise<void> {
    await this.#endIncoming();
    await this.#work.end();
    await this.#home.close();
  }
}
