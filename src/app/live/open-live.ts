// Opens a live exercise over a document's folder and a data folder: adopts what is new, plans and tries dry what is missing, and plays where it is simulated.
import { join } from 'node:path';
import { type Command, clockOf, commandSchemas, type StreamKey, systemAuthor } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import {
  Malformed,
  type MicroInstant,
  microsOfMinute,
  microsPerMinute,
  minutesPerDay,
  type Problem,
  problem,
  Refused,
} from '../../kernel/index.ts';
import { checkPlan, defaultIterations, type Plan, planForReader, planToJson } from '../../plan/index.ts';
import { isJoint } from '../../products/index.ts';
import { type PlayMessage, protocolVersion, type Session } from '../../protocol/index.ts';
import { type Rehearsal, rehearsalFor } from '../../rehearse/index.ts';
import type { Reader } from '../../release/index.ts';
import { isLanguage, languages } from '../../words/index.ts';
import { documentFrom, filesOf, type SourceFile } from '../document.ts';
import { documentTypes } from '../held-files.ts';
import { matterOfEvents } from '../log-matter.ts';
import { productBytes } from '../publish.ts';
import { jointFor } from '../readers.ts';
import { rehearseInLanes } from '../rehearse.ts';
import type { Progress } from '../use-cases.ts';
import { violationProblem } from '../violation.ts';
import { adoptDocument, adoptPlan, differences, planFirstAdopted, planIn } from './adoption.ts';
import { readerShown, readersShown } from './audience.ts';
import { type OriginClock, type VirtualClock, virtualClock, wallClock } from './clock.ts';
import { documentMessageOf } from './document-message.ts';
import { feedFor } from './feed.ts';
import { type Given, type Home, openHome, ownHolder, pastOf, type Told } from './home.ts';
import { jobsTold } from './jobs.ts';
import { kept } from './kept.ts';
import type { Change, Live, ProductRequest } from './live.ts';
import { planFound } from './plan-found.ts';
import { type PlanningShown, planningShown } from './planning-shown.ts';
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
  /** Steps of each lane of the planner; without it the usual number. */
  readonly iterations?: number;
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
    const home = await openHome(store, exercise, past, ownHolder(), wallClock.now, (found) => progress(found));
    if (takesFolder) {
      const told = await home.give(adoptDocument(document.files, past), clock.now());
      if (told.kind === 'refused') throw new Refused(told.problem);
    }
    if (differing.length > 0) progress({ key: options.adopt ? 'app.adopted' : 'app.folderDiffers', values: { files: [...differing] } });
    return new LiveExercise(options, home, clock).begun(takesFolder);
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

/** Rules about what a plan states of its own worth: after a move or an edit that is no longer so, and breaks nothing. */
const saidOfItself: readonly string[] = ['valuesAreAsStated', 'unmetIsAsStated'];

/** Broken rules that are told after an edit; the rest is counted. */
const mostTold = 5;

/** The streams in which the document changed by these events. */
function documentStreamsOf(events: readonly Told[]): readonly StreamKey[] {
  return [...new Set(events.filter(({ logged }) => documentTypes.has(logged.event.type)).map(({ logged }) => logged.stream))];
}

class LiveExercise {
  readonly #options: OpenLive;
  readonly #home: Home;
  readonly #clock: OriginClock | VirtualClock;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #jobs;
  readonly #closing = new AbortController();
  readonly #signal: AbortSignal;
  #player: Player | undefined;
  #rehearsal: Rehearsal | null = null;
  #planning: PlanningShown | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(options: OpenLive, home: Home, clock: OriginClock | VirtualClock) {
    this.#options = options;
    this.#home = home;
    this.#clock = clock;
    this.#signal = AbortSignal.any([options.signal, this.#closing.signal]);
    this.#jobs = jobsTold(
      (job) => this.#tell({ kind: 'job', job }),
      ['plan', ...(options.runs > 0 ? (['rehearse'] as const) : []), ...(options.play === null ? [] : (['play'] as const))],
    );
    home.listen((events) => {
      this.#tell({ kind: 'events', events });
      const streams = documentStreamsOf(events);
      if (streams.length === 0) return;
      this.#tell({ kind: 'changed', what: 'document', streams });
      this.#work = this.#work.then(() => this.#takeUpDocument()).catch((error) => this.#tellWhy(error));
    });
  }

  /** The exercise as its document stands now: an edit makes another. */
  get #exercise(): Exercise {
    return this.#home.conduct.exercise;
  }

  /** `isNew`: the document has just been adopted, and a plan that is there may not fit it. */
  begun(isNew: boolean): Live {
    this.#work = this.#goToWork(isNew).catch((error) => this.#tellWhy(error));
    return {
      session: () => this.#session(),
      readerNamed: (text) => readerShown(text, this.#exercise),
      document: (reader) => {
        const read = documentFrom(this.#home.files(), reader);
        return read.exercise === undefined ? problem('server.notYetReadable') : documentMessageOf(read.exercise);
      },
      plan: (reader) => {
        const plan = planIn(this.#home.conduct, this.#exercise);
        return plan === undefined ? null : planForReader(this.#exercise, plan, reader);
      },
      planning: (reader) => this.#planning?.for(this.#exercise, reader) ?? null,
      rehearsal: (reader) => (this.#rehearsal === null ? null : (rehearsalFor(this.#exercise, this.#rehearsal, reader) ?? null)),
      clock: () => ({
        now: this.#clock.now(),
        speed: this.#clock.speed(),
        simulated: this.#options.play !== null,
        ended: this.#player?.hasEnded() ?? false,
      }),
      feed: (reader) => feedFor(this.#home, reader, this.#exercise.policy.scale),
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

  #session(): Session {
    const { code, name, simulated, languages: spoken } = this.#exercise.setting;
    return {
      protocol: protocolVersion,
      exercise: { code, names: name, simulated, languages: spoken },
      readers: [...readersShown(this.#exercise)],
      director: simulated,
      jobs: [...this.#jobs.all()],
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
    // Once the exercise runs, a serial is moved by command only, never because the document is another.
    const hasBegun = (clockOf(this.#home.conduct)?.state ?? 'before') !== 'before';
    const isBroken = adopted !== undefined && isNew && this.#brokenBy(adopted).length > 0;
    if (isBroken && hasBegun) this.#tellBroken(adopted);
    const there = isBroken && !hasBegun ? undefined : adopted;
    const found = await this.#jobs.run('plan', { key: 'app.planning', values: {} }, async (share) => there ?? this.#searched(share));
    if (there === undefined) {
      const outcome = await this.#home.give(adoptPlan(found, this.#home.past()), this.#clock.now());
      if (outcome.kind === 'refused') throw new Refused(outcome.problem);
    }
    return found;
  }

  /** Searches for a plan, and shows how that goes. */
  #searched(share: (share: number) => void): Promise<Plan> {
    const { seed, iterations = defaultIterations, progress, dataDirectory } = this.#options;
    const files = this.#home.files();
    const shown = planningShown(this.#exercise, { seed, lanes }, () => this.#tell({ kind: 'changed', what: 'planning' }));
    this.#planning = shown;
    const tell: Progress = (message, part = 0) => {
      progress(message, part);
      share(part);
    };
    const cache = join(dataDirectory, 'cache');
    const search = { seed, iterations, lanes, input: contentOf(files), cache, shown, progress: tell, signal: this.#signal };
    return planFound(this.#exercise, files, search);
  }

  async #rehearsed(plan: Plan): Promise<void> {
    const { runs, seed, dataDirectory, progress } = this.#options;
    const signal = this.#signal;
    if (runs === 0) return;
    const files = this.#home.files();
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

  /** After the document was edited: says where the plan no longer holds, and lets simulated people go by the new one. */
  async #takeUpDocument(): Promise<void> {
    const plan = planIn(this.#home.conduct, this.#exercise);
    if (plan === undefined || this.#signal.aborted) return;
    this.#tellBroken(plan);
    if (this.#player === undefined) return;
    await this.#player.stop();
    const speed = this.#clock.speed();
    await this.#played(plan);
    if ('setSpeed' in this.#clock) this.#clock.setSpeed(speed);
  }

  /** What bookings break of the document as it stands. */
  #brokenBy(plan: Plan): readonly Problem[] {
    const { violations } = checkPlan(this.#exercise, plan);
    return violations.filter(({ rule, price }) => price === null && !saidOfItself.includes(rule)).map(violationProblem);
  }

  #tellBroken(plan: Plan): void {
    const broken = this.#brokenBy(plan);
    if (broken.length > 0) this.#options.progress({ key: 'app.planNoLongerHolds', values: { n: broken.length } });
    for (const each of broken.slice(0, mostTold)) this.#options.progress(each);
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
