// Some lanes of the dry run in a thread of their own: their share of the runs, then of every variant's; kept logs go out run by run.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { type Sealed, type Sealing, Tails } from '../../conduct/index.ts';
import { Bug, randomFor } from '../../kernel/index.ts';
import { readPlanJson } from '../../plan/index.ts';
import { type KeptChange, type LaneTally, startLane, variantsOf } from '../../rehearse/index.ts';
import { nodeHashText } from '../../store/index.ts';
import { documentFrom, type SourceFile } from '../document.ts';
import { filesToAdopt } from '../live/adoption.ts';
import { logLinesFor, type OutgoingEvent } from '../log-out.ts';
import type { FromWorker } from './in-workers.ts';

export type RehearseLaneJob = {
  readonly files: readonly SourceFile[];
  /** The plan's file, parsed as JSON. */
  readonly plan: unknown;
  readonly seed: string;
  readonly runs: number;
  readonly lanes: number;
  /** The lanes that this thread does, one after the other: what it learnt to run fast in one it runs fast in the next. */
  readonly own: readonly number[];
  readonly keepLogs: boolean;
};

/** The log of one run, whole. */
export type KeptLog = { readonly run: number; readonly text: string };

const job = workerData as RehearseLaneJob;
const post = (message: FromWorker<readonly LaneTally[], KeptLog>): void => parentPort?.postMessage(message);

/** Seals the changes of one run as a store would, with salts that follow from the seed. */
class RunLog {
  readonly events: OutgoingEvent[] = [];
  readonly #tails = new Tails('dry-run');
  readonly #sealing: Sealing;

  constructor(seed: string, run: number) {
    const random = randomFor(seed, `salt/${run}`);
    const word = () => random.uint32().toString(16).padStart(8, '0');
    this.#sealing = { hash: nodeHashText, salt: () => word() + word() + word() + word() };
  }

  take({ stamp, change }: KeptChange): void {
    const sealed: readonly Sealed[] = this.#tails.seal({ ...stamp, change }, this.#sealing);
    const byStream = new Map<string, { readonly type: string; readonly payload: object }[]>();
    for (const { stream, event } of change) byStream.set(stream, [...(byStream.get(stream) ?? []), event]);
    for (const one of sealed) {
      const event = byStream.get(one.stream)?.shift();
      if (event !== undefined) this.events.push({ sealed: one, logged: { stream: one.stream, event } });
    }
  }
}

const { exercise } = documentFrom(job.files);
const { plan } = readPlanJson(job.plan);
if (exercise === undefined || plan === undefined)
  throw new Bug('a document and a plan that were read without fault could not be read again');
const files = job.keepLogs ? filesToAdopt(job.files) : undefined;
const { seed, runs, lanes } = job;
const variants = variantsOf(exercise);
const tallies: LaneTally[] = [];
const logs = new Map<number, RunLog>();
const pieces = [undefined, ...variants].flatMap((variant) => job.own.map((lane) => ({ variant, lane })));

for (const [index, { variant, lane: number }] of pieces.entries()) {
  const keep = job.keepLogs && variant === undefined;
  const lane = startLane(exercise, plan, {
    seed,
    runs,
    lanes,
    lane: number,
    ...(variant === undefined ? {} : { variant }),
    ...(keep
      ? {
          keep: (run: number, change: KeptChange) => {
            const log = logs.get(run) ?? new RunLog(job.seed, run);
            logs.set(run, log);
            log.take(change);
          },
        }
      : {}),
    ...(keep && files !== undefined ? { files } : {}),
  });
  for (let more = lane.total > 0; more; ) {
    more = lane.step();
    for (const [run, log] of logs) {
      let text = '';
      for await (const line of logLinesFor(log.events, exercise.setting.code, { kind: 'all' }, exercise.policy.scale)) text += line;
      logs.delete(run);
      post({ piece: { run, text } });
      if (parentPort !== null) await once(parentPort, 'message');
    }
    post({ share: (index + lane.done() / lane.total) / pieces.length });
  }
  tallies.push(lane.tally());
}
post({ result: tallies });
