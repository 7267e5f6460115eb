// What a live exercise does beside answering: it plans what has no plan, tries it dry, plays with simulated people, and takes up a changed document.
import { join } from 'node:path';
import { clockOf } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import { Malformed, type Problem, Refused } from '../../kernel/index.ts';
import { brokenByBookings, checkPlan, defaultIterations, type Plan, planToJson } from '../../plan/index.ts';
import type { Job } from '../../protocol/index.ts';
import type { Rehearsal } from '../../rehearse/index.ts';
import type { SourceFile } from '../document.ts';
import { rehearseInLanes } from '../rehearse.ts';
import type { Progress } from '../use-cases.ts';
import { violationProblem } from '../violation.ts';
import { adoptPlan, planFirstAdopted, planIn } from './adoption.ts';
import type { OriginClock, VirtualClock } from './clock.ts';
import type { Home } from './home.ts';
import { jobsTold } from './jobs.ts';
import { kept } from './kept.ts';
import { lacksShown } from './lacks-shown.ts';
import type { Change } from './live.ts';
import type { Looking } from './once-for-alike.ts';
import type { OpenLive } from './opening.ts';
import { planFound } from './plan-found.ts';
import { planLooks } from './plan-looks.ts';
import { type PlanningShown, planningShown } from './planning-shown.ts';
import { type Player, playerOf } from './player.ts';
import { reasonsShown } from './reasons-shown.ts';

const lanes = 4;

const decoder = new TextDecoder();

/** The files' content in the order of their paths: the folder and the log may hold them in different orders. */
function contentOf(files: readonly SourceFile[]): readonly string[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ path, bytes }) => [path, decoder.decode(bytes)]);
}

/** Broken rules that are told after an edit; the rest is counted. */
const mostTold = 5;

export class LiveWork {
  readonly #options: OpenLive;
  readonly #home: Home;
  readonly #clock: OriginClock | VirtualClock;
  readonly #tell: (change: Change) => void;
  readonly #jobs;
  readonly #closing = new AbortController();
  readonly #signal: AbortSignal;
  readonly #looking: Looking;
  readonly #reasonsOf;
  #player: Player | undefined;
  #rehearsal: Rehearsal | null = null;
  #planning: PlanningShown | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(options: OpenLive, home: Home, clock: OriginClock | VirtualClock, tell: (change: Change) => void) {
    this.#options = options;
    this.#home = home;
    this.#clock = clock;
    this.#tell = tell;
    this.#signal = AbortSignal.any([options.signal, this.#closing.signal]);
    this.#looking = {
      told: () => tell({ kind: 'changed', what: 'planning' }),
      failed: (error) => this.#tellWhy(error),
      signal: this.#signal,
    };
    this.#reasonsOf = reasonsShown(home.files, this.#looking);
    this.#jobs = jobsTold(
      ({ id }) => tell({ kind: 'job', id }),
      ['plan', ...(options.runs > 0 ? (['rehearse'] as const) : []), ...(options.play === null ? [] : (['play'] as const))],
    );
  }

  get jobs(): readonly Job[] {
    return this.#jobs.all();
  }

  /** The jobs as they are told to who does not read the certificate. */
  get jobsOutside(): readonly Job[] {
    return this.#jobs.outside();
  }

  get player(): Player | undefined {
    return this.#player;
  }

  get rehearsal(): Rehearsal | null {
    return this.#rehearsal;
  }

  get planning(): PlanningShown | undefined {
    return this.#planning;
  }

  /** `isNew`: the document has just been adopted, and a plan that is there may not fit it. */
  begin(isNew: boolean): void {
    this.#work = this.#goToWork(isNew).catch((error) => this.#tellWhy(error));
  }

  /** Once what is under way is done. */
  documentChanged(): void {
    this.#work = this.#work.then(() => this.#takeUpDocument()).catch((error) => this.#tellWhy(error));
  }

  /** Stops what is under way and resolves once nothing is. */
  async end(): Promise<void> {
    this.#closing.abort();
    await this.#player?.stop();
    await this.#work;
  }

  get #exercise(): Exercise {
    return this.#home.conduct.exercise;
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
    const looks = planLooks({ files, seed, lanes }, this.#signal);
    const shown = planningShown(this.#exercise, {
      look: looks.look,
      ...this.#looking,
      now: () => this.#exercise,
      reasonsOf: this.#reasonsOf,
      lacksOf: lacksShown(files, this.#home.files, this.#looking),
    });
    this.#planning = shown;
    const tell: Progress = (message, part = 0) => {
      progress(message, part);
      share(part);
    };
    const cache = join(dataDirectory, 'cache');
    const search = { seed, iterations, lanes, input: contentOf(files), cache, shown, progress: tell, signal: this.#signal };
    return planFound(this.#exercise, files, search).finally(looks.end);
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
      this.#jobs.fail('play');
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

  /** After the document was edited: searches where there was no plan, says where the plan no longer holds, and lets simulated people go by the new one. */
  async #takeUpDocument(): Promise<void> {
    if (this.#signal.aborted) return;
    const plan = planIn(this.#home.conduct, this.#exercise);
    if (plan === undefined) return this.#goToWork(false);
    this.#tellBroken(plan);
    if (this.#player === undefined) return;
    await this.#player.stop();
    const speed = this.#clock.speed();
    await this.#played(plan);
    if ('setSpeed' in this.#clock) this.#clock.setSpeed(speed);
  }

  /** What bookings break of the document as it stands. */
  #brokenBy(plan: Plan): readonly Problem[] {
    // Without its objectives, so that nobody waits for bounds to be counted again.
    return brokenByBookings(checkPlan(this.#exercise, { ...plan, objectives: [] })).map(violationProblem);
  }

  #tellBroken(plan: Plan): void {
    const broken = this.#brokenBy(plan);
    if (broken.length > 0) this.#options.progress({ key: 'app.planNoLongerHolds', values: { n: broken.length } });
    for (const each of broken.slice(0, mostTold)) this.#options.progress(each);
  }
}
