// Opens a live exercise over a document's folder and a data folder: adopts what is new, plans and tries dry what is missing, and plays where it is simulated.
import { join } from 'node:path';
import { type Command, commandSchemas, systemAuthor } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import { Malformed, type MicroInstant, microsOfMinute, microsPerMinute, minutesPerDay, problem, Refused } from '../../kernel/index.ts';
import { checkPlan, isAdoptable, type Plan, planForReader, planToJson, readPlanJson } from '../../plan/index.ts';
import { isJoint } from '../../products/index.ts';
import { type PlayMessage, protocolVersion } from '../../protocol/index.ts';
import { type Rehearsal, rehearsalFor } from '../../rehearse/index.ts';
import type { Reader } from '../../release/index.ts';
import { isLanguage, languages } from '../../words/index.ts';
import { documentFrom, filesOf, type ReadDocument, type SourceFile } from '../document.ts';
import { matterOfEvents } from '../log-matter.ts';
import { planInLanes } from '../plan.ts';
import { productBytes } from '../publish.ts';
import { jointFor } from '../readers.ts';
import { rehearseInLanes } from '../rehearse.ts';
import type { Progress } from '../use-cases.ts';
import { adoptDocument, adoptPlan, differences, planFirstAdopted, planIn } from './adoption.ts';
import { readerShown, readersShown } from './audience.ts';
import { type OriginClock, type VirtualClock, virtualClock, wallClock } from './clock.ts';
import { documentMessageOf } from './document-message.ts';
import { feedFor } from './feed.ts';
import { type Given, type Home, openHome, ownHolder, pastOf } from './home.ts';
import { jobsTold } from './jobs.ts';
import { kept } from './kept.ts';
import type { Change, Live, ProductRequest } from './live.ts';
import { type Player, playedIds, playerOf } from './player.ts';
import { documentIn, openLog } from './stored.ts';

export type OpenLive = {
  readonly directory: string;
  readonly dataDirectory: string;
  /** Play with simulated people at this speed; null: nobody is simulated. */
  readonly play: number | null;
  /** Where full speed ends and play begins, in a log that is not yet so far. */
  readonly fastTo?: (exercise: Exercise) => MicroInstant | null;
  /** Runs of the dry run; 0: none. */
  readonly runs: number;
  /** Takes a changed folder into the log. */
  readonly adopt: boolean;
  readonly seed: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

const lanes = 4;

/** Opens it and goes to work; what takes long is told as jobs. Throws `Malformed` or `Refused` for what keeps it from opening. */
export async function openLive(options: OpenLive): Promise<Live> {
  const { directory, dataDirectory, play, progress } = options;
  const folder = await filesOf(directory);
  const inFolder = documentFrom(folder.files);
  const faults = [...folder.faults, ...inFolder.faults];
  if (inFolder.exercise === undefined || faults.length > 0) throw new Malformed(faults);
  const store = openLog(dataDirectory, inFolder.exercise.setting.code);
  try {
    const past = await pastOf(store);
    const held = documentIn(past);
    const differing = held === undefined ? [] : differences(folder.files, past);
    const takesFolder = held === undefined || (options.adopt && differing.length > 0);
    const document = (takesFolder ? undefined : held) ?? { ...inFolder, files: folder.files };
    const exercise = document.exercise ?? inFolder.exercise;
    if (play !== null && !exercise.setting.simulated)
      throw new Refused(problem('app.onlySimulatedIsPlayed', {}, { key: 'app.maybeSayItIsSimulated', values: {} }));
    const clock = play === null ? wallClock : virtualClock(past.at(-1)?.logged.time ?? beginOf(exercise), () => performance.now());
    const home = await openHome(store, exercise, past, ownHolder(), wallClock.now);
    if (takesFolder) {
      const told = await home.give(adoptDocument(document.files, past), clock.now());
      if (told.kind === 'refused') throw new Refused(told.problem);
    }
    if (differing.length > 0) progress({ key: options.adopt ? 'app.adopted' : 'app.folderDiffers', values: { files: [...differing] } });
    return new LiveExercise(options, document, exercise, home, clock).begun(takesFolder);
  } catch (error) {
    await store.close();
    throw error;
  }
}

const decoder = new TextDecoder();

/** The files' content in the order of their paths: the folder and the log may hold them in different orders. */
function contentOf(files: readonly SourceFile[]): readonly string[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ path, bytes }) => [path, decoder.decode(bytes)]);
}

/** A virtual clock begins with the exercise's own first day. */
function beginOf(exercise: Exercise): MicroInstant {
  return microsOfMinute(exercise.setting.from.at);
}

/** As far as a clock may be set: well after the last that simulated people do. */
function endOf(exercise: Exercise): number {
  return microsOfMinute(exercise.setting.to.at) + 30 * minutesPerDay * microsPerMinute;
}

/** What our own command identifiers begin with; a client's may not. */
const ownIds = [playedIds, 'adopt-document/', 'adopt-plan/'];
/** What the system itself orders and nobody in its name. */
const ownOrders: ReadonlySet<string> = new Set(['AdoptDocument', 'AdoptPlan', 'PassTime']);

class LiveExercise {
  readonly #options: OpenLive;
  readonly #document: ReadDocument & { readonly files: readonly SourceFile[] };
  readonly #exercise: Exercise;
  readonly #home: Home;
  readonly #clock: OriginClock | VirtualClock;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #jobs;
  readonly #closing = new AbortController();
  readonly #signal: AbortSignal;
  #player: Player | undefined;
  #rehearsal: Rehearsal | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(
    options: OpenLive,
    document: ReadDocument & { readonly files: readonly SourceFile[] },
    exercise: Exercise,
    home: Home,
    clock: OriginClock | VirtualClock,
  ) {
    this.#options = options;
    this.#document = document;
    this.#exercise = exercise;
    this.#home = home;
    this.#clock = clock;
    this.#signal = AbortSignal.any([options.signal, this.#closing.signal]);
    this.#jobs = jobsTold(
      (job) => this.#tell({ kind: 'job', job }),
      ['plan', ...(options.runs > 0 ? (['rehearse'] as const) : []), ...(options.play === null ? [] : (['play'] as const))],
    );
    home.listen((events) => this.#tell({ kind: 'events', events }));
  }

  /** `isNew`: the document has just been adopted, and a plan that is there may not fit it. */
  begun(isNew: boolean): Live {
    this.#work = this.#goToWork(isNew).catch((error) => this.#tellWhy(error));
    const exercise = this.#exercise;
    return {
      session: () => ({
        protocol: protocolVersion,
        exercise: {
          code: exercise.setting.code,
          names: exercise.setting.name,
          simulated: exercise.setting.simulated,
          languages: exercise.setting.languages,
        },
        readers: [...readersShown(exercise)],
        director: exercise.setting.simulated,
        jobs: [...this.#jobs.all()],
      }),
      readerNamed: (text) => readerShown(text, exercise),
      document: (reader) => {
        const read = documentFrom(this.#document.files, reader);
        return read.exercise === undefined ? problem('server.notYetReadable') : documentMessageOf(read.exercise);
      },
      plan: (reader) => {
        const plan = planIn(this.#home.conduct, exercise);
        return plan === undefined ? null : planForReader(exercise, plan, reader);
      },
      rehearsal: (reader) => (this.#rehearsal === null ? null : (rehearsalFor(exercise, this.#rehearsal, reader) ?? null)),
      clock: () => ({
        now: this.#clock.now(),
        speed: this.#clock.speed(),
        simulated: this.#options.play !== null,
        ended: this.#player?.hasEnded() ?? false,
      }),
      feed: (reader) => feedFor(this.#home, reader, exercise.policy.scale),
      order: (order) => this.#order(order),
      steer: (steering) => this.#steer(steering),
      publish: (request, reader) => this.#publish(request, reader),
      listen: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      close: () => this.#close(),
    };
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Tells who runs the server why something failed. The page hears only that it did: the reasons may be nobody else's. */
  #tellWhy(error: unknown): void {
    if (this.#signal.aborted) return;
    const { progress } = this.#options;
    if (error instanceof Refused) progress(error.problem);
    else if (error instanceof Malformed) for (const each of error.problems) progress(each);
    else progress({ key: 'app.failed', values: { why: error instanceof Error ? error.message : String(error) } });
  }

  async #goToWork(isNew: boolean): Promise<void> {
    const plan = await this.#planned(isNew);
    this.#tell({ kind: 'changed', what: 'plan' });
    await Promise.all([this.#rehearsed(plan), this.#played(plan)]);
  }

  async #planned(isNew: boolean): Promise<Plan> {
    const adopted = planIn(this.#home.conduct, this.#exercise);
    const there = adopted !== undefined && isNew && !isAdoptable(checkPlan(this.#exercise, adopted)) ? undefined : adopted;
    const { files } = this.#document;
    const { seed, progress, dataDirectory } = this.#options;
    const signal = this.#signal;
    const found = await this.#jobs.run('plan', { key: 'app.planning', values: {} }, async (share) => {
      if (there !== undefined) return there;
      const text = await kept(join(dataDirectory, 'cache'), 'plan', [seed, ...contentOf(files)], async () => {
        const planned = await planInLanes(this.#exercise, files, {
          seed,
          lanes,
          signal,
          progress: (message, part = 0) => {
            progress(message, part);
            share(part);
          },
        });
        return planToJson(planned.plan);
      });
      const { plan } = readPlanJson(JSON.parse(text));
      if (plan === undefined || !isAdoptable(checkPlan(this.#exercise, plan))) throw new Refused(problem('app.planIncomplete'));
      return plan;
    });
    if (there === undefined) {
      const outcome = await this.#home.give(adoptPlan(found, this.#home.past()), this.#clock.now());
      if (outcome.kind === 'refused') throw new Refused(outcome.problem);
    }
    return found;
  }

  async #rehearsed(plan: Plan): Promise<void> {
    const { runs, seed, dataDirectory, progress } = this.#options;
    const signal = this.#signal;
    if (runs === 0) return;
    const { files } = this.#document;
    const input = [seed, String(runs), planToJson(plan), ...contentOf(files)];
    const text = await this.#jobs.run('rehearse', { key: 'app.rehearsing', values: {} }, (share) =>
      kept(join(dataDirectory, 'cache'), 'rehearsal', input, async () =>
        JSON.stringify(
          await rehearseInLanes(this.#exercise, files, plan, {
            seed,
            runs,
            lanes,
            signal,
            progress: (message, part = 0) => {
              progress(message, part);
              share(part);
            },
          }),
        ),
      ),
    );
    this.#rehearsal = JSON.parse(text) as Rehearsal;
    this.#tell({ kind: 'changed', what: 'rehearsal' });
  }

  async #played(plan: Plan): Promise<void> {
    const { play, fastTo, seed } = this.#options;
    const clock = this.#clock;
    if (play === null || !('setSpeed' in clock)) return;
    const began = planFirstAdopted(this.#home.past(), this.#exercise) ?? plan;
    const stopped = (error: unknown): void => {
      this.#jobs.fail('play', error);
      this.#tellWhy(error);
    };
    await this.#jobs.run('play', { key: 'app.playing', values: {} }, async () => {
      const player = await playerOf(this.#home, { exercise: this.#exercise, plan: began, seed, clock }, stopped);
      if (this.#signal.aborted) return;
      this.#player = player;
      const to = fastTo?.(this.#exercise) ?? null;
      if (to !== null && to > clock.now()) await player.advanceTo(to);
      clock.setSpeed(play);
      player.start();
    });
    this.#tell({ kind: 'clock' });
  }

  async #publish({ product, format, language, day }: ProductRequest, reader: Reader): Promise<string | Uint8Array> {
    if (planIn(this.#home.conduct, this.#exercise) === undefined) throw new Refused(problem('server.noPlanYet'));
    if (!isLanguage(language)) throw new Refused(problem('server.noSuchLanguage', { language, known: [...languages] }));
    const events = this.#home.past().map(({ logged }) => logged);
    const matter = matterOfEvents(events, (_files, shared) => (isJoint(product) ? jointFor(reader, shared) : reader));
    return productBytes(matter, { product, format, language, ...(day === undefined ? {} : { day }) });
  }

  async #order(order: Parameters<Live['order']>[0]) {
    if (!this.#exercise.setting.simulated) throw new Refused(problem('server.notDirector'));
    const schema = Object.hasOwn(commandSchemas, order.type) ? commandSchemas[order.type as Command['type']] : undefined;
    const read = schema?.safeParse(order.order);
    if (read === undefined || !read.success) {
      const fields = read === undefined ? ['type'] : read.error.issues.map(({ path }) => path.map(String).join('.'));
      throw new Malformed([problem('server.malformed', { fields })]);
    }
    const { id, type, by, expected } = order;
    // An identifier must come back from the disk as it was sent: half a character does not.
    if (/\p{Surrogate}/u.test(id) || ownIds.some((own) => id.startsWith(own)))
      throw new Malformed([problem('server.malformed', { fields: ['id'] })]);
    if (by === systemAuthor && ownOrders.has(type)) throw new Malformed([problem('server.malformed', { fields: ['by'] })]);
    const given = { id, type, by, order: read.data, ...(expected === undefined ? {} : { expected }) } as Given;
    const outcome = await this.#home.give(given, this.#clock.now());
    return outcome as Awaited<ReturnType<Live['order']>>;
  }

  async #steer(steering: PlayMessage): Promise<void> {
    const clock = this.#clock;
    const player = this.#player;
    if (player === undefined || !('setSpeed' in clock)) throw new Refused(problem('server.notSimulated'));
    if ('jumpTo' in steering && steering.jumpTo > endOf(this.#exercise))
      throw new Malformed([problem('server.malformed', { fields: ['jumpTo'] })]);
    if ('speed' in steering) clock.setSpeed(steering.speed);
    else if ('jumpTo' in steering) await player.advanceTo(steering.jumpTo);
    else await player.step();
    this.#tell({ kind: 'clock' });
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    await this.#player?.stop();
    await this.#work;
    await this.#home.close();
  }
}
