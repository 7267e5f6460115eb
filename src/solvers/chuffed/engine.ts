// The exact engine: Chuffed (and, for measuring, Gecode and HiGHS) from the WASM build of the `minizinc` package, in a thread beside ours.
// The package is optional; where it is not installed there is no engine, and whoever asked goes on without.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ClockKind, ThreadData, ThreadRun } from './engine-thread.ts';
import { type Code, wasm } from './wasm.ts';

export type SolverName = 'chuffed' | 'gecode' | 'highs';

/**
 * How long a run may take: so many conflicts of Chuffed's search, the same on every machine; or so many milliseconds of the clock, or of
 * the processor's time.
 */
export type Effort = { readonly conflicts: number } | { readonly milliseconds: number } | { readonly processorMilliseconds: number };

export type RunOptions = {
  readonly effort: Effort;
  readonly solver?: SolverName;
  /** Lets the solver leave the stated order of search every other restart. */
  readonly freeSearch?: boolean;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Every solution as it comes, the best last. */
  readonly onSolution?: (values: Values) => void;
};

/** The values of a solution, by the names of the model's output variables. */
export type Values = ReadonlyMap<string, number>;

/**
 * What came of a run. `optimal` and `satisfied` come with a solution, the first with the proof that none is better; `infeasible` is proved;
 * `unknown` proves nothing; neither does `noAnswer`, which is a solver that broke.
 */
export type Answer = {
  readonly status: 'optimal' | 'satisfied' | 'infeasible' | 'unknown' | 'noAnswer';
  readonly values: Values | null;
  readonly conflicts: number;
  /** What a broken solver said. */
  readonly said: string;
};

export type Engine = {
  /** Runs may go side by side; a cancelled run proves nothing. */
  run(flatZinc: string, options: RunOptions): Promise<Answer>;
  close(): Promise<void>;
};

const solverIds: Readonly<Record<SolverName, string>> = {
  chuffed: 'chuffed',
  gecode: 'org.minizinc.gecode_presolver',
  highs: 'org.minizinc.mip.highs',
};

type Package = { readonly folder: string; readonly code: Code };
const known = new Map<string, Promise<Package | undefined>>();

/** The package's folder and its code, compiled once in this process; undefined where it is not installed or cannot be used. */
function findPackage(from: string): Promise<Package | undefined> {
  const find = async (): Promise<Package | undefined> => {
    try {
      const file = createRequire(from).resolve('minizinc/minizinc.wasm');
      return { folder: `${dirname(file)}/`, code: await wasm.compile(await readFile(file)) };
    } catch {
      // Absent without harm: nothing depends on it but proofs.
      return undefined;
    }
  };
  const found = known.get(from) ?? find();
  known.set(from, found);
  return found;
}

/**
 * An engine, ready to run; undefined where there is none, as seen from a module. Each run has a thread of its own, started ahead: Chuffed keeps what it learned in
 * static memory, and a second run in the same thread was seen to fail after one that had reached its limit.
 */
export async function startEngine(from: string = import.meta.url): Promise<Engine | undefined> {
  const found = await findPackage(from);
  if (found === undefined) return undefined;
  let spare = startThread(found);
  if ((await spare) === undefined) return undefined;
  let isClosed = false;
  return {
    run: async (flatZinc, options) => {
      const worker = await spare;
      if (worker === undefined || isClosed) return { ...nothing, said: 'no thread' };
      spare = startThread(found);
      const answer = await runIn(worker, flatZinc, options);
      await worker.terminate();
      return answer;
    },
    close: async () => {
      isClosed = true;
      await (await spare)?.terminate();
    },
  };
}

const nothing: Answer = { status: 'noAnswer', values: null, conflicts: 0, said: '' };

type Said = {
  readonly type: string;
  readonly output?: { readonly dzn?: string; readonly default?: string };
  readonly status?: string;
  readonly code?: number;
  readonly message?: string;
  readonly value?: string;
  readonly statistics?: { readonly failures?: number };
};

function startThread({ folder, code }: Package): Promise<Worker | undefined> {
  const url = new URL(`./engine-thread${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(url, { workerData: { folder, code } satisfies ThreadData, execArgv: process.execArgv });
  return new Promise((resolve) => {
    worker.once('message', (message: Said) => resolve(message.type === 'ready' ? worker : undefined));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}

/** Milliseconds beyond its own limit after which a solver that does not keep it is ended. */
const patience = 3000;

function runIn(worker: Worker, text: string, options: RunOptions): Promise<Answer> {
  const { effort, solver = 'chuffed', freeSearch = false, seed = 1, signal, onSolution } = options;
  const [limit, clock] = limitOf(effort);
  const isText = text.includes('\noutput [');
  const args = ['--solver', solverIds[solver], '-i', '-s', '-r', String(seed), '-t', String(limit), ...(freeSearch ? ['-f'] : [])];
  return new Promise((resolve) => {
    let values: Values | null = null;
    let status: string | undefined;
    let said = '';
    let conflicts = 0;
    const end = (isBroken: boolean): void => {
      clearTimeout(late);
      signal?.removeEventListener('abort', stop);
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      worker.removeAllListeners('exit');
      const reached = isBroken ? 'noAnswer' : statusOf(status, values !== null);
      resolve({ status: reached, values, conflicts, said });
    };
    const stop = (): void => {
      status = undefined;
      end(false);
    };
    const late = clock === 'day' ? setTimeout(stop, limit + patience) : undefined;
    if (signal?.aborted === true) return end(false);
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: Said) => {
      if (message.type === 'solution') {
        values = readValues(message.output?.dzn ?? message.output?.default ?? '');
        onSolution?.(values);
      } else if (message.type === 'status') status = message.status;
      else if (message.type === 'statistics') conflicts = message.statistics?.failures ?? conflicts;
      else if (message.type === 'error' || message.type === 'stderr' || message.type === 'stdout')
        said += message.message ?? message.value ?? '';
      else if (message.type === 'exit') {
        // A solver that breaks says so in words; whatever it says beside its answers makes its status worth nothing.
        end(message.code !== 0 || said !== '');
      }
    });
    worker.on('error', (cause) => {
      said += String(cause);
      end(true);
    });
    const run: ThreadRun = { file: isText ? 'model.mzn' : 'model.fzn', text, args, clock };
    worker.postMessage(run);
  });
}

function limitOf(effort: Effort): readonly [limit: number, clock: ClockKind] {
  const whole = (limit: number) => Math.max(1, Math.round(limit));
  if ('conflicts' in effort) return [whole(effort.conflicts), 'readings'];
  return 'milliseconds' in effort ? [whole(effort.milliseconds), 'day'] : [whole(effort.processorMilliseconds), 'processor'];
}

function statusOf(status: string | undefined, hasSolution: boolean): Answer['status'] {
  if (status === 'OPTIMAL_SOLUTION' || status === 'ALL_SOLUTIONS') return hasSolution ? 'optimal' : 'noAnswer';
  if (status === 'UNSATISFIABLE') return hasSolution ? 'noAnswer' : 'infeasible';
  return hasSolution ? 'satisfied' : 'unknown';
}

/** Reads `name = 12;` and `name = true;`, line by line; a truth is 1. */
export function readValues(dzn: string): Values {
  const found = new Map<string, number>();
  for (const [, name, value] of dzn.matchAll(/^(\w+) = (-?\d+|true|false);$/gm))
    if (name !== undefined && value !== undefined) found.set(name, value === 'true' ? 1 : value === 'false' ? 0 : Number(value));
  return found;
}
