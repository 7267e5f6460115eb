/** A lane: the share of the runs that one worker does, step by step. Which runs belong to it depends on the number of lanes alone. */
import type { LoggedEvent } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type Stage, stageOf } from '../stage/stage.ts';
import { type DryRunOptions, dryRunOn, type KeptChange } from './dry-run.ts';
import { type LaneTally, Tally } from './tally.ts';
import { pairedRuns, type Variant, withOneMore } from './variants.ts';

export type RehearseOptions = { readonly seed: string; readonly runs: number; readonly lanes: number };

export type LaneOptions = RehearseOptions & {
  readonly lane: number;
  /** One more of something: the lane then does its share of the paired runs with it. */
  readonly variant?: Variant;
  /** Keeps the logs of the runs: called with each change of each. */
  readonly keep?: (run: number, change: KeptChange) => void;
  /** The document's files, which a kept log begins with. */
  readonly files?: DryRunOptions['files'];
  /** Hears every event of every run. */
  readonly listen?: (run: number, event: LoggedEvent) => void;
};

export type Lane = {
  /** How many runs it has to do, and has done. */
  readonly total: number;
  readonly done: () => number;
  /** Does the next run; false when there is none left. */
  readonly step: () => boolean;
  readonly tally: () => LaneTally;
};

/** The runs of a lane, in the order in which it does them. */
export function runsOfLane(runs: number, lanes: number, lane: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((runs - lane) / lanes)) }, (_, at) => lane + at * lanes);
}

/** Begins a lane. Between two steps it may rest, or be given up. */
export function startLane(exercise: Exercise, plan: Plan, options: LaneOptions): Lane {
  const { seed, lanes, lane, variant, keep, files, listen } = options;
  const runs = runsOfLane(variant === undefined ? options.runs : pairedRuns(options.runs), lanes, lane);
  const stage = stageFor(exercise, plan, variant);
  const tally = new Tally(stage, lane, variant?.id ?? null, runs.length);
  let done = 0;
  return {
    total: runs.length,
    done: () => done,
    step: () => {
      const run = runs[done];
      if (run === undefined) return false;
      const { record } = dryRunOn(stage, {
        seed,
        run,
        ...(keep === undefined ? {} : { keep: (change) => keep(run, change) }),
        ...(files === undefined ? {} : { files }),
        ...(listen === undefined ? {} : { listen: (event) => listen(run, event) }),
      });
      tally.add(run, record);
      done++;
      return done < runs.length;
    },
    tally: () => tally.result(),
  };
}

// The stage that a plan was last played on: the lanes that one thread does of one variant share it, and what it remembers serves them all.
const stages = new WeakMap<Plan, { readonly exercise: Exercise; readonly variant: string | undefined; readonly stage: Stage }>();

function stageFor(exercise: Exercise, plan: Plan, variant: Variant | undefined): Stage {
  const last = stages.get(plan);
  if (last?.exercise === exercise && last.variant === variant?.id) return last.stage;
  const stage = stageOf(variant === undefined ? exercise : withOneMore(exercise, variant), plan);
  stages.set(plan, { exercise, variant: variant?.id, stage });
  return stage;
}

/** Does a whole lane at once. */
export function laneOf(exercise: Exercise, plan: Plan, options: LaneOptions): LaneTally {
  const lane = startLane(exercise, plan, options);
  while (lane.step());
  return lane.tally();
}
